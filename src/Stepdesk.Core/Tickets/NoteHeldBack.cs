using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// What was told where the fault was reported first is not told here, because an approval was asked for and not given. Once
/// for each such approval it is noted, so that a person hears of it; the desk does it by itself.
/// </summary>
/// <param name="From">The ticket it was told on.</param>
/// <param name="Message">What was told, by its version there.</param>
public sealed record NoteHeldBack(int From, int Message) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Approvals.LastOrDefault(a =>
            a.StateAt(moment.When) is not ApprovalState.Awaited && ticket.IsHeldBy(a, moment.When)
        )
            is { } asked
        && !asked.HeldBack.Contains((From, Message))
            ? new SolutionHeld(asked.Version, From, Message)
            : Decision.Nothing;
}

/// <summary>What was told on another ticket waits here for an approval that was not given.</summary>
/// <param name="Approval">The version that asked for it.</param>
public sealed record SolutionHeld(int Approval, int From, int Message) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Approvals = ticket.Approvals.Changed(Approval, a => a with { HeldBack = [.. a.HeldBack, (From, Message)] }),
        };
}
