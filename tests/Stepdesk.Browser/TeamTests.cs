using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Teams that give out tickets, colleagues who are away, a ticket that goes to another team.</summary>
public sealed class TeamTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;
    PersonRow binh = null!;
    IPage page = null!;
    string session = "";

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        binh = await app.PersonAsync(Role.Agent, "Binh");
        session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        page = await (await chromium.Browser.ContextAsync(app.Address, "en", session: session)).NewPageAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_ticket_goes_to_another_team_which_gives_it_out_past_who_is_away()
    {
        var ticket = await app.LoggedAsync();
        foreach (var name in (string[])["Classroom", "Platform"])
        {
            await page.GotoAsync("/teams");
            await page.GetByText("Add a team").ClickAsync();
            await page.GetByLabel("Name of the team").FillAsync(name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"{name} is a team now");
        }
        await page.GotoAsync($"/people/{binh.Id}");
        await page.Locator("[name='Presence.Team']").SelectOptionAsync(new SelectOptionValue { Label = "Platform" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the team" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The team is set");

        await page.GotoAsync("/teams");
        await page.GetByRole(AriaRole.Link, new() { Name = "Platform" }).ClickAsync();
        await page.Locator("[name='Form.How']").SelectOptionAsync("LeastLoaded");
        await page.GetByLabel("Open tickets for one person at most").FillAsync("0");
        await page.Locator("form:has([name='Form.Most'])").EvaluateAsync("form => form.noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the rule" }).ClickAsync();
        await Expect(page.Locator(".refusal")).ToContainTextAsync("from 1 to 500");
        await Expect(page.Locator("[name='Form.How']")).ToHaveValueAsync("LeastLoaded");
        await page.GetByLabel("Open tickets for one person at most").FillAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the rule" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The rule is set");

        await page.GotoAsync($"/tickets/{ticket}?do=transfer");
        await page.GetByLabel("To which team").SelectOptionAsync(new SelectOptionValue { Label = "Platform" });
        await page.GetByLabel("Why it belongs there").FillAsync("The identity provider answers 500");
        await page.GetByLabel("What that team needs to begin").FillAsync("Look at the tenant's log");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand over to this team" }).ClickAsync();
        var timeline = page.Locator(".timeline");
        await Expect(timeline).ToContainTextAsync("An handed it over to Platform");
        await Expect(timeline).ToContainTextAsync("Look at the tenant's log");
        await Expect(timeline).ToContainTextAsync("Given to Binh, who had the fewest open (0)");

        await page.GotoAsync($"/tickets/{ticket}?do=note");
        await page.Locator(".composer [name='Form.Text']").FillAsync("@binh all yours");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep note" }).ClickAsync();
        await Expect(timeline).ToContainTextAsync("An noted for Binh");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();
        await Expect(page.Locator(".followers .fact-value")).ToHaveTextAsync("Binh, An");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow no longer" }).ClickAsync();
        await Expect(page.Locator(".followers .fact-value")).ToHaveTextAsync("Binh");

        await page.GotoAsync($"/people/{binh.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set absence" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The absence is noted");

        var wrong = new List<string>();
        foreach (
            var (name, path) in ((string, string)[])
                [
                    ("teams", "/teams"),
                    ("team", "/teams/2"),
                    ("person-presence", $"/people/{binh.Id}"),
                    ("ticket-transfer", $"/tickets/{ticket}?do=transfer&all=true"),
                ]
        )
            wrong.AddRange(await chromium.Browser.InspectAsync(app.Address, name, path, session));
        Assert.Empty(wrong);
    }
}
