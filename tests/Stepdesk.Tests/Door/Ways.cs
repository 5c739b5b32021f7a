using System.Text.Json;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Tests.Door;

/// <summary>An action as each door is asked for it; what a door does not have is left out.</summary>
sealed record Way(string Name, TicketAction Action, string? Noun = null, object? Body = null)
{
    /// <summary>The page's form, and what is typed into it.</summary>
    public string? Form { get; init; }

    /// <summary>What that form is called on the page, where there is one for each of many.</summary>
    public string? Handler
    {
        get => field ?? Form;
        init;
    }
    public (string Name, string Value)[] Typed { get; init; } = [];

    /// <summary>What is written into the form a customer has.</summary>
    public string Text =>
        Action switch
        {
            Confirm confirm => confirm.Comment ?? "",
            Dispute dispute => dispute.Reason,
            Write write => write.Text,
            _ => "",
        };

    /// <summary>Why to go on although a step asks for more.</summary>
    public string? Override { get; init; }
}

/// <summary>Every action that people ask for, said well and said badly.</summary>
static class AllWays
{
    /// <summary>All of them, with another ticket to link to and somebody of each role.</summary>
    public static Way[] For(int original, IReadOnlyDictionary<Role, Actor> people) =>
        [
            Said("reply", new Reply("We look"), "replies", "We look"),
            Said("reply", new Reply(" "), "replies", " "),
            Said("note", new Note("Odd"), "notes", "Odd"),
            Said("note", new Note(""), "notes", ""),
            new("pin", new KeepFinding(new("source", IsSimulated: true, "requests", default, [], [], 0, ""))),
            new(
                "act on account",
                new ActOnAccount("system", new("x", "x"), "name", new("x", "x"), [], "") { IsConfirmed = true }
            ),
            Said("diagnose", new Diagnose("Locked out"), "diagnosis", "Locked out"),
            Said("diagnose", new Diagnose(""), "diagnosis", ""),
            Resolution(ResolutionKind.Fix, "Unlocked", "Typos"),
            Resolution(ResolutionKind.Fix, "Unlocked", ""),
            Resolution(ResolutionKind.Workaround, "", "Typos"),
            Resolution(ResolutionKind.Answered, "Told how", ""),
            Resolution(ResolutionKind.Forwarded, "Passed on", ""),
            Resolution(ResolutionKind.Duplicate, "See there", ""),
            Resolution(ResolutionKind.Fix, "Unlocked", "Typos", why: "All hands on it"),
            Resolution(ResolutionKind.Fix, "Unlocked", "Typos", why: " "),
            new("confirm", new Confirm("Fine"), "confirmation", new { comment = "Fine" })
            {
                Form = "confirm",
                Typed = [("Text", "Fine")],
            },
            Reason("dispute", new Dispute("No"), "dispute", "No"),
            Reason("dispute", new Dispute(""), "dispute", ""),
            new("close", new Close(), "closure", new { }) { Form = "close" },
            new("close, overriding", new Close(), "closure", new { @override = "She left" })
            {
                Form = "close",
                Typed = [("Override", "She left")],
                Override = "She left",
            },
            Reason("reopen", new Reopen("Again"), "reopening", "Again"),
            Reason("reopen", new Reopen(""), "reopening", ""),
            new("cancel", new Cancel(CancelReason.Spam, "Spam"), "cancellation", new { reason = "spam", text = "Spam" })
            {
                Form = "cancel",
                Typed = [("Reason", "Spam"), ("Text", "Spam")],
            },
            new("cancel", new Cancel(CancelReason.Spam, ""), "cancellation", new { reason = "spam", text = "" })
            {
                Form = "cancel",
                Typed = [("Reason", "Spam"), ("Text", "")],
            },
            Said("trend", new NoteTrend("Third this week"), "trend", "Third this week"),
            Said("trend", new NoteTrend(""), "trend", ""),
            new(
                "wait",
                new WaitFor(WaitingOn.ThirdParty, "The maker"),
                "waiting",
                new { on = "third_party", reason = "The maker" }
            )
            {
                Form = "wait",
                Typed = [("On", "ThirdParty"), ("Text", "The maker")],
            },
            new("resume", new Resume(), "resumption", new { }) { Form = "resume" },
            new("link", new LinkTo(original, LinkKind.Related), "links", new { ticket = original, kind = "related" })
            {
                Form = "link",
                Typed = [("Link", "Related"), ("Other", $"{original}")],
            },
            new("move on", new MoveTo((int)Step.TrendAnalysis), "stage", new { stage = (int)Step.TrendAnalysis })
            {
                Form = "stage",
                Typed = [("Stage", $"{(int)Step.TrendAnalysis}")],
            },
            new("move nowhere", new MoveTo(99), "stage", new { stage = 99 })
            {
                Form = "stage",
                Typed = [("Stage", "99")],
            },
            new("unlink", new Unlink(original)),
            new("unmerge", new Unmerge(original)),
            new("split", new Split([1], "Something else", "It is"))
            {
                Form = "split",
                Typed = [("Pins", "1"), ("Summary", "Something else"), ("Text", "It is")],
            },
            new(
                "merge",
                new Merge(original, "We go on there."),
                "merge",
                new { into = original, message = "We go on there." }
            )
            {
                Form = "merge",
                Typed = [("Other", $"{original}"), ("Text", "We go on there.")],
            },
            new(
                "brief",
                new Brief(Audience.Specialists, "Help"),
                "briefings",
                new { to = "specialists", text = "Help" }
            )
            {
                Form = "brief",
                Typed = [("To", "Specialists"), ("Text", "Help")],
            },
            new("escalate", Escalate(people), "escalations", EscalateBody(people))
            {
                Form = "escalate",
                Typed =
                [
                    ("Ground", "Security"),
                    ("Specialty", "Development"),
                    ("Person", $"{people[Role.Mentor].PersonId}"),
                    ("Summary", "Odd sign-ins"),
                    ("Count", "4"),
                    ("Since", "2026-03-02T08:00"),
                    ("Text", "Looked at the log"),
                    ("Pins", "1"),
                    ("Impact", "Nobody can work"),
                    ("Ask", "Look at it"),
                    ("At", "2026-03-09T09:00"),
                ],
            },
            new("escalate nothing", new Escalate(null, null), "escalations", new { }) { Form = "escalate" },
            new(
                "withdraw nothing",
                new WithdrawEscalation(99, "Found it"),
                "withdrawals",
                new { escalation = 99, reason = "Found it" }
            )
            {
                Form = "withdraw",
                Typed = [("Escalation", "99"), ("Text", "Found it")],
            },
            .. FixedWorkWays.All,
            new(
                "ask for approval",
                Ask(people),
                "approvals",
                new
                {
                    purpose = "data_release",
                    people = new[] { people[Role.Mentor].PersonId },
                    fields = (string[])["course", "students"],
                    why = "A talk",
                    until = "2026-03-09T09:00:00+07:00",
                }
            )
            {
                Form = "approval",
                Typed =
                [
                    ("Kind", "DataRelease"),
                    ("People", $"{people[Role.Mentor].PersonId}"),
                    ("Fields", "course\nstudents"),
                    ("Text", "A talk"),
                    ("At", "2026-03-09T09:00"),
                ],
            },
            new("ask for nothing", new AskApproval(null), "approvals", new { }) { Form = "approval" },
            new("agree to nothing", new Grant(99), "grants", new { approval = 99 })
            {
                Form = "grant",
                Typed = [("Escalation", "99"), ("Text", "")],
            },
            new("refuse nothing", new Deny(99, "No"), "denials", new { approval = 99, reason = "No" })
            {
                Form = "deny",
                Typed = [("Escalation", "99"), ("Text", "No")],
            },
            new(
                "retract nothing",
                new WithdrawApproval(99, "Not needed"),
                "retractions",
                new { approval = 99, reason = "Not needed" }
            )
            {
                Form = "retract",
                Typed = [("Escalation", "99"), ("Text", "Not needed")],
            },
            new("answer nothing", new RecordAnswer(99, "Fixed"), "answers", new { escalation = 99, text = "Fixed" })
            {
                Form = "answer",
                Typed = [("Escalation", "99"), ("Text", "Fixed")],
            },
            new(
                "classify",
                Expedite("53 people"),
                "classification",
                new { @class = "expedite", justification = "53 people" }
            )
            {
                Form = "classify",
                Typed = [("Class", "Expedite"), ("Text", "53 people")],
            },
            new("classify", Expedite(""), "classification", new { @class = "expedite", justification = "" })
            {
                Form = "classify",
                Typed = [("Class", "Expedite"), ("Text", "")],
            },
            new("priority", new SetPriority(Priority.Urgent), "priority", new { priority = "urgent" })
            {
                Form = "priority",
                Typed = [("Priority", "Urgent")],
            },
            new("category", new SetCategory("mail"), "category", new { category = "mail" })
            {
                Form = "category",
                Typed = [("Words", "mail")],
            },
            new("tags", new SetTags(["mail"]), "tags", new { tags = (string[])["mail"] })
            {
                Form = "tags",
                Typed = [("Words", "mail")],
            },
            new("affected", new SetAffected(new(4)), "affected", new { affected = 4 })
            {
                Form = "affected",
                Typed = [("Count", "4"), ("Source", "Reported")],
            },
            new("affected", new SetAffected(new(-1)), "affected", new { affected = -1 })
            {
                Form = "affected",
                Typed = [("Count", "-1"), ("Source", "Reported")],
            },
            Assignment("assign", people[Role.Lead]),
            Assignment("assign to a customer", people[Role.Customer]),
            new("take", new Take(), "claim", new { }) { Form = "take" },
            new("follow", new Follow(), "following", new { }) { Form = "follow" },
            new("unfollow", new Unfollow()) { Form = "unfollow" },
            Transfer("transfer to no team", 99, "Theirs", "The log"),
            Transfer("transfer for no reason", null, "", "The log"),
            Said("note", new Note("@Nobody look"), "notes", "@Nobody look"),
            new("tell apart", new TellApart(original), "distinctions", new { ticket = original })
            {
                Form = "alike",
                Handler = $"alike-{original}",
                Typed = [("Link", ""), ("Other", $"{original}")],
            },
            Reason("dismiss", new DismissProposal("A way round"), "dismissal", "A way round"),
            new("write", new Write("Any news?", Channel.Api), "messages", new { text = "Any news?" }),
            new("write", new Write("", Channel.Api), "messages", new { text = "" }),
            new("release", new Release(people[Role.Mentor].PersonId!.Value)),
            new("involve", new Involve(people[Role.Mentor].PersonId!.Value, Audience.Specialists))
            {
                Form = "involve",
                Typed = [("Email", "mentor@desk.example"), ("To", "Specialists")],
            },
        ];

