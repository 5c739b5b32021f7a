using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Conversions between types. None fails: what cannot be converted is null.</summary>
public static class Conversions
{
    private const NumberStyles IntegerStyle =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static Scalar To(KqlType target, Scalar source)
    {
        if (source.Type == target)
        {
            return source;
        }

        return Scalar.Fold(
            target switch
            {
                KqlType.String => ToText(source),
                KqlType.Bool => From(target, source, AsBool),
                KqlType.Int => From(target, source, AsInt),
                KqlType.Long => From(target, source, AsLong),
                KqlType.Real => ToReal(source),
                KqlType.Decimal => From(target, source, AsDecimal),
                KqlType.DateTime => From(target, source, AsInstant),
                KqlType.TimeSpan => From(target, source, AsDuration),
                KqlType.Guid => From(target, source, AsGuid),
                _ => new ToDynamic(source),
            }
        );
    }

    /// <summary>Widening inside a family, for operands and arguments; other pairs are the binder's to refuse.</summary>
    public static Scalar Widen(KqlType target, Scalar source) =>
        target == KqlType.Long && source.Type == KqlType.Int ? new Retyped(KqlType.Long, source) : To(target, source);

    private static Scalar ToText(Scalar source) =>
        source.Type switch
        {
            KqlType.Dynamic => new Map<object?, string>(KqlType.String, source, v => Format.Text(v), NullRule.Passed),
            KqlType.Bool => new Map<bool, string>(KqlType.String, source, v => Format.Bool(v)),
            KqlType.Real => new Map<double, string>(KqlType.String, source, v => Format.Real(v)),
            KqlType.Decimal => new Map<decimal, string>(KqlType.String, source, v => Format.Text(v)),
            KqlType.Guid => new Map<Guid, string>(KqlType.String, source, v => Format.Text(v)),
            var type => new Map<long, string>(KqlType.String, source, v => TimeText.Text(type, v)),
        };

    private static Scalar ToReal(Scalar source) =>
        source.Type switch
        {
            KqlType.Int or KqlType.Long => new Map<long, double>(KqlType.Real, source, v => v),
            _ => From(KqlType.Real, source, AsReal),
        };

    private static Scalar From<TR>(KqlType target, Scalar source, Func<object?, Maybe<TR>> f)
    {
        var type = source.Type;
        return type switch
        {
            KqlType.String => new Map<string, TR>(target, source, v => f(v)),
            KqlType.Dynamic => new Map<object?, TR>(target, source, f),
            KqlType.Bool => new Map<bool, TR>(target, source, v => f(v)),
            KqlType.Real => new Map<double, TR>(target, source, v => f(v)),
            KqlType.Decimal => new Map<decimal, TR>(target, source, v => f(v)),
            KqlType.Guid => new Map<Guid, TR>(target, source, v => f(v)),
            _ => new Map<long, TR>(target, source, v => f(Cell.Box(type, v))),
        };
    }

    public static object? Boxed(KqlType target, object? value)
    {
        return target switch
        {
            KqlType.String => Format.Text(value),
            KqlType.Bool => Box(AsBool(value)),
            KqlType.Int => Box(AsInt(value)),
            KqlType.Long => Box(AsLong(value)),
            KqlType.Real => Box(AsReal(value)),
            KqlType.Decimal => Box(AsDecimal(value)),
            KqlType.DateTime => AsInstant(value) is { Has: true } at ? Cell.Box(target, at.Value) : null,
            KqlType.TimeSpan => AsDuration(value) is { Has: true } d ? Cell.Box(target, d.Value) : null,
            KqlType.Guid => Box(AsGuid(value)),
            _ => value,
        };

        static object? Box<T>(Maybe<T> value) => value.Has ? value.Value : null;
    }

    // A whole number too wide loses its upper half, a real stops at the end, and a text says nothing.
    private static Maybe<long> AsInt(object? value) =>
        (value, AsLong(value)) switch
        {
            (_, { Has: false }) => Maybe<long>.Null,
            (double, { Value: var n }) => Math.Clamp(n, int.MinValue, int.MaxValue),
            (string or decimal, { Value: < int.MinValue or > int.MaxValue }) => Maybe<long>.Null,
            (_, { Value: var n }) => unchecked((int)n),
        };

