using System.Globalization;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Reading;

/// <summary>Of which clock a time is: "09:00Z", "9am GMT+7", "9h (giờ Hà Nội)".</summary>
static partial class Zones
{
    // "(GMT +07:00)" has thirteen.
    const int Longest = 16;

    static readonly TimeSpan Furthest = TimeSpan.FromHours(14);

    /// <summary>The phrase with the zone that stands there; null when none does.</summary>
    public static TimePhrase? Add(Passage passage, TimePhrase to, int at)
    {
        if (to.Offset is not null)
            return null;
        var opens = passage[at].Is(Meaning.Opens);
        var first = opens ? at + 1 : at;
        if ((Offset(passage, first, opens) ?? Named(passage, to, first)) is not { } zoned)
            return null;
        if (opens)
            return passage[zoned.Last + 1].Is(Meaning.Closes) ? zoned with { Last = zoned.Last + 1 } : null;
        // Before a time, but not before another zone: a line of them is nothing.
        return to.Last >= to.First || TimeParts.ClockAt(passage, to, zoned.Last + 1) is not null ? zoned : null;

        TimePhrase? Offset(Passage passage, int first, bool opens) =>
            OffsetAt(passage, first, opens) is { } said && (said.IsNamed || opens || to.Clock is not null)
                ? With(to, said.Offset, said.Last)
                : null;
    }

    static TimePhrase? Named(Passage passage, TimePhrase to, int at)
    {
        var item = passage[at];
        // A letter alone is a zone only where the time stands.
        if (item.Token is { Exact: "z", IsStuck: true } && passage[at - 1].Is(TokenKind.Clock))
            return With(to, TimeSpan.Zero, at);
        return item.Is(Meaning.Zone) ? Named(to, item.Value) with { Last = at } : null;
    }

    /// <summary>The phrase in the zone with this value.</summary>
    public static TimePhrase Named(TimePhrase to, int zone) =>
        zone switch
        {
            ZoneWords.Own => to,
            ZoneWords.Unclear => to with { IsZoneUnclear = true },
            _ => With(to, TimeSpan.FromHours(zone - ZoneWords.Utc), to.Last),
        };

    static TimePhrase With(TimePhrase to, TimeSpan offset, int last) =>
        to with
        {
            Last = last,
            Offset = offset,
            IsImpossible = to.IsImpossible || offset.Duration() > Furthest,
        };

    /// <summary>The offset written in digits, and whether UTC or GMT stands before it.</summary>
    static (TimeSpan Offset, bool IsNamed, int Last)? OffsetAt(Passage passage, int at, bool opens)
    {
        var item = passage[at];
        if (item.Is(TokenKind.Break))
            return null;
        var written = Written().Match(passage.Text, item.Start, Math.Min(Longest, passage.Text.Length - item.Start));
        if (!written.Success)
            return null;
        var named = written.Groups["name"].Success;
        if (!named && !opens && !IsOfClock(passage, at, written))
            return null;
        var last = at;
        while (passage[last].End < item.Start + written.Length)
            if (passage[++last].Is(TokenKind.Break))
                return null;
        if (passage[last].End > item.Start + written.Length)
            return null;
        var length = new TimeSpan(Value("hours"), Value("minutes"), 0);
        return (written.Groups["sign"].ValueSpan is "+" ? length : -length, named, last);

        int Value(string part) =>
            written.Groups[part] is { Success: true } digits
                ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture)
                : 0;
    }

    // "13:00-15:00" is from one to three; behind a date with a T it is an offset.
    static bool IsOfClock(Passage passage, int at, Match written)
    {
        var clock = passage[at - 1];
        return clock.Is(TokenKind.Clock)
            && written.Groups["hours"].Length == 2
            && (written.Groups["minutes"].Success || passage[at].Token.IsStuck)
            && (
                written.Groups["sign"].ValueSpan is "+"
                || passage[at].Token.IsStuck && clock.Start > 0 && passage.Text[clock.Start - 1] is 'T'
            );
    }

    [GeneratedRegex(
        @"^(?<name>UTC|GMT)?\s?(?<sign>[+\-−–])\s?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Written();
}
