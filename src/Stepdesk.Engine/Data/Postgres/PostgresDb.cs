using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Stepdesk.Engine.Data.Postgres;

/// <summary>For several nodes: chosen when the connection string names a host.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    static readonly Func<PostgresDb, string, IAsyncEnumerable<HistoryRow>> StreamQuery = EF.CompileAsyncQuery(
        (PostgresDb db, string stream) =>
            db.Set<HistoryRow>().AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Version).AsQueryable()
    );

    static readonly Func<PostgresDb, string, Task<byte[]?>> LastHashQuery = EF.CompileAsyncQuery(
        (PostgresDb db, string stream) =>
            db.Set<HistoryRow>()
                .Where(e => e.Stream == stream)
                .OrderByDescending(e => e.Version)
                .Select(e => e.Hash)
                .FirstOrDefault()
    );

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connection) =>
        Named(options.UseNpgsql(Prepared(connection)));

    // Planned once for each connection: planning was a third of an act. Who has a pooler in between that cannot bear
    // it says "Max Auto Prepare=0".
    static string Prepared(string connection)
    {
        var said = new NpgsqlConnectionStringBuilder(connection);
        if (!said.ContainsKey("Max Auto Prepare"))
            (said.MaxAutoPrepare, said.AutoPrepareMinUsages) = (100, 3);
        return said.ToString();
    }

    public override async Task<Work> BeginAsync(CancellationToken stop) =>
        new(await Database.BeginTransactionAsync(stop));

    // Holding and reading are one round trip.
    public override async Task<TicketRow?> HoldAsync(int ticket, CancellationToken stop) =>
        (
            await Tickets.FromSql($"SELECT * FROM tickets WHERE id = {ticket} FOR UPDATE").ToListAsync(stop)
        ).SingleOrDefault();

    public override IQueryable<TicketRow> Matching(IQueryable<TicketRow> tickets, IReadOnlyList<string> words)
    {
        var query = string.Join(
            " & ",
            words.Select(w =>
                $"'{w.Replace("'", "''", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)}':*"
            )
        );
        return tickets.Where(t =>
            EF.Functions.ToTsVector("simple", t.Search).Matches(EF.Functions.ToTsQuery("simple", query))
        );
    }

    public override async Task UpgradeAsync(CancellationToken stop)
    {
        if (await IsBehindAsync(stop))
            // EF locks inside a transaction, which PostgreSQL ends with the connection of a killed process.
            await Database.MigrateAsync(stop);
        await GuardAsync(stop);
        await Refold.RunAsync(this, stop);
    }

    // A standby answers questions and takes nothing down; a locked table is a matter of moments here.
    public override async Task TryWritingAsync(CancellationToken stop)
    {
        await using var work = await Database.BeginTransactionAsync(stop);
        await Database.ExecuteSqlRawAsync("SET TRANSACTION READ WRITE", stop);
        await work.RollbackAsync(stop);
    }

    public override Task<IDbContextTransaction> SnapshotAsync(CancellationToken stop) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

    public override Task GuardAsync(CancellationToken stop) => Database.ExecuteSqlRawAsync(Guards, stop);

    public override Task UnguardAsync(CancellationToken stop) =>
        Database.ExecuteSqlRawAsync(
            "DROP TRIGGER history_keeps_rows ON history; DROP TRIGGER history_keeps_facts ON history;",
            stop
        );

    public override async Task<long> LoadAsync(Table table, IAsyncEnumerable<object?[]> rows, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        var count = 0L;
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                $"COPY {table.Quoted} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
                stop
            )
        )
        {
            await foreach (var row in rows.WithCancellation(stop))
            {
                await copy.StartRowAsync(stop);
                for (var i = 0; i < row.Length; i++)
                    if (row[i] is { } value)
                        await copy.WriteAsync(value, table.Columns[i].StoreType, stop);
                    else
                        await copy.WriteNullAsync(stop);
                count++;
            }
            await copy.CompleteAsync(stop);
        }
        foreach (var column in table.Columns.Where(c => c.IsGenerated))
        {
            // Rows that brought their ids with them leave the sequence where it was.
            var restart = $"""
                SELECT setval(pg_get_serial_sequence('{table.Quoted}', '{column.Name}'),
                  GREATEST(MAX("{column.Name}"), 1), MAX("{column.Name}") IS NOT NULL) FROM {table.Quoted}
                """;
            await Database.ExecuteSqlRawAsync(restart, stop);
        }
        return count;
    }

    // Dead rows keep their text until a vacuum; the write-ahead log and old backups are the operator's.
    public override Task ForgetAsync(CancellationToken stop) => Database.ExecuteSqlRawAsync("VACUUM", stop);

    public override bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override IAsyncEnumerable<HistoryRow> Stream(string stream) => StreamQuery(this, stream);

    public override Task<byte[]?> LastHashAsync(string stream, CancellationToken stop) => LastHashQuery(this, stream);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();

    internal sealed class Utc()
        : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), utc => utc);

    const string Guards = """
        CREATE OR REPLACE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
          IF TG_OP <> 'UPDATE' OR NEW.salt IS NOT NULL
             OR (NEW.stream, NEW.version, NEW.world, NEW.at, NEW.recorded_at, NEW.actor, NEW.kind, NEW.cause, NEW.commitment, NEW.hash)
             IS DISTINCT FROM
             (OLD.stream, OLD.version, OLD.world, OLD.at, OLD.recorded_at, OLD.actor, OLD.kind, OLD.cause, OLD.commitment, OLD.hash)
          THEN RAISE EXCEPTION 'history is append-only';
          END IF;
          RETURN NEW;
        END $guard$;
        CREATE OR REPLACE TRIGGER history_keeps_facts BEFORE UPDATE OR DELETE ON history
          FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
        CREATE OR REPLACE TRIGGER history_keeps_rows BEFORE TRUNCATE ON history
          FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();
        CREATE INDEX IF NOT EXISTS ix_tickets_search ON tickets USING gin (to_tsvector('simple', search));
        """;

    internal sealed class ForMigrations : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresDb>();
            Use(options, "Host=localhost");
            return new(options.Options);
        }
    }
}
