using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Web;

/// <summary>Work that was done elsewhere is handed in on its page.</summary>
public sealed class PracticeImportTests : AtPractice
{
    const string List =
        "Subject,Customer,Priority,Created on\nLMS chậm,Nguyễn Thu Hà,High priority,2026-11-20 14:25:00\n";

    [Fact]
    public async Task A_trainee_hands_in_a_list_and_has_a_run_that_a_mentor_finds_waiting()
    {
        var answer = await SendAsync(
            Surfer,
            List,
            ("Form.Scenario", "s02-slow-lms"),
            (
                "Form.Copied",
                "2026-11-20 14:25 - Nguyễn Thu Hà\nTrang rất chậm.\n2026-11-20 14:33 - Tôi\nChào chị Hà, em đang kiểm tra."
            ),
            ("Form.Reflection", "Lần sau tôi sẽ so với lớp khác trước.")
        );

        var run = PathOf(answer);
        Assert.Matches("^/practice/[0-9]+$", run);
        var debrief = await Surfer.PageAsync(run);
        Assert.Contains("Chào chị Hà, em đang kiểm tra.", debrief.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Trang rất chậm.", debrief.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Done elsewhere", debrief.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        // No desk of ours was worked at.
        Assert.Null(debrief.QuerySelector("main a[href$='/desk/']"));
        // What did not come up is folded away, and counted.
        var silent = debrief.QuerySelector("details.verdicts")!;
        Assert.False(silent.HasAttribute("open"));
        Assert.Contains(
            $": {silent.QuerySelectorAll(".verdict-not_applicable").Length}",
            silent.QuerySelector("summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(debrief.QuerySelectorAll("section.verdicts .verdict-not_applicable"));
        Assert.Contains("does not show", debrief.QuerySelector("#line-02-6")!.TextContent, StringComparison.Ordinal);
        // A cause that nobody knows is not named.
        var curtain = debrief.QuerySelector(".curtain")!.TextContent;
        Assert.Contains("does not show what the cause was", curtain, StringComparison.Ordinal);
        Assert.DoesNotContain("This time it was", curtain, StringComparison.Ordinal);
        Assert.DoesNotContain("Never found out", curtain, StringComparison.Ordinal);
        Assert.Null(debrief.QuerySelector("#debrief-model"));
        var record = await (await Surfer.GetAsync($"{run}/record.json")).Content.ReadAsStringAsync(Stop);
        Assert.Contains("\"branch\": null", record, StringComparison.Ordinal);
        // Its ticket is the one it came with.
        Assert.DoesNotContain("\"ticket\": null", record, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"", record, StringComparison.Ordinal);
        // What did not come up was not missed.
        Assert.Matches(
            "\"outcome\": \"not_applicable\",\\s+\"says\": [^\n]+\\s+\"points\": null,\\s+\"outOf\": null",
            record
        );
        // Which way it can turn out is sealed for them.
        Assert.DoesNotContain(
            "/",
            (await Surfer.PageAsync("/practice/import"))
                .QuerySelector("[name='Form.Scenario'] option:last-child")!
                .GetAttribute("value")
        );

        var mentor = await App.PersonAsync(Role.Mentor, "Chau");
        var waiting = await App.Services.GetRequiredService<Reviews>().QueueAsync(mentor.AsActor, Stop);
        Assert.Equal("Han", Assert.Single(waiting).Who);
        using var surfer = new Surfer(App);
        await surfer.SignInAsync("chau@desk.example");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await surfer.GetAsync($"{run}/review")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await surfer.GetAsync($"{run}/record")).StatusCode);
    }

    [Fact]
    public async Task A_mentor_hands_in_for_a_trainee_and_says_which_way_it_turned_out()
    {
        await App.PersonAsync(Role.Mentor, "Chau");
        using var mentor = new Surfer(App);
        await mentor.SignInAsync("chau@desk.example");

        var answer = await SendAsync(
            mentor,
            List,
            ("Form.Scenario", "s02-slow-lms/release"),
            ("Form.Trainee", $"{Trainee.Id}")
        );

        var theirs = Assert.Single(await App.Services.GetRequiredService<Sessions>().OfAsync(Trainee.Id, Stop));
        Assert.Equal($"/practice/{theirs.Id}", PathOf(answer));
        var found = await App.Services.GetRequiredService<Sessions>().FindAsync(theirs.Id, Trainee.AsActor, Stop);
        Assert.Equal("release", found!.Session.Branch);
        var curtain = (await mentor.PageAsync($"/practice/{theirs.Id}")).QuerySelector(".curtain")!.TextContent;
        Assert.Contains("This time it was", curtain, StringComparison.Ordinal);
        Assert.DoesNotContain("Never found out", curtain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_utc_is_told_to_be_one_and_its_times_are_judged()
    {
        (string, string)[] said =
        [
            ("Form.Scenario", "s02-slow-lms"),
            ("Form.Copied", "2026-11-20 14:33 - Tôi\nChào chị Hà, em đang kiểm tra lỗi của lớp WEB101."),
        ];
        var list = List.Replace("14:25", "07:25", StringComparison.Ordinal);

        var run = PathOf(await SendAsync(Surfer, list, said));
        var untold = await Surfer.PageAsync(run);
        var told = await Surfer.PageAsync(PathOf(await SendAsync(Surfer, list, [.. said, ("Form.IsUtc", "true")])));

        Assert.Contains("when things happened", Line(untold), StringComparison.Ordinal);
        Assert.DoesNotContain("when things happened", Line(told), StringComparison.Ordinal);

        // Whoever missed the tick is told, and so is the mentor.
        Assert.Contains("not by one clock", Caution(untold), StringComparison.Ordinal);
        Assert.DoesNotContain("not by one clock", Caution(told), StringComparison.Ordinal);
        await App.PersonAsync(Role.Mentor, "Chau");
        using var mentor = new Surfer(App);
        await mentor.SignInAsync("chau@desk.example");
        Assert.Contains("not by one clock", Caution(await mentor.PageAsync($"{run}/review")), StringComparison.Ordinal);

        static string Caution(AngleSharp.Dom.IDocument page) =>
            string.Join(' ', page.QuerySelectorAll(".caution").Select(c => c.TextContent));

        static string Line(AngleSharp.Dom.IDocument page) => page.QuerySelector("#line-02-3")!.TextContent;
    }

    [Fact]
    public async Task A_bad_file_is_refused_with_what_to_do_and_makes_no_run()
    {
        var page = await Surfer.ReadAsync(await SendAsync(Surfer, "a,b\n1,2", ("Form.Scenario", "s02-slow-lms")));

        Assert.Contains("no column Subject", page.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await App.Services.GetRequiredService<Sessions>().OfAsync(Trainee.Id, Stop));
    }

    [Fact]
    public async Task A_record_is_taken_over_under_its_own_scenario_alone()
    {
        const string record =
            """{"format":"stepdesk.record/1","record":{"scenarioId":"s06-deadline-report","ticket":{"title":"Report"}}}""";

        var page = await Surfer.ReadAsync(await SendAsync(Surfer, record, ("Form.Scenario", "s01-login")));

        Assert.Contains("Choose that one", page.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await App.Services.GetRequiredService<Sessions>().OfAsync(Trainee.Id, Stop));
    }

    [Fact]
    public async Task Nobody_hands_in_for_somebody_else_who_is_no_mentor()
    {
        var other = await App.PersonAsync(Role.Trainee, "Minh");
        var work = new Core.Practice.Imports.Elsewhere("odoo", "LMS", "Hà");

        var (run, refusal) = await App
            .Services.GetRequiredService<TakingOver>()
            .TakeAsync("s02-slow-lms", work, other.Id, null, Language.En, Trainee.AsActor, Stop);

        Assert.Null(run);
        Assert.Equal("not-allowed", refusal!.Code);
    }

    static async Task<HttpResponseMessage> SendAsync(
        Surfer surfer,
        string file,
        params (string Name, string Value)[] fields
    )
    {
        var page = await surfer.PageAsync("/practice/import");
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("form[enctype] input[type=hidden]"))
            content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "tickets.csv");
        return await surfer.PostAsync("/practice/import", content);
    }
}
