using System.Text.Json;

namespace Stepdesk.Tests;

/// <summary>The file that is kept with the pages is what its pinned sources give, and may be passed on.</summary>
public sealed class EditorBundleTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "codemirror");

    [Fact]
    public async Task It_is_what_make_editor_gives()
    {
        await Npm.InstallAsync(Folder);
        await Npm.RunAsync("node", ["bundle.js", "made.js"], Folder);

        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Folder, "made.js"), Stop),
            await File.ReadAllTextAsync(Path.Combine(Folder, "codemirror.js"), Stop)
        );
    }

    [Fact]
    public async Task Every_package_of_it_may_be_passed_on_and_says_so()
    {
        using var locked = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"), Stop)
        );
        var packages = locked
            .RootElement.GetProperty("packages")
            .EnumerateObject()
            .Where(p => p.Name.Length > 0)
            .ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, p => Assert.Equal("MIT", p.Value.GetProperty("license").GetString()));
        Assert.Contains(
            "The above copyright notice and this permission notice shall be included in",
            await File.ReadAllTextAsync(Path.Combine(Folder, "codemirror.js"), Stop),
            StringComparison.Ordinal
        );
    }
}
