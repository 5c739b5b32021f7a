using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>The customer says that it works. Staff may record it for a customer who said so elsewhere.</summary>
public sealed record Confirm(string? Comment = null) : TicketAction
{
    public static readonly Refusal NotResolved = new("confirm-before-resolution");

    /// <summary>Who confirms for the customer says how they know.</summary>
    public static readonly Refusal NotSaidHow = new("confirm-without-words");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket switch
        {
            { ResolvedAt: null } => NotResolved,
            { ConfirmedAt: not null } => Decision.Nothing,
            { ClosedAt: not null, IsUnconfirmed: false } => Refusals.Closed,
            _ when Refusals.OfOptional(Comment) is { } unfit => unfit,
            _ when !Plain.SaysInWords(Comment) && moment.Who.PersonId != ticket.Requester => NotSaidHow,
            _ => new Confirmed(
                Plain.Text(Comment) is { Length: > 0 } comment ? comment : null,
                OnBehalf: moment.Who.PersonId != ticket.Requester
            ),
        };
}

/// <summary>The solution works. <paramref name="OnBehalf"/>: somebody else recorded the customer's word.</summary>
public sealed record Confirmed([property: Personal] string? Comment, bool OnBehalf) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Confirmation = new(version, moment.When),
            IsConfirmedForThem = OnBehalf,
        };
}

/// <summary>The customer says that it does not work: back to the resolution.</summary>
public sealed record Dispute(string Reason) : TicketAction
{
    public static readonly Refusal NotResolved = new("dispute-before-resolution");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket switch
        {
            _ when Refusals.Of(Reason, Refusals.ReasonMissing) is { } unfit => unfit,
            { ClosedAt: not null } => Refusals.Closed,
            { ResolvedAt: null } => NotResolved,
            _ => new Disputed(Plain.Text(Reason)),
        };
}

public sealed record Disputed([property: Personal] string Reason) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.TakenUp(moment.When) with
        {
            Resolution = null,
            Confirmation = null,
            Overrides = ticket.AfterReturn(),
            Returned = new(version, moment.When),
            LastCustomerAt = moment.When,
        };
}
