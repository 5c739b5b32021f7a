using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stepdesk.Engine;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Bench;

/// <summary>Where something is measured: one kind of database, and empty desks on it.</summary>
sealed class Place : IAsyncDisposable
{
    readonly string? server;
    readonly string folder = Directory.CreateTempSubdirectory("stepdesk-bench").FullName;
    int desks;

    Place(string? server) => this.server = server;

    public static Place OnSqlite() => new(null);

    public static Place OnPostgres(string server) => new(server);

    public bool IsPostgres => server is not null;
    public string Name => IsPostgres ? "PostgreSQL" : "SQLite";

    /// <summary>A folder for the next desk.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"{++desks}")).FullName;

    /// <summary>The database of the next desk on the server; null when it lives in the folder.</summary>
    public string? NewDatabase() => server is null ? null : $"{server};Database=desk{desks}";

    /// <summary>A new, empty desk with the schema of the product.</summary>
    public async Task<ServiceProvider> DeskAsync(TimeProvider? clock = null)
    {
        var inside = NewFolder();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddEngine(NewDatabase() ?? Databases.Embedded(inside))
            .AddMail(new MailOptions())
            .AddPractice()
            .AddSingleton<IMailOut, Drawer>()
            .AddSingleton(new DataFolder(inside))
            .BuildServiceProvider();
        await using var db = await services.DbAsync();
        await db.UpgradeAsync(default);
        return services;
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

static class Desks
{
    public static Task<Db> DbAsync(this IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
}
