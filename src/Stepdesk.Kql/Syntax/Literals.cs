using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Syntax;

/// <summary>The text inside <c>datetime(...)</c>, <c>timespan(...)</c> and their like.</summary>
public static class Literals
{
    public static double? Unit(string name) =>
        name switch
        {
            "d" or "day" or "days" => TimeSpan.TicksPerDay,
            "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.TicksPerHour,
            "m" or "min" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
            "s" or "sec" or "second" or "seconds" => TimeSpan.TicksPerSecond,
            "ms" or "milli" or "millis" or "millisec" or "millisecond" or "milliseconds" =>
                TimeSpan.TicksPerMillisecond,
            "micro" or "micros" or "microsec" or "microsecond" or "microseconds" => 10,
            "nano" or "nanos" or "nanosec" or "nanosecond" or "nanoseconds" => 0.01,
            "tick" or "ticks" => 1,
            _ => null,
        };

    public static bool TryRead(KqlType type, string raw, out object? value)
    {
        value = null;
        if (raw is "null")
        {
            return true;
        }

        var text = raw.Trim('"', '\'');
        switch (type)
        {
            case KqlType.Bool:
                value = text.ToUpperInvariant() switch
                {
                    "TRUE" or "1" => true,
                    "FALSE" or "0" => false,
                    _ => null,
                };
                break;
            case KqlType.Int when TryInteger(text, out var integer) && integer is >= int.MinValue and <= int.MaxValue:
            case KqlType.Long when TryInteger(text, out integer):
                value = integer;
                break;
            case KqlType.Real:
                value = Real(text);
                break;
            case KqlType.Decimal
                when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                value = number;
                break;
            case KqlType.Guid when Guid.TryParse(text, out var guid):
                value = guid;
                break;
            case KqlType.DateTime when TimeText.ParseInstant(text) is { Has: true } instant:
                value = Cell.Box(type, instant.Value);
                break;
            case KqlType.TimeSpan:
                value = TimeText.ParseDuration(text) is { Has: true } duration ? Cell.Box(type, duration.Value) : null;
                break;
        }

        return value is not null;
    }

    private static bool TryInteger(string text, out long value)
    {
        var digits = text.AsSpan().TrimStart('-');
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            var read = long.TryParse(
                digits[2..],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out value
            );
            value = text.StartsWith('-') ? -value : value;
            return read;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static object? Real(string text) =>
        text.ToUpperInvariant() switch
        {
            "NAN" => double.NaN,
            "+INF" or "INF" or "+INFINITY" or "INFINITY" => double.PositiveInfinity,
            "-INF" or "-INFINITY" => double.NegativeInfinity,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : null,
        };
}
