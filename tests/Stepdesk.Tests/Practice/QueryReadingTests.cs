using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>What somebody looked at is read off the query, however they wrote it.</summary>
public sealed class QueryReadingTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 9, 14, 30, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("toscalar(requests | count)", "{0} + {0}", "requests | summarize n = count() | extend x = z")]
    [InlineData("toscalar(requests | count)", "{0} + {0}", "print z")]
    [InlineData("requests", "union {0}, {0}", "z | count")]
    public void What_stands_for_itself_twice_over_and_over_is_not_read_to_its_end(string a, string twice, string last)
    {
        var lets = Enumerable
            .Range('b', 'z' - 'b' + 1)
            .Select(n => $"let {(char)n} = {twice.Replace("{0}", $"{(char)(n - 1)}", StringComparison.Ordinal)};");

        Assert.Empty(QueryReading.Of($"let a = {a};\n{string.Join('\n', lets)}\n{last}", null, null, Now));
    }

    [Theory]
    [InlineData("requests", "requests", "03-08T14:30", "03-09T14:30", "", "", "")]
    [InlineData("AppRequests | where TimeGenerated > ago(1h)", "requests", "03-09T13:30", "03-09T14:30", "", "", "")]
    [InlineData(
        "requests | where timestamp between (datetime(2026-03-09T06:50:00Z) .. datetime(2026-03-09T07:10:00Z))",
        "requests",
        "03-09T13:50",
        "03-09T14:10",
        "",
        "",
        ""
    )]
    [InlineData(
        "let since = ago(45m);\nrequests | where since <= timestamp and timestamp < now() - 5m",
        "requests",
        "03-09T13:45",
        "03-09T14:25",
        "",
        "",
        ""
    )]
    [InlineData(
        "requests | summarize avg(duration) by class = tostring(customDimensions.ClassCode), bin(timestamp, 5m)",
        "requests",
        "03-08T14:30",
        "03-09T14:30",
        "class,ClassCode",
        "",
        ""
    )]
    [InlineData(
        "requests | extend c = tostring(customDimensions['ClassCode']) | summarize count() by c",
        "requests",
        "03-08T14:30",
        "03-09T14:30",
        "c,ClassCode",
        "",
        ""
    )]
    [InlineData(
        "customMetrics | where name == 'DbPool InUse' | where value > 10",
        "customMetrics",
        "03-08T14:30",
        "03-09T14:30",
        "",
        "DbPool InUse",
        ""
    )]
    [InlineData(
        "let slow = dependencies | where type == 'SQL'; slow | where timestamp > ago(30m) | take 5",
        "dependencies",
        "03-09T14:00",
        "03-09T14:30",
        "",
        "",
        "SQL"
    )]
    public void A_look_is_what_the_query_says(
        string query,
        string table,
        string from,
        string to,
        string split,
        string name,
        string filter
    )
    {
        var look = Assert.Single(QueryReading.Of(query, null, null, Now)).Fields;

        Assert.Equal(table, look.One("table"));
        Assert.Equal($"2026-{from}:00+07:00", look.One("from"));
        Assert.Equal($"2026-{to}:00+07:00", look.One("to"));
        Assert.Equal(split, string.Join(',', look.All("split")));
        Assert.Equal(name, string.Join(',', look.All("name")));
        Assert.Equal(filter, string.Join(',', look.All("filter")));
    }

    [Fact]
    public void Several_tables_are_several_looks_and_the_pages_own_time_narrows_each() =>
        Assert.Equal(
            ["exceptions 2026-03-09T14:15:00+07:00", "requests 2026-03-09T14:00:00+07:00"],
            QueryReading
                .Of(
                    "requests | join kind=inner (exceptions | where timestamp > ago(15m)) on operation_Id",
                    Now.AddMinutes(-30),
                    null,
                    Now
                )
                .Select(look => $"{look.Fields.One("table")} {look.Fields.One("from")}")
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Who_lists_all_names_has_seen_each() =>
        Assert.Equal(
            ["DbPool InUse", "Cpu"],
            QueryReading
                .Of("customMetrics | summarize avg(value) by name", null, null, Now, ["DbPool InUse", "Cpu", "Cpu"])
                .Single()
                .Fields.All("name")
        );

    [Theory]
    [InlineData("requests | take 1", "11:50", "11:50")]
    [InlineData("requests | where success == false | limit 1", "11:50", "11:50")]
    [InlineData("requests | take 1 | summarize count()", "11:50", "11:50")]
    [InlineData("requests | top 1 by duration desc", "14:30", "14:30")]
    [InlineData("requests | order by duration desc | take 1", "14:30", "14:30")]
    [InlineData("requests | summarize avg(duration) by bin(timestamp, 5m) | take 3", "14:30", "14:30")]
    public void Who_takes_a_row_has_seen_that_row_and_not_the_day(string query, string from, string to)
    {
        var seen = new DateTimeOffset(2026, 3, 9, 11, 50, 0, TimeSpan.FromHours(7));
        var look = Assert.Single(QueryReading.Of(query, null, null, Now, times: [seen])).Fields;

        // Put in order or counted, it was all of it, which is a day.
        var begins = from == "14:30" ? "2026-03-08T14:30:00+07:00" : $"2026-03-09T{from}:00+07:00";
        Assert.Equal((begins, $"2026-03-09T{to}:00+07:00"), (look.One("from"), look.One("to")));
        if (from != "14:30")
            Assert.Equal(
                "2026-03-09T14:30:00+07:00",
                QueryReading.Of(query, null, null, Now, times: []).Single().Fields.One("from")
            );
    }

    [Theory]
    [InlineData("where class == 'A' and (type has 'B')", "A,B", "A,B")]
    [InlineData("where 'A' == class", "A", "A")]
    [InlineData("where class in ('A')", "A", "A")]
    [InlineData("where class in ('A', 'B')", "A,B", "")]
    [InlineData("where class has_any ('A', 'B')", "A,B", "")]
    [InlineData("where class == 'A' or class == 'B'", "A,B", "")]
    [InlineData("where class != 'A'", "not A", "")]
    [InlineData("where class <> 'A'", "not A", "")]
    [InlineData("where class !has 'A'", "not A", "")]
    [InlineData("where class !in~ ('A', 'B')", "not A,not B", "")]
    [InlineData("where not(class == 'A' or class !contains 'B')", "not A,B", "")]
    [InlineData("where name == 'A'", "", "A")]
    [InlineData("where name in ('A', 'B')", "", "")]
    [InlineData("where class matches regex 'A|B'", "A|B", "")]
    [InlineData("where class == 'A' | union (requests | where class == 'B')", "A,B", "")]
    public void What_all_rows_were_narrowed_to_each_of_them_says(string narrowed, string filter, string said)
    {
        var look = Assert.Single(QueryReading.Of($"requests | {narrowed}", null, null, Now));

        Assert.Equal((filter, said), (string.Join(',', look.Fields.All("filter")), string.Join(',', look.Said)));
    }

    [Theory]
    [InlineData("let requests = requests | where success == false; requests | take 5")]
    [InlineData("let a = requests; let a = a | where timestamp > ago(1h); a")]
    public void A_name_that_is_given_again_means_the_one_before(string query) =>
        Assert.Equal("requests", Assert.Single(QueryReading.Of(query, null, null, Now)).Fields.One("table"));

    [Theory]
    [InlineData("let a = b; let b = a; a")]
    public void Names_that_mean_each_other_end_somewhere(string query) =>
        Assert.Equal("b", Assert.Single(QueryReading.Of(query, null, null, Now)).Fields.One("table"));

    [Theory]
    [InlineData("")]
    [InlineData("requests | where (")]
    [InlineData("print 1")]
    public void What_is_no_look_at_a_table_says_nothing(string query) =>
        Assert.Empty(QueryReading.Of(query, null, null, Now));
}
