using System.Globalization;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Tests;

/// <summary>Columns of many distinct ids are kept as numbers; nobody who asks may notice.</summary>
public sealed class IdTests
{
    private const int Count = 40_000;

    private static readonly KqlCatalog Catalog = new KqlCatalog().Add("T", Table(32)).Add("S", Table(16));

    private static string Id(int i, int digits) =>
        (((UInt128)(ulong)i * 0x9E3779B97F4A7C15) << 3).ToString("x" + digits, CultureInfo.InvariantCulture)[^digits..];

    private static KqlTable Table(int digits)
    {
        var builder = new KqlTableBuilder(new Schema([new Field("id", KqlType.String), new Field("n", KqlType.Long)]));
        for (var i = 0; i < Count; i++)
        {
            builder.Add(Id(i, digits), (long)i);
        }

        return builder.ToTable();
    }

    private static object? Answer(string query)
    {
        var limits = new KqlLimits { Time = TimeSpan.FromMinutes(5) };
        var answer = KqlQuery.Run(query, Catalog, SampleTables.Now, limits);
        return answer.Table is { } table ? table[0, 0] : answer.Error!.Message.En;
    }

    [Fact]
    public void They_take_sixteen_and_eight_bytes()
    {
        Assert.Equal(16L * Count, Catalog.Find("T")!.Columns[0].Bytes);
        Assert.Equal(8L * Count, Catalog.Find("S")!.Columns[0].Bytes);
    }

    [Theory]
    [InlineData("T", 32)]
    [InlineData("S", 16)]
    public void One_is_found_read_joined_and_counted(string table, int digits)
    {
        var id = Id(12_345, digits);

        Assert.Equal(12_345L, Answer($"{table} | where id == '{id}' | project n"));
        Assert.Equal(Count - 1L, Answer($"{table} | where id != '{id}' | count"));
        Assert.Equal(12_345L, Answer($"{table} | where n > 5 and id == '{id}' | project n"));
        Assert.Equal(id, Answer($"{table} | where n == 12345 | project id"));
        Assert.Equal((long)Count, Answer($"{table} | summarize dcount(id)"));
        Assert.Equal(
            12_345L,
            Answer($"{table} | join kind=inner (datatable(id: string) ['{id}', 'other']) on id | project n")
        );
        Assert.Equal("", Answer($"datatable(id: string) ['other'] | join kind=leftouter {table} on id | project id1"));
        Assert.Equal(
            Count - 1L,
            Answer($"{table} | join kind=leftanti (datatable(id: string) ['{id}']) on id | count")
        );
        Assert.Equal(Count + 1L, Answer($"union {table}, (datatable(id: string, n: long) ['x', 1]) | count"));
        Assert.Equal(id, Answer($"{table} | summarize max(n) by id | where max_n == 12345 | project id"));
    }

    [Fact]
    public void A_table_taken_earlier_does_not_see_rows_added_later()
    {
        var builder = new KqlTableBuilder(new Schema([new Field("a", KqlType.String)]));
        builder.Add("x");
        var early = builder.ToTable();
        for (var i = 0; i < 300; i++)
        {
            builder.Add("y" + i.ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal((1, "x"), (early.Count, early[0, 0]));
        Assert.Equal((301, "y299"), (builder.ToTable().Count, builder.ToTable()[300, 0]));
    }
}
