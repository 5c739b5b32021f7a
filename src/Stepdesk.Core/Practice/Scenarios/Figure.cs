using System.Globalization;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>
/// A number that facts of the scenario say: how many, since when, which version, by when. Somebody who has seen one of
/// them and states another number says what is not so. Wordings are narrow: what none of them finds is nobody's mistake.
/// </summary>
/// <param name="Facts">What shows the number; before any of them came to light there is nothing to compare with.</param>
/// <param name="Says">How it is stated; the group <c>n</c> holds the number.</param>
/// <param name="Is">Every number that is right at any time.</param>
public sealed partial record Figure(
    string Id,
    IReadOnlyList<string> Facts,
    IReadOnlyList<Wording> Says,
    IReadOnlyList<Amounts> Is
)
{
    public const string Number = "n";

    /// <summary>Where somebody states for sure, and as it is, a number that is none of the right ones.</summary>
    public IEnumerable<Excerpt> WrongIn(FoldedText text) =>
        from wording in Says
        from Match found in wording.Expression.Matches(text.Folded)
        let number = found.Groups[Number]
        where Amounts.Of(number.Value) is { } said && !Is.Any(i => i.Hold(said))
        // "More than 10", "10 to 49": that is no number to compare.
        where !Roughly().IsMatch(text.Folded[..number.Index])
        let words = text.Excerpt(found)
        where !text.IsAsked(words) && !Stance.IsDenied(text, words, wording) && Stance.IsStated(text, words)
        select words;

    [GeneratedRegex(
        @"(\b(hon|tren|duoi|it nhat|toi thieu|toi da|khong qua|gan|khoang|tam|chung|den|toi|over|above|under|below|at least|at most|up to|more than|less than|fewer than|nearly|almost|about|around|some|between|to|and|va)|[-–~<>/+]) ?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Roughly();
}

/// <summary>
/// A number or a range of them, in whatever way it is written: <c>15</c>, <c>14:00</c> and <c>14h</c>, <c>3.18.0</c>,
/// <c>28..39</c>.
/// </summary>
public sealed partial record Amounts(IReadOnlyList<int> From, IReadOnlyList<int> To)
{
    /// <summary>The numbers a text holds; null when it holds none, or one nobody counts to.</summary>
    public static Amounts? Read(string text) =>
        text.Split("..") is [var from, var to]
            ? Of(from) is { } low && Of(to) is { } high
                ? new(low, high)
                : null
            : Of(text) is { } one
                ? new(one, one)
                : null;

    public bool Hold(IReadOnlyList<int> said) => Compare(From, said) <= 0 && Compare(said, To) <= 0;

    internal static IReadOnlyList<int>? Of(string text)
    {
        var parts = Digits().Matches(text);
        return parts.Count > 0 && parts.All(p => p.Length < 10)
            ? [.. parts.Select(p => int.Parse(p.Value, CultureInfo.InvariantCulture))]
            : null;
    }

    // 14h is 14:00, and 3.18 is 3.18.0.
    static int Compare(IReadOnlyList<int> one, IReadOnlyList<int> other) =>
        Enumerable
            .Range(0, Math.Max(one.Count, other.Count))
            .Select(at => one.ElementAtOrDefault(at).CompareTo(other.ElementAtOrDefault(at)))
            .FirstOrDefault(c => c != 0);

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
