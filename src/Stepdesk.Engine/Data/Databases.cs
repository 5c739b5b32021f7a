using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Data.Postgres;
using Stepdesk.Engine.Data.Sqlite;

namespace Stepdesk.Engine.Data;

public static class Databases
{
    /// <summary>The connection string of the embedded database in a data folder.</summary>
    public static string Embedded(string folder) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "stepdesk.db"),
            DefaultTimeout = 30,
            ForeignKeys = true,
        }.ToString();

    public static bool IsPostgres(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the connection string says where the database is: on a host, or in a file.</summary>
    public static bool IsPlace(string connection) =>
        IsPostgres(connection) || connection.Contains("Data Source=", StringComparison.OrdinalIgnoreCase);

    /// <summary>PostgreSQL when the connection string names a host, else a SQLite file.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connection) =>
        IsPostgres(connection)
            ? services
                .AddPooledDbContextFactory<PostgresDb>(o => PostgresDb.Use(o, connection))
                .AddSingleton<IDbContextFactory<Db>, As<PostgresDb>>()
            : services
                .AddPooledDbContextFactory<SqliteDb>(o => SqliteDb.Use(o, connection))
                .AddSingleton<IDbContextFactory<Db>, As<SqliteDb>>();

    sealed class As<T>(IDbContextFactory<T> factory) : IDbContextFactory<Db>
        where T : Db
    {
        public Db CreateDbContext() => factory.CreateDbContext();

        public async Task<Db> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }
}
