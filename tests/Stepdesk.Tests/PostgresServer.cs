using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Stepdesk.Tests;

/// <summary>A PostgreSQL server of our own: an ordinary process on a free port, in a folder that goes with it.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string Bin = "/usr/lib/postgresql/15/bin";
    readonly string folder = Path.Combine(Path.GetTempPath(), $"stepdesk-pg-{Guid.NewGuid():n}");

    /// <summary>To the server, without a database name.</summary>
    public string Connection { get; private set; } = "";

    public static async Task<PostgresServer> StartAsync(params string[] settings)
    {
        var server = new PostgresServer();
        await server.BeginAsync(settings);
        return server;
    }

    async Task BeginAsync(string[] settings)
    {
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
        var all = (string[])
            ["listen_addresses=127.0.0.1", $"port={port}", $"unix_socket_directories={folder}", .. settings];
        await RunAsPostgresAsync(
            $"{Bin}/pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            Path.Combine(folder, "log"),
            "-o",
            string.Join(' ', all.Select(setting => $"-c {setting}")),
            "start"
        );
        Connection = $"Host=127.0.0.1;Port={port};Username=app;Maximum Pool Size=40";
    }

    public async ValueTask DisposeAsync()
    {
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
