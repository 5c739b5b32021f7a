using Microsoft.Playwright;
using Stepdesk.Core.People;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Writing a template and beginning messages from it.</summary>
public sealed class TemplateTests(Chromium chromium) : IAsyncLifetime
{
    const string Edit = "/admin/templates/edit?occasion=update&audience=requester&language=vi";

    DeskApp app = null!;
    int ticket;
    string session = "";

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        ticket = await app.LoggedAsync("Mất tiếng");
        session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("templates", "/admin/templates")]
    [InlineData("template", Edit)]
    [InlineData("ticket-begun", "/tickets/1?do=reply&begin=update/requester")]
    public async Task A_page_has_no_fault(string name, string path) =>
        Assert.Empty(await chromium.Browser.InspectAsync(app.Address, name, path, session));

    [Fact]
    public async Task It_is_seen_filled_while_it_is_typed_and_the_next_reply_begins_with_it()
    {
        await using var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session);
        var page = await context.NewPageAsync();

        await page.GotoAsync(Edit);
        var preview = page.Locator("[data-beside-region]");
        await page.Locator("[name='Form.Ticket']").FillAsync("1");
        await page.Locator("[name='Form.Text']").FillAsync("Về {{ titel }}");
        await Expect(preview).ToContainTextAsync("titel → title");
        await page.Locator("[name='Form.Text']").FillAsync("Về {{ title }}");
        await Expect(preview).ToHaveTextAsync("Về Mất tiếng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");

        // What was typed before gives way to what was asked for; what is typed then stays in this browser.
        await page.GotoAsync($"/tickets/{ticket}?do=reply");
        var text = page.Locator(".composer [name='Form.Text']");
        await text.FillAsync("Something else");
        var begin = page.Locator(".begin").GetByRole(AriaRole.Link, new() { Name = "Update" });
        var asked = new List<string>();
        var agrees = false;
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (agrees ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        await begin.ClickAsync();
        await Expect(text).ToHaveValueAsync("Something else");
        agrees = true;
        await begin.ClickAsync();
        await Expect(text).ToHaveValueAsync("Về Mất tiếng");
        // As it was begun it gives way to another without a question.
        await begin.ClickAsync();
        await Expect(text).ToHaveValueAsync("Về Mất tiếng");
        Assert.Equal(2, asked.Count);
        Assert.All(asked, a => Assert.StartsWith("What you have typed", a, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the customer" }).ClickAsync();
        await Expect(page.Locator(".talk")).ToContainTextAsync("Về Mất tiếng");
    }
}
