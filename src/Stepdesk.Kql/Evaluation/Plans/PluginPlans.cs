using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>bag_unpack: the keys of a bag become columns, in the order of their names.</summary>
public sealed class BagUnpackPlan(Plan source, int bag, int[] kept, string[] keys, Schema schema) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var builders = keys.Select((_, i) => new ColumnBuilder(Schema[kept.Length + i].Type, table.Count)).ToArray();
        var done = 0;
        for (var row = 0; row < table.Count; row++)
        {
            var value = table[row, bag] as DynamicBag;
            for (var k = 0; k < keys.Length; k++)
            {
                builders[k]
                    .Append(
                        Functions.Conversions.Boxed(builders[k].Type, value?[keys[k]]) is { } item
                        && value?[keys[k]] is not null
                            ? item
                            : null
                    );
            }

            done++;
            if (!run.Keep(16L * keys.Length, done))
            {
                break;
            }
        }

        return new KqlTable(
            Schema,
            [.. kept.Select(c => table.Columns[c]), .. builders.Select(b => b.ToColumn())],
            done
        );
    }
}

/// <summary>narrow: every cell becomes a row.</summary>
public sealed class NarrowPlan(Plan source)
    : Plan(
        new Schema([
            new Field("Row", KqlType.Long),
            new Field("Column", KqlType.String),
            new Field("Value", KqlType.String),
        ])
    )
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var builder = new KqlTableBuilder(Schema);
        for (var row = 0; row < table.Count; row++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                builder.Add((long)row, table.Schema[c].Name, Format.Text(table[row, c]));
            }

            if (!run.Keep(table.Columns.Count * 32L, builder.Count))
            {
                break;
            }
        }

        return builder.ToTable();
    }
}

/// <summary>pivot: rows already grouped by the fixed columns and the pivot value are laid side by side.</summary>
public sealed class PivotPlan(Plan groups, int keyCount, string[] names, Schema schema) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = groups.Execute(run);
        var rows = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        var order = new List<object?[]>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            places.Add(names[i], keyCount + i);
        }

        for (var row = 0; row < table.Count; row++)
        {
            var key = Enumerable.Range(0, keyCount).Select(k => table[row, k]).ToArray();
            var text = Json.Write(new DynamicArray(key));
            if (!rows.TryGetValue(text, out var cells))
            {
                // A cell here and one in its column; the wider the table, the fewer rows it may have.
                if (!run.Keep(40L * Schema.Count, order.Count))
                {
                    break;
                }

                cells = [.. key, .. names.Select((_, i) => Empty(Schema[keyCount + i].Type))];
                rows.Add(text, cells);
                order.Add(cells);
            }

            if (places.TryGetValue(Format.Text(table[row, keyCount]), out var place))
            {
                cells[place] = table[row, keyCount + 1];
            }

            run.Tick();
        }

        var builder = new KqlTableBuilder(Schema);
        foreach (var cells in order)
        {
            builder.Add(cells);
            run.Continues(builder.Count);
        }

        return builder.ToTable();
    }

    // A combination that never happened counts zero times.
    private static object? Empty(KqlType type) => type == KqlType.Long ? 0L : null;
}
