using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Stepdesk.Engine.Data.Sqlite;

/// <summary>The default: one file, WAL, every commit on disk before it is answered.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : Db(options)
{
    static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    static readonly Func<SqliteDb, string, IAsyncEnumerable<HistoryRow>> StreamQuery = EF.CompileAsyncQuery(
        (SqliteDb db, string stream) =>
            db.Set<HistoryRow>().AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Version).AsQueryable()
    );

    static readonly Func<SqliteDb, string, Task<byte[]?>> LastHashQuery = EF.CompileAsyncQuery(
        (SqliteDb db, string stream) =>
            db.Set<HistoryRow>()
                .Where(e => e.Stream == stream)
                .OrderByDescending(e => e.Version)
                .Select(e => e.Hash)
                .FirstOrDefault()
    );

    static readonly Func<SqliteDb, int, Task<TicketRow?>> RowQuery = EF.CompileAsyncQuery(
        (SqliteDb db, int ticket) => db.Set<TicketRow>().SingleOrDefault(t => t.Id == ticket)
    );

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connection) =>
        Named(options.UseSqlite(connection));

    /// <summary>On a connection the caller has opened and will close.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, SqliteConnection connection) =>
        Named(options.UseSqlite(connection));

    public override async Task<Work> BeginAsync(CancellationToken stop)
    {
        var turn = Turns.GetOrAdd(Database.GetConnectionString()!, _ => new(1, 1));
        await turn.WaitAsync(stop);
        try
        {
            // The provider says BEGIN IMMEDIATE: a read that later writes would otherwise fail at once when busy.
            return new(await Database.BeginTransactionAsync(stop), turn);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    // BEGIN IMMEDIATE already holds the whole database for writing.
    public override Task<TicketRow?> HoldAsync(int ticket, CancellationToken stop) => RowQuery(this, ticket);

    public override IQueryable<TicketRow> Matching(IQueryable<TicketRow> tickets, IReadOnlyList<string> words)
    {
        // Each word is quoted, so nothing of it is read as query syntax; the star asks for prefixes.
        var query = string.Join(' ', words.Select(w => $"\"{w.Replace("\"", "\"\"", StringComparison.Ordinal)}\"*"));
        var found = Database.SqlQuery<int>(
            $"""SELECT rowid AS "Value" FROM ticket_search WHERE ticket_search MATCH {query}"""
        );
        return tickets.Where(t => found.Contains(t.Id));
    }

    public override async Task UpgradeAsync(CancellationToken stop)
    {
        var file = new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource;
        using var alone = await FileLock.TakeAsync(file + ".migrating", stop);
        Make(file);
        await Database.OpenConnectionAsync(stop);
        try
        {
            await Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
            if (await IsBehindAsync(stop))
            {
                // EF's own lock is a row that outlives a killed process, and MigrateAsync then waits for ever. We hold
                // a file lock that dies with its process, so a row found here is nobody's.
                await Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, stop);
                await Database.MigrateAsync(stop);
            }
            await GuardAsync(stop);
            await Refold.RunAsync(this, stop);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    // Everybody's mail is in it: for its owner's eyes only, whatever the folder lets others do. What SQLite puts beside it
    // is as open as the file itself.
    static void Make(string file)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(file))
            new FileStream(
                file,
                new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            ).Dispose();
    }

    public override async Task TryWritingAsync(CancellationToken stop)
    {
        // A connection of its own: the writers of this program wait in their turn, and theirs are never long.
        var place = new SqliteConnectionStringBuilder(Database.GetConnectionString()) { DefaultTimeout = 5 };
        await using var connection = new SqliteConnection(place.ToString());
        await connection.OpenAsync(stop);
        await using var writing = connection.BeginTransaction(deferred: false);
        await writing.RollbackAsync(stop);
    }

    public override async Task DemandWholeAsync(bool isThorough, CancellationToken stop)
    {
        // A connection of its own has none of the file's pages in memory yet.
        var place = new SqliteConnectionStringBuilder(Database.GetConnectionString()) { Pooling = false };
        await using var connection = new SqliteConnection(place.ToString());
        await connection.OpenAsync(stop);
        await using var check = connection.CreateCommand();
        check.CommandText = isThorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
        check.CommandTimeout = 0;
        if (await check.ExecuteScalarAsync(stop) is not "ok" and var found)
            throw new TroubleException(Troubles.Damaged, new InvalidDataException(found?.ToString()));
    }

    public override async Task<IDbContextTransaction> SnapshotAsync(CancellationToken stop)
    {
        await Database.OpenConnectionAsync(stop);
        // Deferred: a reader in WAL mode sees the moment of its first read, and writers go on.
        var reading = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(reading, stop))!;
    }

    public override Task GuardAsync(CancellationToken stop) => Database.ExecuteSqlRawAsync(Guards, stop);

    public override Task UnguardAsync(CancellationToken stop) =>
        Database.ExecuteSqlRawAsync("DROP TRIGGER history_keeps_rows; DROP TRIGGER history_keeps_facts;", stop);

    public override async Task<long> LoadAsync(Table table, IAsyncEnumerable<object?[]> rows, CancellationToken stop)
    {
        await using var insert = Database.GetDbConnection().CreateCommand();
        insert.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText =
            $"INSERT INTO {table.Quoted} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
        foreach (var i in Enumerable.Range(0, table.Columns.Count))
            insert.Parameters.Add(new SqliteParameter($"$p{i}", null));
        var count = 0L;
        await foreach (var row in rows.WithCancellation(stop))
        {
            for (var i = 0; i < row.Length; i++)
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            count += await insert.ExecuteNonQueryAsync(stop);
        }
        return count;
    }

    public override Task ForgetAsync(CancellationToken stop) =>
        // The search index keeps deleted words in its segments and the log keeps old pages until told otherwise.
        Database.ExecuteSqlRawAsync(
            "INSERT INTO ticket_search(ticket_search) VALUES ('rebuild'); PRAGMA wal_checkpoint(TRUNCATE);",
            stop
        );

    public override bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 1555 or 2067 };

    protected override IAsyncEnumerable<HistoryRow> Stream(string stream) => StreamQuery(this, stream);

    public override Task<byte[]?> LastHashAsync(string stream, CancellationToken stop) => LastHashQuery(this, stream);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Micros>();
        // Makes EF write "is_open = 1": at a bare "is_open" SQLite enters no index, and reads and sorts every ticket.
        configurationBuilder.Properties<bool>().HaveConversion<BoolToZeroOneConverter<int>>();
    }

    // Microseconds since 1970: what PostgreSQL keeps too, so equality and paging agree on both.
    internal sealed class Micros()
        : ValueConverter<DateTimeOffset, long>(
            at => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond,
            micros => new(micros * TimeSpan.TicksPerMicrosecond + DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.Zero)
        );

    // Recreated after every migration: SQLite drops triggers when EF rebuilds a table.
    const string Guards = """
        CREATE TRIGGER IF NOT EXISTS history_keeps_rows BEFORE DELETE ON history
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS history_keeps_facts BEFORE UPDATE ON history
        WHEN NEW.salt IS NOT NULL OR NEW.stream IS NOT OLD.stream OR NEW.version IS NOT OLD.version
          OR NEW.world IS NOT OLD.world OR NEW.at IS NOT OLD.at OR NEW.recorded_at IS NOT OLD.recorded_at
          OR NEW.actor IS NOT OLD.actor OR NEW.kind IS NOT OLD.kind OR NEW.cause IS NOT OLD.cause
          OR NEW.commitment IS NOT OLD.commitment OR NEW.hash IS NOT OLD.hash
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        CREATE VIRTUAL TABLE IF NOT EXISTS ticket_search USING fts5(
          search, content='tickets', content_rowid='id', tokenize="unicode61 remove_diacritics 0", prefix='2 3');
        CREATE TRIGGER IF NOT EXISTS ticket_search_added AFTER INSERT ON tickets
        BEGIN INSERT INTO ticket_search(rowid, search) VALUES (NEW.id, NEW.search); END;
        CREATE TRIGGER IF NOT EXISTS ticket_search_removed AFTER DELETE ON tickets
        BEGIN INSERT INTO ticket_search(ticket_search, rowid, search) VALUES ('delete', OLD.id, OLD.search); END;
        CREATE TRIGGER IF NOT EXISTS ticket_search_changed AFTER UPDATE OF search ON tickets
        WHEN NEW.search IS NOT OLD.search
        BEGIN
          INSERT INTO ticket_search(ticket_search, rowid, search) VALUES ('delete', OLD.id, OLD.search);
          INSERT INTO ticket_search(rowid, search) VALUES (NEW.id, NEW.search);
        END;
        """;

    internal sealed class ForMigrations : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteDb>();
            Use(options, "Data Source=:memory:");
            return new(options.Options);
        }
    }
}
