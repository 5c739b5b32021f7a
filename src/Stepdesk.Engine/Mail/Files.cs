using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>The files of a ticket, found by the event they came or went with. Who may ask is for the caller to check.</summary>
public sealed class Files(IDbContextFactory<Db> databases)
{
    public async Task<StoredFile?> FindAsync(int ticket, int version, int index, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var stream = Streams.Ticket(ticket);
        var row = await db
            .History.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Stream == stream && e.Version == version, stop);
        var file = row is null ? null : Of(row.Read().What).ElementAtOrDefault(index);
        if (file is null)
            return null;
        var content = await ContentAsync(db, file.Sha256, stop);
        return content is null ? null : new(file.Name, file.Type, content);
    }

    /// <summary>The files an event names.</summary>
    public static IReadOnlyList<Attachment> Of(Event what) => Saying.Of(what)?.Files ?? [];

    /// <summary>Keeps the bytes under their hash, in the caller's transaction; kept before, they are not kept again.</summary>
    public static Task KeepAsync(Db db, string sha256, byte[] content, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync(
            $"INSERT INTO blobs (sha256, content) VALUES ({sha256}, {content}) ON CONFLICT DO NOTHING",
            stop
        );

    /// <summary>The bytes that were kept under this hash; null when there are none, or when they are others now.</summary>
    public static async Task<byte[]?> ContentAsync(Db db, string sha256, CancellationToken stop) =>
        await db.Blobs.Where(b => b.Sha256 == sha256).Select(b => b.Content).SingleOrDefaultAsync(stop) is { } content
        && HashOf(content) == sha256
            ? content
            : null;

    /// <summary>What bytes are kept under.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>A file with its bytes. Name and type are what the sender claimed: encode the one, distrust the other.</summary>
public sealed record StoredFile(string Name, string Type, byte[] Content);
