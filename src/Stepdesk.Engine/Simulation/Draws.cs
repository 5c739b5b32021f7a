namespace Stepdesk.Engine.Simulation;

/// <summary>
/// Chance without a sequence: every draw is a function of a seed, a place and a name, so no draw shifts another, any
/// minute can be made alone, and a new draw changes none there was. The arithmetic is our own down to the exponential,
/// because that of a library or a processor may change in the last digit.
/// </summary>
readonly struct Draws
{
    // 2^64 divided by the golden ratio: steps that never come near each other.
    const ulong Stride = 0x9E37_79B9_7F4A_7C15;

    readonly ulong key;

    Draws(ulong key) => this.key = key;

    public static Draws Of(ulong seed, string stream, long minute) =>
        new(Mix(Mix(seed ^ Hash(stream)) + (ulong)minute * Stride));

    /// <summary>The draws of the n-th thing of its kind.</summary>
    public Draws At(int n) => new(Mix(key + (ulong)(n + 1) * Stride));

    public ulong Bits(string name) => Mix(key ^ Mix(Hash(name)));

    /// <summary>From 0 up to, and without, 1.</summary>
    public double Unit(string name) => (Bits(name) >> 11) * (1.0 / (1L << 53));

    public double Between(string name, double low, double high) => low + (high - low) * Unit(name);

    public int Below(string name, int limit) => (int)(Unit(name) * limit);

    public bool Chance(string name, double share) => Unit(name) < share;

    /// <summary>How many arrive when so many do on average.</summary>
    public int Poisson(string name, double mean)
    {
        var (count, left, floor) = (0, 1.0, Exact.Exp(-mean));
        for (var n = 0; ; n++)
        {
            left *= At(n).Unit(name);
            if (left <= floor)
                return count;
            count++;
        }
    }

    /// <summary>A duration of which half are below one figure and nineteen of twenty below the other.</summary>
    public double Duration(string name, double half, double most) =>
        half * Exact.Exp(Normal(name) * Exact.Ln(most / half) / 1.645);

    /// <summary>An id as traces carry them: 16 or 32 hexadecimal digits.</summary>
    public string Id(string name, int digits = 16) =>
        digits == 32 ? $"{At(0).Bits(name):x16}{At(1).Bits(name):x16}" : $"{Bits(name):x16}";

    // Twelve uniform numbers less six are as good as normal between three sigma and need no logarithm; 16 bits each.
    double Normal(string name)
    {
        var sum = 0.0;
        for (var n = 0; n < 3; n++)
        {
            var bits = At(n).Bits(name);
            for (var part = 0; part < 4; part++)
                sum += ((bits >> (16 * part)) & 0xFFFF) + 0.5;
        }
        return sum / 65_536 - 6;
    }

    // The finalizer of SplitMix64.
    static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
        return x ^ (x >> 31);
    }

    // FNV-1a over UTF-16 units.
    static ulong Hash(string text)
    {
        var hash = 0xCBF2_9CE4_8422_2325;
        foreach (var letter in text)
            hash = (hash ^ letter) * 0x0000_0100_0000_01B3;
        return hash;
    }
}

/// <summary>The two functions whose last digit a platform may choose, from operations it may not.</summary>
static class Exact
{
    const double Ln2 = 0.693147180559945309417;

    public static double Exp(double x)
    {
        var halvings = (int)Math.Floor(x / Ln2 + 0.5);
        var rest = x - halvings * Ln2;
        var (sum, term) = (1.0, 1.0);
        for (var n = 1; n < 18; n++)
            sum += term = term * rest / n;
        return Math.ScaleB(sum, halvings);
    }

    public static double Ln(double x)
    {
        var doublings = 0;
        for (; x > 1.5; x /= 2)
            doublings++;
        for (; x < 0.75; x *= 2)
            doublings--;
        var t = (x - 1) / (x + 1);
        var (sum, power) = (0.0, t);
        for (var n = 1; n < 30; n += 2, power *= t * t)
            sum += power / n;
        return 2 * sum + doublings * Ln2;
    }
}
