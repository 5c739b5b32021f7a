using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>What was typed stays in the browser until the desk has taken it, and not a moment longer.</summary>
public sealed class DraftTests(Chromium chromium) : IAsyncLifetime
{
    const string Typed = "A long answer nobody wants to type twice.";
    DeskApp app = null!;
    IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Core.People.Role.Administrator);
        await app.LoggedAsync();
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        page = await (await chromium.Browser.ContextAsync(app.Address, "en", session: session)).NewPageAsync();
        await page.GotoAsync("/tickets/1?do=reply");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    ILocator Text => page.Locator("form.act textarea[name='Form.Text']").First;

    Task SendAsync() => page.Locator("form.act .act-foot button").First.ClickAsync();

    [Fact]
    public async Task A_reply_that_was_taken_is_forgotten()
    {
        await Text.FillAsync(Typed);
        await page.SetViewportSizeAsync(390, 844);
        await SendAsync();
        await Expect(page.Locator(".timeline")).ToContainTextAsync(Typed);
        await Expect(page.Locator(".entries > li").Last).ToBeInViewportAsync();

        await page.GotoAsync("/tickets/1?do=reply");

        await Expect(Text).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_reply_whose_form_was_too_old_is_there_when_one_comes_back()
    {
        await Text.FillAsync(Typed);
        await page.Context.ClearCookiesAsync(new() { Name = "stepdesk-form" });
        await SendAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("That request was not understood");

        await page.GotoAsync("/tickets/1?do=reply");

        await Expect(Text).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task A_reply_with_more_files_than_fit_stays_and_one_reads_why()
    {
        await Text.FillAsync(Typed);
        await page.Locator("form.act input[type=file]")
            .First.SetInputFilesAsync(
                Enumerable
                    .Range(0, 12)
                    .Select(i => new FilePayload
                    {
                        Name = $"screen-{i}.png",
                        MimeType = "image/png",
                        Buffer = new byte[4_000_000],
                    })
            );
        await SendAsync();

        await Expect(page.Locator("form.act [role=alert]").First).ToBeVisibleAsync();
        await Expect(Text).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task A_reply_the_desk_never_got_is_there_when_one_comes_back()
    {
        await Text.FillAsync(Typed);
        await page.RouteAsync(
            "**/tickets/1?**",
            route => route.Request.Method is "POST" ? route.AbortAsync() : route.ContinueAsync()
        );
        await Expect(page.Locator(".unsent")).ToBeHiddenAsync();
        await SendAsync();
        await Expect(page.Locator(".unsent")).ToContainTextAsync("may not have been sent");
        await Expect(Text).ToHaveValueAsync(Typed);

        await page.GotoAsync("/tickets/1?do=reply");

        await Expect(Text).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task What_was_typed_in_a_form_stays_when_another_one_of_the_page_is_sent()
    {
        var promise = page.Locator("form.act input[name='Form.At']").First;
        await Text.FillAsync(Typed);
        await promise.FillAsync("2031-05-06T14:33");
        await page.Locator("form.act input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "screen.png",
                    MimeType = "image/png",
                    Buffer = [1, 2, 3],
                }
            );

        await page.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Follow no longer", Exact = true }))
            .ToBeVisibleAsync();
        await Expect(Text).ToHaveValueAsync(Typed);
        await Expect(promise).ToHaveValueAsync("2031-05-06T14:33");
        Assert.Equal(
            1,
            await page.Locator("form.act input[type=file]").First.EvaluateAsync<int>("field => field.files.length")
        );
    }
}
