using System.Globalization;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Tests;

/// <summary>How the values of a column are kept: in little room, and read as they were given.</summary>
public sealed class ColumnTests
{
    private const int Many = 3000;

    private static Column Of(KqlType type, IEnumerable<object?> values)
    {
        var builder = new ColumnBuilder(type);
        foreach (var value in values)
        {
            builder.Append(value);
        }

        return builder.ToColumn();
    }

    private static IEnumerable<object?> Cells(Column column) =>
        Enumerable.Range(0, column.Length).Select(i => column[i]);

    private static string Id(int number, int digits) =>
        (number * 7919L).ToString("x", CultureInfo.InvariantCulture).PadLeft(digits, 'a');

    public static TheoryData<KqlType, object?, object?> OneAndAnother() =>
        new()
        {
            { KqlType.Long, 5L, 6L },
            { KqlType.Int, 1L, 2L },
            { KqlType.Real, 0.5, null },
            { KqlType.Real, null, 0.5 },
            { KqlType.Bool, true, false },
            { KqlType.DateTime, SampleTables.Now, null },
            { KqlType.String, "", "x" },
            { KqlType.Dynamic, null, "x" },
        };

    [Theory]
    [MemberData(nameof(OneAndAnother))]
    public void A_column_of_one_value_weighs_nothing_until_another_comes(KqlType type, object? one, object? another)
    {
        var builder = new ColumnBuilder(type);
        for (var i = 0; i < Many; i++)
        {
            builder.Append(one);
        }

        var before = builder.ToColumn();
        builder.Append(another);

        Assert.Equal(0, before.Bytes);
        Assert.Equal(Enumerable.Repeat(one, Many), Cells(before));
        Assert.Equal(Enumerable.Repeat(one, Many).Append(another), Cells(builder.ToColumn()));
    }

    [Theory]
    [InlineData(16, 10)]
    [InlineData(32, 18)]
    public void Ids_are_kept_as_numbers_where_some_are_missing(int digits, int most)
    {
        object?[] ids = [.. Enumerable.Range(0, Many).Select(i => i % 10 == 3 ? "" : Id(i, digits))];

        var column = Of(KqlType.String, ids);

        Assert.True(column.Bytes < Many * most, $"{column.Bytes / (double)Many:0.0} bytes an id");
        Assert.Equal(ids, Cells(column));
    }

    [Fact]
    public void Ids_among_other_texts_stay_texts()
    {
        object?[] texts = [.. Enumerable.Range(0, Many).Select(i => Id(i, 32)), "no id", "", Id(1, 16)];

        Assert.Equal(texts, Cells(Of(KqlType.String, texts)));
    }

    [Fact]
    public void Missing_ids_are_no_id_of_zeros()
    {
        var zeros = new string('0', 32);
        var builder = new KqlTableBuilder(new Schema([new Field("id", KqlType.String)]));
        for (var i = 0; i < Many; i++)
        {
            builder.Add(i % 10 == 3 ? "" : Id(i, 32));
        }

        builder.Add(zeros);
        var catalog = new Binding.KqlCatalog().Add("T", builder.ToTable());
        long Count(string condition) =>
            (long)KqlQuery.Run($"T | where {condition} | count", catalog, SampleTables.Now).Table![0, 0]!;

        Assert.Equal(1, Count($"id == '{zeros}'"));
        Assert.Equal(Many, Count($"id != '{zeros}'"));
        Assert.Equal(Many / 10, Count("isempty(id)"));
        Assert.Equal(Many / 10, Count("id == ''"));
    }

    [Fact]
    public void Dynamics_that_are_alike_are_kept_once()
    {
        object?[] bags =
        [
            .. Enumerable.Range(0, Many).Select(i => Json.ParseOrText($$"""{"a":{{i % 3}},"b":[1,"x"]}""")),
        ];

        var column = Of(KqlType.Dynamic, bags);

        Assert.Equal(Many, column.Bytes);
        Assert.Equal(bags.Select(b => Json.Write(b)), Cells(column).Select(b => Json.Write(b)));
        Assert.Equal(3, Cells(column).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void Bags_that_differ_only_in_a_key_are_two()
    {
        object?[] bags =
        [
            Json.ParseOrText("""{"a":1}"""),
            Json.ParseOrText("""{"b":1}"""),
            Json.ParseOrText("""{"a":1.0}"""),
        ];

        Assert.Equal(bags.Select(b => Json.Write(b)), Cells(Of(KqlType.Dynamic, bags)).Select(b => Json.Write(b)));
    }
}
