using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Stepdesk.Engine.Data;

/// <summary>
/// Writes one file that holds everything: every table, settings, keys and checkpoints. It is taken from one moment
/// while the desk goes on, and reads the same whichever database it came from.
/// </summary>
public sealed class Backup(
    IDbContextFactory<Db> databases,
    Checkpoints checkpoints,
    DataFolder folder,
    TimeProvider clock
)
{
    /// <summary>Writes <paramref name="file"/>, which must not exist; until it is whole it has another name.</summary>
    public async Task<Manifest> WriteAsync(string file, CancellationToken stop)
    {
        if (File.Exists(file))
            throw new TroubleException($"{file} exists already. Name another file: a backup never replaces one.");
        var unfinished = $"{file}.unfinished";
        try
        {
            Manifest manifest;
            await using (var stream = new FileStream(unfinished, ForOwner()))
            {
                await using (
                    var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, true, null, stop)
                )
                    manifest = await WriteAsync(archive, stop);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    async Task<Manifest> WriteAsync(ZipArchive archive, CancellationToken stop)
    {
        // The checkpoints first: one written after the moment we see would know more than the backup holds.
        var (heads, bad) = checkpoints.Read();
        var files = new List<Part>();
        foreach (var path in OwnFiles())
            files.Add(await CopyAsync(archive, path, stop));

        await using var db = await databases.CreateDbContextAsync(stop);
        // Backups of what is damaged would push the last good ones out.
        await db.DemandWholeAsync(isThorough: false, stop);
        await using var moment = await db.SnapshotAsync(stop);
        // A row that says something else is made again from the history when the backup is restored.
        if ((bad ?? (await VerifyHistory.RunAsync(db, heads, stop)).FirstBad) is { IsRow: false } wrong)
            throw new TroubleException(
                $"The history does not verify ({wrong.Stream}, version {wrong.Version}: {wrong.Why}), so no backup of it could be restored. Keep the backups there are, and look at 'stepdesk history verify'."
            );
        var tables = new List<Part>();
        foreach (var table in Table.All(db))
            tables.Add(await WriteAsync(archive, db, table, stop));

        var manifest = new Manifest(
            Manifest.ThisFormat,
            clock.GetUtcNow(),
            [.. (await db.Database.GetAppliedMigrationsAsync(stop)).Select(Manifest.NameOf)],
            tables,
            files
        );
        await using var entry = await archive.CreateEntry(Manifest.Entry).OpenAsync(stop);
        await JsonSerializer.SerializeAsync(entry, manifest, Manifest.Json, stop);
        return manifest;
    }

    IEnumerable<string> OwnFiles() =>
        ((string[])[folder.Keys, folder.Checkpoints])
            .Where(Directory.Exists)
            .SelectMany(d => Directory.GetFiles(d, "*", SearchOption.AllDirectories))
            .Append(folder.Settings)
            .Where(File.Exists)
            .Where(f => !f.EndsWith(".new", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    async Task<Part> CopyAsync(ZipArchive archive, string path, CancellationToken stop)
    {
        var name = Path.GetRelativePath(folder.Path, path).Replace('\\', '/');
        await using var to = await SealedAsync(archive, $"files/{name}", stop);
        await using (var from = File.OpenRead(path))
            await from.CopyToAsync(to, stop);
        return new(name, 1, to.Seal());
    }

    static async Task<Part> WriteAsync(ZipArchive archive, Db db, Table table, CancellationToken stop)
    {
        await using var to = await SealedAsync(archive, $"tables/{table.Name}.jsonl", stop);
        await using var json = new Utf8JsonWriter(to);
        await using var select = db.Database.GetDbConnection().CreateCommand();
        select.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        select.CommandText =
            $"SELECT {table.ColumnList} FROM {table.Quoted} ORDER BY {string.Join(", ", table.Key.Select(k => $"\"{k}\""))}";
        var count = 0L;
        await using var row = await select.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop))
        {
            json.WriteStartObject();
            for (var i = 0; i < table.Columns.Count; i++)
                if (table.Columns[i].Read(row, i) is { } value)
                {
                    json.WritePropertyName(table.Columns[i].Name);
                    JsonSerializer.Serialize(json, value, value.GetType(), Manifest.Json);
                }
            json.WriteEndObject();
            await json.FlushAsync(stop);
            json.Reset();
            to.WriteByte((byte)'\n');
            count++;
        }
        return new(table.Name, count, to.Seal());
    }

    static async Task<SealedStream> SealedAsync(ZipArchive archive, string name, CancellationToken stop) =>
        new(await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop), CryptoStreamMode.Write);

    // It holds passwords' hashes and keys.
    static FileStreamOptions ForOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
