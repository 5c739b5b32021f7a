using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// What is left of a column's texts where a report is narrowed: those that a line names, or all from one to another
/// where a line says so, or all but those it leaves out. A line that names none of them says nothing about the column.
/// </summary>
static partial class Narrowing
{
    public static IReadOnlyList<string> Of(Column column, IReadOnlyList<string> lines)
    {
        var (named, left) = (new HashSet<int>(), new HashSet<int>());
        foreach (var line in lines.Select(Plainly))
        {
            var found = Found(column.Of, line);
            (found.Count > 0 && But().IsMatch(line[..found[0].At]) ? left : named).UnionWith(Reached(found, line));
        }
        return [.. column.Of.Where((_, at) => (named.Count == 0 || named.Contains(at)) && !left.Contains(at))];
    }

    static List<(int Index, int At, int End)> Found(IReadOnlyList<string> texts, string line) =>
        [
            .. texts
                .Index()
                .Select(t => (t.Index, Text: Plainly(t.Item)))
                .Select(t => (t.Index, At: line.IndexOf(t.Text, StringComparison.Ordinal), t.Text.Length))
                .Where(t => t.At >= 0)
                .Select(t => (t.Index, t.At, t.At + t.Length))
                .OrderBy(t => t.At),
        ];

    // Each one named, and what lies between two of which one is reached from the other.
    static IEnumerable<int> Reached(List<(int Index, int At, int End)> found, string line) =>
        found
            .Select(f => f.Index)
            .Concat(
                found
                    .Zip(found.Skip(1))
                    .Where(two => two.First.End <= two.Second.At && To().IsMatch(line[two.First.End..two.Second.At]))
                    .SelectMany(two =>
                        Enumerable.Range(
                            Math.Min(two.First.Index, two.Second.Index),
                            Math.Abs(two.First.Index - two.Second.Index)
                        )
                    )
            );

    const RegexOptions Told =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // A month is the same however it is written.
    static string Plainly(string text) =>
        Monthly().Replace(Yearly().Replace(FoldedText.Of(text).Folded, "${month}/${year}"), "0${month}/${year}");

    [GeneratedRegex(@"\b(?<year>\d{4})-(?<month>\d{1,2})\b", Told)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"\b(?<month>\d)/(?<year>\d{4})\b", Told)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"^\W*(-|–|—|\b(den het|den|toi|to|until|through)\b)(\W*\b(thang|month)\b)?\W*$", Told)]
    private static partial Regex To();

    [GeneratedRegex(
        @"\b(tru|ngoai|khong (gom|lay|tinh|bao gom)|bo|except|excluding|without|not)\b(\W+\w+){0,2}\W*$",
        Told
    )]
    private static partial Regex But();
}
