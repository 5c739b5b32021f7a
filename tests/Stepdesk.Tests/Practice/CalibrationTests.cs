using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Calibration;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>Runs that mentors judge blind, on the real desk: what is hidden until then, and what is shown after.</summary>
public sealed class CalibrationTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    PersonRow mai = null!;
    PersonRow lan = null!;
    PersonRow vinh = null!;
    PersonRow lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Quân", "quan@desk.example");
        mai = await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        lan = await app.PersonAsync(Role.Mentor, "Lan", "lan@desk.example");
        vinh = await app.PersonAsync(Role.Mentor, "Vinh", "vinh@desk.example");
        lead = await app.PersonAsync(Role.Lead, "Tuấn", "tuan@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Calibrations Calibrations => app.Services.GetRequiredService<Calibrations>();
    Reviews Reviews => app.Services.GetRequiredService<Reviews>();

    [Fact]
    public async Task Nobody_who_has_yet_to_judge_a_run_is_told_how_it_came_out()
    {
        var run = await ExampleAsync();
        using var browser = await Surfer.OfAsync(app, lan);

        Assert.Equal("calibration-judge-first", (await Reviews.FindAsync(run, lan.AsActor, Stop)).Refusal!.Code);
        foreach (var path in (string[])[$"/practice/{run}", $"/practice/{run}/review"])
            Assert.Equal($"/practice/{run}/judging", PathOf(await browser.GetAsync(path)));
        foreach (var path in (string[])[$"/practice/{run}/record", $"/practice/{run}/record.json"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        var page = await browser.PageAsync($"/practice/{run}/judging");
        Assert.Empty(page.QuerySelectorAll(".verdict, .course-pin, .thread, .debrief-share"));
        Assert.DoesNotContain("Thảo", page.Body!.TextContent, StringComparison.Ordinal);

        await JudgeAsync(run, lan);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/practice/{run}/review")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/practice/{run}/judging")).StatusCode);
    }

    [Fact]
    public async Task A_lead_chooses_a_run_and_a_mentor_judges_it_in_the_browser()
    {
        var run = await ConfirmedAsync();
        using var boss = await Surfer.OfAsync(app, lead);
        await boss.SubmitAsync($"/practice/{run}/review", "review-choose--");
        using var browser = await Surfer.OfAsync(app, lan);
        Assert.Contains(
            $"/practice/{run}/judging",
            (await browser.PageAsync("/practice/calibration")).QuerySelectorAll("a").Select(a => a.GetAttribute("href"))
        );
        var fields = (await browser.PageAsync($"/practice/{run}/judging"))
            .QuerySelectorAll("fieldset.judged")
            .Select(f => f.QuerySelector("input")!)
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))
            .ToArray();

        var missing = await Surfer.ReadAsync(
            await browser.SubmitAsync($"/practice/{run}/judging", "judging", fields[1..])
        );
        Assert.NotNull(missing.QuerySelector(".refusal"));
        Assert.Equal(fields.Length - 1, missing.QuerySelectorAll("fieldset.judged :checked").Length);
        var saved = await browser.SubmitAsync($"/practice/{run}/judging", "judging", fields);

        Assert.Equal($"/practice/{run}/review", PathOf(saved));
        var report = await browser.PageAsync("/practice/calibration/s02-slow-lms");
        Assert.Contains("Lan", report.QuerySelector(".agreement-said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("too few to tell", report.QuerySelector(".agreed")!.TextContent, StringComparison.Ordinal);
        // Who has still to judge it learns nothing of what others said, not even as a share.
        using var other = await Surfer.OfAsync(app, vinh);
        var withheld = await other.PageAsync("/practice/calibration/s02-slow-lms");
        Assert.Null(withheld.QuerySelector(".agreement-said"));
        Assert.DoesNotContain("judgements", withheld.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "yet to judge: 1",
            withheld.QuerySelector(".page > .hint")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_does_not_judge_reads_on()
    {
        var run = await ExampleAsync();
        using var browser = await Surfer.OfAsync(app, lan);

        Assert.Equal($"/practice/{run}/review", PathOf(await browser.SubmitAsync($"/practice/{run}/judging", "leave")));

        Assert.NotNull((await Reviews.FindAsync(run, lan.AsActor, Stop)).Found);
        Assert.Equal(
            "calibration-not-blind",
            (await Calibrations.ActAsync(run, await MadeOfAsync(run), lan.AsActor, Stop))!.Code
        );
    }

    [Fact]
    public async Task Two_at_once_both_count_and_another_node_and_a_restart_know_of_both()
    {
        var run = await ExampleAsync();
        var made = await MadeOfAsync(run);

        // Who is told that something changed tries again.
        await Task.WhenAll(TryAsync(lan), TryAsync(vinh));

        await using var node = await app.AnotherAsync();
        var report = (
            await node.Services.GetRequiredService<Calibrations>().ReportAsync("s02-slow-lms", mai.AsActor, Stop)
        )!;
        Assert.Equal(2, report.Mentors.Count);
        Assert.Equal(1, report.Together.Mentors.Share);
        Assert.Equal((1, made.Lines.Count), (report.Together.Mentors.Runs, report.Together.Mentors.Pairs));
        Assert.Equal(["Lan", "Vinh"], report.Names.Values.Order(StringComparer.Ordinal));

        async Task TryAsync(PersonRow who)
        {
            while ((await Calibrations.ActAsync(run, made, who.AsActor, Stop)) is { } refusal)
                Assert.Equal("calibration-has-changed", refusal.Code);
        }
    }

    [Fact]
    public async Task It_is_there_for_mentors_leads_and_administrators_only_and_changes_nothing_of_the_review()
    {
        var run = await ExampleAsync();
        await using var db = app.Database();
        var before = await db.StreamAsync(Streams.Session(run), Stop);
        await JudgeAsync(run, lan);
        Assert.Equal(before.Count, (await db.StreamAsync(Streams.Session(run), Stop)).Count);

        var agent = await app.PersonAsync(Role.Agent, "Sơn", "son@desk.example");
        var trainee = await app.PersonAsync(Role.Trainee, "Khoa", "khoa@desk.example");
        foreach (var stranger in (PersonRow[])[agent, trainee])
        {
            Assert.Empty(await Calibrations.ListAsync(stranger.AsActor, Stop));
            Assert.Null(await Calibrations.ReportAsync("s02-slow-lms", stranger.AsActor, Stop));
            Assert.Equal(
                "practice-no-session",
                (await Calibrations.ActAsync(run, new LeaveExample(), stranger.AsActor, Stop))!.Code
            );
            using var browser = await Surfer.OfAsync(app, stranger);
            foreach (
                var path in (string[])
                    ["/practice/calibration", "/practice/calibration/s02-slow-lms", $"/practice/{run}/judging"]
            )
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        }
        using var mentor = await Surfer.OfAsync(app, mai);
        Assert.Equal(HttpStatusCode.NotFound, (await mentor.GetAsync("/practice/calibration/nothing")).StatusCode);
        // A mentor has no button that chooses runs.
        Assert.Null((await mentor.PageAsync($"/practice/{run}/review")).QuerySelector("[value=withdraw]"));
    }

    async Task<int> ConfirmedAsync()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        Assert.Null(await me.MoveAsync("submit", ("kind", "reflection"), ("text", "Lần sau tôi hỏi sớm hơn.")));
        Assert.Null(await me.MoveAsync("finish"));
        foreach (var line in (await ReadAsync(me.Id)).Run.Lines.Where(l => l.IsForMentor))
            Assert.Null(await Reviews.ActAsync(me.Id, new GradeLine(line.Line.Id, line.Levels - 1), mai.AsActor, Stop));
        Assert.Null(await Reviews.ActAsync(me.Id, new ConfirmRun(), mai.AsActor, Stop));
        return me.Id;
    }

    async Task<int> ExampleAsync()
    {
        var run = await ConfirmedAsync();
        Assert.Null(await Calibrations.ActAsync(run, new MarkExample(), lead.AsActor, Stop));
        return run;
    }

    async Task JudgeAsync(int run, PersonRow who) =>
        Assert.Null(await Calibrations.ActAsync(run, await MadeOfAsync(run), who.AsActor, Stop));

    async Task<JudgeExample> MadeOfAsync(int run) =>
        new([
            .. JudgeExample
                .LinesOf((await ReadAsync(run)).Run)
                .Select(l => l.Check is AskMentor ? new LineJudgement(l.Id, null, 2) : new(l.Id, Outcome.Met, null)),
        ]);

    async Task<ReviewedSession> ReadAsync(int run) => (await Reviews.FindAsync(run, mai.AsActor, Stop)).Found!;

    static string PathOf(HttpResponseMessage answer) =>
        answer.Headers.Location is { } to
            ? to.IsAbsoluteUri
                ? to.AbsolutePath
                : to.OriginalString
            : answer.RequestMessage!.RequestUri!.AbsolutePath;
}
