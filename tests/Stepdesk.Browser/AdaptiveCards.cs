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

    static async Task<string> InstallAsync()
    {
        await Npm.InstallAsync(Pinned);
        return Path.Combine(Pinned, "node_modules");
    }
}
