namespace Stepdesk.Engine.Data;

/// <summary>The folder an installation keeps its own things in: the embedded database, settings, keys and checkpoints.</summary>
public sealed record DataFolder(string Path)
{
    public string Keys => System.IO.Path.Combine(Path, "keys");
    public string Checkpoints => System.IO.Path.Combine(Path, "checkpoints");
    public string Settings => System.IO.Path.Combine(Path, "stepdesk.json");
}
