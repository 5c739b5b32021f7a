using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// Chance without a sequence: a draw is a function of the seed and of what it is for, never "the next number". So an
/// extra look shifts nobody's delay, and a rule added to a scenario changes no other rule's luck.
/// </summary>
public static class Chance
{
    /// <summary>From 0 up to, and without, 1.</summary>
    public static double Of(ulong seed, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{name}")), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>One of several by their weights; what weighs nothing is never drawn.</summary>
    public static T Pick<T>(ulong seed, string name, IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = Of(seed, name) * from.Sum(weight);
        foreach (var one in from)
            if ((left -= weight(one)) < 0)
                return one;
        return from.Last(one => weight(one) > 0); // rounding may leave a last crumb
    }
}
