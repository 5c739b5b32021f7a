using System.Globalization;
using System.Text;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Writing;

/// <summary>Names and texts as they are written in a query.</summary>
internal static class Names
{
    // What an expression or a step would be read as.
    private static readonly HashSet<string> Taken =
    [
        .. "and or not in has has_any has_all contains startswith endswith hasprefix hassuffix between matches by on of to asc desc nulls let true false True False TRUE FALSE typeof dynamic datetime date timespan time guid bool boolean int long real double decimal with step from default union print range datatable search find externaldata materialize toscalar view declare set alias restrict pattern".Split(
            ' '
        ),
    ];

    /// <summary>Whether there is any way to write it: no text within brackets has escapes.</summary>
    public static bool CanBe(string name) =>
        name.Length > 0
        && !name.Any(c => char.IsControl(c) || c is '\\' or '\u2028' or '\u2029')
        && !(name.Contains('"', StringComparison.Ordinal) && name.Contains('\'', StringComparison.Ordinal));

    public static string Name(string name) =>
        IsPlain(name) ? name
        : name.Contains('\'', StringComparison.Ordinal) ? $"[\"{name}\"]"
        : $"['{name}']";

    public static bool IsPlain(string name) =>
        name.Length > 0
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && !Taken.Contains(name);

    public static string Text(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' or '"' => written.Append('\\').Append(c),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                _ when char.IsControl(c) || Lexer.EndsLine(c) => written.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)c:x4}"
                ),
                _ => written.Append(c),
            };
        }

        return written.Append('"').ToString();
    }

    /// <summary>In the largest unit that says it whole.</summary>
    public static string Span(TimeSpan span) =>
        span.Ticks switch
        {
            var t when t % TimeSpan.TicksPerDay == 0 => Of(t / TimeSpan.TicksPerDay, "d"),
            var t when t % TimeSpan.TicksPerHour == 0 => Of(t / TimeSpan.TicksPerHour, "h"),
            var t when t % TimeSpan.TicksPerMinute == 0 => Of(t / TimeSpan.TicksPerMinute, "m"),
            var t when t % TimeSpan.TicksPerSecond == 0 => Of(t / TimeSpan.TicksPerSecond, "s"),
            var t when t % TimeSpan.TicksPerMillisecond == 0 => Of(t / TimeSpan.TicksPerMillisecond, "ms"),
            var t => Of(t, "tick"),
        };

    private static string Of(long number, string unit) => number.ToString(CultureInfo.InvariantCulture) + unit;
}
