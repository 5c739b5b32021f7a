using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>hash() is xxHash64; the others are what their names say.</summary>
internal static class HashFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Many("hash", 1, 2, KqlType.Long, Hash),
        Declare.Many("hash_xxhash64", 1, 2, KqlType.Long, Hash),
        Declare.Many("hash_sha256", 1, 1, KqlType.String, v => Hex(v[0], SHA256.HashData)),
#pragma warning disable CA5350, CA5351 // Fingerprints the language offers; nothing here is protected by them.
        Declare.Many("hash_sha1", 1, 1, KqlType.String, v => Hex(v[0], SHA1.HashData)),
        Declare.Many("hash_md5", 1, 1, KqlType.String, v => Hex(v[0], MD5.HashData)),
#pragma warning restore CA5350, CA5351
    ];

    // The empty text has no fingerprint, and neither has a null.
    private static string Hex(object? value, Func<byte[], byte[]> hash) =>
        value is null or "" ? "" : Convert.ToHexStringLower(hash(Bytes(value)));

    /// <summary>The fingerprint of a value of any type.</summary>
    public static long Of(object? value) => unchecked((long)XxHash64(Bytes(value)));

    private static byte[] Bytes(object? value)
    {
        var number = new byte[8];
        switch (value)
        {
            case long or DateTime or TimeSpan or bool:
                BinaryPrimitives.WriteInt64LittleEndian(number, Cell.Unbox(value));
                return number;
            case double real:
                BinaryPrimitives.WriteDoubleLittleEndian(number, real);
                return number;
            default:
                return Encoding.UTF8.GetBytes(Format.Text(value));
        }
    }

    private static object? Hash(object?[] v)
    {
        var hash = Of(v[0]);
        if (v.Length < 2)
        {
            return hash;
        }

        var modulo = Conversions.AsLong(v[1]);
        return modulo is { Has: true, Value: > 0 } ? (hash % modulo.Value + modulo.Value) % modulo.Value : null;
    }

    private const ulong P1 = 11400714785074694791;
    private const ulong P2 = 14029467366897019727;
    private const ulong P3 = 1609587929392839161;
    private const ulong P4 = 9650029242287828579;
    private const ulong P5 = 2870177450012600261;

    private static ulong XxHash64(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var length = (ulong)data.Length;
            ulong hash;
            if (data.Length >= 32)
            {
                ulong a = P1 + P2;
                ulong b = P2;
                ulong c = 0;
                ulong d = 0 - P1;
                while (data.Length >= 32)
                {
                    a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(data));
                    b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(data[8..]));
                    c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(data[16..]));
                    d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(data[24..]));
                    data = data[32..];
                }

                hash =
                    BitOperations.RotateLeft(a, 1)
                    + BitOperations.RotateLeft(b, 7)
                    + BitOperations.RotateLeft(c, 12)
                    + BitOperations.RotateLeft(d, 18);
                hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
            }
            else
            {
                hash = P5;
            }

            return Finish(hash + length, data);
        }
    }

    private static ulong Finish(ulong hash, ReadOnlySpan<byte> data)
    {
        unchecked
        {
            while (data.Length >= 8)
            {
                hash ^= Round(0, BinaryPrimitives.ReadUInt64LittleEndian(data));
                hash = (BitOperations.RotateLeft(hash, 27) * P1) + P4;
                data = data[8..];
            }

            if (data.Length >= 4)
            {
                hash ^= BinaryPrimitives.ReadUInt32LittleEndian(data) * P1;
                hash = (BitOperations.RotateLeft(hash, 23) * P2) + P3;
                data = data[4..];
            }

            foreach (var b in data)
            {
                hash ^= b * P5;
                hash = BitOperations.RotateLeft(hash, 11) * P1;
            }

            hash ^= hash >> 33;
            hash *= P2;
            hash ^= hash >> 29;
            hash *= P3;
            return hash ^ (hash >> 32);
        }
    }

    private static ulong Round(ulong state, ulong input) =>
        unchecked(BitOperations.RotateLeft(state + (input * P2), 31) * P1);

    private static ulong Merge(ulong hash, ulong state) => unchecked(((hash ^ Round(0, state)) * P1) + P4);
}
