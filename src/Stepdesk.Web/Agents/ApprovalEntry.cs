using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The entries of the timeline that tell of approvals.</summary>
static class ApprovalEntry
{
    public static bool Tells(Event what) =>
        what
            is ApprovalAsked
                or ApprovalGranted
                or ApprovalDenied
                or ApprovalWithdrawn
                or ApprovalLapsed
                or ApproversReminded
                or ApproverRedirected
                or SolutionHeld
                or ApproverWrote;

    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        return r.What switch
        {
            ApprovalAsked e => new(r, EntryKind.Briefing, Say("approval_asked", e, ("to", Asked(e))), e.Why)
            {
                Inside = [(words["mail-approval-fields"], string.Join('\n', e.Fields))],
            },
            ApprovalGranted e => new(
                r,
                EntryKind.Milestone,
                Say(
                    $"approval_granted{How(e.OnBehalf, e.MailId)}",
                    AskedAt(e.Approval),
                    ("of", sheet.NameOf(e.Approver))
                ),
                e.Comment
            ),
            ApprovalDenied e => new(
                r,
                EntryKind.Trouble,
                Say(
                    $"approval_denied{How(e.OnBehalf, e.MailId)}",
                    AskedAt(e.Approval),
                    ("of", sheet.NameOf(e.Approver))
                ),
                e.Text
            ),
            ApprovalWithdrawn e => new(
                r,
                EntryKind.Briefing,
                Say("approval_withdrawn", AskedAt(e.Approval), ("to", Entry.Named(e.Readers, sheet))),
                e.Text
            ),
            ApproversReminded e => new(
                r,
                EntryKind.Fact,
                Say("approvers_reminded", AskedAt(e.Approval), ("to", Entry.Named(e.Readers, sheet)))
            ),
            ApproverRedirected e => new(
                r,
                EntryKind.Fact,
                Say("approver_redirected", AskedAt(e.Approval), ("to", Entry.Named(e.Readers, sheet)))
            ),
            SolutionHeld e => new(
                r,
                EntryKind.Trouble,
                Say("solution_held", AskedAt(e.Approval), ("number", sheet.Numbers.GetValueOrDefault(e.From)))
            ),
            ApprovalLapsed e => new(r, EntryKind.Trouble, Say("approval_lapsed", AskedAt(e.Approval))),
            ApproverWrote e => new(
                r,
                EntryKind.Note,
                words.Of("event-approver_wrote", ("who", sheet.InPlaceOf(e.Person, e.From, words))),
                e.Text
            )
            {
                Files = e.Attachments,
                HasHtml = e.Html is not null,
            },
            _ => throw new InvalidOperationException($"{EventNames.NameOf(r.What)} tells of no approval."),
        };

        string Say(string key, ApprovalAsked? asked, params ReadOnlySpan<(string, object?)> with) =>
            words.Of(
                $"event-{key}",
                [
                    ("who", Entry.NameOf(r.Moment.Who, sheet, words)),
                    ("purpose", asked is null ? "" : words.Of("approval_purpose", asked.Purpose)),
                    .. with,
                ]
            );

        static string How(bool? onBehalf, long? mail) =>
            onBehalf is true ? "_for"
            : mail is not null ? "_by_mail"
            : "";

        ApprovalAsked? AskedAt(int version) =>
            sheet.History.FirstOrDefault(h => h.Version == version)?.What as ApprovalAsked;

        string Asked(ApprovalAsked e) => EscalationEntry.Asked(e.Approvers, e.Channels ?? [], sheet, words);
    }
}
