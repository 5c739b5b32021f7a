using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Aggregates;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Binding;

/// <summary>An aggregate: its results as columns, and how to make a fresh one.</summary>
internal sealed record BoundAggregate(IReadOnlyList<Field> Outputs, Func<Aggregator> Make);

/// <summary>An aggregate function. <paramref name="Bind"/> gets the call and the name of its first argument.</summary>
internal sealed record AggregateInfo(
    string Name,
    string Prefix,
    int Least,
    int Most,
    Func<Call, string, BoundAggregate?> Bind
);

internal static class AggregateTable
{
    private static readonly Dictionary<string, AggregateInfo> ByName = Build();

    public static AggregateInfo? Find(string name) => ByName.GetValueOrDefault(name);

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Aggregates bound by the binder itself, because they name several columns.</summary>
    public static bool IsMany(string name) =>
        name is "arg_max" or "arg_min" or "argmax" or "argmin" or "take_any" or "any" or "anyif" or "take_anyif";

    public static bool IsAggregate(string name) => IsMany(name) || ByName.ContainsKey(name);

    private static Dictionary<string, AggregateInfo> Build()
    {
        AggregateInfo[] all =
        [
            new(
                "count",
                "count",
                0,
                1,
                // Of anything but a condition all rows are counted.
                (c, n) =>
                    c.Count > 0 && c[0].Type == KqlType.Bool
                        ? Count(c, $"count_{n}")
                        : One($"count_{n}", KqlType.Long, () => new CountAggregator(null))
            ),
            new("cnt", "cnt", 0, 0, (_, _) => One("cnt_", KqlType.Long, () => new CountAggregator(null))),
            new("countif", "countif", 1, 1, (c, n) => Count(c, $"countif_{n}")),
            .. Pair("sum", Sum),
            .. Pair("avg", Average),
            .. Pair("min", (c, n, p) => Extreme(c, n, p, max: false)),
            .. Pair("max", (c, n, p) => Extreme(c, n, p, max: true)),
            .. Pair("stdev", (c, n, p) => Variance(c, n, p, root: true, whole: false)),
            .. Pair("variance", (c, n, p) => Variance(c, n, p, root: false, whole: false)),
            .. Pair("stdevp", (c, n, p) => Variance(c, n, p, root: true, whole: true)),
            .. Pair("variancep", (c, n, p) => Variance(c, n, p, root: false, whole: true)),
            new("dcount", "dcount", 1, 2, (c, n) => DistinctCount(c, n, null)),
            new("dcountif", "dcountif", 2, 3, (c, n) => DistinctCount(c, n, Predicate(c, 1))),
            new("count_distinct", "count_distinct", 1, 1, (c, n) => DistinctCount(c, n, null)),
            new("count_distinctif", "count_distinctif", 2, 2, (c, n) => DistinctCount(c, n, Predicate(c, 1))),
            new("percentile", "percentile", 2, 2, (c, n) => Percentiles(c, n, weighted: false, asArray: false)),
            new("percentiles", "percentile", 2, 64, (c, n) => Percentiles(c, n, weighted: false, asArray: false)),
            new("percentilew", "percentile", 3, 3, (c, n) => Percentiles(c, n, weighted: true, asArray: false)),
            new("percentilesw", "percentile", 3, 64, (c, n) => Percentiles(c, n, weighted: true, asArray: false)),
            new("percentiles_array", "percentiles", 2, 64, (c, n) => Percentiles(c, n, weighted: false, asArray: true)),
            new("percentilesw_array", "percentiles", 3, 64, (c, n) => Percentiles(c, n, weighted: true, asArray: true)),
            new("make_list", "list", 1, 2, (c, n) => List(c, $"list_{n}", null, 1, withNulls: false)),
            new("makelist", "list", 1, 2, (c, n) => List(c, $"list_{n}", null, 1, withNulls: false)),
            new("make_list_with_nulls", "list", 1, 1, (c, n) => List(c, $"list_{n}", null, 1, withNulls: true)),
            new("make_list_if", "list", 2, 3, (c, n) => List(c, $"list_{n}", Predicate(c, 1), 2, withNulls: false)),
            new("make_set", "set", 1, 2, (c, n) => Set(c, $"set_{n}", null, 1)),
            new("makeset", "set", 1, 2, (c, n) => Set(c, $"set_{n}", null, 1)),
            new("make_set_if", "set", 2, 3, (c, n) => Set(c, $"set_{n}", Predicate(c, 1), 2)),
            new("make_bag", "bag", 1, 2, (c, n) => Bag(c, $"bag_{n}", null)),
            new("make_bag_if", "bag", 2, 3, (c, n) => Bag(c, $"bag_{n}", Predicate(c, 1))),
            new("binary_all_and", "", 1, 1, (c, n) => Bits(c, n, (a, b) => a & b)),
            new("binary_all_or", "", 1, 1, (c, n) => Bits(c, n, (a, b) => a | b)),
            new("binary_all_xor", "", 1, 1, (c, n) => Bits(c, n, (a, b) => a ^ b)),
            .. SketchTable.All,
        ];
        return all.ToDictionary(a => a.Name, StringComparer.Ordinal);
    }

