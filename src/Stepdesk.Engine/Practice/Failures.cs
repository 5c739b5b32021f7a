using System.Globalization;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// How much failed, by the rows of an answer: what a column counts, and whatever follows from two of them. Each row is
/// asked together with the rows that differ from it in nothing but how it went.
/// </summary>
sealed class Failures
{
    readonly Look look;
    readonly List<string> columns;
    readonly IReadOnlyList<IReadOnlyList<string?>> rows;
    readonly List<int> outcomes;

    Failures(Look look, IEnumerable<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        (this.look, this.columns, this.rows) = (look, [.. columns], rows);
        outcomes = [.. Places(look.IsOutcome)];
    }

    /// <summary>Fewer are no share of anything.</summary>
    const double Fewest = 3;

    /// <summary>What each row says of failures, as cells of the types of <see cref="ShownPart"/>; null where nobody can tell.</summary>
    public static IReadOnlyList<(double? All, double? Failed, double? Share, double? OfFailed)> Of(
        Look look,
        IEnumerable<string> columns,
        IReadOnlyList<string> types,
        IReadOnlyList<IReadOnlyList<string?>> rows
    )
    {
        var read = new Failures(look, columns, rows);
        var counted = rows.Select(r => (All: read.AllOf(r), Failed: read.FailedOf(r))).ToList();
        var alike = Together(
            rows,
            Enumerable
                .Range(0, types.Count)
                .Where(at => read.IsKey(at) && (look.IsGrouped ? !IsNumber(types[at]) : IsText(types[at])))
        );
        var about = Together(rows, Enumerable.Range(0, types.Count).Where(at => read.IsKey(at) && IsText(types[at])));
        var all = counted.Sum(c => c.Failed) ?? 0;
        return
        [
            .. rows.Index()
                .Select(row =>
                    (
                        counted[row.Index].All,
                        counted[row.Index].Failed,
                        ShareIn(row.Item, alike[row.Index]),
                        read.IsApart(row.Item) ? OfAll(about[row.Index].Sum(at => counted[at].Failed), all) : null
                    )
                ),
        ];

        // Where only what failed was looked at, all of it failed, and that says nothing.
        double? ShareIn(IReadOnlyList<string?> row, IReadOnlyList<int> alike) =>
            look.IsPart ? null
            // Of those that failed all did: it is a share when there are no others.
            : look.IsGrouped
            && read.ShareOf(row) is { } share
            && (!look.IsSplitByOutcome || alike.All(at => read.ShareOf(rows[at]) == share))
                ? share
            : look.Failed is null ? Share(alike.Select(at => counted[at]))
            : null;

        static double? Share(IEnumerable<(double? All, double? Failed)> of)
        {
            var those = of.ToList();
            return
                those.TrueForAll(t => t is { All: not null, Failed: not null })
                && those.Sum(t => t.All) is >= Fewest and var sum
                ? 100 * those.Sum(t => t.Failed) / sum
                : null;
        }

        static double? OfAll(double? failed, double all) => all > 0 ? 100 * failed / all : null;
    }

    // The rows that say the same in these columns, for each row.
    static List<List<int>> Together(IReadOnlyList<IReadOnlyList<string?>> rows, IEnumerable<int> by)
    {
        var keys = by.ToList();
        var same = rows.Index()
            .GroupBy(r => string.Join('\n', keys.Select(k => r.Item[k])), r => r.Index)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        return [.. rows.Select(r => same[string.Join('\n', keys.Select(k => r[k]))])];
    }

    // What is neither counted nor says how it went says what it was.
    bool IsKey(int at) => !look.Counted.ContainsKey(columns[at]) && !outcomes.Contains(at);

    // What was narrowed to one thing sets it apart from nothing.
    bool IsApart(IReadOnlyList<string?> row) =>
        !look
            .Said.Except(look.Names, StringComparer.Ordinal)
            .Any(said => row.Index().Any(c => IsKey(c.Index) && c.Item == said));

    double? AllOf(IReadOnlyList<string?> row) =>
        Value(row, Counts.All) ?? (look.IsGrouped ? Value(row, Counts.Failed) + Value(row, Counts.Fine) : 1);

    double? FailedOf(IReadOnlyList<string?> row) =>
        Value(row, Counts.Failed)
        ?? (Value(row, Counts.Fine) is { } fine ? AllOf(row) - fine : null)
        ?? (
            (HowItWent(row) ?? look.Failed) is { } failed
                ? failed
                    ? AllOf(row) ?? Some(row)
                    : 0
                : null
        );

    // A sum of what failed, such as when it began, is one of something.
    static double Some(IReadOnlyList<string?> row) => row.Any(cell => cell is not null) ? 1 : 0;

    // Several columns of one row agree.
    bool? HowItWent(IReadOnlyList<string?> row) =>
        outcomes
            .Where(at => row[at] is { Length: > 0 })
            .Select(at => (bool?)look.Fails(columns[at], row[at]!))
            .FirstOrDefault();

    double? ShareOf(IReadOnlyList<string?> row) =>
        Value(row, Counts.FailedOfHundred)
        ?? 100 * Value(row, Counts.FailedOfOne)
        ?? 100 - Value(row, Counts.FineOfHundred)
        ?? 100 - 100 * Value(row, Counts.FineOfOne);

    double? Value(IReadOnlyList<string?> row, Counts what) =>
        Places(c => look.Counted.TryGetValue(c, out var counts) && counts == what)
            .Select(at => Number(row[at]))
            .FirstOrDefault(n => n is not null);

    IEnumerable<int> Places(Predicate<string> such) =>
        Enumerable.Range(0, columns.Count).Where(at => such(columns[at]));

    static bool IsText(string type) => type is "string" or "dynamic";

    static bool IsNumber(string type) => type is "int" or "long" or "real" or "double" or "decimal";

    static double? Number(string? cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
