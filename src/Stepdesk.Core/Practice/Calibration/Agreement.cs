namespace Stepdesk.Core.Practice.Calibration;

/// <summary>
/// How far people agree who judged the same things. A unit is one thing with what each of them said about it, as a
/// number that stands for it; who said nothing is not in it. Units with fewer than two voices tell nothing.
/// </summary>
public static class Agreement
{
    /// <summary>Of all pairs of voices about the same thing, the share that say the same; null without a pair.</summary>
    public static double? Share(IReadOnlyList<IReadOnlyList<int>> units)
    {
        var pairs = Pairs(units);
        return pairs == 0 ? null : (double)units.Sum(u => Counts(u).Values.Sum(n => n * (n - 1) / 2)) / pairs;
    }

    /// <summary>How many pairs of voices there are about the same thing.</summary>
    public static int Pairs(IReadOnlyList<IReadOnlyList<int>> units) => units.Sum(u => u.Count * (u.Count - 1) / 2);

    /// <summary>
    /// Krippendorff's alpha: 1 when all agree, 0 when they agree as often as chance would, below when less. Any number of
    /// voices, and not all need to have judged everything. Null when nobody chose anything but one and the same.
    /// </summary>
    /// <param name="ordered">Whether the numbers are levels, of which neighbours differ less than the ends.</param>
    public static double? Alpha(IReadOnlyList<IReadOnlyList<int>> units, bool ordered = false)
    {
        var paired = units.Where(u => u.Count > 1).Select(Counts).ToList();
        var totals = new SortedDictionary<int, int>();
        foreach (var (value, count) in paired.SelectMany(u => u))
            totals[value] = totals.GetValueOrDefault(value) + count;
        var all = totals.Values.Sum();
        var expected = Apart(totals, Distance) / (all - 1);
        return totals.Count < 2
            ? null
            : 1 - (paired.Sum(unit => Apart(unit, Distance) / (unit.Values.Sum() - 1)) / expected);

        // Two levels are as far apart as there are voices between them.
        double Distance(int one, int other)
        {
            if (!ordered)
                return 1;
            var between = totals.Where(t => t.Key >= one && t.Key <= other).Sum(t => t.Value);
            var distance = between - ((totals[one] + totals[other]) / 2.0);
            return distance * distance;
        }
    }

    /// <summary>
    /// Cohen's kappa of two who judged the same things: 1 when they agree, 0 when as often as chance would. Null when
    /// neither chose anything but one and the same.
    /// </summary>
    public static double? Kappa(IReadOnlyList<(int One, int Other)> pairs)
    {
        if (pairs.Count == 0)
            return null;
        var (one, other) = (Counts([.. pairs.Select(p => p.One)]), Counts([.. pairs.Select(p => p.Other)]));
        // In whole numbers, so that who agrees by chance alone comes to 0 and not nearly to it.
        var agreed = (long)pairs.Count(p => p.One == p.Other) * pairs.Count;
        var chance = one.Sum(c => (long)c.Value * other.GetValueOrDefault(c.Key));
        var most = (long)pairs.Count * pairs.Count;
        return chance == most ? null : (double)(agreed - chance) / (most - chance);
    }

    static SortedDictionary<int, int> Counts(IReadOnlyList<int> unit)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var value in unit)
            counts[value] = counts.GetValueOrDefault(value) + 1;
        return counts;
    }

    // Every two voices that differ, by how far.
    static double Apart(SortedDictionary<int, int> counts, Func<int, int, double> distance) =>
        (
            from one in counts
            from other in counts
            where one.Key < other.Key
            select 2.0 * one.Value * other.Value * distance(one.Key, other.Key)
        ).Sum();
}
