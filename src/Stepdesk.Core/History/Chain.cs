using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Stepdesk.Core.History;

/// <summary>
/// What makes history tamper-evident and still erasable. The payload is committed to with a random salt; the chain
/// runs over skeletons and commitments only, so a payload and its salt can go without breaking it.
/// </summary>
public static class Chain
{
    /// <summary>Bytes of salt per event: 128 bits, so that a short payload cannot be found by trying.</summary>
    public const int SaltSize = 16;

    /// <summary>SHA-256(salt ‖ payload).</summary>
    public static byte[] Commit(ReadOnlySpan<byte> salt, string payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(payload));
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256(previous hash of the stream ‖ skeleton ‖ commitment); the first event has no previous hash.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, Skeleton skeleton, ReadOnlySpan<byte> commitment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(skeleton.Canonical());
        hash.AppendData(commitment);
        return hash.GetHashAndReset();
    }
}

/// <summary>What of an event is never erased: its place, its times, its actor and its kind.</summary>
public sealed record Skeleton(
    string Stream,
    int Version,
    int World,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string Actor,
    string Kind,
    string? Cause
)
{
    // Every field carries its length, and a missing one the length -1, so no two skeletons share a form. The leading 1
    // is the version of the form.
    internal byte[] Canonical()
    {
        var form = new ArrayBufferWriter<byte>(160);
        form.Write<byte>([1]);
        foreach (
            var field in (string?[])
                [Stream, Text(Version), Text(World), Micros(At), Micros(RecordedAt), Actor, Kind, Cause]
        )
        {
            BinaryPrimitives.WriteInt32BigEndian(
                form.GetSpan(4),
                field is null ? -1 : Encoding.UTF8.GetByteCount(field)
            );
            form.Advance(4);
            Encoding.UTF8.GetBytes(field, form);
        }
        return form.WrittenSpan.ToArray();
    }

    static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Both databases keep microseconds; anything finer would not survive the round trip.
    static string Micros(DateTimeOffset at) =>
        (at.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
}
