using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Stepdesk.Tests.Mail;

namespace Stepdesk.Tests.Operations;

/// <summary>
/// <c>stepdesk serve</c> as an installation runs it: a process with mail servers and one address, which keeps its data
/// and that address however often it is killed and started again.
/// </summary>
sealed class ServedDesk : IAsyncDisposable
{
    readonly ConcurrentQueue<string> log = new();
    readonly StepdeskProgram program;
    Process? process;
    Task<string?> firstLine = Task.FromResult<string?>(null);

    public ServedDesk(MailServers servers, string mailbox)
    {
        Address = new($"http://127.0.0.1:{QuietPort()}");
        Mailbox = mailbox;
        program = new() { Settings = servers.Settings(mailbox, Address) };
    }

    public Uri Address { get; }

    /// <summary>What customers write to.</summary>
    public string Mailbox { get; }

    /// <summary>Adds somebody to the desk, whether it runs or not; their API token.</summary>
    public async Task<string> HireAsync(string name, string email, string role)
    {
        await DoneAsync(
            "user",
            "add",
            "--name",
            name,
            "--email",
            email,
            "--role",
            role,
            "--password",
            DeskApp.Password
        );
        return await DoneAsync("token", "create", "--user", email, "--name", "tests");
    }

    /// <summary>Runs a verb on its data; what it printed.</summary>
    public async Task<string> DoneAsync(params string[] args)
    {
        var said = await program.RunAsync(args);
        Assert.True(
            said.Exit == 0,
            $"{string.Join(' ', args[..2])} ended with {said.Exit}: {said.Output}{said.Errors}"
        );
        return said.Output;
    }

    /// <summary>Starts it and does not wait.</summary>
    public void Start()
    {
        process = program.Start("serve", "--urls", Address.ToString());
        process.ErrorDataReceived += (_, line) =>
        {
            // Null says that there is no more.
            if (line.Data is { } text)
                log.Enqueue(text);
        };
        process.BeginErrorReadLine();
        firstLine = process.StandardOutput.ReadLineAsync();
    }

    public async Task ReadyAsync()
    {
        var line = await firstLine;
        Assert.True(line?.StartsWith("ready ", StringComparison.Ordinal), $"It did not start: {line}\n{Log}");
    }

    /// <summary><c>kill -9</c>.</summary>
    public Task KillAsync() => program.KillAsync(process!);

    /// <summary>Asks it to stop, and waits.</summary>
    public async Task StopAsync()
    {
        StepdeskProgram.Terminate(process!);
        await process!.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"It ended with {process.ExitCode}.\n{Log}");
    }

    /// <summary>The last lines it logged, over all its lives.</summary>
    public string Log => string.Join('\n', log.TakeLast(20));

    public ValueTask DisposeAsync() => program.DisposeAsync();

    // Below the ports the system hands out by itself: a client that knocks while the desk is down could else be given
    // this very port to call from, reach itself, and keep the desk out.
    static int QuietPort()
    {
        for (; ; )
            try
            {
                var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there; try another.
            }
    }
}
