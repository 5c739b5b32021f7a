using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>What any form of the ticket page posts: which action is wanted, and what was typed for it.</summary>
public sealed class TicketForm
{
    /// <summary>The action, by the name its form carries.</summary>
    public string? Act { get; set; }

    /// <summary>Made with the form: sent twice, it is done once.</summary>
    public string? Key { get; set; }
    public string? Text { get; set; }

    /// <summary>The version of the ticket it was made from.</summary>
    public int? Seen { get; set; }

    /// <summary>Why to go on although a step asks for more.</summary>
    public string? Override { get; set; }

    /// <summary>What was held is meant so.</summary>
    public bool Anyway { get; set; }
    public string? At { get; set; }
    public string? Class { get; set; }
    public string? Priority { get; set; }
    public string? Count { get; set; }
    public string? Source { get; set; }
    public int? Team { get; set; }
    public int? Owner { get; set; }
    public string? Words { get; set; }
    public string? Kind { get; set; }
    public string? Cause { get; set; }
    public string? Message { get; set; }
    public string? ForwardedTo { get; set; }
    public string? Reason { get; set; }
    public string? Link { get; set; }

    /// <summary>The number of another ticket.</summary>
    public string? Other { get; set; }
    public int? Stage { get; set; }
    public bool NoPattern { get; set; }

    /// <summary>For the requester alone, though others reported the same.</summary>
    public bool Alone { get; set; }
    public string? On { get; set; }
    public string? To { get; set; }

    /// <summary>Who has to agree, by id; whether one of them is enough; and to exactly what, one a line.</summary>
    public List<int>? People { get; set; }
    public bool AnyOne { get; set; }
    public string? Fields { get; set; }

    /// <summary>Which escalation or request for approval is meant, and which alert a package completes: by the version that asked.</summary>
    public int? Escalation { get; set; }
    public int? Alert { get; set; }
    public string? Ground { get; set; }
    public string? Specialty { get; set; }
    public bool IsShort { get; set; }

    /// <summary>A chat channel, by name.</summary>
    public string? Channel { get; set; }

    /// <summary>Which system is looked up, by name, and what it is asked, by the names of its parameters.</summary>
    public string? System { get; set; }
    public Dictionary<string, string>? Asked { get; set; }
    public string? Summary { get; set; }
    public string? Since { get; set; }
    public string? Impact { get; set; }
    public string? Ask { get; set; }

    /// <summary>What is sent along: versions of entries, or of their files as <c>version/file</c>.</summary>
    public List<string>? Pins { get; set; }

    /// <summary>Reports drawn in the session whose files go along, by their names.</summary>
    public List<string>? Reports { get; set; }

    /// <summary>Links, one a line, each with what it shows.</summary>
    public string? Links { get; set; }

    /// <summary>Who is meant, by id.</summary>
    public int? Person { get; set; }

    /// <summary>Who is meant, by address and, should they be new, by name.</summary>
    public string? Email { get; set; }
    public string? Name { get; set; }

