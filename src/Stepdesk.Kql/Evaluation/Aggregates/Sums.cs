using System.Numerics;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Aggregates;

/// <summary>Nothing sums to zero.</summary>
internal sealed class SumAggregator<T>(Scalar value, Scalar? predicate) : Aggregator(predicate)
    where T : struct, INumber<T>
{
    private T[] _sums = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _sums, groupCount, T.Zero);
        var vector = value.Evaluate(batch);
        var values = Vectors.Dense<T>(vector);
        var nulls = vector.Nulls;
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] >= 0 && (nulls is null || !nulls[i]))
            {
                _sums[groups[i]] = unchecked(_sums[groups[i]] + values[i]);
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _sums, groupCount, T.Zero);
        return [Build(value.Type, _sums, null, groupCount)];
    }
}

/// <summary>The mean; of no rows NaN for numbers, null for times.</summary>
internal sealed class AverageAggregator(KqlType type, Scalar value, Scalar? predicate) : Aggregator(predicate)
{
    private double[] _sums = [];
    private Int128[] _ticks = [];
    private long[] _counts = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _counts, groupCount, 0);
        var vector = value.Evaluate(batch);
        var nulls = vector.Nulls;
        if (type.IsTime())
        {
            Reach(ref _ticks, groupCount, 0);
            var ticks = Vectors.Dense<long>(vector);
            for (var i = 0; i < batch.Count; i++)
            {
                if (groups[i] >= 0 && (nulls is null || !nulls[i]))
                {
                    _ticks[groups[i]] += ticks[i];
                    _counts[groups[i]]++;
                }
            }

            return;
        }

        Reach(ref _sums, groupCount, 0);
        var values = Vectors.Dense<double>(vector);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] >= 0 && (nulls is null || !nulls[i]))
            {
                _sums[groups[i]] += values[i];
                _counts[groups[i]]++;
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _counts, groupCount, 0);
        Reach(ref _sums, groupCount, 0);
        Reach(ref _ticks, groupCount, 0);
        if (type.IsTime())
        {
            var means = new long[groupCount];
            for (var i = 0; i < groupCount; i++)
            {
                means[i] = _counts[i] == 0 ? 0 : (long)(_ticks[i] / _counts[i]);
            }

            return [Build(type, means, i => _counts[i] == 0, groupCount)];
        }

        var averages = new double[groupCount];
        for (var i = 0; i < groupCount; i++)
        {
            averages[i] = _counts[i] == 0 ? double.NaN : _sums[i] / _counts[i];
        }

        return [Build(KqlType.Real, averages, null, groupCount)];
    }
}

/// <summary>The mean of decimals keeps their digits; of no rows it is null, because a decimal has no NaN.</summary>
internal sealed class DecimalAverageAggregator(Scalar value, Scalar? predicate) : Aggregator(predicate)
{
    private decimal[] _sums = [];
    private long[] _counts = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _sums, groupCount, 0);
        Reach(ref _counts, groupCount, 0);
        var vector = value.Evaluate(batch);
        var values = Vectors.Dense<decimal>(vector);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] >= 0 && !vector.IsNull(i))
            {
                _sums[groups[i]] += values[i];
                _counts[groups[i]]++;
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _sums, groupCount, 0);
        Reach(ref _counts, groupCount, 0);
        var means = _sums.Zip(_counts, (sum, count) => count == 0 ? 0 : sum / count).ToArray();
        return [Build(KqlType.Decimal, means, i => _counts[i] == 0, groupCount)];
    }
}

/// <summary>Variance and standard deviation, of a sample or of the whole; of fewer than two rows 0.</summary>
internal sealed class VarianceAggregator(Scalar value, Scalar? predicate, bool root, bool whole) : Aggregator(predicate)
{
    private long[] _counts = [];
    private double[] _means = [];
    private double[] _squares = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _counts, groupCount, 0);
        Reach(ref _means, groupCount, 0);
        Reach(ref _squares, groupCount, 0);
        var vector = value.Evaluate(batch);
        var values = Vectors.Dense<double>(vector);
        for (var i = 0; i < batch.Count; i++)
        {
            var g = groups[i];
            if (g < 0 || vector.IsNull(i))
            {
                continue;
            }

            // Welford: no large sums that cancel.
            var delta = values[i] - _means[g];
            _means[g] += delta / ++_counts[g];
            _squares[g] += delta * (values[i] - _means[g]);
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _counts, groupCount, 0);
        Reach(ref _squares, groupCount, 0);
        var results = new double[groupCount];
        for (var i = 0; i < groupCount; i++)
        {
            var divisor = whole ? _counts[i] : _counts[i] - 1;
            var variance = divisor > 0 ? _squares[i] / divisor : 0;
            results[i] = root ? Math.Sqrt(variance) : variance;
        }

        return [Build(KqlType.Real, results, null, groupCount)];
    }
}

internal sealed class BitsAggregator(KqlType type, Scalar value, Func<long, long, long> combine) : Aggregator(null)
{
    private long[] _bits = [];
    private bool[] _any = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _bits, groupCount, 0);
        Reach(ref _any, groupCount, false);
        var vector = value.Evaluate(batch);
        var values = Vectors.Dense<long>(vector);
        for (var i = 0; i < batch.Count; i++)
        {
            var g = groups[i];
            if (g >= 0 && !vector.IsNull(i))
            {
                _bits[g] = _any[g] ? combine(_bits[g], values[i]) : values[i];
                _any[g] = true;
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _bits, groupCount, 0);
        Reach(ref _any, groupCount, false);
        return [Build(type, _bits, i => !_any[i], groupCount)];
    }
}
