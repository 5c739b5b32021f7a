using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>An approver agrees: by their own link or mail, at the desk, or through a lead who says how they know.</summary>
/// <param name="Approval">The version that asked.</param>
/// <param name="Comment">What they add; how it is known, where somebody else writes it down.</param>
public sealed record Grant(int Approval, string? Comment = null) : TicketAction
{
    /// <summary>Whose word it is, where somebody else writes it down.</summary>
    public int? For { get; init; }

    /// <summary>The mail that says so, whose sender was proven.</summary>
    public long? MailId { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var (approver, settled) = Deciding.Whose(ticket, moment, Approval, For, agrees: true);
        return settled is not null ? settled
            : Refusals.OfOptional(Comment) is { } unfit ? unfit
            : approver != moment.Who.PersonId && !Plain.SaysInWords(Comment) ? Deciding.NotSaidHow
            : new ApprovalGranted(Approval, approver)
            {
                Comment = Plain.Text(Comment) is { Length: > 0 } comment ? comment : null,
                OnBehalf = approver == moment.Who.PersonId ? null : true,
                MailId = MailId,
            };
    }
}

/// <summary>An approver does not agree, and says why.</summary>
/// <param name="Approval">The version that asked.</param>
public sealed record Deny(int Approval, string Reason) : TicketAction
{
    /// <inheritdoc cref="Grant.For"/>
    public int? For { get; init; }

    /// <inheritdoc cref="Grant.MailId"/>
    public long? MailId { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var (approver, settled) = Deciding.Whose(ticket, moment, Approval, For, agrees: false);
        return settled is not null ? settled
            : Refusals.InWords(Reason, Refusals.ReasonMissing) is { } unfit ? unfit
            : new ApprovalDenied(Approval, approver, Plain.Text(Reason))
            {
                OnBehalf = approver == moment.Who.PersonId ? null : true,
                MailId = MailId,
            };
    }
}

public sealed record ApprovalGranted(int Approval, int Approver) : TicketEvent
{
    [Personal]
    public string? Comment { get; init; }

    /// <summary>Set when somebody else wrote their word down.</summary>
    public bool? OnBehalf { get; init; }

    /// <summary>The mail it was given by, whose sender was proven; null where it was given otherwise.</summary>
    public long? MailId { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Heard(Approval, new(Approver, Agrees: true, new(version, moment.When)));
}

public sealed record ApprovalDenied(int Approval, int Approver, [property: Personal] string Text) : TicketEvent
{
    /// <inheritdoc cref="ApprovalGranted.OnBehalf"/>
    public bool? OnBehalf { get; init; }

    /// <inheritdoc cref="ApprovalGranted.MailId"/>
    public long? MailId { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Heard(Approval, new(Approver, Agrees: false, new(version, moment.When)));
}

/// <summary>What agreeing and not agreeing have in common.</summary>
public static class Deciding
{
    public static readonly Refusal NoSuch = new("no-such-approval");
    public static readonly Refusal NotAsked = new("approval-asks-others");

    /// <summary>Each approver decides once.</summary>
    public static readonly Refusal Decided = new("approval-is-decided");

    /// <summary>Nothing hangs on this word any more: others decided.</summary>
    public static readonly Refusal Settled = new("approval-is-settled");
    public static readonly Refusal Lapsed = new("approval-has-lapsed");
    public static readonly Refusal Withdrawn = new("approval-is-withdrawn");

    /// <summary>Who writes down another's word says how they know.</summary>
    public static readonly Refusal NotSaidHow = new("approval-without-words");

    /// <summary>Whose word it is, and why it cannot be taken or need not be; null where it can.</summary>
    internal static (int Approver, Decision? Settled) Whose(
        Ticket ticket,
        Moment moment,
        int version,
        int? on,
        bool agrees
    )
    {
        if (ticket.Approvals.FirstOrDefault(a => a.Version == version) is not { } asked)
            return (0, NoSuch);
        if ((on ?? moment.Who.PersonId) is not { } approver || !asked.Approvers.Contains(approver))
            return (0, NotAsked);
        // Whoever asked, and whose matter it is, writes down nobody's yes and nobody's no; it may have become theirs since.
        if (
            AskApproval.IsTheirs(ticket, approver)
            || (moment.Who.PersonId is { } me && (me == asked.By || AskApproval.IsTheirs(ticket, me)))
        )
            return (0, AskApproval.OwnRequest);
        if (asked.WordOf(approver) is { } word)
            return (approver, word.Agrees == agrees ? Decision.Nothing : Decided);
        var late = !ticket.IsOpen
            ? Refusals.Closed
            : asked.StateAt(moment.When) switch
            {
                ApprovalState.Granted or ApprovalState.Denied => Settled,
                ApprovalState.Withdrawn => Withdrawn,
                ApprovalState.Lapsed => Lapsed,
                _ => null,
            };
        // Nothing in the way is no decision, and a refusal of nothing would be one.
        return (approver, late is null ? null : (Decision)late);
    }

    internal static Ticket Heard(this Ticket ticket, int approval, ApproverWord word) =>
        ticket with
        {
            Approvals = ticket.Approvals.Changed(approval, a => a with { Words = [.. a.Words, word] }),
        };
}
