using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Another matter in the middle of a ticket becomes a ticket of its own.</summary>
public sealed class SplitTests(Chromium chromium) : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Messages_are_chosen_and_both_pages_say_what_became_of_them()
    {
        await app.PersonAsync(Role.Administrator);
        var first = await app.LoggedAsync("The video does not play");
        await using (var db = app.Database())
        {
            var lan = Actor.Person(db.Tickets.Select(t => t.Requester).Single(), Role.Customer);
            await app.Desk.ActAsync(first, new Write("And the printer smokes", Channel.Web), lan, stop: Stop);
        }
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session);
        var page = await context.NewPageAsync();

        await page.GotoAsync($"/tickets/{first}?do=split");
        await page.GetByLabel("Title of the new ticket").FillAsync("The printer smokes");
        await page.GetByLabel("Why (for colleagues").FillAsync("Another matter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Split off" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose the messages");
        await Expect(page.GetByLabel("Title of the new ticket")).ToHaveValueAsync("The printer smokes");
        await page.GetByLabel("And the printer smokes").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Split off" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("#2 The printer smokes");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("split this ticket off #1");
        await page.GotoAsync($"/tickets/{first}");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("split 1 of its messages off into #2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Goes on in #2" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("The printer smokes");
    }
}
