using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Web;

/// <summary>What waits for somebody at the practice ground, where they see it.</summary>
public sealed class PracticeNewsTests : AtPractice
{
    [Fact]
    public async Task A_trainee_sees_what_their_mentor_asks_for_where_they_practise_and_among_notices()
    {
        await App.PersonAsync(Role.Mentor, "Mai");
        using var mentor = new Surfer(App);
        await mentor.SignInAsync("mai@desk.example");
        var session = await BeginAsync();
        await Surfer.SubmitAsync($"/practice/{session}/hand-in", "hand-in", ("Form.Finish", "true"));

        var waits = Assert.Single((await mentor.PageAsync("/practice")).QuerySelectorAll(".ground-news a"));
        Assert.Equal($"/practice/{session}/review", waits.GetAttribute("href"));
        Assert.Contains("Han", waits.TextContent, StringComparison.Ordinal);
        Assert.Contains("A run waits for review", waits.TextContent, StringComparison.Ordinal);

        await Surfer.PageAsync("/practice");
        await mentor.SubmitAsync(
            $"/practice/{session}/review",
            "review-ask-M2-",
            ("Form.Do", "ask"),
            ("Form.Line", "M2"),
            ("Form.Text", "Name one thing.")
        );

        Assert.Empty((await mentor.PageAsync("/practice")).QuerySelectorAll(".ground-news a"));
        foreach (var path in (string[])["/practice", "/notices"])
        {
            var news = Assert.Single((await Surfer.PageAsync(path)).QuerySelectorAll(".notices .unread a"));
            Assert.Equal($"/practice/{session}/revision", news.GetAttribute("href"));
            Assert.Contains("write something again", news.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(
            "1",
            (await Surfer.PageAsync("/practice")).QuerySelector("a[href='notices'] .count")!.FirstChild!.TextContent
        );

        await Surfer.SubmitAsync("/practice", "news-read");
        Assert.Empty((await Surfer.PageAsync("/practice")).QuerySelectorAll(".ground-news"));
        Assert.Empty((await Surfer.PageAsync("/notices")).QuerySelectorAll(".notices .unread"));
        Assert.Single((await Surfer.PageAsync("/notices")).QuerySelectorAll(".notices a"));
        // At the desk of the session itself there is nothing of it.
        Assert.Empty((await Surfer.PageAsync($"/practice/{session}/desk/notices")).QuerySelectorAll(".notices a"));
    }

    [Fact]
    public async Task Every_text_a_scenario_asks_for_can_be_handed_in_and_is_named_in_the_readers_language()
    {
        var (id, _) = await App
            .Services.GetRequiredService<Sessions>()
            .StartAsync("s03-nobody-can-submit", Trainee.AsActor, PracticeMode.Practice, Language.Vi, 1, Stop);
        var page = $"/practice/{id}/hand-in";
        var form = await Surfer.PageAsync(page);
        Assert.Contains("The post-mortem", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await Surfer.SubmitAsync(
            page,
            "hand-in",
            ("Form.Others[post-mortem]", "09:00 nothing could be handed in, 10:00 rolled back"),
            ("Form.Finish", "false")
        );
        var kept = (await Surfer.PageAsync(page)).QuerySelector("[name='Form.Others[post-mortem]']")!;
        Assert.StartsWith("09:00", kept.TextContent, StringComparison.Ordinal);
        await Surfer.SubmitAsync(
            page,
            "hand-in",
            ("Form.Justification", "53"),
            ("Form.Finish", "true"),
            ("Form.Noted", "true")
        );

        var report = (
            await App.Services.GetRequiredService<Sessions>().ReportAsync(id!.Value, Trainee.AsActor, Stop)
        ).Report!;
        Assert.Contains(
            ": ảnh hưởng, nguyên nhân, việc cần làm tiếp.",
            report.Of("03-12").Sentence.Vi,
            StringComparison.Ordinal
        );
        Assert.Contains(
            ": the impact, the cause, the follow-ups.",
            report.Of("03-12").Sentence.En,
            StringComparison.Ordinal
        );
        var debrief = (await Surfer.PageAsync($"/practice/{id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("handed in: “The post-mortem”.", debrief, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_is_logged_late_was_reported_when_it_came()
    {
        var session = await BeginAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(13));
        var ticket = await LogAsync(session);

        await using var db = App.Database();
        var logged = await db.FindAsync<TicketRow>([ticket], Stop);
        var world = (await App.Services.GetRequiredService<Sessions>().FindAsync(session, Trainee.AsActor, Stop))!;
        Assert.Equal(world.Scenario.Start.ToUniversalTime(), logged!.ReportedAt);
    }

    [Fact]
    public async Task Handing_in_from_a_second_tab_says_that_the_run_is_over_and_keeps_what_was_typed()
    {
        var session = await BeginAsync();
        var page = $"/practice/{session}/hand-in";
        var tab = await Surfer.PageAsync(page);
        await Surfer.SubmitAsync(page, "hand-in", ("Form.Finish", "true"));

        var hidden = tab.QuerySelectorAll("form.card input[type=hidden]")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var answer = await Surfer.PostAsync(
            page,
            [.. hidden, ("Form.Reflection", "What I typed in the other tab"), ("Form.Finish", "true")]
        );

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var late = await Web.Surfer.ReadAsync(answer);
        Assert.NotEmpty(late.QuerySelectorAll("[role=alert]"));
        Assert.Equal("What I typed in the other tab", late.QuerySelector("[name='Form.Reflection']")!.TextContent);
        Assert.Equal($"/practice/{session}", late.QuerySelector(".act-foot a")!.GetAttribute("href"));
        Assert.Empty(late.QuerySelectorAll("form.card .act-foot button"));
    }

    [Fact]
    public async Task What_was_refused_and_what_was_tried_are_told_with_all_that_belongs_to_it()
    {
        var session = await BeginAsync();
        var ticket = await LogAsync(session);
        var inside = (await App.Services.GetRequiredService<Sessions>().FindAsync(session, Trainee.AsActor, Stop))!;
        var outcome = await App.Desk.ActAsync(
            ticket,
            new Core.Tickets.Escalate(Core.Tickets.Ground.BeyondSkill, Core.Tickets.Specialty.Development)
            {
                Package = new() { Summary = "Slow" },
            },
            inside.Inside.AsActor,
            stop: Stop
        );
        Assert.NotNull(outcome.Refusal?.Parts);
        await Surfer.SubmitAsync($"/practice/{session}/hand-in", "hand-in", ("Form.Finish", "true"));

        var course = (await Surfer.PageAsync($"/practice/{session}")).QuerySelector(".course")!.TextContent;
        Assert.Contains(Text.Of(outcome.Refusal!, Language.En), course, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scenario_asks_only_for_texts_that_can_be_handed_in()
    {
        foreach (var scenario in App.Services.GetRequiredService<Library>().All)
            Assert.All(
                scenario.Rubric.SelectMany(l => l.Check.HandIns),
                kind => Assert.Contains(kind, scenario.HandInKinds)
            );
    }
}
