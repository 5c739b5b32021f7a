using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Service;

/// <summary>
/// Everything the desk promises, in one document: what each class is for, what it promises and in whose working time.
/// An edit makes a new version; a ticket keeps the one it was logged under until somebody applies another to it.
/// </summary>
/// <param name="Thresholds">From how many people affected a ticket belongs to which class.</param>
/// <param name="Classes">Exactly one for each <see cref="ClassOfService"/>.</param>
/// <param name="Calendars">The calendars promises are counted in, by name.</param>
/// <param name="Calendar">The name of the calendar where neither class nor team names another.</param>
/// <param name="Teams">The teams that have a calendar of their own.</param>
public sealed record ServicePolicy(
    Thresholds Thresholds,
    IReadOnlyList<ClassPolicy> Classes,
    IReadOnlyList<NamedCalendar> Calendars,
    string Calendar,
    IReadOnlyList<TeamCalendar> Teams
)
{
    /// <summary>The class's part; what nobody has classified yet is treated as Standard.</summary>
    public ClassPolicy Of(ClassOfService? classOfService) =>
        Classes.First(c => c.Class == (classOfService ?? ClassOfService.Standard));

    /// <summary>The calendar a ticket's working time is counted in: its class's, else its team's, else the desk's.</summary>
    public NamedCalendar CalendarOf(ClassOfService? classOfService, int? team) =>
        Named(Of(classOfService).Calendar ?? Teams.FirstOrDefault(t => t.Team == team)?.Calendar ?? Calendar);

    /// <summary>Who is told when promises are about to break and when they broke; null for the shipped alarms.</summary>
    public IReadOnlyList<Alarm>? Alarms { get; init; }

    /// <summary>The alarms of a clock; what nobody has classified yet is treated as Standard.</summary>
    public IEnumerable<Alarm> AlarmsOf(ClassOfService? classOfService, ClockName clock) =>
        (Alarms ?? Shipped.Alarms).Where(a =>
            (a.Class is null || a.Class == (classOfService ?? ClassOfService.Standard))
            && (a.Clock is null || a.Clock == clock)
        );

    public NamedCalendar Named(string name) => Calendars.First(c => c.Name == name);

    /// <summary>Which class a count and a date speak for. It suggests; a person decides and says why.</summary>
    public ClassOfService Suggest(int? affected, DateTimeOffset? deadline) =>
        deadline is not null ? ClassOfService.FixedDeadline
        : affected >= Thresholds.ExpediteFrom ? ClassOfService.Expedite
        : affected >= Thresholds.PriorityFrom ? ClassOfService.Priority
        : ClassOfService.Standard;
}

/// <summary>Looks up a version of the desk's policy. Versions never change, so what is found may be kept.</summary>
public delegate ServicePolicy Policies(int version);

/// <summary>From this many people on a ticket is Priority, and from this many Expedite. Shipped: 5 and 26.</summary>
public sealed record Thresholds(int PriorityFrom, int ExpediteFrom);

/// <summary>What one class of service promises. A promise left out is not made.</summary>
/// <param name="Class">The class.</param>
/// <param name="Priority">The priority a ticket gets with the class.</param>
/// <param name="Log">From the report until it is logged.</param>
/// <param name="Acknowledge">From the report until an answer was accepted for delivery to the requester.</param>
public sealed record ClassPolicy(ClassOfService Class, Priority Priority, Target Log, Target Acknowledge)
{
    /// <summary>From the report until a fix or workaround was told to the requester. Waiting for others does not count.</summary>
    public Target? Resolve { get; init; }

    /// <summary>From one message to the requester to the next, until the solution was told.</summary>
    public Cadence? Update { get; init; }

    /// <summary>From one message to the stakeholders to the next, while there are any and until the solution was told.</summary>
    public Cadence? UpdateStakeholders { get; init; }

    /// <summary>From the report until specialists were told.</summary>
    public Target? Alert { get; init; }

    /// <summary>From a short alert to its full package; where none is promised, there are no short alerts.</summary>
    public Target? Package { get; init; }

    /// <summary>From asking specialists to their answer, or to asking others.</summary>
    public Target? Return { get; init; }

    /// <summary>How the desk asks for the customer's word once the solution was told; null when it waits for ever.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>The name of a calendar that goes before the team's; Expedite runs around the clock.</summary>
    public string? Calendar { get; init; }
}

/// <summary>A promised time, and what time counts towards it.</summary>
public sealed record Target(TimeSpan Within, Counting Counting = Counting.Working);

/// <summary>How often somebody hears from the desk.</summary>
/// <param name="Every">While work is blocked, which is until a fix or workaround was told.</param>
/// <param name="WhileWaiting">The slower pace while the desk waits for the customer or a third party.</param>
public sealed record Cadence(TimeSpan Every, TimeSpan WhileWaiting, Counting Counting = Counting.Elapsed)
{
    /// <summary>The pace that holds now.</summary>
    public Target Target(bool isWaiting) => new(isWaiting ? WhileWaiting : Every, Counting);
}

/// <summary>
/// How the desk asks whether the solution works: reminders, and in the end the close of a ticket nobody confirmed. Each
/// step is counted from when the message before it arrived.
/// </summary>
/// <param name="Reminders">After how long each reminder goes out; none when empty.</param>
/// <param name="Close">After how long without an answer to the last message the ticket is closed as unconfirmed.</param>
public sealed record FollowUp(IReadOnlyList<TimeSpan> Reminders, TimeSpan Close, Counting Counting = Counting.Elapsed)
{
    /// <summary>What must pass without a word until the next step, after so many reminders.</summary>
    public Target Step(int reminded) => new(reminded < Reminders.Count ? Reminders[reminded] : Close, Counting);

    /// <summary>What must pass without a word until the close, after so many reminders.</summary>
    public Target Rest(int reminded) =>
        new(Reminders.Skip(reminded).Aggregate(Close, (sum, reminder) => sum + reminder), Counting);
}

public enum Counting
{
    /// <summary>The opening time of the ticket's calendar.</summary>
    Working = 1,

    /// <summary>Every hour of every day.</summary>
    Elapsed,
}

/// <summary>A calendar by the name an administrator gave it.</summary>
public sealed record NamedCalendar(string Name, Calendar Calendar);

/// <summary>The calendar a team works by.</summary>
public sealed record TeamCalendar(int Team, string Calendar);

/// <summary>An edit of the desk's promises: the next version of its policy, whole.</summary>
public sealed record PolicySet(ServicePolicy Policy) : Event;
