using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>What was said on a ticket.</summary>
public enum MessageKind
{
    /// <summary>The report the ticket began with.</summary>
    Report,

    /// <summary>The customer wrote.</summary>
    Message,

    /// <summary>The desk wrote to the customer.</summary>
    Reply,

    /// <summary>The desk wrote to stakeholders or specialists.</summary>
    Briefing,

    /// <summary>A stakeholder or specialist answered.</summary>
    Answer,

    /// <summary>The desk told the customer of the solution.</summary>
    Resolution,

    /// <summary>The desk asked again whether the solution works.</summary>
    Reminder,
    Confirmation,
    Dispute,

    /// <summary>Among colleagues.</summary>
    Note,

    /// <summary>Among colleagues.</summary>
    Diagnosis,

    /// <summary>A machine answered.</summary>
    Automatic,

    /// <summary>Specialists were asked for help.</summary>
    Escalation,

    /// <summary>Specialists need not help any more.</summary>
    Withdrawal,

    /// <summary>What telemetry showed, pinned among colleagues.</summary>
    Finding,

    /// <summary>Somebody was asked to agree.</summary>
    Approval,

    /// <summary>An approver agreed or did not.</summary>
    Decision,

    /// <summary>The finished thing went to the customer.</summary>
    HandOver,

    /// <summary>The ticket went to another team: why, and what that team needs.</summary>
    Transfer,
}

/// <summary>The words and files of an event with which somebody said something.</summary>
/// <param name="Text">Plain text.</param>
public sealed record Saying(MessageKind Kind, string Text, IReadOnlyList<Attachment> Files)
{
    /// <summary>Made safe to show; null when it did not come formatted.</summary>
    public string? Html { get; init; }

    /// <summary>Whether the address a mail gave as its sender's was proven; null when nobody looked, or it was no mail.</summary>
    public bool? IsSenderProven { get; init; }

    /// <summary>Null when nothing was said.</summary>
    public static Saying? Of(Event what) =>
        what switch
        {
            Logged e => Came(MessageKind.Report, e.Description, e.Attachments, e.Html, e.IsSenderProven),
            CustomerWrote e => Came(MessageKind.Message, e.Text, e.Attachments, e.Html, e.IsSenderProven),
            PartyWrote e => Came(MessageKind.Answer, e.Text, e.Attachments, e.Html, e.IsSenderProven),
            EscalationAnswered e => new(MessageKind.Answer, e.Text, []),
            Escalated e => Sent(MessageKind.Escalation, e),
            EscalationWithdrawn e => Sent(MessageKind.Withdrawal, e),
            ApprovalAsked e => Sent(MessageKind.Approval, e),
            ApprovalWithdrawn e => Sent(MessageKind.Withdrawal, e),
            ApprovalGranted e => new(MessageKind.Decision, e.Comment ?? "", []),
            ApprovalDenied e => new(MessageKind.Decision, e.Text, []),
            HandedOver e => Sent(MessageKind.HandOver, e),
            ApproverWrote e => Came(MessageKind.Answer, e.Text, e.Attachments, e.Html, e.IsSenderProven),
            // It says again what was asked, and nothing of its own.
            ApproversReminded or ApproverRedirected => null,
            Briefed e => Sent(MessageKind.Briefing, e),
            Resolved e => Sent(MessageKind.Resolution, e),
            Reminded e => Sent(MessageKind.Reminder, e),
            IMessage e => Sent(MessageKind.Reply, e),
            Confirmed e => new(MessageKind.Confirmation, e.Comment ?? "", []),
            Disputed e => new(MessageKind.Dispute, e.Reason, []),
            Noted e => new(MessageKind.Note, e.Text, []),
            Diagnosed e => new(MessageKind.Diagnosis, e.Text, []),
            Transferred e => new(MessageKind.Transfer, $"{e.Reason}\n\n{e.Needs}", []),
            FindingKept e => new(MessageKind.Finding, e.Words, []),
            AutomaticReceived e => new(MessageKind.Automatic, e.Text, []),
            _ => null,
        };

    static Saying Came(
        MessageKind kind,
        string text,
        IReadOnlyList<Attachment> files,
        string? html,
        bool? isSenderProven
    ) => new(kind, text, files) { Html = html, IsSenderProven = isSenderProven };

    static Saying Sent(MessageKind kind, IMessage message) => new(kind, message.Text, message.Attachments);
}

/// <summary>Where something was said that can be pinned, and how many files came with it.</summary>
public sealed record Said(int Version, int Files)
{
    /// <summary>Whether the customer's side wrote it after the report.</summary>
    public bool IsCustomers { get; init; }
}
