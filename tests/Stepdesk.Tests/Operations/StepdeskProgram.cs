using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Stepdesk.Tests.Operations;

/// <summary>The real program, run as a process on a place of its own, on the database under test.</summary>
sealed class StepdeskProgram : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    readonly List<Process> running = [];

    // As it is built and installed, beside these tests; what is copied in with them is not compiled ahead.
    static readonly string Program = Path.GetFullPath(
        Path.Combine(
            AppContext.BaseDirectory,
            "../../Stepdesk.Web",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
            "stepdesk.dll"
        )
    );

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"stepdesk-{Guid.NewGuid():n}");

    /// <summary>What stands in its environment beside ours, such as its mail settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
    public string DatabaseName => Path.GetFileName(Folder).Replace('-', '_');
    public string? Database =>
        Postgres.Connection is { } server ? $"{server};Database={DatabaseName};Pooling=false" : null;

    /// <summary>Runs a verb to its end.</summary>
    public Task<Said> RunAsync(params string[] args) => RunOnAsync("", args);

    /// <summary>Runs a verb to its end on what it finds on standard input.</summary>
    public async Task<Said> RunOnAsync(string input, params string[] args)
    {
        var process = Start(args);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, (await output).Trim(), (await errors).Trim());
    }

    /// <summary>Starts a verb and leaves it running, at the latest until the test ends.</summary>
    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        if (!args.Contains("--data"))
        {
            start.ArgumentList.Add("--data");
            start.ArgumentList.Add(Folder);
        }
        if (Database is { } database && !args.Contains("--database"))
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(database);
        }
        var process = Process.Start(start)!;
        running.Add(process);
        return process;
    }

    /// <summary>Asks the process to stop, as a service manager does.</summary>
    public static void Terminate(Process process) => Assert.Equal(0, Kill(process.Id, 15));

    /// <summary>Ends the process in the middle of whatever it does, as <c>kill -9</c> does.</summary>
    public async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        running.Remove(process);
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
            process.Dispose();
        }
        if (Postgres.Connection is { } server)
        {
            await using var admin = new Npgsql.NpgsqlConnection($"{server};Database=postgres");
            await admin.OpenAsync();
            await using var drop = admin.CreateCommand();
            drop.CommandText = $"DROP DATABASE IF EXISTS {DatabaseName} WITH (FORCE)";
            await drop.ExecuteNonQueryAsync();
        }
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Kill(int process, int signal);
}

/// <summary>What a verb answered.</summary>
sealed record Said(int Exit, string Output, string Errors);
