using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>One part of the work and the working time it takes.</summary>
public sealed record PlanPart(string Name, int Minutes);

/// <summary>A part of the work with its place in time.</summary>
/// <param name="BeginBy">When it has to be begun at the latest; until then the part before has to be done.</param>
public sealed record Milestone(string Name, int Minutes, DateTimeOffset BeginBy, DateTimeOffset DoneBy);

/// <summary>
/// Plans back from the date, in the working time of the ticket's calendar: the last part ends when only the buffer is left,
/// each part before it when the next has to begin.
/// </summary>
/// <param name="Parts">The first to be begun first.</param>
/// <param name="Buffer">Working minutes that stay free before the date.</param>
public sealed record PlanMilestones(IReadOnlyList<PlanPart> Parts, int Buffer = 0) : TicketAction
{
    public static readonly Refusal NoParts = new("plan-without-parts");
    public static readonly Refusal TooMany = new("too-many-milestones");
    public static readonly Refusal TooLong = new("milestone-name-is-too-long");
    public static readonly Refusal NoDate = new("plan-without-date");

    /// <summary>Its detail says how many working minutes are missing.</summary>
    public static readonly Refusal TooLate = new("plan-begins-in-the-past");

    public const int Most = 30;
    public const int LongestName = 200;

    ServicePolicy policy = Shipped.Policy;

    public override TicketAction Under(int version, ServicePolicy policy) => this with { policy = policy };

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (FixedWork.WhyNot(ticket) is { } impossible)
            return impossible;
        if (ticket.Deadline is not { } deadline)
            return NoDate;
        var parts = Parts
            .Select(p => p with { Name = Plain.Line(p.Name) })
            .Where(p => Plain.SaysInWords(p.Name))
            .ToList();
        if (parts.Count == 0)
            return NoParts;
        if (parts.Count > Most)
            return TooMany;
        if (parts.Exists(p => p.Name.Length > LongestName))
            return TooLong;
        if (parts.Exists(p => p.Minutes is < 1 or > SetScope.MostMinutes) || Buffer is < 0 or > SetScope.MostMinutes)
            return SetScope.EstimateWrong;
        var calendar = policy.CalendarOf(ticket.Class, ticket.Team).Calendar;
        var planned = Back(calendar, deadline, parts, TimeSpan.FromMinutes(Buffer));
        return planned is null || planned[0].BeginBy < moment.When
                ? TooLate with
                {
                    Detail = Lacking(calendar, moment.When, deadline, parts),
                }
            : planned.SequenceEqual(ticket.Work.Milestones) && ticket.Work.PlannedFor == deadline ? Decision.Nothing
            : new MilestonesPlanned(planned, deadline);
    }

    /// <summary>The parts back from a date; null where the calendar has never had so much time before it.</summary>
    public static IReadOnlyList<Milestone>? Back(
        Calendar calendar,
        DateTimeOffset deadline,
        IReadOnlyList<PlanPart> parts,
        TimeSpan buffer
    )
    {
        var planned = new List<Milestone>();
        if (calendar.Latest(deadline, buffer) is not { } end)
            return null;
        foreach (var part in parts.Reverse())
        {
            if (calendar.Latest(end, TimeSpan.FromMinutes(part.Minutes)) is not { } begin)
                return null;
            planned.Insert(0, new(part.Name, part.Minutes, begin, end));
            end = begin;
        }
        return planned;
    }

    string Lacking(Calendar calendar, DateTimeOffset now, DateTimeOffset deadline, List<PlanPart> parts)
    {
        var wanted = TimeSpan.FromMinutes(parts.Sum(p => (long)p.Minutes) + Buffer);
        return TimedLine.Written((int)Math.Ceiling((wanted - calendar.Elapsed(now, deadline, [])).TotalMinutes));
    }
}

/// <summary>The work was cut into parts, planned back from the date.</summary>
/// <param name="Deadline">The date it was planned back from.</param>
public sealed record MilestonesPlanned(
    [property: Personal] IReadOnlyList<Milestone> Milestones,
    DateTimeOffset Deadline
) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Work = ticket.Work with { Milestones = Milestones, PlannedFor = Deadline },
        };
}
