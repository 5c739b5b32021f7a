using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Aggregates;

/// <summary>
/// Nearest rank over all values, where the real engine estimates. Columns for percentiles, or one array of them.
/// </summary>
internal sealed class PercentileAggregator<T>(
    Scalar value,
    Scalar? weight,
    double[] percentiles,
    bool asArray,
    Scalar? predicate
) : Aggregator(predicate)
    where T : struct, IComparable<T>
{
    private T[] _values = new T[Batch.Size];
    private int[] _groups = new int[Batch.Size];
    private long[] _weights = [];
    private int _count;

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        var vector = value.Evaluate(batch);
        var values = Vectors.Dense<T>(vector);
        var weights = weight is null ? null : Vectors.Dense<long>(weight.Evaluate(batch));
        var nulls = vector.Nulls;
        Reach(ref _values, _count + batch.Count, default);
        Reach(ref _groups, _count + batch.Count, 0);
        if (weights is not null)
        {
            Reach(ref _weights, _count + batch.Count, 0);
        }

        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] < 0 || (nulls is not null && nulls[i]))
            {
                continue;
            }

            _values[_count] = values[i];
            _groups[_count] = groups[i];
            if (weights is not null)
            {
                _weights[_count] = Math.Max(0, weights[i]);
            }

            _count++;
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        // Values of one group side by side, then each group sorted alone.
        var starts = new int[groupCount + 1];
        for (var i = 0; i < _count; i++)
        {
            starts[_groups[i] + 1]++;
        }

        for (var g = 0; g < groupCount; g++)
        {
            starts[g + 1] += starts[g];
        }

        var next = starts.AsSpan(0, groupCount).ToArray();
        var sorted = new T[_count];
        var weights = weight is null ? [] : new long[_count];
        for (var i = 0; i < _count; i++)
        {
            var place = next[_groups[i]]++;
            sorted[place] = _values[i];
            if (weight is not null)
            {
                weights[place] = _weights[i];
            }
        }

        var found = new object?[percentiles.Length][];
        for (var p = 0; p < found.Length; p++)
        {
            found[p] = new object?[groupCount];
        }

        for (var g = 0; g < groupCount; g++)
        {
            var values = sorted.AsSpan(starts[g], starts[g + 1] - starts[g]);
            if (values.Length == 0)
            {
                continue;
            }

            if (weight is null)
            {
                values.Sort();
            }
            else
            {
                values.Sort(weights.AsSpan(starts[g], values.Length));
            }

            for (var p = 0; p < percentiles.Length; p++)
            {
                var rank = weight is null
                    ? Rank(percentiles[p], values.Length)
                    : WeightedRank(percentiles[p], weights.AsSpan(starts[g], values.Length));
                found[p][g] = values[rank] is long ticks ? Cell.Box(value.Type, ticks) : values[rank];
            }
        }

        return asArray ? [Arrays(found, groupCount)] : [.. found.Select(Collected)];
    }

    private Column Collected(object?[] values)
    {
        var builder = new ColumnBuilder(value.Type == KqlType.Int ? KqlType.Long : value.Type, values.Length);
        foreach (var item in values)
        {
            builder.Append(item);
        }

        return builder.ToColumn();
    }

    private static Column Arrays(object?[][] found, int groupCount)
    {
        var builder = new ColumnBuilder(KqlType.Dynamic, groupCount);
        for (var g = 0; g < groupCount; g++)
        {
            builder.Append(new DynamicArray([.. found.Select(f => f[g])]));
        }

        return builder.ToColumn();
    }

    private static int Rank(double percentile, int count) =>
        Math.Clamp((int)Math.Ceiling(percentile / 100 * count) - 1, 0, count - 1);

    private static int WeightedRank(double percentile, ReadOnlySpan<long> weights)
    {
        var total = 0L;
        foreach (var w in weights)
        {
            total += w;
        }

        var target = Math.Max(1, (long)Math.Ceiling(percentile / 100 * total));
        var sum = 0L;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            if (sum >= target)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }
}
