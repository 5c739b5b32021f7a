using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>Arithmetic on whole series: element by element, or a series and one number.</summary>
internal static class SeriesFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Pairs("series_add", (a, b) => a + b),
        Pairs("series_subtract", (a, b) => a - b),
        Pairs("series_multiply", (a, b) => a * b),
        Pairs("series_divide", (a, b) => a / b),
        Pairs("series_pow", Math.Pow),
        Tests("series_equals", (a, b) => a == b),
        Tests("series_not_equals", (a, b) => a != b),
        Tests("series_less", (a, b) => a < b),
        Tests("series_less_equals", (a, b) => a <= b),
        Tests("series_greater", (a, b) => a > b),
        Tests("series_greater_equals", (a, b) => a >= b),
        Each("series_abs", Math.Abs),
        Each("series_ceiling", Math.Ceiling),
        Each("series_floor", Math.Floor),
        Each("series_exp", Math.Exp),
        Each("series_log", Math.Log),
        Each("series_sign", v => double.IsNaN(v) ? v : Math.Sign(v)),
        Each("series_sin", Math.Sin),
        Each("series_cos", Math.Cos),
        Each("series_tan", Math.Tan),
        Each("series_asin", Math.Asin),
        Each("series_acos", Math.Acos),
        Each("series_atan", Math.Atan),
        Over("series_sum", v => v.Sum()),
        Over("series_product", v => v.Aggregate(1.0, (a, b) => a * b)),
        Over("series_magnitude", v => Math.Sqrt(v.Sum(x => x * x))),
        Both("series_dot_product", Dot),
        Both("series_cosine_similarity", (a, b) => Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b))),
        Both("series_pearson_correlation", Correlation),
    ];

    /// <summary>The numbers of an array; null where there is none.</summary>
    public static double?[]? Numbers(object? value) =>
        value is DynamicArray array
            ? [.. array.Items.Select(i => i is long or double or decimal ? Conversions.AsReal(i).Value : (double?)null)]
            : null;

    public static DynamicArray Array(IEnumerable<double?> values) => new([.. values.Select(v => (object?)v)]);

    private static FunctionInfo Pairs(string name, Func<double, double, double> f) =>
        Declare.Many(name, 2, 2, KqlType.Dynamic, v => Zipped(v, (a, b) => f(a, b)));

    private static FunctionInfo Tests(string name, Func<double, double, bool> f) =>
        Declare.Many(name, 2, 2, KqlType.Dynamic, v => Zipped(v, (a, b) => f(a, b)));

    private static DynamicArray? Zipped(object?[] v, Func<double, double, object?> f)
    {
        var (first, second) = (Numbers(v[0]), Numbers(v[1]));
        if ((first ?? second) is not { } some)
        {
            return null;
        }

        // One number stands for a series of it; the longer of two series goes on without partners.
        var count = Math.Max(first?.Length ?? some.Length, second?.Length ?? some.Length);
        return new([
            .. Enumerable
                .Range(0, count)
                .Select(i => At(first, v[0], i) is { } a && At(second, v[1], i) is { } b ? f(a, b) : null),
        ]);
    }

    private static double? At(double?[]? series, object? single, int i) =>
        series is not null ? series.ElementAtOrDefault(i)
        : single is string ? null
        : Conversions.AsReal(single) is { Has: true, Value: var number } ? number
        : null;

    private static FunctionInfo Each(string name, Func<double, double> f) =>
        Declare.Many(
            name,
            1,
            1,
            KqlType.Dynamic,
            v =>
                Numbers(v[0]) is { } series
                    ? Array(series.Select(x => x is { } number ? f(number) : (double?)null))
                    : null
        );

    private static FunctionInfo Over(string name, Func<IEnumerable<double>, double> f) =>
        Declare.Many(name, 1, 1, KqlType.Real, v => Numbers(v[0]) is { } series ? f(series.OfType<double>()) : null);

    private static FunctionInfo Both(string name, Func<IReadOnlyList<double>, IReadOnlyList<double>, double> f) =>
        Declare.Many(
            name,
            2,
            2,
            KqlType.Real,
            v =>
                Numbers(v[0]) is { } a && Numbers(v[1]) is { } b && a.Length == b.Length
                    ? f([.. a.Select(x => x ?? 0)], [.. b.Select(x => x ?? 0)])
                    : null
        );

    private static double Dot(IReadOnlyList<double> a, IReadOnlyList<double> b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double Correlation(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var (meanA, meanB) = (a.DefaultIfEmpty().Average(), b.DefaultIfEmpty().Average());
        double[] x = [.. a.Select(v => v - meanA)];
        double[] y = [.. b.Select(v => v - meanB)];
        return Dot(x, y) / Math.Sqrt(Dot(x, x) * Dot(y, y));
    }
}
