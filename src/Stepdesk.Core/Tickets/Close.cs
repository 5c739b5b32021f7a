using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>Only a solution the customer has confirmed closes a ticket.</summary>
public sealed record Close : TicketAction
{
    public static readonly Refusal NotResolved = new("close-before-resolution");
    public static readonly Refusal NotConfirmed = new("close-before-confirmation");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket switch
        {
            { ClosedAt: not null } => Decision.Nothing,
            { ResolvedAt: null } => NotResolved,
            { ConfirmedAt: null } => NotConfirmed,
            _ => new Closed(),
        };
}

public sealed record Closed : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { ClosedAt = moment.When };
}

/// <summary>Takes a closed ticket up again; the same ticket goes on.</summary>
public sealed record Reopen(string Reason) : TicketAction
{
    public static readonly Refusal NotClosed = new("reopen-before-closing");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.ClosedAt is null ? NotClosed
        : string.IsNullOrWhiteSpace(Reason) ? Refusals.ReasonMissing
        : new Reopened(Reason.Trim());
}

public sealed record Reopened([property: Personal] string Reason) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            ClosedAt = null,
            Cancelled = null,
            Resolution = null,
            ConfirmedAt = null,
            ReturnedAt = moment.When,
            ReopenCount = ticket.ReopenCount + 1,
        };
}

/// <summary>Ends a ticket that is none. Not for unsolved problems and not for duplicates: those are linked.</summary>
public sealed record Cancel(CancelReason Reason, string Text) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.ClosedAt is not null ? Decision.Nothing
        : string.IsNullOrWhiteSpace(Text) ? Refusals.ReasonMissing
        : new CancelledAs(Reason, Text.Trim());
}

public sealed record CancelledAs(CancelReason Reason, [property: Personal] string Text) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            ClosedAt = moment.When,
            Cancelled = Reason,
        };
}

public enum CancelReason
{
    Spam = 1,
    Mistake,
    Withdrawn,
}
