namespace Stepdesk.Core.Service.Calendars;

/// <summary>Four weeks of a timetable, ready for asking: the open times within it, and how much was open before each.</summary>
sealed class Block
{
    /// <summary>How long a block is. Few blocks for a ticket's life, and few windows in each to look through.</summary>
    public const long Length = 28 * TimeSpan.TicksPerDay;

    readonly long[] opens;
    readonly long[] closes;
    readonly long[] before;

    /// <summary>One of the blocks that follow each other from the beginning of time in UTC.</summary>
    /// <param name="index">Which.</param>
    /// <param name="open">What is open around that time, in order, without overlaps.</param>
    public Block(long index, List<Stretch> open)
    {
        Index = index;
        var (start, end) = (index * Length, (index + 1) * Length);
        var inside = open.FindAll(o => o.To > start && o.From < end);
        (opens, closes, before) = (new long[inside.Count], new long[inside.Count], new long[inside.Count]);
        for (var i = 0; i < inside.Count; i++)
        {
            (opens[i], closes[i], before[i]) = (Math.Max(inside[i].From, start), Math.Min(inside[i].To, end), Total);
            Total += closes[i] - opens[i];
        }
    }

    public long Index { get; }

    /// <summary>How many ticks of the block are open.</summary>
    public long Total { get; }

    /// <summary>How many ticks of it are open before an instant.</summary>
    public long Before(long instant)
    {
        var i = LastNotAbove(opens, instant);
        return i < 0 ? 0 : before[i] + Math.Min(instant, closes[i]) - opens[i];
    }

    /// <summary>The first instant before which so many ticks are open: more than none, at most all.</summary>
    public long At(long ticks)
    {
        // With what was open before a window the earlier one ends, so the window must have begun with less.
        var i = LastNotAbove(before, ticks - 1);
        return opens[i] + ticks - before[i];
    }

    static int LastNotAbove(long[] sorted, long value)
    {
        var found = Array.BinarySearch(sorted, value);
        return found >= 0 ? found : ~found - 1;
    }
}
