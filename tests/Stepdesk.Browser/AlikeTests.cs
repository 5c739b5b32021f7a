using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Meeting a second report of a fault that somebody reported already.</summary>
public sealed class AlikeTests(Chromium chromium) : IAsyncLifetime
{
    const string Title = "Video lesson 8 of PY-KIDS-DN-2611: Cannot load media";

    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_suggested_while_typing_and_on_the_ticket_and_tied_with_one_click()
    {
        await app.PersonAsync(Core.People.Role.Administrator);
        await app.LoggedAsync(Title);
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/tickets/new");
        await page.GetByLabel("Title").FillAsync("PY-KIDS-DN-2611 video lesson 8 says cannot load media");
        await Expect(page.Locator(".alike")).ToContainTextAsync("Perhaps the same fault");
        await Expect(page.Locator(".alike")).ToContainTextAsync("#1");
        await Expect(page.Locator("main")).ToHaveCountAsync(1);

        var second = await app.LoggedAsync("Lesson 8 video of py-kids-dn-2611 cannot load media");
        await page.GotoAsync($"/tickets/{second}");
        await Expect(page.Locator(".alike")).ToContainTextAsync(Title);
        await page.GetByRole(AriaRole.Button, new() { Name = "It is a duplicate" }).ClickAsync();

        await Expect(page.Locator(".links")).ToContainTextAsync("#1");
        await Expect(page.Locator(".alike")).ToHaveCountAsync(0);
    }
}
