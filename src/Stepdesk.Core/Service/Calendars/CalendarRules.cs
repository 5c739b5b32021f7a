using System.Globalization;
using Stepdesk.Core.History;

namespace Stepdesk.Core.Service.Calendars;

/// <summary>What a calendar must be before it is kept. The detail of a refusal names the place.</summary>
public static class CalendarRules
{
    /// <summary>So many days in a row may be without an opening; work that waits longer has no deadline worth showing.</summary>
    public const int LongestClosed = 31;

    static readonly TimeSpan Day = TimeSpan.FromDays(1);
    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Why the calendar cannot be kept, or null. The first thing wrong is named.</summary>
    public static Refusal? Check(Calendar calendar) =>
        ZoneUnknown(calendar.Zone)
        ?? (
            calendar.IsAlways
                ? null
                : calendar.Windows.Select(Malformed).FirstOrDefault(r => r is not null)
                    ?? Overlapping(calendar.Windows)
                    ?? NeverOpening(calendar)
        );

    /// <summary>Whether this is a zone's IANA name. Other systems' names and this machine's own zone are not.</summary>
    public static bool IsZone(string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
        && found.HasIanaId
        // The zone files hold these beside the names: this machine's zone, and zones that count leap seconds.
        && !(zone is "localtime" or "posixrules" or "Factory")
        && !zone.StartsWith("right/", StringComparison.OrdinalIgnoreCase)
        && !zone.StartsWith("posix/", StringComparison.OrdinalIgnoreCase);

    static Refusal? ZoneUnknown(string zone) => IsZone(zone) ? null : new Refusal("calendar-zone-is-unknown", zone);

    static Refusal? Malformed(Window window) =>
        !Enum.IsDefined(window.Day)
        || window.Opens < TimeSpan.Zero
        || window.Opens >= Day
        || window.Closes < TimeSpan.Zero
        || window.Closes > 2 * Day
            ? new Refusal("calendar-window-is-malformed", Named(window))
        : !PolicyRules.IsInSeconds(window.Opens) || !PolicyRules.IsInSeconds(window.Closes)
            ? new Refusal("calendar-window-is-not-in-seconds", Named(window))
        : window.Closes <= window.Opens ? new Refusal("calendar-window-closes-before-it-opens", Named(window))
        : window.Closes - window.Opens < PolicyRules.Shortest
            ? new Refusal("calendar-window-is-too-short", Named(window))
        : null;

    // The week is a circle: after the last window comes the first one, a week later.
    static Refusal? Overlapping(IReadOnlyList<Window> windows)
    {
        var week = windows.OrderBy(FromSunday).ToList();
        for (var i = 0; i < week.Count; i++)
        {
            var (window, next) = (week[i], week[(i + 1) % week.Count]);
            var opensNext = FromSunday(next) + (i + 1 == week.Count ? Week : TimeSpan.Zero);
            if (FromSunday(window) + (window.Closes - window.Opens) > opensNext)
                return new Refusal("calendar-windows-overlap", $"{Named(window)} / {Named(next)}");
        }
        return null;
    }

    static TimeSpan FromSunday(Window window) => ((int)window.Day * Day) + window.Opens;

    static Refusal? NeverOpening(Calendar calendar)
    {
        if (calendar.Windows.Count == 0)
            return new Refusal("calendar-has-no-window");
        var days = calendar.Windows.Select(w => w.Day).ToHashSet();
        var holidays = calendar.Holidays.Select(h => h.Date).ToHashSet();
        var closedUntil = int.MinValue;
        foreach (var day in holidays.Select(d => d.DayNumber).Order())
        {
            if (day <= closedUntil)
                continue;
            var (first, last) = (day, day);
            while (IsClosed(first - 1))
                first--;
            while (IsClosed(last + 1) && last - first < LongestClosed)
                last++;
            if (last - first >= LongestClosed)
                return new Refusal(
                    "calendar-never-opens",
                    DateOnly.FromDayNumber(first).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                );
            closedUntil = last;
        }
        return null;

        // Where dates end, something may open beyond.
        bool IsClosed(int day) =>
            day >= DateOnly.MinValue.DayNumber
            && day <= DateOnly.MaxValue.DayNumber
            && DateOnly.FromDayNumber(day) is var date
            && (!days.Contains(date.DayOfWeek) || holidays.Contains(date));
    }

    /// <summary>A window as calendars are written: <c>mon 22:00–30:00</c>.</summary>
    static string Named(Window window) => $"{Named(window.Day)} {Named(window.Opens)}–{Named(window.Closes)}";

    static string Named(DayOfWeek day) => Enum.IsDefined(day) ? $"{day}"[..3].ToLowerInvariant() : $"{(int)day}";

    static string Named(TimeSpan time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(time < TimeSpan.Zero ? "-" : "")}{Math.Abs((int)time.TotalHours):00}:{Math.Abs(time.Minutes):00}"
        ) + (time.Ticks % TimeSpan.TicksPerMinute == 0 ? "" : $":{Math.Abs(time.Seconds):00}");
}
