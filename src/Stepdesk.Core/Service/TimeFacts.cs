using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>What is measured of a ticket; how each is counted stands in docs/reports.md.</summary>
public enum Measured
{
    FirstResponse = 1,
    UpdateGap,
    TimeToResolve,
    TimeToConfirm,

    /// <summary>From a short alert to its full package.</summary>
    PackageOwed,

    /// <summary>From an escalation to the specialists' answer.</summary>
    Return,
}

/// <summary>How a ticket stood when something about its time became a fact.</summary>
/// <param name="Version">The event that made it one.</param>
public sealed record Standing(int Version, ClassOfService? Class, int? Team, int? Owner);

/// <summary>A time that came to its end.</summary>
/// <param name="Working">How much of it the ticket's working calendar counted.</param>
/// <param name="Kept">Whether the promise about it was kept; null where none was made.</param>
public sealed record Measure(
    Measured What,
    Standing Standing,
    DateTimeOffset From,
    DateTimeOffset At,
    TimeSpan Working,
    bool? Kept
);

/// <summary>A promise that broke.</summary>
/// <param name="Because">The change that left it a deadline that had passed; null when it simply ran out.</param>
public sealed record Breach(ClockName Clock, Standing Standing, DateTimeOffset At, Change? Because);

/// <summary>
/// The facts about time that the events of a ticket make, each once and for good. What comes back, by a bounce, a dispute
/// or a reopening, is measured again when it ends again; what was measured before stays.
/// </summary>
public sealed class TimeFacts
{
    readonly List<Measure> measures = [];
    readonly List<Breach> breaches = [];

    public IReadOnlyList<Measure> Measures => measures;
    public IReadOnlyList<Breach> Breaches => breaches;

    /// <summary>Those of a whole history.</summary>
    public static TimeFacts Of(IEnumerable<Recorded> history, Policies policies)
    {
        var (facts, ticket) = (new TimeFacts(), Ticket.Unlogged);
        foreach (var recorded in history)
        {
            var after = ticket.After(recorded);
            facts.Add(ticket, recorded, after, policies);
            ticket = after;
        }
        return facts;
    }

    /// <summary>Adds those that one event makes.</summary>
    public void Add(Ticket before, Recorded happened, Ticket after, Policies policies)
    {
        if (happened.What is ClockBroken broken)
            breaches.Add(new(broken.Clock, StandingAt(after), broken.DueAt, broken.Because));
        else if (before.Treatment is not null)
            measures.AddRange(Ended(before, after, policies));
    }

    static IEnumerable<Measure> Ended(Ticket before, Ticket after, Policies policies)
    {
        if (before.AcknowledgedAt is null && after.AcknowledgedAt is { } answered)
            yield return Of(
                Measured.FirstResponse,
                after,
                after.ReportedAt,
                answered,
                [],
                IsKept(ClockName.Acknowledgement, after, answered, policies),
                policies
            );
        if (
            before is { IsOpen: true, ConfirmedAt: null, ResolutionToldAt: null, UpdatedLast: { } last }
            && after.UpdatedLast is { } next
            && next.At > last.At
            && next.Version != last.Version
        )
            yield return Of(
                Measured.UpdateGap,
                after,
                last.At,
                next.At,
                [],
                IsKept(ClockName.Update, before, next.At, policies),
                policies
            );
        if (before.SolutionKnownAt is null && after.SolutionKnownAt is { } told)
            yield return Of(
                Measured.TimeToResolve,
                after,
                after.ReportedAt,
                told,
                after.Rests,
                IsKept(ClockName.Resolution, after, told, policies),
                policies
            );
        if (before.ConfirmedAt is null && after is { ConfirmedAt: { } confirmed, ResolutionToldAt: { } since })
            yield return Of(Measured.TimeToConfirm, after, since, confirmed, [], null, policies);
        foreach (var (was, now) in before.Escalations.Zip(after.Escalations))
        {
            if (was.Package is null && now.Package is { } package)
                yield return OfEscalation(Measured.PackageOwed, ClockName.Package, was, package.At);
            if (was.Answer is null && now.Answer is { } answer)
                yield return OfEscalation(Measured.Return, ClockName.Return, was, answer.At);
        }

        Measure OfEscalation(Measured what, ClockName clock, Escalation asked, DateTimeOffset at) =>
            Of(what, after, asked.At, at, after.Closures, IsKept(clock, before, at, policies, asked.Version), policies);
    }

    static bool? IsKept(ClockName name, Ticket ticket, DateTimeOffset at, Policies policies, int? cycle = null) =>
        Clocks.Of(ticket, policies).FirstOrDefault(c => c.Name == name && c.Cycle == (cycle ?? c.Cycle)) is { } clock
            ? clock.At(at) is not ClockState.Broken
            : null;

    static Measure Of(
        Measured what,
        Ticket ticket,
        DateTimeOffset from,
        DateTimeOffset at,
        IReadOnlyList<Pause> pauses,
        bool? kept,
        Policies policies
    )
    {
        var treatment = ticket.Treatment!;
        var calendar = policies(treatment.Policy).CalendarOf(treatment.Class, treatment.Team).Calendar;
        return new(what, StandingAt(ticket), from, at, calendar.Elapsed(from, at, pauses), kept);
    }

    static Standing StandingAt(Ticket ticket) => new(ticket.Version, ticket.Class, ticket.Team, ticket.Owner);
}
