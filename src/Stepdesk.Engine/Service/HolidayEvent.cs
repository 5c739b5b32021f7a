using System.Runtime.InteropServices;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.Evaluation;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Service;

/// <summary>One event of an iCalendar file, as far as it could be read.</summary>
sealed class HolidayEvent
{
    const int LongestName = 200;

    // A rule that names no day, such as 30 February, is given up after so many tries.
    static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 1000 };

    readonly CalendarEvent? read;

    HolidayEvent(int line, CalendarEvent? read) =>
        (Line, this.read, Name) = (line, read, Plain.Cut(Plain.Line(read?.Summary), LongestName));

    public int Line { get; }

    public string Name { get; }

    /// <summary>The day of a repeating event that this one takes the place of.</summary>
    public Replaced? Replaces =>
        read is { Uid: { } uid, RecurrenceIdentifier.StartTime: { } day } ? new(uid, day.Date) : null;

    public static HolidayEvent Of(EventText text) =>
        new(text.Line, Try(() => CalendarCollection.Load(text.AsCalendar)[0].Events.Single()));

    /// <summary>The days of the event within some years, or why there are none.</summary>
    /// <param name="replaced">Days whose place another event takes.</param>
    /// <param name="most">How many repeats to look at.</param>
    public HolidayDays DaysIn(Years years, IReadOnlySet<Replaced> replaced, int most) =>
        read switch
        {
            null or { Start: null } => new([], 0, SkippedBecause.Unreadable),
            { Start.HasTime: true } => new([], 0, SkippedBecause.Timed),
            { } one when EventStatus.Cancelled.Equals(one.Status, StringComparison.OrdinalIgnoreCase) => new(
                [],
                0,
                SkippedBecause.Cancelled
            ),
            { } one => Try(() => Days(one, years, replaced, most)) ?? new([], 0, SkippedBecause.Unreadable),
        };

    static HolidayDays Days(CalendarEvent one, Years years, IReadOnlySet<Replaced> replaced, int most)
    {
        var (dates, repeats) = (new List<DateOnly>(), 0);
        foreach (var period in one.GetOccurrences(null, Patience).Select(o => o.Period).Take(most))
        {
            var first = period.StartTime.Date;
            if (first >= years.End)
                break;
            repeats++;
            if (period.StartTime.HasTime || (IsRepeating(one) && replaced.Contains(new(one.Uid!, first))))
                continue;
            // The end belongs to it no more. Some write the day itself for an event of one day.
            var end = period.EffectiveEndTime?.Date is { } last && last > first ? last : first.AddDays(1);
            for (var date = Later(first, years.Begin); date < end && date < years.End; date = date.AddDays(1))
                dates.Add(date);
        }
        return new(dates, repeats, dates.Count == 0 ? SkippedBecause.OtherYears : null);
    }

    static bool IsRepeating(CalendarEvent one) => one.RecurrenceIdentifier is null && one.Uid is not null;

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    // The grammar throws whatever its depths throw at what somebody wrote; for all of it the answer is the same.
    static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}

/// <summary>A day of a repeating event.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Replaced(string Uid, DateOnly Day);

/// <summary>The days an event brings, and how many repeats were looked at for them.</summary>
sealed record HolidayDays(IReadOnlyList<DateOnly> Dates, int Repeats, SkippedBecause? Skipped);
