using System.Text.Json;
using Stepdesk.Core.Service.Calendars;
using static System.Globalization.CultureInfo;

namespace Stepdesk.Core.Tests.Service.Calendars;

/// <summary>The examples the desk agreed on, in <c>golden/clock-vectors.json</c>.</summary>
public sealed class GoldenClockTests
{
    static readonly JsonElement Golden = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Folder, "tests/Stepdesk.Core.Tests/golden/clock-vectors.json")))
        .RootElement;

    public static TheoryData<string> Ids =>
        [.. Golden.GetProperty("vectors").EnumerateArray().Select(v => v.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_clock_is_due_when_it_was_agreed(string id)
    {
        var vector = Golden.GetProperty("vectors").EnumerateArray().Single(v => v.GetProperty("id").ValueEquals(id));
        var calendar = CalendarOf(
            Golden.GetProperty("calendars").GetProperty(vector.GetProperty("calendar").GetString()!)
        );
        var (start, pauses) = (vector.GetProperty("start").GetDateTimeOffset(), PausesOf(vector));

        Assert.Equal(Said(vector, "refusal")?.GetString(), CalendarRules.Check(calendar)?.Code);
        if (Said(vector, "elapsed") is { } elapsed)
            Assert.Equal(
                TimeSpan.FromMinutes(elapsed.GetInt32()),
                calendar.Elapsed(start, vector.GetProperty("until").GetDateTimeOffset(), pauses)
            );
        else
            Assert.Equal(
                InstantOf(vector.GetProperty("due")),
                calendar.Due(start, TimeSpan.FromMinutes(vector.GetProperty("minutes").GetInt32()), pauses)
            );
    }

    static Calendar CalendarOf(JsonElement calendar) =>
        new()
        {
            Zone = calendar.GetProperty("zone").GetString()!,
            IsAlways = Said(calendar, "always")?.GetBoolean() ?? false,
            Windows =
            [
                .. from day in Said(calendar, "windows")?.EnumerateObject() ?? default
                from window in day.Value.EnumerateArray()
                select new Window(
                    Enum.GetValues<DayOfWeek>()
                        .Single(d => d.ToString().StartsWith(day.Name, StringComparison.OrdinalIgnoreCase)),
                    TimeOf(window[0]),
                    TimeOf(window[1])
                ),
            ],
            Holidays =
            [
                .. from date in Said(calendar, "holidays")?.EnumerateArray() ?? default
                select new Holiday(DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd"), "Closed"),
            ],
        };

    static IReadOnlyList<Pause> PausesOf(JsonElement vector) =>
        [
            .. from pause in Said(vector, "pauses")?.EnumerateArray() ?? default
            select new Pause(pause[0].GetDateTimeOffset(), InstantOf(pause[1])),
        ];

    // Hours may go past 24.
    static TimeSpan TimeOf(JsonElement text)
    {
        var parts = text.GetString()!.Split(':').Select(p => int.Parse(p, InvariantCulture)).ToList();
        return new(parts[0], parts[1], 0);
    }

    static DateTimeOffset? InstantOf(JsonElement instant) =>
        instant.ValueKind is JsonValueKind.Null ? null : instant.GetDateTimeOffset();

    static JsonElement? Said(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;
}
