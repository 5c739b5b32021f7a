using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Functions that look at other rows of the serialized table.</summary>
internal static class WindowFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } = Functions().Select(f => f with { NeedsOrder = true });

    private static FunctionInfo[] Functions() =>
        [
            Declare.Function("prev", 1, 3, c => Neighbour(c, -1)),
            Declare.Function("next", 1, 3, c => Neighbour(c, 1)),
            Declare.Function("row_number", 0, 2, RowNumber),
            Declare.Function("row_cumsum", 1, 2, CumulativeSum),
            Declare.Function("row_rank_dense", 1, 2, c => Rank(c, dense: true)),
            Declare.Function("row_rank_min", 1, 2, c => Rank(c, dense: false)),
            Declare.Function("row_window_session", 3, 4, Session),
        ];

    private static Scalar? Neighbour(Call call, int direction)
    {
        var offset = call.Count > 1 ? Conversions.AsLong(call.ConstantAt(1)).Value : 1;
        var fallback = call.Count > 2 ? call.ConstantAt(2) : null;
        return new Shifted(call[0], (int)Math.Clamp(offset, -1_000_000_000, 1_000_000_000) * direction, fallback);
    }

    private static Scalar? RowNumber(Call call)
    {
        var first = call.Count > 0 ? Conversions.AsLong(call.ConstantAt(0)).Value : 1;
        var restart = call.Count > 1 ? call.As(1, KqlType.Bool) : new Constant(KqlType.Bool, false);
        return new WholeTable(
            KqlType.Long,
            [restart],
            (v, results) =>
            {
                var number = first - 1;
                for (var row = 0; row < results.Length; row++)
                {
                    number = row > 0 && v(0, row) is true ? first : number + 1;
                    results[row] = number;
                }
            }
        );
    }

    private static Scalar? CumulativeSum(Call call)
    {
        var type = call[0].Type == KqlType.Int ? KqlType.Long : call[0].Type;
        if (!type.IsNumber() && type != KqlType.TimeSpan)
        {
            type = KqlType.Real;
        }

        var term = call.As(0, type);
        var restart = call.Count > 1 ? call.As(1, KqlType.Bool) : new Constant(KqlType.Bool, false);
        return new WholeTable(
            type,
            [term, restart],
            (v, results) =>
            {
                object? sum = null;
                for (var row = 0; row < results.Length; row++)
                {
                    sum = v(1, row) is true ? null : sum;
                    sum = Plus(sum, v(0, row));
                    results[row] = sum ?? Zero(type);
                }
            }
        );
    }

    private static object Zero(KqlType type) =>
        type switch
        {
            KqlType.Real => 0.0,
            KqlType.Decimal => 0m,
            _ => Cell.Box(type, 0),
        };

    private static object? Plus(object? a, object? b) =>
        (a, b) switch
        {
            (null, _) => b,
            (_, null) => a,
            (long x, long y) => unchecked(x + y),
            (double x, double y) => x + y,
            (decimal x, decimal y) => x + y,
            (TimeSpan x, TimeSpan y) => new TimeSpan(unchecked(x.Ticks + y.Ticks)),
            _ => a,
        };

    private static Scalar Rank(Call call, bool dense)
    {
        var restart = call.Count > 1 ? call.As(1, KqlType.Bool) : new Constant(KqlType.Bool, false);
        return new WholeTable(
            KqlType.Long,
            [call[0], restart],
            (v, results) =>
            {
                var rank = 0L;
                var position = 0L;
                object? before = null;
                for (var row = 0; row < results.Length; row++)
                {
                    var value = v(0, row);
                    if (row == 0 || v(1, row) is true)
                    {
                        rank = position = 1;
                    }
                    else
                    {
                        position++;
                        rank =
                            Equals(value, before) ? rank
                            : dense ? rank + 1
                            : position;
                    }

                    before = value;
                    results[row] = rank;
                }
            }
        );
    }

    private static Scalar? Session(Call call)
    {
        var restart = call.Count > 3 ? call.As(3, KqlType.Bool) : new Constant(KqlType.Bool, false);
        return new WholeTable(
            KqlType.DateTime,
            [call.As(0, KqlType.DateTime), call.As(1, KqlType.TimeSpan), call.As(2, KqlType.TimeSpan), restart],
            (v, results) =>
            {
                DateTime? first = null;
                DateTime? last = null;
                for (var row = 0; row < results.Length; row++)
                {
                    if (v(0, row) is not DateTime at)
                    {
                        first = null;
                        continue;
                    }

                    if (
                        first is null
                        || v(3, row) is true
                        || (v(1, row) is TimeSpan longest && at - first >= longest)
                        || (v(2, row) is TimeSpan gap && at - last >= gap)
                    )
                    {
                        first = at;
                    }

                    last = at;
                    results[row] = first;
                }
            }
        );
    }

    private sealed class Shifted(Scalar value, int offset, object? fallback) : Scalar(value.Type, value)
    {
        public override bool IsConstant => false;

        public override Vector Evaluate(Batch batch)
        {
            var rows = new int[batch.Count];
            var outside = false;
            for (var i = 0; i < rows.Length; i++)
            {
                var row = batch.Rows[i] + offset;
                rows[i] = row >= 0 && row < batch.Table.Count ? row : -1;
                outside |= rows[i] < 0;
            }

            var vector = value.Evaluate(new Batch(batch.Table, new Rows(rows, 0, rows.Length)));
            if (!outside || (vector.Type != KqlType.String && fallback is null && value is ColumnScalar))
            {
                return vector;
            }

            var values = new object?[rows.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = rows[i] < 0 ? Conversions.Boxed(Type, fallback) : vector[i];
            }

            return Vectors.Of(Type, values);
        }
    }

    /// <summary>A column that is computed over all rows in order, once per table.</summary>
    private sealed class WholeTable(KqlType type, Scalar[] arguments, Action<Func<int, int, object?>, object?[]> fill)
        : Scalar(type, arguments)
    {
        private KqlTable? _table;
        private Column? _column;

        public override bool IsConstant => false;

        public override Vector Evaluate(Batch batch)
        {
            if (!ReferenceEquals(_table, batch.Table) || _column is null)
            {
                _table = batch.Table;
                _column = Compute(batch.Table);
            }

            return _column.Read(batch.Rows);
        }

        private Column Compute(KqlTable table)
        {
            var inputs = arguments.Select(a => new ColumnBuilder(a.Type, table.Count)).ToArray();
            foreach (var batch in Batch.Over(table))
            {
                for (var i = 0; i < inputs.Length; i++)
                {
                    inputs[i].Append(arguments[i].Evaluate(batch));
                }
            }

            var all = new Rows(0, table.Count);
            var vectors = inputs.Select(i => i.ToColumn().Read(all)).ToArray();
            var results = new object?[table.Count];
            fill((argument, row) => vectors[argument][row], results);
            var builder = new ColumnBuilder(Type, table.Count);
            foreach (var result in results)
            {
                builder.Append(result);
            }

            return builder.ToColumn();
        }
    }
}
