namespace Stepdesk.Engine.Data;

/// <summary>The folder an installation keeps its own things in: the embedded database, settings, keys and checkpoints.</summary>
public sealed record DataFolder(string Path)
{
    public string Keys => System.IO.Path.Combine(Path, "keys");
    public string Checkpoints => System.IO.Path.Combine(Path, "checkpoints");
    public string Settings => System.IO.Path.Combine(Path, "stepdesk.json");

    /// <summary>Makes the folder if there is none, for its owner's eyes only: it holds keys and everybody's mail.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
