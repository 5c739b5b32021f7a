using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>A chat channel an escalation can go to.</summary>
/// <param name="For">As what whoever reads there is asked by every escalation, unnamed; null where only by name.</param>
public sealed record ChatOffer(string Name, Specialty? For = null);

/// <summary>What became of a message in one chat channel.</summary>
/// <param name="Arrival">Where it was accepted.</param>
/// <param name="HasFailed">It will not get there.</param>
public sealed record ChatReceipt(string Channel, Mark? Arrival = null, bool HasFailed = false)
{
    public DateTimeOffset? ArrivedAt => Arrival?.At;
}

/// <summary>The chat accepted the message written at <paramref name="Message"/>: who reads the channel was told.</summary>
public sealed record RecordChatPost(int Message, string Channel) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.ChatReceiptOf(Message, Channel) switch
        {
            null => RecordDelivery.NoSuchMessage,
            // A node that died before it wrote it down has posted twice, and told once.
            { ArrivedAt: not null } or { HasFailed: true } => Decision.Nothing,
            _ => new ChatPosted(Message, Channel),
        };
}

public sealed record ChatPosted(int Message, string Channel) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.InChat(Message, Channel, r => r with { Arrival = new(version, moment.When) });
}

/// <summary>The message will not get into the chat channel.</summary>
/// <param name="Status">What the chat answered, as a number, or the kind of failure; never an address.</param>
public sealed record RecordChatFailure(int Message, string Channel, string Status) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.ChatReceiptOf(Message, Channel) switch
        {
            null => RecordDelivery.NoSuchMessage,
            { ArrivedAt: not null } or { HasFailed: true } => Decision.Nothing,
            _ => new ChatFailed(Message, Channel, Status),
        };
}

public sealed record ChatFailed(int Message, string Channel, string Status) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.InChat(Message, Channel, r => r with { HasFailed = true });
}

static class ChatReceipts
{
    public static ChatReceipt? ChatReceiptOf(this Ticket ticket, int message, string channel) =>
        ticket.BriefingOf(message)?.Chats.FirstOrDefault(c => c.Channel == channel);

    public static Ticket InChat(this Ticket ticket, int message, string channel, Func<ChatReceipt, ChatReceipt> change)
    {
        return ticket with { Briefings = In(ticket.Briefings), ApprovalLetters = In(ticket.ApprovalLetters) };

        IReadOnlyList<Briefing> In(IReadOnlyList<Briefing> briefings) =>
            [
                .. briefings.Select(b =>
                    b.Version == message
                        ? b with
                        {
                            Chats = [.. b.Chats.Select(c => c.Channel == channel ? change(c) : c)],
                        }
                        : b
                ),
            ];
    }
}
