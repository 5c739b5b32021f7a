using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stepdesk.Engine.Data;

/// <summary>What a backup holds, and how to tell that it still does.</summary>
/// <param name="Format">The form of the file; a program reads its own and older ones.</param>
/// <param name="Schema">The migrations applied, by name: the two databases share the names and not the numbers.</param>
public sealed record Manifest(
    int Format,
    DateTimeOffset At,
    IReadOnlyList<string> Schema,
    IReadOnlyList<Part> Tables,
    IReadOnlyList<Part> Files
)
{
    public const int ThisFormat = 1;
    public const string Entry = "manifest.json";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public long Rows => Tables.Sum(t => t.Rows);

    /// <summary>A migration's name without the time it was made at.</summary>
    public static string NameOf(string migration) =>
        migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}

/// <summary>One table or file of a backup.</summary>
public sealed record Part(string Name, long Rows, string Sha256);

/// <summary>Passes bytes on and knows their SHA-256 at the end.</summary>
sealed class SealedStream(Stream inner, CryptoStreamMode mode) : Stream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanRead => mode is CryptoStreamMode.Read;
    public override bool CanSeek => false;
    public override bool CanWrite => mode is CryptoStreamMode.Write;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public string Seal() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        hash.AppendData(buffer, offset, read);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        hash.AppendData(buffer.Span[..read]);
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        hash.AppendData(buffer, offset, count);
        inner.Write(buffer, offset, count);
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        hash.AppendData(buffer.Span);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            hash.Dispose();
        }
        base.Dispose(disposing);
    }
}