    private static BoundAggregate One(string name, KqlType type, Func<Aggregator> make) =>
        new([new Field(name, type)], make);

    private static BoundAggregate Count(Call call, string name)
    {
        var predicate = Predicate(call, 0);
        return One(name, KqlType.Long, () => new CountAggregator(predicate));
    }

    // sum and sumif, avg and avgif: the condition is the second argument.
    private static AggregateInfo[] Pair(string name, Func<Call, string, Scalar?, BoundAggregate?> bind) =>
        [
            new(name, name, 1, 1, (c, n) => bind(c, $"{name}_{n}", null)),
            new(name + "if", name + "if", 2, 2, (c, n) => bind(c, $"{name}if_{n}", Predicate(c, 1))),
        ];

    internal static Scalar Predicate(Call call, int i)
    {
        if (call[i].Type is KqlType.Bool or KqlType.Dynamic)
        {
            return Conversions.To(KqlType.Bool, call[i]);
        }

        call.Fail(Messages.BoolNeeded(call.Syntax[i].Span, call[i].Type.Name()));
        return new Constant(KqlType.Bool, false);
    }

    // Ints are summed as longs, a dynamic as a number.
    internal static Scalar? Summable(Call call, int i)
    {
        var value = call[i];
        switch (value.Type)
        {
            case KqlType.Int:
                return Conversions.Widen(KqlType.Long, value);
            case KqlType.Dynamic:
                return Conversions.To(KqlType.Real, value);
            case KqlType.Long or KqlType.Real or KqlType.Decimal or KqlType.TimeSpan or KqlType.DateTime:
                return value;
            default:
                call.Fail(Messages.ArgumentType(call.Syntax[i].Span, call.Name, "number", value.Type.Name()));
                return null;
        }
    }

    private static BoundAggregate? Sum(Call call, string name, Scalar? predicate) =>
        Summable(call, 0) is { } value
            ? One(
                name,
                value.Type,
                value.Type switch
                {
                    KqlType.Real => () => new SumAggregator<double>(value, predicate),
                    KqlType.Decimal => () => new SumAggregator<decimal>(value, predicate),
                    _ => () => new SumAggregator<long>(value, predicate),
                }
            )
            : null;

    private static BoundAggregate? Average(Call call, string name, Scalar? predicate)
    {
        if (Summable(call, 0) is not { } value)
        {
            return null;
        }

        if (value.Type == KqlType.Decimal)
        {
            return One(name, value.Type, () => new DecimalAverageAggregator(value, predicate));
        }

        var type = value.Type.IsTime() ? value.Type : KqlType.Real;
        var number = value.Type.IsTime() ? value : Conversions.To(KqlType.Real, value);
        return One(name, type, () => new AverageAggregator(type, number, predicate));
    }

