using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Asking telemetry for a ticket: what is typed is completed, what is wrong repaired, what is seen pinned.</summary>
public sealed class AskingTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Core.People.Role.Administrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task From_a_question_to_a_finding_on_the_ticket()
    {
        var ticket = await app.LoggedAsync("Slow lessons");
        var page = await OpenAsync(script: true);
        await page.GotoAsync($"/tickets/{ticket}");
        await page.Locator(".timeline-head a", new() { HasText = "Telemetry" }).ClickAsync();

        var editor = page.Locator("textarea.kql");
        await editor.FillAsync("");
        await editor.PressSequentiallyAsync("reques");
        await Expect(page.Locator(".completions")).ToContainTextAsync("requests");
        await editor.PressAsync("Tab");
        await Expect(editor).ToHaveValueAsync("requests");

        // The second of two runs, because the cursor stands in it.
        await editor.FillAsync(
            "exceptions | count\n\nrequests\n| where resultCode >= 400\n| summarize n = count() by resultCode\n| render columnchart"
        );
        await editor.PressAsync("Control+Enter");
        await Expect(page.Locator(".fault")).ToContainTextAsync("line 4");
        await page.Locator(".fault button").First.ClickAsync();
        await Expect(page.Locator(".chart rect").First).ToBeVisibleAsync();

        await page.GetByLabel("What it shows").FillAsync("Mostly 500");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();
        await Expect(page.Locator(".entry-note .finding")).ToContainTextAsync("simulated");
        await Expect(page.Locator(".entry-note")).ToContainTextAsync("Mostly 500");
    }

    [Fact]
    public async Task Without_script_it_is_the_same_form()
    {
        var page = await OpenAsync(script: false);
        await page.GotoAsync("/telemetry");
        await page.Locator("textarea.kql").FillAsync("requests | count");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

        await Expect(page.Locator("table.rows tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Chosen_step_by_step_a_query_is_shown_as_it_grows_and_joins_what_was_typed()
    {
        var page = await OpenAsync(script: true);
        await page.GotoAsync("/telemetry");
        await page.Locator("textarea.kql").FillAsync("traces | count");
        await page.Locator(".guide > summary").ClickAsync();
        var guide = page.Locator("[data-guide]");
        var shown = guide.Locator("[data-guide-shown]");

        await guide.GetByLabel("Table").SelectOptionAsync("dependencies");
        await Expect(shown).ToContainTextAsync("dependencies");
        await guide.GetByLabel("Column").First.SelectOptionAsync("customDimensions");
        await guide.GetByLabel("Property").First.FillAsync("ClassCode");
        await guide.GetByLabel("Condition").First.SelectOptionAsync("IsNotEmpty");
        await Expect(shown).ToContainTextAsync("where isnotempty(tostring(customDimensions.ClassCode))");
        await guide.GetByLabel("What to compute").SelectOptionAsync("Percentile95");
        await Expect(shown).ToContainTextAsync("Choose a column");
        await guide.Locator("select[name='Form.Guide.Of.Name']").SelectOptionAsync("duration");
        await guide.GetByLabel("For each").First.SelectOptionAsync("type");
        await guide.GetByLabel("Chart").SelectOptionAsync("Bars");
        await Expect(shown).ToContainTextAsync("summarize p95_duration = percentile(duration, 95) by type");
        // Pressing Enter where one types adds, and does not run what stands there.
        await guide.GetByLabel("At most rows").PressAsync("Enter");

        await Expect(page.Locator("textarea.kql"))
            .ToHaveValueAsync(
                "traces | count\n\ndependencies\n| where isnotempty(tostring(customDimensions.ClassCode))\n| summarize p95_duration = percentile(duration, 95) by type\n| sort by p95_duration desc\n| take 100\n| render barchart"
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(page.Locator("table.rows th").First).ToContainTextAsync("type");
        await Expect(page.Locator(".chart rect").First).ToBeVisibleAsync();
    }

    async Task<IPage> OpenAsync(bool script)
    {
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session, script: script);
        return await context.NewPageAsync();
    }
}
