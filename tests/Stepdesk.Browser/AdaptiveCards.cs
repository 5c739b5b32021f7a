using System.Diagnostics;

namespace Stepdesk.Tests;

/// <summary>The published parser and renderer of Adaptive Cards, installed once for all tests in the versions that are pinned.</summary>
static class AdaptiveCards
{
    static readonly string Pinned = Path.Combine(AppContext.BaseDirectory, "cards");
    static readonly Lazy<Task<string>> Installing = new(InstallAsync);

    /// <summary>The scripts a page needs to read and to draw a card, in their order.</summary>
    public static async Task<IReadOnlyList<string>> ScriptsAsync()
    {
        var modules = await Installing.Value;
        return
        [
            Path.Combine(modules, "adaptivecards/dist/adaptivecards.min.js"),
            Path.Combine(modules, "markdown-it/dist/markdown-it.min.js"),
        ];
    }

    // By the lock, whose hashes are checked; nothing a package brings is run.
    static async Task<string> InstallAsync()
    {
        using var npm =
            Process.Start(
                new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
                {
                    WorkingDirectory = Pinned,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException("npm could not be started.");
        var said = await npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(npm.ExitCode == 0, $"npm ci ended with {npm.ExitCode}: {said}");
        return Path.Combine(Pinned, "node_modules");
    }
}
