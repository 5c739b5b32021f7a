namespace Stepdesk.Core.Reading;

/// <summary>The parts of a time, one at a time: an hour, a part of the day, a weekday, a date.</summary>
static class TimeParts
{
    public static bool IsPart(Passage passage, int at) => Add(passage, new(at, at - 1), at) is not null;

    /// <summary>The phrase with the part that stands there; null when none does, or when the phrase has it already.</summary>
    public static TimePhrase? Add(Passage passage, TimePhrase to, int at) =>
        DateAt(passage, to, at)
        ?? ClockAt(passage, to, at)
        ?? ClockFace.At(passage, to, at)
        ?? Zones.Add(passage, to, at)
        ?? PastAt(passage, to, at)
        ?? WordAt(passage, to, at);

    /// <summary>"17h hôm qua", "Friday last week", "5pm two days ago".</summary>
    static TimePhrase? PastAt(Passage passage, TimePhrase to, int at)
    {
        if (to.Last < to.First || passage[at - 1].Is(Meaning.Comma))
            return null;
        if (passage[at].Is(Meaning.Past))
            return passage[at].Value > 0 ? to with { Last = at, IsPast = true } : null;
        return
            Number.At(passage, at) is { Last: var number }
            && (passage[number + 1].Is(Meaning.Day) || passage[number + 1].Is(Meaning.Week))
            && passage[number + 2] is var ago
            && ago.Is(Meaning.Ago)
            && ago.Tongue is Tongue.English
            ? to with
            {
                Last = number + 2,
                IsPast = true,
            }
            : null;
    }

    static TimePhrase? WordAt(Passage passage, TimePhrase to, int at)
    {
        var item = passage[at];
        var then = to with { Last = at };
        var free = to.DaysAhead is null && to.Day is null;
        if (item.Is(Meaning.EndOfDay) && !to.HasTime)
            return then with { IsEndOfDay = true };
        if (item.Is(Meaning.EndOf) && !passage[at + 1].Is(Meaning.EndOf) && EndOf(passage, to, at) is { } end)
            return end;
        if (free && to.Weekday is null && DayAfterTomorrow.IsAt(passage, at))
            return then with { DaysAhead = 2 };
        if (item.Is(Meaning.Weekday) && to is { Weekday: null, DaysAhead: null })
            return then with { Weekday = (DayOfWeek)item.Value };
        if (item.Is(Meaning.DayRef) && item.Is(Meaning.DayPart) && free)
            return then with { DaysAhead = 0, DayPart = to.DayPart ?? item.Value };
        // "Nay" is today only behind a part of the day: "sáng nay", "nửa đêm nay".
        if (
            item.Is(Meaning.DayRef)
            && free
            && to.Weekday is null
            && (item.Token.Exact is not "nay" || to.DayPart is not null || passage[at - 1].Is(Meaning.Midnight))
        )
            return then with { DaysAhead = item.Value };
        // "Xong trong tuần này": by its end.
        if (
            (item.Is(Meaning.NextWeek) || item.Is(Meaning.ThisWeek))
            && item.Is(Meaning.Within)
            && to is { Week: null, Weekday: null, DaysAhead: null, Day: null, HasTime: false }
        )
            return then with { IsEndOfWeek = true, Week = item.Is(Meaning.NextWeek) ? 1 : 0 };
        if (
            (item.Is(Meaning.NextWeek) || item.Is(Meaning.ThisWeek))
            && to.Week is null
            && (to.Weekday is not null || to.IsEndOfWeek || passage[at + 1].Is(Meaning.Weekday))
        )
            return then with { Week = item.Is(Meaning.NextWeek) ? 1 : 0 };
        if (item.Is(Meaning.Next) && to.Week is null)
            return to.Weekday is not null && item.Tongue is not Tongue.English ? then with { IsComing = true }
                : to.Weekday is null && item.Tongue is Tongue.English && passage[at + 1].Is(Meaning.Weekday)
                    ? then with
                    {
                        Week = 1,
                    }
                : null;
        if (item.Is(Meaning.This) && (to.Weekday is not null || passage[at + 1].Is(Meaning.Weekday)))
            return then;
        if (item.Is(Meaning.DayPart) && to.DayPart is null)
            return then with { DayPart = item.Value };
        if (item.Is(Meaning.Noon) && to.Clock is null)
            return then with { Clock = TimeSpan.FromHours(12), IsOf24 = true };
        if (item.Is(Meaning.Midnight) && to.Clock is null)
            return then with { Clock = TimeSpan.FromHours(24), IsOf24 = true };
        return null;
    }

