using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Something else was asked for in messages of this ticket: they become a ticket of their own. They stay in this history,
/// with where they went on; the new ticket begins with their words and files, in the same transaction.
/// </summary>
/// <param name="Messages">What its customer's side wrote, by version; not the report, which the ticket is about.</param>
/// <param name="Title">What the new ticket is called.</param>
/// <param name="Why">For colleagues, on both.</param>
public sealed record Split(IReadOnlyList<int> Messages, string Title, string Why) : TicketAction
{
    public const int Most = 20;
    public static readonly Refusal NothingChosen = new("split-without-messages");
    public static readonly Refusal TooMany = new("split-of-too-many-messages");
    public static readonly Refusal NotWritten = new("split-what-no-customer-wrote");
    public static readonly Refusal SplitBefore = new("split-off-before");

    /// <summary>Whose ticket it becomes; null for the requester of this one.</summary>
    public int? Requester { get; init; }

    /// <summary>The new ticket; the door counts it.</summary>
    public int Into { get; init; }

    // Set on the new ticket: the one it was split off.
    int? From { get; init; }

    /// <summary>What the new ticket says of it.</summary>
    public Split AsPartOf(int ticket) => this with { From = ticket };

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var messages = Messages.Distinct().Order().ToList();
        if (From is { } from)
            return ticket.Links.Any(l => l.Ticket == from)
                ? Decision.Nothing
                : new SplitFrom(from, messages, Plain.Text(Why));
        return messages.Count == 0 ? NothingChosen
            : messages.Count > Most ? TooMany
            : messages.Exists(m => !ticket.Said.Any(s => s.Version == m && s.IsCustomers)) ? NotWritten
            : messages.Exists(m => ticket.SplitInto(m) is not null) ? SplitBefore
            : Plain.Line(Title) is "" ? Log.TitleMissing
            : Plain.Line(Title).Length > Log.LongestTitle ? Log.TitleTooLong
            : Refusals.InWords(Why, Refusals.ReasonMissing) is { } unfit ? unfit
            : new SplitOff(Into, messages, Plain.Text(Why));
    }

    /// <summary>The report that the chosen messages are, in order.</summary>
    /// <param name="ticket">The ticket they were written on.</param>
    public Log Report(Ticket ticket, IReadOnlyList<CustomerWrote> written)
    {
        // Somebody else's mail is not the requester's to be answered.
        var mail = written.LastOrDefault(w => w is { From: null, MailId: not null })?.MailId;
        return new(
            Title,
            string.Join("\n\n", written.Select(w => w.Text).Where(t => t.Length > 0)),
            Requester ?? ticket.Requester,
            written[^1].Channel
        )
        {
            Html = written.Count == 1 ? written[0].Html : null,
            MailId = mail,
            Team = ticket.Team,
            Attachments = [.. written.SelectMany(w => w.Attachments).DistinctBy(a => (a.Sha256, a.Name))],
        };
    }
}

/// <summary>Messages of this ticket go on in a new one.</summary>
public sealed record SplitOff(int Ticket, IReadOnlyList<int> Messages, [property: Personal] string Why) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Links = [.. ticket.Links.Where(l => l.Ticket != Ticket), new(Ticket, LinkKind.Related)],
            Parts = [.. ticket.Parts, new(Ticket, Messages)],
        };
}

/// <summary>The ticket began with messages of another one.</summary>
public sealed record SplitFrom(int Ticket, IReadOnlyList<int> Messages, [property: Personal] string Why) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Links = [.. ticket.Links.Where(l => l.Ticket != Ticket), new(Ticket, LinkKind.Related)],
        };
}

/// <summary>A ticket that began with messages of this one.</summary>
public sealed record Part(int Ticket, IReadOnlyList<int> Messages);

public static class Splitting
{
    /// <summary>The ticket in which a message goes on that was written here; null where that is this one.</summary>
    public static int? SplitInto(this Ticket ticket, int message) =>
        ticket.Parts.FirstOrDefault(p => p.Messages.Contains(message))?.Ticket;
}
