using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Asking specialists for help on a ticket's page.</summary>
public sealed class EscalationTests(Chromium chromium) : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    IPage page = null!;
    string session = "";
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        var an = await app.PersonAsync(Role.Administrator);
        await app.PersonAsync(Role.Agent, "Hai");
        ticket = await app.LoggedAsync();
        await app.Desk.ActAsync(
            ticket,
            new Classify(ClassOfService.Expedite, "53 people") { Affected = new(53) },
            an.AsActor
        );
        await app.Desk.ActAsync(ticket, new Note("HTTP 500 on every submission"), an.AsActor);
        session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        page = await (await chromium.Browser.ContextAsync(app.Address, "en", session: session)).NewPageAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_alert_goes_first_its_package_follows_and_the_answer_ends_the_wait()
    {
        await page.GotoAsync($"/tickets/{ticket}?do=escalate");
        await page.Locator("[name='Form.Ground']").SelectOptionAsync("BusinessImpact");
        await page.GetByLabel("Kind of specialist").SelectOptionAsync("Development");
        await page.GetByLabel("A colleague").SelectOptionAsync(new SelectOptionValue { Label = "Hai" });
        await page.GetByLabel("Summary, in one line").FillAsync("Submissions fail with HTTP 500");
        await page.GetByLabel("What you ask of them").FillAsync("Roll the release back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a short alert" }).ClickAsync();

        var asked = page.Locator(".escalations li");
        await Expect(asked).ToContainTextAsync("Hai");
        await Expect(asked).ToContainTextAsync("Full package owed");
        await asked.GetByText("Complete the package").ClickAsync();

        // All that is missing is named, and what was typed stays.
        await page.GetByLabel("What was tried and looked at").FillAsync("Other classes and browsers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the package" }).ClickAsync();
        await Expect(page.Locator(".composer .refusal")).ToContainTextAsync("since when; evidence");
        await Expect(page.Locator(".composer .refusal")).ToBeInViewportAsync();
        await Expect(page.GetByLabel("What was tried and looked at")).ToHaveValueAsync("Other classes and browsers");

        await page.GetByLabel("Since when").FillAsync("2026-03-02T01:30");
        await page.GetByLabel("Impact: who cannot do what").FillAsync("53 exams cannot be handed in");
        await page.GetByLabel("The requester hears again by").FillAsync("2026-03-02T03:00");
        // The newest entry stands first: the note.
        await page.Locator(".pins input[type=checkbox]").First.CheckAsync();
        await page.GetByLabel("Links, one a line, each with what it shows")
            .FillAsync("https://logs.example/q?a=1 500s by minute");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the package" }).ClickAsync();

        var card = page.Locator(".package").Last;
        await Expect(card).ToContainTextAsync("53 exams cannot be handed in");
        await Expect(card.Locator(".package-pins li")).ToHaveCountAsync(2);
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "500s by minute" }))
            .ToHaveAttributeAsync("href", "https://logs.example/q?a=1");
        await Expect(asked).Not.ToContainTextAsync("Full package owed");

        await asked.GetByText("Record the answer").First.ClickAsync();
        await asked.GetByLabel("What they said").FillAsync("Rolled back at 9:20");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Record the answer" }).ClickAsync();
        await Expect(asked).ToContainTextAsync("answered");
        await Expect(page.Locator(".entry-note").Last).ToContainTextAsync("Rolled back at 9:20");
    }

    [Fact]
    public async Task What_was_asked_reads_well_on_every_screen()
    {
        var an = Actor.Person(1, Role.Administrator);
        var full = new Escalate(Ground.BusinessImpact, Specialty.Development)
        {
            Person = 2,
            Package = new()
            {
                Summary = "Nộp bài báo lỗi HTTP 500 ở cả ba lớp",
                Since = app.Clock.GetUtcNow().AddMinutes(-30),
                Tried = "Other classes and browsers: the same everywhere.",
                Impact = "53 exams cannot be handed in before the window closes.",
                Ask = "Roll the release back, or say what else helps.",
                NextUpdateAt = app.Clock.GetUtcNow().AddMinutes(30),
                Pins = [new(1), new(Link: "https://logs.example/query?table=exceptions", Note: "500s by minute")],
            },
        };
        Assert.Null((await app.Desk.ActAsync(ticket, full, an, stop: Stop)).Refusal);
        var alert = full with { IsShort = true, Package = full.Package with { Pins = [] } };
        Assert.Null((await app.Desk.ActAsync(ticket, alert, an, stop: Stop)).Refusal);

        var wrong = new List<string>();
        wrong.AddRange(await chromium.Browser.InspectAsync(app.Address, "escalations", $"/tickets/{ticket}", session));
        wrong.AddRange(
            await chromium.Browser.InspectAsync(app.Address, "escalate", $"/tickets/{ticket}?do=escalate", session)
        );
        Assert.Empty(wrong);
    }
}
