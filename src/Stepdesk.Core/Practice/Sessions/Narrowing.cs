using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// What is left of a column's texts where a report is narrowed: those that a line names, or all from one to another
/// where a line says so. A line that names none of them says nothing about the column.
/// </summary>
static partial class Narrowing
{
    public static IReadOnlyList<string> Of(Column column, IReadOnlyList<string> lines)
    {
        var named = lines.SelectMany(line => In(column.Of, Plainly(line))).Distinct().ToList();
        return named.Count == 0 ? column.Of : [.. named.Order().Select(at => column.Of[at])];
    }

    static IEnumerable<int> In(IReadOnlyList<string> texts, string line)
    {
        var found = texts
            .Index()
            .Select(t => (t.Index, Text: Plainly(t.Item)))
            .Select(t => (t.Index, At: line.IndexOf(t.Text, StringComparison.Ordinal), t.Text.Length))
            .Where(t => t.At >= 0)
            .OrderBy(t => t.At)
            .ToList();
        return found is [var from, var to] && To().IsMatch(line[(from.At + from.Length)..to.At])
            ? Enumerable.Range(from.Index, Math.Max(to.Index - from.Index + 1, 0))
            : found.Select(t => t.Index);
    }

    const RegexOptions Told =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // A month is the same however it is written.
    static string Plainly(string text) =>
        Monthly().Replace(Yearly().Replace(FoldedText.Of(text).Folded, "${month}/${year}"), "0${month}/${year}");

    [GeneratedRegex(@"\b(?<year>\d{4})-(?<month>\d{1,2})\b", Told)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"\b(?<month>\d)/(?<year>\d{4})\b", Told)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"^\W*(-|–|—|den|toi|den het|to|until|through|thang|month|\W)*\W*$", Told)]
    private static partial Regex To();
}
