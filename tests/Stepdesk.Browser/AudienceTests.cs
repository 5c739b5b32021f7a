using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Writing to who must know of a ticket beside the customer.</summary>
public sealed class AudienceTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_stakeholder_is_added_and_written_to_and_nobody_else_can_be_by_mistake()
    {
        await app.PersonAsync(Core.People.Role.Administrator);
        var ticket = await app.LoggedAsync();
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/tickets/{ticket}");

        var fact = page.Locator("details.fact", new() { HasText = "Also hear of it" });
        await fact.Locator("summary").ClickAsync();
        await fact.Locator("input[type=email]").FillAsync("mai@campus.example");
        await fact.GetByLabel("Name, if new to the desk").FillAsync("Mai");
        await fact.Locator("select").SelectOptionAsync("Stakeholders");
        await fact.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(fact).ToContainTextAsync("Mai");

        await page.GotoAsync($"/tickets/{ticket}?do=brief");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Specialists" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Stakeholders" }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true })
            .FillAsync("Three classes cannot hand in their exam.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to this audience" }).ClickAsync();

        var entry = page.Locator(".entry-briefing");
        await Expect(entry).ToContainTextAsync("Three classes cannot hand in their exam.");
        await Expect(entry).ToContainTextAsync("Mai");
        await Expect(page.Locator(".entry-reply")).ToHaveCountAsync(0);
    }
}
