using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Calibration;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>Runs that mentors judge blind: who may, once, and what is told of it.</summary>
public sealed class CalibrationTests
{
    const int Session = 5;
    static readonly Actor Han = Actor.Person(7, Role.Mentor);
    static readonly Actor Mai = Actor.Person(8, Role.Mentor);
    static readonly Actor Lan = Actor.Person(9, Role.Mentor);
    static readonly Actor Tuan = Actor.Person(10, Role.Lead);
    static readonly DateTimeOffset Nine = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    readonly List<Recorded> review = [];
    readonly List<Recorded> history = [];

    [Fact]
    public void A_lead_chooses_a_run_that_is_confirmed_and_nobody_else()
    {
        Assert.Equal("calibration-not-confirmed", Refused(new MarkExample(), Tuan));
        Confirm();

        Assert.Equal("not-allowed", Refused(new MarkExample(), Mai));
        Assert.Equal("not-allowed", Refused(new MarkExample(), Actor.Person(11, Role.Trainee)));
        Does(new MarkExample(), Tuan);
        Assert.Empty(new MarkExample().Decide(Set, Session, Run(), At(Tuan)).Events);

        Assert.Equal("not-allowed", Refused(new WithdrawExample(), Mai));
        Does(new WithdrawExample(), Tuan);
        Assert.Null(Set.Find(Session));
        Assert.Equal("calibration-no-example", Refused(Judged(), Lan));
    }

    [Fact]
    public void Only_who_has_not_seen_how_it_came_out_judges_it_and_only_once()
    {
        Mark();

        // The trainee, who chose it, and who reviewed it.
        Assert.Equal("review-own-run", Refused(Judged(), Han));
        Assert.Equal("calibration-not-blind", Refused(Judged(), Tuan));
        Assert.Equal("calibration-not-blind", Refused(Judged(), Mai));
        Assert.Equal("not-allowed", Refused(Judged(), Actor.Person(12, Role.Agent)));
        Assert.Equal(
            [false, false, false, true],
            ((Actor[])[Han, Tuan, Mai, Lan]).Select(who => Set.Find(Session)!.AwaitsBlind(who, Run()))
        );

        Does(Judged(), Lan);

        Assert.False(Set.Find(Session)!.AwaitsBlind(Lan, Run()));
        Assert.Empty(Judged().Decide(Set, Session, Run(), At(Lan)).Events);
        Assert.Equal("calibration-judged", Refused(Judged(Outcome.NotMet), Lan));
    }

    [Fact]
    public void Who_does_not_judge_it_reads_on_and_is_not_blind_any_more()
    {
        Mark();

        Does(new LeaveExample(), Lan);

        Assert.False(Set.Find(Session)!.AwaitsBlind(Lan, Run()));
        Assert.Equal("calibration-not-blind", Refused(Judged(), Lan));
        Assert.Empty(new LeaveExample().Decide(Set, Session, Run(), At(Lan)).Events);
    }

    [Fact]
    public void Every_line_is_judged_as_it_can_be()
    {
        Mark();
        var all = Judged().Lines;

        Assert.Equal("calibration-lines-missing", Refused(new JudgeExample([.. all.Skip(1)]), Lan));
        Assert.Equal("review-no-line", Refused(new JudgeExample([.. all, all[0]]), Lan));
        Assert.Equal("review-no-line", Refused(With(new("no-such-line", Outcome.Met, null)), Lan));
        Assert.Equal("review-no-outcome", Refused(With(new("02-1", Outcome.NeedsMentor, null)), Lan));
        Assert.Equal("review-no-outcome", Refused(With(new("02-1", null, 2)), Lan));
        Assert.Equal("review-no-level", Refused(With(new("M1", null, 4)), Lan));
        Assert.Equal("review-no-level", Refused(With(new("M1", Outcome.Met, null)), Lan));
        // Whoever cannot tell says so.
        Does(With(new("02-1", null, null)), Lan);
        // Lines of another way it could have turned out are not asked for.
        Assert.DoesNotContain(all, l => !Run().Find(l.Line)!.Line.In("pool"));

        JudgeExample With(LineJudgement line) => new([.. all.Where(l => l.Line != line.Line), line]);
    }

    [Fact]
    public void What_was_judged_stays_when_a_run_is_taken_out_and_comes_back()
    {
        Mark();
        Does(Judged(), Lan);

        Does(new WithdrawExample(), Tuan);
        Assert.Empty(Set.Examples);
        Does(new MarkExample(), Tuan);

        Assert.Equal(Lan.Id, Assert.Single(Set.Find(Session)!.Judgements).By);
    }

    [Fact]
    public void So_many_runs_of_one_scenario_and_no_more()
    {
        Confirm();
        for (var other = 100; other < 100 + CalibrationSet.Most; other++)
            history.Add(new(history.Count + 1, At(Tuan), new ExampleMarked(other, Shipped.Slow.Id)));

        Assert.Equal("calibration-full", Refused(new MarkExample(), Tuan));
    }

