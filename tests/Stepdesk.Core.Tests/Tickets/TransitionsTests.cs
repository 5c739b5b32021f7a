using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>What docs/steps.md says is what the actions decide. STEPDESK_SNAPSHOTS=write writes its tables anew.</summary>
public sealed class TransitionsTests
{
    static readonly string File = Path.Combine(Repository.Folder, "docs/steps.md");

    static readonly (string Name, Event[] History)[] States =
    [
        ("new", ALoggedTicket),
        ("answered", AnAcknowledgedTicket),
        ("diagnosed", ADiagnosedTicket),
        ("resolved", AToldSolution),
        ("confirmed", AConfirmedSolution),
        ("closed", AClosedTicket),
        ("unconfirmed", [.. AToldSolution, new ClosedUnconfirmed()]),
        ("cancelled", ACancelledTicket),
    ];

    [Fact]
    public void Every_action_a_person_may_take_is_a_transition() =>
        Assert.Equal(
            Permissions
                .All.Where(row => row.Value.Any(role => role is not Role.System))
                .Select(row => row.Key.Name)
                .Except([nameof(Log)])
                .Order(StringComparer.Ordinal),
            Transitions.Actions.Select(a => a.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_page_about_the_steps_has_the_table_of_transitions() =>
        Holds(
            "transitions",
            [
                $"| | {string.Join(" | ", States.Select(s => s.Name))} |",
                $"|---{string.Concat(States.Select(_ => "|---"))}|",
                .. Transitions
                    .Actions.GroupBy(action =>
                        string.Join(" | ", States.Select(s => Verdict(action, Given(s.History).Ticket)))
                    )
                    .Select(same => $"| {string.Join(", ", same.Select(a => a.Name))} | {same.Key} |"),
            ]
        );

    [Fact]
    public void The_page_about_the_steps_has_the_table_of_evidence() =>
        Holds(
            "evidence",
            [
                "| Step | asks for | in Vietnamese |",
                "|---|---|---|",
                .. from step in Steps.Of(Ticket.Unlogged)
                from evidence in step.Evidence
                select $"| {(int)step.Step} {Text.Of($"step-{Snake(step.Step)}", Language.En)} | {Words(evidence, Language.En)} | {Words(evidence, Language.Vi)} |",
            ]
        );

    [Fact]
    public void What_a_role_may_not_do_is_refused_in_every_state() =>
        Assert.All(
            States,
            state =>
                Assert.Equal(
                    Refusals.NotAllowed,
                    Transitions
                        .Of(Given(state.History).Ticket, new(Nine, Actor.Person(3, Role.Mentor)))
                        .RefusalOf(typeof(Close))
                )
        );

    [Fact]
    public void A_wait_can_be_turned_to_somebody_else_and_be_ended()
    {
        var waiting = Transitions.Of(Given(ALoggedTicket).When(new WaitFor(WaitingOn.Customer, "Which?")).Ticket, Now);

        Assert.True(waiting.Allow<WaitFor>());
        Assert.True(waiting.Allow<Resume>());
    }

    static readonly Moment Now = new(Nine.AddDays(1), An);

    // A class, a party, somebody asked for help and somebody asked to agree, a link and a way to write: what the table
    // would else have to say of every state.
    static string Verdict(Type action, Ticket ticket)
    {
        var parties = ticket with
        {
            Parties = [new(9, Audience.Specialists, 1, Nine)],
            Links = [new(8, LinkKind.Related)],
            Said = [.. ticket.Said, new(2, 0) { IsCustomers = true }],
            Deadline = IsOfFixedWork(action) ? Now.When.AddDays(1) : ticket.Deadline,
            Work = ticket.Work with { Questions = [new(2, Nine)] },
            Class = IsOfFixedWork(action) ? ClassOfService.FixedDeadline : ticket.Class ?? ClassOfService.Standard,
            // What it holds back is told beside the table.
            Approvals = action == typeof(Resolve) ? [] : [new(2, Nine, 3, ApprovalPurpose.Other, [9], Nine.AddDays(2))],
            Escalations = [new(2, Nine, Ground.BeyondSkill, Specialty.Development, null, [9])],
        };
        var who =
            action == typeof(Write) ? Lan
            : action == typeof(Grant) || action == typeof(Deny) ? Approver
            : An;
        var verdict = Transitions.Of(parties, Now with { Who = who });
        return action == typeof(ApplyPolicy)
            ? Verdict(action, Transitions.Of(parties, Now with { Who = Admin }))
            : Verdict(action, verdict);
    }

    // Held back by what is told beside the table too.
    static bool IsOfFixedWork(Type action) =>
        action == typeof(SetScope)
        || action == typeof(NoteQuestion)
        || action == typeof(NoteAnswer)
        || action == typeof(Negotiate)
        || action == typeof(PlanMilestones)
        || action == typeof(HandOver);

    static readonly Actor Approver = Actor.Person(9, Role.Customer);
    static readonly Actor Admin = Actor.Person(2, Role.Administrator);

    static string Verdict(Type action, Transitions verdict) =>
        verdict.Allow(action) ? "yes"
        : verdict.RefusalOf(action) is { } refusal ? refusal.Code
        : "–";

    static string Words(Evidence evidence, Language language) => Text.Of($"demand-{Snake(evidence.Demand)}", language);

    static string Snake<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    static void Holds(string name, IEnumerable<string> lines)
    {
        var page = System.IO.File.ReadAllText(File);
        var (begin, end) = ($"<!-- {name} -->\n", "<!-- end -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, from, StringComparison.Ordinal);
        var table = string.Concat(lines.Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("STEPDESK_SNAPSHOTS") is "write")
            System.IO.File.WriteAllText(File, page[..from] + table + page[to..]);
        else
            Assert.Equal(table, page[from..to]);
    }
}
