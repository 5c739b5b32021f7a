using System.Collections.Frozen;

namespace Stepdesk.Core.Service.Calendars;

/// <summary>A calendar ready for asking. Time is ticks of UTC; a stretch of time is open when a window covers it.</summary>
sealed class Timetable
{
    // Five years of blocks. They are made when asked for and the last that was made stays, so memory has a bound; a
    // lost race costs making the same block twice.
    readonly Block?[] blocks = new Block?[64];
    readonly LocalTimes zone;
    readonly bool isAlways;
    readonly Window[][] windows;
    readonly FrozenDictionary<DateOnly, string> holidays;

    public Timetable(Calendar calendar)
    {
        zone = new(calendar.Zone);
        isAlways = calendar.IsAlways;
        windows = [.. Enum.GetValues<DayOfWeek>().Select(d => calendar.Windows.Where(w => w.Day == d).ToArray())];
        holidays = calendar.Holidays.DistinctBy(h => h.Date).ToFrozenDictionary(h => h.Date, h => h.Name);
    }

    public DateTimeOffset Local(long instant) => zone.At(instant);

    /// <summary>How much is open between two instants.</summary>
    public long Counted(long from, long to)
    {
        if (to <= from)
            return 0;
        if (isAlways)
            return to - from;
        var (first, last) = (from / Block.Length, to / Block.Length);
        var counted = BlockAt(last).Before(to) - BlockAt(first).Before(from);
        for (var index = first; index < last; index++)
            counted += BlockAt(index).Total;
        return counted;
    }

    /// <summary>The first instant at which so much was open since another; null when that is never.</summary>
    public long? After(long from, long amount)
    {
        if (amount == 0 || isAlways)
            return amount <= DateTime.MaxValue.Ticks - from ? from + amount : null;
        if (windows.All(w => w.Length == 0))
            return null;
        var index = from / Block.Length;
        var left = amount;
        var passed = BlockAt(index).Before(from);
        for (; index <= DateTime.MaxValue.Ticks / Block.Length; index++, passed = 0)
        {
            var block = BlockAt(index);
            if (left <= block.Total - passed)
                return block.At(passed + left);
            left -= block.Total - passed;
        }
        return null;
    }

    /// <summary>What is open in and around a stretch of time, in order, each instant once.</summary>
    public List<Stretch> Open(Stretch within) =>
        isAlways ? [within] : Stretch.Union([.. Windows(within).Where(w => w.Holiday is null).Select(w => w.When)]);

    /// <summary>What would be open in and around a stretch of time were there no holidays, and which holiday it is.</summary>
    public List<(Stretch When, string? Holiday)> Closed(Stretch within) =>
        isAlways ? [] : [.. Windows(within).Where(w => w.Holiday is not null).OrderBy(w => w.When.From)];

    Block BlockAt(long index)
    {
        ref var kept = ref blocks[index % blocks.Length];
        if (Volatile.Read(ref kept) is { } block && block.Index == index)
            return block;
        var made = new Block(index, Open(new(index * Block.Length, (index + 1) * Block.Length)));
        Volatile.Write(ref kept, made);
        return made;
    }

    // A window that reaches into the stretch starts at most two days before it, and zones are up to fourteen hours off.
    IEnumerable<(Stretch When, string? Holiday)> Windows(Stretch within)
    {
        var first = (int)Math.Max(within.From / TimeSpan.TicksPerDay - 4, DateOnly.MinValue.DayNumber);
        var last = (int)Math.Min(within.To / TimeSpan.TicksPerDay + 2, DateOnly.MaxValue.DayNumber);
        for (var day = first; day <= last; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            if (windows[(int)date.DayOfWeek] is not { Length: > 0 } ofDay)
                continue;
            var holiday = holidays.GetValueOrDefault(date);
            var local = zone.On(date);
            foreach (var window in ofDay)
                yield return (new(local.At(window.Opens), local.At(window.Closes)), holiday);
        }
    }
}
