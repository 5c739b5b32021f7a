using System.Globalization;
using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Service;

/// <summary>What a policy must be before it is kept. The detail of a refusal names the place.</summary>
public static class PolicyRules
{
    /// <summary>Nobody keeps a promise of less; what is shorter was mistyped.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Promises are kept within a year or they are none.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static readonly Refusal ClassMissing = new("policy-class-is-missing");
    public static readonly Refusal ThresholdsDisordered = new("policy-thresholds-are-out-of-order");
    public static readonly Refusal ThresholdTooHigh = new("policy-threshold-is-too-high");
    public static readonly Refusal TimeImpossible = new("policy-time-is-impossible");
    public static readonly Refusal CalendarUnknown = new("policy-calendar-is-unknown");
    public static readonly Refusal CalendarUnnamed = new("policy-calendar-needs-one-name");
    public static readonly Refusal TeamTwice = new("policy-team-has-two-calendars");

    /// <summary>Whoever was asked so often will not answer the next time.</summary>
    public const int MostReminders = 10;

    public static readonly Refusal TooManyReminders = new("policy-has-too-many-reminders");

    /// <summary>Why the policy cannot be kept, or null. The first thing wrong is named.</summary>
    public static Refusal? Check(ServicePolicy policy) =>
        Classes(policy)
        ?? Check(policy.Thresholds)
        ?? Calendars(policy)
        ?? Teams(policy)
        ?? policy.Classes.Select(c => Reminders(c) ?? Times(c)).FirstOrDefault(r => r is not null)
        ?? AlarmRules.Check(policy.Alarms ?? []);

    /// <summary>Whether a time can be promised.</summary>
    public static bool IsPossible(TimeSpan time) => time >= Shortest && time <= Longest && IsInSeconds(time);

    /// <summary>Whether a time is said in whole seconds, as clocks show it.</summary>
    internal static bool IsInSeconds(TimeSpan time) => time.Ticks % TimeSpan.TicksPerSecond == 0;

    static Refusal? Classes(ServicePolicy policy)
    {
        foreach (var wanted in Enum.GetValues<ClassOfService>())
            if (policy.Classes.Count(c => c.Class == wanted) != 1)
                return About(ClassMissing, Choice.Word(wanted));
        return policy.Classes.Count == Enum.GetValues<ClassOfService>().Length ? null : ClassMissing;
    }

    /// <summary>Why the thresholds cannot be kept, or null.</summary>
    public static Refusal? Check(Thresholds thresholds) =>
        thresholds.PriorityFrom <= 0 || thresholds.PriorityFrom >= thresholds.ExpediteFrom ? ThresholdsDisordered
        : thresholds.ExpediteFrom > Tickets.SetAffected.Most ? ThresholdTooHigh
        : null;

    /// <summary>Why the alarm cannot be kept, without its place; or null.</summary>
    public static Refusal? Check(Alarm alarm) => AlarmRules.Check(alarm);

    static Refusal? Calendars(ServicePolicy policy)
    {
        foreach (var named in policy.Calendars)
        {
            if (string.IsNullOrWhiteSpace(named.Name) || policy.Calendars.Count(c => c.Name == named.Name) > 1)
                return About(CalendarUnnamed, named.Name);
            if (CalendarRules.Check(named.Calendar) is { } wrong)
                return wrong with { Calendar = named.Name };
        }
        var used = policy
            .Classes.Select(c => c.Calendar)
            .Append(policy.Calendar)
            .Concat(policy.Teams.Select(t => t.Calendar));
        return used.FirstOrDefault(name => name is not null && policy.Calendars.All(c => c.Name != name)) is { } unknown
            ? About(CalendarUnknown, unknown)
            : null;
    }

    static Refusal? Teams(ServicePolicy policy) =>
        policy.Teams.GroupBy(t => t.Team).FirstOrDefault(same => same.Count() > 1) is { Key: var team }
            ? About(TeamTwice, team.ToString(CultureInfo.InvariantCulture))
            : null;

    static Refusal? Reminders(ClassPolicy promises) =>
        promises.FollowUp?.Reminders.Count > MostReminders
            ? About(TooManyReminders, $"{Choice.Word(promises.Class)}.followUp.reminders")
            : null;

    static Refusal? Times(ClassPolicy promises)
    {
        (string Name, TimeSpan? Time)[] times =
        [
            ("log", promises.Log.Within),
            ("acknowledge", promises.Acknowledge.Within),
            ("resolve", promises.Resolve?.Within),
            ("update.every", promises.Update?.Every),
            ("update.whileWaiting", promises.Update?.WhileWaiting),
            ("updateStakeholders.every", promises.UpdateStakeholders?.Every),
            ("updateStakeholders.whileWaiting", promises.UpdateStakeholders?.WhileWaiting),
            ("alert", promises.Alert?.Within),
            ("package", promises.Package?.Within),
            ("return", promises.Return?.Within),
            .. promises.FollowUp?.Reminders.Select((after, i) => ($"followUp.reminders[{i}]", (TimeSpan?)after)) ?? [],
            ("followUp.close", promises.FollowUp?.Close),
        ];
        return times.FirstOrDefault(t => t.Time is { } time && !IsPossible(time)) is { Time: not null } wrong
            ? About(TimeImpossible, $"{Choice.Word(promises.Class)}.{wrong.Name}")
            : null;
    }

    static Refusal About(Refusal refusal, string what) => refusal with { Detail = what };
}
