using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>A series taken apart into season, trend and rest, and the polynomial through it.</summary>
internal static class SeriesModels
{
    private static readonly Field[] Polynomial =
    [
        new("rsquare", KqlType.Real),
        new("coefficients", KqlType.Dynamic),
        new("variance", KqlType.Real),
        new("rvariance", KqlType.Real),
        new("poly_fit", KqlType.Dynamic),
    ];

    private static readonly Field[] Components =
    [
        new("baseline", KqlType.Dynamic),
        new("seasonal", KqlType.Dynamic),
        new("trend", KqlType.Dynamic),
        new("residual", KqlType.Dynamic),
    ];

    public static IEnumerable<FunctionInfo> All { get; } =
    [
        SeriesFits.Several("series_fit_poly", 1, 3, Polynomial, PolynomialOf),
        WithSeason(
            SeriesFits.Several(
                "series_decompose",
                1,
                5,
                Components,
                v => Parts(v[0], v.ElementAtOrDefault(1), v.ElementAtOrDefault(2), v.ElementAtOrDefault(3))
            ),
            at: 1
        ),
        WithSeason(
            Declare.Many(
                "series_decompose_forecast",
                2,
                5,
                KqlType.Dynamic,
                v => Parts(v[0], v.ElementAtOrDefault(2), v.ElementAtOrDefault(3), v[1])?[0]
            ),
            at: 2
        ),
        WithSeason(
            Declare.Many(
                "series_seasonal",
                1,
                3,
                KqlType.Dynamic,
                v => Parts(v[0], v.ElementAtOrDefault(1), "none", v.ElementAtOrDefault(2))?[1]
            ),
            at: 1
        ),
    ];

    // Without a season given the engine looks for one, in a way that is its own.
    private static FunctionInfo WithSeason(FunctionInfo info, int at) =>
        info with
        {
            Bind = c =>
            {
                if (c.Count > at && Conversions.AsLong(c.ConstantAt(at)) is { Has: true, Value: >= 0 })
                {
                    return info.Bind(c);
                }

                if (!c.Failed)
                {
                    c.Fail(Messages.SeasonNeeded(c.Span, info.Name));
                }

                return null;
            },
        };

    // Season, then the trend of what is left, then the rest. The last points may be kept out of what is learnt from.
    private static object?[]? Parts(object? value, object? season, object? trend, object? testPoints)
    {
        if (SeriesFunctions.Numbers(value) is not { Length: > 0 } series)
        {
            return null;
        }

        var learnt = (int)
            Math.Clamp(
                series.Length - (Conversions.AsLong(testPoints) is { Has: true } t ? t.Value : 0),
                0,
                series.Length
            );
        var period = (int)Math.Min(Conversions.AsLong(season).Value, series.Length);
        var seasonal = Seasonal(series, period, learnt);
        var level = Trend(series, seasonal, learnt, trend as string ?? "avg");
        var baseline = seasonal.Zip(level, (s, l) => s + l).ToArray();
        return
        [
            Array(baseline),
            Array(seasonal),
            Array(level),
            SeriesFunctions.Array(series.Zip(baseline, (x, b) => x - b)),
        ];
    }

    private static DynamicArray Array(double[] values) => SeriesFunctions.Array(values.Select(v => (double?)v));

    // The median of the points that have the same place in their season.
    private static double[] Seasonal(double?[] series, int period, int learnt)
    {
        var result = new double[series.Length];
        for (var phase = 0; phase < period; phase++)
        {
            Budget.Tick();
            var same = new List<double>();
            for (var i = phase; i < learnt; i += period)
            {
                if (series[i] is { } number)
                {
                    same.Add(number);
                }
            }

            same.Sort();
            var median = same.Count == 0 ? 0 : (same[(same.Count - 1) / 2] + same[same.Count / 2]) / 2;
            for (var i = phase; i < result.Length; i += period)
            {
                result[i] = median;
            }
        }

        return result;
    }

    private static double[] Trend(double?[] series, double[] seasonal, int learnt, string kind)
    {
        var rest = Enumerable
            .Range(0, learnt)
            .Where(i => series[i] is not null)
            .Select(i => (X: (double)i, Y: series[i]!.Value - seasonal[i]))
            .ToList();
        if (rest.Count == 0 || kind == "none")
        {
            return new double[series.Length];
        }

        var (meanX, meanY) = (rest.Average(p => p.X), rest.Average(p => p.Y));
        var spread = rest.Sum(p => (p.X - meanX) * (p.X - meanX));
        var slope = kind == "linefit" && spread > 0 ? rest.Sum(p => (p.X - meanX) * (p.Y - meanY)) / spread : 0;
        return [.. Enumerable.Range(0, series.Length).Select(i => meanY + (slope * (i - meanX)))];
    }

    // Least squares over the powers of x: y, x (1, 2, 3, ... unless given), degree.
    private static object?[]? PolynomialOf(object?[] v)
    {
        if (SeriesFunctions.Numbers(v[0]) is not { Length: > 0 } given)
        {
            return null;
        }

        var y = given.Select(n => n ?? 0).ToArray();
        var x =
            SeriesFunctions.Numbers(v.ElementAtOrDefault(1))?.Select(n => n ?? 0).ToArray()
            ?? [.. Enumerable.Range(1, y.Length).Select(i => (double)i)];
        var degree = Conversions.AsLong(v.ElementAtOrDefault(2)) is { Has: true, Value: >= 1 } d ? d.Value : 1;
        if (x.Length != y.Length || degree >= y.Length || degree > 64)
        {
            return null;
        }

        var coefficients = LeastSquares.Polynomial(x, y, (int)degree);
        var fit = x.Select(at => coefficients.Aggregate(0.0, (sum, c) => (sum * at) + c)).ToArray();
        var mean = y.Average();
        var all = y.Sum(n => (n - mean) * (n - mean));
        var rest = y.Zip(fit, (n, f) => (n - f) * (n - f)).Sum();
        var count = Math.Max(1, y.Length - 1);
        return [all == 0 ? 1.0 : 1 - (rest / all), Array(coefficients), all / count, rest / count, Array(fit)];
    }
}
