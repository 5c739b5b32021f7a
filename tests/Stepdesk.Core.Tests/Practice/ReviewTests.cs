using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What mentors and trainees say about a run, and what it comes to then.</summary>
public sealed class ReviewTests
{
    const int Trainee = 7;
    static readonly Actor Han = Actor.Person(Trainee, Role.Trainee);
    static readonly Actor Mai = Actor.Person(8, Role.Mentor);
    static readonly Actor Lan = Actor.Person(9, Role.Mentor);
    static readonly DateTimeOffset Nine = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    readonly List<Recorded> history = [];

    [Fact]
    public void A_mentors_levels_are_what_is_missing_before_a_good_run_counts()
    {
        Assert.Equal("review-still-for-mentor", Refused(new ConfirmRun(), Mai));

        Grade();

        Assert.True(Run().Passes);
        Does(new ConfirmRun { Remark = "Làm tốt." }, Mai);
        Assert.Equal(ReviewState.Confirmed, Run().State);
        Assert.True(Run().Review.Confirmed!.Passed);
        Assert.Equal(Run().Percent, Run().Review.Confirmed!.Percent);
        // Confirmed is confirmed.
        Assert.Empty(new ConfirmRun().Decide(Run(), At(Mai)).Events);
        Assert.Equal("review-is-confirmed", Refused(new GradeLine("M1", 3), Mai));
    }

    [Fact]
    public void A_level_counts_by_its_height_and_below_good_it_says_why()
    {
        Assert.Equal("review-why-not-good", Refused(new GradeLine("M1", 1), Mai));
        Assert.Equal("review-no-level", Refused(new GradeLine("M1", 4), Mai));
        Assert.Equal("review-no-level", Refused(new GradeLine("M1", -1), Mai));
        Assert.Equal("review-rule-decides", Refused(new GradeLine("02-1", 2), Mai));

        Does(new GradeLine("M1", 1) { Comment = "Xưng hô chưa đúng." }, Mai);
        Assert.Equal((Outcome.NotMet, 2.0 / 3), (Line("M1").Outcome, Line("M1").Points));
        Does(new GradeLine("M1", 3), Mai);
        Assert.Equal((Outcome.Met, 2), (Line("M1").Outcome, Line("M1").Points));
    }

    [Fact]
    public void Nobody_reviews_their_own_run_and_a_trainee_reviews_nobody()
    {
        var asAdministrator = Actor.Person(Trainee, Role.Administrator);
        foreach (
            var action in (ReviewAction[])
                [
                    new GradeLine("M1", 3),
                    new AcceptLine("02-1"),
                    new OverrideVerdict("02-1", Outcome.NotMet, "Vì vậy."),
                    new AskRevision("M2", null, "Viết rõ hơn."),
                    new CommentMoment(3, "Tốt."),
                    new ConfirmRun(),
                ]
        )
        {
            Assert.Equal("review-own-run", Refused(action, asAdministrator));
            Assert.Equal("not-allowed", Refused(action, Actor.Person(12, Role.Trainee)));
            Assert.Equal("not-allowed", Refused(action, Actor.Person(12, Role.Agent)));
        }
        Assert.Equal("review-not-the-trainee", Refused(new ContestLine("02-1", "Tôi thấy khác."), Mai));
        Assert.Equal("review-not-the-trainee", Refused(new HandInAgain(), Mai));
    }

    [Fact]
    public void A_revision_opens_its_line_only_and_keeps_the_old_text_beside_the_new()
    {
        var reflection = Run().Find("M2")!.Verdict.Ruling.Evidence[^1].Seq;
        Assert.Equal("review-not-their-text", Refused(new AskRevision("M2", 1, "Viết rõ hơn."), Mai));
        Does(new AskRevision("M2", reflection, "Nêu một việc cụ thể."), Mai);
        Assert.Equal(ReviewState.Revising, Run().State);
        Assert.Equal("review-already-asked", Refused(new AskRevision("M2", null, "Nữa."), Mai));

        Assert.Equal("review-not-asked", Refused(new Revise("M1", "Khác."), Han));
        Assert.Equal("review-still-to-write", Refused(new HandInAgain(), Han));
        var old = AskRevision.TextOf(Run().Events, reflection)!;
        Assert.Equal("review-same-text", Refused(new Revise("M2", $" {old} "), Han));
        Does(new Revise("M2", "Tôi sẽ hỏi các lớp khác ngay từ phút đầu."), Han);
        Does(new HandInAgain(), Han);

        Assert.Equal(ReviewState.Waiting, Run().State);
        Assert.Equal("review-nothing-asked", Refused(new HandInAgain(), Han));
        Assert.Equal("review-not-asked", Refused(new Revise("M2", "Muộn rồi."), Han));
        Assert.Equal("review-needs-level", Refused(new AcceptLine("M2"), Mai));
        var revision = Assert.Single(Line("M2").Review.Revisions);
        Assert.Equal((reflection, old), (revision.Seq, AskRevision.TextOf(Run().Events, reflection)));
        Assert.StartsWith("Tôi sẽ hỏi", revision.Written!.Text, StringComparison.Ordinal);

        Grade();
        Assert.True(Line("M2").Review.Revisions[0].IsSettled);
        Does(new ConfirmRun(), Mai);
    }

