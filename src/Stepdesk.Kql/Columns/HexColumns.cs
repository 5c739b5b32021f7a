namespace Stepdesk.Kql.Columns;

/// <summary>Ids of 32 hex digits in 16 bytes.</summary>
public sealed class HexColumn(UInt128[] values, ulong[]? missing, int length) : Column(KqlType.String, length)
{
    public override long Bytes => (Length * 16L) + (missing?.Length * 8L ?? 0);

    /// <summary>The rows of a range that hold one id.</summary>
    public int Find(UInt128 id, Rows rows, int[] into)
    {
        var count = 0;
        var low = (ulong)id;
        var range = values.AsSpan(rows.Start, rows.Count);
        for (var i = 0; i < range.Length; i++)
        {
            // Half of the number decides almost always.
            if ((ulong)range[i] == low && range[i] == id && !(missing is not null && Bits.Has(missing, rows.Start + i)))
            {
                into[count++] = rows.Start + i;
            }
        }

        return count;
    }

    public override Vector Read(Rows rows) =>
        rows.IsRange && missing is null
            ? new HexVector(values.AsSpan(rows.Start, rows.Count).ToArray(), 32, rows.Count)
            : ShortHexColumn.Read(rows, missing, 32, row => values[row]);
}

/// <summary>Ids of 16 hex digits in 8 bytes.</summary>
public sealed class ShortHexColumn(ulong[] values, ulong[]? missing, int length) : Column(KqlType.String, length)
{
    public override long Bytes => (Length * 8L) + (missing?.Length * 8L ?? 0);

    public override Vector Read(Rows rows) => Read(rows, missing, 16, row => values[row]);

    internal static HexVector Read(Rows rows, ulong[]? missing, int digits, Func<int, UInt128> value)
    {
        var result = new UInt128[rows.Count];
        bool[]? without = null;
        for (var i = 0; i < result.Length; i++)
        {
            var row = rows[i];
            if (row < 0 || (missing is not null && Bits.Has(missing, row)))
            {
                (without ??= new bool[rows.Count])[i] = true;
            }
            else
            {
                result[i] = value(row);
            }
        }

        return new HexVector(result, digits, rows.Count) { Missing = without };
    }
}
