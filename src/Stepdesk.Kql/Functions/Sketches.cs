using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>
/// What hll and tdigest keep of the values they met. The real engine keeps an estimate in a form of its own; here it is
/// the values themselves, so that what is read out of it is exact: for hll the fingerprint of each, for tdigest pairs of a
/// value and how often it counts, in order.
/// </summary>
internal static class Sketches
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Many(
            "dcount_hll",
            1,
            1,
            KqlType.Long,
            v => v[0] is DynamicArray hll ? (long)hll.Items.Count : null,
            NameRule.Prefixed,
            "dcount_hll"
        ),
        Declare.Many("hll_merge", 2, 16, KqlType.Dynamic, v => Hll(v.SelectMany(Fingerprints))),
        Declare.Many("tdigest_merge", 2, 16, KqlType.Dynamic, v => Digest(v.SelectMany(Pairs))),
        Declare.Many("merge_tdigest", 2, 16, KqlType.Dynamic, v => Digest(v.SelectMany(Pairs))),
        Declare.Function("percentile_tdigest", 2, 3, PercentileOf, NameRule.Prefixed, "percentile_tdigest"),
        Declare.Many(
            "percentiles_array_tdigest",
            2,
            64,
            KqlType.Dynamic,
            v =>
                v[0] is DynamicArray
                    ? new DynamicArray([
                        .. (v[1] is DynamicArray p ? p.Items : v[1..]).Select(p => Percentile(v[0], p)),
                    ])
                    : null,
            NameRule.Prefixed,
            "percentile_tdigest"
        ),
        Declare.Many("rank_tdigest", 2, 2, KqlType.Real, v => Rank(v[0], v[1]) is { } rank ? (double)rank.UpTo : null),
        Declare.Many(
            "percentrank_tdigest",
            2,
            2,
            KqlType.Real,
            v => Rank(v[0], v[1]) is { All: > 0 } rank ? 100.0 * rank.UpTo / rank.All : null
        ),
    ];

    public static IEnumerable<object> Fingerprints(object? hll) =>
        hll is DynamicArray array ? array.Items.OfType<object>() : [];

    public static DynamicArray Hll(IEnumerable<object> fingerprints) => new([.. fingerprints.Distinct()]);

    public static IEnumerable<(object Value, long Weight)> Pairs(object? digest) =>
        digest is DynamicArray array
            ? array
                .Items.OfType<DynamicArray>()
                .Where(p => p.Items is [not null, long])
                .Select(p => (p.Items[0]!, (long)p.Items[1]!))
            : [];

    public static DynamicArray Digest(IEnumerable<(object Value, long Weight)> pairs) =>
        new([
            .. pairs
                .GroupBy(p => p.Value, p => p.Weight)
                .OrderBy(g => g.Key, Comparer<object>.Create(Ordered.Compare))
                .Select(g => new DynamicArray([g.Key, g.Sum()])),
        ]);

    private static Scalar PercentileOf(Call call)
    {
        var found = MapMany.Of(
            KqlType.Dynamic,
            [call.As(0, KqlType.Dynamic), call.As(1, KqlType.Real)],
            v => Percentile(v[0], v[1])
        );
        return call.Count > 2 ? Conversions.To(call.TypeAt(2), found) : found;
    }

    private static object? Percentile(object? digest, object? percent)
    {
        var pairs = Pairs(digest).ToList();
        if (pairs.Count == 0 || Conversions.AsReal(percent) is not { Has: true, Value: var wanted })
        {
            return null;
        }

        var target = Math.Max(1, (long)Math.Ceiling(wanted / 100 * pairs.Sum(p => p.Weight)));
        var sum = 0L;
        foreach (var (value, weight) in pairs)
        {
            Budget.Tick();
            sum += weight;
            if (sum >= target)
            {
                return value;
            }
        }

        return pairs[^1].Value;
    }

    private static (long UpTo, long All)? Rank(object? digest, object? value)
    {
        if (value is null || digest is not DynamicArray)
        {
            return null;
        }

        var pairs = Pairs(digest).ToList();
        return (pairs.Where(p => Ordered.Compare(p.Value, value) <= 0).Sum(p => p.Weight), pairs.Sum(p => p.Weight));
    }
}
