using System.Collections.Frozen;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// What somebody can do to a ticket as it stands, and why not the rest. Every action is tried on it and none is done, so
/// the rules stand in the actions alone and every face offers the same.
/// </summary>
public sealed class Transitions
{
    readonly FrozenDictionary<Type, Decision> verdicts;
    readonly bool mayOverride;

    Transitions(IEnumerable<(Type Action, Decision Verdict)> tried, bool mayOverride) =>
        (verdicts, this.mayOverride) = (tried.ToFrozenDictionary(t => t.Action, t => t.Verdict), mayOverride);

    /// <summary>The actions a person can be offered; a ticket is logged before it has transitions.</summary>
    public static IReadOnlyList<Type> Actions { get; } =
    [.. Examples(Ticket.Unlogged, new(default, Actor.System("transitions"))).Select(e => e.GetType())];

    public static Transitions Of(Ticket ticket, Moment moment) =>
        new(
            Examples(ticket, moment)
                .Select(example =>
                    (
                        example.GetType(),
                        Permissions.May(moment.Who, example)
                            ? Overriding.Decide(example, null, ticket, moment)
                            : Refusals.NotAllowed
                    )
                ),
            Permissions.MayOverride(moment.Who)
        );

    /// <summary>Whether the action, said well, would do something.</summary>
    public bool Allow(Type action) => verdicts[action] is { Refusal: null, Events.Count: > 0 };

    /// <inheritdoc cref="Allow(Type)"/>
    public bool Allow<T>()
        where T : TicketAction => Allow(typeof(T));

    /// <summary>What stands in the way of the action but can be overridden by this person, who then says why; else null.</summary>
    public Refusal? Overridable(Type action) => Overridable(RefusalOf(action));

    /// <summary>The refusal where this person can override it by saying why; else null.</summary>
    public Refusal? Overridable(Refusal? refusal) =>
        mayOverride && refusal is not null && Overriding.Helps(refusal) ? refusal : null;

    /// <summary>Why the action is not possible; null when it is, or when it would change nothing.</summary>
    public Refusal? RefusalOf(Type action) => verdicts[action].Refusal;

    // One of each, saying enough. Each differs from what the ticket has: asking for what is there already does nothing.
    static IEnumerable<TicketAction> Examples(Ticket ticket, Moment moment) =>
        [
            new Classify(ClassOfService.Standard, $"not {ticket.Justification}"),
            new SetPriority(ticket.Priority is Priority.Low ? Priority.High : Priority.Low),
            new SetCategory($"not-{ticket.Category?.Length}"),
            new SetTags([$"not-{ticket.Tags.Count}"]),
            new SetAffected(new((ticket.Affected?.Count ?? 0) + 1)),
            new DismissProposal("text"),
            new Assign(ticket.Team, (ticket.Owner ?? 0) + 1),
            new Take(),
            new Transfer((ticket.Team ?? 0) + 1, "text", "text"),
            new Follow(),
            new Unfollow(),
            new ApplyPolicy((ticket.Treatment?.Policy ?? 0) + 1),
            new Reply("text"),
            new Brief(ticket.Parties.Select(p => p.As).FirstOrDefault(Audience.Specialists), "text"),
            new Involve(int.MaxValue, Audience.Stakeholders),
            new Escalate(Ground.BeyondSkill, Specialty.SeniorEngineer)
            {
                Person = int.MaxValue,
                Readers = [int.MaxValue],
                Package = new()
                {
                    Summary = "text",
                    Affected = 1,
                    Since = ticket.ReportedAt,
                    Tried = "text",
                    Impact = "text",
                    Ask = "text",
                    // Whatever the moment, it is to come and not too far away.
                    NextUpdateAt = moment.When.AddDays(1),
                    Pins = [new(ticket.Said.Select(s => s.Version).FirstOrDefault())],
                },
            },
            new WithdrawEscalation(Asked(ticket), "text"),
            new RecordAnswer(Asked(ticket), "text"),
            new SetScope([new($"not {ticket.Work.Scope.Count}", Need.MustHave)]),
            new NoteQuestion("text"),
            new NoteAnswer(ticket.Work.Questions is [.., var question] ? question.Version : 0, "text"),
            new Negotiate(BargainStep.Asked, "text"),
            new PlanMilestones([new($"not {ticket.Work.Milestones.Count}", 1)]),
            new HandOver("text", [new("text", "text/plain", 1, "00")]),
            new AskApproval(ApprovalPurpose.Other)
            {
                Approvers = [int.MaxValue],
                Known = [int.MaxValue],
                Fields = ["text"],
                Why = "text",
                Until = moment.When.AddDays(1),
            },
            new WithdrawApproval(Awaited(ticket, moment), "text"),
            new Grant(Awaited(ticket, moment)),
            new Deny(Awaited(ticket, moment), "text"),
            new Release(ticket.Parties.Select(p => p.Person).FirstOrDefault()),
            new Note("text"),
            new KeepFinding(new("source", IsSimulated: true, "text", default, [], [], 0, "")),
            new ActOnAccount("system", new("text", "text"), "text", new("text", "text"), [], "text")
            {
                IsConfirmed = true,
            },
            new EndAccountAct(ticket.AccountActs.FirstOrDefault(a => a.IsUnknown)?.Version ?? 0, AccountEnding.Done),
            new WaitFor(ticket.Waiting?.On is WaitingOn.Customer ? WaitingOn.ThirdParty : WaitingOn.Customer, "text"),
            new Resume(),
            new Diagnose("text"),
            new Resolve(ResolutionKind.Fix, "text") { Cause = "text" },
            new Confirm("text"),
            new Dispute("text"),
            new Close(),
            new Reopen("text"),
            new Cancel(CancelReason.Mistake, "text"),
            new LinkTo(int.MaxValue, LinkKind.Related),
            new Unlink(ticket.Links.Where(l => !l.Kind.IsMerge()).Select(l => l.Ticket).FirstOrDefault()),
            new Split([Unsplit(ticket)], "text", "text"),
            new Merge(int.MaxValue, "text"),
            new Unmerge(ticket.Links.Where(l => l.Kind.IsMerge()).Select(l => l.Ticket).FirstOrDefault()),
            new TellApart(int.MaxValue),
            new NoteTrend("text"),
            new Write("text", Channel.Web),
            // Every face knows the stages of a team; the table of transitions says only whether any could be chosen.
            new MoveTo(2) { Among = [new(1, "one", Steps.Current(ticket)), new(2, "two", Steps.Current(ticket))] },
        ];

    // What this person is still asked to agree to, else what anybody is, else any, else none.
    static int Awaited(Ticket ticket, Moment moment)
    {
        var awaited = ticket.Approvals.Where(a => a.StateAt(moment.When) is ApprovalState.Awaited).ToList();
        var mine = awaited.Find(a => a.Approvers.Any(p => p == moment.Who.PersonId && a.WordOf(p) is null));
        return mine?.Version
            ?? (
                awaited is [.., var last] ? last.Version
                : ticket.Approvals is [.., var any] ? any.Version
                : 0
            );
    }

    static int Unsplit(Ticket ticket) =>
        ticket
            .Said.Where(s => s.IsCustomers && ticket.SplitInto(s.Version) is null)
            .Select(s => s.Version)
            .FirstOrDefault();

    // What is still awaited, else any, else none.
    static int Asked(Ticket ticket) =>
        ticket.Escalations.LastOrDefault(e => e.IsOpen)?.Version
        ?? (ticket.Escalations is [.., var last] ? last.Version : 0);
}