    /// <summary>"Cuối tuần này", "end of the month", "trong hôm nay", "end of Friday".</summary>
    static TimePhrase? EndOf(Passage passage, TimePhrase to, int at) =>
        passage[at + 1] switch
        {
            var next when next.Is(Meaning.NextWeek) || next.Is(Meaning.ThisWeek) => to with
            {
                Last = at + 1,
                IsEndOfWeek = true,
                Week = next.Is(Meaning.NextWeek) ? 1 : 0,
            },
            var next when next.Is(Meaning.Week) => to with { Last = at + 1, IsEndOfWeek = true },
            var next
                when next.Token.Exact is "month" || next.Is(Meaning.MonthWord) && Number.At(passage, at + 2) is null =>
                to with
                {
                    Last = passage[at + 2].Is(Meaning.This) ? at + 2 : at + 1,
                    IsEndOfMonth = true,
                },
            _ => WordAt(passage, to, at + 1) is { } then && then.HasDay
                ? then with
                {
                    IsEndOfDay = then.DayPart is null,
                }
                : null,
        };

    /// <summary>With the hour, or with what makes it one before noon or after.</summary>
    public static TimePhrase? ClockAt(Passage passage, TimePhrase to, int at)
    {
        var item = passage[at];
        if (to.AmPm is null && to.Clock is { } clock && item.Is(Meaning.AmPm))
            return to with
            {
                Last = at,
                AmPm = item.Value,
                IsImpossible = to.IsImpossible || item.Value == 1 && clock.TotalHours >= 13,
            };
        if (to.Clock is not null)
            return null;
        if (BareHours.At(passage, to, at) is { } bare)
            return bare;
        if (item.Is(TokenKind.Clock))
            return Timed(to, item.Token.A, item.Token.B) with { Last = at, IsOf24 = item.Token.C == 1 };
        if (
            Number.At(passage, at) is not { IsVague: false, Low: var hour and <= 99, High: var high, Last: var last }
            || high != hour
        )
            return null;
        if (passage[last + 1].Is(Meaning.AmPm))
            return Timed(to, hour, 0) is var said && passage[last + 1].Value is var half
                ? said with
                {
                    Last = last + 1,
                    AmPm = half,
                    IsImpossible = said.IsImpossible || half == 1 && hour > 12,
                }
                : null;
        if (
            !passage[last + 1].Is(Meaning.Hour)
            || passage[last + 1].Token.Bare is "hours" or "hour" or "hrs" or "hr" or "tieng"
        )
            return null;
        last++;
        var hourAt = last;
        if (
            passage[last + 1].Token.Bare is "kem"
            && Number.At(passage, last + 2) is { Low: > 0 and < 60 and var less, High: var exact, Last: var stop }
            && less == exact
        )
            return Timed(to, hour, 0) with
            {
                Last = passage[stop + 1].Is(Meaning.Minute) ? stop + 1 : stop,
                IsOf24 = passage[at].End - passage[at].Start == 2,
                Less = TimeSpan.FromMinutes(less),
            };
        var minutes = 0;
        if (passage[last + 1] is { Token: { IsStuck: true, Kind: TokenKind.Number, A: >= 60 and var none } })
            (minutes, last) = (none, last + 1);
        else if (passage[last + 1].Is(Meaning.HalfHour))
            (minutes, last) = (30, last + 1);
        else if (
            Number.At(passage, last + 1) is { Low: < 60 and var said, High: var most, Last: var end }
            && said == most
            && (
                passage[last + 1].Token.IsStuck
                || passage[end + 1].Is(Meaning.Minute)
                || passage[end + 1] is var after
                    && !after.Is(Meaning.Person)
                    && !after.Is(Meaning.Group)
                    && passage[last + 1].Token.End - passage[last + 1].Start == 2
                    && passage[last + 1].Is(TokenKind.Number)
            )
        )
            (minutes, last) = (said, passage[end + 1].Is(Meaning.Minute) ? end + 1 : end);
        var timed = Timed(to, hour, minutes) with { Last = last, IsOf24 = passage[at].End - passage[at].Start == 2 };
        return passage[hourAt].Is(Meaning.Zone) ? Zones.Named(timed, passage[hourAt].Value) : timed;
    }

