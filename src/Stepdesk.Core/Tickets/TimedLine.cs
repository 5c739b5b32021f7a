using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// One thing a line, with the working time it takes at its end: <c>Enrolment by course – 3h</c>. Hours and minutes are
/// written in English or Vietnamese; a line that names none says nothing about time.
/// </summary>
public sealed partial record TimedLine(string Text, int? Minutes)
{
    /// <summary>The lines of a text that say something, in order.</summary>
    public static IReadOnlyList<TimedLine> Read(string? text) =>
        [.. (text ?? "").Split('\n').Select(Plain.Line).Where(line => line.Length > 0).Select(Of)];

    /// <summary>The lines as they are read again.</summary>
    public static string Write(IEnumerable<TimedLine> lines) => string.Join('\n', lines.Select(l => l.ToString()));

    /// <summary>So many minutes as hours and minutes: <c>1h30m</c>.</summary>
    public static string Written(int minutes) =>
        (minutes / 60, minutes % 60) switch
        {
            (0, var m) => string.Create(CultureInfo.InvariantCulture, $"{m}m"),
            (var h, 0) => string.Create(CultureInfo.InvariantCulture, $"{h}h"),
            var (h, m) => string.Create(CultureInfo.InvariantCulture, $"{h}h{m}m"),
        };

    /// <summary>A time that stands alone, such as a buffer; null when it is none.</summary>
    public static int? ReadTime(string? text) =>
        Time().Match($" {Plain.Line(text ?? "")}") is { Success: true, Index: 0 } found ? MinutesOf(found) : null;

    public override string ToString() => Minutes is { } minutes ? $"{Text} – {Written(minutes)}" : Text;

    static TimedLine Of(string line) =>
        Time().Match(line) is { Success: true } found && MinutesOf(found) is { } minutes && found.Index > 0
            ? new(line[..found.Index].TrimEnd(' ', '–', '—', '-', ':', ','), minutes)
            : new(line, null);

    // Above a billion minutes nobody means one; the limit of what can be planned is far below.
    static int? MinutesOf(Match found)
    {
        var minutes = 60L * Number(found.Groups["h"]) + Number(found.Groups["m"]);
        return minutes is > 0 and <= int.MaxValue ? (int)minutes : null;
    }

    static long Number(Group group) =>
        group.Success ? long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"[\s–—:,-](?:(?<h>[0-9]{1,9}) ?(?:h|giờ|hours?)(?: ?(?<m>[0-9]{1,9}) ?(?:m|p|phút|min|minutes?)?)?|(?<m>[0-9]{1,9}) ?(?:m|p|phút|min|minutes?))\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Time();
}
