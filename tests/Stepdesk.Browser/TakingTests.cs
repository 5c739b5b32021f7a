using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Taking work from the queue.</summary>
public sealed class TakingTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_next_ticket_opens_and_is_mine_until_there_is_none()
    {
        await app.PersonAsync(Core.People.Role.Administrator);
        var (first, second) = (await app.LoggedAsync("First"), await app.LoggedAsync("Second"));
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/?view=unassigned");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the next one" }).ClickAsync();
        await page.IsAtAsync($"/tickets/{first}\\?");
        await Expect(page.Locator(".facts .fact-value").First).ToHaveTextAsync("An");

        await page.GotoAsync($"/tickets/{second}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it" }).ClickAsync();
        await Expect(page.Locator(".facts .fact-value").First).ToHaveTextAsync("An");

        await page.GotoAsync("/?view=unassigned");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take the next one" })).ToHaveCountAsync(0);
    }
}