    // A phrase with such a time has one, so that no day beside it is taken for the whole of what was said.
    static TimePhrase Timed(TimePhrase to, int hour, int minutes) =>
        hour < 24 && minutes < 60 || hour == 24 && minutes == 0
            ? to with
            {
                Clock = new(hour, minutes, 0),
            }
            : to with
            {
                Clock = TimeSpan.Zero,
                IsImpossible = true,
            };

    static TimePhrase? DateAt(Passage passage, TimePhrase to, int at)
    {
        if (to.Day is not null || to.DaysAhead is not null)
            return null;
        // Without its mark "ngày" is at once, and before a date it is a day all the same.
        var start =
            passage[at].Is(Meaning.DateWord) && passage[at].Token.Bare is "ngay" or "mung" or "mong" or "hom"
            || passage[at].Token.Exact is "ngay"
                && (passage[at + 1].Is(TokenKind.Date) || passage[at + 1].Is(TokenKind.Fraction))
                ? at + 1
                : at;
        var (worded, item) = (start > at, passage[start]);
        if (item.Is(TokenKind.Date))
            return On(start, item.Token.A, item.Token.B, item.Token.C);
        if (item.Is(TokenKind.Fraction) || item.Is(TokenKind.Range) && (worded || passage[at - 1].Is(Meaning.Before)))
            return IsDate(item.Token.A, item.Token.B) ? On(start, item.Token.A, item.Token.B, null) : null;
        if (item.Is(Meaning.MonthName) && Ordinal(passage, start + 1) is { } behind)
            return WithYear(passage, On(behind.Last, behind.Day, item.Value, null)!.Value);
        if (Ordinal(passage, start) is not { } day)
            return null;
        var next = day.Last + 1;
        if (passage[next].Token.Exact is "of")
            next++;
        if (passage[next].Is(Meaning.MonthName))
            return On(next, day.Day, passage[next].Value, null) is { } english ? WithYear(passage, english) : null;
        if (
            passage[day.Last + 1].Is(Meaning.MonthWord)
            && Number.At(passage, day.Last + 2) is { } month
            && On(month.Last, day.Day, month.Low, null) is { } vietnamese
        )
            return WithYear(passage, vietnamese);
        return
            (worded || day.IsOrdinal)
            && !passage[day.Last + 1].Is(Meaning.Day)
            && !passage[day.Last + 1].Is(Meaning.Person)
            ? On(day.Last, day.Day, null, null)
            : null;

        TimePhrase? On(int last, int d, int? m, int? y) =>
            d is >= 1 and <= 31 && m is null or >= 1 and <= 12
                ? to with
                {
                    Last = last,
                    Day = d,
                    Month = m,
                    Year = y,
                }
                : null;
    }

    static bool IsDate(int day, int month) => day is >= 1 and <= 31 && month is >= 1 and <= 12;

    static TimePhrase WithYear(Passage passage, TimePhrase date)
    {
        var at = date.Last + 1;
        while (passage[at].Is(Meaning.YearWord) || passage[at].Is(Meaning.Comma) || passage[at].Is(Meaning.MonthWord))
            at++;
        return passage[at] is var year && year.Is(TokenKind.Number) && year.Token.A is >= 2000 and < 2100
            ? date with
            {
                Last = at,
                Year = year.Token.A,
            }
            : date;
    }

    static (int Day, int Last, bool IsOrdinal)? Ordinal(Passage passage, int at) =>
        Number.At(passage, at) is { Low: >= 1 and <= 31 and var day, High: var high, Last: var last } && high == day
            ? passage[last + 1].Token is { IsStuck: true, Exact: "st" or "nd" or "rd" or "th" }
                ? (day, last + 1, true)
                : (day, last, false)
            : null;
}
