using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>An administrator changes what the desk promises, and sees it on a ticket.</summary>
public sealed class PolicyTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;
    IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Core.People.Role.Administrator);
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        page = await (await chromium.Browser.ContextAsync(app.Address, session: session)).NewPageAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_edited_target_reaches_a_running_ticket_once_it_is_applied()
    {
        var ticket = await app.LoggedAsync();
        await page.GotoAsync("/");
        await page.GetByText("Your menu").Locator("..").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Promises" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the promises" }).ClickAsync();

        await page.GetByRole(AriaRole.Region, new() { Name = "Standard" })
            .GetByLabel("Acknowledge within", new() { Exact = true })
            .FillAsync("1 h");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        var row = page.Locator(".differences tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync("30 min (working time)");
        await Expect(row).ToContainTextAsync("1 h (working time)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as version 1" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Version 1 is saved");

        await page.GotoAsync($"/tickets/{ticket}");
        await Expect(page.Locator(".clocks")).ToContainTextAsync("in 30 min");

        await page.GotoAsync("/admin/policy");
        await page.GetByRole(AriaRole.Link, new() { Name = "Apply to running tickets" }).ClickAsync();
        await Expect(page.Locator(".differences")).ToContainTextAsync("#1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply version 1" }).ClickAsync();
        await Expect(page.Locator(".progress")).ToContainTextAsync("version 1 was applied to 1 tickets");

        await page.GotoAsync($"/tickets/{ticket}");
        await Expect(page.Locator(".clocks")).ToContainTextAsync("in 1 h 00");
    }

    [Fact]
    public async Task Alarms_are_taken_out_and_added_and_what_reaches_nobody_is_refused_beside_its_row()
    {
        await page.GotoAsync("/admin/policy");
        await page.GetByRole(AriaRole.Link, new() { Name = "Alarms" }).ClickAsync();
        await Expect(Row(5)).ToBeVisibleAsync();

        await Row(1).GetByLabel("When").SelectOptionAsync("not used");
        await Row(4).GetByLabel("When").SelectOptionAsync("before the deadline");
        await Row(4).GetByLabel("How much").FillAsync("10 min");
        await Row(4).GetByLabel("stakeholders").CheckAsync();
        await Row(4).GetByLabel("notice").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        await Expect(Row(4).Locator(".wrong")).ToContainTextAsync("Tell them by mail as well");

        await Row(4).GetByLabel("mail").CheckAsync();
        await Row(4).GetByLabel("Clock").SelectOptionAsync("Acknowledge");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        var rows = page.Locator(".differences tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.First).ToContainTextAsync("10 min before the deadline");
        await Expect(rows.First).ToContainTextAsync("stakeholders, by notice, mail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as version 1" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Version 1 is saved");

        await page.GotoAsync("/admin/policy/alarms");
        await Expect(Row(3).GetByLabel("How much")).ToHaveValueAsync("10 min");
        await Expect(Row(3).GetByLabel("stakeholders")).ToBeCheckedAsync();

        ILocator Row(int number) => page.GetByRole(AriaRole.Region, new() { Name = $"Alarm {number}" });
    }

    [Fact]
    public async Task Holidays_of_a_file_reach_a_calendar()
    {
        await page.GotoAsync("/admin/calendars");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import holidays office" }).ClickAsync();
        await page.GetByLabel("File")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "holidays.ics",
                    MimeType = "text/calendar",
                    Buffer =
                        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Giỗ Tổ Hùng Vương\r\nDTSTART;VALUE=DATE:20260426\r\nEND:VEVENT\r\nEND:VCALENDAR"u8.ToArray(),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Look into it" }).ClickAsync();
        await Expect(page.Locator(".dates")).ToContainTextAsync("2026-04-26 Giỗ Tổ Hùng Vương");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take them over" }).ClickAsync();
        await Expect(page.Locator(".differences")).ToContainTextAsync("Holiday 2026-04-26");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as version 1" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Version 1 is saved");

        await page.GotoAsync("/admin/calendars");
        await page.GetByText("1 holidays").ClickAsync();
        await Expect(page.Locator("section", new() { HasText = "office" }).Last)
            .ToContainTextAsync("Giỗ Tổ Hùng Vương");
    }
}

/// <summary>The administrator's pages, as <see cref="PagesTests"/> looks at the others.</summary>
public sealed class AdminPagesTests(Chromium chromium, PagesTests.Stage stage) : IClassFixture<PagesTests.Stage>
{
    [Theory]
    [InlineData("policy", "/admin/policy")]
    [InlineData("policy-edit", "/admin/policy/edit")]
    [InlineData("policy-alarms", "/admin/policy/alarms")]
    [InlineData("policy-apply", "/admin/policy/0/application")]
    [InlineData("calendars", "/admin/calendars")]
    [InlineData("calendar-edit", "/admin/calendars/edit?name=office")]
    [InlineData("calendar-use", "/admin/calendars/use")]
    [InlineData("holidays", "/admin/calendars/holidays?name=office")]
    [InlineData("report-time", "/reports/time")]
    public async Task A_page_of_the_administrator_has_no_fault(string name, string path) =>
        Assert.Empty(await chromium.Browser.InspectAsync(stage.App.Address, name, stage.Path(path), stage.Session));
}
