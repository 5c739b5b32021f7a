using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>How far somebody has come: read from what was confirmed, and said by a mentor.</summary>
public sealed class ProgressTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    PersonRow mai = null!;
    PersonRow trainee = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss", "boss@desk.example");
        mai = await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        trainee = await app.PersonAsync(Role.Trainee, "Hân", "han@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Progresses Progresses => app.Services.GetRequiredService<Progresses>();

    [Fact]
    public async Task What_is_not_confirmed_is_not_counted_and_what_is_missing_is_said()
    {
        var run = await HandInAsync("s02-slow-lms");
        Assert.Empty((await ReadAsync()).Progress.Runs);
        var refused = await Progresses.ConfirmAsync(trainee.Id, Ready("Tôi tin vậy."), mai.AsActor, Stop);
        Assert.Equal("readiness-not-yet", refused!.Code);

        await PassAsync(run);

        var now = await ReadAsync();
        Assert.Equal(
            (run, "s02-slow-lms", true),
            (now.Progress.Runs[0].Session, now.Progress.Runs[0].Scenario, now.Progress.HasPassed("s02-slow-lms"))
        );
        Assert.Equal(100, now.Progress.Best("s02-slow-lms", "closing"));
        Assert.Equal("Mai", now.NameOf(now.Progress.Runs[0].Result.Word));
        Assert.Equal(["two-scenarios"], now.Progress.Missing(PracticeStage.Beside).Select(l => l.Key));
    }

    [Fact]
    public async Task Ready_is_who_a_mentor_says_is_ready_and_the_certificate_says_who()
    {
        await PassAsync(await HandInAsync("s02-slow-lms"));
        await PassAsync(await HandInAsync("s01-login"));
        var surfer = await Surfer.OfAsync(app, trainee);
        Assert.Equal(HttpStatusCode.NotFound, (await surfer.GetAsync(Certificate)).StatusCode);

        Assert.Null(
            await Progresses.ConfirmAsync(trainee.Id, Ready("Bình tĩnh và <b>chính xác</b>."), mai.AsActor, Stop)
        );
        Assert.Null(
            await Progresses.ConfirmAsync(trainee.Id, Ready("Bình tĩnh và <b>chính xác</b>."), mai.AsActor, Stop)
        );

        var page = await surfer.PageAsync(Certificate);
        Assert.Contains("Hân", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Works real tickets beside a colleague", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xử lý phiếu thật cùng đồng nghiệp", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>chính xác</b>", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mai", page.Body.TextContent, StringComparison.Ordinal);
        await using var node = await app.AnotherAsync();
        var after = (await node.Services.GetRequiredService<Progresses>().OfAsync(trainee.Id, mai.AsActor, Stop))!;
        Assert.Equal(PracticeStage.Beside, Assert.Single(after.Progress.Reached).Stage);
        var line = Assert.Single(await Progresses.CohortAsync(mai.AsActor, Stop));
        Assert.Equal(
            (2, 2, 2, 0, PracticeStage.Beside),
            (line.Runs, line.Confirmed, line.Passed, line.Waiting, line.Stage)
        );
    }

    [Fact]
    public async Task Two_mentors_at_once_say_it_once()
    {
        await PassAsync(await HandInAsync("s02-slow-lms"));
        await PassAsync(await HandInAsync("s01-login"));
        var lan = await app.PersonAsync(Role.Lead, "Lan", "lan@desk.example");

        var answers = await Task.WhenAll(
            Progresses.ConfirmAsync(trainee.Id, Ready("Tôi tin vậy."), mai.AsActor, Stop),
            Progresses.ConfirmAsync(trainee.Id, Ready("Rất tốt."), lan.AsActor, Stop)
        );

        Assert.Equal("readiness-already", Assert.Single(answers.OfType<Core.History.Refusal>()).Code);
        Assert.Single((await ReadAsync()).Progress.Reached);
    }

    [Fact]
    public async Task Others_see_nothing_of_it_and_nobody_says_it_of_themself()
    {
        var other = await app.PersonAsync(Role.Trainee, "Khoa", "khoa@desk.example");
        var agent = await app.PersonAsync(Role.Agent, "Sơn", "son@desk.example");
        foreach (var stranger in (PersonRow[])[other, agent])
        {
            Assert.Null(await Progresses.OfAsync(trainee.Id, stranger.AsActor, Stop));
            Assert.Empty(await Progresses.CohortAsync(stranger.AsActor, Stop));
            Assert.Equal(
                "not-allowed",
                (await Progresses.ConfirmAsync(trainee.Id, Ready("Tôi tin vậy."), stranger.AsActor, Stop))!.Code
            );
            var surfer = await Surfer.OfAsync(app, stranger);
            foreach (var path in (string[])[$"/practice/trainees/{trainee.Id}", Certificate, "/practice/cohort"])
                Assert.Equal(HttpStatusCode.NotFound, (await surfer.GetAsync(path)).StatusCode);
        }
        Assert.Equal(
            "readiness-own",
            (await Progresses.ConfirmAsync(mai.Id, Ready("Tôi giỏi."), mai.AsActor, Stop))!.Code
        );
        Assert.Equal(
            "readiness-no-trainee",
            (await Progresses.ConfirmAsync(999_999, Ready("Ai đó."), mai.AsActor, Stop))!.Code
        );
        Assert.NotNull(await Progresses.OfAsync(other.Id, other.AsActor, Stop));
    }

    string Certificate => $"/practice/trainees/{trainee.Id}/certificate?stage=beside";

    static ConfirmReadiness Ready(string sentence) => new(PracticeStage.Beside, sentence);

    async Task<TraineeProgress> ReadAsync() => (await Progresses.OfAsync(trainee.Id, mai.AsActor, Stop))!;

    async Task<int> HandInAsync(string scenario)
    {
        var sessions = app.Services.GetRequiredService<Sessions>();
        var (id, refusal) = await sessions.StartAsync(
            scenario,
            trainee.AsActor,
            PracticeMode.Practice,
            Language.Vi,
            1,
            Stop
        );
        Assert.Null(refusal);
        Assert.Null(
            await sessions.MoveAsync(
                id!.Value,
                new("finish", Core.Practice.Sessions.Fields.None),
                trainee.AsActor,
                Stop
            )
        );
        return id.Value;
    }

    // A mentor finds every line met, against the rules where that has to be.
    async Task PassAsync(int run)
    {
        var reviews = app.Services.GetRequiredService<Reviews>();
        foreach (var line in (await reviews.FindAsync(run, mai.AsActor, Stop)).Found!.Run.Lines)
            if (line.IsForMentor)
                Assert.Null(
                    await reviews.ActAsync(run, new GradeLine(line.Line.Id, line.Levels - 1), mai.AsActor, Stop)
                );
            else if (line.Outcome is not Core.Practice.Judging.Outcome.Met)
                Assert.Null(
                    await reviews.ActAsync(
                        run,
                        new OverrideVerdict(line.Line.Id, Core.Practice.Judging.Outcome.Met, "Đã trao đổi."),
                        mai.AsActor,
                        Stop
                    )
                );
        Assert.Null(await reviews.ActAsync(run, new ConfirmRun(), mai.AsActor, Stop));
    }
}
