using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Claims;

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

    /// <summary>Among the right ones: all there are.</summary>
    public const string All = "all";

    /// <summary>How a part of it is counted. Only more than the whole is wrong.</summary>
    public IReadOnlyList<Wording> Parts { get; init; } = [];

    /// <summary>How numbers of its sort are stated, beside its own wordings.</summary>
    internal Stating? Form { get; init; }

    /// <summary>Whether all of them is right.</summary>
    public bool IsAll { get; init; }

    /// <summary>Whether a wrong one is a claim nobody looked up before any of the facts came to light too.</summary>
    public bool Always { get; init; }

    /// <summary>Once one of these came to light there is nothing to compare with any more.</summary>
    public IReadOnlyList<string> Until { get; init; } = [];

    /// <summary>Whether it may be an hour of the day, or how long something takes, that is stated.</summary>
    public bool ReadsTimes => Form?.ReadsTimes is not false;

    /// <summary>Where somebody states such a number for sure, right or wrong.</summary>
    public IEnumerable<Stated> StatedIn(FoldedText text)
    {
        var counted = Numerals.In(text);
        return Says.SelectMany(w => Worded(counted, w)).Concat(Form?.In(counted) ?? []);
    }

    /// <summary>Where somebody states for sure, and as it is, a number that is none of the right ones.</summary>
    /// <param name="known">What had come to light of the right ones; all of them when it is left out.</param>
    public IEnumerable<Stated> WrongIn(FoldedText text, Func<IReadOnlyList<Amounts>>? known = null)
    {
        var counted = Numerals.In(text);
        var read = Form?.In(counted).ToList() ?? [];
        var whole = Says.SelectMany(w => Worded(counted, w)).Concat(read.Where(s => !s.IsPart)).ToList();
        // Whoever has said the whole may go on to say what it is made of.
        var isSaid = whole.Exists(IsRight);
        var parts = Parts
            .SelectMany(w => Worded(counted, w))
            .Concat(read.Where(s => s.IsPart))
            .Concat(whole.Where(_ => isSaid))
            .Where(s => !IsRight(s));
        return Apart(
            whole.Where(s => !isSaid && !IsRight(s)).Concat(parts.Where(s => IsMore(s, known?.Invoke() ?? Is)))
        );
    }

    // Two wordings of one place are one.
    static IEnumerable<Stated> Apart(IEnumerable<Stated> wrong)
    {
        var end = 0;
        foreach (var stated in wrong.OrderBy(s => s.Words.Offset))
            if (stated.Words.Offset >= end)
            {
                yield return stated;
                end = stated.Words.Offset + stated.Words.Text.Length;
            }
    }

    bool IsRight(Stated said) =>
        said.IsAll
            ? IsAll
            : said.Readings.Any(r => Is.Any(i => i.Hold(r)) || said.IsRough && Is.Any(i => IsNear(said, i, r)));

    static bool IsNear(Stated said, Amounts right, IReadOnlyList<int> reading) =>
        said.IsHour ? right.IsNearHour(reading) : right.IsNear(Stated.Worth(reading));

    static bool IsMore(Stated said, IReadOnlyList<Amounts> whole) =>
        said.Readings.All(r => whole.All(w => w.IsBelow(r) && !(said.IsRough && w.IsNear(Stated.Worth(r)))));

    static IEnumerable<Stated> Worded(FoldedText counted, Wording wording) =>
        from Match found in wording.Expression.Matches(counted.Folded)
        let number = found.Groups[Number]
        where !IsCut(counted.Folded, number.Index)
        let said = Stated.Of(counted, found, number)
        where said is not null
        // "More than 10", "10 to 49": that is no number to compare.
        where !Open().IsMatch(counted.Folded[..number.Index]) && IsMeant(counted, said, wording)
        select said;

    // The end of a longer number is none.
    static bool IsCut(string text, int at) =>
        at > 0
        && char.IsAsciiDigit(text[at])
        && (
            char.IsAsciiDigit(text[at - 1])
            || at > 1 && text[at - 1] is '.' or ',' or ':' && char.IsAsciiDigit(text[at - 2])
        );

    static bool IsMeant(FoldedText counted, Stated said, Wording wording) =>
        !counted.IsAsked(said.Words)
        && !Stance.IsDenied(counted, said.Words, wording)
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
    string Unit
)
{
    /// <summary>It counts some of them, or says that there are more than so many.</summary>
    public bool IsPart { get; init; }

    /// <summary>No number, but all there are.</summary>
    public bool IsAll { get; init; }

    /// <summary>It is an hour of the day.</summary>
    public bool IsHour { get; init; }

    internal static Stated? Of(FoldedText counted, Match found, Group number)
    {
        if (Amounts.Of(number.Value) is not { } said)
            return null;
        var after = number.Index + number.Length;
        var unit = counted.Folded[after..Math.Min(counted.Folded.Length, after + LongestUnit)].TrimStart();
        return new(
            counted.Excerpt(found),
            [said, .. Others(said, number.Value, counted.Excerpt(number).Text, unit)],
            Rough().IsMatch(counted.Folded[..number.Index]),
            unit
        )
        {
            IsHour = IsClock(number.Value),
        };
    }

    const int LongestUnit = 12;

    static IEnumerable<IReadOnlyList<int>> Others(IReadOnlyList<int> said, string number, string written, string unit)
    {
        // There is no part of a person.
        if (Numerals.IsEither(written) && !People().IsMatch(unit) && Amounts.Of(written) is { } fraction)
            yield return fraction;
        if (IsClock(number) && said[0] < Noon)
            yield return [said[0] + Noon, .. said.Skip(1)];
    }

    internal static bool IsClock(string number) => number.AsSpan().ContainsAny(":hg");

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
