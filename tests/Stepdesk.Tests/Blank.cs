using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests;

/// <summary>
/// An empty, upgraded database, made once per run and copied for every test: creating and migrating one took most of a
/// test's time.
/// </summary>
static class Blank
{
    const string Name = "stepdesk_blank";

    static readonly Lazy<Task<byte[]>> File = new(UpgradedFileAsync);
    static readonly Lazy<Task> Template = new(UpgradedTemplateAsync);

    /// <summary>Puts a fresh copy where the connection string points.</summary>
    public static async Task CopyToAsync(string connection)
    {
        if (!Databases.IsPostgres(connection))
        {
            var file = new SqliteConnectionStringBuilder(connection).DataSource;
            await System.IO.File.WriteAllBytesAsync(file, await File.Value);
            return;
        }
        await Template.Value;
        await OnServerAsync($"CREATE DATABASE {NameIn(connection)} TEMPLATE {Name}");
    }

    /// <summary>Takes the copy away again.</summary>
    public static async Task DropAsync(string connection)
    {
        if (!Databases.IsPostgres(connection))
        {
            // The file goes with its folder; only the pool still holds it.
            await using var open = new SqliteConnection(connection);
            SqliteConnection.ClearPool(open);
            return;
        }
        await using (var open = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(open);
        await OnServerAsync($"DROP DATABASE {NameIn(connection)} WITH (FORCE)");
    }

    static async Task<byte[]> UpgradedFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("stepdesk-blank-").FullName;
        var connection = Databases.Embedded(folder);
        await UpgradeAsync(connection);
        // Closing the last connection moves the write-ahead log into the file.
        await DropAsync(connection);
        var file = await System.IO.File.ReadAllBytesAsync(new SqliteConnectionStringBuilder(connection).DataSource);
        Directory.Delete(folder, recursive: true);
        return file;
    }

    static async Task UpgradedTemplateAsync()
    {
        var connection = $"{Postgres.Connection};Database={Name}";
        await UpgradeAsync(connection);
        // A database somebody is connected to cannot be copied.
        await using var open = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(open);
    }

    static async Task UpgradeAsync(string connection)
    {
        await using var services = new ServiceCollection().AddDatabase(connection).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        await db.UpgradeAsync(CancellationToken.None);
    }

    static async Task OnServerAsync(string command)
    {
        await using var server = new NpgsqlConnection($"{Postgres.Connection};Database=postgres");
        await server.OpenAsync();
        await using var run = new NpgsqlCommand(command, server);
        await run.ExecuteNonQueryAsync();
    }

    static string NameIn(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;
}
