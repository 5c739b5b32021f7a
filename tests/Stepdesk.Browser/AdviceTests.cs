using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Advice stands beside a message while it is written.</summary>
public sealed class AdviceTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_reply_is_advised_while_it_is_typed_and_another_reader_is_told_otherwise()
    {
        await app.PersonAsync(Core.People.Role.Administrator);
        var ticket = await app.LoggedAsync();
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/tickets/{ticket}?do=reply");
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to the customer" });
        var advice = page.Locator(".advice");
        await Expect(advice).ToHaveCountAsync(0);

        await text.FillAsync(
            "Hello, the connection pool is full and the query times out; we will fix it in 30 minutes."
        );
        await Expect(advice).ToContainTextAsync("Promise the next update instead");
        await Expect(advice).ToContainTextAsync("technician's word");
        await text.FillAsync(
            "Hello Lan, I am sorry that your 3 classes had to wait. We are looking into it now and will write again in 15 minutes."
        );
        await Expect(advice).ToHaveCountAsync(0);

        await text.FillAsync("Hello Lan, your password: Hoa@2026xy");
        await Expect(advice.Locator(".advice-stop")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the customer" }).ClickAsync();
        await Expect(page.Locator(".refusal")).ToContainTextAsync("Take it out");
        await Expect(text).ToHaveValueAsync("Hello Lan, your password: Hoa@2026xy");
        await Expect(advice.Locator(".advice-stop")).ToBeVisibleAsync();
    }
}
