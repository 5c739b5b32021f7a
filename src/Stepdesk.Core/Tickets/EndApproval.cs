using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// A request for approval is taken back, and those who were asked are told why. It stays in the history, and what it held
/// back stays held until a later one of the same purpose is granted.
/// </summary>
/// <param name="Approval">The version that asked.</param>
public sealed record WithdrawApproval(int Approval, string Reason) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Approvals.FirstOrDefault(a => a.Version == Approval) is not { } asked ? Deciding.NoSuch
        : asked.Withdrawal is not null ? Decision.Nothing
        : asked.StateAt(moment.When) switch
        {
            ApprovalState.Granted or ApprovalState.Denied => Deciding.Settled,
            ApprovalState.Lapsed => Deciding.Lapsed,
            _ when Refusals.InWords(Reason, Refusals.ReasonMissing) is { } unfit => unfit,
            // Who has decided already hears as well that nothing came of it.
            _ => new ApprovalWithdrawn(Approval, asked.Approvers, Plain.Text(Reason)) { Channels = ChannelsOf(ticket) },
        };

    IReadOnlyList<string>? ChannelsOf(Ticket ticket) =>
        ticket.ApprovalLetters.FirstOrDefault(l => l.Version == Approval) is { Chats: { Count: > 0 } chats }
            ? [.. chats.Select(c => c.Channel)]
            : null;
}

public sealed record ApprovalWithdrawn(int Approval, IReadOnlyList<int> Readers, [property: Personal] string Text)
    : TicketEvent,
        IMessage
{
    /// <summary>The chat channels that are told too; null where there are none.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    IReadOnlyList<Attachment> IMessage.Attachments => [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Wrote(version, Readers, Channels) with
        {
            Approvals = ticket.Approvals.Changed(Approval, a => a with { Withdrawal = new(version, moment.When) }),
        };
}

/// <summary>
/// Whoever has not said anything yet is asked once more before the time is over, by the link they have. The watch notes it.
/// </summary>
public sealed record ApproversReminded(int Approval, IReadOnlyList<int> Readers, DateTimeOffset Until)
    : TicketEvent,
        IMessage
{
    string IMessage.Text => "";

    IReadOnlyList<Attachment> IMessage.Attachments => [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Wrote(version, Readers, channels: null) with
        {
            Approvals = ticket.Approvals.Changed(Approval, a => a with { HasReminded = true }),
        };
}

/// <summary>Nobody decided in time. The watch notes it, so that whoever asked is told.</summary>
public sealed record ApprovalLapsed(int Approval, DateTimeOffset Until) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Approvals = ticket.Approvals.Changed(Approval, a => a with { HasLapsed = true }),
        };
}

/// <summary>
/// Somebody who was asked to agree answered by mail, and not in a way that decides. It is kept for colleagues, and once they
/// are told where to decide.
/// </summary>
public sealed record HearApprover(int Person, string Text) : TicketAction
{
    public string? Html { get; init; }
    public long? MailId { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }

    /// <summary>The address of whoever wrote in their place, because they passed the message on; null for themselves.</summary>
    public string? From { get; init; }

    /// <summary>The request whose mail they answered, by its version; null where they do not say.</summary>
    public int? Approval { get; init; }

    /// <summary>Whether they meant to decide by it.</summary>
    public bool IsDecision { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var theirs = ticket.Approvals.Where(a => a.Approvers.Contains(Person)).ToList();
        if ((theirs.Find(a => a.Version == Approval) ?? theirs.LastOrDefault()) is not { } asked)
            return Deciding.NotAsked;
        var wrote = new ApproverWrote(asked.Version, Person, Plain.Cut(Plain.Text(Text), Plain.Longest))
        {
            Html = Html,
            MailId = MailId,
            Attachments = Attachments,
            IsSenderProven = IsSenderProven,
            From = From,
        };
        return IsToldWhere(ticket, asked, moment)
            ? (Event[])[wrote, new ApproverRedirected(asked.Version, [Person])]
            : wrote;
    }

    // Once, so that no two machines can write to each other; and not to whoever has nothing to decide.
    bool IsToldWhere(Ticket ticket, Approval asked, Moment moment) =>
        From is null
        && asked.WordOf(Person) is null
        && !asked.Redirected.Contains(Person)
        && (IsDecision || (ticket.IsOpen && asked.StateAt(moment.When) is ApprovalState.Awaited));
}

/// <summary>Whoever wrote instead of deciding is told by mail that it decided nothing, and where to decide.</summary>
public sealed record ApproverRedirected(int Approval, IReadOnlyList<int> Readers) : TicketEvent, IMessage
{
    string IMessage.Text => "";

    IReadOnlyList<Attachment> IMessage.Attachments => [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Wrote(version, Readers, channels: null) with
        {
            Approvals = ticket.Approvals.Changed(Approval, a => a with { Redirected = [.. a.Redirected, .. Readers] }),
        };
}

public sealed record ApproverWrote(int Approval, int Person, [property: Personal] string Text) : TicketEvent
{
    [Personal]
    public string? Html { get; init; }
    public long? MailId { get; init; }

    [Personal]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }

    /// <summary>The address of whoever wrote in their place; null where they wrote themselves.</summary>
    [Personal]
    public string? From { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket;
}
