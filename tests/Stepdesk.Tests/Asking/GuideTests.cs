using AngleSharp.Html.Dom;
using Stepdesk.Core.People;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Asking;

/// <summary>A query is chosen step by step on the page, without script too, and joins what was written.</summary>
public sealed class GuideTests : IAsyncLifetime
{
    static readonly (string, string)[] Failed =
    [
        ("Form.Guide.Table", "requests"),
        ("Form.Guide.Within", "last-24h"),
        ("Form.Guide.Filters[0].Name", "success"),
        ("Form.Guide.Filters[0].Test", "Is"),
        ("Form.Guide.Filters[0].Value", "false"),
        ("Form.Guide.Filters[1].Name", "customDimensions"),
        ("Form.Guide.Filters[1].Property", "ClassCode"),
        ("Form.Guide.Filters[1].Test", "IsNotEmpty"),
        ("Form.Guide.Filters[2].Name", ""),
        ("Form.Guide.Figure", "Count"),
        ("Form.Guide.By[0].Name", "name"),
        ("Form.Guide.Order", "Down"),
        ("Form.Guide.Take", "5"),
        ("Form.Guide.Chart", "Bars"),
    ];

    const string Written =
        "requests\n| where timestamp > ago(1d)\n| where success == false\n| where isnotempty(tostring(customDimensions.ClassCode))\n| summarize count() by name\n| sort by count_ desc\n| take 5\n| render barchart";

    DeskApp app = null!;
    Surfer browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        browser = new Surfer(app);
        await browser.SignInAsync("an@desk.example");
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task What_was_typed_stays_and_the_query_comes_after_an_empty_line()
    {
        var page = await AskAsync("traces\n| take 1\n", "guide-add");

        Assert.Equal("traces\n| take 1\n\n" + Written, TextOf(page));
        Assert.Null(page.QuerySelector(".answer"));
        Assert.Equal(
            "as-written",
            page.QuerySelector("select[name='Form.Last'] option[selected]")!.GetAttribute("value")
        );

        // The query that joined last is the one that runs, though no script tells where the cursor is.
        var at = page.QuerySelector("input[name='Form.At']:not([disabled])")!.GetAttribute("value")!;
        Assert.StartsWith("requests", TextOf(page)[int.Parse(at, Culture)..], StringComparison.Ordinal);
        var ran = await AskAsync("traces\n| take 1\n", "guide-run");
        Assert.Equal("traces\n| take 1\n\n" + Written, TextOf(ran));
        Assert.Equal(
            ["name", "count_"],
            ran.QuerySelectorAll("table.rows th").Select(th => th.FirstChild!.TextContent.Trim())
        );
        Assert.NotNull(ran.QuerySelector(".chart rect"));
    }

    [Fact]
    public async Task It_is_shown_before_it_joins_and_the_fields_are_those_of_the_table()
    {
        var first = await browser.PageAsync("/telemetry");
        Assert.False(first.QuerySelector("details.guide")!.HasAttribute("open"));
        var page = await AskAsync("traces", "guide");

        Assert.Equal("traces", TextOf(page));
        Assert.Equal(Written, page.QuerySelector("[data-guide-shown] pre")!.TextContent);
        Assert.True(page.QuerySelector("details.guide")!.HasAttribute("open"));
        // Two that are chosen, and an empty one to go on with.
        Assert.Equal(3, page.QuerySelectorAll("select[name^='Form.Guide.Filters'][name$='.Name']").Length);
        Assert.Single(page.QuerySelectorAll("input[name^='Form.Guide.Filters'][name$='.Property']"));
        Assert.Equal(2, page.QuerySelectorAll("select[name^='Form.Guide.By']").Length);

        var other = await AskAsync("traces", "guide", ("Form.Guide.Table", "traces"));
        Assert.DoesNotContain("success", Shown(other), StringComparison.Ordinal);
        Assert.Contains(
            other.QuerySelectorAll("select[name='Form.Guide.Filters[0].Name'] option"),
            o => o.TextContent is "severityLevel"
        );
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_and_changes_nothing()
    {
        var page = await AskAsync(
            "traces",
            "guide-run",
            ("Form.Guide.Filters[0].Name", "duration"),
            ("Form.Guide.Filters[0].Test", "Above"),
            ("Form.Guide.Filters[0].Value", "nhanh <b>")
        );

        Assert.Equal("traces", TextOf(page));
        Assert.Contains("“nhanh <b>” is not a number", Shown(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".answer"));

        var full = await AskAsync(new string('/', 20_000), "guide-add");
        Assert.Equal(20_000, TextOf(full).Length);
        Assert.NotNull(full.QuerySelector(".query > .refusal"));
    }

    static string Shown(IHtmlDocument page) => page.QuerySelector("[data-guide-shown]")!.TextContent;

    static string TextOf(IHtmlDocument page) => page.QuerySelector("textarea.kql")!.TextContent;

    async Task<IHtmlDocument> AskAsync(string text, string what, params (string Name, string Value)[] instead) =>
        await Surfer.ReadAsync(
            await browser.SubmitAsync(
                "/telemetry",
                "ask",
                [
                    ("Form.Text", text),
                    ("Form.Last", "last-4h"),
                    ("Form.Do", what),
                    .. Failed.Where(f => instead.All(i => i.Name != f.Item1)),
                    .. instead,
                ]
            )
        );

    static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;
}
