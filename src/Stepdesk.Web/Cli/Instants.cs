using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stepdesk.Web.Cli;

/// <summary>Instants on the command line: ISO 8601 with an offset, exact to the tick.</summary>
static partial class Instants
{
    /// <summary>With a fraction of a second only when there is one.</summary>
    public static string Written(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>An instant as it was written; <paramref name="place"/> names it where it cannot be read.</summary>
    public static DateTimeOffset Read(JsonElement? said, string place) => Read(said?.Letters(), place);

    /// <inheritdoc cref="Read(JsonElement?, string)"/>
    public static DateTimeOffset Read(string? said, string place)
    {
        if (
            said is { } text
            && Iso().Match(text) is { Success: true } match
            && Local(match) is { } local
            && Offset(match) is { } offset
            && local.Ticks - offset.Ticks is >= 0 and var utc
            && utc <= DateTime.MaxValue.Ticks
        )
            return new(local, offset);
        throw new BadLineException(
            "instant-is-invalid",
            $"{place} is not an instant. Write it with its offset, such as 2026-03-06T17:20:00+07:00."
        );
    }

    static DateTime? Local(Match match)
    {
        // What is finer than a tick is cut off.
        var fraction = match.Groups["fraction"].Value is { Length: > 0 } digits ? digits : "0";
        var seconds = match.Groups["seconds"].Value is { Length: > 0 } said ? said : "00";
        return DateTime.TryParseExact(
            $"{match.Groups["date"].Value} {match.Groups["minutes"].Value}:{seconds}.{fraction[..Math.Min(7, fraction.Length)]}",
            "yyyy-MM-dd HH:mm:ss.FFFFFFF",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var local
        )
            ? local
            : null;
    }

    static TimeSpan? Offset(Match match)
    {
        if (match.Groups["sign"].Value is not { Length: > 0 } sign)
            return TimeSpan.Zero;
        var (hours, minutes) = (Number("hour"), Number("minute"));
        return minutes < 60 && (hours * 60) + minutes <= 14 * 60
            ? (sign is "-" ? -1 : 1) * new TimeSpan(hours, minutes, 0)
            : null;

        int Number(string name) =>
            match.Groups[name].Value is { Length: > 0 } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(
        """
            ^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<minutes>[0-9]{2}:[0-9]{2})
            (:(?<seconds>[0-9]{2})([.,](?<fraction>[0-9]+))?)?
            ([Zz]|(?<sign>[+-])(?<hour>[0-9]{2})(:?(?<minute>[0-9]{2}))?)\z
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex Iso();
}
