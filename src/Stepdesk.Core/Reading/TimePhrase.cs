using System.Runtime.InteropServices;

namespace Stepdesk.Core.Reading;

/// <summary>A point in time as people say it, in parts: "09:00 sáng ngày kia", "Friday 5pm", "trong vòng 48 giờ".</summary>
/// <param name="First">The first item.</param>
/// <param name="Last">The last item.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct TimePhrase(int First, int Last)
{
    /// <summary>Days from today.</summary>
    public int? DaysAhead { get; init; }
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Weeks from this one, where one was named.</summary>
    public int? Week { get; init; }

    /// <summary>"Thứ sáu tới": not today.</summary>
    public bool IsComing { get; init; }
    public int? Day { get; init; }
    public int? Month { get; init; }
    public int? Year { get; init; }

    /// <summary>As it was written: 5:30 may be in the afternoon.</summary>
    public TimeSpan? Clock { get; init; }

    /// <summary>No day has such a time: 25:00, 9h75, 13 am. Nobody can say what was meant.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>So much earlier than the clock says: "9h kém 15".</summary>
    public TimeSpan Less { get; init; }

    /// <summary>From UTC, when a zone was named; else it is the desk's clock.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>A zone was named that several places share, so nobody can say when it is.</summary>
    public bool IsZoneUnclear { get; init; }

    /// <summary>It has passed, as was said: yesterday, last week.</summary>
    public bool IsPast { get; init; }

    /// <summary>It was written with two digits, so it is of 24 hours.</summary>
    public bool IsOf24 { get; init; }

    /// <summary>1 before noon, 2 after.</summary>
    public int? AmPm { get; init; }

    /// <summary>1 morning, 2 noon, 3 afternoon, 4 evening, 5 night.</summary>
    public int? DayPart { get; init; }
    public bool IsEndOfDay { get; init; }
    public bool IsEndOfWeek { get; init; }
    public bool IsEndOfMonth { get; init; }

    /// <summary>From when the mail was received; only with these a phrase has a length.</summary>
    public TimeSpan? Length { get; init; }
    public int? LengthInDays { get; init; }

    public bool IsLength => Length is not null || LengthInDays is not null;
    public bool HasTime => Clock is not null || Length is not null;
    public bool HasDay =>
        DaysAhead is not null || Weekday is not null || Day is not null || IsEndOfWeek || IsEndOfMonth;

    /// <summary>Whether a number behind this item is likely a date or a time.</summary>
    public static bool Dates(Item before) =>
        before.Is(Meaning.DateWord)
        || before.Is(Meaning.Before)
        || before.Is(Meaning.Due)
        || before.Is(Meaning.Since)
        || before.Is(Meaning.DayPart)
        || before.Is(Meaning.DayRef)
        || before.Is(Meaning.Weekday)
        || before.Is(Meaning.To)
        || before.Is(Meaning.At) && !before.Is(Meaning.OutOf) && !before.Is(Meaning.Comma);

    /// <summary>The phrase that begins with this item.</summary>
    public static TimePhrase? At(Passage passage, int first) => LengthAt(passage, first) ?? PointAt(passage, first);

    /// <summary>"Within 48 hours", "trong 2 ngày tới", "2 ngày nữa".</summary>
    static TimePhrase? LengthAt(Passage passage, int first)
    {
        var at = first;
        while (at < first + MostBetween && passage[at].Is(Meaning.Within))
            at++;
        if (Number.At(passage, at) is not { High: { } most and <= MostAhead } number)
            return null;
        var unit = passage[number.Last + 1];
        var last = number.Last + 1;
        var ahead = false;
        while (last < number.Last + 1 + MostBetween && passage[last + 1].Is(Meaning.Ahead))
            (last, ahead) = (last + 1, true);
        if (at == first && !ahead)
            return null;
        // "Trong khoảng 13h đến 15h" are times of a day.
        if (unit.Is(Meaning.Hour) && passage[last + 1].Is(Meaning.To) && TimeParts.IsPart(passage, last + 2))
            return null;
        return unit.Is(Meaning.Hour) ? Of(TimeSpan.FromHours(most))
            : unit.Is(Meaning.Minute) ? Of(TimeSpan.FromMinutes(most))
            : unit.Is(Meaning.Day) ? new TimePhrase(first, last) { LengthInDays = most }
            : unit.Is(Meaning.Week) ? new TimePhrase(first, last) { LengthInDays = 7 * most }
            : null;

        TimePhrase Of(TimeSpan length) => new(first, last) { Length = length };
    }

    static TimePhrase? PointAt(Passage passage, int first)
    {
        if (TimeParts.Add(passage, new(first, first - 1), first) is not { } phrase)
            return null;
        while (Longer(passage, phrase) is { } more)
            phrase = more;
        return phrase.HasDay || phrase.Clock is not null || phrase.IsEndOfDay || phrase.DayPart is not null
            ? phrase
            : null;
    }

    /// <summary>With the part behind it; only small words stand between.</summary>
    static TimePhrase? Longer(Passage passage, TimePhrase phrase)
    {
        if (Zones.Add(passage, phrase, phrase.Last + 1) is null && Through(passage, phrase) is { } through)
            return through;
        for (var at = phrase.Last + 1; at <= phrase.Last + MostBetween + 1; at++)
            if (TimeParts.Add(passage, phrase, at) is { } more)
                return more;
            else if (!passage[at].Is(Meaning.At) && !passage[at].Is(Meaning.DateWord))
                return at == phrase.Last + 1 ? TimeUntil(passage, phrase, at) : null;
        return null;
    }

    /// <summary>"13:00-15:00 tomorrow", "13h đến 15h ngày mai": the earlier of the two, on the day said behind both.</summary>
    static TimePhrase? Through(Passage passage, TimePhrase phrase) =>
        phrase.Clock is not null
        && (passage[phrase.Last + 1].Is(Meaning.To) || passage[phrase.Last + 1].Token.Exact is "-" or "–")
        && TimeParts.ClockAt(passage, new(phrase.Last + 2, phrase.Last + 1), phrase.Last + 2)
            is { IsImpossible: false } end
            ? phrase with
            {
                Last = end.Last,
            }
            : null;

    /// <summary>"Tomorrow before 9am", "ngày mai trước 9h": the time of the day that was said.</summary>
    static TimePhrase? TimeUntil(Passage passage, TimePhrase day, int at) =>
        passage[at].Is(Meaning.Before)
        && day is { HasDay: true, HasTime: false, DayPart: null }
        && TimeParts.Add(passage, day, at + 1) is { } more
        && (more.Clock is not null || more.DayPart is not null)
            ? more
            : null;

    const int MostBetween = 2;
    const int MostAhead = 1000;
}
