using FsCheck;
using FsCheck.Fluent;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Somebody does something after some minutes.</summary>
/// <param name="Override">Why they go on although a step asks for more.</param>
public sealed record Move(int Minutes, TicketAction Action, Actor Who, string? Override = null);

/// <summary>A ticket's life, made of chance: any actions in any order.</summary>
public sealed record Walk(IReadOnlyList<Move> Moves)
{
    /// <summary>What came of each move, as the door would do it: the clocks are looked at first and last.</summary>
    public IReadOnlyList<Turn> Play()
    {
        var story = Given(ALoggedTicket);
        var turns = new List<Turn>();
        foreach (var move in Moves)
        {
            story.AfterMinutes(move.Minutes);
            var before = story.Ticket;
            var action = Aimed(move.Action, before, story.Now - Nine);
            var inForce = before.Treatment?.Policy ?? 0;
            var decision = Overriding.Decide(
                action.Under(inForce, Desk.Policies(inForce)),
                move.Override,
                before,
                new(story.Now, move.Who)
            );
            var events = new List<Recorded>();
            if (decision.Refusal is null)
            {
                Happen(Clocks.Notices(story.Ticket, Desk.Policies, story.Now));
                Happen(decision.Events);
                if (Proposing.After(before, story.Ticket, decision.Events, Desk.Policies) is { } proposed)
                    Happen([proposed]);
                Happen(Clocks.Notices(story.Ticket, Desk.Policies, story.Now));
            }
            turns.Add(new(action, new(story.Now, move.Who), before, decision, events, story.Ticket));

            void Happen(IEnumerable<Event> happened)
            {
                foreach (var what in happened.ToList())
                {
                    story.And(move.Who, what);
                    events.Add(new(story.Ticket.Version, new(story.Now, move.Who), what));
                }
            }
        }
        return turns;
    }

    /// <summary>Everything that happened, the report included.</summary>
    public static IReadOnlyList<Recorded> History(IReadOnlyList<Turn> turns) =>
        [new(1, new(Nine, Lan), ALoggedTicket[0]), .. turns.SelectMany(t => t.Events)];

    public override string ToString() => string.Join('\n', Moves);

    const int Newest = -1;

    // A delivery of nothing and a promise in the past are refused; so most are of something, and counted from now.
    static TicketAction Aimed(TicketAction action, Ticket ticket, TimeSpan passed) =>
        action switch
        {
            Reply reply => reply with { NextUpdateAt = reply.NextUpdateAt + passed },
            Escalate asked => asked with
            {
                Completes =
                    asked.Completes is { } n && ticket.Escalations is { Count: > 0 } before
                        ? before[n % before.Count].Version
                        : asked.Completes,
                Package = asked.Package with { NextUpdateAt = asked.Package.NextUpdateAt + passed },
            },
            WithdrawEscalation ended when ticket.Escalations is { Count: > 0 } before => ended with
            {
                Escalation = before[ended.Escalation % before.Count].Version,
            },
            RecordAnswer answer when ticket.Escalations is { Count: > 0 } before => answer with
            {
                Escalation = before[answer.Escalation % before.Count].Version,
            },
            NoteAnswer answer when ticket.Work.Questions is { Count: > 0 } asked => answer with
            {
                Question = asked[answer.Question % asked.Count].Version,
            },
            Split split => AnyMerge.Aimed(split, ticket),
            AskApproval ask => ask with { Until = ask.Until + passed },
            Grant grant when ticket.Approvals is { Count: > 0 } asked => grant with
            {
                Approval = asked[grant.Approval % asked.Count].Version,
            },
            Deny deny when ticket.Approvals is { Count: > 0 } asked => deny with
            {
                Approval = asked[deny.Approval % asked.Count].Version,
            },
            WithdrawApproval ended when ticket.Approvals is { Count: > 0 } asked => ended with
            {
                Approval = asked[ended.Approval % asked.Count].Version,
            },
            Brief brief => brief with { NextUpdateAt = brief.NextUpdateAt + passed },
            Classify classify => classify with { Deadline = classify.Deadline + passed },
            RecordDelivery { Message: Newest } delivery when ticket.Outgoing is [.., var last] => delivery with
            {
                Message = last.Version,
            },
            RecordDelivery { Message: > 0 and var n, Reader: not null } delivery
                when ticket.Briefings is { Count: > 0 } briefed => delivery with
            {
                Message = briefed[n % briefed.Count].Version,
            },
            RecordDelivery { Message: > 0 and var n } delivery when ticket.Outgoing is { Count: > 0 } sent =>
                delivery with
                {
                    Message = sent[n % sent.Count].Version,
                },
            RecordChatPost { Message: > 0 and var n } post when ticket.Briefings is { Count: > 0 } briefed => post with
            {
                Message = briefed[n % briefed.Count].Version,
            },
            RecordChatFailure { Message: > 0 and var n } failure when ticket.Briefings is { Count: > 0 } briefed =>
                failure with
                {
                    Message = briefed[n % briefed.Count].Version,
                },
            RecordBounce { Message: > 0 and var n } bounce when ticket.Outgoing is { Count: > 0 } sent => bounce with
            {
                Message = sent[n % sent.Count].Version,
            },
            _ => action,
        };

