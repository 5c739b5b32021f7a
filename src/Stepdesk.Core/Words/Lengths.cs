using System.Globalization;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Words;

/// <summary>Lengths of time as people write them into forms: <c>30 min</c>, <c>1 h 30 min</c>, <c>2 d</c>. A day is 24 hours.</summary>
public static partial class Lengths
{
    // A form of such a text has a few parts; more is something else.
    const int LongestText = 60;

    /// <summary>The length written in either language; null when it is none.</summary>
    public static TimeSpan? Read(string text)
    {
        if (text.Length > LongestText || Written().Match(Fold.Of(text).Trim()) is not { Success: true } match)
            return null;
        var (numbers, units) = (match.Groups["number"].Captures, match.Groups["unit"].Captures);
        var seconds = 0m;
        for (var i = 0; i < numbers.Count; i++)
            seconds +=
                decimal.Parse(numbers[i].Value.Replace(',', '.'), CultureInfo.InvariantCulture)
                * (int)UnitOf(units[i].Value);
        return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    /// <summary>The length in words that <see cref="Read"/> reads back to the tick.</summary>
    public static string Write(TimeSpan time, Language language)
    {
        if (time >= TimeSpan.FromDays(2) && time.Ticks % TimeSpan.TicksPerDay == 0)
            return Part("days", time.Days);
        var (hours, minutes) = ((long)time.TotalHours, time.Minutes);
        var seconds = (decimal)(time.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;
        return string.Join(
            ' ',
            (string[])
                [
                    .. hours > 0 ? [Part("hours", hours)] : Array.Empty<string>(),
                    .. minutes > 0 ? [Part("minutes", minutes)] : Array.Empty<string>(),
                    .. seconds > 0 || time < TimeSpan.FromMinutes(1)
                        ? [Part("seconds", seconds)]
                        : Array.Empty<string>(),
                ]
        );

        string Part(string unit, decimal n) =>
            Text.Of($"written-{unit}", language, ("n", n.ToString("0.#######", CultureInfo.InvariantCulture)));
    }

    enum Unit
    {
        Second = 1,
        Minute = 60,
        Hour = 3600,
        Day = 86_400,
    }

    // Folded, so the Vietnamese ones have no marks.
    static Unit UnitOf(string word) =>
        word switch
        {
            "d" or "day" or "days" or "ngay" => Unit.Day,
            "h" or "hr" or "hrs" or "hour" or "hours" or "gio" or "tieng" => Unit.Hour,
            "s" or "sec" or "secs" or "second" or "seconds" or "giay" => Unit.Second,
            _ => Unit.Minute,
        };

    [GeneratedRegex(
        @"^((?<number>\d{1,6}([.,]\d{1,7})?)\s*(?<unit>days?|d|ngay|hours?|hrs?|h|gio|tieng|minutes?|mins?|m|phut|p|seconds?|secs?|s|giay)\s*){1,4}\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Written();
}
