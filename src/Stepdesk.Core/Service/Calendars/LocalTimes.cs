using System.Runtime.InteropServices;

namespace Stepdesk.Core.Service.Calendars;

/// <summary>
/// Local times of a zone as instants, in ticks of UTC. Only the zone's offsets at instants are asked for, because they
/// are never ambiguous; the rest is found here. A time in a gap moves forward by the gap; of two instants the first
/// counts.
/// </summary>
sealed class LocalTimes(string name)
{
    readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(name);

    /// <summary>The times of one local date.</summary>
    public Day On(DateOnly date)
    {
        var midnight = date.DayNumber * TimeSpan.TicksPerDay;
        var (before, after) = (
            OffsetAt(midnight - TimeSpan.TicksPerDay),
            OffsetAt(midnight + (3 * TimeSpan.TicksPerDay))
        );
        return new(this, midnight, before == after ? before : null);
    }

    /// <summary>The instant with the offset the zone has then.</summary>
    public DateTimeOffset At(long instant)
    {
        var offset = OffsetAt(instant);
        var local = instant + offset;
        return local >= DateTime.MinValue.Ticks && local <= DateTime.MaxValue.Ticks
            ? new(local, TimeSpan.FromTicks(offset))
            : new(instant, TimeSpan.Zero);
    }

    // No zone changes twice within two days, so the offsets of a day earlier and a day later are all there can be.
    long Instant(long local)
    {
        var first = local - OffsetAt(local - TimeSpan.TicksPerDay);
        var second = local - OffsetAt(local + TimeSpan.TicksPerDay);
        return (IsAt(first, local), IsAt(second, local)) switch
        {
            (true, true) => Math.Min(first, second),
            (false, true) => second,
            _ => first,
        };
    }

    bool IsAt(long instant, long local) => instant + OffsetAt(instant) == local;

    long OffsetAt(long instant) =>
        zone.GetUtcOffset(
            new DateTime(Math.Clamp(instant, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc)
        ).Ticks;

    /// <summary>A local date, with its one offset where the zone does not change about that time.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Day(LocalTimes Zone, long Midnight, long? Offset)
    {
        /// <summary>The instant of a time counted from the midnight that begins the date, up to 48 hours.</summary>
        public long At(TimeSpan time) =>
            Offset is { } offset ? Midnight + time.Ticks - offset : Zone.Instant(Midnight + time.Ticks);
    }
}
