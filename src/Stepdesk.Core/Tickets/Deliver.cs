using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// The message written at <paramref name="Message"/> (a version of this ticket) was accepted for delivery. Only this
/// stops the acknowledgement clock: a message that did not leave was not an answer.
/// </summary>
public sealed record RecordDelivery(int Message, string MessageId) : TicketAction
{
    public static readonly Refusal NoSuchMessage = new("no-such-message");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Outgoing.FirstOrDefault(m => m.Version == Message) switch
        {
            null => NoSuchMessage,
            { ArrivedAt: not null } => Decision.Nothing,
            // The report of failure can overtake the record of the delivery; it has the last word.
            { HasBounced: true } => Decision.Nothing,
            _ => new Delivered(Message, MessageId),
        };
}

public sealed record Delivered(int Message, string MessageId) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Outgoing = [.. ticket.Outgoing.Select(m => m.Version == Message ? m with { ArrivedAt = moment.When } : m)],
        };
}

/// <summary>The message did not reach the requester; an acknowledgement it carried no longer counts.</summary>
public sealed record RecordBounce(int Message, string Status, long? MailId = null) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Outgoing.FirstOrDefault(m => m.Version == Message) switch
        {
            null => RecordDelivery.NoSuchMessage,
            { HasBounced: true } => Decision.Nothing,
            _ => new Bounced(Message, Status, MailId),
        };
}

public sealed record Bounced(int Message, string Status, long? MailId) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Outgoing =
            [
                .. ticket.Outgoing.Select(m =>
                    m.Version == Message ? m with { ArrivedAt = null, HasBounced = true } : m
                ),
            ],
        };
}
