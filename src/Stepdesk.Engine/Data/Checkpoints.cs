using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stepdesk.Engine.Data;

/// <summary>
/// Signed notes, outside the database, of how far every stream had come. A tail cut from a stream leaves a chain that
/// still holds; only somebody who remembers the tail can tell. Each note names what changed since the one before it.
/// </summary>
public sealed class Checkpoints(IDbContextFactory<Db> databases, DataFolder folder, TimeProvider clock)
{
    const int Page = 2000;
    static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the next checkpoint, unless nothing happened since the last; refuses to sign over a loss.</summary>
    public async Task<Checkpoint> WriteAsync(CancellationToken stop)
    {
        var (known, bad) = Read();
        if (bad is not null)
            return new(0, 0, bad);
        var (heads, lost) = await ChangedAsync(known, stop);
        if (lost is not null || heads.Count == 0)
            return new(0, 0, lost);

        Directory.CreateDirectory(folder.Checkpoints);
        var files = Files();
        var body = JsonSerializer.Serialize(
            new Body(files.Count + 1, clock.GetUtcNow(), files.Count == 0 ? null : HashOf(files[^1]), heads),
            Written
        );
        using var key = SigningKey();
        var signature = key.SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA256);
        var path = Path.Combine(folder.Checkpoints, $"{files.Count + 1:D8}.json");
        await File.WriteAllTextAsync(
            path + ".new",
            $$"""{"checkpoint":{{body}},"signature":"{{Convert.ToBase64String(signature)}}"}""",
            stop
        );
        File.Move(path + ".new", path, overwrite: false);
        return new(files.Count + 1, heads.Count, null);
    }

    /// <summary>The heads all checkpoints together know, and the first checkpoint that cannot be trusted.</summary>
    public (IReadOnlyDictionary<string, Head> Heads, BadVersion? Bad) Read()
    {
        var heads = new Dictionary<string, Head>(StringComparer.Ordinal);
        var files = Files();
        if (files.Count == 0)
            return (heads, null);
        using var key = SigningKey();
        string? previous = null;
        foreach (var (path, number) in files.Select((path, i) => (path, i + 1)))
        {
            if (Trusted(path, number, previous, key) is not { } body)
                return (heads, new("checkpoint", number, $"{Path.GetFileName(path)} was altered, removed or replaced"));
            foreach (var (stream, head) in body.Heads)
                heads[stream] = Head.Parse(head);
            previous = HashOf(path);
        }
        return (heads, null);
    }

    /// <summary>
    /// Makes sure that this database is the one the data folder knows. One that was lost, such as on a disk that is not
    /// mounted, would else be taken for a new desk, and whoever came first for its administrator.
    /// </summary>
    /// <exception cref="TroubleException">There is no history, and the checkpoints know of one.</exception>
    public async Task DemandKnownAsync(Db db, CancellationToken stop)
    {
        if (Lost(folder) is { } lost && !await db.History.AnyAsync(stop))
            throw lost;
    }

    /// <summary>What to say of a folder whose database is gone; null when no desk was ever in it, as far as it knows.</summary>
    public static TroubleException? Lost(DataFolder folder) =>
        Directory.Exists(folder.Checkpoints) && Directory.EnumerateFiles(folder.Checkpoints, "*.json").Any()
            ? new(
                $"The database is empty or gone, and {folder.Path} knows of a desk that was in it. Put the database back or restore the latest backup; to begin anew, choose another --data."
            )
            : null;

    static Body? Trusted(string path, int number, string? previous, ECDsa key)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            var body = file.RootElement.GetProperty("checkpoint").GetRawText();
            var signature = file.RootElement.GetProperty("signature").GetBytesFromBase64();
            var read = JsonSerializer.Deserialize<Body>(body, Written)!;
            return
                key.VerifyData(Encoding.UTF8.GetBytes(body), signature, HashAlgorithmName.SHA256)
                && read.Number == number
                && read.Previous == previous
                ? read
                : null;
        }
        catch (Exception failure)
            when (failure is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    // Also the moment to notice that something known is no longer there: signing over it would hide it.
    async Task<(SortedDictionary<string, string> Changed, BadVersion? Lost)> ChangedAsync(
        IReadOnlyDictionary<string, Head> known,
        CancellationToken stop
    )
    {
        var changed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var unseen = known.Keys.ToHashSet(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var moment = await db.SnapshotAsync(stop);
        for (var after = ""; ; )
        {
            var page = await db
                .Database.SqlQuery<HeadRow>(
                    $"""
                    SELECT stream AS "Stream", version AS "Version", hash AS "Hash" FROM history AS h
                    WHERE stream > {after} AND version = (SELECT MAX(version) FROM history WHERE stream = h.stream)
                    ORDER BY stream LIMIT {Page}
                    """
                )
                .ToListAsync(stop);
            foreach (var head in page)
            {
                unseen.Remove(head.Stream);
                var before = known.GetValueOrDefault(head.Stream);
                if (before?.Version > head.Version)
                    return (changed, new(head.Stream, head.Version + 1, "cut off since the latest checkpoint"));
                if (before?.Version == head.Version && !before.Hash.AsSpan().SequenceEqual(head.Hash))
                    return (changed, new(head.Stream, head.Version, "rewritten since the latest checkpoint"));
                if (before?.Version != head.Version)
                    changed[head.Stream] = new Head(head.Version, head.Hash).ToString();
            }
            if (page.Count < Page)
                break;
            after = page[^1].Stream;
        }
        return (
            changed,
            unseen.Count == 0 ? null : new(unseen.Order().First(), 1, "removed since the latest checkpoint")
        );
    }

    List<string> Files() =>
        Directory.Exists(folder.Checkpoints)
            ? [.. Directory.GetFiles(folder.Checkpoints, "*.json").Order(StringComparer.Ordinal)]
            : [];

    ECDsa SigningKey()
    {
        var path = Path.Combine(folder.Keys, "checkpoints.pem");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        Directory.CreateDirectory(folder.Keys);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(path, options))
            file.Write(key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder.Keys, "checkpoints.pub.pem"), key.ExportSubjectPublicKeyInfoPem());
        return key;
    }

    static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    sealed record Body(int Number, DateTimeOffset At, string? Previous, SortedDictionary<string, string> Heads);

    sealed record HeadRow(string Stream, int Version, byte[] Hash);
}

/// <summary>What came of writing a checkpoint.</summary>
/// <param name="Number">0 when none was written.</param>
/// <param name="Streams">How many streams had come further.</param>
/// <param name="Lost">Why none was written, when history is not what earlier checkpoints know.</param>
public sealed record Checkpoint(int Number, int Streams, BadVersion? Lost);

/// <summary>The last version of a stream, and its hash.</summary>
public sealed record Head(int Version, byte[] Hash)
{
    public static Head Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new(
            int.Parse(text.AsSpan(0, colon), CultureInfo.InvariantCulture),
            Convert.FromHexString(text.AsSpan(colon + 1))
        );
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}:{Convert.ToHexStringLower(Hash)}");
}
