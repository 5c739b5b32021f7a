namespace Stepdesk.Core.Tests;

/// <summary>Where the sources are: the tests are built into a folder below them.</summary>
static class Repository
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Stepdesk.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
