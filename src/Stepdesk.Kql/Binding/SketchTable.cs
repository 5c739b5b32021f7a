using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Aggregates;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Binding;

/// <summary>Aggregates that keep what they met for later, and those of two values.</summary>
internal static class SketchTable
{
    public static IEnumerable<AggregateInfo> All { get; } =
    [
        new("hll", "hll", 1, 2, (c, n) => Hll(c, $"hll_{n}", null)),
        new("hll_if", "hll_if", 2, 3, (c, n) => Hll(c, $"hll_if_{n}", AggregateTable.Predicate(c, 1))),
        new(
            "hll_merge",
            "hll_merge",
            1,
            1,
            (c, n) =>
                Sketch(c, $"hll_merge_{n}", null, null, (v, _) => Sketches.Fingerprints(v).Select(f => (f, 1L)), Hll)
        ),
        new("tdigest", "tdigest", 1, 2, Digest),
        new("tdigest_merge", "merge_tdigests", 1, 1, MergedDigest),
        new("merge_tdigest", "merge_tdigests", 1, 1, MergedDigest),
        new("covariance", "covariance", 2, 2, (c, n) => Covariance(c, n, null, whole: false)),
        new("covariancep", "covariancep", 2, 2, (c, n) => Covariance(c, n, null, whole: true)),
        new(
            "covarianceif",
            "covarianceif",
            3,
            3,
            (c, n) => Covariance(c, n, AggregateTable.Predicate(c, 2), whole: false)
        ),
        new(
            "covariancepif",
            "covariancepif",
            3,
            3,
            (c, n) => Covariance(c, n, AggregateTable.Predicate(c, 2), whole: true)
        ),
        new("buildschema", "schema", 1, 1, Schema),
    ];

    private static DynamicArray Hll(IEnumerable<(object Value, long Weight)> met) =>
        Sketches.Hll(met.Select(p => p.Value));

    private static BoundAggregate Hll(Call call, string name, Scalar? predicate) =>
        Sketch(call, name, null, predicate, (v, _) => [(HashFunctions.Of(v), 1L)], Hll);

    private static BoundAggregate? Digest(Call call, string name)
    {
        var weight = call.Count > 1 ? call.As(1, KqlType.Long) : null;
        return AggregateTable.Summable(call, 0) is null
            ? null
            : Sketch(call, $"tdigest_{name}", weight, null, (v, often) => [(v, often)], Sketches.Digest);
    }

    private static BoundAggregate MergedDigest(Call call, string name) =>
        Sketch(call, $"merge_tdigests_{name}", null, null, (v, _) => Sketches.Pairs(v), Sketches.Digest);

    private static BoundAggregate Sketch(
        Call call,
        string name,
        Scalar? weight,
        Scalar? predicate,
        Func<object, long, IEnumerable<(object Value, long Weight)>> read,
        Func<IEnumerable<(object Value, long Weight)>, DynamicArray> make
    )
    {
        var value = call[0];
        return new(
            [new Field(name, KqlType.Dynamic)],
            () => new SketchAggregator(value, weight, predicate, read, make)
        );
    }

    private static BoundAggregate Covariance(Call call, string name, Scalar? predicate, bool whole)
    {
        var (a, b) = (call.As(0, KqlType.Real), call.As(1, KqlType.Real));
        var second = call.NameOf(1);
        return new(
            [new Field($"{call.Name}_{name}{(second.Length > 0 ? $"_{second}" : "")}", KqlType.Real)],
            () => new CovarianceAggregator(a, b, predicate, whole)
        );
    }

    private static BoundAggregate Schema(Call call, string name)
    {
        var value = call.As(0, KqlType.Dynamic);
        return new([new Field($"schema_{name}", KqlType.Dynamic)], () => new SchemaAggregator(value));
    }
}
