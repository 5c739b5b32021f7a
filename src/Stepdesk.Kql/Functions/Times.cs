using System.Globalization;

namespace Stepdesk.Kql.Functions;

/// <summary>Cutting and counting datetimes and timespans; all values are ticks of 100 ns, UTC.</summary>
public static class Times
{
    public static Maybe<long> InRange(long ticks) =>
        ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? ticks : Maybe<long>.Null;

    public static Maybe<long> InRange(Int128 ticks) =>
        ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? (long)ticks : Maybe<long>.Null;

    public static DateTime At(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    /// <summary>Down to a multiple of the size, below zero too.</summary>
    public static long Floor(long value, long size)
    {
        var rest = value % size;
        return rest < 0 ? value - rest - size : value - rest;
    }

    public static Maybe<long> StartOf(string part, long ticks, long offset)
    {
        try
        {
            var day = At(ticks).Date;
            var start = part switch
            {
                "day" => day.AddDays(offset),
                // Weeks start on Sunday.
                "week" => day.AddDays(-(int)day.DayOfWeek).AddDays(offset * 7),
                "month" => new DateTime(day.Year, day.Month, 1).AddMonths(checked((int)offset)),
                _ => new DateTime(day.Year, 1, 1).AddYears(checked((int)offset)),
            };
            return start.Ticks;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return Maybe<long>.Null;
        }
    }

    /// <summary>The last tick inside the period.</summary>
    public static Maybe<long> EndOf(string part, long ticks, long offset)
    {
        var next = StartOf(part, ticks, offset + 1);
        return next.Has ? next.Value - 1
            : StartOf(part, ticks, offset).Has ? DateTime.MaxValue.Ticks
            : Maybe<long>.Null;
    }

    public static Maybe<long> Add(string part, long count, long ticks)
    {
        try
        {
            var at = At(ticks);
            return part.ToUpperInvariant() switch
            {
                "YEAR" => at.AddYears(checked((int)count)).Ticks,
                "QUARTER" => at.AddMonths(checked((int)(count * 3))).Ticks,
                "MONTH" => at.AddMonths(checked((int)count)).Ticks,
                "WEEK" => InRange(ticks + ((Int128)count * 7 * TimeSpan.TicksPerDay)),
                "DAY" => InRange(ticks + ((Int128)count * TimeSpan.TicksPerDay)),
                "HOUR" => InRange(ticks + ((Int128)count * TimeSpan.TicksPerHour)),
                "MINUTE" => InRange(ticks + ((Int128)count * TimeSpan.TicksPerMinute)),
                "SECOND" => InRange(ticks + ((Int128)count * TimeSpan.TicksPerSecond)),
                "MILLISECOND" => InRange(ticks + ((Int128)count * TimeSpan.TicksPerMillisecond)),
                "MICROSECOND" => InRange(ticks + ((Int128)count * 10)),
                "NANOSECOND" => InRange((Int128)ticks + (count / 100)),
                _ => Maybe<long>.Null,
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return Maybe<long>.Null;
        }
    }

    /// <summary>Boundaries crossed between two instants, not whole periods.</summary>
    public static Maybe<long> Diff(string part, long later, long earlier)
    {
        var a = At(later);
        var b = At(earlier);
        return part.ToUpperInvariant() switch
        {
            "YEAR" => a.Year - b.Year,
            "QUARTER" => ((a.Year * 4) + ((a.Month - 1) / 3)) - ((b.Year * 4) + ((b.Month - 1) / 3)),
            "MONTH" => ((a.Year * 12) + a.Month) - ((b.Year * 12) + b.Month),
            "WEEK" => (WeekStart(a) - WeekStart(b)).Days / 7,
            "DAY" => Count(later, TimeSpan.TicksPerDay) - Count(earlier, TimeSpan.TicksPerDay),
            "HOUR" => Count(later, TimeSpan.TicksPerHour) - Count(earlier, TimeSpan.TicksPerHour),
            "MINUTE" => Count(later, TimeSpan.TicksPerMinute) - Count(earlier, TimeSpan.TicksPerMinute),
            "SECOND" => Count(later, TimeSpan.TicksPerSecond) - Count(earlier, TimeSpan.TicksPerSecond),
            "MILLISECOND" => Count(later, TimeSpan.TicksPerMillisecond) - Count(earlier, TimeSpan.TicksPerMillisecond),
            "MICROSECOND" => Count(later, 10) - Count(earlier, 10),
            "NANOSECOND" => (later - earlier) * 100,
            _ => Maybe<long>.Null,
        };

        static long Count(long ticks, long size) => ticks / size;
        static DateTime WeekStart(DateTime at) => at.Date.AddDays(-(int)at.DayOfWeek);
    }

    public static Maybe<long> Part(string part, long ticks)
    {
        var at = At(ticks);
        return part.ToUpperInvariant() switch
        {
            "YEAR" => at.Year,
            "QUARTER" => ((at.Month - 1) / 3) + 1,
            "MONTH" => at.Month,
            "WEEK_OF_YEAR" or "WEEKOFYEAR" => ISOWeek.GetWeekOfYear(at),
            "DAY" => at.Day,
            "DAYOFYEAR" => at.DayOfYear,
            "HOUR" => at.Hour,
            "MINUTE" => at.Minute,
            "SECOND" => at.Second,
            "MILLISECOND" => at.Millisecond,
            "MICROSECOND" => ticks / 10 % 1_000_000,
            "NANOSECOND" => ticks % TimeSpan.TicksPerSecond * 100,
            _ => Maybe<long>.Null,
        };
    }

    public static Maybe<long> Make(long year, long month, long day, long hour, long minute, double second)
    {
        if (
            year is < 1 or > 9999
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth((int)year, (int)month)
            || hour is < 0 or > 23
            || minute is < 0 or > 59
            || second is < 0 or >= 60
        )
        {
            return Maybe<long>.Null;
        }

        return new DateTime((int)year, (int)month, (int)day, (int)hour, (int)minute, 0).Ticks
            + (long)Math.Round(second * TimeSpan.TicksPerSecond);
    }

    public static Maybe<long> Zoned(long ticks, string zone, bool toLocal)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info))
        {
            return Maybe<long>.Null;
        }

        var at = At(ticks);
        if (toLocal)
        {
            return TimeZoneInfo.ConvertTimeFromUtc(at, info).Ticks;
        }

        var local = DateTime.SpecifyKind(at, DateTimeKind.Unspecified);
        return info.IsInvalidTime(local) ? Maybe<long>.Null : TimeZoneInfo.ConvertTimeToUtc(local, info).Ticks;
    }
}
