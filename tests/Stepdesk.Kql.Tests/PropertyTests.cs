using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Tests;

/// <summary>The engine against a naive one, over random tables; and text nobody would write.</summary>
public sealed class PropertyTests
{
    public sealed record Row(string Name, long? Number, double Real);

    public static class Tables
    {
        public static Arbitrary<Row[]> Rows()
        {
            var row =
                from name in Gen.Elements("", "a", "b", "B", "cc", "đ")
                from number in Gen.OneOf(Gen.Choose(-5, 5).Select(n => (long?)n), Gen.Constant((long?)null))
                from real in Gen.Choose(-1000, 1000).Select(n => n / 8.0)
                select new Row(name, number, real);
            // Sometimes more rows than one batch holds.
            return Gen.Frequency((9, Gen.ArrayOf(row)), (1, Gen.ArrayOf(row, Batch.Size + 3))).ToArbitrary();
        }
    }

    private static KqlTable Run(Row[] rows, string query)
    {
        var builder = new KqlTableBuilder(
            new Schema([
                new Field("name", KqlType.String),
                new Field("number", KqlType.Long),
                new Field("real", KqlType.Real),
            ])
        );
        foreach (var row in rows)
        {
            builder.Add(row.Name, row.Number, row.Real);
        }

        var limits = new KqlLimits { Time = TimeSpan.FromMinutes(5) };
        var answer = KqlQuery.Run(query, new KqlCatalog().Add("T", builder.ToTable()), SampleTables.Now, limits);
        Assert.Null(answer.Partial);
        return answer.Table ?? throw new InvalidOperationException(answer.Error!.Message.En);
    }

    private static List<object?[]> Cells(KqlTable table) =>
        [.. Enumerable.Range(0, table.Count).Select(r => table.Row(r).ToArray())];

    [Property(Arbitrary = [typeof(Tables)])]
    public void Projection_computes_every_row(Row[] rows) =>
        Assert.Equal(
            rows.Select(r => new object?[] { r.Number + 1, r.Name + "!", r.Real * 2 }),
            Cells(Run(rows, "T | project number + 1, strcat(name, '!'), real * 2"))
        );

    [Property(Arbitrary = [typeof(Tables)])]
    public void A_filter_keeps_the_rows_that_hold_in_order(Row[] rows) =>
        Assert.Equal(
            rows.Where(r => (r.Number > 0 && r.Name != "a") || r.Real < -50)
                .Select(r => new object?[] { r.Name, r.Number, r.Real }),
            Cells(Run(rows, "T | where (number > 0 and name != 'a') or real < -50"))
        );

    [Property(Arbitrary = [typeof(Tables)])]
    public void A_summary_groups_and_counts(Row[] rows) =>
        Assert.Equal(
            rows.GroupBy(r => (r.Name, r.Number))
                .Select(g =>
                    new object?[]
                    {
                        g.Key.Name,
                        g.Key.Number,
                        (long)g.Count(),
                        g.Sum(r => r.Real),
                        g.Max(r => r.Real),
                        (long)g.Select(r => r.Real).Distinct().Count(),
                    }
                ),
            Cells(Run(rows, "T | summarize count(), sum(real), max(real), dcount(real) by name, number"))
        );

    [Property(Arbitrary = [typeof(Tables)])]
    public void A_percentile_is_a_value_with_enough_below_it(Row[] rows)
    {
        var cell = Run(rows, "T | summarize percentile(real, 90)")[0, 0];
        var sorted = rows.Select(r => r.Real).Order().ToArray();

        Assert.Equal(sorted.Length == 0 ? null : (object)sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1], cell);
    }

    [Property(Arbitrary = [typeof(Tables)])]
    public void A_sort_is_stable_and_top_is_its_beginning(Row[] rows)
    {
        var sorted = rows.OrderByDescending(r => r.Number ?? long.MinValue)
            .Select(r => new object?[] { r.Name, r.Number, r.Real })
            .ToList();

        Assert.Equal(sorted, Cells(Run(rows, "T | sort by number")));
        Assert.Equal(sorted.Take(7), Cells(Run(rows, "T | top 7 by number")));
    }

    [Property(Arbitrary = [typeof(Tables)])]
    public void An_inner_join_pairs_equal_keys(Row[] rows)
    {
        var some = rows.Take(40).ToArray();
        var expected = some.SelectMany(l =>
            some.Where(r => r.Number == l.Number).Select(r => new object?[] { l.Name, r.Name })
        );

        Assert.Equal(expected, Cells(Run(some, "T | join kind=inner (T) on number | project name, name1")));
    }

    [Property]
    public void Random_text_is_answered_and_never_throws(string? text)
    {
        var answer = KqlQuery.Run(text ?? "", SampleTables.Catalog, SampleTables.Now);

        Assert.True(answer.Table is not null || answer.Diagnostics.Count > 0);
    }

    public static class Fragments
    {
        private static readonly string[] Pieces =
        [
            "requests",
            "|",
            "where",
            "project",
            "extend",
            "summarize",
            "by",
            "count()",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ";",
            "==",
            "=",
            "-",
            "name",
            "duration",
            "\"a\"",
            "'",
            "5m",
            "1..",
            "..",
            "in",
            "between",
            "let",
            "x",
            "dynamic(",
            "datetime(",
            "join",
            "on",
            "$left",
            ".",
            "union",
            "mv-expand",
            "make-series",
            "step",
            "parse",
            "with",
            "*",
            "top",
            "of",
            "print",
            "range",
            "from",
            "to",
            "evaluate",
            "pivot(",
            "not(",
            "case(",
            "toscalar(",
            "render",
            "timechart",
            "datatable(a:long)",
            "!in",
            "has_any",
            "sort",
            "\n",
            "//",
            "`",
            "typeof(long)",
            "view",
            "=>",
            "@\"",
            "h'",
        ];

        public static Arbitrary<string> Text() =>
            Gen.ArrayOf(Gen.Elements(Pieces)).Select(p => string.Join(' ', p)).ToArbitrary();
    }

    [Property(Arbitrary = [typeof(Fragments)], MaxTest = 1000)]
    public void Pieces_of_queries_in_any_order_are_answered_and_never_throw(string text)
    {
        var answer = KqlQuery.Run(text, SampleTables.Catalog, SampleTables.Now);

        Assert.True(answer.Table is not null || answer.Diagnostics.Count > 0, text);
    }
}
