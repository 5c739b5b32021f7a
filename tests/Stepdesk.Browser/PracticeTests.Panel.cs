using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>The panel beside the desk: what is done in it, and what it leaves alone.</summary>
public sealed partial class PracticeTests
{
    [Fact]
    public async Task On_a_phone_the_panel_is_a_bar_below_that_opens_over_the_desk()
    {
        await BeginAsync();
        await page.SetViewportSizeAsync(390, 844);
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        await Expect(page.Locator(".letters")).ToBeInViewportAsync();
        await Expect(page.Locator(".practice-clock")).ToBeInViewportAsync();
        await Expect(page.Locator(".practice-tools")).ToBeHiddenAsync();

        await page.GetByText("Tools and tasks").ClickAsync();
        await Expect(page.Locator(".practice-tools")).ToBeVisibleAsync();
        await page.Locator("[name='Panel.System']").SelectOptionAsync("releases");
        await MoveAsync("look");
        await Expect(page.Locator("[aria-labelledby='practice-look'] .practice-results"))
            .ToContainTextAsync("Releases");
    }

    [Fact]
    public async Task What_is_said_in_the_chat_leaves_its_field_once_it_was_sent_and_is_in_view()
    {
        await BeginAsync();
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        var text = page.Locator(MoveForm("message")).Locator("textarea");
        for (var n = 1; n <= 5; n++)
        {
            if (!await text.IsVisibleAsync())
                await page.GetByText("Write a message").ClickAsync();
            await text.FillAsync($"Lần {n}: nhờ team xem giúp lớp WEB101-HN-2024, cả lớp mở trang hơn một phút.");
            await MoveAsync("message");
            await Expect(page.Locator(".practice-chat .mine")).ToHaveCountAsync(n);
            await Expect(text).ToHaveValueAsync("");
        }
        Assert.True(await IsNewestInViewAsync());

        await page.ReloadAsync();
        await Expect(page.Locator("html[data-ready]")).ToBeAttachedAsync();
        await Expect(text).ToHaveValueAsync("");
        Assert.True(await IsNewestInViewAsync());

        Task<bool> IsNewestInViewAsync() =>
            page.Locator(".practice-chat")
                .EvaluateAsync<bool>(
                    """
                    chat => {
                      const [frame, newest] = [chat, [...chat.querySelectorAll("li")].at(-1)].map((e) => e.getBoundingClientRect());
                      return chat.scrollHeight > chat.clientHeight && newest.top >= frame.top && newest.bottom <= frame.bottom + 1;
                    }
                    """
                );
    }

    [Fact]
    public async Task What_is_done_in_the_panel_takes_nothing_away_that_stands_beside_it()
    {
        await BeginAsync();
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        await page.Locator(".letters .row").ClickAsync();
        await page.Locator("[name='Form.Title']").FillAsync("LMS chậm");
        await page.Locator("[name='Form.Class']").SelectOptionAsync("Priority");
        var (next, text) = (page.Locator("[name='Panel.Next']"), page.Locator(MoveForm("message")).Locator("textarea"));
        await page.GetByText("Write a message").ClickAsync();
        await next.SelectOptionAsync("15m");
        await text.FillAsync("Lớp WEB101-HN-2024 mở trang hơn một phút.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the clock" }).ClickAsync();
        await Expect(page.Locator(".practice-clock")).ToContainTextAsync("Stopped");
        await page.GetByRole(AriaRole.Button, new() { Name = "Let it run" }).ClickAsync();
        await Expect(page.Locator(".practice-clock")).Not.ToContainTextAsync("Stopped");
        await Expect(text).ToHaveValueAsync("Lớp WEB101-HN-2024 mở trang hơn một phút.");
        await Expect(next).ToHaveValueAsync("15m");
        await MoveAsync("message");
        await Expect(page.Locator(".practice-chat .mine")).ToHaveCountAsync(1);
        await Expect(text).ToHaveValueAsync("");

        await Expect(page.Locator("[name='Form.Title']")).ToHaveValueAsync("LMS chậm");
        await Expect(page.Locator("[name='Form.Class']")).ToHaveValueAsync("Priority");
        await LogAsync();

        await page.GotoAsync($"{Desk}telemetry");
        await page.Editor().FillAsync("dependencies\n| take 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Expect(page.Locator("table.rows tbody tr")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "10×" }).ClickAsync();
        await Expect(page.Locator("[data-speed]")).ToHaveAttributeAsync("data-speed", "10");
        await Expect(page.Locator("table.rows tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task One_stays_where_one_was_in_the_panel_and_a_move_that_broke_takes_nothing_away()
    {
        await BeginAsync();
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        await page.Locator(".letters .row").ClickAsync();
        var title = page.Locator("[name='Form.Title']");
        await title.FillAsync("LMS chậm");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the clock" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Let it run" })).ToBeFocusedAsync();
        var test = page.Locator(MoveForm("test")).First.GetByRole(AriaRole.Button);
        await test.PressAsync("Enter");
        await Expect(page.Locator(".practice .refusal")).ToBeInViewportAsync();
        await Expect(test).ToBeFocusedAsync();

        await page.RouteAsync(
            "**/practice/**",
            route => route.Request.Method is "POST" ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync()
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Let it run" }).ClickAsync();
        await Expect(page.Locator(".unsent")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Let it run" }).ClickAsync();
        await Expect(page.Locator(".unsent")).ToBeHiddenAsync();
        await Expect(title).ToHaveValueAsync("LMS chậm");

        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the clock" }).ClickAsync();
        await page.IsAtAsync("/sign-in");
    }

    [Fact]
    public async Task The_clock_of_the_session_ticks_at_its_speed_and_stands_when_it_is_stopped()
    {
        await BeginAsync();
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "10×" }).ClickAsync();
        await Expect(page.Locator("[data-speed]")).ToHaveAttributeAsync("data-speed", "10");
        // The desk's clock is the test's and stands; what ticks is the page.
        await Expect(page.Locator("[data-sim]")).Not.ToHaveTextAsync("14:20:00");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the clock" }).ClickAsync();
        await Expect(page.Locator(".practice-clock")).ToContainTextAsync("Stopped");
        await Expect(page.Locator("[data-sim]")).ToHaveTextAsync("14:20:00");
    }
}