    static Escalate Escalate(IReadOnlyDictionary<Role, Actor> people) =>
        new(Ground.Security, Specialty.Development)
        {
            Person = people[Role.Mentor].PersonId,
            Package = new()
            {
                Summary = "Odd sign-ins",
                Affected = 4,
                Since = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7)),
                Tried = "Looked at the log",
                Pins = [new(1)],
                Impact = "Nobody can work",
                Ask = "Look at it",
                NextUpdateAt = new(2026, 3, 9, 9, 0, 0, TimeSpan.FromHours(7)),
            },
        };

    static AskApproval Ask(IReadOnlyDictionary<Role, Actor> people) =>
        new(ApprovalPurpose.DataRelease)
        {
            Approvers = [people[Role.Mentor].PersonId!.Value],
            Fields = ["course", "students"],
            Why = "A talk",
            Until = new(2026, 3, 9, 9, 0, 0, TimeSpan.FromHours(7)),
        };

    static object EscalateBody(IReadOnlyDictionary<Role, Actor> people) =>
        new
        {
            why = "security",
            to = "development",
            person = people[Role.Mentor].PersonId,
            summary = "Odd sign-ins",
            affected = 4,
            since = "2026-03-02T08:00:00+07:00",
            tried = "Looked at the log",
            pins = new[] { new { version = 1 } },
            impact = "Nobody can work",
            ask = "Look at it",
            nextUpdateAt = "2026-03-09T09:00:00+07:00",
        };

    static Classify Expedite(string why) => new(ClassOfService.Expedite, why);

    static Way Assignment(string name, Actor to) =>
        new(name, new Assign(null, to.PersonId), "assignment", new { team = (int?)null, owner = to.PersonId })
        {
            Form = "assign",
            Typed = [("Owner", $"{to.PersonId}"), ("Team", "0")],
        };

    static Way Transfer(string name, int? team, string reason, string needs) =>
        new(
            name,
            new Transfer(team ?? 98, reason, needs),
            "transfers",
            new
            {
                team = team ?? 98,
                reason,
                needs,
            }
        )
        {
            Form = "transfer",
            Typed = [("Team", $"{team ?? 98}"), ("Text", reason), ("Ask", needs)],
        };

    static Way Said(string form, TicketAction action, string noun, string text) =>
        new(form, action, noun, new { text }) { Form = form, Typed = [("Text", text)] };

    static Way Reason(string form, TicketAction action, string noun, string reason) =>
        new(form, action, noun, new { reason }) { Form = form, Typed = [("Text", reason)] };

    static Way Resolution(ResolutionKind kind, string solution, string cause, string? why = null) =>
        new(
            $"resolve as {kind} '{solution}' '{cause}' {why}",
            new Resolve(kind, solution) { Cause = cause },
            "resolution",
            why is null
                ? new
                {
                    kind = Word(kind),
                    solution,
                    cause,
                }
                : (object)
                    new
                    {
                        kind = Word(kind),
                        solution,
                        cause,
                        @override = why,
                    }
        )
        {
            Form = "resolve",
            Typed =
            [
                ("Kind", kind.ToString()),
                ("Text", solution),
                ("Cause", cause),
                .. why is null ? [] : ((string, string)[])[("Override", why)],
            ],
            Override = why,
        };

    static string Word(ResolutionKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
