using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;
using Calendar = Stepdesk.Core.Service.Calendars.Calendar;

namespace Stepdesk.Web.Cli;

/// <summary>
/// Calendars as they are written on the command line: <c>{zone, always, windows:{mon:[["08:30","12:00"]]},
/// holidays:["2026-04-30"]}</c>. The same text is the same calendar, which then remembers what it computed.
/// </summary>
sealed partial class CalendarTexts
{
    // More than a desk has teams; beyond that the oldest are forgotten together.
    const int Most = 500;

    static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    readonly Dictionary<string, Calendar> known = new(StringComparer.Ordinal);

    public Calendar Read(JsonElement said)
    {
        var text = said.GetRawText();
        if (known.TryGetValue(text, out var calendar))
            return calendar;
        calendar = Parse(said);
        // What never opens has an answer here: never.
        if (CalendarRules.Check(calendar) is { Code: not ("calendar-has-no-window" or "calendar-never-opens") } refusal)
            throw new BadLineException(refusal.Code, Text.Of(refusal, Language.En));
        if (known.Count >= Most)
            known.Clear();
        return known[text] = calendar;
    }

    static Calendar Parse(JsonElement said)
    {
        if (said.ValueKind is not JsonValueKind.Object)
            throw Bad("calendar", "Give a calendar {zone, always, windows, holidays}.");
        if (said.Said("zone")?.Letters() is not { } zone)
            throw Bad("calendar.zone", "Give the zone's IANA name, such as Asia/Ho_Chi_Minh.");
        var always = said.Said("always");
        if (always?.ValueKind is not (null or JsonValueKind.True or JsonValueKind.False))
            throw Bad("calendar.always", "Say true or false.");
        return always?.ValueKind is JsonValueKind.True
            ? Calendar.Always(zone)
            : new()
            {
                Zone = zone,
                Windows = [.. Windows(said.Said("windows"))],
                Holidays = [.. Holidays(said.Said("holidays"))],
            };
    }

    static IEnumerable<Window> Windows(JsonElement? said)
    {
        if (said is not { } week)
            yield break;
        if (week.ValueKind is not JsonValueKind.Object)
            throw Bad("calendar.windows", Form);
        foreach (var day in week.EnumerateObject())
        {
            var place = $"calendar.windows.{day.Name}";
            if (Array.IndexOf(Days, day.Name.ToLowerInvariant()) is var weekday && weekday < 0)
                throw Bad(place, "Weekdays are mon, tue, wed, thu, fri, sat and sun.");
            if (day.Value.ValueKind is JsonValueKind.Null)
                continue;
            if (day.Value.ValueKind is not JsonValueKind.Array)
                throw Bad(place, Form);
            foreach (var window in day.Value.EnumerateArray())
            {
                if (window.ValueKind is not JsonValueKind.Array || window.GetArrayLength() != 2)
                    throw Bad(place, Form);
                yield return new((DayOfWeek)weekday, Time(window[0], place), Time(window[1], place));
            }
        }
    }

    static IEnumerable<Holiday> Holidays(JsonElement? said)
    {
        if (said is not { } dates)
            yield break;
        if (dates.ValueKind is not JsonValueKind.Array)
            throw Bad("calendar.holidays", "Give dates such as [\"2026-04-30\"].");
        foreach (var text in dates.EnumerateArray())
            yield return DateOnly.TryParseExact(
                text.Letters(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? new Holiday(date, "")
                : throw Bad("calendar.holidays", $"{text.GetRawText()} is not a date such as \"2026-04-30\".");
    }

    static TimeSpan Time(JsonElement said, string place)
    {
        if (said.Letters() is not { } text || Clock().Match(text) is not { Success: true } match)
            throw Bad(place, $"{said.GetRawText()} is not a time. {Form}");
        return new(Number("hour"), Number("minute"), Number("second"));

        int Number(string name) =>
            match.Groups[name].Value is { Length: > 0 } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    const string Form = "Give windows such as {\"mon\": [[\"08:30\", \"12:00\"], [\"22:00\", \"30:00\"]]}.";

    static BadLineException Bad(string place, string right) => new("calendar-is-malformed", $"{place}: {right}");

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2}):(?<minute>[0-5][0-9])(:(?<second>[0-5][0-9]))?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Clock();
}

/// <summary>Looks at JSON that anybody may have written.</summary>
static class LooseJson
{
    /// <summary>The value of a property; null when it is not there or null.</summary>
    public static JsonElement? Said(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A text; null when it is none, or none that Unicode knows.</summary>
    public static string? Letters(this JsonElement element)
    {
        try
        {
            return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates.
            return null;
        }
    }
}
