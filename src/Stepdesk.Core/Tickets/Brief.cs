using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// A message to stakeholders or specialists. It is not for the requester, who never sees it, and answers nothing that
/// the requester waits for.
/// </summary>
public sealed record Brief(Audience To, string Text) : TicketAction
{
    /// <summary>There is nobody in this audience yet.</summary>
    public static readonly Refusal NobodyThere = new("audience-is-empty");

    /// <summary>The requester is written to with a reply.</summary>
    public static readonly Refusal ForRequester = new("brief-the-requester");

    /// <summary>When the audience is promised the next message.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public override Decision Decide(Ticket ticket, Moment moment) =>
        Refusals.Of(Text, Refusals.TextMissing) is { } unfit ? unfit
        : To is Audience.Requester ? ForRequester
        : !ticket.IsOpen ? Refusals.Closed
        : NextUpdateAt <= moment.When ? Reply.PromisePassed
        : Reply.IsTooFar(NextUpdateAt, moment) ? Reply.PromiseTooFar
        : !ticket.Parties.Any(p => p.As == To) ? NobodyThere
        // Who writes to themselves has told nobody.
        : ticket.Parties.Where(p => p.As == To && p.Person != moment.Who.PersonId).Select(p => p.Person).ToList()
            is { Count: > 0 } readers
            ? new Briefed(To, Plain.Text(Text), NextUpdateAt, Attachments, readers)
        : Escalate.ReachesNobody;
}

/// <summary>Stakeholders or specialists are written to.</summary>
/// <param name="Readers">The people it goes to, each in a mail of their own.</param>
public sealed record Briefed(
    Audience To,
    [property: Personal] string Text,
    DateTimeOffset? NextUpdateAt,
    [property: Personal] IReadOnlyList<Attachment> Attachments,
    IReadOnlyList<int> Readers
) : TicketEvent, IMessage
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Briefings = [.. ticket.Briefings, new(version, To, NextUpdateAt, [.. Readers.Select(r => new Receipt(r))])],
        };
}

/// <summary>A message to an audience beside the requester, by the version of the event that wrote it.</summary>
public sealed record Briefing(int Version, Audience To, DateTimeOffset? NextUpdateAt, IReadOnlyList<Receipt> Receipts)
{
    /// <summary>When the first of them was accepted for delivery.</summary>
    public DateTimeOffset? ArrivedAt => Arrival?.At;

    /// <summary>Where that is on record.</summary>
    public Mark? Arrival =>
        Receipts.Select(r => r.Arrival).Concat(Chats.Select(c => c.Arrival)).OfType<Mark>().MinBy(a => a.At);

    /// <summary>The chat channels it goes to as well.</summary>
    public IReadOnlyList<ChatReceipt> Chats { get; init; } = [];

    internal Briefing With(int reader, Func<Receipt, Receipt> change) =>
        this with
        {
            Receipts = [.. Receipts.Select(r => r.Reader == reader ? change(r) : r)],
        };
}

/// <summary>What became of a message to one reader.</summary>
/// <param name="Arrival">Where it was accepted for delivery.</param>
public sealed record Receipt(int Reader, Mark? Arrival = null, bool HasBounced = false)
{
    public DateTimeOffset? ArrivedAt => Arrival?.At;
}

/// <summary>A stakeholder or specialist answered by mail. It is for colleagues: no wait ends, nothing reopens.</summary>
public sealed record HearFrom(int Person, string Text) : TicketAction
{
    public static readonly Refusal NotInvolved = new("not-involved");

    public string? Html { get; init; }
    public long? MailId { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }

    /// <summary>The message of ours they answered, by its version, as far as their mail tells.</summary>
    public int? Message { get; init; }

    /// <summary>The address of whoever wrote in their place, because they passed the message on; null for themselves.</summary>
    public string? From { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        // Who is no longer involved may still answer what they were written.
        (
            ticket.Parties.FirstOrDefault(p => p.Person == Person)?.As
            ?? ticket.Briefings.LastOrDefault(b => b.Receipts.Any(r => r.Reader == Person))?.To
        )
            is not { } audience
            ? NotInvolved
            : new PartyWrote(Person, audience, Plain.Cut(Plain.Text(Text), Plain.Longest))
            {
                From = From,
                Html = Html,
                MailId = MailId,
                Attachments = Attachments,
                IsSenderProven = IsSenderProven,
                Escalation = ticket.AnsweredBy(Person, Message)?.Version,
            };
}

public sealed record PartyWrote(int Person, Audience As, [property: Personal] string Text) : TicketEvent
{
    [Personal]
    public string? Html { get; init; }
    public long? MailId { get; init; }

    [Personal]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }

    /// <summary>What it is the answer to, where they were asked for help: the version that asked.</summary>
    public int? Escalation { get; init; }

    /// <summary>The address of whoever wrote in their place; null where they wrote themselves.</summary>
    [Personal]
    public string? From { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        Escalation is { } asked
            ? ticket with
            {
                Escalations = ticket.Changed(asked, e => e with { Answer = e.Answer ?? new(version, moment.When) }),
            }
            : ticket;
}
