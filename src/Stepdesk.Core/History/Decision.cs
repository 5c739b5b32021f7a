namespace Stepdesk.Core.History;

/// <summary>Either what happens, or why it may not.</summary>
public sealed record Decision(IReadOnlyList<Event> Events, Refusal? Refusal)
{
    /// <summary>Asked again, nothing more happens.</summary>
    public static readonly Decision Nothing = new([], null);

    public static implicit operator Decision(Event what) => new([what], null);

    public static implicit operator Decision(Event[] what) => new(what, null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}

/// <summary>
/// A rule of the desk said no. The code is public and stable: problem type in the API, message key on screen and
/// evidence for a rubric. <paramref name="Detail"/> names the offending field or value, where there is one.
/// </summary>
public sealed record Refusal(string Code, string? Detail = null)
{
    /// <summary>What is missing, all of it at once, by the keys of its words: <c>part-{key}</c>.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>What could have been said instead, where that is one of a few words.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The calendar in which something is wrong, where there are several.</summary>
    public string? Calendar { get; init; }
}
