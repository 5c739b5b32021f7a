namespace Stepdesk.Core.Service.Calendars;

/// <summary>A time that does not count whatever the calendar says; without <paramref name="To"/> it still goes on.</summary>
/// <param name="Version">The event it began with, where it is known.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? To, int? Version = null)
{
    /// <summary>The pauses that ended, in order and each instant once.</summary>
    internal static List<Stretch> Ended(IReadOnlyList<Pause> pauses)
    {
        if (pauses.Count == 0)
            return [];
        var ended = new List<Stretch>(pauses.Count);
        foreach (var pause in pauses)
            if (pause.To is { } to)
                ended.Add(new(pause.From.UtcTicks, to.UtcTicks));
        return Stretch.Union(ended);
    }

    /// <summary>Since when one goes on; the end of time when none does.</summary>
    internal static long GoesOnFrom(IReadOnlyList<Pause> pauses)
    {
        var from = long.MaxValue;
        foreach (var pause in pauses)
            if (pause.To is null)
                from = Math.Min(from, pause.From.UtcTicks);
        return from;
    }

    /// <summary>All of them, in order and each instant once.</summary>
    internal static List<Stretch> Union(IReadOnlyList<Pause> pauses) =>
        Stretch.Union([.. Ended(pauses), new(GoesOnFrom(pauses), long.MaxValue)]);
}
