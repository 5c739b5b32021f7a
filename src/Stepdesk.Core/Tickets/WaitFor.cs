using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// The desk cannot go on before somebody else did something. The time to resolve stands still; the acknowledgement
/// does not, and updates go on at a slower pace.
/// </summary>
public sealed record WaitFor(WaitingOn On, string Reason) : TicketAction
{
    public static readonly Refusal AlreadyResolved = new("wait-after-resolution");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        Refusals.InWords(Reason, Refusals.ReasonMissing) is { } unfit ? unfit
        : !ticket.IsOpen ? Refusals.Closed
        : ticket.Resolution is not null ? AlreadyResolved
        : ticket.Waiting?.On == On ? Decision.Nothing
        : new WaitingStarted(On, Plain.Text(Reason));
}

public sealed record WaitingStarted(WaitingOn On, [property: Personal] string Reason) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Resumed(moment.When) with
        {
            Waiting = new(version, moment.When, On),
        };
}

/// <summary>Work goes on.</summary>
public sealed record Resume : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Waiting is null ? Decision.Nothing : new WaitingEnded();
}

public sealed record WaitingEnded : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket.Resumed(moment.When);
}

public enum WaitingOn
{
    Customer = 1,
    ThirdParty,
}

/// <summary>The desk waits since <paramref name="At"/>, by the event <paramref name="Version"/>.</summary>
public sealed record Wait(int Version, DateTimeOffset At, WaitingOn On);

static class Waits
{
    /// <summary>The ticket back in work after its solution was told or after it was closed: no time was used up since.</summary>
    public static Ticket TakenUp(this Ticket ticket, DateTimeOffset at)
    {
        var since = ticket.SolutionKnownAt ?? ticket.ClosedAt;
        return ticket.Resumed(ticket.ClosedAt ?? at) is var resumed && since < at
            ? resumed with
            {
                Pauses = [.. resumed.Pauses, new Pause(since.Value, at)],
            }
            : resumed;
    }

    /// <summary>The ticket with its wait ended; never before it began.</summary>
    public static Ticket Resumed(this Ticket ticket, DateTimeOffset at) =>
        ticket.Waiting is not { } wait
            ? ticket
            : ticket with
            {
                Waiting = null,
                Pauses = at > wait.At ? [.. ticket.Pauses, new Pause(wait.At, at, wait.Version)] : ticket.Pauses,
            };

    /// <summary>Whether the desk waited at any time after this.</summary>
    public static bool HasWaited(this Ticket ticket, DateTimeOffset since) => ticket.Waits.Any(w => !(w.To <= since));
}
