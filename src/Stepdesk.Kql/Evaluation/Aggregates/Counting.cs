using Stepdesk.Kql.Columns;

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
    private readonly KeyEncoder _keys = KeyEncoder.For(value.Type);
    private readonly PairTable _pairs = new();
    private int[] _ids = new int[Batch.Size];
    private int[] _first = new int[Batch.Size];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        if (_ids.Length < batch.Count)
        {
            _ids = new int[batch.Count];
            _first = new int[batch.Count];
        }

        _keys.Encode(value.Evaluate(batch), batch.Count, _ids);
        var kept = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] >= 0 && _ids[i] != _keys.NullKey)
            {
                _first[kept] = groups[i];
                _ids[kept++] = _ids[i];
            }
        }

        _pairs.Combine(_first, _ids, kept);
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        var counts = new long[groupCount];
        for (var i = 0; i < _pairs.Count; i++)
        {
            counts[_pairs.First(i)]++;
        }

        return [Build(KqlType.Long, counts, null, groupCount)];
    }
}
