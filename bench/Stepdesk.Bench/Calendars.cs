using System.Diagnostics;
using Stepdesk.Core.Service.Calendars;
using static System.Globalization.CultureInfo;

namespace Stepdesk.Bench;

/// <summary>
/// When work is due, against walking there minute by minute and looking at the clock each time. Both must say the same.
/// The calendar answers twice: as it comes from storage, and again when it was asked before.
/// </summary>
static class Calendars
{
    const int Questions = 2000;
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    sealed record Question(DateTimeOffset Start, TimeSpan Amount, IReadOnlyList<Pause> Pauses);

    public static Task MeasureAsync(Report report)
    {
        foreach (var zone in (string[])["Asia/Ho_Chi_Minh", "Europe/Berlin"])
        foreach (var hours in (int[])[1, 8, 40])
            Measure(report, zone, hours);
        return Task.CompletedTask;
    }

    static void Measure(Report report, string zone, int hours)
    {
        var asked = Enumerable.Range(0, Questions).Select(n => Ask(n, hours * Hour)).ToList();
        var walker = new Walker(Office(zone));
        // Once unmeasured, so that neither pays for being compiled.
        Verify(asked, walker, Office(zone));

        var walked = Time(() => asked.ForEach(q => walker.Due(q)));
        var fresh = Time(() => asked.ForEach(q => Office(zone).Due(q.Start, q.Amount, q.Pauses)));
        var calendar = Office(zone);
        asked.ForEach(q => calendar.Due(q.Start, q.Amount, q.Pauses));
        var again = Time(() => asked.ForEach(q => calendar.Due(q.Start, q.Amount, q.Pauses)));
        report.Row(
            ("Zone", zone),
            ("Hours of work", hours),
            ("Minute by minute", Micro(walked)),
            ("Calendar, fresh", Micro(fresh)),
            ("Calendar, again", Micro(again)),
            ("Ratio", walked / again)
        );
    }

    static Calendar Office(string zone) =>
        new()
        {
            Zone = zone,
            Windows =
            [
                .. from day in Enum.GetValues<DayOfWeek>().Except([DayOfWeek.Saturday, DayOfWeek.Sunday])
                from window in (Window[])[new(day, 8.5 * Hour, 12 * Hour), new(day, 13.5 * Hour, 17.5 * Hour)]
                select window,
            ],
            Holidays = [new(new(2026, 4, 30), "One"), new(new(2026, 5, 1), "Two"), new(new(2026, 12, 25), "Three")],
        };

    // Over a year, each with two pauses; the numbers only spread them.
    static Question Ask(int number, TimeSpan amount)
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number * 263);
        return new(
            start,
            amount,
            [
                new(start.AddMinutes(number % 90), start.AddMinutes(number % 90 + 200)),
                new(start.AddHours(20), start.AddHours(30)),
            ]
        );
    }

    static void Verify(List<Question> asked, Walker walker, Calendar calendar)
    {
        foreach (var question in asked)
            if (
                calendar.Due(question.Start, question.Amount, question.Pauses) is var due
                && due != walker.Due(question)
            )
                throw new InvalidOperationException($"{question.Start:O} + {question.Amount} is not {due:O}.");
    }

    static TimeSpan Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    static string Micro(TimeSpan all) =>
        string.Create(InvariantCulture, $"{all.TotalMicroseconds / Questions:0.00} µs");

    sealed class Walker(Calendar calendar)
    {
        readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.Zone);
        readonly HashSet<DateOnly> holidays = [.. calendar.Holidays.Select(h => h.Date)];

        public DateTimeOffset Due(Question question)
        {
            var at = question.Start;
            for (var left = question.Amount; left > TimeSpan.Zero; at = at.AddMinutes(1))
                if (IsOpen(at) && !question.Pauses.Any(p => p.From <= at && at < p.To))
                    left -= TimeSpan.FromMinutes(1);
            return at;
        }

        bool IsOpen(DateTimeOffset at)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone);
            return !holidays.Contains(DateOnly.FromDateTime(local.Date))
                && calendar.Windows.Any(w =>
                    w.Day == local.DayOfWeek && w.Opens <= local.TimeOfDay && local.TimeOfDay < w.Closes
                );
        }
    }
}
