using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Writing;

namespace Stepdesk.Kql.Tests;

/// <summary>What is chosen becomes a query somebody can read, and run.</summary>
public sealed class QueryWriterTests
{
    private static readonly Field[] Requests =
    [
        new("timestamp", KqlType.DateTime),
        new("name", KqlType.String),
        new("success", KqlType.String),
        new("resultCode", KqlType.String),
        new("duration", KqlType.Real),
        new("itemCount", KqlType.Int),
        new("customDimensions", KqlType.Dynamic),
    ];

    private static readonly GuidedColumn Class = new("customDimensions", "ClassCode");

    [Fact]
    public void Rows_are_filtered_and_the_newest_come_first() =>
        Written(
            new("requests", Requests)
            {
                Within = TimeSpan.FromHours(4),
                Filters =
                [
                    new(new("success"), GuidedTest.Is, "False"),
                    new(new("name"), GuidedTest.Has, "Nộp \"bài\" C:\\x"),
                    new(new("resultCode"), GuidedTest.AtLeast, "400"),
                    new(new("duration"), GuidedTest.Above, "2000"),
                    new(Class, GuidedTest.Is, "WEB101"),
                ],
                Order = GuidedOrder.Down,
                Take = 50,
            },
            """
            requests
            | where timestamp > ago(4h)
            | where success == false
            | where name has "Nộp \"bài\" C:\\x"
            | where toint(resultCode) >= 400
            | where duration > 2000
            | where tostring(customDimensions.ClassCode) == "WEB101"
            | sort by timestamp desc
            | take 50
            """
        );

    [Fact]
    public void A_summary_over_time_is_drawn_in_the_order_of_time() =>
        Written(
            new("requests", Requests)
            {
                Figure = GuidedFigure.Percentile95,
                Of = new("duration"),
                By = [Class],
                Every = TimeSpan.FromMinutes(15),
                Chart = GuidedChart.Time,
            },
            """
            requests
            | summarize p95_duration = percentile(duration, 95) by bin(timestamp, 15m), ClassCode = tostring(customDimensions.ClassCode)
            | sort by timestamp asc
            | render timechart
            """
        );

    [Fact]
    public void A_summary_shows_its_largest_first() =>
        Written(
            new("requests", Requests)
            {
                Figure = GuidedFigure.Count,
                By = [new("name"), new("resultCode")],
                Order = GuidedOrder.Down,
                Take = 10,
                Chart = GuidedChart.Bars,
            },
            """
            requests
            | summarize count() by name, resultCode
            | sort by count_ desc
            | take 10
            | render barchart
            """
        );

    [Theory]
    [InlineData("nothing", GuidedTest.Is, "1", GuidedFault.NoSuchColumn, "nothing")]
    [InlineData("duration", GuidedTest.Above, "fast", GuidedFault.NotANumber, "fast")]
    [InlineData("resultCode", GuidedTest.Below, "", GuidedFault.NotANumber, "")]
    [InlineData("timestamp", GuidedTest.Above, "13-01-2022", GuidedFault.NotATime, "13-01-2022")]
    public void What_cannot_be_written_is_said(
        string column,
        GuidedTest test,
        string value,
        GuidedFault fault,
        string about
    )
    {
        var written = QueryWriter.Write(new("requests", Requests) { Filters = [new(new(column), test, value)] });

        Assert.Equal((null, fault, about), (written.Text, written.Fault, written.About));
    }

    [Fact]
    public void A_figure_of_nothing_is_none()
    {
        var query = new GuidedQuery("requests", Requests) { Figure = GuidedFigure.Average };

        Assert.Equal(GuidedFault.NeedsColumn, QueryWriter.Write(query).Fault);
        Assert.Equal(
            GuidedFault.NotSummable,
            QueryWriter.Write(query with { Figure = GuidedFigure.Sum, Of = new("timestamp") }).Fault
        );
        Assert.Equal(
            GuidedFault.NoTime,
            QueryWriter.Write(new("T", [new("x", KqlType.Long)]) { Within = TimeSpan.FromDays(1) }).Fault
        );
    }

