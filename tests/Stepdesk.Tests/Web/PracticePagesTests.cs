using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Web;

/// <summary>The desk of a practice session, in the browser.</summary>
public sealed class PracticePagesTests : AtPractice
{
    [Fact]
    public async Task A_trainee_comes_in_where_they_practise_and_an_agent_where_they_work()
    {
        await App.PersonAsync(Role.Agent, "Khoi");
        using var one = new Surfer(App);
        using var other = new Surfer(App);

        Assert.Equal("/practice", PathOf(await one.SignInAsync("han@desk.example")));
        Assert.Equal("/", PathOf(await other.SignInAsync("khoi@desk.example")));
    }

    [Fact]
    public async Task Whoever_followed_a_link_comes_to_it_also_as_a_trainee()
    {
        using var again = new Surfer(App);
        Assert.Equal("/notices", PathOf(await again.SignInAsync("han@desk.example", returnUrl: "/notices")));
    }

    [Fact]
    public async Task Beginning_a_scenario_opens_its_desk_with_a_mail_to_log()
    {
        var begun = await Surfer.SubmitAsync("/practice", "begin-s02-slow-lms", ("Form.Mode", "Practice"));
        var desk = PathOf(begun);

        Assert.Matches("^/practice/[0-9]+/desk/$", desk);
        var inbox = await Surfer.PageAsync(desk);
        var letter = inbox.QuerySelector(".letters a.row")!;
        var form = await Surfer.PageAsync(Surfer.LinkIn(inbox, letter.GetAttribute("href")!));
        Assert.Equal("thu.ha@campus.example", form.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Every_link_of_a_sessions_pages_stays_in_its_world_or_leads_to_the_practice_ground()
    {
        var session = await BeginAsync();
        var ticket = await LogAsync(session);
        var desk = $"/practice/{session}/desk/";
        string[] pages = ["", "tickets/new", $"tickets/{ticket}", "board", "notices", "telemetry"];
        foreach (var path in pages)
        {
            var page = await Surfer.PageAsync(desk + path);
            Assert.Equal(desk, page.QuerySelector("base")!.GetAttribute("href"));
            var targets = page.QuerySelectorAll("a[href]")
                .Select(a => a.GetAttribute("href"))
                .Concat(page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")))
                .OfType<string>()
                .Select(href => new Uri(Surfer.LinkIn(page, href)).AbsolutePath);
            Assert.All(
                targets.Distinct(),
                target =>
                    Assert.True(
                        target.StartsWith(desk, StringComparison.Ordinal)
                            || target is "/practice" or "/sign-out"
                            || target == $"/practice/{session}/hand-in",
                        $"{path} leads to {target}"
                    )
            );
        }
    }

    [Fact]
    public async Task The_language_is_chosen_inside_as_outside_and_one_stays_where_one_is()
    {
        var session = await BeginAsync();
        var desk = $"/practice/{session}/desk/?view=all";
        var page = await Surfer.PageAsync(desk);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var form = page.QuerySelector("form.preferences")!;
        var chosen = await Surfer.PostAsync(
            Surfer.LinkIn(page, form.GetAttribute("action")!),
            form.QuerySelectorAll("input[type=hidden]")
                .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))
                .Append(("language", "vi"))
        );

        Assert.Equal(desk, PathOf(chosen));
        Assert.Equal("vi", (await Surfer.PageAsync(desk)).DocumentElement.GetAttribute("lang"));
        Assert.Equal("vi", (await Surfer.PageAsync("/practice")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_clock_is_stopped_sped_up_and_put_forward_while_one_practises()
    {
        var session = await BeginAsync();
        var desk = $"/practice/{session}/desk/";

        await Surfer.SubmitAsync(desk, "practice-pace", ("Panel.Pace", "Paused"));
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("14:20:00", ClockOf(await Surfer.PageAsync(desk)));
        Assert.Equal("0", (await Surfer.PageAsync(desk)).QuerySelector("[data-speed]")!.GetAttribute("data-speed"));

        await Surfer.SubmitAsync(desk, "practice-pace", ("Panel.Pace", "Resumed"));
        await Surfer.SubmitAsync(desk, "practice-pace", ("Panel.Times", "10"));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("14:30:00", ClockOf(await Surfer.PageAsync(desk)));

        await Surfer.SubmitAsync(desk, "practice-pace", ("Panel.Pace", "Skipped"));
        Assert.Equal("14:40:00", ClockOf(await Surfer.PageAsync(desk))); // she chases after twenty minutes
    }

    [Fact]
    public async Task In_an_assessed_session_the_clock_is_nobodys_and_there_are_no_hints()
    {
        var session = await BeginAsync(PracticeMode.Assessed);
        var page = await Surfer.PageAsync($"/practice/{session}/desk/");

        Assert.Null(page.QuerySelector(".practice-pace"));
        Assert.DoesNotContain("Hints", page.QuerySelector(".practice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tips_are_for_who_practises_and_not_for_who_is_assessed()
    {
        Assert.Contains("Tips", await HeadsAsync(PracticeMode.Practice));
        Assert.DoesNotContain("Tips", await HeadsAsync(PracticeMode.Assessed));

        async Task<IEnumerable<string>> HeadsAsync(PracticeMode mode)
        {
            var page = await Surfer.PageAsync($"/practice/{await BeginAsync(mode)}/desk/");
            return [.. page.QuerySelectorAll(".practice-part h3").Select(h => h.TextContent.Trim())];
        }
    }

    [Fact]
    public async Task A_search_for_articles_that_finds_none_says_so()
    {
        var session = await BeginAsync();

        var looked = await Web.Surfer.ReadAsync(
            await Surfer.SubmitAsync(
                $"/practice/{session}/desk/",
                "practice-look",
                ("Panel.System", "knowledge-base"),
                ("Panel.Subject", "zebras")
            )
        );

        Assert.Contains(
            "No article was found.",
            looked.QuerySelector(".practice-results")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_looked_up_shows_and_what_cannot_be_done_says_why_and_keeps_what_was_typed()
    {
        var session = await BeginAsync();
        var desk = $"/practice/{session}/desk/";

        var looked = await Web.Surfer.ReadAsync(
            await Surfer.SubmitAsync(desk, "practice-look", ("Panel.System", "releases"), ("Panel.Subject", "today"))
        );
        Assert.Contains(
            "Releases, today",
            looked.QuerySelector(".practice-results")!.TextContent,
            StringComparison.Ordinal
        );

        await Surfer.SubmitAsync(desk, "practice-pace", ("Panel.Pace", "Paused"));
        var refused = await Web.Surfer.ReadAsync(
            await Surfer.SubmitAsync(
                desk,
                "practice-message",
                ("Panel.To", "dev"),
                ("Panel.Text", "Please look"),
                ("Panel.Tag", "update")
            )
        );
        Assert.Contains(
            "clock stands",
            refused.QuerySelector(".practice .refusal")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Please look", refused.QuerySelector("form.practice-move textarea")!.TextContent);
    }

    [Fact]
    public async Task What_was_said_in_the_chat_was_taken_and_all_can_be_told_there_how_it_ended()
    {
        var session = await BeginAsync();
        var desk = $"/practice/{session}/desk/";

        var page = await Surfer.PageAsync(desk);
        Assert.Contains("Mon 9 Mar 2026", page.QuerySelector(".practice-clock")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            page.QuerySelectorAll("[name='Panel.To'] option"),
            o => o.TextContent is "LMS developers (developers)"
        );
        var said = await Surfer.SubmitAsync(
            desk,
            "practice-message",
            ("Panel.To", "dev"),
            ("Panel.Text", "The class can work again."),
            ("Panel.Tag", "resolution"),
            ("_sent", "abc-1")
        );

        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Contains(
            said.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("stepdesk-taken=abc-1", StringComparison.Ordinal)
        );
        var events = (await App.Services.GetRequiredService<Sessions>().FindAsync(session, Trainee.AsActor, Stop))!
            .Session
            .Events;
        Assert.Equal("resolution", events.Last(e => e.Type is EventTypes.MessageSent).Data.One("tag"));
    }

    [Fact]
    public async Task What_was_tried_out_says_what_it_was()
    {
        var session = await BeginAsync();

        var tried = await Web.Surfer.ReadAsync(
            await Surfer.SubmitAsync($"/practice/{session}/desk/", "practice-test-class-page", ("Panel.Verb", "test"))
        );

        Assert.Contains(
            "Open the class and submit a test: it does not work",
            tried.QuerySelector("[data-live=practice-tested]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Handing_in_ends_the_session_and_every_verdict_opens_what_it_rests_on()
    {
        var session = await BeginAsync();
        await LogAsync(session);
        await Surfer.SubmitAsync(
            $"/practice/{session}/hand-in",
            "hand-in",
            ("Form.Justification", "15 people, from 5 to 25, so not standard"),
            ("Form.Reflection", "Ask sooner"),
            ("Form.Finish", "true")
        );

        var debrief = await Surfer.PageAsync($"/practice/{session}");
        var verdicts = debrief.QuerySelectorAll(".verdict");
        Assert.Equal(31, verdicts.Length);
        Assert.Contains(verdicts, v => v.ClassList.Contains("verdict-met"));
        Assert.Contains(verdicts, v => v.ClassList.Contains("verdict-not_met"));
        var targets = debrief
            .QuerySelectorAll("a[href*='#']")
            .Select(a => a.GetAttribute("href")!.Split('#')[1])
            .ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, id => Assert.NotNull(debrief.GetElementById(id)));
        var curtain = debrief.QuerySelector(".curtain")!.TextContent;
        Assert.Contains("Slow queries", curtain, StringComparison.Ordinal);
        Assert.Contains("Other classes are normal", curtain, StringComparison.Ordinal);
        // A second class is hit only where nobody looks after it, or where a mentor wants it.
        Assert.DoesNotContain("41 people", curtain, StringComparison.Ordinal);
        Assert.NotEmpty(debrief.QuerySelectorAll(".course li")); // with one good way below
        Assert.Equal($"/practice/{session}", PathOf(await Surfer.GetAsync($"/practice/{session}/hand-in")));
    }

    [Fact]
    public async Task Nothing_of_what_is_sealed_stands_on_a_page_before_the_debrief()
    {
        var session = await BeginAsync();
        foreach (
            var path in (string[])
                [$"/practice/{session}", $"/practice/{session}/desk/", $"/practice/{session}/hand-in", "/practice"]
        )
        {
            var page = (await Surfer.PageAsync(path)).DocumentElement.OuterHtml;
            Assert.DoesNotContain("Slow queries on the data", page, StringComparison.Ordinal);
            Assert.DoesNotContain("index is missing", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_story_of_two_days_says_which_day_it_is()
    {
        Assert.Empty(await DaysAsync(TimeSpan.FromHours(2)));
        Assert.Equal(["Mon 9 Mar 2026", "Tue 10 Mar 2026"], await DaysAsync(TimeSpan.FromHours(24)));

        async Task<IEnumerable<string>> DaysAsync(TimeSpan lasting)
        {
            var sessions = App.Services.GetRequiredService<Sessions>();
            var (id, _) = await sessions.StartAsync(
                "s06-deadline-report",
                Trainee.AsActor,
                PracticeMode.Practice,
                Language.En,
                seed: 7,
                Stop
            );
            App.Clock.Advance(lasting);
            await sessions.AdvanceAsync(id!.Value, Stop);
            Assert.Null(await sessions.MoveAsync(id.Value, new("finish", Fields.None), Trainee.AsActor, Stop));
            // A day is longer than one stays signed in.
            await Surfer.SignInAsync("han@desk.example");
            var debrief = await Surfer.PageAsync($"/practice/{id}");
            return debrief
                .QuerySelectorAll("[aria-labelledby='debrief-timeline'] .course-day")
                .Select(day => day.TextContent.Trim());
        }
    }

    [Fact]
    public void Everything_scenarios_name_has_a_word()
    {
        Assert.All(
            Verbs.All,
            verb => Assert.True(Text.Knows($"verb-{verb.Name}") || Text.Knows($"do-{verb.Name}"), verb.Name)
        );
        foreach (var scenario in App.Services.GetRequiredService<Library>().All)
        {
            Assert.All(
                scenario.Rubric,
                line => Assert.True(Text.Knows($"competence-{line.Competence}"), line.Competence)
            );
            Assert.All(
                scenario
                    .Facts.SelectMany(f => f.Reveals)
                    .Where(r => r.Type == "lookup.performed")
                    .SelectMany(r => r.Fields.Where(f => f.Name == "system").SelectMany(f => f.Of)),
                system => Assert.True(Text.Knows($"practice-system-{system}"), system)
            );
        }
        Assert.All(
            Core.Practice.Sessions.EventTypes.All,
            type => Assert.True(Text.Knows($"did-{type.Replace('.', '_')}"), type)
        );
    }
}
