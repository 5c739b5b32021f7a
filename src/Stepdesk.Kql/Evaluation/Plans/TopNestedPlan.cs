using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Keys;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>
/// One level: what reads its rows, the groups over them (key, aggregate), the aggregate over all of them, how many
/// groups to keep and what to call the rest.
/// </summary>
public sealed record NestedLevel(
    InputPlan Input,
    Scalar Key,
    Plan Groups,
    Plan Total,
    long? Count,
    bool Ascending,
    bool HasOthers,
    object? Others
);

/// <summary>top-nested: the best values of the first level, within each the best of the second, and so on.</summary>
public sealed class TopNestedPlan(Plan source, NestedLevel[] levels, Schema schema) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var builder = new KqlTableBuilder(Schema);
        Descend(run, source.Execute(run), 0, [], builder);
        return builder.ToTable();
    }

    private void Descend(Run run, KqlTable table, int depth, object?[] cells, KqlTableBuilder builder)
    {
        if (depth == levels.Length)
        {
            builder.Add(cells);
            run.Continues(builder.Count);
            return;
        }

        var level = levels[depth];
        var members = Members(level.Key, table);
        level.Input.Table = table;
        var groups = level.Groups.Execute(run);
        var ordered = Enumerable
            .Range(0, groups.Count)
            .OrderBy(g => groups[g, 1], Comparer<object?>.Create(Order(level.Ascending)))
            .ToList();
        var kept = level.Count is { } count ? ordered.Take((int)Math.Clamp(count, 0, int.MaxValue)).ToList() : ordered;
        foreach (var g in kept)
        {
            var rows = table.Pick([.. members[g]]);
            Descend(run, rows, depth + 1, [.. cells, groups[g, 0], groups[g, 1]], builder);
        }

        if (level.HasOthers && kept.Count < ordered.Count)
        {
            var rest = table.Pick([.. ordered.Skip(kept.Count).SelectMany(g => members[g]).Order()]);
            builder.Add([.. cells, .. Rest(run, rest, depth)]);
        }
    }

    private IEnumerable<object?> Rest(Run run, KqlTable rest, int depth)
    {
        foreach (var level in levels.Skip(depth))
        {
            level.Input.Table = rest;
            yield return level.Others;
            yield return level.Total.Execute(run)[0, 0];
        }
    }

    // The groups of a summarize come in the order their keys were first met: the same numbers as here.
    private static List<List<int>> Members(Scalar key, KqlTable table)
    {
        var keys = KeyEncoder.For(key.Type);
        var ids = new int[Batch.Size];
        var members = new List<List<int>>();
        foreach (var batch in Batch.Over(table))
        {
            keys.Encode(key.Evaluate(batch), batch.Count, ids);
            for (var i = 0; i < batch.Count; i++)
            {
                while (members.Count <= ids[i])
                {
                    members.Add([]);
                }

                members[ids[i]].Add(batch.Rows[i]);
            }
        }

        return members;
    }

    private static Comparison<object?> Order(bool ascending) =>
        (a, b) =>
            a is null || b is null
                ? (a is null ? 1 : 0) - (b is null ? 1 : 0)
                : Ordered.Compare(a, b) * (ascending ? 1 : -1);
}
