using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Writing a query: what is wrong is marked and repaired, what the query itself named is offered.</summary>
public sealed class QueryEditorTests(Chromium chromium) : IAsyncLifetime
{
    // Before any script of the page: whatever its policy stops is kept.
    const string Watch = """
        globalThis.stopped = [];
        addEventListener("securitypolicyviolation", (e) => stopped.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
        """;

    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Core.People.Role.Administrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_wrong_is_marked_where_it_stands_and_its_repair_can_be_taken_back()
    {
        var page = await OpenAsync();
        const string wrong = "print '😀 đã nộp'\n\nrequests | where name == '😀' and resultCode >= 400";
        await page.Editor().FillAsync(wrong);

        await Expect(page.Marks()).ToHaveTextAsync(["resultCode >= 400"]);
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "line 3, column" }))
            .ToContainTextAsync("'>=' does not work between string and long.");
        await page.Marks().HoverAsync();
        await Expect(page.Locator(".cm-tooltip-lint")).ToContainTextAsync("'>=' does not work");

        await page.GetByRole(AriaRole.Button, new() { Name = "Use toint(resultCode)" }).Last.ClickAsync();
        await Expect(page.QueryField()).ToHaveValueAsync(wrong.Replace("resultCode", "toint(resultCode)"));
        await Expect(page.Marks()).ToHaveCountAsync(0);
        await Expect(page.Editor()).ToBeFocusedAsync();

        await page.Editor().PressAsync("Control+z");
        await Expect(page.QueryField()).ToHaveValueAsync(wrong);
        await Expect(page.Marks()).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_for_whoever_had_to_sign_in_again()
    {
        var page = await OpenAsync();
        const string typed = "requests | where name has 'nộp bài'\n| count";
        await page.Editor().FillAsync(typed);
        await page.Context.ClearCookiesAsync();
        await page.Editor().PressAsync("Control+Enter");

        await page.Locator("[name='Form.Email']").FillAsync("an@desk.example");
        await page.Locator("[name='Form.Password']").FillAsync(DeskApp.Password);
        await page.Locator("main button").ClickAsync();

        await page.IsAtAsync("/telemetry");
        await Expect(page.QueryField()).ToHaveValueAsync(typed);
        await page.GotoAsync("/");
        await page.GotoAsync("/telemetry");
        await Expect(page.QueryField()).Not.ToHaveValueAsync(typed);
    }

    [Fact]
    public async Task In_Vietnamese_the_nearest_name_is_put_in_by_the_keyboard()
    {
        var page = await OpenAsync("vi");
        await page.Editor().FillAsync("requests | where nam == 'a'");
        await Expect(page.Marks()).ToHaveTextAsync(["nam"]);

        await page.Editor().PressAsync("F8");
        await Expect(page.Locator("kql-editor [role=status]"))
            .ToContainTextAsync("Ở đây không có cột 'nam'. Có phải bạn muốn viết 'name'?");
        await page.Editor().PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.QueryField()).ToHaveValueAsync("requests | where name == 'a'");
    }

    [Fact]
    public async Task Names_that_the_query_made_are_offered_and_functions_say_how_they_are_written()
    {
        var page = await OpenAsync();
        var editor = page.Editor();
        await editor.FillAsync("");
        await editor.PressSequentiallyAsync(
            "let threshold = 5;\nrequests | extend seconds = duration / 1000 | where sec"
        );
        await Expect(page.Completions().Locator("li").First).ToContainTextAsync("seconds");
        await Expect(page.Completions().Locator("li").First).ToContainTextAsync("real");
        await editor.PressAsync("ArrowDown");
        await editor.PressAsync("Enter");
        await editor.PressSequentiallyAsync(" > thr");
        await Expect(page.Completions().Locator("li").First).ToContainTextAsync("threshold");
        await editor.PressAsync("ArrowDown");
        await editor.PressAsync("Tab");
        await editor.PressSequentiallyAsync(" | summarize perc");
        await Expect(page.Completions()).ToContainTextAsync("percentile");
        await editor.PressAsync("ArrowDown");
        await Expect(page.Locator(".cm-completionInfo")).ToHaveTextAsync("percentile(number, percent)");
        await editor.PressAsync("Enter");
        await editor.PressSequentiallyAsync("seconds, 95)");

        await Expect(page.QueryField())
            .ToHaveValueAsync(
                "let threshold = 5;\nrequests | extend seconds = duration / 1000 | where seconds > threshold | summarize percentile(seconds, 95)"
            );
    }

    [Theory]
    [InlineData("Control+Enter")]
    [InlineData("Shift+Enter")]
    public async Task The_query_with_the_cursor_runs_and_nothing_is_stopped_by_the_policy_of_the_page(string key)
    {
        var page = await OpenAsync();
        var editor = page.Editor();
        await editor.FillAsync("print a = 1\n\nprint b = 'two' | where c == 1");
        await Expect(page.Marks()).ToHaveTextAsync(["c"]);
        await page.Marks().HoverAsync();
        await Expect(page.Locator(".cm-tooltip-lint")).ToBeVisibleAsync();
        await editor.PressAsync("Control+Home");
        await editor.PressAsync("Control+Space");
        await Expect(page.Completions().Locator("[aria-selected]")).ToBeVisibleAsync();
        await editor.PressAsync("Escape");
        await Expect(page.Completions()).ToHaveCountAsync(0);

        await editor.PressAsync(key);
        await Expect(page.Locator("table.rows th")).ToContainTextAsync(["a"]);
        await Expect(editor).ToBeFocusedAsync();

        // The styles of the editor stand, and none of them was asked to be an exception.
        await Expect(page.Marks()).ToHaveCSSAsync("text-decoration-style", "wavy");
        Assert.Empty(await page.EvaluateAsync<string[]>("stopped"));
        var answer = await page.APIRequest.GetAsync(new Uri(app.Address, "telemetry").ToString());
        Assert.DoesNotContain("unsafe", answer.Headers["content-security-policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_a_name_its_label_leads_to_it_and_tab_leaves_it()
    {
        var page = await OpenAsync();
        var editor = page.GetByRole(AriaRole.Textbox, new() { Name = "Query", Exact = true });
        await page.Locator("label[for=kql]").ClickAsync();
        await Expect(editor).ToBeFocusedAsync();
        await editor.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("requests\n| take 1");
        await editor.PressAsync("Control+/");
        await Expect(page.QueryField()).ToHaveValueAsync("requests\n// | take 1");

        await editor.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(editor).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_typed_while_the_answer_is_on_its_way_stays()
    {
        var page = await OpenAsync();
        var editor = page.Editor();
        var asked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        await page.RouteAsync(
            url => new Uri(url).AbsolutePath is "/telemetry",
            async route =>
            {
                asked.TrySetResult();
                await mayAnswer.Task;
                await route.ContinueAsync();
            }
        );
        await editor.FillAsync("\nrequests | count");
        await editor.PressAsync("Control+Enter");
        await asked.Task;
        await editor.PressSequentiallyAsync(" // and");
        mayAnswer.SetResult();

        await Expect(page.Locator("table.rows td")).ToHaveCountAsync(1);
        await Expect(page.QueryField()).ToHaveValueAsync("\nrequests | count // and");
        await Expect(editor).ToHaveTextAsync("requests | count // and");
    }

    async Task<IPage> OpenAsync(string language = "en")
    {
        var session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address, language, session: session);
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/telemetry");
        return page;
    }
}
