using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>An event as a reader sees it on the timeline.</summary>
/// <param name="Sentence">What happened, in one sentence.</param>
/// <param name="Text">What was said, where something was.</param>
public sealed record Entry(Recorded What, EntryKind Kind, string Sentence, string? Text = null)
{
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>What belongs to it and is for colleagues only, by the word that names it.</summary>
    public IReadOnlyList<(string Label, string Text)> Inside { get; init; } = [];

    /// <summary>Whether the message came formatted and can be shown so.</summary>
    public bool HasHtml { get; init; }

    /// <summary>Where it was said, when that is another ticket; null when it was here.</summary>
    public Source? Source { get; init; }

    /// <summary>Who said it, when that is not who acted.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// What the desk says to somebody by itself, with a greeting as the mail has it, in the language it was said in; a text
    /// that was erased greets nobody.
    /// </summary>
    internal static string AsSent(string text, Sheet sheet) =>
        text.Length > 0 && sheet.People.GetValueOrDefault(sheet.Ticket.Requester) is { } reader
            ? $"{Core.Words.Text.Of("mail-greeting", Languages.Guess(text, reader.Language), ("name", reader.Name))}\n\n{text}"
            : text;

    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        var who = NameOf(r.Moment.Who, sheet, words);
        string Say(string key, params ReadOnlySpan<(string, object?)> with) =>
            words.Of($"event-{key}", [("who", who), .. with]);

