using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>What a series adds up to, the line through it, and its gaps filled.</summary>
internal static class SeriesFits
{
    private static readonly Field[] Stats =
    [
        new("min", KqlType.Real),
        new("min_idx", KqlType.Long),
        new("max", KqlType.Real),
        new("max_idx", KqlType.Long),
        new("avg", KqlType.Real),
        new("stdev", KqlType.Real),
        new("variance", KqlType.Real),
    ];

    private static readonly Field[] Line =
    [
        new("rsquare", KqlType.Real),
        new("slope", KqlType.Real),
        new("variance", KqlType.Real),
        new("rvariance", KqlType.Real),
        new("interception", KqlType.Real),
        new("line_fit", KqlType.Dynamic),
    ];

    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Several("series_stats", 1, 2, Stats, StatsOf),
        Bag("series_stats_dynamic", 1, 2, Stats, StatsOf),
        Several("series_fit_line", 1, 1, Line, LineOf),
        Bag("series_fit_line_dynamic", 1, 1, Line, LineOf),
        Declare.Many(
            "series_fill_forward",
            1,
            2,
            KqlType.Dynamic,
            v => Carried(v, back: false),
            NameRule.FirstArgument
        ),
        Declare.Many(
            "series_fill_backward",
            1,
            2,
            KqlType.Dynamic,
            v => Carried(v, back: true),
            NameRule.FirstArgument
        ),
        Declare.Many("series_fill_const", 2, 3, KqlType.Dynamic, Constant, NameRule.FirstArgument),
        Declare.Many("series_fill_linear", 1, 4, KqlType.Dynamic, Linear, NameRule.FirstArgument),
        Declare.Many("series_fir", 2, 4, KqlType.Dynamic, Filtered, NameRule.FirstArgument),
        Declare.Many("series_iir", 3, 3, KqlType.Dynamic, Recursive, NameRule.FirstArgument),
    ];

    /// <summary>A function of several results, each a column of its own.</summary>
    public static FunctionInfo Several(
        string name,
        int least,
        int most,
        Field[] fields,
        Func<object?[], object?[]?> f
    ) =>
        Declare.Many(name, least, most, KqlType.Dynamic, v => f(v) is { } values ? new DynamicArray(values) : null) with
        {
            Parts = arguments => [.. fields.Select(f => f with { Name = $"{name}_{arguments[0].Name}_{f.Name}" })],
        };

    /// <summary>The same results in one bag.</summary>
    public static FunctionInfo Bag(string name, int least, int most, Field[] fields, Func<object?[], object?[]?> f) =>
        Declare.Many(
            name,
            least,
            most,
            KqlType.Dynamic,
            v =>
            {
                if (f(v) is not { } values)
                {
                    return null;
                }

                var bag = new DynamicBag();
                for (var i = 0; i < values.Length; i++)
                {
                    bag[fields[i].Name] = values[i];
                }

                return bag;
            }
        );

    private static object?[]? StatsOf(object?[] v)
    {
        if (SeriesFunctions.Numbers(v[0]) is not { } series)
        {
            return null;
        }

        var finiteOnly = v.Length > 1 && v[1] is true;
        var found = series
            .Select((x, i) => (Value: x, Index: (long)i))
            .Where(p => p.Value is { } x && (!finiteOnly || double.IsFinite(x)))
            .Select(p => (Value: p.Value!.Value, p.Index))
            .ToList();
        if (found.Count == 0)
        {
            return new object?[Stats.Length];
        }

        var (min, max) = (found.MinBy(p => p.Value), found.MaxBy(p => p.Value));
        var mean = found.Average(p => p.Value);
        var variance = found.Count > 1 ? found.Sum(p => (p.Value - mean) * (p.Value - mean)) / (found.Count - 1) : 0;
        return [min.Value, min.Index, max.Value, max.Index, mean, Math.Sqrt(variance), variance];
    }

    // Least squares over the positions 0, 1, 2, ...
    private static object?[]? LineOf(object?[] v)
    {
        if (SeriesFunctions.Numbers(v[0]) is not { Length: > 0 } series)
        {
            return null;
        }

        var y = series.Select(x => x ?? 0).ToArray();
        var (meanX, meanY) = ((y.Length - 1) / 2.0, y.Average());
        var xx = y.Select((_, i) => (i - meanX) * (i - meanX)).Sum();
        var slope = xx == 0 ? 0 : y.Select((value, i) => (i - meanX) * (value - meanY)).Sum() / xx;
        var start = meanY - (slope * meanX);
        var fit = y.Select((_, i) => start + (slope * i)).ToArray();
        var all = y.Sum(value => (value - meanY) * (value - meanY));
        var rest = y.Zip(fit, (value, line) => (value - line) * (value - line)).Sum();
        var count = Math.Max(1, y.Length - 1);
        return
        [
            all == 0 ? 1.0 : 1 - (rest / all),
            slope,
            all / count,
            rest / count,
            start,
            SeriesFunctions.Array(fit.Select(value => (double?)value)),
        ];
    }

    // What counts as missing: nulls, or one value that stands for them.
    private static bool IsMissing(object? item, object?[] v, int at) =>
        item is null || (v.Length > at && v[at] is not null && ArrayFunctions.Same(item, v[at]));

    private static DynamicArray? Carried(object?[] v, bool back)
    {
        if (v[0] is not DynamicArray series)
        {
            return null;
        }

        var items = series.Items.ToArray();
        object? last = null;
        for (var i = 0; i < items.Length; i++)
        {
            ref var item = ref items[back ? items.Length - 1 - i : i];
            item = IsMissing(item, v, 1) ? last ?? item : item;
            last = IsMissing(item, v, 1) ? last : item;
        }

        return new DynamicArray(items);
    }

    private static DynamicArray? Constant(object?[] v) =>
        v[0] is DynamicArray series
            ? new DynamicArray([.. series.Items.Select(i => IsMissing(i, v, 2) ? v[1] : i)])
            : null;

    private static DynamicArray? Linear(object?[] v)
    {
        if (v[0] is not DynamicArray series || SeriesFunctions.Numbers(series) is not { } numbers)
        {
            return null;
        }

        // What is between two integers is cut to an integer: a series keeps its kind.
        var whole = series.Items.All(i => i is null or long) && series.Items.Any(i => i is long);
        var known = Enumerable.Range(0, numbers.Length).Where(i => !IsMissing(series.Items[i], v, 1)).ToList();
        var edges = v.Length < 3 || v[2] is not false;
        if (known.Count == 0)
        {
            var constant = v.Length > 3 ? v[3] : 0.0;
            return new DynamicArray([.. numbers.Select(_ => constant)]);
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            var at = known.BinarySearch(i);
            if (at >= 0)
            {
                continue;
            }

            var (before, after) = (~at - 1, ~at);
            if (before >= 0 && after < known.Count)
            {
                var (a, b) = (known[before], known[after]);
                numbers[i] = numbers[a] + ((numbers[b] - numbers[a]) * (i - a) / (b - a));
            }
            else
            {
                numbers[i] = edges ? numbers[known[Math.Clamp(before, 0, known.Count - 1)]] : numbers[i];
            }
        }

        return whole
            ? new DynamicArray([.. numbers.Select(n => n is { } number ? (long)number : (object?)null)])
            : SeriesFunctions.Array(numbers);
    }

    // fir: each element is a weighted sum of those before it, or around it when centered.
    private static DynamicArray? Filtered(object?[] v)
    {
        if (SeriesFunctions.Numbers(v[0]) is not { } series || SeriesFunctions.Numbers(v[1]) is not { } filter)
        {
            return null;
        }

        var weights = filter.Select(w => w ?? 0).ToArray();
        var total = weights.Sum();
        if (v.Length > 2 && v[2] is true && Array.Exists(weights, w => w < 0))
        {
            return null;
        }

        if (total != 0 && (v.Length > 2 ? v[2] is true : weights.All(w => w >= 0)))
        {
            weights = [.. weights.Select(w => w / total)];
        }

        var shift = v.Length > 3 && v[3] is true ? weights.Length / 2 : 0;
        double? At(int i)
        {
            Budget.Tick();
            return weights.Select((w, k) => w * (series.ElementAtOrDefault(i + shift - k) ?? 0)).Sum();
        }

        return SeriesFunctions.Array(series.Select((_, i) => At(i)));
    }

    // iir: a weighted sum of what came in, less one of what went out.
    private static DynamicArray? Recursive(object?[] v)
    {
        if (
            SeriesFunctions.Numbers(v[0]) is not { } series
            || SeriesFunctions.Numbers(v[1]) is not { } numerators
            || SeriesFunctions.Numbers(v[2]) is not { Length: > 0 } denominators
        )
        {
            return null;
        }

        var results = new double?[series.Length];
        for (var i = 0; i < results.Length; i++)
        {
            Budget.Tick();
            var sum = numerators.Select((b, k) => (b ?? 0) * (series.ElementAtOrDefault(i - k) ?? 0)).Sum();
            sum -= denominators.Skip(1).Select((a, k) => (a ?? 0) * (results.ElementAtOrDefault(i - k - 1) ?? 0)).Sum();
            results[i] = sum / denominators[0];
        }

        return SeriesFunctions.Array(results);
    }
}
