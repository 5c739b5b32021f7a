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
public sealed record Say(Delay After, string From, string Line, string Key, bool ByMail) : Effect(After)
{
    /// <summary>What it is to whoever asked; a rule that an author wrote goes before all that people say by themselves.</summary>
    public SayKind Kind { get; init; }

    /// <summary>What is tried, and said of it.</summary>
    public Trial? Tries { get; init; }

    /// <summary>All it can come to.</summary>
    internal IEnumerable<string> Lines => Tries is { } trial ? [Line, trial.Line, trial.Fails] : [Line];

    /// <summary>What comes of it, in the place of saying that it will be tried.</summary>
    public Say Outcome =>
        Tries is { } trial ? this with { Line = trial.Fails, Key = trial.Fails, Kind = SayKind.Outcome } : this;
}

/// <summary>What somebody says is to whoever asked.</summary>
public enum SayKind
{
    /// <summary>What a rule of the scenario lets them say.</summary>
    Ruled,

    /// <summary>An answer to a question.</summary>
    Answer,

    /// <summary>That they will try and tell.</summary>
    Announcement,

    /// <summary>What came of it.</summary>
    Outcome,

    /// <summary>That they did not understand.</summary>
    Unclear,
}

/// <summary>Something a person tries when asked whether it works.</summary>
/// <param name="Works">Whether it does, at the instant at which they tell.</param>
/// <param name="Line">What they say then.</param>
/// <param name="Fails">What they say otherwise.</param>
/// <param name="After">How long it takes them once they said that they will.</param>
public sealed record Trial(Condition Works, string Line, string Fails, Delay After);

/// <summary>Something becomes so.</summary>
public sealed record Emit(Delay After, string Type, string By, string? Key) : Effect(After);

/// <summary>A variable gets a value.</summary>
public sealed record Assign(Delay After, string Name, string Value) : Effect(After);
