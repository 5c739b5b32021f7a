using System.Globalization;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice.Scenarios;

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

    /// <summary>Whether a number is more than all of these.</summary>
    public bool IsBelow(IReadOnlyList<int> said) => Compare(To, said) < 0;

    /// <summary>Whether something is near one of them, by half as much again or less.</summary>
    public bool IsNear(double said) => said >= From[0] / Half && said <= To[0] * Half;

    const double Half = 1.5;

    /// <summary>Whether an hour of the day is one of them, an hour more or less.</summary>
    public bool IsNearHour(IReadOnlyList<int> said) =>
        MinuteOf(said) >= MinuteOf(From) - Hour && MinuteOf(said) <= MinuteOf(To) + Hour;

    static int MinuteOf(IReadOnlyList<int> hour) => hour[0] * Hour + hour.ElementAtOrDefault(1);

    const int Hour = 60;

    /// <summary>Whether they are the same number: 14h and 14:00 are.</summary>
    public static bool AreSame(IReadOnlyList<int> one, IReadOnlyList<int> other) => Compare(one, other) == 0;

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
