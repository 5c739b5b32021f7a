using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Service;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Admin;

/// <summary>What an administrator does with the desk's promises, page by page and without script.</summary>
public sealed class PolicyPagesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Surfer an = null!;
    PersonRow administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        administrator = await app.PersonAsync(Role.Administrator);
        an = new(app);
        await an.SignInAsync("an@desk.example");
    }

    public async ValueTask DisposeAsync()
    {
        an.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_edit_is_looked_at_before_it_is_saved_as_the_next_version()
    {
        var form = await EditAsync("/admin/policy/edit");
        form["in.standard.acknowledge"] = "10 phút";
        form["in.standard.resolve"] = "8 h";

        var review = await PostAsync("/admin/policy/edit", form, "review");

        Assert.Equal(
            [
                "Standard | Acknowledge within | 30 min (working time) | 10 min (working time)",
                "Standard | Resolve within | nothing | 8 h (working time)",
            ],
            Rows(review)
        );
        Assert.Equal(0, await LatestAsync());

        var saved = await an.PostAsync("/admin/policy/edit", Fields(review, "save"));

        Assert.Equal("/admin/policy?saved=1", saved.Headers.Location?.PathAndQuery);
        var page = await an.PageAsync("/admin/policy?saved=1");
        Assert.Contains(
            "Version 1 is saved",
            page.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("8 h (working time)", page.QuerySelector(".promises")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("by An", page.QuerySelector(".versions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Shipped promises",
            (await an.PageAsync("/admin/policy?version=0")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await an.GetAsync("/admin/policy?version=2")).StatusCode);
    }

    [Theory]
    [InlineData("standard.acknowledge", "soon", "Write a time with its unit")]
    [InlineData("standard.acknowledge", "", "This time is needed")]
    [InlineData("priority.update", "0 min", "at least one minute")]
    [InlineData("expedite.reminders", "2 d, 400 d", "at most 366 days")]
    [InlineData("standard.close", "", "This time is needed")]
    [InlineData("priority-from", "many", "whole number of people")]
    [InlineData("expedite-from", "5", "more people than Priority")]
    [InlineData("fixed_deadline.calendar", "moon", "no calendar named")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
        string field,
        string text,
        string right
    )
    {
        var form = await EditAsync("/admin/policy/edit");
        form[$"in.{field}"] = text;
        form["in.standard.log"] = "20 min";

        var page = await PostAsync("/admin/policy/edit", form, "review");

        Assert.Contains(right, page.GetElementById($"{field}.wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("20 min", page.GetElementById("standard.log")!.GetAttribute("value"));
        if (page.GetElementById(field) is IHtmlInputElement input)
            Assert.Equal(text, input.Value);
        Assert.Equal("true", page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal(0, await LatestAsync());
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_both_edits_stand_after_a_second_look()
    {
        var mine = await EditAsync("/admin/policy/edit");
        mine["in.standard.log"] = "20 min";
        await OtherEditAsync();

        var told = await PostAsync("/admin/policy/edit", mine, "save");

        Assert.Contains(
            "Version 1 was saved while you were editing",
            told.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "Standard | Acknowledge within | 30 min (working time) | 7 min (working time)",
                "Standard | Log within | 15 min (working time) | 20 min (working time)",
            ],
            Rows(told)
        );
        Assert.Equal(1, await LatestAsync());

        await an.PostAsync("/admin/policy/edit", Fields(told, "save"));

        var standard = (await PolicyAsync()).Of(ClassOfService.Standard);
        Assert.Equal(TimeSpan.FromMinutes(20), standard.Log.Within);
        Assert.Equal(TimeSpan.FromMinutes(7), standard.Acknowledge.Within);
    }

    [Fact]
    public async Task A_look_at_nothing_new_has_nothing_to_save()
    {
        var review = await PostAsync("/admin/policy/edit", await EditAsync("/admin/policy/edit"), "review");

        Assert.Contains(
            "Nothing differs from version 0",
            review.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(review.QuerySelector("button[value=save]"));
    }

    [Theory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Lead, false)]
    [InlineData(Role.Agent, false)]
    public async Task Everybody_at_the_desk_may_read_and_an_administrator_edits(Role role, bool edits)
    {
        await app.PersonAsync(role, "Binh");
        using var surfer = new Surfer(app);
        await surfer.SignInAsync("binh@desk.example");

        foreach (var path in (string[])["/admin/policy", "/admin/calendars"])
            Assert.Equal(HttpStatusCode.OK, (await surfer.GetAsync(path)).StatusCode);
        foreach (
            var path in (string[])
                [
                    "/admin/policy/edit",
                    "/admin/policy/0/application",
                    "/admin/calendars/edit",
                    "/admin/calendars/use",
                    "/admin/calendars/holidays?name=office",
                ]
        )
            Assert.Equal(edits, (await surfer.GetAsync(path)).StatusCode is HttpStatusCode.OK);
        Assert.Equal(
            edits,
            (await surfer.PageAsync("/admin/policy")).QuerySelector("a[href='/admin/policy/edit']") is not null
        );
    }

    [Fact]
    public async Task A_version_is_applied_to_running_tickets_after_a_look_at_what_changes()
    {
        var ticket = await app.LoggedAsync();
        await OtherEditAsync();
        var before = await an.PageAsync("/admin/policy/1/application");
        Assert.Contains("1 of 1 open tickets looked at", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Acknowledge", before.QuerySelector(".differences")!.TextContent, StringComparison.Ordinal);

        var after = await Surfer.ReadAsync(await an.SubmitAsync("/admin/policy/1/application", "apply"));

        Assert.Contains("version 1 was applied to 1 tickets", after.Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Database();
        Assert.Equal(app.Clock.GetUtcNow().AddMinutes(7), db.Tickets.Single(t => t.Id == ticket).NextDueAt);
        Assert.Contains(
            "No open ticket would change",
            (await an.PageAsync("/admin/policy/1/application")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await an.GetAsync("/admin/policy/9/application")).StatusCode);
    }

    // Somebody else's edit, by another way.
    async Task OtherEditAsync()
    {
        var policy = await PolicyAsync();
        var edited = policy with
        {
            Classes =
            [
                policy.Classes[0] with
                {
                    Acknowledge = new(TimeSpan.FromMinutes(7)),
                },
                .. policy.Classes.Skip(1),
            ],
        };
        var (_, refusal) = await app
            .Services.GetRequiredService<Promising>()
            .SetAsync(edited, await LatestAsync(), administrator.AsActor, Stop);
        Assert.Null(refusal);
    }

    async Task<int> LatestAsync()
    {
        await using var db = app.Database();
        return await app.Services.GetRequiredService<PolicyBook>().LatestAsync(db, WorldRow.Live, Stop);
    }

    async Task<ServicePolicy> PolicyAsync()
    {
        await using var db = app.Database();
        var book = app.Services.GetRequiredService<PolicyBook>();
        var latest = await book.LatestAsync(db, WorldRow.Live, Stop);
        return (await book.UpToAsync(db, WorldRow.Live, latest, Stop))(latest);
    }

    async Task<Dictionary<string, string>> EditAsync(string path) => FormOf.Of(await an.PageAsync(path), "policy");

    async Task<IHtmlDocument> PostAsync(string path, Dictionary<string, string> form, string step) =>
        await Surfer.ReadAsync(await an.PostAsync(path, form.Select(f => (f.Key, f.Value)).Append(("step", step))));

    static IEnumerable<(string, string)> Fields(IHtmlDocument page, string step) =>
        FormOf.Of(page, "policy").Select(f => (f.Key, f.Value)).Append(("step", step));

    static IEnumerable<string> Rows(IHtmlDocument page) =>
        page.QuerySelectorAll(".differences tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(c => c.TextContent.Trim())));
}
