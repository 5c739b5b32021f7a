using System.Numerics;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>A series as the waves it is made of, and back.</summary>
internal static class FourierFunctions
{
    private static readonly Field[] Complexes = [new("real", KqlType.Dynamic), new("imag", KqlType.Dynamic)];

    public static IEnumerable<FunctionInfo> All { get; } =
    [
        SeriesFits.Several("series_fft", 1, 2, Complexes, v => Transformed(v, back: false)),
        SeriesFits.Several("series_ifft", 1, 2, Complexes, v => Transformed(v, back: true)),
    ];

    private static object?[]? Transformed(object?[] v, bool back)
    {
        if (SeriesFunctions.Numbers(v[0]) is not { Length: > 0 } real)
        {
            return null;
        }

        var imaginary = SeriesFunctions.Numbers(v.ElementAtOrDefault(1));
        if (imaginary is not null && imaginary.Length != real.Length)
        {
            return null;
        }

        var values = real.Select((n, i) => new Complex(n ?? 0, imaginary?[i] ?? 0)).ToArray();
        // Backwards is forwards with the sign of all imaginary parts turned.
        var waves = back
            ? Transform([.. values.Select(Complex.Conjugate)]).Select(c => Complex.Conjugate(c) / values.Length)
            : Transform(values);
        var all = waves.ToArray();
        return
        [
            SeriesFunctions.Array(all.Select(c => (double?)c.Real)),
            SeriesFunctions.Array(all.Select(c => (double?)c.Imaginary)),
        ];
    }

    private static Complex[] Transform(Complex[] values) =>
        BitOperations.IsPow2(values.Length) ? Halved(values) : Chirped(values);

    private static Complex[] Halved(Complex[] values)
    {
        Budget.Tick();
        if (values.Length == 1)
        {
            return values;
        }

        var half = values.Length / 2;
        var even = new Complex[half];
        var odd = new Complex[half];
        for (var i = 0; i < half; i++)
        {
            even[i] = values[2 * i];
            odd[i] = values[(2 * i) + 1];
        }

        even = Halved(even);
        odd = Halved(odd);
        var result = new Complex[values.Length];
        for (var i = 0; i < half; i++)
        {
            var turned = odd[i] * Turn(i, values.Length);
            result[i] = even[i] + turned;
            result[i + half] = even[i] - turned;
        }

        return result;
    }

    // Bluestein: a transform of any length as a convolution of a length that halves well.
    private static Complex[] Chirped(Complex[] values)
    {
        var count = values.Length;
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * count) + 1);
        Budget.Fits(16L * 4 * length);
        var chirp = new Complex[count];
        for (var i = 0; i < count; i++)
        {
            chirp[i] = Turn((long)i * i % (2L * count), 2L * count);
        }

        var a = new Complex[length];
        var b = new Complex[length];
        for (var i = 0; i < count; i++)
        {
            a[i] = values[i] * chirp[i];
            b[i] = b[(length - i) % length] = Complex.Conjugate(chirp[i]);
        }

        var product = Halved(a).Zip(Halved(b), (p, q) => Complex.Conjugate(p * q)).ToArray();
        var folded = Halved(product);
        return [.. chirp.Select((c, i) => Complex.Conjugate(folded[i]) / length * c)];
    }

    private static Complex Turn(long part, long of) => Complex.FromPolarCoordinates(1, -2 * Math.PI * part / of);
}