    /// <summary>What random lives are made of.</summary>
    public static class Any
    {
        static Gen<string> Text =>
            Gen.Elements("Something", "Something else", "Đã xử lý", "One more", "And again", " ");

        static Gen<DateTimeOffset?> Soon =>
            Gen.Choose(-60, 6000).Select(minutes => minutes < 0 ? (DateTimeOffset?)null : Nine.AddMinutes(minutes));

        static Gen<Affected> People => Gen.Choose(-1, 40).Select(count => new Affected(count));

        static Gen<TicketAction> Action =>
            Gen.OneOf(
                Text.Select(TicketAction (text) => new Log(text, text, 7, Channel.Web)),
                from service in Gen.Elements(Enum.GetValues<ClassOfService>())
                from why in Text
                from due in Soon
                select (TicketAction)new Classify(service, why) { Deadline = due },
                Gen.Elements(Enum.GetValues<Priority>()).Select(TicketAction (p) => new SetPriority(p)),
                Text.Select(TicketAction (text) => new SetCategory(text)),
                Text.ArrayOf().Select(TicketAction (tags) => new SetTags(tags)),
                People.Select(TicketAction (affected) => new SetAffected(affected)),
                Text.Select(TicketAction (reason) => new DismissProposal(reason)),
                from team in Gen.Choose(0, 2)
                from owner in Gen.Choose(1, 3)
                select (TicketAction)new Assign(team is 0 ? null : team, owner),
                Gen.Constant<TicketAction>(new Take()),
                from team in Gen.Choose(1, 3)
                from text in Text
                select (TicketAction)new Transfer(team, text, "Look at the log"),
                from owner in Gen.Choose(0, 3)
                select (TicketAction)new HandOut { Choice = new(Handing.RoundRobin, owner is 0 ? null : owner, []) },
                Gen.Constant<TicketAction>(new Follow()),
                Gen.Constant<TicketAction>(new Unfollow()),
                Reply,
                Reply,
                Text.Select(TicketAction (text) => new Note(text)),
                Text.Select(
                    TicketAction (text) => new KeepFinding(new("s", IsSimulated: true, text, Nine, [], [], 0, ""), text)
                ),
                AccountWalk.Any(Text),
                Text.Select(TicketAction (text) => new Diagnose(text)),
                Text.Select(TicketAction (text) => new Resolve(ResolutionKind.Fix, text) { Cause = text }),
                from kind in Gen.Elements(Enum.GetValues<ResolutionKind>())
                from text in Text
                select (TicketAction)new Resolve(kind, text) { Cause = text, ForwardedTo = text },
                Text.Select(TicketAction (text) => new Confirm(text)),
                from whom in Gen.Elements(Enum.GetValues<WaitingOn>())
                from why in Text
                select (TicketAction)new WaitFor(whom, why),
                Gen.Constant<TicketAction>(new Resume()),
                Gen.Choose(0, 2).Select(TicketAction (version) => new ApplyPolicy(version)),
                Text.Select(TicketAction (text) => new Dispute(text)),
                Gen.Constant<TicketAction>(new Close()),
                Gen.Constant<TicketAction>(new Close()),
                Text.Select(TicketAction (text) => new Reopen(text)),
                from reason in Gen.Elements(Enum.GetValues<CancelReason>())
                from why in Text
                select (TicketAction)new Cancel(reason, why),
                from other in Gen.Choose(2, 4)
                from kind in Gen.Elements(Enum.GetValues<LinkKind>())
                from affected in Gen.Choose(1, 12)
                select (TicketAction)new LinkTo(other, kind) { Affected = kind.Adds() ? affected : null },
                Gen.Choose(2, 4).Select(TicketAction (other) => new Unlink(other)),
                AnyMerge.Action,
                from other in Gen.Choose(2, 4)
                from affected in Gen.Choose(0, 12)
                from beneath in Gen.Choose(0, 12)
                select (TicketAction)new Recount(other, affected, beneath is 0 ? [] : [new(9, beneath)]),
                Gen.Choose(2, 4).Select(TicketAction (other) => new TellApart(other)),
                Text.Select(TicketAction (text) => new NoteTrend(text)),
                Text.Select(TicketAction (text) => new Write(text, Channel.Mail)),
                Text.Select(TicketAction (text) => new KeepAutomatic(text, null, null)),
                from stage in Gen.Choose(1, 15)
                select (TicketAction)
                    new MoveTo(stage)
                    {
                        Among =
                        [
                            .. Stages.Columns.SelectMany(s =>
                                (Stage[])[new(2 * (int)s, "", s), new(2 * (int)s + 1, "more", s)]
                            ),
                        ],
                    },
                from person in Gen.Choose(6, 9)
                from audience in Audiences
                select (TicketAction)new Involve(person, audience),
                Gen.Choose(6, 9).Select(TicketAction (person) => new Release(person)),
                from audience in Audiences
                from text in Text
                from next in Soon
                select (TicketAction)new Brief(audience, text) { NextUpdateAt = next },
                from person in Gen.Choose(6, 9)
                from text in Text
                select (TicketAction)new HearFrom(person, text),
                Work,
                Work,
                Approval,
                Approval,
                from n in Gen.Choose(0, 3)
                from person in Gen.Choose(6, 9)
                from text in Text
                select (TicketAction)new Grant(n, text) { For = person },
                from n in Gen.Choose(0, 3)
                from person in Gen.Choose(6, 9)
                from text in Text
                select (TicketAction)new Deny(n, text) { For = person },
                from n in Gen.Choose(0, 3)
                from text in Text
                select (TicketAction)new WithdrawApproval(n, text),
                from person in Gen.Choose(6, 9)
                from text in Text
                select (TicketAction)new HearApprover(person, text),
                Escalation,
                Escalation,
                from n in Gen.Choose(0, 9)
                from text in Text
                select (TicketAction)new WithdrawEscalation(n, text),
                from n in Gen.Choose(0, 9)
                from text in Text
                select (TicketAction)new RecordAnswer(n, text),
                from n in Gen.Choose(1, 9)
                from person in Gen.Choose(6, 9)
                select (TicketAction)new RecordDelivery(n, "m@desk.example") { Reader = person },
                Gen.Choose(1, 9).Select(TicketAction (n) => new RecordChatPost(n, "ops")),
                Gen.Choose(1, 9).Select(TicketAction (n) => new RecordChatFailure(n, "ops", "410")),
                Delivery,
                Delivery,
                Delivery,
                Gen.Choose(0, 9).Select(TicketAction (n) => new RecordBounce(n, "5.1.1")),
                Gen.Constant<TicketAction>(new CheckClocks()),
                Gen.Constant<TicketAction>(new CheckClocks())
            );