    public static Maybe<bool> AsBool(object? value) =>
        value switch
        {
            bool flag => flag,
            long number => number != 0,
            double number => double.IsNaN(number) ? Maybe<bool>.Null : number != 0,
            decimal number => number != 0,
            string text => text.Trim().ToUpperInvariant() switch
            {
                "TRUE" => true,
                "FALSE" => false,
                var t => long.TryParse(t, IntegerStyle, CultureInfo.InvariantCulture, out var number)
                    ? number != 0
                    : Maybe<bool>.Null,
            },
            _ => Maybe<bool>.Null,
        };

    public static Maybe<long> AsLong(object? value) =>
        value switch
        {
            long number => number,
            bool flag => flag ? 1L : 0L,
            double number => double.IsNaN(number) ? Maybe<long>.Null : Saturated(number),
            decimal number => number is > long.MinValue and < long.MaxValue ? (long)number : Maybe<long>.Null,
            DateTime instant => instant.Ticks,
            TimeSpan duration => duration.Ticks,
            string text => TextAsLong(text),
            _ => Maybe<long>.Null,
        };

    private static long Saturated(double number) =>
        number >= long.MaxValue ? long.MaxValue
        : number <= long.MinValue ? long.MinValue
        : (long)number;

    private static Maybe<long> TextAsLong(string text)
    {
        if (long.TryParse(text, IntegerStyle, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return
            text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex)
            ? hex
            : Maybe<long>.Null;
    }

    public static Maybe<double> AsReal(object? value) =>
        value switch
        {
            double number => number,
            long number => (double)number,
            decimal number => (double)number,
            bool flag => flag ? 1.0 : 0.0,
            DateTime instant => (double)instant.Ticks,
            TimeSpan duration => (double)duration.Ticks,
            string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : Maybe<double>.Null,
            _ => Maybe<double>.Null,
        };

    public static Maybe<decimal> AsDecimal(object? value)
    {
        switch (value)
        {
            case decimal number:
                return number;
            case long number:
                return (decimal)number;
            case bool flag:
                return flag ? 1m : 0m;
            case double number when Math.Abs(number) < 7.9e28:
                return (decimal)number;
            case string text
                when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return number;
            default:
                return Maybe<decimal>.Null;
        }
    }

    public static Maybe<long> AsInstant(object? value) =>
        value switch
        {
            DateTime instant => instant.Ticks,
            string text => TimeText.ParseInstant(text),
            long ticks => Times.InRange(ticks),
            double ticks => InLong(ticks) is { Has: true } n ? Times.InRange(n.Value) : Maybe<long>.Null,
            _ => Maybe<long>.Null,
        };

    public static Maybe<long> AsDuration(object? value) =>
        value switch
        {
            TimeSpan duration => duration.Ticks,
            string text => TimeText.ParseDuration(text),
            long ticks => ticks,
            double ticks => InLong(ticks),
            _ => Maybe<long>.Null,
        };

    private static Maybe<long> InLong(double number) => Math.Abs(number) < 9.2e18 ? (long)number : Maybe<long>.Null;

    private static Maybe<Guid> AsGuid(object? value) =>
        value switch
        {
            Guid guid => guid,
            string text when Guid.TryParse(text, out var guid) => guid,
            _ => Maybe<Guid>.Null,
        };

    private sealed class ToDynamic(Scalar source) : Scalar(KqlType.Dynamic, source)
    {
        public override Vector Evaluate(Batch batch)
        {
            var vector = source.Evaluate(batch);
            var values = new object?[batch.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = vector[i];
            }

            return new Vector<object?>(KqlType.Dynamic, values, batch.Count);
        }
    }

    private sealed class Retyped(KqlType type, Scalar source) : Scalar(type, source)
    {
        public override Vector Evaluate(Batch batch)
        {
            var vector = source.Evaluate(batch);
            return new Vector<long>(Type, Vectors.Dense<long>(vector), batch.Count) { Nulls = vector.Nulls };
        }
    }
}
