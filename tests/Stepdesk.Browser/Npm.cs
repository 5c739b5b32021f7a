using System.Diagnostics;

namespace Stepdesk.Tests;

/// <summary>Packages of npm in the versions that are pinned, beside the tests.</summary>
static class Npm
{
    /// <summary>Installs by the lock of a folder, whose hashes are checked; nothing a package brings is run.</summary>
    public static Task InstallAsync(string folder) =>
        RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], folder);

    public static async Task RunAsync(string program, string[] arguments, string folder)
    {
        using var process =
            Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException($"{program} could not be started.");
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {arguments[0]} ended with {process.ExitCode}: {said}");
    }
}
