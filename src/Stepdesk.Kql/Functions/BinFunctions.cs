using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Values laid into bins of one size.</summary>
internal static class BinFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Function("bin", 2, 2, Bin, NameRule.FirstArgument),
        Declare.Function("floor", 1, 2, Bin, NameRule.FirstArgument),
        Declare.Function("bin_at", 3, 3, BinAt, NameRule.FirstArgument),
        Declare.Function("around", 3, 3, Around),
    ];

    private static Scalar? Bin(Call call)
    {
        if (call.Count == 1)
        {
            return NumberFunctions.Whole(call, Math.Floor);
        }

        var value = call[0];
        var size = call[1];
        if (value.Type == KqlType.Dynamic)
        {
            value = Conversions.To(size.Type == KqlType.TimeSpan ? KqlType.DateTime : KqlType.Real, value);
        }

        return (value.Type, size.Type) switch
        {
            (KqlType.DateTime, KqlType.TimeSpan) or (KqlType.TimeSpan, KqlType.TimeSpan) => LongBin(
                value.Type,
                value,
                size
            ),
            (KqlType.DateTime, KqlType.DateTime) => LongBin(value.Type, value, size),
            var (a, b) when a.IsInteger() && b.IsInteger() => LongBin(KqlType.Long, value, size),
            (KqlType.Decimal, var b) when b.IsNumber() => Map<decimal, decimal, decimal>.Of(
                KqlType.Decimal,
                value,
                Conversions.To(KqlType.Decimal, size),
                (v, s) => s <= 0 ? Maybe<decimal>.Null : Math.Floor(v / s) * s
            ),
            var (a, b) when a.IsNumber() && b.IsNumber() => Map<double, double, double>.Of(
                KqlType.Real,
                Conversions.To(KqlType.Real, value),
                Conversions.To(KqlType.Real, size),
                (v, s) => s > 0 ? Math.Floor(v / s) * s : Maybe<double>.Null
            ),
            // A number of ticks is a size too.
            (KqlType.DateTime or KqlType.TimeSpan, var b) when b.IsInteger() => LongBin(value.Type, value, size),
            _ => Refuse(call),
        };
    }

    private static Scalar? Refuse(Call call)
    {
        call.Fail(Messages.NoOperator(call.Span, call.Name, call[0].Type.Name(), call[1].Type.Name()));
        return null;
    }

    private static Scalar LongBin(KqlType type, Scalar value, Scalar size)
    {
        if (size.IsConstant)
        {
            var step = size.Value is { } s ? Cell.Unbox(s) : 0;
            // Rows near each other mostly fall into the bin of the row before: no division then.
            var low = long.MaxValue;
            return Scalar.Fold(
                new Map<long, long>(
                    type,
                    value,
                    v =>
                    {
                        if (step <= 0)
                        {
                            return Maybe<long>.Null;
                        }

                        if (v < low || v - low >= step)
                        {
                            low = Times.Floor(v, step);
                        }

                        return low;
                    }
                )
            );
        }

        return Map<long, long, long>.Of(type, value, size, (v, s) => s > 0 ? Times.Floor(v, s) : Maybe<long>.Null);
    }

    private static Scalar? BinAt(Call call)
    {
        var type = call[0].Type;
        if (type.IsTime() || (type.IsInteger() && call[1].Type.IsInteger() && call[2].Type.IsInteger()))
        {
            var sizeType = type.IsTime() && call[1].Type == KqlType.TimeSpan ? KqlType.TimeSpan : KqlType.Long;
            return MapMany.Of(
                type == KqlType.Int ? KqlType.Long : type,
                [call[0], call.As(1, sizeType), call.As(2, type)],
                v =>
                {
                    if (v[0] is null || v[1] is null || v[2] is null || Cell.Unbox(v[1]!) is var size && size <= 0)
                    {
                        return null;
                    }

                    var origin = Cell.Unbox(v[2]!);
                    return Cell.Box(type, origin + Times.Floor(Cell.Unbox(v[0]!) - origin, Cell.Unbox(v[1]!)));
                }
            );
        }

        return MapMany.Of(
            KqlType.Real,
            [call.As(0, KqlType.Real), call.As(1, KqlType.Real), call.As(2, KqlType.Real)],
            v =>
                v[0] is double value && v[1] is double size and > 0 && v[2] is double origin
                    ? origin + (Math.Floor((value - origin) / size) * size)
                    : null
        );
    }

    private static Scalar? Around(Call call)
    {
        var delta = call[2];
        var low = Arithmetic.Bind("-", call[1], delta);
        var high = Arithmetic.Bind("+", call[1], delta);
        return low is null || high is null ? Refuse(call) : Comparisons.Between(call[0], low, high, not: false);
    }
}
