using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>+ - * / % on numbers and times. Null is sticky; whole numbers divide to whole numbers.</summary>
public static class Arithmetic
{
    /// <summary>Null when the operator is not defined for the two types.</summary>
    public static Scalar? Bind(string op, Scalar left, Scalar right)
    {
        if (left.Type == KqlType.Dynamic || right.Type == KqlType.Dynamic)
        {
            return BindDynamic(op, left, right);
        }

        if (left.Type.IsNumber() && right.Type.IsNumber())
        {
            return Comparisons.CommonType(left.Type, right.Type) switch
            {
                KqlType.Decimal => OfDecimal(
                    op,
                    Conversions.To(KqlType.Decimal, left),
                    Conversions.To(KqlType.Decimal, right)
                ),
                KqlType.Real => OfReal(op, Conversions.To(KqlType.Real, left), Conversions.To(KqlType.Real, right)),
                _ => OfLong(op, KqlType.Long, left, right),
            };
        }

        return BindTimes(op, left, right) is { } scalar ? Scalar.Fold(scalar) : null;
    }

    // A dynamic takes the type of the other side; two dynamics are decided row by row.
    private static Scalar? BindDynamic(string op, Scalar left, Scalar right)
    {
        if (left.Type == right.Type)
        {
            return MapMany.Of(KqlType.Dynamic, [left, right], v => Dynamic(op, v[0], v[1]));
        }

        var other = left.Type == KqlType.Dynamic ? right.Type : left.Type;
        var type = other switch
        {
            KqlType.Int => KqlType.Long,
            KqlType.Long or KqlType.Real or KqlType.Decimal or KqlType.TimeSpan or KqlType.DateTime => other,
            _ => (KqlType?)null,
        };
        if (type is null)
        {
            return null;
        }

        return type == KqlType.DateTime && op is not "-"
            ? null
            : Bind(op, Conversions.To(type.Value, left), Conversions.To(type.Value, right));
    }

    private static object? Dynamic(string op, object? a, object? b) =>
        (a, b) switch
        {
            (long x, long y) => LongResult(op, x, y) is { Has: true } n ? n.Value : null,
            (long or double, long or double) => RealResult(
                op,
                Conversions.AsReal(a).Value,
                Conversions.AsReal(b).Value
            ),
            _ => null,
        };

    private static Scalar? BindTimes(string op, Scalar left, Scalar right) =>
        (op, left.Type, right.Type) switch
        {
            ("+" or "-", KqlType.TimeSpan, KqlType.TimeSpan) => OfLong(op, KqlType.TimeSpan, left, right),
            ("+", KqlType.DateTime, KqlType.TimeSpan) => Instants(left, right, (a, b) => a + b),
            ("+", KqlType.TimeSpan, KqlType.DateTime) => Instants(left, right, (a, b) => a + b),
            ("-", KqlType.DateTime, KqlType.TimeSpan) => Instants(left, right, (a, b) => a - b),
            ("-", KqlType.DateTime, KqlType.DateTime) => OfLong(op, KqlType.TimeSpan, left, right),
            ("/", KqlType.TimeSpan, KqlType.TimeSpan) or ("/", KqlType.DateTime, KqlType.TimeSpan) => Map<
                long,
                long,
                double
            >.Of(KqlType.Real, left, right, (a, b) => (double)a / b),
            ("%", KqlType.TimeSpan, KqlType.TimeSpan) or ("%", KqlType.DateTime, KqlType.TimeSpan) => OfLong(
                op,
                KqlType.TimeSpan,
                left,
                right
            ),
            ("*" or "/", KqlType.TimeSpan, var number) when number.IsNumber() => Scaled(op, left, right),
            ("*", var number, KqlType.TimeSpan) when number.IsNumber() => Scaled(op, right, left),
            _ => null,
        };

    private static Scalar Instants(Scalar left, Scalar right, Func<Int128, Int128, Int128> f) =>
        Map<long, long, long>.Of(KqlType.DateTime, left, right, (a, b) => Times.InRange(f(a, b)));

    private static Scalar Scaled(string op, Scalar duration, Scalar number)
    {
        if (number.Type.IsInteger())
        {
            return OfLong(op, KqlType.TimeSpan, duration, number);
        }

        return Map<long, double, long>.Of(
            KqlType.TimeSpan,
            duration,
            Conversions.To(KqlType.Real, number),
            (d, n) => Conversions.AsLong(op == "*" ? d * n : d / n)
        );
    }

    private static Scalar OfLong(string op, KqlType type, Scalar left, Scalar right) =>
        Scalar.Fold(
            op switch
            {
                "+" => new Arithmetic<long, Sum>(type, left, right),
                "-" => new Arithmetic<long, Difference>(type, left, right),
                "*" => new Arithmetic<long, Product>(type, left, right),
                _ => Map<long, long, long>.Of(type, left, right, (a, b) => LongResult(op, a, b)),
            }
        );

