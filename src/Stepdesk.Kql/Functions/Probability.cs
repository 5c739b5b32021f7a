using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>The gamma and the beta function, and what is asked of distributions.</summary>
internal static class Probability
{
    private const double MostShape = 10000;

    // Lanczos, g = 7.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Real("gamma", Gamma),
        Declare.Real("loggamma", LogGamma),
        Beta("beta_cdf", (x, a, b) => x is >= 0 and <= 1 ? Cumulated(x, a, b) : double.NaN),
        Beta("beta_pdf", (x, a, b) => x is >= 0 and <= 1 ? Density(x, a, b) : double.NaN),
        Beta("beta_inv", (p, a, b) => p is >= 0 and <= 1 ? Inverse(p, a, b) : double.NaN),
        Declare.Function("welch_test", 6, 6, c => OfReals(c, v => Welch(v))),
    ];

    private static FunctionInfo Beta(string name, Func<double, double, double, double> f) =>
        Declare.Function(
            name,
            3,
            3,
            c =>
                OfReals(
                    c,
                    v => v[1] is > 0 and <= MostShape && v[2] is > 0 and <= MostShape ? f(v[0], v[1], v[2]) : double.NaN
                )
        );

    private static Scalar OfReals(Call call, Func<double[], double> f) =>
        MapMany.Of(
            KqlType.Real,
            [.. call.Arguments.Select((_, i) => call.As(i, KqlType.Real))],
            v => Array.TrueForAll(v, x => x is double) ? f([.. v.Cast<double>()]) : null
        );

    private static double Gamma(double x)
    {
        if (x < 0.5)
        {
            // A pole at zero and at every negative whole number.
            return x == Math.Floor(x) ? double.NaN : Math.PI / (Math.Sin(Math.PI * x) * Gamma(1 - x));
        }

        if (x == Math.Floor(x) && x < 171)
        {
            var product = 1.0;
            for (var i = 2; i < x; i++)
            {
                product *= i;
            }

            return product;
        }

        return x > 171.7 ? double.PositiveInfinity : Math.Exp(LogGamma(x));
    }

    private static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return x == Math.Floor(x)
                ? double.NaN
                : Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - LogGamma(1 - x);
        }

        var z = x - 1;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (z + i);
        }

        var t = z + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((z + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    private static double Density(double x, double a, double b) =>
        Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * Math.Log(1 - x)) - LogBeta(a, b));

    // The incomplete beta function, from the side where its continued fraction ends soon.
    private static double Cumulated(double x, double a, double b)
    {
        if (x is 0 or 1)
        {
            return x;
        }

        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - LogBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = Reciprocal(1 - ((a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m <= 1000; m++)
        {
            Budget.Tick();
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = Reciprocal(1 + (even * d));
            c = NotZero(1 + (even / c));
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = Reciprocal(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var step = d * c;
            result *= step;
            if (Math.Abs(step - 1) < 1e-16)
            {
                break;
            }
        }

        return result;

        static double NotZero(double v) => Math.Abs(v) < Tiny ? Tiny : v;
        static double Reciprocal(double v) => 1 / NotZero(v);
    }

    // Halving finds every bit: the distribution only rises.
    private static double Inverse(double p, double a, double b)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 100 && low < high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulated(middle, a, b) < p ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // Two-sided; the arguments are mean, variance and count of the one sample, then of the other.
    private static double Welch(double[] v)
    {
        var (first, second) = (v[1] / v[2], v[4] / v[5]);
        var t = (v[0] - v[3]) / Math.Sqrt(first + second);
        var freedom =
            (first + second) * (first + second) / ((first * first / (v[2] - 1)) + (second * second / (v[5] - 1)));
        return Cumulated(freedom / (freedom + (t * t)), freedom / 2, 0.5);
    }
}
