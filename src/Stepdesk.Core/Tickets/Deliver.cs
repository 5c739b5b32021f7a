using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// The message written at <paramref name="Message"/> (a version of this ticket) was accepted for delivery. Only this
/// stops the acknowledgement clock: a message that did not leave was not an answer.
/// </summary>
public sealed record RecordDelivery(int Message, string MessageId) : TicketAction
{
    /// <summary>To whom, where it was not the requester.</summary>
    public int? Reader { get; init; }

    public static readonly Refusal NoSuchMessage = new("no-such-message");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        Reader is { } reader
            ? ticket.ReceiptOf(Message, reader) switch
            {
                null => NoSuchMessage,
                { ArrivedAt: null, HasBounced: false } => new Delivered(Message, MessageId) { Reader = reader },
                _ => Decision.Nothing,
            }
            : ToRequester(ticket);

    Decision ToRequester(Ticket ticket) =>
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
    /// <summary>To whom, where it was not the requester.</summary>
    public int? Reader { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        Reader is { } reader
            ? ticket.Received(Message, reader, r => r with { Arrival = new(version, moment.When) })
            : ticket with
            {
                Outgoing =
                [
                    .. ticket.Outgoing.Select(m =>
                        m.Version == Message ? m with { Arrival = new(version, moment.When) } : m
                    ),
                ],
            };
}

/// <summary>The message did not reach its reader; an acknowledgement it carried no longer counts.</summary>
public sealed record RecordBounce(int Message, string Status, long? MailId = null) : TicketAction
{
    /// <summary>Whom it did not reach, where that is not the requester.</summary>
    public int? Reader { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        (
            Reader is { } reader
                ? ticket.ReceiptOf(Message, reader)?.HasBounced
                : ticket.Outgoing.FirstOrDefault(m => m.Version == Message)?.HasBounced
        ) switch
        {
            null => RecordDelivery.NoSuchMessage,
            true => Decision.Nothing,
            false => new Bounced(Message, Status, MailId) { Reader = Reader },
        };
}

public sealed record Bounced(int Message, string Status, long? MailId) : TicketEvent
{
    /// <summary>Whom it did not reach, where that is not the requester.</summary>
    public int? Reader { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        Reader is { } reader
            ? ticket.Received(Message, reader, r => r with { Arrival = null, HasBounced = true })
            : ticket with
            {
                Outgoing =
                [
                    .. ticket.Outgoing.Select(m =>
                        m.Version == Message ? m with { Arrival = null, HasBounced = true } : m
                    ),
                ],
            };
}

static class Receipts
{
    public static Receipt? ReceiptOf(this Ticket ticket, int message, int reader) =>
        ticket.BriefingOf(message)?.Receipts.FirstOrDefault(r => r.Reader == reader);

    public static Ticket Received(this Ticket ticket, int message, int reader, Func<Receipt, Receipt> change) =>
        ticket with
        {
            Briefings = [.. ticket.Briefings.Select(b => b.Version == message ? b.With(reader, change) : b)],
            ApprovalLetters =
            [
                .. ticket.ApprovalLetters.Select(b => b.Version == message ? b.With(reader, change) : b),
            ],
        };

    /// <summary>The message of this version to anybody beside the requester.</summary>
    public static Briefing? BriefingOf(this Ticket ticket, int message) =>
        ticket.Briefings.Concat(ticket.ApprovalLetters).FirstOrDefault(b => b.Version == message);
}
