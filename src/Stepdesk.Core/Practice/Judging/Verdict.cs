using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>How a line of the rubric came out.</summary>
public enum Outcome
{
    Met = 1,
    NotMet,

    /// <summary>Something was done that may not be done.</summary>
    Violated,

    /// <summary>It could not come up in this session; out of the sum.</summary>
    NotApplicable,

    /// <summary>Only a person can say.</summary>
    NeedsMentor,
}

/// <summary>An event a verdict rests on, and the words in it.</summary>
public sealed record Cited(int Seq, Excerpt? Words = null)
{
    /// <summary>Whether the event is cited for what it does not say, so that the less it says the better.</summary>
    public bool IsForSilence { get; init; }
}

/// <summary>What a check found, before it is weighed.</summary>
/// <param name="Evidence">What the outcome rests on: without these events it would be another.</param>
/// <param name="Missing">What would have been needed, in the scenario's own names.</param>
/// <param name="Sentence">The key of the sentence that says it, with what fills its places.</param>
public sealed record Ruling(
    Outcome Outcome,
    IReadOnlyList<Cited> Evidence,
    IReadOnlyList<string> Missing,
    Phrase Sentence
)
{
    /// <summary>What speaks the other way.</summary>
    public IReadOnlyList<Cited> Counter { get; init; } = [];
}

/// <summary>A sentence by its key, with what fills its places.</summary>
public sealed record Phrase(string Key, params IReadOnlyList<(string Name, object? Value)> With);

/// <summary>How one line came out for one session, with everything needed to check it by hand.</summary>
/// <param name="RuleVersion">Which text rules it was judged by; judged again by newer ones it is a new verdict.</param>
public sealed record Verdict(
    string Line,
    Outcome Outcome,
    double Points,
    double OutOf,
    bool Critical,
    Ruling Ruling,
    int RuleVersion,
    Said Sentence
);

/// <summary>A line of the rubric: what is asked, how much it weighs, and how to tell.</summary>
public sealed record RubricLine(string Id, double Weight, bool Critical, string Competence, Said Asks, Check Check)
{
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>Shown while somebody practises, never while they are assessed.</summary>
    public Said Hint { get; init; } = Said.Nothing;

    public bool In(string branch) => Branches.Count == 0 || Branches.Contains(branch, StringComparer.Ordinal);
}

/// <summary>A session as a whole.</summary>
/// <param name="Share">Points of those that could be had, mentors' lines left out; 0 when there were none.</param>
/// <param name="Passes">Nothing but a mentor's word is missing.</param>
public sealed record Report(IReadOnlyList<Verdict> Verdicts, double Points, double OutOf, double Share, bool Passes)
{
    public Verdict Of(string line) => Verdicts.First(v => v.Line == line);

    /// <summary>The share in whole percent, never rounded up: who is short of a mark has not reached it.</summary>
    public int Percent => PercentOf(Points, OutOf);

    // A share in two digits of a double is not always what it looks like: 0.7 of 10 is 7 and counts as 70.
    internal static int PercentOf(double points, double outOf) =>
        outOf > 0 ? (int)Math.Floor((points / outOf * 100) + 1e-9) : 0;
}
