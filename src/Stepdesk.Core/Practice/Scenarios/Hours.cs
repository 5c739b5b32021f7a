using System.Globalization;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>When somebody writes, each day: what comes to them outside of it waits until they are back.</summary>
public sealed record Hours(TimeOnly From, TimeOnly To)
{
    /// <summary>Hours as they are written, <c>08:00-17:30</c>; null when they are none.</summary>
    public static Hours? Read(string text) =>
        text.Split('-') is [var from, var to] && Hour(from) is { } start && Hour(to) is { } end && start < end
            ? new(start, end)
            : null;

    /// <summary>The instant itself, or when they are back.</summary>
    public DateTimeOffset Next(DateTimeOffset at) =>
        TimeOnly.FromTimeSpan(at.TimeOfDay) is var hour && hour < From ? On(at)
        : hour < To ? at
        : On(at.AddDays(1));

    DateTimeOffset On(DateTimeOffset day) => new(day.Date + From.ToTimeSpan(), day.Offset);

    static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour
            : null;
}
