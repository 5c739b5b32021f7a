namespace Stepdesk.Kql.Columns;

/// <summary>Marks on rows, a bit each; rows beyond the last mark have none.</summary>
internal static class Bits
{
    public static bool Has(ulong[] bits, int i) =>
        (uint)(i >> 6) < (uint)bits.Length && (bits[i >> 6] & (1UL << (i & 63))) != 0;

    public static void Set(ref ulong[]? bits, int i)
    {
        var word = i >> 6;
        if (bits is null)
        {
            bits = new ulong[Math.Max(4, word + 1)];
        }
        else if (bits.Length <= word)
        {
            Array.Resize(ref bits, Math.Max(word + 1, bits.Length * 2));
        }

        bits[word] |= 1UL << (i & 63);
    }
}
