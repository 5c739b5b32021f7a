using System.Diagnostics;

namespace Stepdesk.Tests.Practice;

/// <summary>
/// A run at the real desk, from its first mail to its verdicts, in a namespace of the kernel's in which there is no
/// network at all. It goes as it goes elsewhere, and nobody as much as tries to reach anything.
/// </summary>
public sealed class NoNetworkTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // An address that belongs to nobody, and is no loopback either (RFC 5737).
    const string SomewhereElse = "exec 3<>/dev/tcp/192.0.2.1/25";

    // These tests are started by their own name, or through the runtime.
    static string[] Self =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet"
            ? [Environment.ProcessPath!, typeof(NoNetworkTests).Assembly.Location]
            : [Environment.ProcessPath!];

    [Fact]
    public async Task A_whole_run_needs_no_network_and_looks_for_none()
    {
        await SkipWithoutNamespacesAsync();
        var trace = Path.GetTempFileName();
        try
        {
            var (exit, output) = await RunAsync([
                "unshare",
                "-rn",
                .. await TracedAsync(trace),
                .. Self,
                "-class",
                typeof(SessionStoryTests).FullName!,
            ]);

            Assert.True(exit == 0, output);
            Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
            Assert.DoesNotContain(File.ReadLines(trace), Leaves);
        }
        finally
        {
            File.Delete(trace);
        }
    }

    // Without this the test above could watch nothing, and pass.
    [Fact]
    public async Task Whoever_did_try_would_be_seen_and_would_not_get_through()
    {
        await SkipWithoutNamespacesAsync();
        var trace = Path.GetTempFileName();
        try
        {
            var traced = await TracedAsync(trace);

            var (exit, output) = await RunAsync(["unshare", "-rn", .. traced, "bash", "-c", SomewhereElse]);

            Assert.NotEqual(0, exit);
            Assert.Contains("unreachable", output, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(traced.Count > 0, File.ReadLines(trace).Any(Leaves));
        }
        finally
        {
            File.Delete(trace);
        }
    }

    // Sockets between processes of one machine have no address of the internet.
    static bool Leaves(string call) => call.Contains("AF_INET", StringComparison.Ordinal);

    static async Task SkipWithoutNamespacesAsync()
    {
        try
        {
            var (exit, output) = await RunAsync(["unshare", "-rn", "true"]);
            Assert.SkipWhen(exit != 0, $"This kernel lets nobody have a network namespace of their own: {output}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no unshare(1) here to ask for a network namespace with. It is part of util-linux.");
        }
    }

    // Where nobody can look on, the run still has to get by without a network.
    static async Task<IReadOnlyList<string>> TracedAsync(string trace)
    {
        string[] strace = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", trace];
        try
        {
            var (exit, _) = await RunAsync([.. strace, "true"]);
            return exit == 0 ? strace : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }

    static async Task<(int Exit, string Output)> RunAsync(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[SessionStoryTests.OnlyRun] = "golden/pool.yaml";
        // A database server is reached by the network, and this run has none.
        start.Environment.Remove("STEPDESK_TEST_DATABASE");
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }
}