        // Most tickets have no fixed date, so half of these give one first.
        static Gen<TicketAction> Work =>
            Gen.OneOf(
                Soon.Select(TicketAction (due) => new Classify(ClassOfService.FixedDeadline, "Due") { Deadline = due }),
                Soon.Select(TicketAction (due) => new Classify(ClassOfService.FixedDeadline, "Due") { Deadline = due }),
                from text in Text
                from need in Gen.Elements(Enum.GetValues<Need>())
                from minutes in Gen.Choose(0, 300)
                select (TicketAction)new SetScope([new(text, need, minutes), new("All", Need.MustHave)]),
                Text.Select(TicketAction (text) => new NoteQuestion(text)),
                from n in Gen.Choose(0, 3)
                from text in Text
                select (TicketAction)new NoteAnswer(n, text),
                from step in Gen.Elements(Enum.GetValues<BargainStep>())
                from text in Text
                select (TicketAction)new Negotiate(step, text),
                from minutes in Gen.Choose(1, 90)
                from buffer in Gen.Choose(0, 30)
                select (TicketAction)new PlanMilestones([new("Query", minutes), new("Check", 5)], buffer),
                Text.Select(TicketAction (text) => new HandOver(text, [new("report.csv", "text/csv", 3, "aa")]))
            );

