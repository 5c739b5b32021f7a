using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Stepdesk.Tests;

[assembly: AssemblyFixture(typeof(Postgres))]

namespace Stepdesk.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own: an ordinary process on a free port, stopped at the end. Started only when
/// STEPDESK_TEST_DATABASE says <c>postgres</c>.
/// </summary>
public sealed class Postgres : IAsyncLifetime
{
    const string Bin = "/usr/lib/postgresql/15/bin";
    readonly string folder = Path.Combine(Path.GetTempPath(), $"stepdesk-pg-{Guid.NewGuid():n}");

    public static bool IsWanted => Environment.GetEnvironmentVariable("STEPDESK_TEST_DATABASE") is "postgres";

    /// <summary>To the server, without a database name.</summary>
    public static string? Connection { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!IsWanted)
            return;
        Directory.CreateDirectory(folder);
        var data = Path.Combine(folder, "data");
        if (IsRoot)
            await RunAsync("/bin/chown", "postgres", folder);
        await RunAsPostgresAsync(
            $"{Bin}/initdb",
            "-D",
            data,
            "-A",
            "trust",
            "-U",
            "app",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8"
        );
        var port = FreePort();
        // Durability is not under test here, and fsync would dominate the suite.
        await RunAsPostgresAsync(
            $"{Bin}/pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            Path.Combine(folder, "log"),
            "-o",
            $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off -c max_connections=300",
            "start"
        );
        Connection = $"Host=127.0.0.1;Port={port};Username=app;Maximum Pool Size=40";
    }

    public async ValueTask DisposeAsync()
    {
        if (Connection is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await RunAsPostgresAsync($"{Bin}/pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    static bool IsRoot => OperatingSystem.IsLinux() && Environment.UserName == "root";

    // PostgreSQL refuses to run as root.
    static Task RunAsPostgresAsync(string program, params string[] args) =>
        IsRoot ? RunAsync("/usr/sbin/runuser", ["-u", "postgres", "--", program, .. args]) : RunAsync(program, args);

    static async Task RunAsync(string program, params string[] args)
    {
        // The server inherits our pipes and would keep them open, so its words go nowhere and its log is a file.
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. args]
        )
        {
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}. Is PostgreSQL 15 installed? ./test installs it."
            );
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
