using System.Numerics;

namespace Stepdesk.Kql.Columns;

/// <summary>A stored column. Reading gives vectors; how it is kept is its own matter.</summary>
public abstract class Column(KqlType type, int length)
{
    public KqlType Type { get; } = type;
    public int Length { get; } = length;

    /// <summary>Bytes this column alone keeps alive, for the memory budget.</summary>
    public abstract long Bytes { get; }

    public abstract Vector Read(Rows rows);

    public object? this[int row] => Read(new Rows(row, 1))[0];
}

/// <summary>Fixed-size values with a bitmap of nulls.</summary>
public sealed class ValueColumn<T>(KqlType type, T[] values, ulong[]? nulls, int length) : Column(type, length)
    where T : struct
{
    public override long Bytes =>
        ((long)Length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()) + (nulls?.Length * 8L ?? 0);

    public override Vector Read(Rows rows)
    {
        var result = new T[rows.Count];
        bool[]? missing = null;
        if (rows.IsRange)
        {
            Array.Copy(values, rows.Start, result, 0, rows.Count);
            if (nulls is not null)
            {
                missing = new bool[rows.Count];
                for (var i = 0; i < missing.Length; i++)
                {
                    missing[i] = Bits.Has(nulls, rows.Start + i);
                }
            }

            return new Vector<T>(Type, result, rows.Count) { Nulls = missing };
        }

        var picked = rows.Picked;
        for (var i = 0; i < picked.Length; i++)
        {
            var row = picked[i];
            if (row < 0 || (nulls is not null && Bits.Has(nulls, row)))
            {
                (missing ??= new bool[rows.Count])[i] = true;
            }
            else
            {
                result[i] = values[row];
            }
        }

        return new Vector<T>(Type, result, rows.Count) { Nulls = missing };
    }
}

/// <summary>Ints are kept in four bytes and read as longs.</summary>
public sealed class IntColumn(int[] values, ulong[]? nulls, int length) : Column(KqlType.Int, length)
{
    public override long Bytes => (Length * 4L) + (nulls?.Length * 8L ?? 0);

    public override Vector Read(Rows rows)
    {
        var result = new long[rows.Count];
        bool[]? missing = null;
        for (var i = 0; i < result.Length; i++)
        {
            var row = rows[i];
            if (row < 0 || (nulls is not null && Bits.Has(nulls, row)))
            {
                (missing ??= new bool[rows.Count])[i] = true;
            }
            else
            {
                result[i] = values[row];
            }
        }

        return new Vector<long>(KqlType.Int, result, rows.Count) { Nulls = missing };
    }
}

/// <summary>Strings or dynamics as codes of one, two or four bytes into a pool.</summary>
public sealed class CodedColumn<TItem, TCode>(KqlType type, TCode[] codes, Pool<TItem> pool, int empty, int length)
    : Column(type, length)
    where TCode : struct, IBinaryInteger<TCode>
{
    public override long Bytes => (long)Length * System.Runtime.CompilerServices.Unsafe.SizeOf<TCode>();

    public override Vector Read(Rows rows)
    {
        var result = new int[rows.Count];
        if (rows.IsRange)
        {
            var source = codes.AsSpan(rows.Start, rows.Count);
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = int.CreateTruncating(source[i]);
            }
        }
        else
        {
            var picked = rows.Picked;
            for (var i = 0; i < result.Length; i++)
            {
                var row = picked[i];
                result[i] = row < 0 ? empty : int.CreateTruncating(codes[row]);
            }
        }

        return new CodedVector<TItem>(Type, result, pool, rows.Count);
    }
}

/// <summary>Strings or dynamics that hardly repeat.</summary>
public sealed class PlainColumn<T>(KqlType type, T[] values, T missing, int length) : Column(type, length)
{
    public override long Bytes =>
        values is string[] texts ? (Length * 8L) + texts.Take(Length).Sum(t => 22L + (2 * t.Length)) : Length * 64L;

    public override Vector Read(Rows rows)
    {
        var result = new T[rows.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var row = rows[i];
            result[i] = row < 0 ? missing : values[row];
        }

        return new Vector<T>(Type, result, rows.Count);
    }
}

/// <summary>Rows of another column, picked or reordered, without copying values.</summary>
public sealed class PickedColumn(Column source, int[] rows, int length) : Column(source.Type, length)
{
    public Column Source { get; } = source;
    public int[] Positions { get; } = rows;

    // The positions are shared by the columns of a table and are counted once, by whoever made them.
    public override long Bytes => 0;

    public override Vector Read(Rows rows)
    {
        if (rows.IsRange)
        {
            return Source.Read(new Rows(Positions, rows.Start, rows.Count));
        }

        var picked = new int[rows.Count];
        for (var i = 0; i < picked.Length; i++)
        {
            var row = rows[i];
            picked[i] = row < 0 ? -1 : Positions[row];
        }

        return Source.Read(new Rows(picked, 0, picked.Length));
    }
}
