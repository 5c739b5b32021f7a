using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>One thing to expand: its value, where its elements go, and the type they become.</summary>
public sealed record Expansion(Scalar Value, int Place, KqlType Type);

/// <summary>mv-expand: a row per element; several values side by side, the shorter filled with nulls.</summary>
public sealed class MvExpandPlan(
    Plan source,
    Expansion[] items,
    bool asArray,
    int indexPlace,
    long limit,
    Schema schema
) : Plan(schema)
{
    // Measured: a number in its box, its place among the distinct ones, its code.
    private const long RowBytes = 100;

    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        return Expand(run, table, out _);
    }

    /// <summary>Also tells which row of the source each new row came from.</summary>
    public KqlTable Expand(Run run, KqlTable table, out int[] origins)
    {
        var rows = new List<int>();
        var builders = items.Select(i => new ColumnBuilder(i.Type)).ToArray();
        var index = new ColumnBuilder(KqlType.Long);
        var open = true;
        foreach (var batch in Batch.Over(table))
        {
            var vectors = items.Select(i => i.Value.Evaluate(batch)).ToArray();
            for (var i = 0; i < batch.Count && open; i++)
            {
                var row = batch.Rows[i];
                var before = rows.Count;
                Add(vectors, i, row, rows, builders, index);
                open = run.Keep((rows.Count - before) * (16L + (items.Length * RowBytes)), rows.Count);
            }

            if (!open)
            {
                break;
            }
        }

        origins = [.. rows];
        var picked = table.Pick(origins);
        var columns = new Column[Schema.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            var item = Array.FindIndex(items, x => x.Place == c);
            columns[c] =
                item >= 0 ? builders[item].ToColumn()
                : c == indexPlace ? index.ToColumn()
                : picked.Columns[c];
        }

        return new KqlTable(Schema, columns, origins.Length);
    }

    private void Add(Vector[] vectors, int i, int row, List<int> rows, ColumnBuilder[] builders, ColumnBuilder index)
    {
        var elements = vectors.Select(v => Elements(v[i])).ToArray();
        var count = (int)Math.Min(elements.Max(e => e.Count), limit);
        for (var n = 0; n < count; n++)
        {
            rows.Add(row);
            if (indexPlace >= 0)
            {
                index.AppendLong(n);
            }

            for (var k = 0; k < builders.Length; k++)
            {
                var element = n < elements[k].Count ? elements[k][n] : null;
                builders[k].Append(items[k].Type == KqlType.Dynamic ? element : Convert(items[k].Type, element));
            }
        }
    }

    // A type is only put on what JSON has of it: text is not read as a number, nor a number as an instant. What JSON
    // has no form of at all is null.
    private static object? Convert(KqlType type, object? element) =>
        (type, element) switch
        {
            (KqlType.String, _) => Conversions.Boxed(type, element),
            (KqlType.Bool, bool or long) => Conversions.Boxed(type, element),
            (KqlType.Int or KqlType.Long or KqlType.Real, long or double or decimal) => Conversions.Boxed(
                type,
                element
            ),
            (KqlType.DateTime, string or DateTime) or (KqlType.Guid, string or Guid) => Conversions.Boxed(
                type,
                element
            ),
            _ => null,
        };

    // A bag gives one-key bags; a null or a single value one row with itself; an empty array none.
    private IReadOnlyList<object?> Elements(object? value) =>
        value switch
        {
            DynamicArray array => array.Items,
            DynamicBag bag => [.. bag.Entries.Select(Entry)],
            _ => [value],
        };

    private object Entry(KeyValuePair<string, object?> entry) =>
        asArray ? new DynamicArray([entry.Key, entry.Value]) : new DynamicBag { [entry.Key] = entry.Value };
}

/// <summary>mv-apply: expands, then runs a subquery over the elements of each row.</summary>
public sealed class MvApplyPlan(
    Plan source,
    MvExpandPlan expand,
    InputPlan input,
    Plan body,
    (int Source, int Body)[] columns,
    Schema schema
) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var expanded = expand.Expand(run, table, out var origins);
        var builders = Schema.Fields.Select(f => new ColumnBuilder(f.Type)).ToArray();
        var made = 0;
        for (var from = 0; from < origins.Length; )
        {
            var to = from + 1;
            while (to < origins.Length && origins[to] == origins[from])
            {
                to++;
            }

            input.Table = expanded.Pick([.. Enumerable.Range(from, to - from)]);
            var result = body.Execute(run);
            for (var row = 0; row < result.Count; row++)
            {
                for (var c = 0; c < builders.Length; c++)
                {
                    builders[c]
                        .Append(
                            columns[c].Body >= 0
                                ? result[row, columns[c].Body]
                                : table[origins[from], columns[c].Source]
                        );
                }
            }

            made += result.Count;
            from = to;
            if (!run.Keep(result.Count * 16L * builders.Length, made))
            {
                break;
            }
        }

        return new KqlTable(Schema, [.. builders.Select(b => b.ToColumn())], made);
    }
}
