using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Aggregates;

/// <summary>hll and tdigest, and those merged: how often each value of a group counts.</summary>
/// <param name="read">What a value, which counts so often, puts into the sketch.</param>
/// <param name="make">The sketch of what was put into it.</param>
internal sealed class SketchAggregator(
    Scalar value,
    Scalar? weight,
    Scalar? predicate,
    Func<object, long, IEnumerable<(object Value, long Weight)>> read,
    Func<IEnumerable<(object Value, long Weight)>, DynamicArray> make
) : Aggregator(predicate)
{
    private Dictionary<object, long>?[] _counts = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _counts, groupCount, null);
        var values = value.Evaluate(batch);
        var weights = weight?.Evaluate(batch);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] < 0 || values[i] is not { } item || (weights is not null && weights[i] is not > 0L))
            {
                continue;
            }

            var counts = _counts[groups[i]] ??= [];
            foreach (var (key, often) in read(item, weights?[i] as long? ?? 1))
            {
                Budget.Tick();
                Put(counts, key, often);
            }
        }
    }

    private static void Put(Dictionary<object, long> counts, object key, long often)
    {
        if (counts.TryGetValue(key, out var before))
        {
            counts[key] = before + often;
        }
        else if (counts.Count < ArrayLimit.MaxItems)
        {
            Budget.Keep(64);
            counts.Add(key, often);
        }
        else
        {
            Budget.CutArray();
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _counts, groupCount, null);
        var builder = new ColumnBuilder(KqlType.Dynamic, groupCount);
        for (var g = 0; g < groupCount; g++)
        {
            builder.Append(make((_counts[g] ?? []).Select(p => (p.Key, p.Value))));
        }

        return [builder.ToColumn()];
    }
}

/// <summary>How two values vary together, of a sample or of the whole; of fewer than two rows 0.</summary>
internal sealed class CovarianceAggregator(Scalar first, Scalar second, Scalar? predicate, bool whole)
    : Aggregator(predicate)
{
    private long[] _counts = [];
    private double[] _meansA = [];
    private double[] _meansB = [];
    private double[] _products = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _counts, groupCount, 0);
        Reach(ref _meansA, groupCount, 0);
        Reach(ref _meansB, groupCount, 0);
        Reach(ref _products, groupCount, 0);
        var (vectorA, vectorB) = (first.Evaluate(batch), second.Evaluate(batch));
        var (a, b) = (Vectors.Dense<double>(vectorA), Vectors.Dense<double>(vectorB));
        for (var i = 0; i < batch.Count; i++)
        {
            var g = groups[i];
            if (g < 0 || vectorA.IsNull(i) || vectorB.IsNull(i))
            {
                continue;
            }

            var delta = a[i] - _meansA[g];
            _meansA[g] += delta / ++_counts[g];
            _meansB[g] += (b[i] - _meansB[g]) / _counts[g];
            _products[g] += delta * (b[i] - _meansB[g]);
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _counts, groupCount, 0);
        Reach(ref _products, groupCount, 0);
        var results = new double[groupCount];
        for (var i = 0; i < groupCount; i++)
        {
            var divisor = whole ? _counts[i] : _counts[i] - 1;
            results[i] = divisor > 0 ? _products[i] / divisor : 0;
        }

        return [Build(KqlType.Real, results, null, groupCount)];
    }
}
