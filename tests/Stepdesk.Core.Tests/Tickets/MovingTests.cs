using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Stages, and that moving a card never does a step.</summary>
public sealed class MovingTests
{
    static readonly Stage Looking = new(8, "Looking", Step.Diagnosis);

    /// <summary>The shipped stages with a second one for the diagnosis.</summary>
    static readonly Stage[] Team =
    [
        .. Stages.Shipped.SelectMany(s => s.Step is Step.Diagnosis ? [s, Looking] : (Stage[])[s]),
    ];

    public static TheoryData<Event[], string> Lacking =>
        new()
        {
            { ALoggedTicket, "move-before-answer-written" },
            { AnAnsweredTicket, "move-before-answer-arrived" },
            { AnAcknowledgedTicket, "move-before-diagnosis-written" },
            { ADiagnosedTicket, "move-before-resolved" },
            { ASolvedTicket, "move-before-resolution-arrived" },
            { [.. ASolvedTicket, new Bounced(5, "5.1.1", null)], "move-before-resolution-written" },
            { AToldSolution, "move-before-confirmed" },
        };

    [Theory]
    [MemberData(nameof(Lacking))]
    public void Moving_to_a_later_step_says_what_is_missing(Event[] history, string code)
    {
        var decision = Move((int)Step.TrendAnalysis).Decide(Given(history).Ticket, new(Nine, An));

        Assert.Equal(code, decision.Refusal?.Code);
        Assert.True(Text.Knows($"refusal-{code}"));
    }

    [Fact]
    public void Within_its_step_a_ticket_goes_where_it_is_put() =>
        Given(AnAcknowledgedTicket)
            .When(Move(8))
            .Then(new StageChosen(8, Step.Diagnosis))
            .ThenStep(Step.Diagnosis)
            .ThenTicket(t => Assert.Equal(8, Stages.ChosenOn(t)))
            .When(Move(8))
            .ThenNothing()
            .When(Move((int)Step.Diagnosis))
            .Then(new StageChosen(3, Step.Diagnosis));

    [Fact]
    public void When_the_step_changes_the_stage_follows() =>
        Given(AnAcknowledgedTicket)
            .When(Move(8))
            .When(new Diagnose("Locked out"))
            .ThenTicket(t => Assert.Equal(Step.Resolution, Team.Of(Steps.Current(t), Stages.ChosenOn(t)).Step));

    [Fact]
    public void The_first_stage_of_a_step_is_where_a_ticket_is_until_somebody_moves_it() =>
        Given(AnAcknowledgedTicket).When(Move((int)Step.Diagnosis)).ThenNothing();

    [Fact]
    public void There_is_no_way_back_nor_to_what_is_not_there() =>
        Given(ADiagnosedTicket)
            .When(Move(8))
            .ThenRefused(MoveTo.StepIsDone)
            .When(Move(99))
            .ThenRefused(MoveTo.NoSuchStage)
            .And(new Cancelled(CancelReason.Mistake, "Test"))
            .When(Move((int)Step.Resolution))
            .ThenRefused(Refusals.Closed);

    [Fact]
    public void A_stage_that_is_gone_leaves_its_tickets_in_the_first_of_the_step() =>
        Assert.Equal(Step.Diagnosis, Stages.Shipped.Of(Step.Diagnosis, 8).Step);

    [Fact]
    public void The_shipped_stages_work() => Assert.Null(Stages.Check(Stages.Shipped));

    public static TheoryData<string, Stage[]> Wrong =>
        new()
        {
            { "too-many-stages", [.. Enumerable.Range(1, 31).Select(i => new Stage(i, $"{i}", Step.Diagnosis))] },
            { "stage-name-is-too-long", [.. Stages.Shipped, new(8, new string('a', 61), Step.TrendAnalysis)] },
            {
                "stage-name-is-taken",
                [.. Stages.Shipped, new(8, "A", Step.TrendAnalysis), new(9, "a", Step.TrendAnalysis)]
            },
            { "stage-name-is-taken", [.. Stages.Shipped, new(8, "", Step.TrendAnalysis)] },
            { "stages-are-out-of-order", [.. Stages.Shipped.Reverse()] },
            { "stage-of-a-step-is-missing", [.. Stages.Shipped.Skip(1)] },
            { "stage-of-a-step-is-missing", [new(1, "", Step.Reception), .. Stages.Shipped] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Stages_that_cannot_work_are_refused(string code, Stage[] stages) =>
        Assert.Equal(code, Stages.Check(stages)?.Code);

    static MoveTo Move(int stage) => new(stage) { Among = Team };
}
