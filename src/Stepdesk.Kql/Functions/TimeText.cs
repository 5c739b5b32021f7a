using System.Globalization;
using System.Text;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Functions;

/// <summary>Datetimes and timespans out of text, and as text.</summary>
public static class TimeText
{
    // Month before day, as the real engine reads; 13-01-2022 is therefore nothing.
    private static readonly string[] InstantForms = (
        "yyyy-M-d|yyyy-M-d H:m|yyyy-M-d H:m:s|yyyy-M-d H:m:s.FFFFFFF|yyyy-M-d'T'H:m|"
        + "yyyy-M-d'T'H:m:s|yyyy-M-d'T'H:m:s.FFFFFFF|yyyy-M-d H|yyyy-M-d'T'H|yyyy-M|yyyy/M/d|"
        + "yyyy/M/d H:m|yyyy/M/d H:m:s|yyyy/M/d H:m:s.FFFFFFF|yyyyMMdd|yyyyMMdd HHmmss|"
        + "yyyyMMddHHmmss|M-d-yyyy|M-d-yyyy H:m|M-d-yyyy H:m:s|M-d-yyyy H:m:s.FFFFFFF|M/d/yyyy|"
        + "M/d/yyyy H:m|M/d/yyyy H:m:s|M/d/yyyy H:m:s.FFFFFFF|M/d/yyyy h:m tt|M/d/yyyy h:m:s tt|"
        + "M/d/yyyy h:m:s.FFFFFFF tt|d MMM yyyy|d MMM yy|d MMM yyyy H:m|d MMM yy H:m|"
        + "d MMM yyyy H:m:s|d MMM yy H:m:s|d-MMM-yyyy|d-MMM-yy|d-MMM-yyyy H:m|d-MMM-yy H:m|"
        + "d-MMM-yyyy H:m:s|d-MMM-yy H:m:s|MMM d yyyy|MMM d, yyyy|MMMM d yyyy|MMMM d, yyyy|"
        + "d MMMM yyyy|dddd, MMMM d, yyyy|"
        + "ddd MMM d H:m:s yyyy|MMM d yyyy H:m:s|MMM d, yyyy H:m:s|MMM d, yyyy h:m:s tt|yyyy"
    ).Split('|');

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

        return text.Length > 0 && (IsInstant(text, out var instant) || IsInstant(WithoutDay(text), out instant))
            ? Times.InRange(instant.Ticks - offset.Ticks)
            : Maybe<long>.Null;
    }

    private static bool IsInstant(string text, out DateTime instant) =>
        DateTime.TryParseExact(
            text,
            InstantForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault,
            out instant
        );

    // Sat, 8 Nov 14: which day of the week it was follows from the date, and is believed.
    private static string WithoutDay(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return
            comma > 0
            && Enum.GetNames<DayOfWeek>()
                .Any(d =>
                    d.Equals(text[..comma], StringComparison.OrdinalIgnoreCase)
                    || d[..3].Equals(text[..comma], StringComparison.OrdinalIgnoreCase)
                )
            ? text[(comma + 1)..].TrimStart()
            : text;
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

    private static readonly string[] InstantParts = "yyyy yy y MM M dd d HH H hh h mm m ss s tt".Split(' ');

    /// <summary>format_datetime: the known letters are replaced, everything else stays.</summary>
    public static string FormatInstant(long ticks, string format)
    {
        var at = Times.At(ticks);
        var text = new StringBuilder();
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
        var text = new StringBuilder(ticks < 0 ? "-" : "");
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

    public static string Text(KqlType type, long value) =>
        type switch
        {
            KqlType.DateTime => Format.Instant(value),
            KqlType.TimeSpan => Format.Duration(value),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
}
