namespace Stepdesk.Core.Service.Calendars;

/// <summary>
/// When a desk works: weekly windows in a zone, less holidays, or around the clock. It answers for exact instants, to
/// the tick. It is a value: two calendars of the same content are equal. Ask <see cref="CalendarRules.Check"/> before
/// keeping one; what it refuses is not meant to be computed with. The rules stand in docs/calendars.md.
/// </summary>
public sealed record Calendar
{
    Timetable? timetable;
    Calendar? around;

    public Calendar() { }

    // A copy with other windows needs another timetable.
    Calendar(Calendar other) =>
        (Zone, IsAlways, Windows, Holidays) = (other.Zone, other.IsAlways, other.Windows, other.Holidays);

    /// <summary>The IANA name of the zone, such as <c>Asia/Ho_Chi_Minh</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Around the clock: wall time counts, and neither windows nor holidays say anything.</summary>
    public bool IsAlways { get; init; }

    /// <summary>The windows of a week, in any order.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [];

    /// <summary>Local dates on which no window starts, in any order.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Twenty-four hours on seven days.</summary>
    public static Calendar Always(string zone) => new() { Zone = zone, IsAlways = true };

    /// <summary>
    /// The first instant at which <paramref name="amount"/> of counted time has passed since <paramref name="start"/>,
    /// with the offset of the zone. What is used up at the end of a window is due there, not at the next opening. Null
    /// when a pause without end begins before that instant, or when the calendar never gets there.
    /// </summary>
    /// <param name="pauses">In any order; they may overlap, begin before the start or end in nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public DateTimeOffset? Due(DateTimeOffset start, TimeSpan amount, IReadOnlyList<Pause> pauses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        var (at, left) = (start.UtcTicks, amount.Ticks);
        foreach (var pause in Pause.Ended(pauses))
        {
            if (pause.To <= at)
                continue;
            var before = Times.Counted(at, pause.From);
            if (left <= before)
                break;
            (at, left) = (pause.To, left - before);
        }
        return Times.After(at, left) is { } due && due <= Pause.GoesOnFrom(pauses) ? Times.Local(due) : null;
    }

    /// <summary>The counted time between two instants; none when the second is not the later.</summary>
    /// <param name="pauses">In any order; they may overlap, reach beyond both ends or end in nothing.</param>
    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Pause> pauses)
    {
        var (start, end) = (from.UtcTicks, Math.Min(to.UtcTicks, Pause.GoesOnFrom(pauses)));
        var counted = Times.Counted(start, end);
        foreach (var pause in Pause.Ended(pauses))
            counted -= Times.Counted(Math.Max(start, pause.From), Math.Min(end, pause.To));
        return TimeSpan.FromTicks(counted);
    }

    /// <summary>
    /// The latest instant from which <paramref name="amount"/> of counted time is left until <paramref name="end"/>, with
    /// the offset of the zone: work that has to be done by then has to be begun by then. Null when there never was so much.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public DateTimeOffset? Latest(DateTimeOffset end, TimeSpan amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        var to = end.UtcTicks;
        // Counted time only grows the further one looks back, so the place is between two looks.
        for (var back = Math.Max(amount.Ticks, TimeSpan.TicksPerDay); ; back *= 2)
        {
            var from = Math.Max(to - back, 0);
            if (Times.Counted(from, to) >= amount.Ticks)
                return Times.Local(LatestBetween(from, to, to, amount.Ticks));
            if (from == 0 || back > FurthestBack)
                return null;
        }
    }

    // Ten years, as far as anybody agrees on a date.
    const long FurthestBack = 3653 * TimeSpan.TicksPerDay;

    // Of those from which enough is left, the last.
    long LatestBetween(long enough, long tooLate, long end, long amount)
    {
        if (amount == 0)
            return end;
        while (tooLate - enough > 1)
        {
            var middle = enough + ((tooLate - enough) / 2);
            if (Times.Counted(middle, end) >= amount)
                enough = middle;
            else
                tooLate = middle;
        }
        return enough;
    }

    /// <summary>
    /// The line between two instants cut into pieces that say why they count or do not: without gaps, in order, no two
    /// neighbours alike, with the offsets of the zone. None when the second instant is not the later.
    /// </summary>
    public IEnumerable<Span> Spans(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Pause> pauses) =>
        Cut.Of(Times, new(from.UtcTicks, to.UtcTicks), Pause.Union(pauses));

    /// <summary>Of equal content, whatever was computed with either.</summary>
    public bool Equals(Calendar? other) =>
        other is not null
        && Zone == other.Zone
        && IsAlways == other.IsAlways
        && Windows.SequenceEqual(other.Windows)
        && Holidays.SequenceEqual(other.Holidays);

    public override int GetHashCode() => HashCode.Combine(Zone, IsAlways, Windows.Count, Holidays.Count);

    /// <summary>Every hour of every day in the same zone; kept, because a calendar is quick once it was used.</summary>
    internal Calendar Around => IsAlways ? this : around ??= Always(Zone);

    // Two threads may both make one; either will do, and one is kept.
    Timetable Times => timetable ??= new(this);
}

/// <summary>
/// A time of a week at which work is done. It belongs to the local date it starts on.
/// </summary>
/// <param name="Opens">From midnight, below 24 hours.</param>
/// <param name="Closes">From the same midnight, at most 48 hours: 24:00 is the end of the day, 30:00 is 06:00 of the next.</param>
public sealed record Window(DayOfWeek Day, TimeSpan Opens, TimeSpan Closes);

/// <summary>A local date on which no window starts. The tail of a window from the day before remains.</summary>
public sealed record Holiday(DateOnly Date, string Name);
