using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>The customer writes on the ticket. Writing on a closed one within two weeks reopens it, unless it was spam.</summary>
public sealed record Write(string Text, Channel Channel) : TicketAction
{
    /// <summary>Bytes of files that may come by a customer's link within a day: links are passed on, and every file is kept.</summary>
    public const long MostInADay = 100 * 1024 * 1024;
    public static readonly Refusal TooMuchToday = new("too-much-today");
    internal static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public string? Html { get; init; }
    public long? MailId { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Who wrote, when it is not the requester but somebody the link or address was passed on to.</summary>
    public string? From { get; init; }

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }

    /// <summary>When it reached the desk; null means now.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        // A mail cannot be given back to be shortened; the stored mail keeps the rest.
        var text = MailId is null ? Plain.Text(Text) : Plain.Cut(Plain.Text(Text), Plain.Longest);
        if (text is "" && Attachments.Count == 0)
            return Refusals.TextMissing;
        if (Refusals.OfOptional(text) is { } unfit)
            return unfit;
        if (
            Channel is Channel.Web
            && Attachments.Count > 0
            && ticket.LinkFiles.Where(f => f.At > moment.When - Day).Sum(f => f.Bytes) + Attachments.Sum(a => a.Size)
                > MostInADay
        )
            return TooMuchToday;
        var wrote = new CustomerWrote(text, Channel)
        {
            Html = Html,
            MailId = MailId,
            Attachments = Attachments,
            From = From,
            IsSenderProven = IsSenderProven,
            ArrivedAt = ArrivedAt < moment.When ? ArrivedAt : null,
        };
        return ticket switch
        {
            { ClosedAt: null } => wrote,
            // Kept and shown to the leads, who reopen it if it was none; else every further spam would.
            { CancelledAs: CancelReason.Spam } => wrote,
            _ when moment.When - ticket.ClosedAt <= Reopen.Within => (Event[])[new Reopened(""), wrote],
            _ => Reopen.ClosedLongAgo,
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

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }

    [Personal]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>When it reached the desk, where that was before the desk took it up.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    // What the customer was waited for has come; the wait ends when it came, not when somebody looked. Whoever the thread
    // was passed on to is no customer: a person has to see what they wrote, and the wait goes on.
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        (
            From is null && ticket.Waiting is { On: WaitingOn.Customer }
                ? ticket.Resumed(ArrivedAt ?? moment.When)
                : ticket
        ) with
        {
            LastCustomerAt = moment.When,
            LinkFiles =
                Channel is Channel.Web && Attachments.Count > 0
                    ?
                    [
                        .. ticket.LinkFiles.Where(f => f.At > moment.When - Write.Day),
                        (moment.When, Attachments.Sum(a => a.Size)),
                    ]
                    : ticket.LinkFiles,
        };
}

/// <summary>A machine answered: kept and shown, but it starts, stops and reopens nothing.</summary>
public sealed record KeepAutomatic(string Text, string? From, long? MailId) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        new AutomaticReceived(Plain.Cut(Plain.Text(Text), Plain.Longest), From, MailId);
}

public sealed record AutomaticReceived(
    [property: Personal] string Text,
    [property: Personal] string? From,
    long? MailId
) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket;
}
