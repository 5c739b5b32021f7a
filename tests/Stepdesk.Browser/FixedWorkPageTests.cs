using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Work towards a fixed date, and the agreement it waits for, on a ticket's page.</summary>
public sealed class FixedWorkPageTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;
    IPage page = null!;
    string session = "";
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        var an = await app.PersonAsync(Role.Administrator);
        ticket = await app.LoggedAsync("A report for the director");
        await app.Desk.ActAsync(
            ticket,
            new Classify(ClassOfService.FixedDeadline, "A talk") { Deadline = app.Clock.GetUtcNow().AddDays(2) },
            an.AsActor
        );
        session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        page = await (await chromium.Browser.ContextAsync(app.Address, "en", session: session)).NewPageAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_scoped_asked_about_bargained_for_planned_and_waits_for_a_yes()
    {
        await FillAsync("scope", "By course", ("Text", "By course – 1h"), ("Fields", "Charts – 2h"));
        await FillAsync("question", "Which period?", ("Text", "Which period?"));
        await FillAsync("bargain", "The director", ("Text", "All of it by Wednesday"), ("Name", "The director"));
        await FillAsync("plan", "An planned back from the date", ("Fields", "Query – 1h\nCheck – 30m"));
        var talk = page.Locator(".talk");

        var boss = await app.PersonAsync(Role.Lead, "Boss");
        await page.GotoAsync($"/tickets/{ticket}?do=approval");
        await page.Locator("[name='Form.Kind']").Last.SelectOptionAsync("DataRelease");
        await page.Locator(".composer [name='Form.At']").FillAsync("2026-03-03T09:00");
        await page.Locator(".composer [name='Form.Fields']").FillAsync("course\nstudents");
        await page.Locator(".composer [name='Form.Text']").FillAsync("The director gives a talk");
        await page.Locator(".composer").GetByLabel("Boss").CheckAsync();
        await page.Locator(".composer form.approval button.primary").ClickAsync();
        await Expect(talk).ToContainTextAsync("The director gives a talk");

        Assert.Empty(
            await chromium.Browser.InspectAsync(app.Address, "ticket-fixed", $"/tickets/{ticket}?do=approval", session)
        );

        var hers = await chromium.Browser.SignInAsync(app.Address, boss.Email);
        var there = await (await chromium.Browser.ContextAsync(app.Address, "vi", session: hers)).NewPageAsync();
        await there.GotoAsync($"/tickets/{ticket}");
        await there.Locator("details:has(form [name='Form.Act'][value='grant']) summary").First.ClickAsync();
        await there.Locator("form:has([name='Form.Act'][value='grant']) button[class*=button]").First.ClickAsync();
        await Expect(there.Locator(".talk")).ToContainTextAsync("Boss");
        await page.GotoAsync($"/tickets/{ticket}");
        await Expect(page.Locator(".approvals .chip.approval-granted"))
            .ToHaveTextAsync("granted", new() { IgnoreCase = true });
    }

    async Task FillAsync(string act, string shows, params (string Name, string Value)[] typed)
    {
        await page.GotoAsync($"/tickets/{ticket}");
        var form = page.Locator($"form:has([name='Form.Act'][value='{act}'])");
        await page.Locator($"details:has(> form [name='Form.Act'][value='{act}']) > summary").ClickAsync();
        foreach (var (name, value) in typed)
            await form.Locator($"[name='Form.{name}']").FillAsync(value);
        await form.Locator(".act-foot .button").First.ClickAsync();
        await Expect(page.Locator(".talk")).ToContainTextAsync(shows);
    }
}
