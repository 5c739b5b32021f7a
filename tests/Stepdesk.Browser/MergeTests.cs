using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Mail;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>One of two tickets is to remain: what will happen is read before it is done, and undone again.</summary>
public sealed class MergeTests(Chromium chromium) : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_looked_at_done_heard_and_undone()
    {
        await app.PersonAsync(Role.Administrator);
        var first = await app.LoggedAsync("The video does not play");
        var second = await app.LoggedAsync("Lesson 8 stays black");
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session);
        var page = await context.NewPageAsync();

        await page.GotoAsync($"/tickets/{second}?do=merge");
        await page.GetByLabel("Number of the ticket that remains").FillAsync("99");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what will happen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no ticket #99");
        await page.GetByLabel("Number of the ticket that remains").FillAsync($"{second}");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what will happen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be merged into itself");

        await page.GetByLabel("Number of the ticket that remains").FillAsync($"{first}");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what will happen" }).ClickAsync();
        await Expect(page.Locator(".merge-effects")).ToContainTextAsync("reported both and hears of it in #1 only");
        await Expect(page.Locator(".merge-effects")).ToContainTextAsync("cannot be taken back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge and tell them" }).ClickAsync();

        await Expect(page.Locator(".merged-banner")).ToContainTextAsync("This report goes on in #1");
        await Expect(page.Locator(".clocks a.chip")).ToContainTextAsync("Merged into #1");
        var link = app.Services.GetRequiredService<Signer>().LinkFor(second, await RequesterAsync());
        await app.Desk.ActAsync(second, new Write("It is still black", Channel.Web), await CustomerAsync(), stop: Stop);

        await page.GotoAsync($"/tickets/{first}");
        await Expect(page.Locator(".timeline .entry-customer").Last).ToContainTextAsync("wrote on #2");
        await Expect(page.Locator(".timeline .entry-customer").Last).ToContainTextAsync("It is still black");
        await page.Locator(".merged-thread summary").ClickAsync();
        await Expect(page.Locator(".merged-thread .entries")).ToContainTextAsync("merged this ticket into #1");

        var customer = await (await chromium.Browser.ContextAsync(app.Address, "en")).NewPageAsync();
        await customer.GotoAsync(link);
        await customer.GetByRole(AriaRole.Link, new() { Name = "Open request #1" }).ClickAsync();
        await Expect(customer.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("The video does not play");

        await page.GotoAsync($"/tickets/{second}?do=unmerge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the merge" }).ClickAsync();
        await Expect(page.Locator(".merged-banner")).ToHaveCountAsync(0);
        await Expect(page.Locator(".timeline")).ToContainTextAsync("undid the merge with #1");
    }

    async Task<int> RequesterAsync()
    {
        await using var db = app.Database();
        return db.Tickets.Select(t => t.Requester).First();
    }

    async Task<Actor> CustomerAsync() => Actor.Person(await RequesterAsync(), Role.Customer);
}
