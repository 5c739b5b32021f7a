using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Aggregates;
using Stepdesk.Kql.Evaluation.Keys;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>Groups rows by keys and aggregates each group; without keys there is always exactly one row.</summary>
public sealed class SummarizePlan(Plan source, Scalar[] keys, Func<Aggregator>[] aggregates, Schema schema)
    : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var groups = new GroupKeys([.. keys.Select(k => k.Type)]);
        var aggregators = aggregates.Select(a => a()).ToArray();
        var vectors = new Vector[keys.Length];
        foreach (var batch in Batch.Over(table))
        {
            for (var i = 0; i < keys.Length; i++)
            {
                vectors[i] = keys[i].Evaluate(batch);
            }

            var before = groups.Count;
            var ids = groups.Encode(vectors, batch.Count);
            foreach (var aggregator in aggregators)
            {
                aggregator.Add(batch, ids, groups.Count);
            }

            if (!run.Keep((groups.Count - before) * 32L * (1 + keys.Length + aggregators.Length), groups.Count))
            {
                break;
            }
        }

        var count = keys.Length == 0 ? 1 : groups.Count;
        IEnumerable<Column> columns = groups.Values();
        return new KqlTable(Schema, [.. columns.Concat(aggregators.SelectMany(a => a.Results(count, table)))], count);
    }
}
