using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Stepdesk.Engine.Data.Postgres;
using Stepdesk.Engine.Data.Sqlite;

namespace Stepdesk.Engine.Data;

/// <summary>
/// A way into a database that does not wait for the disk at every commit; order and integrity are as always. For
/// made-up data only: what a power cut takes can be made up again. Waiting was two thirds of filling a demo desk.
/// </summary>
sealed class Hurry : IDbContextFactory<Db>, IAsyncDisposable
{
    readonly Func<Db> open;
    readonly SqliteConnection? own;

    Hurry(Func<Db> open, SqliteConnection? own) => (this.open, this.own) = (open, own);

    /// <summary>Into the database of this context, on its own options: a compiled query belongs to one model.</summary>
    public static async Task<Hurry> IntoAsync(Db db, CancellationToken stop)
    {
        var options = db.GetService<IDbContextOptions>();
        var database = db.Database.GetConnectionString()!;
        if (db is PostgresDb)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDb>((DbContextOptions<PostgresDb>)options);
            PostgresDb.Use(postgres, $"{database};Options=-c synchronous_commit=off");
            return new(() => new PostgresDb(postgres.Options), null);
        }
        // A connection of its own, never pooled: nobody else may inherit its haste.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(database) { Pooling = false }.ToString()
        );
        await connection.OpenAsync(stop);
        await using var hasten = new SqliteCommand("PRAGMA synchronous=NORMAL", connection);
        await hasten.ExecuteNonQueryAsync(stop);
        var sqlite = new DbContextOptionsBuilder<SqliteDb>((DbContextOptions<SqliteDb>)options);
        SqliteDb.Use(sqlite, connection);
        return new(() => new SqliteDb(sqlite.Options), connection);
    }

    public Db CreateDbContext() => open();

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
    }
}
