using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>The customer writes on the ticket. Writing on a closed one within two weeks reopens it.</summary>
public sealed record Write(string Text, Channel Channel) : TicketAction
{
    public static readonly TimeSpan ReopensWithin = TimeSpan.FromDays(14);

    /// <summary>Closed too long ago: this is a new matter, to be logged and linked.</summary>
    public static readonly Refusal ClosedLongAgo = new("closed-long-ago");

    public string? Html { get; init; }
    public long? MailId { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Who wrote, when it is not the requester but somebody the link or address was passed on to.</summary>
    public string? From { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (string.IsNullOrWhiteSpace(Text) && Attachments.Count == 0)
            return Refusals.TextMissing;
        var wrote = new CustomerWrote(Text, Channel)
        {
            Html = Html,
            MailId = MailId,
            Attachments = Attachments,
            From = From,
        };
        return ticket.ClosedAt switch
        {
            null => wrote,
            { } closed when moment.When - closed <= ReopensWithin => (Event[])[new Reopened(""), wrote],
            _ => ClosedLongAgo,
        };
    }
}

public sealed record CustomerWrote([property: Personal] string Text, Channel Channel) : TicketEvent
{
    [Personal]
    public string? Html { get; init; }
    public long? MailId { get; init; }

    [Personal]
    public string? From { get; init; }

    [Personal]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            LastCustomerAt = moment.When,
        };
}

/// <summary>A machine answered: kept and shown, but it starts, stops and reopens nothing.</summary>
public sealed record KeepAutomatic(string Text, string? From, long? MailId) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) => new AutomaticReceived(Text, From, MailId);
}

public sealed record AutomaticReceived(
    [property: Personal] string Text,
    [property: Personal] string? From,
    long? MailId
) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket;
}
