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

        var editor = page.Editor();
        await editor.FillAsync("");
        await editor.PressSequentiallyAsync("reques");
        await Expect(page.Completions()).ToContainTextAsync("requests");
        await editor.PressAsync("ArrowDown");
        await editor.PressAsync("Tab");
        await Expect(page.QueryField()).ToHaveValueAsync("requests");

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
        await page.QueryField().FillAsync("requests | count");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

        await Expect(page.Locator("table.rows tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(".answer-head h2")).ToBeInViewportAsync();
        await Expect(page.Locator(".guide")).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task Chosen_step_by_step_a_query_is_shown_as_it_grows_and_joins_what_was_typed()
    {
        var page = await OpenAsync(script: true);
        await page.GotoAsync("/telemetry");
        await page.Editor().FillAsync("traces | count");
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

        await Expect(page.QueryField())
            .ToHaveValueAsync(
                "traces | count\n\ndependencies\n| where isnotempty(tostring(customDimensions.ClassCode))\n| summarize p95_duration = percentile(duration, 95) by type\n| sort by p95_duration desc\n| take 100\n| render barchart"
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(page.Locator("table.rows th").First).ToContainTextAsync("type");
        await Expect(page.Locator(".chart rect").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("requests\n| summarize count() by name\n| sort by count_ desc\n")]
    [InlineData("exceptions\n| summarize n=count() by type\n| distinct type\n")]
    [InlineData("requests\n| distinct url\nreq\ntim\n")]
    public async Task What_is_typed_stays_as_it_was_typed(string query)
    {
        var page = await OpenAsync(script: true);
        await page.GotoAsync("/telemetry");
        var editor = page.Editor();
        await editor.FillAsync("");
        // The names are there, and the list opens at once.
        await editor.PressSequentiallyAsync("reques");
        await Expect(page.Completions().Locator("li").First).ToHaveTextAsync("requests");
        await editor.FillAsync("");

        await editor.PressSequentiallyAsync(query);

        await Expect(page.QueryField()).ToHaveValueAsync(query);
    }

    [Fact]
    public async Task A_name_is_taken_from_the_list_when_it_was_asked_for_or_moved_to()
    {
        var page = await OpenAsync(script: true);
        await page.GotoAsync("/telemetry");
        var editor = page.Editor();
        var list = page.Completions();
        await editor.FillAsync("");

        await editor.PressSequentiallyAsync("request");
        await Expect(list.Locator("li").First).ToHaveTextAsync("requests");
        await Expect(list.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        await editor.PressSequentiallyAsync("s");
        await Expect(list).ToHaveCountAsync(0);
        // Asked for, a whole name is the first of what fits.
        await editor.PressAsync("Control+Space");
        await Expect(list.Locator("[aria-selected=true]")).ToHaveTextAsync("requests");
        await editor.PressAsync("Enter");
        await editor.PressSequentiallyAsync(" | where resu");
        await Expect(list.Locator("li").First).ToContainTextAsync("resultCode");
        await editor.PressAsync("ArrowDown");
        await editor.PressAsync("Enter");
        await Expect(page.QueryField()).ToHaveValueAsync("requests | where resultCode");
        // With nothing chosen the key that goes on goes on.
        await editor.PressSequentiallyAsync(" == dura");
        await Expect(list).ToBeVisibleAsync();
        await editor.PressAsync("Tab");
        await Expect(editor).Not.ToBeFocusedAsync();
        await Expect(page.QueryField()).ToHaveValueAsync("requests | where resultCode == dura");
    }

    [Theory]
    [InlineData(1360)]
    [InlineData(390)]
    public async Task Whoever_runs_a_query_sees_what_came_of_it(int width)
    {
        var page = await OpenAsync(script: true);
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync("/telemetry");
        var editor = page.Editor();
        var guide = page.Locator(".guide");
        await editor.FillAsync("requests | summarize n = count() by resultCode");

        await editor.PressAsync("Control+Enter");
        await Expect(page.Locator(".answer-head h2")).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("rows");
        await Expect(guide).Not.ToHaveAttributeAsync("open", "");
        await Expect(editor).ToBeFocusedAsync();

        // A fault is in view too, and its repair leads to the answer and not to the beginning of the page.
        await editor.FillAsync("requests | where resultCode >= 400 | summarize n = count() by resultCode");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(page.Locator(".fault").First).ToBeInViewportAsync();
        await Expect(page.Locator("#answer")).ToBeFocusedAsync();
        await page.Locator(".fault button").First.ClickAsync();
        await Expect(page.Locator(".answer-head h2")).ToBeInViewportAsync();
        await Expect(page.Locator("#answer")).ToBeFocusedAsync();

        // Who has the steps open keeps them open.
        await guide.Locator("summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(page.Locator(".answer-head h2")).ToBeInViewportAsync();
        await Expect(guide).ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task What_was_typed_and_what_was_asked_is_not_lost()
    {
        var page = await OpenAsync(script: true);
        await page.GotoAsync("/telemetry");
        var editor = page.Editor();
        await editor.FillAsync("requests | count");
        await editor.PressAsync("Control+Enter");
        var first = page.Locator(".query-history li").First;
        await Expect(first).ToContainTextAsync("requests | count");
        await Expect(first).ToContainTextAsync("1 row");
        await page.ReloadAsync();
        await Expect(page.QueryField()).ToHaveValueAsync("requests | count");

        await editor.FillAsync("requests | where name has 'half a thou");
        await page.ReloadAsync();
        await Expect(page.QueryField()).ToHaveValueAsync("requests | where name has 'half a thou");
        // Another page and back, which the browser does without reading the whole page anew.
        await page.Locator(".query-help a[href*='q=']").First.ClickAsync();
        await Expect(page.QueryField()).Not.ToHaveValueAsync("requests | where name has 'half a thou");
        await page.GoBackAsync();
        await Expect(page.QueryField()).ToHaveValueAsync("requests | where name has 'half a thou");

        await first.Locator("a").ClickAsync();
        await Expect(page.QueryField()).ToHaveValueAsync("requests | count");
    }

    [Fact]
    public async Task A_finding_on_the_ticket_shows_every_row_that_was_kept()
    {
        var ticket = await app.LoggedAsync("Slow lessons");
        var page = await OpenAsync(script: true);
        await page.GotoAsync($"/telemetry?ticket={ticket}");
        await page.Editor().FillAsync("range n from 1 to 31 step 1");
        await page.Editor().PressAsync("Control+Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();
        var finding = page.Locator(".entry-note .finding");
        await Expect(finding.Locator("tbody tr:visible")).ToHaveCountAsync(10);

        await finding.GetByText("All 31 rows that were kept").ClickAsync();

        await Expect(finding.Locator("details[open] tbody tr:visible")).ToHaveCountAsync(31);
        await Expect(finding.Locator("details[open] tbody tr").Last).ToContainTextAsync("31");
    }

    [Theory]
    [InlineData(1360)]
    [InlineData(390)]
    public async Task A_chart_can_be_read_at_every_width(int width)
    {
        var page = await OpenAsync(script: true);
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync("/telemetry");
        var editor = page.Editor();
        var names =
            "datatable(name:string, n:long)['GET Class/ConfirmEverythingThatWasChosen', 3, 'GET Class/ConfirmEverythingElse', 9, 'POST Assignment/Submit', 1]";

        await editor.FillAsync(names + " | render barchart");
        await editor.PressAsync("Control+Enter");
        var bars = page.Locator(".side-bars li:visible");
        await Expect(bars).ToHaveCountAsync(3);
        await Expect(bars.Nth(0)).ToContainTextAsync("GET Class/ConfirmEverythingThatWasChosen");
        await Expect(bars.Nth(1)).ToContainTextAsync("GET Class/ConfirmEverythingElse");
        Assert.True((await Box("rect", 1)).Width > 2 * (await Box("rect", 0)).Width);

        await editor.FillAsync(names + " | render columnchart");
        await editor.PressAsync("Control+Enter");
        await Expect(page.Locator(".chart-upright")).ToHaveCountAsync(1);
        await Expect(page.Locator(".chart-upright")).ToBeVisibleAsync(new() { Visible = width > 640 });
        await Expect(bars).ToHaveCountAsync(width > 640 ? 0 : 3);

        await editor.FillAsync("requests | summarize n = count() by bin(timestamp, 10m) | render timechart");
        await editor.PressAsync("Control+Enter");
        await Expect(page.Locator(".chart-clock")).ToContainTextAsync("UTC");
        await Expect(page.Locator("th", new() { HasText = "timestamp" })).ToContainTextAsync("UTC");
        Assert.False(
            await page.Locator(".chart").EvaluateAsync<bool>("chart => chart.scrollWidth > chart.clientWidth")
        );

        await editor.FillAsync("print failed = 31, slow = 4.5 | render card");
        await editor.PressAsync("Control+Enter");
        await Expect(page.Locator(".chart-cards dd")).ToHaveTextAsync(["31", "4.5"]);

        async Task<LocatorBoundingBoxResult> Box(string part, int n) =>
            (await bars.Nth(n).Locator(part).First.BoundingBoxAsync())!;
    }

    async Task<IPage> OpenAsync(bool script)
    {
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, "en", session: session, script: script);
        return await context.NewPageAsync();
    }
}
