using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stepdesk.Engine.Data;

/// <summary>
/// Brings a backup back, into either database. Everything is loaded, counted and verified in one transaction: until it
/// is known to be whole, what was there before stays.
/// </summary>
public sealed class Restore(IDbContextFactory<Db> databases, DataFolder folder)
{
    /// <summary>Restores <paramref name="file"/>; a desk that holds anything is only replaced when that is asked for.</summary>
    public async Task<Manifest> RunAsync(string file, bool replace, CancellationToken stop)
    {
        if (!File.Exists(file))
            throw new TroubleException($"There is no file {file}. Name a backup made by 'stepdesk backup'.");
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, stop);
            return await RunAsync(archive, replace, stop);
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException or FormatException)
        {
            throw Damaged($"it cannot be read ({damage.Message})");
        }
    }

    async Task<Manifest> RunAsync(ZipArchive archive, bool replace, CancellationToken stop)
    {
        var manifest = await ManifestAsync(archive, stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        // A large table takes longer than the half minute a command otherwise has.
        db.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        await db.UpgradeAsync(stop);
        RefuseNewer(db, manifest);

        await using var work = await db.BeginAsync(stop);
        if (!replace && (await db.History.AnyAsync(stop) || await db.People.AnyAsync(stop)))
            throw new TroubleException(
                "There is a desk here already and nothing was changed. Choose an empty place, or say --replace to lose what is here."
            );
        await db.UnguardAsync(stop);
        var tables = Table.All(db);
        await Table.EmptyAsync(db, stop);
        foreach (var table in tables)
            await LoadAsync(archive, manifest, db, table, stop);
        await db.GuardAsync(stop);
        // Who signed out after the backup was made stays out.
        await db.SignedIn.ExecuteDeleteAsync(stop);
        await Refold.RunAsync(db, stop);
        var bad = (await VerifyHistory.RunAsync(db, NoHeads, stop)).FirstBad;
        if (bad is { IsRow: true })
        {
            await RebuildRows.RunAsync(db, whatCanBeRead: false, stop);
            bad = (await VerifyHistory.RunAsync(db, NoHeads, stop)).FirstBad;
        }
        if (bad is not null)
            throw Damaged($"its history does not verify at {bad.Stream} version {bad.Version} ({bad.Why})");
        var files = await FilesAsync(archive, manifest, stop);
        await work.CommitAsync(stop);
        Place(files);
        return manifest;
    }

    static async Task<Manifest> ManifestAsync(ZipArchive archive, CancellationToken stop)
    {
        var entry = archive.GetEntry(Manifest.Entry) ?? throw Damaged("it has no manifest");
        await using var stream = await entry.OpenAsync(stop);
        return await JsonSerializer.DeserializeAsync<Manifest>(stream, Manifest.Json, stop)
            ?? throw Damaged("its manifest is empty");
    }

    static void RefuseNewer(Db db, Manifest manifest)
    {
        var known = db.Database.GetMigrations().Select(Manifest.NameOf);
        if (manifest.Format > Manifest.ThisFormat || manifest.Schema.Except(known, StringComparer.Ordinal).Any())
            throw new TroubleException("This backup was made by a newer Stepdesk. Restore it with that version.");
    }

    static async Task LoadAsync(ZipArchive archive, Manifest manifest, Db db, Table table, CancellationToken stop)
    {
        // A table younger than the backup begins empty.
        if (manifest.Tables.SingleOrDefault(t => t.Name == table.Name) is not { } part)
            return;
        var entry = archive.GetEntry($"tables/{table.Name}.jsonl") ?? throw Damaged($"{table.Name} is missing");
        await using var stream = new SealedStream(await entry.OpenAsync(stop), CryptoStreamMode.Read);
        var count = await db.LoadAsync(table, RowsAsync(stream, table, stop), stop);
        if (count != part.Rows || stream.Seal() != part.Sha256)
            throw Damaged($"{table.Name} is not as it was backed up");
    }

    static async IAsyncEnumerable<object?[]> RowsAsync(
        Stream stream,
        Table table,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        using var lines = new StreamReader(stream, leaveOpen: true);
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return
            [
                .. table.Columns.Select(c =>
                    c.Stored(row.RootElement.TryGetProperty(c.Name, out var v) ? v.Deserialize(c.Plain) : null)
                ),
            ];
        }
    }

    async Task<List<(string Path, byte[] Content)>> FilesAsync(
        ZipArchive archive,
        Manifest manifest,
        CancellationToken stop
    )
    {
        var files = new List<(string Path, byte[] Content)>();
        foreach (var part in manifest.Files)
        {
            var entry = archive.GetEntry($"files/{part.Name}") ?? throw Damaged($"{part.Name} is missing");
            var content = new MemoryStream();
            await using (var stream = await entry.OpenAsync(stop))
                await stream.CopyToAsync(content, stop);
            if (Convert.ToHexStringLower(SHA256.HashData(content.ToArray())) != part.Sha256)
                throw Damaged($"{part.Name} is not as it was backed up");
            files.Add((PathOf(part.Name), content.ToArray()));
        }
        return files;
    }

    // Looked at before anything is changed: nothing leaves the data folder.
    string PathOf(string name)
    {
        var root = Path.GetFullPath(folder.Path) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, name));
        return path.StartsWith(root, StringComparison.Ordinal)
            ? path
            : throw Damaged($"{name} would be written outside the data folder");
    }

    // Checkpoints of what was here before would find the restored desk cut off.
    void Place(List<(string Path, byte[] Content)> files)
    {
        foreach (var old in (string[])[folder.Keys, folder.Checkpoints])
            if (Directory.Exists(old))
                Directory.Delete(old, recursive: true);
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    static TroubleException Damaged(string what) =>
        new($"The backup is damaged: {what}. Nothing was changed; restore another backup.");

    static readonly Dictionary<string, Head> NoHeads = [];
}
