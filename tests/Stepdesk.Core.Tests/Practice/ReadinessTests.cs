using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>For which stage somebody is ready: what has to be there, and that a person says it.</summary>
public sealed class ReadinessTests
{
    static readonly DateTimeOffset Nine = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly Word Said = new("person/8", Nine, "");
    static readonly Moment Mai = new(Nine, Actor.Person(8, Role.Mentor));

    static readonly IReadOnlyList<Scenario> Scenarios =
    [
        Shipped.Slow,
        Shipped.Slow with
        {
            Id = "s98",
        },
        Shipped.Slow with
        {
            Id = "s99",
        },
    ];

    [Fact]
    public void Only_confirmed_results_count_and_the_best_of_each()
    {
        var progress = Of(Run("s98", 60), Run("s98", 90), Run("s99", 50, passed: false));

        Assert.Equal(90, progress.Best("s98", "closing"));
        Assert.Equal(50, progress.Best("s99", "closing"));
        Assert.Null(progress.Best(Shipped.Slow.Id, "closing"));
        Assert.True(progress.HasPassed("s98"));
        Assert.False(progress.HasPassed("s99"));
    }

    [Fact]
    public void What_is_missing_is_said_all_at_once()
    {
        var refusal = Refused(Of(Run("s98", 60, passed: false)), PracticeStage.Alone);

        Assert.Equal("readiness-not-yet", refusal.Code);
        Assert.Equal(["stage-before", "every-scenario", "competences", "assessed"], refusal.Parts!);
        Assert.Equal(["two-scenarios", "competences"], Refused(Of(), PracticeStage.Beside).Parts!);
        Assert.Equal(["two-scenarios"], Refused(Of(Run("s98", 70)), PracticeStage.Beside).Parts!);
        // One of those that are not passed yet, and not all of them.
        Assert.Equal(1, Assert.Single(Of(Run("s98", 70)).Missing(PracticeStage.Beside)).Still);
        Assert.Equal(2, Of().Missing(PracticeStage.Beside)[0].Still);
    }

    [Fact]
    public void Whoever_has_all_that_can_be_counted_is_ready_when_a_mentor_says_why()
    {
        var progress = Of(Run("s98", 80), Run("s99", 75));

        Assert.Empty(progress.Missing(PracticeStage.Beside));
        Assert.Equal("readiness-sentence-missing", Refused(progress, PracticeStage.Beside, sentence: "  👍 ").Code);
        var said = new ConfirmReadiness(PracticeStage.Beside, "Bình tĩnh, hỏi đúng câu.").Decide(progress, Mai);
        Assert.Equal(
            new ReadinessConfirmed(PracticeStage.Beside) { Sentence = "Bình tĩnh, hỏi đúng câu." },
            Assert.Single(said.Events)
        );
    }

    [Fact]
    public void The_last_stage_asks_for_every_scenario_and_one_of_them_assessed()
    {
        var runs = (ConfirmedRun[])[Run(Shipped.Slow.Id, 80), Run("s98", 80), Run("s99", 75)];
        var beside = new StageReached(PracticeStage.Beside, Said);

        Assert.Equal(["assessed"], Refused(Of(runs) with { Reached = [beside] }, PracticeStage.Alone).Parts!);
        Assert.Empty(
            (Of([.. runs, Run("s99", 71) with { IsAssessed = true }]) with { Reached = [beside] }).Missing(
                PracticeStage.Alone
            )
        );
    }

    [Fact]
    public void Nobody_says_it_of_themself_and_once_said_it_is_said()
    {
        var progress = Of(Run("s98", 80), Run("s99", 75));
        var wanted = new ConfirmReadiness(PracticeStage.Beside, "Sẵn sàng.");

        Assert.Equal("readiness-own", wanted.Decide(progress, new(Nine, Actor.Person(7, Role.Mentor))).Refusal!.Code);
        Assert.Equal("not-allowed", wanted.Decide(progress, new(Nine, Actor.Person(9, Role.Agent))).Refusal!.Code);
        Assert.Equal("readiness-no-stage", Refused(progress, (PracticeStage)9).Code);
        var after = progress with { Reached = [new(PracticeStage.Beside, new("person/8", Nine, "Sẵn sàng."))] };
        Assert.True(wanted.Decide(after, Mai) is { Refusal: null, Events: [] });
        Assert.Equal("readiness-already", Refused(after, PracticeStage.Beside).Code);
    }

    static Refusal Refused(Progress progress, PracticeStage stage, string sentence = "Tôi tin như vậy.") =>
        new ConfirmReadiness(stage, sentence).Decide(progress, Mai).Refusal!;

    static Progress Of(params ConfirmedRun[] runs) => new(7, Scenarios, runs, []);

    // Alike in every competence.
    static ConfirmedRun Run(string scenario, int percent, bool passed = true) =>
        new(
            1,
            scenario,
            IsAssessed: false,
            new(
                percent,
                passed,
                [
                    .. Shipped
                        .Slow.Rubric.Select(l => l.Competence)
                        .Distinct()
                        .Select(c => new CompetenceShare(c, percent)),
                ],
                Said
            )
        );
}