    [Fact]
    public void Lines_judged_differently_come_first_and_say_so_only_when_there_are_enough()
    {
        var (same, other) = (Rule("02-1"), Rule("02-2"));
        var judged = Enumerable
            .Range(0, 6)
            .SelectMany(n =>
                (JudgedLine[])
                    [
                        Line(n, same, n % 2 == 0 ? Outcome.Met : Outcome.NotMet, n % 2 == 0 ? [1, 1, 1] : [2, 2, 2]),
                        Line(n, other, Outcome.Met, n % 2 == 0 ? [1, 2, 4] : [2, 1, 2]),
                    ]
            )
            .ToList();

        var lines = LineAgreement.Of(judged);

        Assert.Equal(["02-2", "02-1"], lines.Select(l => l.Line.Id));
        Assert.Equal((1, 1), (lines[1].Mentors.Corrected, lines[1].WithRules!.Corrected));
        Assert.Equal((6, 18, 18), (lines[0].Mentors.Runs, lines[0].Mentors.Judgements, lines[0].Mentors.Pairs));
        Assert.True(lines[0].Mentors.Corrected < AgreementFigure.Weak);
        var few = LineAgreement.Of(judged.Where(j => j.Session < AgreementFigure.FewestRuns - 1));
        Assert.All(
            few,
            l => Assert.True(l.Mentors.IsTooFew && l.Mentors.Corrected is null && l.Mentors.Share is not null)
        );
    }

    [Fact]
    public void What_may_not_be_done_counts_as_not_met_and_what_rules_leave_to_a_mentor_is_not_compared()
    {
        var line = Rule("02-1");
        List<JudgedLine> judged =
        [
            .. Enumerable.Range(0, 5).Select(n => Line(n, line, Outcome.Violated, [2, 2])),
            .. Enumerable.Range(5, 5).Select(n => Line(n, line, Outcome.NeedsMentor, [1, 1])),
            .. Enumerable.Range(10, 5).Select(n => Line(n, line, Outcome.Met, [1, 1])),
        ];

        var one = Assert.Single(LineAgreement.Of(judged));

        Assert.Equal((10, 20, 1), (one.WithRules!.Runs, one.WithRules.Pairs, one.WithRules.Corrected));
        Assert.Equal(15, one.Mentors.Runs);
    }

    [Fact]
    public void A_mended_sentence_begins_anew_and_a_mentors_line_has_no_rule_to_agree_with()
    {
        var mended = Rule("02-1") with { Asks = new("Câu mới", "A new sentence") };
        var level = Rule("M1");
        List<JudgedLine> judged =
        [
            Line(1, Rule("02-1"), Outcome.Met, [1, 2]),
            Line(2, mended, Outcome.Met, [1, 1]),
            Line(1, level, Outcome.NeedsMentor, [2, 3]),
        ];

        var lines = LineAgreement.Of(judged);

        Assert.Equal(3, lines.Count);
        Assert.Null(lines.Single(l => l.Line.Id == "M1").WithRules);
        // Taken together, good and exemplary are both met.
        Assert.Equal(
            (3, 2.0 / 3),
            (LineAgreement.Together(judged).Mentors.Pairs, LineAgreement.Together(judged).Mentors.Share)
        );
    }

    static RubricLine Rule(string id) => Shipped.Slow.Rubric.First(l => l.Id == id);

    static JudgedLine Line(int session, RubricLine line, Outcome rules, int[] said) =>
        new(session, line, rules, [.. said.Select((value, at) => new MentorSaid($"person/{at}", value))]);

    void Confirm()
    {
        foreach (var line in Run().Lines.Where(l => l.IsForMentor))
            Says(new GradeLine(line.Line.Id, line.Levels - 1));
        Says(new ConfirmRun());

        void Says(ReviewAction action) =>
            review.AddRange(
                action.Decide(Run(), At(Mai)).Events.Select(e => new Recorded(100 + review.Count, At(Mai), e))
            );
    }

    void Mark()
    {
        Confirm();
        Does(new MarkExample(), Tuan);
    }

    JudgeExample Judged(Outcome outcome = Outcome.Met) =>
        new([
            .. JudgeExample
                .LinesOf(Run())
                .Select(l => l.Check is AskMentor ? new LineJudgement(l.Id, null, 2) : new(l.Id, outcome, null)),
        ]);

    static readonly Lazy<Performance> Played = new(() =>
    {
        var test = Shipped.Slow.Tests.First(t => t.Run == "golden/pool.yaml");
        return Rehearsal.Play(Shipped.Slow, test, Shipped.Run(test.Run), 7);
    });

    CalibrationSet Set => CalibrationSet.Empty.After(history);

    ReviewedRun Run() => ReviewedRun.Of(Han.PersonId!.Value, Shipped.Slow, Played.Value.Events, review);

    Moment At(Actor who) => new(Nine.AddMinutes(history.Count + review.Count), who);

    string Refused(CalibrationAction action, Actor who) =>
        action.Decide(Set, Session, Run(), At(who)).Refusal?.Code ?? "nothing refused";

    void Does(CalibrationAction action, Actor who)
    {
        var decision = action.Decide(Set, Session, Run(), At(who));
        Assert.True(decision is { Refusal: null, Events.Count: > 0 }, $"{action}: {decision.Refusal}");
        foreach (var what in decision.Events)
            history.Add(new(history.Count + 1, At(who), what));
    }
}
