using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>Arrays as sets: order does not matter, nor how often.</summary>
internal static class SetFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Many(
            "set_union",
            2,
            64,
            KqlType.Dynamic,
            v => Of(Distinct(v.OfType<DynamicArray>().SelectMany(a => a.Items)))
        ),
        Declare.Many("set_intersect", 2, 64, KqlType.Dynamic, v => Combine(v, keepShared: true)),
        Declare.Many("set_difference", 2, 64, KqlType.Dynamic, v => Combine(v, keepShared: false)),
        Declare.Many(
            "set_has_element",
            2,
            2,
            KqlType.Bool,
            v => v[0] is DynamicArray a ? a.Items.Any(i => ArrayFunctions.Same(i, v[1])) : null
        ),
        Declare.Many(
            "set_equals",
            2,
            2,
            KqlType.Bool,
            v => v[0] is DynamicArray a && v[1] is DynamicArray b ? Keys(a).SetEquals(Keys(b)) : null
        ),
        Declare.Many("jaccard_index", 2, 2, KqlType.Real, Jaccard),
    ];

    private static DynamicArray Of(IEnumerable<object?> items) => new([.. items]);

    private static HashSet<string> Keys(DynamicArray array) =>
        array.Items.Select(ArrayFunctions.Key).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<object?> Distinct(IEnumerable<object?> items) => items.DistinctBy(ArrayFunctions.Key);

    private static object? Combine(object?[] v, bool keepShared)
    {
        if (v[0] is not DynamicArray first)
        {
            return null;
        }

        var others = v.Skip(1).Select(i => i is DynamicArray a ? Keys(a) : []).ToList();
        return Of(
            Distinct(first.Items)
                .Where(i =>
                    keepShared
                        ? others.TrueForAll(o => o.Contains(ArrayFunctions.Key(i)))
                        : !others.Exists(o => o.Contains(ArrayFunctions.Key(i)))
                )
        );
    }

    private static object? Jaccard(object?[] v)
    {
        if (v[0] is not DynamicArray a || v[1] is not DynamicArray b)
        {
            return null;
        }

        var all = Keys(a).Union(Keys(b), StringComparer.Ordinal).Count();
        return all == 0 ? double.NaN : (double)Keys(a).Intersect(Keys(b), StringComparer.Ordinal).Count() / all;
    }
}
