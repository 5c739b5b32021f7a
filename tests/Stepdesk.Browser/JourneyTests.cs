using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Mail;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>A stranger walks the whole way, from an empty desk to a closed ticket.</summary>
public sealed class JourneyTests(Chromium chromium) : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task From_setup_to_a_closed_ticket_with_all_seven_steps()
    {
        await using var context = await chromium.Browser.ContextAsync(app.Address);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/");
        await page.IsAtAsync("/setup$");
        await page.GetByLabel("Name of the desk").FillAsync("School desk");
        await page.GetByLabel("Your name").FillAsync("Hoai An");
        await page.GetByLabel("E-mail").FillAsync("an@desk.example");
        await page.GetByLabel("Password").FillAsync(DeskApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        // Whoever has just chosen the password is in.
        await page.IsAtAsync("[0-9]/$");

        await page.GetByRole(AriaRole.Link, new() { Name = "New ticket" }).ClickAsync();
        await page.GetByLabel("Customer's name").FillAsync("Lan");
        await page.GetByLabel("E-mail").FillAsync("lan@customer.example");
        await page.GetByLabel("Title").FillAsync("Cannot see the homework");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log ticket" }).ClickAsync();
        await Expect(page.Locator("h1:visible")).ToContainTextAsync("Cannot see the homework");

        await page.GetByPlaceholder("Write to Lan…").FillAsync("Hello Lan, we are looking into it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the customer" }).ClickAsync();
        await Expect(page.Locator(".entry-reply")).ToContainTextAsync("we are looking into it");

        await OpenAsync(page, "Diagnosis");
        await page.GetByLabel("What was found").FillAsync("The date was wrong.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record diagnosis" }).ClickAsync();
        await Expect(page.Locator(".entry-note")).ToContainTextAsync("The date was wrong.");

        await OpenAsync(page, "Resolution");
        await page.GetByLabel("Cause (internal)").FillAsync("Typed for next year.");
        await page.GetByLabel("What was done").FillAsync("The date is right now.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Resolve and tell the customer" }).ClickAsync();
        await Expect(page.Locator(".entry-reply").Last).ToContainTextAsync("The date is right now.");

        // An administrator could go on without the customer's word, and would have to say why.
        await OpenAsync(page, "Close");
        await Expect(page.Locator("[name='Form.Override']")).ToHaveAttributeAsync("required", "");
        await DeliverAsync(1);
        await ConfirmWithoutScriptAsync(1);

        await page.GotoAsync("/tickets/1?do=close");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the ticket" }).ClickAsync();
        await Expect(page.Locator(".entry-milestone").Last).ToContainTextAsync("closed the ticket");
        await OpenAsync(page, "Trend");
        await page.GetByLabel("I looked; there is no pattern.").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record trend" }).ClickAsync();

        await Expect(page.Locator(".step-done")).ToHaveCountAsync(7);
    }

    [Fact]
    public async Task An_open_ticket_shows_what_others_do_without_being_loaded_again()
    {
        var an = await app.PersonAsync(Core.People.Role.Administrator);
        var ticket = await app.LoggedAsync();
        await using var context = await chromium.Browser.ContextAsync(app.Address);
        var page = await context.NewPageAsync();
        await page.SignInAsync(an.Email);
        await page.GotoAsync($"/tickets/{ticket}");
        // As for somebody who has been reading for a while; a new page would not have the mark it is given.
        await page.Locator("html[data-listening]").WaitForAsync();
        await page.EvaluateAsync("document.documentElement.dataset.same = ''");

        await app.Desk.ActAsync(ticket, new Note("Seen by the other pair of eyes"), an.AsActor, stop: Stop);

        await Expect(page.Locator(".entry-note")).ToContainTextAsync("Seen by the other pair of eyes");
        await Expect(page.Locator("html[data-same]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reply_being_typed_survives_a_look_elsewhere()
    {
        var an = await app.PersonAsync(Core.People.Role.Administrator);
        var ticket = await app.LoggedAsync();
        await using var context = await chromium.Browser.ContextAsync(app.Address);
        var page = await context.NewPageAsync();
        await page.SignInAsync(an.Email);
        await page.GotoAsync($"/tickets/{ticket}");

        await page.GetByPlaceholder("Write to Lan…").FillAsync("Half a sentence");
        await page.GotoAsync("/people");
        await page.GotoAsync($"/tickets/{ticket}");

        await Expect(page.GetByPlaceholder("Write to Lan…")).ToHaveValueAsync("Half a sentence");
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_a_ticket_and_replies()
    {
        var an = await app.PersonAsync(Core.People.Role.Administrator);
        await app.LoggedAsync();
        await using var context = await chromium.Browser.ContextAsync(app.Address);
        var page = await context.NewPageAsync();
        await page.SignInAsync(an.Email);

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var row = page.Locator(".row");
        for (
            var presses = 0;
            presses < 20 && !await row.EvaluateAsync<bool>("e => e === document.activeElement");
            presses++
        )
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var text = page.GetByPlaceholder("Write to Lan…");
        await text.FocusAsync();
        await page.Keyboard.TypeAsync("Typed only");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".entry-reply")).ToContainTextAsync("Typed only");
    }

    async Task ConfirmWithoutScriptAsync(int ticket)
    {
        await using var db = app.Database();
        var requester = db.Tickets.Where(t => t.Id == ticket).Select(t => t.Requester).Single();
        await using var context = await chromium.Browser.ContextAsync(app.Address, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(app.Services.GetRequiredService<Signer>().LinkFor(ticket, requester));
        await page.GetByLabel("A word to us").FillAsync("I can see it, thank you");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, it works" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You confirmed that it works");
    }

    // The composer shows the first few actions and keeps the others in a menu.
    static async Task OpenAsync(IPage page, string tab)
    {
        var link = page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = tab, Exact = true });
        if (!await link.IsVisibleAsync())
            await page.Locator(".more-menu > summary").ClickAsync();
        await link.ClickAsync();
    }

    // No mail server here: what the jobs would do once one is set.
    async Task DeliverAsync(int ticket)
    {
        await using var db = app.Database();
        foreach (var owed in db.Outbox.Where(o => o.Ticket == ticket).Select(o => o.Version).ToList())
            await app.Desk.ActAsync(
                ticket,
                new RecordDelivery(owed, $"{ticket}.{owed}@desk.example"),
                Core.People.Actor.System("mail"),
                stop: Stop
            );
    }
}
