namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Where something stands in an author's files.</summary>
public sealed record Place(string File, int Line);

/// <summary>A part of an author's file: a text, a list or a map. Whatever notation it was in is left behind.</summary>
public abstract record Node(Place Place);

public sealed record TextNode(Place Place, string Text) : Node(Place);

public sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

public sealed record MapNode(Place Place, IReadOnlyList<Entry> Entries) : Node(Place)
{
    public Node? Find(string key) => Entries.FirstOrDefault(e => e.Key == key)?.Value;
}

/// <summary>A key of a map with its value.</summary>
public sealed record Entry(Place Place, string Key, Node Value);

/// <summary>
/// An author's files, read: the scenario itself, its lines, its rubric, and its runs by their names. A file that is not
/// there is missing here too.
/// </summary>
/// <param name="Hash">SHA-256 over the texts.</param>
public sealed record Manuscript(
    MapNode Scenario,
    MapNode? LinesVi,
    MapNode? LinesEn,
    MapNode? Rubric,
    IReadOnlyDictionary<string, Node> Runs,
    string Hash
);