        // Somebody else than who asks most things, so that approvals are decided too.
        static readonly Actor Hai = Actor.Person(40, Role.Lead);

        static Gen<TicketAction> Approval =>
            from purpose in Gen.Elements(Enum.GetValues<ApprovalPurpose>())
            from person in Gen.Choose(6, 9)
            from anyOne in Gen.Elements(true, false)
            from text in Text
            from until in Soon
            select (TicketAction)
                new AskApproval(purpose)
                {
                    Approvers = [person, 8],
                    Known = [6, 7, 8, 9],
                    AnyOne = anyOne,
                    Fields = [text],
                    Why = text,
                    Until = until,
                };

        static Gen<TicketAction> Escalation =>
            from person in Gen.Choose(6, 9)
            from text in Text
            from next in Soon
            from isShort in Gen.Elements(true, false)
            from alert in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 9).Select(n => (int?)n)))
            select (TicketAction)
                new Escalate(Ground.BusinessImpact, Specialty.Operations)
                {
                    Person = person,
                    Readers = [person],
                    Channel = person == 9 ? "ops" : null,
                    Chats = [new("ops")],
                    IsShort = isShort,
                    Completes = alert,
                    Package = new()
                    {
                        Summary = text,
                        Affected = 3,
                        Since = Nine,
                        Tried = "Something",
                        Impact = "Something",
                        Ask = text,
                        NextUpdateAt = next,
                        Pins = [new(1)],
                    },
                };

        static Gen<Audience> Audiences => Gen.Elements(Enum.GetValues<Audience>());

        static Gen<TicketAction> Reply =>
            from text in Text
            from next in Soon
            select (TicketAction)new Reply(text) { NextUpdateAt = next };

        static Gen<TicketAction> Delivery =>
            Gen.Choose(0, 9).Select(TicketAction (n) => new RecordDelivery(n, "m@desk.example"));

        static Gen<Move> Move =>
            from minutes in Gen.Frequency(
                (12, Gen.Choose(0, 15)),
                (3, Gen.Choose(0, 2000)),
                (1, Gen.Choose(0, 20 * 24 * 60))
            )
            from action in Action
            from who in Gen.Elements(An, Lan, Hai)
            from why in Gen.Frequency((8, Gen.Constant<string?>(null)), (1, Text.Select(string? (text) => text)))
            select new Move(minutes, action, who, why);

        // Nor would it often declare an emergency within the minutes an alert is promised in.
        static readonly Move[] Emergency =
        [
            new(1, new Classify(ClassOfService.Expedite, "53 users"), An),
            new(4, new CheckClocks(), An),
        ];

        // Eight office hours to resolve, of which more than five are gone.
        static readonly Move[] Slow = [new(0, new ApplyPolicy(1), An), new(7 * 60, new CheckClocks(), An)];

        // Chance alone would hardly ever be silent for ten days between two mails that arrived.
        static readonly Move[] Silence =
        [
            new(1, new Reply("We are on it"), An),
            new(1, new RecordDelivery(Newest, "m@desk.example"), An),
            new(1, new Diagnose("Locked out"), An),
            new(1, new Resolve(ResolutionKind.Fix, "Unlocked") { Cause = "Typos" }, An),
            .. from days in (int[])[0, 2, 3, 5]
            from move in (Move[])
                [new(days * 24 * 60, new CheckClocks(), An), new(1, new RecordDelivery(Newest, "m@desk.example"), An)]
            select move,
        ];

        static Gen<Walk> Life =>
            from beginning in Gen.Frequency((4, Gen.Constant<Move[]>([])), (1, Gen.Elements(Silence, Emergency, Slow)))
            from more in Move.ListOf()
            select new Walk([.. beginning, .. more]);

        public static Arbitrary<Walk> Walks() =>
            Arb.From(
                Life,
                // The shortest life that still goes wrong: leave out one move at a time.
                walk => walk.Moves.Select((_, i) => new Walk([.. walk.Moves.Where((_, n) => n != i)]))
            );
    }
}