    [Fact]
    public void A_level_given_again_settles_what_was_written_again()
    {
        Does(new GradeLine("M2", 2), Mai);
        Does(new AskRevision("M2", null, "Thêm một ví dụ."), Mai);
        Does(new Revise("M2", "Ví dụ: lúc 14:31."), Han);
        Does(new HandInAgain(), Han);

        Does(new GradeLine("M2", 2), Mai);

        Assert.Null(Line("M2").Review.ToLookAt);
    }

    [Fact]
    public void A_line_written_again_and_accepted_is_met_and_what_the_rules_found_stays()
    {
        Bad();
        var missed = Run().Lines.First(l => l.Verdict.Outcome is Outcome.NotMet).Line.Id;
        Does(new AskRevision(missed, null, "Giải thích lại."), Mai);
        Does(new Revise(missed, "Tôi giải thích lại."), Han);
        Does(new HandInAgain(), Han);

        Does(new AcceptLine(missed), Lan);

        Assert.Equal((Outcome.Met, Outcome.NotMet), (Line(missed).Outcome, Line(missed).Verdict.Outcome));
    }

    [Fact]
    public void An_override_stands_beside_the_verdict_and_both_can_be_read()
    {
        Assert.Equal("review-text-missing", Refused(new OverrideVerdict("02-1", Outcome.NotMet, " "), Mai));
        Assert.Equal("review-same-outcome", Refused(new OverrideVerdict("02-1", Outcome.Met, "Vì vậy."), Mai));
        Assert.Equal("review-no-outcome", Refused(new OverrideVerdict("02-1", Outcome.NeedsMentor, "Vì vậy."), Mai));
        Assert.Equal("review-mentor-decides", Refused(new OverrideVerdict("M1", Outcome.Met, "Vì vậy."), Mai));

        Does(new OverrideVerdict("02-8", Outcome.NotMet, "Con số chưa được kiểm chứng."), Mai);

        Assert.Equal((Outcome.NotMet, Outcome.Met), (Line("02-8").Outcome, Line("02-8").Verdict.Outcome));
        Grade();
        Assert.False(Run().Passes); // a decisive line
        Does(new ConfirmRun(), Mai);
        Assert.False(Run().Review.Confirmed!.Passed);
    }

    [Fact]
    public void A_line_is_contested_once_answered_once_and_a_change_has_to_be_confirmed_anew()
    {
        Does(new OverrideVerdict("02-8", Outcome.NotMet, "Chưa kiểm chứng."), Mai);
        Assert.Equal("review-nothing-decided", Refused(new ContestLine("M1", "Sao vậy?"), Han));
        Grade();
        Does(new ConfirmRun(), Mai);

        Does(new ContestLine("02-8", "Số này có trong dữ liệu lúc 14:31."), Han);
        Assert.Equal("review-contested-once", Refused(new ContestLine("02-8", "Và một lần nữa."), Han));
        Assert.Equal("review-still-contested", Refused(new ConfirmRun(), Lan));
        Assert.Equal(
            "review-same-outcome",
            Refused(new AnswerContest("02-8", "Không đổi.") { Outcome = Outcome.NotMet }, Lan)
        );
        Does(new AnswerContest("02-8", "Đúng vậy.") { Outcome = Outcome.Met }, Lan);

        Assert.Equal("review-contest-answered", Refused(new AnswerContest("02-8", "Thêm nữa."), Mai));
        Assert.Equal((ReviewState.Waiting, Outcome.Met), (Run().State, Line("02-8").Outcome));
        Does(new ConfirmRun(), Lan);
        Assert.True(Run().Review.Confirmed!.Passed);
    }

