namespace Stepdesk.Core.Service.Calendars;

/// <summary>Why a piece of time counts, or does not.</summary>
public enum SpanKind
{
    Counted,

    /// <summary>Outside every window.</summary>
    Closed,

    /// <summary>Would have been a window on another day.</summary>
    Holiday,

    /// <summary>Within a pause, whatever the calendar says.</summary>
    Paused,
}

/// <summary>A piece of time from an instant up to another; <paramref name="Holiday"/> is the holiday's name.</summary>
public sealed record Span(DateTimeOffset From, DateTimeOffset To, SpanKind Kind, string? Holiday = null);

/// <summary>Cuts a line of time into spans.</summary>
static class Cut
{
    /// <summary>The line in pieces. A pause covers what is counted, that covers holidays, and the rest is closed.</summary>
    public static IEnumerable<Span> Of(Timetable times, Stretch line, List<Stretch> pauses)
    {
        Layer[] layers =
        [
            new(SpanKind.Paused, pauses.ConvertAll(p => (p, (string?)null))),
            new(SpanKind.Counted, times.Open(line).ConvertAll(o => (o, (string?)null))),
            new(SpanKind.Holiday, times.Closed(line)),
        ];
        Piece? last = null;
        for (var at = line.From; at < line.To; )
        {
            var next = Next(layers, at, line.To);
            at = next.To;
            if (last is not null && (last.Kind, last.Holiday) == (next.Kind, next.Holiday))
                next = next with { From = last.From };
            else if (last is not null)
                yield return last.Shown(times);
            last = next;
        }
        if (last is not null)
            yield return last.Shown(times);
    }

    // The piece that begins here: the topmost layer that is there, until it ends or one above it begins.
    static Piece Next(Layer[] layers, long at, long end)
    {
        foreach (var layer in layers)
        {
            if (layer.From(at) is not { } found)
                continue;
            if (found.When.From <= at)
                return new(at, Math.Min(end, found.When.To), layer.Kind, found.Holiday);
            end = Math.Min(end, found.When.From);
        }
        return new(at, end, SpanKind.Closed, null);
    }

    /// <summary>Stretches of one kind in order, read once from the first to the last.</summary>
    sealed class Layer(SpanKind kind, List<(Stretch When, string? Holiday)> stretches)
    {
        int next;

        public SpanKind Kind => kind;

        /// <summary>The first stretch that is not over yet; instants may not go back.</summary>
        public (Stretch When, string? Holiday)? From(long at)
        {
            while (next < stretches.Count && stretches[next].When.To <= at)
                next++;
            return next < stretches.Count ? stretches[next] : null;
        }
    }

    sealed record Piece(long From, long To, SpanKind Kind, string? Holiday)
    {
        public Span Shown(Timetable times) => new(times.Local(From), times.Local(To), Kind, Holiday);
    }
}
