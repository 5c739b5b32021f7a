using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Functions;

/// <summary>Reading and cutting datetimes and timespans; all values are ticks of 100 ns, UTC.</summary>
public static class Times
{
    // Month before day, as the real engine reads; 13-01-2022 is therefore nothing.
    private static readonly string[] InstantForms =
    [
        "yyyy-M-d",
        "yyyy-M-d H:m",
        "yyyy-M-d H:m:s",
        "yyyy-M-d H:m:s.FFFFFFF",
        "yyyy-M-d'T'H:m",
        "yyyy-M-d'T'H:m:s",
        "yyyy-M-d'T'H:m:s.FFFFFFF",
        "yyyy-M-d H",
        "yyyy-M-d'T'H",
        "yyyy-M",
        "yyyy/M/d",
        "yyyy/M/d H:m",
        "yyyy/M/d H:m:s",
        "yyyy/M/d H:m:s.FFFFFFF",
        "yyyyMMdd",
        "yyyyMMdd HHmmss",
        "yyyyMMddHHmmss",
        "M-d-yyyy",
        "M-d-yyyy H:m",
        "M-d-yyyy H:m:s",
        "M-d-yyyy H:m:s.FFFFFFF",
        "M/d/yyyy",
        "M/d/yyyy H:m",
        "M/d/yyyy H:m:s",
        "M/d/yyyy H:m:s.FFFFFFF",
        "M/d/yyyy h:m tt",
        "M/d/yyyy h:m:s tt",
        "M/d/yyyy h:m:s.FFFFFFF tt",
        "d MMM yyyy",
        "d MMM yyyy H:m",
        "d MMM yyyy H:m:s",
        "dd-MMM-yyyy",
        "dd-MMM-yy",
        "dd-MMM-yyyy H:m:s",
        "MMM d yyyy",
        "MMM d, yyyy",
        "MMMM d yyyy",
        "MMMM d, yyyy",
        "d MMMM yyyy",
        "ddd, d MMM yyyy H:m:s",
        "ddd, d MMM yyyy H:m",
        "dddd, dd-MMM-yy H:m:s",
        "dddd, MMMM d, yyyy",
        "ddd MMM d H:m:s yyyy",
        "MMM d yyyy H:m:s",
        "MMM d, yyyy H:m:s",
        "MMM d, yyyy h:m:s tt",
        "yyyy",
    ];

    public static Maybe<long> ParseInstant(string text)
    {
        text = text.Trim();
        if (text is "now")
        {
            return Maybe<long>.Null;
        }

        var offset = TimeSpan.Zero;
        if (text.EndsWith(" GMT", StringComparison.Ordinal) || text.EndsWith(" UTC", StringComparison.Ordinal))
        {
            text = text[..^4];
        }
        else if (text.EndsWith('Z') || text.EndsWith('z'))
        {
            text = text[..^1].TrimEnd();
        }
        else
        {
            text = CutOffset(text, ref offset);
        }

        return
            text.Length > 0
            && DateTime.TryParseExact(
                text,
                InstantForms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault,
                out var instant
            )
            ? InRange(instant.Ticks - offset.Ticks)
            : Maybe<long>.Null;
    }

    // +07:00, +0700 or +07 behind a time of day.
    private static string CutOffset(string text, ref TimeSpan offset)
    {
        var sign = text.LastIndexOfAny(['+', '-']);
        if (sign < 0 || !text.AsSpan(0, sign).Contains(':'))
        {
            return text;
        }

        var digits = text[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is not (2 or 4) || !digits.All(char.IsAsciiDigit))
        {
            return text;
        }

        var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minutes = digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
        offset = new TimeSpan(hours, minutes, 0) * (text[sign] == '-' ? -1 : 1);
        return text[..sign].TrimEnd();
    }

    public static Maybe<long> ParseDuration(string text)
    {
        text = text.Trim();
        var negative = text.StartsWith('-');
        var body = negative ? text[1..].TrimStart() : text;
        if (body.Length == 0)
        {
            return Maybe<long>.Null;
        }

        var unitStart = body.Length;
        while (unitStart > 0 && char.IsLetter(body[unitStart - 1]))
        {
            unitStart--;
        }

        if (unitStart < body.Length)
        {
            if (
                Literals.Unit(body[unitStart..]) is { } unit
                && double.TryParse(
                    body.AsSpan(0, unitStart).Trim(),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var count
                )
                && Math.Abs(count * unit) < 9.2e18
            )
            {
                var ticks = (long)Math.Round(count * unit);
                return negative ? -ticks : ticks;
            }

            return Maybe<long>.Null;
        }

        if (long.TryParse(body, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return days < 10_675_199 ? (negative ? -days : days) * TimeSpan.TicksPerDay : Maybe<long>.Null;
        }

        return TimeSpan.TryParse(body, CultureInfo.InvariantCulture, out var duration)
            ? (negative ? -duration.Ticks : duration.Ticks)
            : Maybe<long>.Null;
    }

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

    private static readonly string[] InstantParts =
    [
        "yyyy",
        "yy",
        "MM",
        "M",
        "dd",
        "d",
        "HH",
        "H",
        "hh",
        "h",
        "mm",
        "m",
        "ss",
        "s",
        "tt",
    ];

    /// <summary>format_datetime: the known letters are replaced, everything else stays.</summary>
    public static string FormatInstant(long ticks, string format)
    {
        var at = At(ticks);
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < format.Length; )
        {
            var run = 1;
            while (i + run < format.Length && format[i + run] == format[i])
            {
                run++;
            }

            var part = format.Substring(i, run);
            if (part[0] is 'f' or 'F' && run <= 7)
            {
                var digits = (ticks % TimeSpan.TicksPerSecond).ToString("0000000", CultureInfo.InvariantCulture)[..run];
                text.Append(part[0] == 'F' ? digits.TrimEnd('0') : digits);
            }
            else if (InstantParts.Contains(part, StringComparer.Ordinal))
            {
                text.Append(at.ToString(run == 1 ? "%" + part : part, CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(part);
            }

            i += run;
        }

        return text.ToString();
    }

    /// <summary>format_timespan: letters for the parts, everything else stays.</summary>
    public static string FormatDuration(long ticks, string format)
    {
        var span = new TimeSpan(Math.Abs(ticks == long.MinValue ? ticks + 1 : ticks));
        var text = new System.Text.StringBuilder(ticks < 0 ? "-" : "");
        for (var i = 0; i < format.Length; )
        {
            var run = 1;
            while (i + run < format.Length && format[i + run] == format[i])
            {
                run++;
            }

            var fraction = (span.Ticks % TimeSpan.TicksPerSecond).ToString("0000000", CultureInfo.InvariantCulture);
            text.Append(
                format[i] switch
                {
                    'd' => Padded(span.Days, run),
                    'h' or 'H' => Padded(span.Hours, run),
                    'm' => Padded(span.Minutes, run),
                    's' => Padded(span.Seconds, run),
                    'f' when run <= 7 => fraction[..run],
                    'F' when run <= 7 => fraction[..run].TrimEnd('0'),
                    _ => format.Substring(i, run),
                }
            );
            i += run;
        }

        return text.ToString();

        static string Padded(int value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
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

    public static string Text(KqlType type, long value) =>
        type switch
        {
            KqlType.DateTime => Format.Instant(value),
            KqlType.TimeSpan => Format.Duration(value),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
}
