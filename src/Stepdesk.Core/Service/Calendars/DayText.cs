using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Service.Calendars;

/// <summary>
/// The windows of one day as people write them: <c>08:30–12:00, 13:30–17:30</c>, a night as <c>22:00–30:00</c> or
/// <c>22:00–06:00 next day</c>.
/// </summary>
public static partial class DayText
{
    public static readonly Refusal Unreadable = new("calendar-windows-are-unreadable");

    /// <summary>The windows written, none for an empty text; or which part could not be read.</summary>
    public static (IReadOnlyList<Window> Windows, Refusal? Refusal) Read(DayOfWeek day, string text)
    {
        var windows = new List<Window>();
        foreach (
            var part in text.Split(
                [',', ';', '\n'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (Written().Match(Fold.Of(part)) is not { Success: true } match)
                return ([], Unreadable with { Detail = Plain.Cut(part, 100) });
            var closes = TimeOf(match, "to");
            windows.Add(
                new(day, TimeOf(match, "from"), match.Groups["next"].Success ? closes + TimeSpan.FromDays(1) : closes)
            );
        }
        return (windows, null);
    }

    /// <summary>The windows of a day in words that <see cref="Read"/> reads back.</summary>
    public static string Write(IEnumerable<Window> windows) =>
        string.Join(", ", windows.OrderBy(w => w.Opens).Select(w => $"{Time(w.Opens)}–{Time(w.Closes)}"));

    static TimeSpan TimeOf(Match match, string side)
    {
        return new TimeSpan(Number("h"), Number("m"), Number("s")) + TimeSpan.FromTicks(Number("f", digits: 7));

        // A fraction is read as so many digits of a second: ticks.
        int Number(string part, int digits = 0) =>
            match.Groups[side + part].Value is { Length: > 0 } written
                ? int.Parse(written.PadRight(digits, '0'), CultureInfo.InvariantCulture)
                : 0;
    }

    static string Time(TimeSpan time)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");
        return time.Ticks % TimeSpan.TicksPerMinute == 0
            ? text
            : text + time.ToString(@"\:ss\.FFFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');
    }

    [GeneratedRegex(
        @"^(?<fromh>\d{1,2})([:h](?<fromm>[0-5]\d)?(:(?<froms>[0-5]\d)(\.(?<fromf>\d{1,7}))?)?)?\s*[-–—]\s*(?<toh>\d{1,2})([:h](?<tom>[0-5]\d)?(:(?<tos>[0-5]\d)(\.(?<tof>\d{1,7}))?)?)?\s*(?<next>next day|hom sau|\+1)?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Written();
}
