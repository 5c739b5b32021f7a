using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

internal static class NumberFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Function("round", 1, 2, Round, NameRule.FirstArgument),
        Declare.Function("ceiling", 1, 1, Ceiling, NameRule.FirstArgument),
        Declare.Function("abs", 1, 1, Abs, NameRule.FirstArgument),
        Declare.Function(
            "sign",
            1,
            1,
            c =>
                Scalar.Fold(
                    new Map<double, double>(
                        KqlType.Real,
                        c.As(0, KqlType.Real),
                        v => double.IsNaN(v) ? v : Math.Sign(v)
                    )
                )
        ),
        Declare.Real("sqrt", Math.Sqrt),
        Declare.Real("exp", Math.Exp),
        Declare.Real("exp2", v => Math.Pow(2, v)),
        Declare.Real("exp10", v => Math.Pow(10, v), NameRule.None),
        Declare.Real("log", Math.Log),
        Declare.Real("log2", Math.Log2),
        Declare.Real("log10", Math.Log10),
        Declare.Real("sin", Math.Sin),
        Declare.Real("cos", Math.Cos),
        Declare.Real("tan", Math.Tan),
        Declare.Real("asin", Math.Asin),
        Declare.Real("acos", Math.Acos),
        Declare.Real("atan", Math.Atan),
        Declare.Real("cot", v => 1 / Math.Tan(v), NameRule.None),
        Declare.Real("degrees", v => v * 180 / Math.PI, NameRule.None),
        Declare.Real("radians", v => v * Math.PI / 180, NameRule.None),
        Declare.Function("pow", 2, 2, c => Reals(c, Math.Pow)),
        Declare.Function("atan2", 2, 2, c => Reals(c, Math.Atan2), NameRule.FirstArgument),
        Declare.Function("pi", 0, 0, _ => new Constant(KqlType.Real, Math.PI)),
        Declare.Function("isnan", 1, 1, c => Test(c, double.IsNaN)),
        Declare.Function("isinf", 1, 1, c => Test(c, double.IsInfinity)),
        Declare.Function("isfinite", 1, 1, c => Test(c, double.IsFinite)),
        Declare.Function("min_of", 2, 64, c => Extreme(c, -1)),
        Declare.Function("max_of", 2, 64, c => Extreme(c, 1)),
        Binary("binary_and", (a, b) => a & b),
        Binary("binary_or", (a, b) => a | b),
        Binary("binary_xor", (a, b) => a ^ b),
        // The distance counts modulo 64 and may not be negative.
        Binary("binary_shift_left", (a, b) => b < 0 ? Maybe<long>.Null : a << (int)(b & 63)),
        Binary("binary_shift_right", (a, b) => b < 0 ? Maybe<long>.Null : a >> (int)(b & 63)),
        Declare.Function("binary_not", 1, 1, c => Longs(c, v => ~v), NameRule.FirstArgument),
        Declare.Function(
            "bitset_count_ones",
            1,
            1,
            c => Longs(c, v => System.Numerics.BitOperations.PopCount((ulong)v)),
            NameRule.FirstArgument
        ),
        Declare.Function(
            "rand",
            0,
            1,
            c => new RandomNumbers(c.Count == 1 ? Conversions.AsLong(c.ConstantAt(0)).Value : 0),
            NameRule.FirstArgument
        ),
        Declare.Many("format_bytes", 1, 3, KqlType.String, FormatBytes, NameRule.FirstArgument),
    ];

    private static Scalar Reals(Call call, Func<double, double, double> f) =>
        Map<double, double, double>.Of(
            KqlType.Real,
            call.As(0, KqlType.Real),
            call.As(1, KqlType.Real),
            (a, b) => f(a, b)
        );

    private static Map<double, bool> Tested(Call call, Func<double, bool> test) =>
        new(KqlType.Bool, call.As(0, KqlType.Real), v => test(v));

    private static Scalar Test(Call call, Func<double, bool> test) => Scalar.Fold(Tested(call, test));

    private static Scalar Longs(Call call, Func<long, long> f) =>
        Scalar.Fold(new Map<long, long>(KqlType.Long, call.As(0, KqlType.Long), v => f(v)));

    private static FunctionInfo Binary(string name, Func<long, long, Maybe<long>> f) =>
        Declare.Function(
            name,
            2,
            2,
            c => Map<long, long, long>.Of(KqlType.Long, c.As(0, KqlType.Long), c.As(1, KqlType.Long), f),
            NameRule.FirstArgument
        );

    private static Scalar? Round(Call call)
    {
        if (call[0].Type.IsInteger() && call.Count == 1)
        {
            return call[0];
        }

        if (call[0].Type == KqlType.Decimal)
        {
            var places = call.Count > 1 ? (int)Conversions.AsLong(call.ConstantAt(1)).Value : 0;
            return Scalar.Fold(
                new Map<decimal, decimal>(
                    KqlType.Decimal,
                    call[0],
                    v => Math.Round(v, Math.Clamp(places, 0, 28), MidpointRounding.AwayFromZero)
                )
            );
        }

        var digits = call.Count > 1 ? call.As(1, KqlType.Long) : new Constant(KqlType.Long, 0L);
        var rounded = Map<double, long, double>.Of(
            KqlType.Real,
            call.As(0, KqlType.Real),
            digits,
            (v, d) => RoundTo(v, d)
        );
        return call[0].Type.IsInteger() ? Conversions.To(KqlType.Long, rounded) : rounded;
    }

    private static double RoundTo(double value, long digits)
    {
        var scale = Math.Pow(10, Math.Clamp(digits, -300, 300));
        var rounded = Math.Round(value * scale, MidpointRounding.AwayFromZero) / scale;
        return double.IsFinite(rounded) ? rounded : value;
    }

    private static Scalar? Ceiling(Call call) => Whole(call, Math.Ceiling);

    internal static Scalar Whole(Call call, Func<double, double> f) =>
        call[0].Type.IsInteger()
            ? call[0]
            : Scalar.Fold(new Map<double, double>(KqlType.Real, call.As(0, KqlType.Real), v => f(v)));

    private static Scalar Abs(Call call) =>
        call[0].Type switch
        {
            KqlType.Int or KqlType.Long => Scalar.Fold(
                new Map<long, long>(KqlType.Long, call[0], v => v < 0 ? unchecked(-v) : v)
            ),
            KqlType.TimeSpan => Scalar.Fold(
                new Map<long, long>(KqlType.TimeSpan, call[0], v => v < 0 ? unchecked(-v) : v)
            ),
            KqlType.Decimal => Scalar.Fold(new Map<decimal, decimal>(KqlType.Decimal, call[0], v => Math.Abs(v))),
            _ => Scalar.Fold(new Map<double, double>(KqlType.Real, call.As(0, KqlType.Real), v => Math.Abs(v))),
        };

    private static Scalar? Extreme(Call call, int sign)
    {
        var type = call[0].Type;
        for (var i = 1; i < call.Count; i++)
        {
            if (Comparisons.CommonType(type, call[i].Type) is not { } common)
            {
                call.Fail(Messages.ArgumentType(call.Syntax[i].Span, call.Name, type.Name(), call[i].Type.Name()));
                return null;
            }

            type = common;
        }

        var arguments = call.Arguments.Select(a => Conversions.Widen(type, a)).ToArray();
        return MapMany.Of(
            type,
            arguments,
            v =>
            {
                object? best = null;
                foreach (var item in v)
                {
                    best = item is not null && (best is null || Ordered.Compare(item, best) * sign > 0) ? item : best;
                }

                return best;
            }
        );
    }

    private static object? FormatBytes(object?[] v)
    {
        if (!Conversions.AsReal(v[0]).Has)
        {
            return "";
        }

        string[] units = ["Bytes", "KB", "MB", "GB", "TB", "PB", "EB"];
        var size = Conversions.AsReal(v[0]).Value;
        var precision = v.Length > 1 ? Conversions.AsLong(v[1]).Value : 0;
        var wanted =
            v.Length > 2
                ? Array.FindIndex(units, u => u.Equals(Format.Text(v[2]), StringComparison.OrdinalIgnoreCase))
                : -1;
        var unit = 0;
        while (wanted >= 0 ? unit < wanted : size >= 1024 && unit < units.Length - 1)
        {
            size /= 1024;
            unit++;
        }

        return $"{RoundTo(size, precision).ToString(CultureInfo.InvariantCulture)} {units[unit]}";
    }
}
