using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Reading;

/// <summary>Which instant a time phrase means, for a mail received then, in a zone. Never one that has passed.</summary>
static class Instants
{
    /// <summary>A day without a time ends with the office.</summary>
    static readonly TimeSpan EndOfOffice = new(17, 30, 0);
    static readonly TimeSpan Noon = TimeSpan.FromHours(12);
    static readonly TimeSpan EndOfEvening = TimeSpan.FromHours(22);
    static readonly TimeSpan Midnight = TimeSpan.FromHours(24);

    // A 29 February is at most eight years away.
    const int MostYears = 8;

    // Beyond these no instant stands in every zone.
    const int FirstYear = 2;
    const int LastYear = 9900;

    public static DateTimeOffset? Of(TimePhrase phrase, DateTimeOffset received, LocalTimes zone)
    {
        var now = zone.At(received.UtcTicks);
        if (phrase is { IsImpossible: true } or { IsPast: true } or { IsZoneUnclear: true, Offset: null })
            return null;
        if (now.Year is < FirstYear or > LastYear)
            return null;
        if (phrase.Length is { } length)
            return zone.At((received + length).UtcTicks);
        var today = DateOnly.FromDateTime(now.DateTime);
        if (phrase.LengthInDays is { } days)
            return On(today.AddDays(days), now.TimeOfDay);
        var time = TimeOf(phrase);
        return time < TimeSpan.Zero
            ? null
            : Days(phrase, today).Select(day => On(day, time)).FirstOrDefault(at => at > received);

        // Days are counted where the mail was written, whatever clock the time is of.
        DateTimeOffset? On(DateOnly day, TimeSpan at) =>
            zone.At(
                phrase.Offset is { } offset
                    ? (day.DayNumber * TimeSpan.TicksPerDay) + (at - offset).Ticks
                    : zone.On(day).At(at)
            );
    }

    /// <summary>The days that may be meant, in order; the first that has not passed is.</summary>
    static IEnumerable<DateOnly> Days(TimePhrase phrase, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return phrase switch
        {
            { Day: { } day, Month: { } month, Year: { } year } => Dates(day, month, [year]),
            { Day: { } day, Month: { } month } => Dates(day, month, Enumerable.Range(today.Year, MostYears + 1)),
            { Day: { } day } => Enumerable
                .Range(0, 13)
                .Select(today.AddMonths)
                .SelectMany(month => Dates(day, month.Month, [month.Year])),
            { DaysAhead: { } ahead } => [today.AddDays(ahead)],
            { IsEndOfMonth: true } => [new(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month))],
            { IsEndOfWeek: true, Weekday: null } => [monday.AddDays(4 + (7 * (phrase.Week ?? 0)))],
            { Weekday: { } weekday, Week: { } week } => [monday.AddDays((7 * week) + (((int)weekday + 6) % 7))],
            { Weekday: { } weekday } => Enumerable
                .Range(phrase.IsComing ? 1 : 0, 8)
                .Select(today.AddDays)
                .Where(day => day.DayOfWeek == weekday),
            { IsEndOfDay: true, Clock: null } => [today],
            // In another zone it may still be yesterday.
            { Offset: not null } => [today.AddDays(-1), today, today.AddDays(1)],
            _ => [today, today.AddDays(1)],
        };
    }

    static IEnumerable<DateOnly> Dates(int day, int month, IEnumerable<int> years) =>
        from year in years
        where year is >= FirstYear and <= LastYear && day <= DateTime.DaysInMonth(year, month)
        select new DateOnly(year, month, day);

    /// <summary>From the midnight that begins the day; up to 24:00.</summary>
    static TimeSpan TimeOf(TimePhrase phrase) =>
        phrase switch
        {
            { Clock: { } clock } => clock
                + TimeSpan.FromHours(Moved(phrase, clock.Hours + (24 * clock.Days)))
                - phrase.Less,
            { IsEndOfDay: true } => EndOfOffice,
            { DayPart: 1 or 2 } => Noon,
            { DayPart: 4 } => EndOfEvening,
            { DayPart: 5 } => Midnight,
            _ => EndOfOffice,
        };

    /// <summary>By how many hours a time said on a clock face with twelve hours is later.</summary>
    static int Moved(TimePhrase phrase, int hour) =>
        (phrase.AmPm, phrase.DayPart, hour) switch
        {
            (1, _, 12) or (null, 1, 12) => -12,
            (2, _, < 12) => 12,
            ({ }, _, _) => 0,
            (_, 5, 12) or (_, 4, 12) => 12,
            (_, 5, >= 6 and < 12) or (_, 4, < 12) or (_, 3, < 12) or (_, 2, < 4) => 12,
            // Nobody at an office means 3 in the night by "3h"; who writes UTC counts from 0 to 24.
            (_, null, >= 1 and <= 6) when !phrase.IsOf24 && phrase.Offset != TimeSpan.Zero => 12,
            _ => 0,
        };
}