    private static BoundAggregate? Extreme(Call call, string name, Scalar? predicate, bool max)
    {
        var value = call[0];
        return One(
            name,
            value.Type,
            value.Type switch
            {
                KqlType.String or KqlType.Dynamic => () => new BoxedExtremeAggregator(value, predicate, max),
                KqlType.Real => () => new ExtremeAggregator<double>(value, predicate, max),
                KqlType.Decimal => () => new ExtremeAggregator<decimal>(value, predicate, max),
                KqlType.Bool => () => new ExtremeAggregator<bool>(value, predicate, max),
                KqlType.Guid => () => new ExtremeAggregator<Guid>(value, predicate, max),
                _ => () => new ExtremeAggregator<long>(value, predicate, max),
            }
        );
    }

    private static BoundAggregate? Variance(Call call, string name, Scalar? predicate, bool root, bool whole)
    {
        if (Summable(call, 0) is not { } summable)
        {
            return null;
        }

        var value = Conversions.To(KqlType.Real, summable);
        return One(name, KqlType.Real, () => new VarianceAggregator(value, predicate, root, whole));
    }

    private static BoundAggregate DistinctCount(Call call, string name, Scalar? predicate)
    {
        var value = call[0];
        return One($"{call.Name}_{name}", KqlType.Long, () => new DistinctCountAggregator(value, predicate));
    }

    private static BoundAggregate? Percentiles(Call call, string name, bool weighted, bool asArray)
    {
        var first = weighted ? 2 : 1;
        var weight = weighted ? call.As(1, KqlType.Long) : null;
        var percents = new List<object?>();
        for (var i = first; i < call.Count; i++)
        {
            var value = call.ConstantAt(i);
            percents.AddRange(value is DynamicArray array ? array.Items : [value]);
        }

        var numbers = percents.Select(p => Conversions.AsReal(p)).ToArray();
        if (call.Failed)
        {
            return null;
        }

        if (Array.Exists(numbers, n => !n.Has))
        {
            call.Fail(Messages.ArgumentType(call.Syntax[first].Span, call.Name, "number", "string"));
            return null;
        }

        if (Summable(call, 0) is not { } argument)
        {
            return null;
        }

        var value0 = argument.Type == KqlType.Decimal ? Conversions.To(KqlType.Real, argument) : argument;
        double[] ranks = [.. numbers.Select(n => n.Value)];
        var type = value0.Type;
        IReadOnlyList<Field> outputs = asArray
            ? [new Field($"percentiles_{name}", KqlType.Dynamic)]
            : [.. percents.Select(p => new Field($"percentile_{name}_{Fragment(p)}", type))];
        return new BoundAggregate(
            outputs,
            type == KqlType.Real
                ? () => new PercentileAggregator<double>(value0, weight, ranks, asArray, null)
                : () => new PercentileAggregator<long>(value0, weight, ranks, asArray, null)
        );
    }

    // 99.9 in a name is 99_9.
    private static string Fragment(object? percent) =>
        Convert.ToString(percent, CultureInfo.InvariantCulture)!.Replace('.', '_');

    private static long MostAt(Call call, int i) =>
        call.Count > i && Conversions.AsLong(call.ConstantAt(i)) is { Has: true, Value: >= 0 and var most }
            ? Math.Min(most, ArrayLimit.MaxItems)
            : ArrayLimit.MaxItems;

    private static BoundAggregate List(Call call, string name, Scalar? predicate, int sizeAt, bool withNulls)
    {
        var value = call[0];
        var most = MostAt(call, sizeAt);
        return One(name, KqlType.Dynamic, () => new ListAggregator(value, predicate, most, withNulls));
    }

    private static BoundAggregate Set(Call call, string name, Scalar? predicate, int sizeAt)
    {
        var value = call[0];
        var most = MostAt(call, sizeAt);
        return One(name, KqlType.Dynamic, () => new SetAggregator(value, predicate, most));
    }

    private static BoundAggregate Bag(Call call, string name, Scalar? predicate)
    {
        var value = call.As(0, KqlType.Dynamic);
        return One(name, KqlType.Dynamic, () => new BagAggregator(value, predicate));
    }

    private static BoundAggregate Bits(Call call, string name, Func<long, long, long> combine)
    {
        var value = call.As(0, KqlType.Long);
        var type = call[0].Type == KqlType.Int ? KqlType.Int : KqlType.Long;
        return One(name.Length == 0 ? "Column1" : name, type, () => new BitsAggregator(type, value, combine));
    }
}
