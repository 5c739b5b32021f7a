using System.Globalization;

namespace Stepdesk.Kql.Columns;

/// <summary>The text forms of values, as <c>tostring</c> gives them.</summary>
public static class Format
{
    public static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            bool flag => flag ? "true" : "false",
            long number => number.ToString(CultureInfo.InvariantCulture),
            int number => number.ToString(CultureInfo.InvariantCulture),
            double number => Real(number),
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            DateTime instant => Instant(instant.Ticks),
            TimeSpan duration => Duration(duration.Ticks),
            Guid guid => guid.ToString("D"),
            _ => Json.Write(value),
        };

    /// <summary>
    /// A bool as text. Inside of a dynamic and on the wire it is JSON's own, as <see cref="Text"/> has it.
    /// </summary>
    public static string Bool(bool value) => value ? "True" : "False";

    public static string Real(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        // A real always looks like one: 4 is written 4.0, 1E+20 stays.
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    public static string Instant(long ticks) =>
        new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks)).ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            CultureInfo.InvariantCulture
        );

    /// <summary>The wire form: only the decimals that are needed.</summary>
    public static string ShortInstant(long ticks) =>
        new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks)).ToString(
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture
        );

    public static string Duration(long ticks) => new TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture);
}
