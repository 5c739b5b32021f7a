namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>When something holds, and nothing speaks against it, things happen. Once, unless it says how often.</summary>
/// <param name="Order">Its place in the file: of two things due at one instant the earlier one happens first.</param>
public sealed record Rule(
    string Id,
    int Order,
    Condition When,
    Condition? Unless,
    int Repeat,
    IReadOnlyList<Effect> Then
)
{
    /// <summary>In which branches; in all when empty.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>Fires on each occasion as long as the session lasts.</summary>
    public const int Always = int.MaxValue;

    public bool In(string branch) => Branches.Count == 0 || Branches.Contains(branch, StringComparer.Ordinal);
}

/// <summary>Something that happens a while after a rule fired.</summary>
/// <param name="After">How long after; what somebody says comes after the time that person needs.</param>
public abstract record Effect(Delay After);

/// <summary>Somebody writes.</summary>
public sealed record Say(Delay After, string From, string Line, string Key, bool ByMail) : Effect(After);

/// <summary>Something becomes so.</summary>
public sealed record Emit(Delay After, string Type, string By, string? Key) : Effect(After);

/// <summary>A variable gets a value.</summary>
public sealed record Assign(Delay After, string Name, string Value) : Effect(After);
