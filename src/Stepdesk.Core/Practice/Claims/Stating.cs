using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Claims;

/// <summary>
/// Reads numbers of one sort, of one thing, where somebody states them for sure. A clause counts only as a whole: whatever
/// stands in it and is not understood makes it one that states nothing.
/// </summary>
sealed partial class Stating(Form form, Wording? about)
{
    readonly Lazy<Phrases> phrases = new(() => new(form, about));

    /// <summary>Whether what it states are hours of the day or durations.</summary>
    public bool ReadsTimes => form.Name is "onset" or "release-hour" or "duration";

    public IEnumerable<Stated> In(FoldedText counted)
    {
        foreach (var clause in Clauses.Of(counted))
        {
            var row = phrases.Value.In(clause);
            var shape = Phrases.Shape(row);
            if (shape.Contains(Phrases.Unknown, StringComparison.Ordinal))
                continue;
            foreach (var order in form.Shapes)
                if (
                    order.Order.Match(shape) is { Success: true } found
                    && order.After?.IsMatch(clause.Before) is not false
                    && Read(counted, row, found) is { } stated
                    && IsMeant(counted, clause, stated)
                )
                {
                    yield return stated with
                    {
                        IsPart = stated.IsPart || order.IsPart,
                    };
                    break;
                }
        }
    }

    Stated? Read(FoldedText counted, IReadOnlyList<Phrase> row, Match found)
    {
        var core = row.Where(p => !".we~>".Contains(p.Kind, StringComparison.Ordinal)).ToList();
        var (first, last) = (core[0].Start, core[^1].Start + core[^1].Length);
        var words = counted.Excerpt(first, last - first);
        if (found.Groups["all"].Success)
            return new(words, [], IsRough: false, Unit: "") { IsAll = true };
        var at = found.Groups[Figure.Number].Index;
        var said = counted.Folded.Substring(row[at].Start, row[at].Length);
        var before = at > 0 ? row[at - 1].Kind : '.';
        return Readings(row[at], said, counted) is { Count: > 0 } readings
            ? new(words, readings, before is '~', row[at].Kind is 'd' ? "s" : Unit(said))
            {
                // Of one class among several, or more than so many: only more than the whole is wrong.
                IsPart = before is '>' || form.Name is "people" && row.Any(p => p.Kind is 'k'),
                IsHour = row[at].Kind is 'h',
            }
            : null;
    }

    static string Unit(string said) => said.TrimStart("0123456789. ".ToCharArray());

    static IReadOnlyList<IReadOnlyList<int>> Readings(Phrase number, string said, FoldedText counted)
    {
        if (number.Kind is 'd')
        {
            var seconds = Seconds(said);
            return seconds is null or > Longest
                ? []
                :
                [
                    [seconds.Value],
                ];
        }
        var word = said.Split(' ')[0];
        IReadOnlyList<int>? read = Numerals.Few(word) is { } few ? [few] : Amounts.Of(number.Kind is 'q' ? word : said);
        if (read is null)
            return [];
        if (number.Kind is not 'h')
            return [read];
        return Afternoon().IsMatch(said) ? [Later(read)]
            : Morning().IsMatch(said) || read[0] >= Noon ? [read]
            : [read, Later(read)];
    }

    // Whatever takes longer is somebody's work.
    const int Longest = 600;
    const int Noon = 12;

    static IReadOnlyList<int> Later(IReadOnlyList<int> hour) =>
        hour[0] < Noon ? [hour[0] + Noon, .. hour.Skip(1)] : hour;

    /// <summary>All times that a text holds, in seconds.</summary>
    public static IEnumerable<int> TimesIn(string folded) =>
        Phrases.Duration().Matches(folded).Select(d => Seconds(d.Value)).OfType<int>();

    static int? Seconds(string said)
    {
        var parts = Part().Matches(said);
        var sum = 0.0;
        foreach (Match part in parts)
            sum += Worth(part.Groups["n"].Value) * (part.Groups["m"].Success ? Minute : 1);
        if (Half().IsMatch(said))
            sum += Minute / 2;
        return parts.Count > 0 ? (int)Math.Round(sum) : null;
    }

    const int Minute = 60;

    static double Worth(string number) =>
        number is "nua" or "half a" ? 0.5
        : number is "a" ? 1
        : Numerals.Few(number) is { } few ? few
        : double.TryParse(number, CultureInfo.InvariantCulture, out var worth) ? worth
        : double.NaN;

    static bool IsMeant(FoldedText counted, Clause clause, Stated stated) =>
        !counted.IsAsked(stated.Words)
        && Stance.IsStated(counted, stated.Words, isWhole: true)
        && !Scope.IsElsewhere(clause.Before)
        && !clause.IsCondition
        && !Scope.IsPast(Clauses.Previous(counted, clause.Start))
        && !Quoting.IsQuoted(counted.Source, stated.Words.Offset);

    const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\b(?<n>[0-9]+(\.[0-9]+)?|half a|[a-z]+) ?((?<m>phut|minutes?|mins?)|s|giay|secs?|seconds?)\b",
        Options
    )]
    private static partial Regex Part();

    [GeneratedRegex(@"\bruoi$", Options)]
    private static partial Regex Half();

    [GeneratedRegex(@"(chieu|toi|pm)$", Options)]
    private static partial Regex Afternoon();

    [GeneratedRegex(@"(sang|am)$", Options)]
    private static partial Regex Morning();
}
