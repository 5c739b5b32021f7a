using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Somebody looked and says that two tickets that read alike tell of two things. Neither is suggested for the other any
/// more; the other end is written in the same transaction.
/// </summary>
public sealed record TellApart(int Ticket) : TicketAction
{
    /// <summary>Set on the far end only, so that the pair does not answer itself for ever.</summary>
    internal bool IsAnswer { get; init; }
    internal bool IsSelf { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        IsSelf ? LinkTo.ToItself
        : ticket.Unlike.Contains(Ticket) || ticket.Links.Any(l => l.Ticket == Ticket) ? Decision.Nothing
        : new ToldApart(Ticket);

    public override IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) =>
        IsAnswer ? []
        : Ticket == ticketId ? [(ticketId, this with { IsAnswer = true, IsSelf = true })]
        : [(Ticket, new TellApart(ticketId) { IsAnswer = true })];
}

public sealed record ToldApart(int Ticket) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Unlike = [.. ticket.Unlike, Ticket],
        };
}