    /// <summary>The action that is meant; null when the form is none of ours.</summary>
    /// <param name="typed">Reads times and numbers, and keeps why one could not be read.</param>
    /// <param name="files">What was uploaded with it.</param>
    /// <param name="other">The id of the other ticket, for links.</param>
    public TicketAction? Read(Typed typed, IReadOnlyList<Attachment> files, int other) =>
        Act switch
        {
            "reply" => new Reply(Text ?? "")
            {
                NextUpdateAt = typed.Time(At),
                Attachments = files,
                Alone = Alone,
            },
            "brief" => new Brief(typed.Choice<Audience>(To), Text ?? "")
            {
                NextUpdateAt = typed.Time(At),
                Attachments = files,
            },
            "escalate" => PackageForm.Read(this, typed, files),
            "withdraw" => new WithdrawEscalation(Escalation ?? 0, Text ?? ""),
            "answer" => new RecordAnswer(Escalation ?? 0, Text ?? ""),
            "scope" => new SetScope([.. Scope(Text, Need.MustHave), .. Scope(Fields, Need.NiceToHave)]),
            "question" => new NoteQuestion(Text ?? ""),
            "clarify" => new NoteAnswer(Escalation ?? 0, Text ?? ""),
            "bargain" => new Negotiate(typed.Choice<BargainStep>(Kind), Text ?? "", Name),
            // What is no time is none that can be planned with, and is refused as that.
            "plan" => new PlanMilestones(
                [.. TimedLine.Read(Fields).Select(l => new PlanPart(l.Text, l.Minutes ?? 0))],
                string.IsNullOrWhiteSpace(Count) ? 0 : TimedLine.ReadTime(Count) ?? -1
            ),
            "handover" => new HandOver(Text ?? "", files),
            "approval" => new AskApproval(typed.Chosen<ApprovalPurpose>(Kind))
            {
                Approvers = People ?? [],
                AnyOne = AnyOne,
                Fields = (Fields ?? "").Split('\n'),
                Why = Text ?? "",
                Until = typed.Time(At),
                Channel = string.IsNullOrEmpty(Channel) ? null : Channel,
            },
            "grant" => new Grant(Escalation ?? 0, Text),
            "deny" => new Deny(Escalation ?? 0, Text ?? ""),
            "grant-for" => new Grant(Escalation ?? 0, Text) { For = Person ?? 0 },
            "deny-for" => new Deny(Escalation ?? 0, Text ?? "") { For = Person ?? 0 },
            "account-done" => new EndAccountAct(Escalation ?? 0, AccountEnding.Done),
            "account-not-done" => new EndAccountAct(Escalation ?? 0, AccountEnding.NotDone),
            "retract" => new WithdrawApproval(Escalation ?? 0, Text ?? ""),
            "release" => new Release(Person ?? 0),
            "note" => new Note(Text ?? ""),
            "wait" => new WaitFor(typed.Choice<WaitingOn>(On), Text ?? ""),
            "resume" => new Resume(),
            "diagnose" => new Diagnose(Text ?? ""),
            "resolve" => new Resolve(typed.Choice<ResolutionKind>(Kind), Text ?? "")
            {
                Cause = Cause ?? "",
                Message = Message,
                ForwardedTo = ForwardedTo,
                Attachments = files,
                Alone = Alone,
            },
            "confirm" => new Confirm(Text),
            "dispute" => new Dispute(Text ?? ""),
            "close" => new Close(),
            "reopen" => new Reopen(Text ?? ""),
            "cancel" => new Cancel(typed.Choice<CancelReason>(Reason), Text ?? ""),
            "trend" => new NoteTrend(Text ?? "", NoPattern),
            "link" => new LinkTo(other, typed.Choice<LinkKind>(Link)),
            "alike" => typed.Chosen<LinkKind>(Link) is { } same ? new LinkTo(other, same) : new TellApart(other),
            "unlink" => new Unlink(typed.Number(Other) ?? 0),
            "split" => new Split(
                [.. (Pins ?? []).Select(p => int.TryParse(p, out var version) ? version : 0)],
                Summary ?? "",
                Text ?? ""
            ),
            "merge" => new Merge(other, Text ?? ""),
            "unmerge" => new Unmerge(typed.Number(Other) ?? 0),
            "classify" => new Classify(typed.Choice<ClassOfService>(Class), Text ?? "")
            {
                Affected = Counted(typed),
                Deadline = typed.Time(At),
            },
            "take" => new Take(),
            "transfer" => new Transfer(Team ?? 0, Text ?? "", Ask ?? ""),
            "follow" => new Follow(),
            "unfollow" => new Unfollow(),
            "dismiss" => new DismissProposal(Text ?? ""),
            "stage" => new MoveTo(Stage ?? 0),
            "assign" => new Assign(Team is 0 ? null : Team, Owner is 0 ? null : Owner),
            "priority" => new SetPriority(typed.Choice<Priority>(Priority)),
            "category" => new SetCategory(Words),
            "tags" => new SetTags((Words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)),
            "affected" => new SetAffected(Counted(typed)),
            _ => null,
        };

    static IEnumerable<ScopeItem> Scope(string? lines, Need need) =>
        TimedLine.Read(lines).Select(l => new ScopeItem(l.Text, need, l.Minutes));

    // An empty field says that nobody knows.
    Affected? Counted(Typed typed) =>
        typed.Number(Count) is { } count
            ? new(count, typed.Chosen<AffectedSource>(Source) ?? AffectedSource.Reported)
            : null;
}