    public static class Choices
    {
        private static readonly string[] Names =
        [
            .. "timestamp name by on count in has and kind type bin asc 5xx _x true datetime let project".Split(' '),
            "with space",
            "Phiếu số",
            "it's",
            "a\"b",
            "a-b",
            "$x",
            "日本",
        ];

        private static readonly string[] Values =
        [
            .. "a|việt|\"|\\|it's|C:\\dir\\|a, b,c|, ,|//|```|\u2028|true|0|-5|1e300|.5|1,5|9223372036854775808|NaN|2026-03-02 10:00|5m|-1.02:03:04|1d|74be27de-1e4e-49d9-b579-fe0b331d3642|null|'".Split(
                '|'
            ),
            "",
            " ",
            "a\tb\u0001",
            "|",
        ];

        public static Arbitrary<GuidedQuery> Queries()
        {
            var name = Gen.Elements(Names);
            var column =
                from of in name
                from property in Gen.OneOf(
                    Gen.Constant((string?)null),
                    Gen.Elements<string?>([.. Names, .. Values[..9]])
                )
                select new GuidedColumn(of, property);
            var value = Gen.OneOf(Gen.Elements(Values), ArbMap.Default.GeneratorFor<string?>().Select(s => s ?? ""));
            var filter =
                from of in column
                from test in Gen.Elements(Enum.GetValues<GuidedTest>())
                from typed in value
                select new GuidedFilter(of, test, typed);
            return (
                from table in name
                from types in Gen.ArrayOf(Gen.Elements(Enum.GetValues<KqlType>()), Names.Length)
                from filters in Gen.ListOf(filter, 2)
                from keys in Gen.Choose(0, 2).SelectMany(n => Gen.ListOf(column, n))
                from figure in Gen.Elements<GuidedFigure?>([null, .. Enum.GetValues<GuidedFigure>()])
                from of in column
                from sort in Gen.OneOf(Gen.Constant((GuidedColumn?)null), column.Select(c => (GuidedColumn?)c))
                from order in Gen.Elements<GuidedOrder?>(null, GuidedOrder.Up, GuidedOrder.Down)
                from chart in Gen.Elements<GuidedChart?>([null, .. Enum.GetValues<GuidedChart>()])
                from every in Gen.Elements<TimeSpan?>(null, TimeSpan.FromMinutes(5), TimeSpan.FromTicks(7))
                from take in Gen.Elements<int?>(null, 0, 10)
                select new GuidedQuery(table, [.. Names.Zip(types, (n, t) => new Field(n, t))])
                {
                    Within = every,
                    Filters = [.. filters],
                    By = [.. keys],
                    Figure = figure,
                    Of = of,
                    SortBy = sort,
                    Order = order,
                    Chart = chart,
                    Every = every,
                    Take = take,
                }
            ).ToArbitrary();
        }
    }

    [Property(Arbitrary = [typeof(Choices)], MaxTest = 3000)]
    public void Whatever_is_written_runs(GuidedQuery query)
    {
        var written = QueryWriter.Write(query);
        if (written.Text is not { } text)
        {
            Assert.NotNull(written.Fault);
            return;
        }

        var tables = new KqlCatalog().Add(query.Table, KqlTable.None(new Schema([.. query.Columns])));

        Assert.All(query.Columns, c => Assert.True(QueryWriter.CanName(c.Name)));
        var answer = KqlQuery.Run(text, tables, SampleTables.Now);
        Assert.True(answer.Error is null, $"{answer.Error?.Message.En}\n{text}");
        Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);
    }

    private static void Written(GuidedQuery query, string expected)
    {
        Assert.Equal(expected, QueryWriter.Write(query).Text);
        var check = KqlQuery.Check(
            expected,
            new KqlCatalog().Add(query.Table, KqlTable.None(new Schema([.. query.Columns]))),
            SampleTables.Now
        );
        Assert.Empty(check.Diagnostics);
    }
}
