using Npgsql;
using Stepdesk.Tests;

[assembly: AssemblyFixture(typeof(Postgres))]

namespace Stepdesk.Tests;

/// <summary>The tests' PostgreSQL, started only when STEPDESK_TEST_DATABASE says <c>postgres</c> and stopped at the end.</summary>
public sealed class Postgres : IAsyncLifetime
{
    PostgresServer? server;

    public static bool IsWanted => Environment.GetEnvironmentVariable("STEPDESK_TEST_DATABASE") is "postgres";

    /// <summary>To the server, without a database name.</summary>
    public static string? Connection { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!IsWanted)
            return;
        // Durability is not under test here, and fsync would dominate the suite.
        server = await PostgresServer.StartAsync("fsync=off", "max_connections=300");
        Connection = server.Connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
    }
}
