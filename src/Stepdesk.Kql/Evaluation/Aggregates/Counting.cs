using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Keys;

namespace Stepdesk.Kql.Evaluation.Aggregates;

internal sealed class CountAggregator(Scalar? predicate) : Aggregator(predicate)
{
    private long[] _counts = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _counts, groupCount, 0);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] >= 0)
            {
                _counts[groups[i]]++;
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _counts, groupCount, 0);
        return [Build(KqlType.Long, _counts, null, groupCount)];
    }
}

/// <summary>Exact, where the real engine estimates. Nulls are not counted, the empty string is a value.</summary>
internal sealed class DistinctCountAggregator(Scalar value, Scalar? predicate) : Aggregator(predicate)
{
    private readonly DistinctInGroups _distinct = new(value.Type);

    protected override void AddRows(Batch batch, int[] groups, int groupCount) =>
        _distinct.Add(value.Evaluate(batch), groups, batch.Count);

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        var counts = new long[groupCount];
        for (var i = 0; i < _distinct.Count; i++)
        {
            counts[_distinct.GroupOf(i)]++;
        }

        return [Build(KqlType.Long, counts, null, groupCount)];
    }
}
