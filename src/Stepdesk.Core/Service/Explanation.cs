using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>Why a clock is due when it is: what was promised, what of the time counted, and what decided it.</summary>
/// <param name="Promised">The promised time; null when an instant was agreed on instead.</param>
/// <param name="Counting">Which time counts towards it.</param>
/// <param name="Calendar">The name of the working calendar; null where every hour counts.</param>
/// <param name="Counted">How much of the promised time was used up by the end of <paramref name="Spans"/>.</param>
/// <param name="Spans">From its start to its deadline, to when it was kept too late, or to now while it stands still: without gaps, in order.</param>
/// <param name="Treatments">What decided it from when on, the last one holding now.</param>
/// <param name="Events">The versions of the events behind it, in order: what began it, decided it, held it up, kept it.</param>
/// <param name="Rings">Its alarms in their order; none where it was kept or stands still.</param>
public sealed record Explanation(
    Clock Clock,
    TimeSpan? Promised,
    Counting Counting,
    string? Calendar,
    TimeSpan Counted,
    IReadOnlyList<Span> Spans,
    IReadOnlyList<Treatment> Treatments,
    IReadOnlyList<int> Events,
    IReadOnlyList<Ring> Rings
)
{
    internal static Explanation Of(Ticket ticket, Course course, Clock clock, Policies policies, DateTimeOffset now)
    {
        var until =
            clock.DueAt is not { } due ? now
            : clock.MetAt > due ? clock.MetAt.Value
            : due;
        var rings = clock.MetAt is null ? AlarmedClock.Of(ticket, course, clock, policies).Rings : [];
        var treatments = course.Agreed is null ? ticket.Treatments.Where(t => !(course.MetAt < t.At)).ToList() : [];
        // A class that promises nothing leaves the promise that was broken before.
        if (treatments.Select(t => course.CountUnder(t, policies)).LastOrDefault(c => c is not null) is not { } count)
        {
            var zone = policies(ticket.Treatment!.Policy).CalendarOf(ticket.Class, ticket.Team).Calendar.Zone;
            var always = Calendars.Calendar.Always(zone);
            return new(
                clock,
                null,
                Counting.Elapsed,
                null,
                until - clock.StartedAt,
                [.. always.Spans(clock.StartedAt, until, [])],
                treatments,
                Behind(ticket, course, treatments, until),
                rings
            );
        }
        return new(
            clock,
            count.Target.Within,
            count.Target.Counting,
            count.Target.Counting is Counting.Working ? count.Working.Name : null,
            count.Calendar.Elapsed(clock.StartedAt, until, count.Pauses),
            [.. count.Calendar.Spans(clock.StartedAt, until, count.Pauses)],
            treatments,
            Behind(ticket, course, treatments, until),
            rings
        );
    }

    static List<int> Behind(Ticket ticket, Course course, List<Treatment> treatments, DateTimeOffset until)
    {
        var held = course.Agreed is null
            ? course.Pauses.Where(p => p.From < until && !(p.To <= course.Start)).Select(p => p.Version)
            : [];
        return
        [
            .. treatments
                .Select(t => (int?)t.Version)
                .Concat(held)
                .Concat(course.Name is ClockName.Deadline ? ticket.DeadlinesSet.Select(d => (int?)d.Version) : [])
                .Append(course.Cycle)
                .Append(course.MetAt is null ? null : KeptBy(ticket, course.Name))
                .OfType<int>()
                .Distinct()
                .Order(),
        ];
    }

    static int? KeptBy(Ticket ticket, ClockName name) =>
        name switch
        {
            ClockName.Acknowledgement => ticket.Acknowledgement?.Version,
            ClockName.Alert => ticket.Alert?.Version,
            ClockName.Resolution or ClockName.Deadline when ticket.SolutionKnownAt == ticket.ResolutionToldAt => ticket
                .ResolutionTold
                ?.Arrival
                ?.Version,
            ClockName.Resolution or ClockName.Deadline or ClockName.FollowUp => ticket.Confirmation?.Version,
            _ => null,
        };
}
