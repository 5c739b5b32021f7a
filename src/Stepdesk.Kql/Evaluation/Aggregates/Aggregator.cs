using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Aggregates;

/// <summary>Collects rows into groups. One instance serves one execution.</summary>
public abstract class Aggregator(Scalar? predicate)
{
    private int[] _masked = new int[Batch.Size];

    /// <summary>Rows whose group is negative do not count.</summary>
    protected abstract void AddRows(Batch batch, int[] groups, int groupCount);

    /// <summary>One column per result, one row per group; <paramref name="source"/> is what was aggregated.</summary>
    public abstract IReadOnlyList<Column> Results(int groupCount, KqlTable source);

    public void Add(Batch batch, int[] groups, int groupCount)
    {
        if (predicate is null)
        {
            AddRows(batch, groups, groupCount);
            return;
        }

        var test = predicate.Evaluate(batch);
        var flags = Vectors.Dense<bool>(test);
        if (_masked.Length < batch.Count)
        {
            _masked = new int[batch.Count];
        }

        for (var i = 0; i < batch.Count; i++)
        {
            _masked[i] = flags[i] && !test.IsNull(i) ? groups[i] : -1;
        }

        AddRows(batch, _masked, groupCount);
    }

    protected static void Reach<T>(ref T[] state, int count, T initial)
    {
        if (state.Length >= count)
        {
            return;
        }

        var from = state.Length;
        Array.Resize(ref state, Math.Max(count, Math.Max(16, from * 2)));
        state.AsSpan(from).Fill(initial);
    }

    protected static Column Build<T>(KqlType type, T[] values, Func<int, bool>? isNull, int count)
        where T : struct
    {
        var nulls = isNull is null ? null : new bool[count];
        for (var i = 0; nulls is not null && i < count; i++)
        {
            nulls[i] = isNull!(i);
        }

        return ColumnBuilder.From(new Vector<T>(type, values, count) { Nulls = nulls });
    }
}
