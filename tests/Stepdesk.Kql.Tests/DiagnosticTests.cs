using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Tests;

/// <summary>Mistakes people make, what the engine says, where, and how it would repair them.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("requests | where name ==", "KQL101", 1, 25, 0, null)]
    [InlineData("requests | where (name == \"a\"", "KQL101", 1, 30, 0, null)]
    [InlineData("requests | project name url", "KQL101", 1, 25, 3, ",")]
    [InlineData("requests | where duration between (1, 2)", "KQL101", 1, 37, 1, " .. ")]
    [InlineData("requests | where name == \"open", "KQL102", 1, 26, 5, null)]
    [InlineData("requests | where name == \"a\\q\"", "KQL103", 1, 28, 2, null)]
    [InlineData("print datetime(2026-13-45)", "KQL104", 1, 7, 20, null)]
    [InlineData("print 99999999999999999999", "KQL104", 1, 7, 20, null)]
    [InlineData("requests | take 5 §", "KQL105", 1, 19, 1, null)]
    [InlineData("requests | wher name == \"a\"", "KQL106", 1, 12, 4, "where")]
    [InlineData("requests | scan with (step s: true;)", "KQL107", 1, 12, 4, null)]
    [InlineData("requests\n| evaluate autocluster()", "KQL107", 2, 12, 11, null)]
    [InlineData("externaldata(x: string) [\"https://a.example\"]", "KQL108", 1, 1, 12, null)]
    [InlineData("cluster(\"x\").database(\"y\").requests", "KQL108", 1, 1, 7, null)]
    [InlineData("requests | evaluate http_request(\"https://a.example\")", "KQL108", 1, 21, 12, null)]
    [InlineData("SELECT * FROM requests", "KQL110", 1, 1, 6, null)]
    [InlineData(".drop table requests", "KQL111", 1, 1, 1, null)]
    [InlineData("requests | where success = false", "KQL112", 1, 26, 1, "==")]
    [InlineData("requests | project name as n", "KQL114", 1, 20, 9, "n = name")]
    [InlineData("requests | summarize count() group by name", "KQL115", 1, 30, 8, "by")]
    [InlineData("requests | summarize count(*) by name", "KQL116", 1, 22, 8, "count()")]
    [InlineData("  ", "KQL117", 1, 3, 0, null)]
    [InlineData("requests | join kind=iner exceptions on operation_Id", "KQL118", 1, 22, 4, "inner")]
    [InlineData("let a = 5;", "KQL119", 1, 11, 0, null)]
    [InlineData("request | take 1", "KQL201", 1, 1, 7, "requests")]
    [InlineData("requests\n| where Success == false", "KQL202", 2, 9, 7, "success")]
    [InlineData("requests | where operationName == \"a\"", "KQL202", 1, 18, 13, "operation_Name")]
    [InlineData("requests | where OperationName == \"a\"", "KQL203", 1, 18, 13, "operation_Name")]
    [InlineData("AppRequests | where duration > 5", "KQL203", 1, 21, 8, "DurationMs")]
    [InlineData("requests | extend x = strlenn(name)", "KQL204", 1, 23, 7, "strlen")]
    [InlineData("requests | extend x = strlen()", "KQL205", 1, 23, 8, null)]
    [InlineData("requests | summarize percentile(duration)", "KQL205", 1, 22, 20, "percentile(duration, 95)")]
    [InlineData("requests | where count() > 1", "KQL206", 1, 18, 5, null)]
    [InlineData("requests | summarize name", "KQL207", 1, 22, 4, null)]
    [InlineData("requests | where exceptions == 1", "KQL202", 1, 18, 10, null)]
    [InlineData("let n = 5; n | take 1", "KQL209", 1, 12, 1, null)]
    [InlineData("requests | project a = 1, a = 2", "KQL210", 1, 27, 1, null)]
    [InlineData("requests | project-away 1 + 1", "KQL211", 1, 25, 5, null)]
    [InlineData("requests | join exceptions on $left.name", "KQL212", 1, 31, 10, null)]
    [InlineData("requests | where resultCode >= 400", "KQL301", 1, 18, 17, "toint(resultCode)")]
    [InlineData("requests | where timestamp > \"2026-03-01\"", "KQL301", 1, 18, 24, "datetime(2026-03-01)")]
    [InlineData("requests | order by customDimensions.x", "KQL302", 1, 21, 18, "tostring(customDimensions.x)")]
    [InlineData("requests | summarize count() by customDimensions", "KQL302", 1, 33, 16, "tostring(customDimensions)")]
    [InlineData("requests | extend x = startofday(name)", "KQL303", 1, 34, 4, null)]
    [InlineData("requests | where timestamp > ago(1)", "KQL303", 1, 34, 1, "1d")]
    [InlineData("requests | where timestamp > now() - 1", "KQL301", 1, 30, 9, "1d")]
    [InlineData("requests | extend x = iff(true, 1, duration)", "KQL301", 1, 36, 8, "todouble(1)")]
    [InlineData("requests | extend x = extract_all(\"abc\", name)", "KQL308", 1, 35, 5, "\"(abc)\"")]
    [InlineData("requests | make-series n = count() on timestamp step 0s", "KQL311", 1, 54, 2, null)]
    [InlineData("requests | make-series n = count() on timestamp step -1h", "KQL311", 1, 54, 3, null)]
    [InlineData("requests | make-series n = count() on duration step 0.0", "KQL311", 1, 53, 3, null)]
    [InlineData("requests | make-series n = count() on timestamp step timespan(null)", "KQL311", 1, 54, 14, null)]
    [InlineData("requests | take duration", "KQL202", 1, 17, 8, null)]
    [InlineData("requests | where name matches regex url", "KQL304", 1, 37, 3, null)]
    [InlineData("requests | where name", "KQL305", 1, 18, 4, null)]
    [InlineData("requests | where duration > 2s", "KQL306", 1, 18, 13, "2000")]
    [InlineData("requests | mv-expand name", "KQL307", 1, 22, 4, null)]
    [InlineData("requests | where name matches regex \"(\"", "KQL308", 1, 37, 3, null)]
    [InlineData("requests | summarize (a, b) = count()", "KQL309", 1, 22, 16, null)]
    [InlineData("datatable(a: long, b: long) [1, 2, 3]", "KQL310", 1, 1, 37, null)]
    public void A_mistake_is_told_at_its_place(
        string query,
        string code,
        int line,
        int column,
        int length,
        string? repair
    )
    {
        var answer = KqlQuery.Run(query, SampleTables.Catalog, SampleTables.Now);

        Assert.Null(answer.Table);
        var error = answer.Error!;
        Assert.Equal((code, line, column, length), (error.Code, error.Line, error.Column, error.Span.Length));
        Assert.NotEqual(error.Message.En, error.Message.Vi);
        if (repair is not null)
        {
            Assert.Contains(repair, error.Hints.Select(h => h.Edit?.Text));
        }
    }

    [Fact]
    public void Vietnamese_sentences_name_what_is_missing_in_Vietnamese() =>
        Assert.Contains(
            "một biểu thức",
            KqlQuery.Run("requests | where name ==", SampleTables.Catalog, SampleTables.Now).Error!.Message.Vi,
            StringComparison.Ordinal
        );

    [Fact]
    public void One_is_told_in_the_singular() =>
        Assert.Equal(
            "strlen() takes 1 argument, but 2 were given.",
            KqlQuery.Run("print strlen('a', 'b')", SampleTables.Catalog, SampleTables.Now).Error!.Message.En
        );

    [Fact]
    public void No_letter_is_near_to_another() => Assert.Equal(["a"], NearNames.Of("A", ["a", "b", "s", "ab"]));

    [Fact]
    public void One_pass_reports_several_mistakes()
    {
        var answer = KqlQuery.Run(
            "requests | where nme == 1 | foo | project durtion",
            SampleTables.Catalog,
            SampleTables.Now
        );

        Assert.Equal(["KQL202", "KQL106", "KQL202"], answer.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_repair_can_be_applied_and_then_the_query_runs()
    {
        const string Query = "requests | where resultCode >= 400";
        var edit = KqlQuery.Run(Query, SampleTables.Catalog, SampleTables.Now).Error!.Hints[0].Edit!;
        var repaired = Query.Remove(edit.Offset, edit.Length).Insert(edit.Offset, edit.Text);

        Assert.Equal(4, KqlQuery.Run(repaired, SampleTables.Catalog, SampleTables.Now).Table!.Count);
    }

    [Fact]
    public void An_unknown_chart_is_a_warning_and_a_table()
    {
        var answer = KqlQuery.Run("requests | render ladderchart", SampleTables.Catalog, SampleTables.Now);

        Assert.Equal("table", answer.Chart!.Visualization);
        Assert.Equal(Severity.Warning, Assert.Single(answer.Diagnostics).Severity);
    }

    [Fact]
    public void A_timechart_knows_its_axis_its_lines_and_its_series()
    {
        var answer = KqlQuery.Run(
            "requests | summarize n = count() by bin(timestamp, 5m), name | render timechart with (title=\"Load\")",
            SampleTables.Catalog,
            SampleTables.Now
        );

        var chart = answer.Chart!;
        Assert.Equal(("timechart", "Load", "timestamp"), (chart.Visualization, chart.Title, chart.X));
        Assert.Equal(["n"], chart.Ys);
        Assert.Equal(["name"], chart.Series);
    }
}