    private static Scalar OfReal(string op, Scalar left, Scalar right) =>
        Scalar.Fold(
            op switch
            {
                "+" => new Arithmetic<double, Sum>(KqlType.Real, left, right),
                "-" => new Arithmetic<double, Difference>(KqlType.Real, left, right),
                "*" => new Arithmetic<double, Product>(KqlType.Real, left, right),
                "/" => new Arithmetic<double, Quotient>(KqlType.Real, left, right),
                _ => Map<double, double, double>.Of(KqlType.Real, left, right, (a, b) => RealResult(op, a, b)),
            }
        );

    private static Scalar OfDecimal(string op, Scalar left, Scalar right) =>
        Map<decimal, decimal, decimal>.Of(KqlType.Decimal, left, right, (a, b) => DecimalResult(op, a, b));

    private static Maybe<long> LongResult(string op, long a, long b)
    {
        unchecked
        {
            return op switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                _ when b == 0 => Maybe<long>.Null,
                "/" => b == -1 ? -a : a / b,
                _ => b == -1 ? 0 : Positive(a % b, b),
            };
        }
    }

    private static long Positive(long rest, long divisor) => rest < 0 ? rest + Math.Abs(divisor) : rest;

    private static double RealResult(string op, double a, double b)
    {
        var rest = a % b;
        return op switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            _ => rest < 0 ? rest + Math.Abs(b) : rest,
        };
    }

    private static Maybe<decimal> DecimalResult(string op, decimal a, decimal b)
    {
        try
        {
            return op switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                _ when b == 0 => Maybe<decimal>.Null,
                "/" => a / b,
                _ => a % b is var rest && rest < 0 ? rest + Math.Abs(b) : rest,
            };
        }
        catch (OverflowException)
        {
            return Maybe<decimal>.Null;
        }
    }

    /// <summary>The sign in front of a value.</summary>
    public static Scalar? Negate(Scalar value) =>
        value.Type switch
        {
            KqlType.Int when value.IsConstant => Scalar.Fold(
                new Map<long, long>(KqlType.Int, value, v => unchecked((int)-v))
            ),
            KqlType.Int or KqlType.Long => Scalar.Fold(new Map<long, long>(KqlType.Long, value, v => unchecked(-v))),
            KqlType.TimeSpan => Scalar.Fold(new Map<long, long>(value.Type, value, v => unchecked(-v))),
            KqlType.Real => Scalar.Fold(new Map<double, double>(value.Type, value, v => -v)),
            KqlType.Decimal => Scalar.Fold(new Map<decimal, decimal>(value.Type, value, v => -v)),
            KqlType.Dynamic => MapMany.Of(KqlType.Dynamic, [value], v => Dynamic("-", 0L, v[0])),
            _ => null,
        };
}

internal interface IArithmetic
{
    static abstract T Of<T>(T a, T b)
        where T : System.Numerics.INumber<T>;
}

internal readonly struct Sum : IArithmetic
{
    public static T Of<T>(T a, T b)
        where T : System.Numerics.INumber<T> => unchecked(a + b);
}

internal readonly struct Difference : IArithmetic
{
    public static T Of<T>(T a, T b)
        where T : System.Numerics.INumber<T> => unchecked(a - b);
}

internal readonly struct Product : IArithmetic
{
    public static T Of<T>(T a, T b)
        where T : System.Numerics.INumber<T> => unchecked(a * b);
}

internal readonly struct Quotient : IArithmetic
{
    public static T Of<T>(T a, T b)
        where T : System.Numerics.INumber<T> => a / b;
}

internal sealed class Arithmetic<T, TOperation>(KqlType type, Scalar left, Scalar right) : Scalar(type, left, right)
    where T : System.Numerics.INumber<T>
    where TOperation : struct, IArithmetic
{
    public override Vector Evaluate(Batch batch)
    {
        var a = left.Evaluate(batch);
        var b = right.Evaluate(batch);
        var valuesA = Vectors.Dense<T>(a).AsSpan(0, batch.Count);
        var valuesB = Vectors.Dense<T>(b).AsSpan(0, batch.Count);
        var results = new T[batch.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = TOperation.Of(valuesA[i], valuesB[i]);
        }

        bool[]? nulls = null;
        if (a.Nulls is not null || b.Nulls is not null)
        {
            nulls = new bool[batch.Count];
            for (var i = 0; i < nulls.Length; i++)
            {
                nulls[i] = a.IsNull(i) || b.IsNull(i);
            }
        }

        return new Vector<T>(Type, results, batch.Count) { Nulls = nulls };
    }
}
