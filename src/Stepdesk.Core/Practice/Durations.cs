using System.Globalization;
using System.Text;

namespace Stepdesk.Core.Practice;

/// <summary>Durations as scenarios write them: <c>90s</c>, <c>15m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
public static class Durations
{
    /// <summary>Null when the text is no duration.</summary>
    public static TimeSpan? Read(string text)
    {
        var (sum, digits, last) = (TimeSpan.Zero, 0, int.MaxValue);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
                continue;
            var rank = "smhd".IndexOf(text[at], StringComparison.Ordinal);
            if (
                rank < 0
                || rank >= last
                || !int.TryParse(text[digits..at], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || count > 100_000
            )
                return null;
            sum += count * Units[rank];
            (digits, last) = (at + 1, rank);
        }
        return digits == text.Length && digits > 0 ? sum : null;
    }

    /// <summary>The shortest way to write it.</summary>
    public static string Written(TimeSpan duration)
    {
        var (written, left) = (new StringBuilder(), duration.Duration());
        for (var rank = Units.Length - 1; rank >= 0; rank--)
        {
            var count = left.Ticks / Units[rank].Ticks;
            left -= count * Units[rank];
            if (count > 0)
                written.Append(CultureInfo.InvariantCulture, $"{count}{"smhd"[rank]}");
        }
        return written.Length == 0 ? "0s" : written.ToString();
    }

    static readonly TimeSpan[] Units =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromHours(1),
        TimeSpan.FromDays(1),
    ];
}
