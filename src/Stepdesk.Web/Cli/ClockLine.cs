using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Web.Cli;

/// <summary>One line of <c>clocks compute</c>, read strictly: what is not understood is said, never guessed.</summary>
static partial class ClockLine
{
    /// <summary>A hundred years. What takes longer is a slip of the pen.</summary>
    const long MostSeconds = 100L * 366 * 24 * 60 * 60;

    /// <summary>The line as an object.</summary>
    public static JsonDocument Parse(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new BadLineException("line-is-not-json", $"The line is not JSON: {e.Message}");
        }
        if (document.RootElement.ValueKind is JsonValueKind.Object)
            return document;
        document.Dispose();
        throw new BadLineException(
            "line-is-not-an-object",
            "A line is an object {id, calendar, start, amount_seconds, pauses}."
        );
    }

    /// <summary>The id as it was written; null when there is none.</summary>
    public static string IdOf(JsonElement line) => line.TryGetProperty("id", out var id) ? id.GetRawText() : "null";

    /// <summary>When what the line asks for is due; null when that cannot be said.</summary>
    public static DateTimeOffset? Due(JsonElement line, CalendarTexts calendars)
    {
        var calendar = calendars.Read(
            line.Said("calendar")
                ?? throw new BadLineException(
                    "calendar-is-missing",
                    "Give a calendar {zone, always, windows, holidays}."
                )
        );
        var start = Instant(line.Said("start"), "start");
        var amount = Amount(line.Said("amount_seconds"));
        var pauses = Pauses(line.Said("pauses"));
        // With a pause that goes on, no date can be shown as running, even if the calendar is closed until then.
        return pauses.Exists(p => p.To is null) ? null : calendar.Due(start, amount, pauses);
    }

    static TimeSpan Amount(JsonElement? said)
    {
        if (said is not { ValueKind: JsonValueKind.Number } number)
            throw new BadLineException("amount-is-invalid", "Give amount_seconds as a number of seconds.");
        var seconds = number.GetDouble();
        if (seconds < 0)
            throw new BadLineException("amount-is-negative", "amount_seconds cannot be below 0.");
        if (seconds > MostSeconds)
            throw new BadLineException(
                "amount-is-too-large",
                $"amount_seconds cannot be above {MostSeconds}, a hundred years."
            );
        // A decimal is exact to the tick; what it cannot hold is next to nothing.
        return TimeSpan.FromTicks(
            number.TryGetDecimal(out var exact) ? (long)decimal.Round(exact * TimeSpan.TicksPerSecond) : 0
        );
    }

    static List<Pause> Pauses(JsonElement? said)
    {
        var pauses = new List<Pause>();
        if (said is not { } list)
            return pauses;
        if (list.ValueKind is not JsonValueKind.Array)
            throw Bad("pauses");
        foreach (var pair in list.EnumerateArray())
        {
            var place = $"pauses[{pauses.Count}]";
            if (pair.ValueKind is not JsonValueKind.Array || pair.GetArrayLength() != 2)
                throw Bad(place);
            var from = Instant(pair[0], place);
            var to = pair[1].ValueKind is JsonValueKind.Null ? (DateTimeOffset?)null : Instant(pair[1], place);
            if (to < from)
                throw new BadLineException(
                    "pause-ends-before-it-begins",
                    $"{place} ends before it begins. Write the earlier instant first."
                );
            pauses.Add(new(from, to));
        }
        return pauses;

        static BadLineException Bad(string place) =>
            new("pause-is-invalid", $"{place} is not a pause. Give pauses as [[from, to], [from, null]].");
    }

    static DateTimeOffset Instant(JsonElement? said, string place)
    {
        if (
            said?.Letters() is { } text
            && Iso().Match(text) is { Success: true } match
            && Local(match) is { } local
            && Offset(match) is { } offset
            && local.Ticks - offset.Ticks is >= 0 and var utc
            && utc <= DateTime.MaxValue.Ticks
        )
            return new(local, offset);
        throw new BadLineException(
            "instant-is-invalid",
            $"{place} is not an instant. Write it with its offset, such as 2026-03-06T17:20:00+07:00."
        );
    }

    static DateTime? Local(Match match)
    {
        // What is finer than a tick is cut off.
        var fraction = match.Groups["fraction"].Value is { Length: > 0 } digits ? digits : "0";
        var seconds = match.Groups["seconds"].Value is { Length: > 0 } said ? said : "00";
        return DateTime.TryParseExact(
            $"{match.Groups["date"].Value} {match.Groups["minutes"].Value}:{seconds}.{fraction[..Math.Min(7, fraction.Length)]}",
            "yyyy-MM-dd HH:mm:ss.FFFFFFF",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var local
        )
            ? local
            : null;
    }

    static TimeSpan? Offset(Match match)
    {
        if (match.Groups["sign"].Value is not { Length: > 0 } sign)
            return TimeSpan.Zero;
        var (hours, minutes) = (Number("hour"), Number("minute"));
        return minutes < 60 && (hours * 60) + minutes <= 14 * 60
            ? (sign is "-" ? -1 : 1) * new TimeSpan(hours, minutes, 0)
            : null;

        int Number(string name) =>
            match.Groups[name].Value is { Length: > 0 } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(
        """
            ^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<minutes>[0-9]{2}:[0-9]{2})
            (:(?<seconds>[0-9]{2})([.,](?<fraction>[0-9]+))?)?
            ([Zz]|(?<sign>[+-])(?<hour>[0-9]{2})(:?(?<minute>[0-9]{2}))?)\z
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex Iso();
}
