using System.Text.Json;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Web.Cli;

/// <summary>One line of <c>clocks compute</c>, read strictly: what is not understood is said, never guessed.</summary>
static class ClockLine
{
    /// <summary>A hundred years. What takes longer is a slip of the pen.</summary>
    const long MostSeconds = 100L * 366 * 24 * 60 * 60;

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
        var start = Instants.Read(line.Said("start"), "start");
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
            var from = Instants.Read(pair[0], place);
            var to = pair[1].ValueKind is JsonValueKind.Null ? (DateTimeOffset?)null : Instants.Read(pair[1], place);
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
}
