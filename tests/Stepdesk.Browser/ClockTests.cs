using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>What somebody at the desk sees of a ticket's clocks.</summary>
public sealed class ClockTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(1360, "en", "Acknowledge", "Promised within 30 min", "What if", "Expedite")]
    [InlineData(390, "vi", "Phản hồi", "Cam kết trong 30 phút", "Nếu đổi thành", "Khẩn cấp")]
    public async Task A_clock_opens_into_why_it_is_due_and_what_would_be(
        int width,
        string language,
        string clock,
        string promise,
        string supposed,
        string expedite
    )
    {
        var ticket = await app.LoggedAsync();
        var page = await SignedInAsync(width, language);
        await page.GotoAsync($"/tickets/{ticket}");

        var why = page.Locator(".clock-why", new() { HasText = clock }).First;
        await why.Locator("summary").ClickAsync();

        var box = why.Locator(".why");
        await Expect(box).ToContainTextAsync(promise);
        await Expect(box).ToContainTextAsync(supposed);
        await Expect(box).ToContainTextAsync(expedite);
        await Expect(box).ToBeInViewportAsync(new() { Ratio = 0.9f });

        // What is behind it leads to the place in the history.
        await box.Locator(".why-events a").First.ClickAsync();
        await page.IsAtAsync("#e1$");
        await Expect(page.Locator("#e1")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en", "Acknowledge", "in 28 min", "4 min late")]
    [InlineData("vi", "Phản hồi", "còn 28 phút", "trễ 4 phút")]
    public async Task Clocks_go_on_while_one_looks(string language, string clock, string soon, string late)
    {
        var ticket = await app.LoggedAsync();
        var page = await SignedInAsync(1360, language);
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/tickets/{ticket}");
        var chip = page.Locator(".clock-why .chip", new() { HasText = clock }).First;

        await page.Clock.FastForwardAsync("01:30");
        await Expect(chip).ToContainTextAsync(soon);

        await page.Clock.FastForwardAsync("33:00");
        await Expect(chip).ToContainTextAsync(late);
    }

    [Fact]
    public async Task A_ticket_waits_for_the_customer_and_goes_on()
    {
        var ticket = await app.LoggedAsync();
        var page = await SignedInAsync(1360, "en");
        await page.GotoAsync($"/tickets/{ticket}?do=wait");

        await page.GetByLabel("What is waited for").FillAsync("Which browser is it?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start waiting" }).ClickAsync();
        await Expect(page.Locator(".clocks")).ToContainTextAsync("Waits for customer");

        await page.GotoAsync($"/tickets/{ticket}?do=resume");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with the work" }).ClickAsync();
        await Expect(page.Locator(".clocks")).Not.ToContainTextAsync("Waits for customer");
    }

    async Task<IPage> SignedInAsync(int width, string language)
    {
        // Without an administrator every page leads to the setup.
        await app.PersonAsync(Core.People.Role.Administrator);
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, language, session: session);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, 844);
        return page;
    }
}
