using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>One key of an order. Null is the smallest value; NaN comes next to it.</summary>
public sealed record SortKey(Scalar Value, bool Ascending, bool NullsFirst);

/// <summary>sort and top: a stable order; with a limit only the best rows are kept at any time.</summary>
public sealed class SortPlan(Plan source, SortKey[] keys, long? limit) : Plan(source.Schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        if (limit <= 0)
        {
            return table.Pick([]);
        }

        var comparers = keys.Select(k => RowOrder.Of(k, table, run)).ToArray();
        var order = Comparer<int>.Create(
            (a, b) =>
            {
                run.Tick();
                foreach (var comparer in comparers)
                {
                    var result = comparer.Compare(a, b);
                    if (result != 0)
                    {
                        return result;
                    }
                }

                return a.CompareTo(b);
            }
        );
        return table.Pick(
            limit is { } most && most < table.Count ? Best(run, table.Count, (int)most, order) : All(table.Count, order)
        );
    }

    private static int[] All(int count, IComparer<int> order)
    {
        var rows = new int[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = i;
        }

        Sort(rows, count, order);
        return rows;
    }

    private static void Sort(int[] rows, int count, IComparer<int> order)
    {
        try
        {
            Array.Sort(rows, 0, count, order);
        }
        catch (InvalidOperationException failed) when (failed.InnerException is LimitException limit)
        {
            // Sorting wraps what its comparison throws.
            throw new LimitException(limit.Why);
        }
    }

    private static int[] Best(Run run, int count, int most, IComparer<int> order)
    {
        var candidates = new int[Math.Min(count, Math.Max(most * 2, 1024))];
        var held = 0;
        var worst = -1;
        for (var row = 0; row < count; row++)
        {
            if (worst >= 0 && order.Compare(row, worst) >= 0)
            {
                continue;
            }

            candidates[held++] = row;
            if (held == candidates.Length)
            {
                Sort(candidates, held, order);
                held = most;
                worst = candidates[most - 1];
                run.Continues(row);
            }
        }

        Sort(candidates, held, order);
        return candidates[..Math.Min(held, most)];
    }
}

/// <summary>Compares rows by one key, read once into an array.</summary>
internal abstract class RowOrder
{
    public abstract int Compare(int a, int b);

    public static RowOrder Of(SortKey key, KqlTable table, Run run)
    {
        var builder = new ColumnBuilder(key.Value.Type, table.Count);
        foreach (var batch in Batch.Over(table))
        {
            builder.Append(key.Value.Evaluate(batch));
            run.Keep(batch.Count * 8L, builder.Count);
        }

        var vector = builder.ToColumn().Read(new Rows(0, builder.Count));
        return vector switch
        {
            Vector<long> longs => new Typed<long>(longs.Values, longs, key),
            Vector<double> reals => new Typed<double>(reals.Values, reals, key),
            Vector<bool> flags => new Typed<bool>(flags.Values, flags, key),
            CodedVector<string> coded => new Typed<int>(Ranks(coded), coded, key),
            HexVector hex => new Typed<UInt128>(hex.Values, hex, key),
            _ => new BoxedOrder(vector, key),
        };
    }

    private static int[] Ranks(CodedVector<string> coded)
    {
        var used = new HashSet<int>(coded.Codes);
        var rank = new int[coded.Pool.Count];
        var next = 0;
        string? before = null;
        foreach (var code in used.OrderBy(c => coded.Pool.Items[c], StringComparer.Ordinal))
        {
            // Two codes may stand for one text.
            next += before is not null && before != coded.Pool.Items[code] ? 1 : 0;
            before = coded.Pool.Items[code];
            rank[code] = next;
        }

        return Array.ConvertAll(coded.Codes, c => rank[c]);
    }

    private sealed class Typed<T>(T[] values, Vector vector, SortKey key) : RowOrder
        where T : IComparable<T>
    {
        private readonly bool _nulls = vector.Nulls is not null;
        private readonly int _sign = key.Ascending ? 1 : -1;

        public override int Compare(int a, int b)
        {
            if (_nulls)
            {
                var noA = vector.Nulls![a];
                var noB = vector.Nulls[b];
                if (noA || noB)
                {
                    return noA == noB ? 0
                        : noA == key.NullsFirst ? -1
                        : 1;
                }
            }

            // NaN compares as smaller than every number, which is next to null.
            return values[a].CompareTo(values[b]) * _sign;
        }
    }

    private sealed class BoxedOrder(Vector vector, SortKey key) : RowOrder
    {
        public override int Compare(int a, int b)
        {
            var x = vector[a];
            var y = vector[b];
            if (x is null || y is null)
            {
                return x is null == y is null ? 0
                    : x is null == key.NullsFirst ? -1
                    : 1;
            }

            return Functions.Ordered.Compare(x, y) * (key.Ascending ? 1 : -1);
        }
    }
}
