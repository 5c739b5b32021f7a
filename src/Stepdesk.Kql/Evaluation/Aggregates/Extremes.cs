using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Aggregates;

/// <summary>min and max of values that compare as they are stored.</summary>
internal sealed class ExtremeAggregator<T>(Scalar value, Scalar? predicate, bool max) : Aggregator(predicate)
    where T : struct, IComparable<T>
{
    private T[] _best = [];
    private bool[] _any = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _best, groupCount, default);
        Reach(ref _any, groupCount, false);
        var vector = value.Evaluate(batch);
        var values = Vectors.Dense<T>(vector);
        var nulls = vector.Nulls;
        for (var i = 0; i < batch.Count; i++)
        {
            var g = groups[i];
            if (g < 0 || (nulls is not null && nulls[i]) || IsNaN(values[i]))
            {
                continue;
            }

            if (!_any[g] || (max ? values[i].CompareTo(_best[g]) > 0 : values[i].CompareTo(_best[g]) < 0))
            {
                _best[g] = values[i];
                _any[g] = true;
            }
        }
    }

    private static bool IsNaN(T value) => typeof(T) == typeof(double) && double.IsNaN((double)(object)value);

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _best, groupCount, default);
        Reach(ref _any, groupCount, false);
        return [Build(value.Type, _best, i => !_any[i], groupCount)];
    }
}

/// <summary>min and max of strings and dynamics.</summary>
internal sealed class BoxedExtremeAggregator(Scalar value, Scalar? predicate, bool max) : Aggregator(predicate)
{
    private object?[] _best = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _best, groupCount, null);
        var vector = value.Evaluate(batch);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] < 0 || vector[i] is not { } item)
            {
                continue;
            }

            ref var best = ref _best[groups[i]];
            if (best is null || (Ordered.Compare(item, best) > 0) == max)
            {
                best = item;
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _best, groupCount, null);
        var builder = new ColumnBuilder(value.Type, groupCount);
        for (var i = 0; i < groupCount; i++)
        {
            builder.Append(_best[i]);
        }

        return [builder.ToColumn()];
    }
}

/// <summary>arg_max and arg_min: finds the row of each group and computes the wanted values there.</summary>
internal sealed class ArgAggregator(Scalar value, Scalar[] wanted, bool max) : Aggregator(null)
{
    private int[] _rows = [];
    private object?[] _boxed = [];
    private long[] _longs = [];
    private double[] _reals = [];
    private bool[] _has = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _rows, groupCount, -1);
        Reach(ref _has, groupCount, false);
        var vector = value.Evaluate(batch);
        switch (vector)
        {
            case Vector<long> longs:
                Reach(ref _longs, groupCount, 0);
                Scan(batch, groups, vector, longs.Values, _longs);
                break;
            case Vector<double> reals:
                Reach(ref _reals, groupCount, 0);
                Scan(batch, groups, vector, reals.Values, _reals);
                break;
            default:
                Reach(ref _boxed, groupCount, null);
                ScanBoxed(batch, groups, vector);
                break;
        }
    }

    private void Scan<T>(Batch batch, int[] groups, Vector vector, T[] values, T[] best)
        where T : IComparable<T>
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var g = groups[i];
            if (g < 0)
            {
                continue;
            }

            if (vector.IsNull(i))
            {
                // Only nulls: the first row answers.
                _rows[g] = _rows[g] < 0 ? batch.Rows[i] : _rows[g];
            }
            else if (!_has[g] || (max ? values[i].CompareTo(best[g]) > 0 : values[i].CompareTo(best[g]) < 0))
            {
                best[g] = values[i];
                _has[g] = true;
                _rows[g] = batch.Rows[i];
            }
        }
    }

    private void ScanBoxed(Batch batch, int[] groups, Vector vector)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var g = groups[i];
            if (g < 0)
            {
                continue;
            }

            if (vector[i] is not { } item)
            {
                _rows[g] = _rows[g] < 0 ? batch.Rows[i] : _rows[g];
            }
            else if (!_has[g] || (Ordered.Compare(item, _boxed[g]!) * (max ? 1 : -1)) > 0)
            {
                _boxed[g] = item;
                _has[g] = true;
                _rows[g] = batch.Rows[i];
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _rows, groupCount, -1);
        return PickedValues.Of(source, _rows, groupCount, wanted);
    }
}

/// <summary>take_any: the first row; of a single column the first value that is there.</summary>
internal sealed class AnyAggregator(Scalar[] wanted, Scalar? predicate) : Aggregator(predicate)
{
    private int[] _rows = [];
    private bool[] _has = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _rows, groupCount, -1);
        Reach(ref _has, groupCount, false);
        var vector = wanted.Length == 1 ? wanted[0].Evaluate(batch) : null;
        for (var i = 0; i < batch.Count; i++)
        {
            var g = groups[i];
            if (g < 0 || _has[g])
            {
                continue;
            }

            var present = vector is null || vector[i] is not (null or "");
            if (_rows[g] < 0 || present)
            {
                _rows[g] = batch.Rows[i];
                _has[g] = present;
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _rows, groupCount, -1);
        return PickedValues.Of(source, _rows, groupCount, wanted);
    }
}

internal static class PickedValues
{
    public static IReadOnlyList<Column> Of(KqlTable source, int[] rows, int count, Scalar[] wanted)
    {
        var picked = source.Pick(rows, count);
        var columns = new Column[wanted.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            if (wanted[i] is ColumnScalar column)
            {
                columns[i] = picked.Columns[column.Ordinal];
                continue;
            }

            var builder = new ColumnBuilder(wanted[i].Type, count);
            foreach (var batch in Batch.Over(picked))
            {
                builder.Append(wanted[i].Evaluate(batch));
            }

            columns[i] = builder.ToColumn();
        }

        return columns;
    }
}
