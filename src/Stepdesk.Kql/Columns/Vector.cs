using System.Globalization;

namespace Stepdesk.Kql.Columns;

/// <summary>A short run of values of one type: what expressions are evaluated on, one batch at a time.</summary>
public abstract class Vector(KqlType type, int length)
{
    public KqlType Type { get; } = type;
    public int Length { get; } = length;

    /// <summary>Marks the nulls of value types; strings have none, a dynamic null is the value itself.</summary>
    public bool[]? Nulls { get; set; }

    public abstract object? this[int row] { get; }

    public virtual bool IsNull(int row) => Nulls is not null && Nulls[row];
}

/// <summary>Plain values, one per row.</summary>
public sealed class Vector<T>(KqlType type, T[] values, int length) : Vector(type, length)
{
    public T[] Values { get; } = values;

    public override object? this[int row] =>
        IsNull(row) ? null
        : Values is long[] longs ? Cell.Box(Type, longs[row])
        : Values[row];

    public override bool IsNull(int row) =>
        Nulls is not null ? Nulls[row] : Type == KqlType.Dynamic && Values[row] is null;
}

/// <summary>Codes into a pool of distinct values: a predicate then costs once per distinct value, not once per row.</summary>
public sealed class CodedVector<T>(KqlType type, int[] codes, Pool<T> pool, int length) : Vector(type, length)
{
    public int[] Codes { get; } = codes;
    public Pool<T> Pool { get; } = pool;

    public override object? this[int row] => Pool.Items[Codes[row]];

    public override bool IsNull(int row) => Type == KqlType.Dynamic && Pool.Items[Codes[row]] is null;
}

/// <summary>Trace and span ids: 32 (or 16) lower-case hex digits kept as numbers.</summary>
public sealed class HexVector(UInt128[] values, int digits, int length) : Vector(KqlType.String, length)
{
    public UInt128[] Values { get; } = values;
    public int Digits { get; } = digits;

    public override object? this[int row] => IsMissing(row) ? "" : Hex.Text(Values[row], Digits);

    /// <summary>A row that joins found no partner for: its string is empty, as every missing string is.</summary>
    public bool[]? Missing { get; init; }

    public bool IsMissing(int row) => Missing is not null && Missing[row];
}

/// <summary>Hex text as a number and back.</summary>
public static class Hex
{
    public static string Text(UInt128 value, int digits) =>
        digits == 32
            ? value.ToString("x32", CultureInfo.InvariantCulture)
            : ((ulong)value).ToString("x16", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out UInt128 value)
    {
        value = 0;
        var (high, low) = (0UL, 0UL);
        if (
            text.Length is not (32 or 16)
            || (text.Length == 32 && !TryParseHalf(text.AsSpan(0, 16), out high))
            || !TryParseHalf(text.AsSpan(text.Length - 16), out low)
        )
        {
            return false;
        }

        value = new UInt128(high, low);
        return true;
    }

    // Eight bytes at a time: shifting all sixteen for each digit costs three times as much.
    private static bool TryParseHalf(ReadOnlySpan<char> digits, out ulong value)
    {
        value = 0;
        foreach (var c in digits)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
            {
                digit = (uint)(c - 'a');
                if (digit > 5)
                {
                    return false;
                }

                digit += 10;
            }

            value = (value << 4) | digit;
        }

        return true;
    }
}

/// <summary>Ways to look at a vector as the array a loop needs.</summary>
public static class Vectors
{
    public static T[] Dense<T>(Vector vector)
    {
        switch (vector)
        {
            case Vector<T> plain:
                return plain.Values;
            case CodedVector<T> coded:
                var items = coded.Pool.Items;
                var values = new T[coded.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = items[coded.Codes[i]];
                }

                return values;
            default:
                var boxed = new T[vector.Length];
                for (var i = 0; i < boxed.Length; i++)
                {
                    boxed[i] = vector[i] is T value ? value : default!;
                }

                return boxed;
        }
    }

    public static Vector Of(KqlType type, object?[] values)
    {
        var builder = new ColumnBuilder(type);
        foreach (var value in values)
        {
            builder.Append(value);
        }

        return builder.ToColumn().Read(new Rows(0, values.Length));
    }

    public static Vector Repeat(KqlType type, object? value, int length)
    {
        switch (type)
        {
            case KqlType.String:
                return new CodedVector<string>(type, new int[length], new Pool<string>((string?)value ?? ""), length);
            case KqlType.Dynamic:
                return new CodedVector<object?>(type, new int[length], new Pool<object?>(value), length);
            case KqlType.Bool:
                return Fill(type, value, length, v => (bool)v);
            case KqlType.Real:
                return Fill(type, value, length, v => (double)v);
            case KqlType.Decimal:
                return Fill(type, value, length, v => (decimal)v);
            case KqlType.Guid:
                return Fill(type, value, length, v => (Guid)v);
            default:
                return Fill(type, value, length, Cell.Unbox);
        }
    }

    private static Vector<T> Fill<T>(KqlType type, object? value, int length, Func<object, T> unbox)
    {
        var values = new T[length];
        if (value is null)
        {
            var nulls = new bool[length];
            Array.Fill(nulls, true);
            return new Vector<T>(type, values, length) { Nulls = nulls };
        }

        Array.Fill(values, unbox(value));
        return new Vector<T>(type, values, length);
    }
}
