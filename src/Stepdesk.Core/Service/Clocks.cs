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
            yield return new(
                ClockName.Acknowledgement,
                1,
                ticket.ReportedAt,
                ticket.ReportedAt + promises.Acknowledge,
                ticket.AcknowledgedAt
            );

        if (ticket is { IsOpen: true, ResolutionToldAt: null, UpdatedLast: { } last })
            yield return new(
                ClockName.Update,
                last.Version,
                last.At,
                last.NextUpdateAt ?? last.At + promises.UpdateEvery
            );
    }

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
