using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>Runs that are over, on the real desk: who waits, who may say what, and that none of it is lost.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    PersonRow mai = null!;
    PersonRow lan = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        mai = await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        lan = await app.PersonAsync(Role.Mentor, "Lan", "lan@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Reviews Reviews => app.Services.GetRequiredService<Reviews>();

    [Fact]
    public async Task A_run_waits_from_when_it_was_handed_in_until_it_is_confirmed_and_a_revision_keeps_its_place_away()
    {
        var me = await HandedInAsync();
        var run = Assert.Single(await Reviews.QueueAsync(mai.AsActor, Stop));
        Assert.Equal((me.Id, "Thảo", 0), (run.Row.Id, run.Who, run.Row.Contested));
        Assert.True(run.Row.ForMentor >= 3);

        await DoesAsync(me, new AskRevision("M2", null, "Nêu một việc cụ thể."), mai);
        Assert.Empty(await Reviews.QueueAsync(mai.AsActor, Stop));
        await DoesAsync(me, new Revise("M2", "Tôi sẽ so với các lớp khác trước."), me.Me);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await DoesAsync(me, new HandInAgain(), me.Me);
        Assert.Equal(
            app.Clock.GetUtcNow(),
            Assert.Single(await Reviews.QueueAsync(mai.AsActor, Stop)).Row.WaitingSince
        );

        await GradeAsync(me);
        Assert.Null((await ReadAsync(me)).Of.Row.Percent);
        await DoesAsync(me, new ConfirmRun(), lan);

        Assert.Empty(await Reviews.QueueAsync(mai.AsActor, Stop));
        var confirmed = await ReadAsync(me);
        Assert.Equal(
            (ReviewState.Confirmed, "Lan"),
            (confirmed.Of.Row.Review, confirmed.NameOf(confirmed.Run.Review.Confirmed!.Word))
        );
        Assert.Equal(
            (confirmed.Run.Percent, confirmed.Run.Passes),
            (confirmed.Of.Row.Percent, confirmed.Of.Row.Passed)
        );
    }

    [Fact]
    public async Task Those_in_need_come_first()
    {
        var first = await HandedInAsync("An");
        // Nothing was written, so decisive lines about what is written did not come up.
        foreach (var line in (await ReadAsync(first)).Run.CriticalFailed.ToList())
            await DoesAsync(first, new OverrideVerdict(line.Line.Id, Outcome.NotApplicable, "Chưa có thư nào."), mai);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var contested = await HandedInAsync("Bình");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var critical = await HandedInAsync("Chi");
        await DoesAsync(contested, new ContestLine("02-3", "Tôi đã trả lời đúng giờ."), contested.Me);
        await DoesAsync(critical, new OverrideVerdict("02-8", Outcome.NotMet, "Con số chưa tra cứu."), mai);

        Assert.Equal([contested.Id, critical.Id, first.Id], await WaitingAsync());

        // Whoever has waited for days is not kept waiting by those who came later.
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(first.Id, (await WaitingAsync()).Except([contested.Id, critical.Id]).Single());
        var late = await HandedInAsync("Dũng");
        Assert.Equal(late.Id, (await WaitingAsync())[^1]);
    }

    [Fact]
    public async Task A_restart_loses_nothing_and_what_happened_in_the_run_stays_as_it_was()
    {
        var me = await HandedInAsync();
        var before = (await ReadAsync(me)).Run;
        await DoesAsync(me, new CommentMoment(2, "Nhìn kỹ chỗ này."), mai);
        await DoesAsync(me, new GradeLine("M1", 3) { Comment = "Đúng xưng hô." }, mai);

        await using var node = await app.AnotherAsync();
        var (found, refusal) = await node.Services.GetRequiredService<Reviews>().FindAsync(me.Id, lan.AsActor, Stop);

        Assert.Null(refusal);
        Assert.Equal("Nhìn kỹ chỗ này.", Assert.Single(found!.Run.Review.Remarks).Word.Text);
        Assert.Equal(3, found.Run.Find("M1")!.Review.Grade!.Level);
        Assert.Equal(
            before.Events.Select(Core.Practice.Sessions.SessionLog.Write),
            found.Run.Events.Select(Core.Practice.Sessions.SessionLog.Write)
        );
        await me.Sessions.AdvanceAsync(me.Id, Stop);
        Assert.Equal(3, (await ReadAsync(me)).Run.Find("M1")!.Review.Grade!.Level);
    }

    [Fact]
    public async Task Two_mentors_at_once_write_over_nothing_and_the_second_is_told_who_was_first()
    {
        var me = await HandedInAsync();
        var seen = (await ReadAsync(me)).Run.Review.Version;

        var refusals = await Task.WhenAll(
            Reviews.ActAsync(me.Id, new GradeLine("M1", 3) { Seen = seen }, mai.AsActor, Stop),
            Reviews.ActAsync(me.Id, new GradeLine("M1", 2) { Seen = seen }, lan.AsActor, Stop)
        );

        var refused = Assert.Single(refusals.OfType<Core.History.Refusal>());
        Assert.Equal("review-meanwhile", refused.Code);
        var grade = (await ReadAsync(me)).Run.Find("M1")!.Review.Grade!;
        Assert.Equal(grade.Level == 3 ? "Mai" : "Lan", refused.Detail);
    }

    [Fact]
    public async Task For_others_a_run_is_not_there_and_while_it_goes_on_nobody_reviews_it()
    {
        var me = await HandedInAsync();
        var other = await app.PersonAsync(Role.Trainee, "Khoa", "khoa@desk.example");
        var agent = await app.PersonAsync(Role.Agent, "Sơn", "son@desk.example");
        foreach (var stranger in (PersonRow[])[other, agent])
        {
            Assert.Equal("practice-no-session", (await Reviews.FindAsync(me.Id, stranger.AsActor, Stop)).Refusal!.Code);
            Assert.Equal(
                "practice-no-session",
                (await Reviews.ActAsync(me.Id, new GradeLine("M1", 3), stranger.AsActor, Stop))!.Code
            );
            Assert.Empty(await Reviews.QueueAsync(stranger.AsActor, Stop));
        }
        Assert.Equal(
            "practice-no-session",
            (await Reviews.ActAsync(999_999, new ConfirmRun(), mai.AsActor, Stop))!.Code
        );

        var running = await Trying.BeginAsync(app, seed: 1, name: "Uyên");
        Assert.Equal(
            "practice-not-over",
            (await Reviews.ActAsync(running.Id, new CommentMoment(1, "Hay."), mai.AsActor, Stop))!.Code
        );
        Assert.Equal(
            "practice-not-over",
            (await Reviews.FindAsync(running.Id, running.Me.AsActor, Stop)).Refusal!.Code
        );
    }

    [Fact]
    public async Task A_mentor_who_practised_is_reviewed_by_another()
    {
        var sessions = app.Services.GetRequiredService<Sessions>();
        var (id, _) = await sessions.StartAsync(
            "s02-slow-lms",
            mai.AsActor,
            PracticeMode.Practice,
            Core.Words.Language.Vi,
            1,
            Stop
        );
        Assert.Null(
            await sessions.MoveAsync(id!.Value, new("finish", Core.Practice.Sessions.Fields.None), mai.AsActor, Stop)
        );

        Assert.Equal(
            "review-own-run",
            (await Reviews.ActAsync(id.Value, new GradeLine("M1", 3), mai.AsActor, Stop))!.Code
        );
        Assert.Empty(await Reviews.QueueAsync(mai.AsActor, Stop));
        Assert.Single(await Reviews.QueueAsync(lan.AsActor, Stop));
    }

    [Fact]
    public async Task A_mentor_sees_that_a_text_is_nearly_that_of_another_trainee_and_opens_both()
    {
        const string copied = "Lần sau tôi sẽ so số liệu của lớp này với các lớp khác trước khi chuyển cấp.";
        var first = await HandedInAsync("An", copied);
        var second = await HandedInAsync("Bình", $"Thưa anh chị. {copied}");
        var alone = await HandedInAsync("Chi", "Tôi rút ra được rằng cần hỏi lại khách hàng ngay từ thư đầu tiên.");
        await app.PersonAsync(Role.Administrator, "Quân", "quan@desk.example");
        using var mentor = new Web.Surfer(app);
        await mentor.SignInAsync("mai@desk.example");

        var page = await mentor.PageAsync($"/practice/{second.Id}/review");

        Assert.Contains(
            $"/practice/{first.Id}/review",
            page.QuerySelectorAll(".copy-of a").Select(a => a.GetAttribute("href"))
        );
        Assert.Null((await mentor.PageAsync($"/practice/{alone.Id}/review")).QuerySelector(".copy-of"));
    }

    [Fact]
    public async Task Erasing_a_trainee_erases_what_was_said_about_their_run_and_history_still_verifies()
    {
        var me = await HandedInAsync();
        await DoesAsync(me, new AskRevision("M2", null, "Nêu một việc cụ thể, Thảo nhé."), mai);
        await DoesAsync(me, new Revise("M2", "Tôi sẽ so với các lớp khác trước."), me.Me);

        var (_, refusal) = await app
            .Services.GetRequiredService<Erasure>()
            .RunAsync(me.Me.Email, "Theo yêu cầu", "Điều 9", Actor.Person(1, Role.Administrator), Stop);

        Assert.Null(refusal);
        await using var db = app.Database();
        Assert.DoesNotContain(
            await db.StreamAsync(Streams.Session(me.Id), Stop),
            e =>
                e.Data.Contains("Thảo nhé", StringComparison.Ordinal)
                || e.Data.Contains("so với các lớp", StringComparison.Ordinal)
        );
        Assert.NotNull((await ReadAsync(me)).Run.Find("M2")!.Review.Open);
    }

    async Task<Trying> HandedInAsync(string name = "Thảo", string reflection = "Lần sau tôi hỏi sớm hơn.")
    {
        var me = await Trying.BeginAsync(app, seed: 1, name: name);
        Assert.Null(await me.MoveAsync("submit", ("kind", "reflection"), ("text", reflection)));
        Assert.Null(await me.MoveAsync("finish"));
        return me;
    }

    async Task<int[]> WaitingAsync() => [.. (await Reviews.QueueAsync(mai.AsActor, Stop)).Select(r => r.Row.Id)];

    async Task<ReviewedSession> ReadAsync(Trying me) => (await Reviews.FindAsync(me.Id, mai.AsActor, Stop)).Found!;

    async Task DoesAsync(Trying me, ReviewAction action, PersonRow who) =>
        Assert.Null(await Reviews.ActAsync(me.Id, action, who.AsActor, Stop));

    async Task GradeAsync(Trying me)
    {
        foreach (var line in (await ReadAsync(me)).Run.Lines.Where(l => l.IsForMentor))
            await DoesAsync(me, new GradeLine(line.Line.Id, line.Levels - 1), mai);
    }
}
