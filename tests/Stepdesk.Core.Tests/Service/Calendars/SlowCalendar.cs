using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tests.Service.Calendars;

/// <summary>
/// The calendar as one would explain it with a finger on the clock: fifteen minutes at a time, asking only what time it
/// is there. Right and slow, for calendars and zones whose times lie on quarters of an hour.
/// </summary>
sealed class SlowCalendar(Calendar calendar, IReadOnlyList<Pause> pauses)
{
    static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.Zone);
    readonly Dictionary<DateTime, DateTime> instants = [];

    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to)
    {
        var counted = TimeSpan.Zero;
        foreach (var (begins, ends) in Quarters(from.UtcDateTime))
        {
            if (begins >= to.UtcDateTime)
                break;
            if (IsCounted(begins))
                counted += (ends < to.UtcDateTime ? ends : to.UtcDateTime) - begins;
        }
        return counted;
    }

    public DateTimeOffset? Due(DateTimeOffset start, TimeSpan amount, TimeSpan within)
    {
        if (amount == TimeSpan.Zero)
            return start;
        var horizon = start.UtcDateTime + within;
        foreach (var (begins, ends) in Quarters(start.UtcDateTime).TakeWhile(q => q.Begins < horizon))
        {
            if (!IsCounted(begins))
                continue;
            // The last quarter may go on beyond the horizon.
            if (amount <= ends - begins)
                return begins + amount is var due && due < horizon ? new DateTimeOffset(due) : null;
            amount -= ends - begins;
        }
        return null;
    }

    // The first is what is left of its quarter.
    static IEnumerable<(DateTime Begins, DateTime Ends)> Quarters(DateTime from)
    {
        while (true)
        {
            var ends = new DateTime((from.Ticks / Quarter.Ticks + 1) * Quarter.Ticks, DateTimeKind.Utc);
            yield return (from, ends);
            from = ends;
        }
    }

    // Pauses lie on quarters too.
    bool IsCounted(DateTime at) =>
        IsOpen(at) && !pauses.Any(p => p.From.UtcDateTime <= at && (p.To is not { } to || at < to.UtcDateTime));

    bool IsOpen(DateTime at)
    {
        if (calendar.IsAlways)
            return true;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));
        return Enumerable
            .Range(-2, 4)
            .Select(today.AddDays)
            .Where(date => calendar.Holidays.All(h => h.Date != date))
            .Any(date =>
                calendar.Windows.Any(w =>
                    w.Day == date.DayOfWeek && InstantOf(date, w.Opens) <= at && at < InstantOf(date, w.Closes)
                )
            );
    }

    // Looks at the wall from two days before on until it shows the time. When it jumps past the time, the time it would
    // have shown is as far behind the jump as it was behind the last time shown.
    DateTime InstantOf(DateOnly date, TimeSpan time)
    {
        var wanted = date.ToDateTime(TimeOnly.MinValue) + time;
        if (instants.TryGetValue(wanted, out var known))
            return known;
        var at = DateTime.SpecifyKind(wanted.AddDays(-2), DateTimeKind.Utc);
        while (TimeZoneInfo.ConvertTimeFromUtc(at, zone) < wanted)
            at += Quarter;
        var before = TimeZoneInfo.ConvertTimeFromUtc(at - Quarter, zone) + Quarter;
        return instants[wanted] = TimeZoneInfo.ConvertTimeFromUtc(at, zone) == wanted ? at : at + (wanted - before);
    }
}
