using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Keys;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>partition: runs a subquery over the rows of each key, the keys in the order they are met.</summary>
public sealed class PartitionPlan(Plan source, Scalar key, InputPlan input, Plan body) : Plan(body.Schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var builders = Schema.Fields.Select(f => new ColumnBuilder(f.Type)).ToArray();
        var made = 0;
        foreach (var rows in Groups(run, table))
        {
            input.Table = table.Pick([.. rows]);
            var result = body.Execute(run);
            for (var row = 0; row < result.Count; row++)
            {
                for (var c = 0; c < builders.Length; c++)
                {
                    builders[c].Append(result[row, c]);
                }
            }

            made += result.Count;
            if (!run.Keep((result.Count + 1) * 16L * (builders.Length + 1), made))
            {
                break;
            }
        }

        return new KqlTable(Schema, [.. builders.Select(b => b.ToColumn())], made);
    }

    private List<List<int>> Groups(Run run, KqlTable table)
    {
        var keys = new GroupKeys([key.Type]);
        var groups = new List<List<int>>();
        foreach (var batch in Batch.Over(table))
        {
            var ids = keys.Encode([key.Evaluate(batch)], batch.Count);
            var before = groups.Count;
            for (var i = 0; i < batch.Count; i++)
            {
                while (groups.Count <= ids[i])
                {
                    groups.Add([]);
                }

                groups[ids[i]].Add(batch.Rows[i]);
            }

            if (!run.Keep((batch.Count * 8L) + ((groups.Count - before) * 80L), 0))
            {
                break;
            }
        }

        return groups;
    }
}
