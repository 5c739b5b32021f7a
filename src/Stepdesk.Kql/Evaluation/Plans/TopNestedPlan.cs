using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>One level: its grouped rows (all keys so far, then the aggregate), and how many to keep.</summary>
public sealed record NestedLevel(Plan Groups, long? Count, bool Ascending);

/// <summary>top-nested: the best values of the first level, within each the best of the second, and so on.</summary>
public sealed class TopNestedPlan(NestedLevel[] levels, Schema schema) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var tables = levels.Select(l => l.Groups.Execute(run)).ToArray();
        var builder = new KqlTableBuilder(Schema);
        Descend(tables, 0, [], [], builder);
        return builder.ToTable();
    }

    private void Descend(
        KqlTable[] tables,
        int depth,
        object?[] keys,
        object?[] cells,
        KqlTableBuilder builder
    )
    {
        if (depth == levels.Length)
        {
            builder.Add(cells);
            return;
        }

        var level = levels[depth];
        var table = tables[depth];
        var rows = Enumerable
            .Range(0, table.Count)
            .Where(row => keys.Select((key, k) => Equals(table[row, k], key)).All(same => same))
            .ToList();
        var ordered = rows.OrderBy(row => table[row, depth + 1], Comparer<object?>.Create(Order(level.Ascending)));
        var kept = level.Count is { } count ? ordered.Take((int)Math.Clamp(count, 0, int.MaxValue)) : ordered;
        foreach (var row in kept)
        {
            Descend(
                tables,
                depth + 1,
                [.. keys, table[row, depth]],
                [.. cells, table[row, depth], table[row, depth + 1]],
                builder
            );
        }
    }

    private static Comparison<object?> Order(bool ascending) =>
        (a, b) =>
            a is null || b is null
                ? (a is null ? 1 : 0) - (b is null ? 1 : 0)
                : Ordered.Compare(a, b) * (ascending ? 1 : -1);
}
