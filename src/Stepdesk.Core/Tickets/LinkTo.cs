using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Ties two tickets together; the other end is written in the same transaction. Two tickets are one thing to each other:
/// another kind replaces the first.
/// </summary>
public sealed record LinkTo(int Ticket, LinkKind Kind) : TicketAction
{
    public static readonly Refusal ToItself = new("link-to-itself");

    /// <summary>Set on the far end only, so that the pair does not answer itself for ever.</summary>
    internal bool IsAnswer { get; init; }
    internal bool IsSelf { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        IsSelf ? ToItself
        : ticket.Links.Contains(new(Ticket, Kind)) ? Decision.Nothing
        : new Linked(Ticket, Kind);

    public override IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) =>
        IsAnswer ? []
        : Ticket == ticketId ? [(ticketId, this with { IsAnswer = true, IsSelf = true })]
        : [(Ticket, new LinkTo(ticketId, Kind.FarEnd()) { IsAnswer = true })];
}

public sealed record Linked(int Ticket, LinkKind Kind) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Links = [.. ticket.Links.Where(l => l.Ticket != Ticket), new(Ticket, Kind)],
            Unlike = [.. ticket.Unlike.Where(t => t != Ticket)],
        };
}

/// <summary>Unties two tickets.</summary>
public sealed record Unlink(int Ticket) : TicketAction
{
    internal bool IsAnswer { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Links.Any(l => l.Ticket == Ticket) ? new Unlinked(Ticket) : Decision.Nothing;

    public override IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) =>
        IsAnswer || Ticket == ticketId ? [] : [(Ticket, new Unlink(ticketId) { IsAnswer = true })];
}

public sealed record Unlinked(int Ticket) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Links = [.. ticket.Links.Where(l => l.Ticket != Ticket)],
        };
}

/// <summary>What the other ticket is to this one.</summary>
public enum LinkKind
{
    Related = 1,

    /// <summary>This ticket reports what the other already reported.</summary>
    DuplicateOf,
    HasDuplicate,
    Parent,
    Child,
}

public static class LinkKinds
{
    public static LinkKind FarEnd(this LinkKind kind) =>
        kind switch
        {
            LinkKind.DuplicateOf => LinkKind.HasDuplicate,
            LinkKind.HasDuplicate => LinkKind.DuplicateOf,
            LinkKind.Parent => LinkKind.Child,
            LinkKind.Child => LinkKind.Parent,
            _ => kind,
        };
}
