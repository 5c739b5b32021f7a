namespace Stepdesk.Core.Reading;

/// <summary>A time as the hands of a clock show it: "quarter to nine", "half past 9", "ten to nine tomorrow".</summary>
static class ClockFace
{
    /// <summary>The phrase with the time that stands there; null when none does.</summary>
    public static TimePhrase? At(Passage passage, TimePhrase to, int at)
    {
        if (to.Clock is not null || passage[at].Tongue is not Tongue.English)
            return null;
        var (minutes, last) = Minutes(passage, at);
        var side = passage[last + 1].Token.Exact;
        var isPart = minutes is 15 or 30;
        // "From 10 to 12 tomorrow" is a range.
        if (
            minutes == 0
            || side is not ("to" or "past")
            || side is "to" && minutes == 30
            || !isPart && !(passage[at].Is(TokenKind.Word) && passage[at - 1].Token.Exact is "by" or "before" or "at")
            || Hour(passage, to, last + 2, isPart) is not { } hour
        )
            return null;
        var length = TimeSpan.FromMinutes(minutes);
        return side is "to" ? hour with { Less = length } : hour with { Clock = hour.Clock + length };
    }

    static (int Minutes, int Last) Minutes(Passage passage, int at) =>
        (passage[at].Is(Meaning.Share), passage[at].Value) switch
        {
            (true, 12) => (30, at),
            (true, 14) => (15, at),
            _ when passage[at].Token.Exact is "quarter" => (15, at),
            _ => Number.At(passage, at) is { Low: (5 or 10 or 20 or 25) and var said, Last: var end }
                ? (said, end)
                : default,
        };

    /// <summary>The hour there; a bare number behind a part of an hour, or with its day.</summary>
    static TimePhrase? Hour(Passage passage, TimePhrase to, int at, bool isPart) =>
        TimeParts.ClockAt(passage, to, at) is { Clock: { Minutes: 0 }, IsImpossible: false } hour ? hour
        : Number.At(passage, at) is { Low: >= 1 and <= 12 and var said, High: var most, Last: var last }
        && said == most
        && (isPart || passage[last + 1].Is(Meaning.DayRef) || passage[last + 1].Is(Meaning.Weekday))
            ? to with
            {
                Last = last,
                Clock = TimeSpan.FromHours(said),
            }
        : null;
}