        return r.What switch
        {
            Logged e => new(
                r,
                EntryKind.Customer,
                r.Moment.Who.PersonId == e.Requester || r.Moment.Who.PersonId is null
                    ? words.Of("event-reported", ("who", sheet.NameOf(e.Requester)))
                    : Say("logged_for", ("requester", sheet.NameOf(e.Requester))),
                e.Description
            )
            {
                Files = e.Attachments,
                HasHtml = e.Html is not null,
            },
            CustomerWrote e => new(
                r,
                EntryKind.Customer,
                e.From is null ? Say("customer_wrote") : words.Of("event-somebody_wrote", ("who", e.From)),
                e.Text
            )
            {
                Files = e.Attachments,
                HasHtml = e.Html is not null,
            },
            Replied e => new(
                r,
                EntryKind.Reply,
                e.From is { } main ? Say("replied_from", ("number", sheet.Numbers.GetValueOrDefault(main)))
                    : e.NextUpdateAt is { } next ? Say("replied_promising", ("at", words.Short(next)))
                    : Say("replied"),
                e.From is null ? e.Text : AsSent(e.Text, sheet)
            )
            {
                Files = e.Attachments,
            },
            Briefed e => new(r, EntryKind.Briefing, Say("briefed", ("to", Named(e.Readers, sheet))), e.Text)
            {
                Files = e.Attachments,
            },
            _ when EscalationEntry.Tells(r.What) => EscalationEntry.Of(r, sheet, words),
            _ when AssignmentEntry.Tells(r.What) => AssignmentEntry.Of(r, sheet, words),
            _ when WorkEntry.Tells(r.What) => WorkEntry.Of(r, sheet, words),
            _ when MergeEntry.Tells(r.What) => MergeEntry.Of(r, sheet, words),
            _ when ApprovalEntry.Tells(r.What) => ApprovalEntry.Of(r, sheet, words),
            _ when AccountEntry.Tells(r.What) => AccountEntry.Of(r, sheet, words),
            Resolved e => new(
                r,
                EntryKind.Reply,
                e.From is { } main
                    ? Say("resolved_from", ("number", sheet.Numbers.GetValueOrDefault(main)))
                    : Say("resolved", ("kind", words.Of("resolution", e.Kind))),
                e.From is null ? e.Text : AsSent(e.Text, sheet)
            )
            {
                Files = e.Attachments,
                Inside =
                [
                    .. Inner(
                        words,
                        ("cause", e.Cause),
                        ("solution", e.Solution == e.Text ? "" : e.Solution),
                        ("forwarded-to", e.ForwardedTo ?? "")
                    ),
                ],
            },
            Reminded e => new(
                r,
                EntryKind.Reply,
                e.ClosesAt is { } closes
                    ? words.Of("event-reminded_last", ("at", words.Short(closes)))
                    : words["event-reminded"],
                e.Text
            ),
            Noted e => new(
                r,
                EntryKind.Note,
                e.Mentioned is { } mentioned ? Say("noted_mentioning", ("to", Named(mentioned, sheet))) : Say("noted"),
                e.Text
            ),
            FindingKept e => FindingEntry.Of(r, e, sheet, words),
            Diagnosed e => new(r, EntryKind.Note, Say("diagnosed"), e.Text),
            TrendNoted e => new(r, EntryKind.Note, Say(e.NoPattern ? "trend_none" : "trend_noted"), e.Text),
            Confirmed e => new(
                r,
                EntryKind.Milestone,
                e.OnBehalf
                    ? Say("confirmed_for", ("requester", sheet.NameOf(sheet.Ticket.Requester)))
                    : Say("confirmed"),
                e.Comment
            ),
            Disputed e => new(r, EntryKind.Trouble, Say("disputed"), e.Reason),
            Closed => new(r, EntryKind.Milestone, Say("closed")),
            ClosedUnconfirmed => new(r, EntryKind.Milestone, words["event-closed_unconfirmed"]),
            Reopened e => new(r, EntryKind.Trouble, Say("reopened"), e.Reason),
            Cancelled e => new(
                r,
                EntryKind.Milestone,
                Say("cancelled", ("as", words.Of("cancelled", e.Reason))),
                e.Text
            ),
            WaitingStarted e => new(
                r,
                EntryKind.Fact,
                Say("waiting_started", ("why", e.Reason), ("on", words.Of("waiting-on", e.On)))
            ),
            Overridden e => new(r, EntryKind.Trouble, words.Of($"overridden-{e.Refusal}", ("who", who)), e.Reason),
            StageChosen e => new(
                r,
                EntryKind.Detail,
                Say(
                    "stage_chosen",
                    (
                        "stage",
                        sheet.Stages.FirstOrDefault(s => s.Id == e.Stage) is { } stage
                            ? words.Of(stage)
                            : words.Of("step", e.Step)
                    )
                )
            ),
            WaitingEnded => new(r, EntryKind.Fact, Say("waiting_ended")),
            PolicyApplied e => new(r, EntryKind.Fact, Say("policy_applied", ("version", e.Policy))),
            AutomaticReceived e => new(r, EntryKind.Automatic, words["event-automatic_received"], e.Text),
            Classified e => new(
                r,
                EntryKind.Fact,
                Say("classified", ("class", words.Of("class", e.Class)), ("why", e.Justification))
            ),
            ClassProposed e => new(
                r,
                EntryKind.Trouble,
                Say(
                    e.Affected is null ? "class_proposed_unknown" : "class_proposed",
                    ("n", e.Affected?.Count),
                    ("class", words.Of("class", e.Class))
                )
            ),
            ProposalWithdrawn => new(r, EntryKind.Fact, Say("proposal_withdrawn")),
            ProposalDismissed e => new(r, EntryKind.Fact, Say("proposal_dismissed", ("why", e.Reason))),
            Bounced e => new(
                r,
                EntryKind.Trouble,
                e.Reader is { } reader
                    ? words.Of("event-bounced_at", ("status", e.Status), ("to", sheet.NameOf(reader)))
                    : Say("bounced", ("status", e.Status))
            ),
            ChatFailed e => new(
                r,
                EntryKind.Trouble,
                words.Of("event-chat_failed", ("channel", e.Channel), ("status", EscalationEntry.Why(e, words)))
            ),
            ChatPosted e => new(r, EntryKind.Detail, words.Of("event-chat_posted", ("channel", e.Channel))),
            ClockBroken e => new(
                r,
                EntryKind.Trouble,
                Say(
                    e.Because is null ? "clock_broken" : "clock_broken_by_change",
                    ("clock", words.Of("clock", e.Clock)),
                    ("at", words.Full(e.DueAt)),
                    ("because", e.Because is { } because ? words.Of("change", because) : "")
                )
            ),
            ClockOverdue e => new(
                r,
                EntryKind.Trouble,
                Say(
                    "clock_overdue",
                    ("clock", words.Of("clock", e.Clock)),
                    ("time", words.Length(e.Level?.Offset ?? TimeSpan.Zero)),
                    ("at", words.Full(e.DueAt))
                )
            ),
            Linked e => new(
                r,
                EntryKind.Fact,
                Say("linked", ("kind", words.Of("link", e.Kind)), ("number", sheet.Numbers.GetValueOrDefault(e.Ticket)))
            ),
            Recounted e => new(
                r,
                EntryKind.Detail,
                Say("recounted", ("number", sheet.Numbers.GetValueOrDefault(e.Ticket)), ("n", e.People()))
            ),
            ToldApart e => new(
                r,
                EntryKind.Fact,
                Say("told_apart", ("number", sheet.Numbers.GetValueOrDefault(e.Ticket)))
            ),
            Unlinked e => new(
                r,
                EntryKind.Fact,
                Say("unlinked", ("number", sheet.Numbers.GetValueOrDefault(e.Ticket)))
            ),
            ClockWarned e => new(
                r,
                EntryKind.Detail,
                Say("clock_warned", ("clock", words.Of("clock", e.Clock)), ("at", words.Full(e.DueAt)))
            ),
            Delivered e => new(
                r,
                EntryKind.Detail,
                e.Reader is { } reader
                    ? words.Of("event-delivered_to", ("to", sheet.NameOf(reader)))
                    : words["event-delivered"]
            ),
            Involved e => new(
                r,
                EntryKind.Fact,
                Say("involved", ("whom", sheet.NameOf(e.Person)), ("as", words.Of("audience-one", e.As)))
            ),
            Released e => new(r, EntryKind.Fact, Say("released", ("whom", sheet.NameOf(e.Person)))),
            PrioritySet e => new(r, EntryKind.Detail, Say("priority_set", ("to", words.Of("priority", e.Priority)))),
            CategorySet e => new(
                r,
                EntryKind.Detail,
                Say("category_set", ("to", e.Category is { } category ? Slug.InWords(category) : words["none"]))
            ),
            TagsSet e => new(
                r,
                EntryKind.Detail,
                Say("tags_set", ("to", e.Tags.Count == 0 ? words["none"] : string.Join(", ", e.Tags)))
            ),
            AffectedSet { Affected: { } affected } => new(
                r,
                EntryKind.Detail,
                Say("affected_set", ("n", affected.Count))
            ),
            AffectedSet => new(r, EntryKind.Detail, Say("affected_set_unknown")),
            Erased => new(r, EntryKind.Fact, words["event-erased"]),
            _ => new(r, EntryKind.Detail, Say("other", ("name", EventNames.NameOf(r.What)))),
        };
    }

    /// <summary>The name behind an actor: a person's, or that of the part of the desk that acted by itself.</summary>
    public static string NameOf(Actor who, Sheet sheet, Words words) =>
        who.PersonId is { } person ? sheet.NameOf(person) ?? words["somebody"] : words["the-desk"];

    internal static string Named(IReadOnlyList<int> people, Sheet sheet) =>
        string.Join(", ", people.Select(p => sheet.NameOf(p)));

    static IEnumerable<(string, string)> Inner(Words words, params (string Key, string Text)[] parts) =>
        parts.Where(p => p.Text.Length > 0).Select(p => (words[p.Key], p.Text));
}

/// <summary>How an entry looks; what the customer sees and what not must never be mistaken.</summary>
public enum EntryKind
{
    Customer,
    Reply,
    Briefing,
    Note,
    Automatic,
    Milestone,
    Trouble,
    Fact,

    /// <summary>Shown only with the whole history.</summary>
    Detail,
}
