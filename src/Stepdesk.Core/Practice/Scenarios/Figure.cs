using System.Globalization;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>
/// A number that facts of the scenario say: how many, since when, which version, by when. Somebody who has seen one of
/// them and states another number of the very same thing says what is not so. In doubt nobody is wrong: not about another
/// class, another time, a share of them, a percentile, a target or a limit.
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

    /// <summary>How a part of it is counted. Only more than the whole is wrong.</summary>
    public IReadOnlyList<Wording> Parts { get; init; } = [];

    /// <summary>Where somebody states for sure, and as it is, a number that is none of the right ones.</summary>
    /// <param name="known">What had come to light of the right ones; all of them when it is left out.</param>
    public IEnumerable<Stated> WrongIn(FoldedText text, IReadOnlyList<Amounts>? known = null)
    {
        var counted = Numerals.In(text);
        var whole = Says.SelectMany(w => StatedIn(counted, w)).ToList();
        // Whoever has said the whole may go on to say what it is made of.
        var isSaid = whole.Exists(IsRight);
        var parts = Parts.SelectMany(w => StatedIn(counted, w)).Concat(whole.Where(_ => isSaid));
        return whole
            .Where(s => !isSaid && !IsRight(s))
            .Concat(parts.Where(s => IsMore(s, known ?? Is)))
            .Where(s => IsMeant(counted, s))
            .DistinctBy(s => s.Words.Offset)
            .OrderBy(s => s.Words.Offset);
    }

    /// <summary>Whether any such number is stated at all.</summary>
    public bool IsIn(FoldedText text)
    {
        var counted = Numerals.In(text);
        return Says.Concat(Parts).Any(w => w.In(counted));
    }

    bool IsRight(Stated said) =>
        said.Readings.Any(r => Is.Any(i => i.Hold(r)) || said.IsRough && Is.Any(i => i.IsNear(Stated.Worth(r))));

    static bool IsMore(Stated said, IReadOnlyList<Amounts> whole) =>
        said.Readings.All(r => whole.All(w => w.IsBelow(r) && !(said.IsRough && w.IsNear(Stated.Worth(r)))));

    static IEnumerable<Stated> StatedIn(FoldedText counted, Wording wording) =>
        from Match found in wording.Expression.Matches(counted.Folded)
        let number = found.Groups[Number]
        where !IsCut(counted.Folded, number.Index)
        let said = Stated.Of(counted, found, number, wording)
        where said is not null
        // "More than 10", "10 to 49": that is no number to compare.
        where !Open().IsMatch(counted.Folded[..number.Index])
        select said;

    // The end of a longer number is none.
    static bool IsCut(string text, int at) =>
        at > 0
        && char.IsAsciiDigit(text[at])
        && (
            char.IsAsciiDigit(text[at - 1])
            || at > 1 && text[at - 1] is '.' or ',' or ':' && char.IsAsciiDigit(text[at - 2])
        );

    static bool IsMeant(FoldedText counted, Stated said) =>
        !counted.IsAsked(said.Words)
        && !Stance.IsDenied(counted, said.Words, said.Wording)
        && Stance.IsStated(counted, said.Words)
        && !Scope.IsAnother(counted.Source, said.Words);

    [GeneratedRegex(
        @"(\b(hon|tren|duoi|it nhat|toi thieu|toi da|khong qua|gan|den|toi|over|above|under|below|at least|at most|up to|more than|less than|fewer than|nearly|almost|between|to|and|va)|[-–<>/+]) ?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Open();
}

/// <summary>A number as it was stated.</summary>
/// <param name="Readings">What it may mean: <c>1.500</c> is a thousand more or one and a half, <c>2:05</c> may be in the afternoon.</param>
/// <param name="IsRough">Somebody said <em>about</em>.</param>
/// <param name="Unit">What is written right after the number.</param>
public sealed partial record Stated(
    Excerpt Words,
    IReadOnlyList<IReadOnlyList<int>> Readings,
    bool IsRough,
    string Unit,
    Wording Wording
)
{
    internal static Stated? Of(FoldedText counted, Match found, Group number, Wording wording)
    {
        if (Amounts.Of(number.Value) is not { } said)
            return null;
        var after = number.Index + number.Length;
        var unit = counted.Folded[after..Math.Min(counted.Folded.Length, after + LongestUnit)].TrimStart();
        return new(
            counted.Excerpt(found),
            [said, .. Others(said, number.Value, counted.Excerpt(number).Text, unit)],
            Rough().IsMatch(counted.Folded[..number.Index]),
            unit,
            wording
        );
    }

    const int LongestUnit = 12;

    static IEnumerable<IReadOnlyList<int>> Others(IReadOnlyList<int> said, string number, string written, string unit)
    {
        // There is no part of a person.
        if (Numerals.IsEither(written) && !People().IsMatch(unit) && Amounts.Of(written) is { } fraction)
            yield return fraction;
        if (IsHour(number) && said[0] < Noon)
            yield return [said[0] + Noon, .. said.Skip(1)];
    }

    static bool IsHour(string number) => number.AsSpan().ContainsAny(":hg");

    const int Noon = 12;

    /// <summary>The number for reckoning, with what stands behind the point.</summary>
    internal static double Worth(IReadOnlyList<int> reading) =>
        reading.Count == 1 ? reading[0] : double.Parse($"{reading[0]}.{reading[1]}", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(ban|nguoi|em|hoc (vien|sinh)|sinh vien|thi sinh|students?|users?|people|learners?)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex People();

    [GeneratedRegex(
        @"(\b(khoang|tam|chung|xap xi|uoc chung|about|around|some|roughly|approximately)|~) ?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Rough();
}
