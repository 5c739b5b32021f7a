using System.Diagnostics;

namespace Stepdesk.Tests;

/// <summary>The sources these tests were built from.</summary>
static class Repository
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Every file that is kept, by its path from the root: what git tracks, or would once it is added.</summary>
    public static IReadOnlyList<string> Files { get; } = Kept();

    public static IEnumerable<string> Sources =>
        Files.Where(f =>
            f.StartsWith("src/", StringComparison.Ordinal)
            && (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            && !IsGenerated(f)
        );

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Whether a tool wrote it: the migrations and the compiled models.</summary>
    public static bool IsGenerated(string file) =>
        file.Contains("/Migrations/", StringComparison.Ordinal)
        || file.Contains("/Compiled/", StringComparison.Ordinal);

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Stepdesk.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);

    static List<string> Kept()
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Where(f => File.Exists(Path.Combine(Folder, f)))];
    }
}
