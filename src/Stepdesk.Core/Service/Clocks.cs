using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>The clocks of a ticket: arithmetic on what happened. Nothing is stored that can be computed.</summary>
public static class Clocks
{
    /// <summary>Every clock that was met or is running, in the order of the steps.</summary>
    public static IEnumerable<Clock> Of(Ticket ticket, Promises promises)
    {
        if (ticket.LoggedAt is not { } logged)
            yield break;
        yield return new(ClockName.Reception, 1, ticket.ReportedAt, ticket.ReportedAt + promises.Log, logged);

        if (ticket.AcknowledgedAt is not null || ticket.IsOpen)
        {
            var waitedFrom = ticket.ReportedAt + ticket.ClosedUnanswered;
            yield return new(
                ClockName.Acknowledgement,
                1,
                waitedFrom,
                waitedFrom + promises.Acknowledge,
                ticket.AcknowledgedAt
            );
        }

        if (
            ticket is { IsOpen: true, ConfirmedAt: null, UpdatedLast: { } last }
            && NextUpdate(ticket, last, promises) is { } next
        )
            yield return new(ClockName.Update, last.Version, last.At, next);

        // Who confirms has been told, however that was.
        var deliveredAt = ticket.ResolutionToldAt ?? ticket.ConfirmedAt;
        if (ticket is { Deadline: { } deadline, DeadlineSet: { } set } && (deliveredAt is not null || ticket.IsOpen))
            yield return new(ClockName.Deadline, set.Version, set.At, deadline, deliveredAt);
    }

    // A promised instant rules, even after the resolution was told ("the permanent fix comes on Friday"). One that had
    // passed when the message arrived promises nothing any more, and the desk's own promise runs.
    static DateTimeOffset? NextUpdate(Ticket ticket, Update last, Promises promises) =>
        last.NextUpdateAt > last.At ? last.NextUpdateAt
        : ticket.ResolutionToldAt is null ? last.At + promises.UpdateEvery
        : null;

    /// <summary>The earliest deadline still running, past or not; what lists are sorted by.</summary>
    public static DateTimeOffset? NextDue(Ticket ticket, Promises promises) =>
        Of(ticket, promises).Where(c => c.MetAt is null).Min(c => (DateTimeOffset?)c.DueAt);

    /// <summary>The next instant at which something must be noticed; what the watch looks for.</summary>
    public static DateTimeOffset? NextCheck(Ticket ticket, Promises promises) =>
        Of(ticket, promises)
            .Where(c => c.MetAt is null)
            .Select(c =>
                ticket.HasNoticed<ClockBroken>(c) ? (DateTimeOffset?)null
                : ticket.HasNoticed<ClockWarned>(c) ? c.DueAt
                : c.WarnAt
            )
            .Min();

    /// <summary>What must be noticed now and was not before. Asked twice, there is nothing the second time.</summary>
    public static IEnumerable<ClockEvent> Notices(Ticket ticket, Promises promises, DateTimeOffset now)
    {
        foreach (var clock in Of(ticket, promises))
            switch (clock.At(now))
            {
                case ClockState.Broken when !ticket.HasNoticed<ClockBroken>(clock):
                    yield return new ClockBroken(clock.Name, clock.Cycle, clock.DueAt);
                    break;
                case ClockState.Warning when !ticket.HasNoticed<ClockWarned>(clock):
                    yield return new ClockWarned(clock.Name, clock.Cycle, clock.DueAt);
                    break;
            }
    }
}
