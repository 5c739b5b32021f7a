using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Service.Calendars;

/// <summary>Holidays as people write them, one a line: <c>2026-04-30 Reunification Day</c>, or <c>30/04/2026 …</c>.</summary>
public static partial class HolidayText
{
    public static readonly Refusal Unreadable = new("holiday-line-is-unreadable");

    const int LongestName = 200;
    static readonly string[] Dates = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>The holidays by date, each date once under the name that stands first; or which line could not be read.</summary>
    public static (IReadOnlyList<Holiday> Holidays, Refusal? Refusal) Read(string text)
    {
        var holidays = new SortedDictionary<DateOnly, Holiday>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Written().Match(line);
            if (
                !DateOnly.TryParseExact(
                    match.Groups["date"].Value,
                    Dates,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
            )
                return ([], Unreadable with { Detail = Plain.Cut(line, 100) });
            holidays.TryAdd(date, new(date, Plain.Cut(Plain.Line(match.Groups["name"].Value), LongestName)));
        }
        return ([.. holidays.Values], null);
    }

    /// <summary>The holidays in lines that <see cref="Read"/> reads back.</summary>
    public static string Write(IEnumerable<Holiday> holidays) =>
        string.Join('\n', holidays.OrderBy(h => h.Date).Select(h => $"{Named(h.Date)} {h.Name}".TrimEnd()));

    /// <summary>A date as it is written in forms and lists.</summary>
    public static string Named(DateOnly date) => date.ToString(Dates[0], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<date>[0-9/-]+)(\s+(?<name>.*))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