    [Fact]
    public void An_answer_that_changes_nothing_leaves_a_confirmed_run_confirmed()
    {
        Grade();
        Does(new ConfirmRun(), Mai);
        Does(new ContestLine("02-1", "Tôi muốn hỏi lại."), Han);
        Does(new AnswerContest("02-1", "Kết luận đúng."), Mai);

        Assert.Equal(ReviewState.Confirmed, Run().State);
        Assert.False(Line("02-1").Review.Contest!.Changed);
    }

    [Fact]
    public void Who_had_not_read_what_another_said_meanwhile_writes_over_nothing()
    {
        var read = Run().Review.Version;
        Does(new GradeLine("M1", 3) { Seen = read }, Mai);

        var overtaken = new GradeLine("M1", 1) { Seen = read, Comment = "Chưa tốt." }
            .Decide(Run(), At(Lan))
            .Refusal!;
        Assert.Equal(("review-meanwhile", Mai.Id), (overtaken.Code, overtaken.Detail));
        // Another line is another matter, and one's own word is no surprise.
        Does(new GradeLine("M2", 3) { Seen = read }, Lan);
        Does(new GradeLine("M1", 2) { Seen = read }, Mai);
        Does(new GradeLine("M3", 3) { Seen = read }, Mai);
        Assert.Equal("review-meanwhile", Refused(new ConfirmRun { Seen = read }, Lan));
    }

    [Fact]
    public void Said_twice_it_is_said_once()
    {
        foreach (
            var (action, who) in ((ReviewAction, Actor)[])
                [
                    (new GradeLine("M1", 2), Mai),
                    (new AcceptLine("02-1"), Mai),
                    (new OverrideVerdict("02-1", Outcome.NotMet, "Vì vậy."), Mai),
                    (new CommentMoment(3, "Tốt."), Mai),
                    (new AskRevision("M2", null, "Viết rõ hơn."), Mai),
                    (new Revise("M2", "Rõ hơn."), Han),
                    (new ContestLine("02-3", "Tôi thấy khác."), Han),
                    (new AnswerContest("02-3", "Vẫn vậy."), Mai),
                ]
        )
        {
            Does(action, who);
            var again = action.Decide(Run(), At(who));
            Assert.True(again is { Refusal: null, Events: [] }, $"{action}: {again.Refusal}");
        }
    }

    [Theory]
    [InlineData("no-such-line")]
    [InlineData("")]
    public void A_line_there_is_not_is_refused(string line) =>
        Assert.Equal("review-no-line", Refused(new GradeLine(line, 2), Mai));

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void A_moment_there_is_not_is_refused(int seq) =>
        Assert.Equal("review-no-moment", Refused(new CommentMoment(seq, "Tốt."), Mai));

    // The lines only a mentor can decide.
    void Grade()
    {
        foreach (
            var line in Run()
                .Lines.Where(l => l.IsForMentor && (l.Review.Grade is null || l.Review.ToLookAt is not null))
        )
            Does(new GradeLine(line.Line.Id, line.Levels - 1), Mai);
    }

    Performance played = Play("golden/pool.yaml");

    void Bad() => played = Play("bad/announce-early.yaml");

    static Performance Play(string run)
    {
        var test = Shipped.Slow.Tests.First(t => t.Run == run);
        return Rehearsal.Play(Shipped.Slow, test, Shipped.Run(run), 7);
    }

    ReviewedRun Run() => ReviewedRun.Of(Trainee, Shipped.Slow, played.Events, history);

    ReviewedLine Line(string id) => Run().Find(id)!;

    Moment At(Actor who) => new(Nine.AddMinutes(history.Count), who);

    string Refused(ReviewAction action, Actor who) => action.Decide(Run(), At(who)).Refusal?.Code ?? "nothing refused";

    void Does(ReviewAction action, Actor who)
    {
        var decision = action.Decide(Run(), At(who));
        Assert.True(decision is { Refusal: null, Events.Count: > 0 }, $"{action}: {decision.Refusal}");
        foreach (var what in decision.Events)
            history.Add(new(100 + history.Count, At(who), what));
    }
}
