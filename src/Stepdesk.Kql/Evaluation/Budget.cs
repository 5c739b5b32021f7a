using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation;

/// <summary>
/// What the run at work may still make. Functions make texts and arrays deep inside, where nobody knows of a run: they
/// charge here. Where no query runs nothing is limited.
/// </summary>
internal static class Budget
{
    [ThreadStatic]
    private static Run? _run;

    /// <summary>Everything charged on this thread is this run's, until it is disposed of.</summary>
    public static IDisposable Of(Run run)
    {
        var open = new Open(_run);
        _run = run;
        return open;
    }

    /// <summary>A bit of work was done: throws where the time is over or nobody waits any more.</summary>
    public static void Tick() => _run?.Tick();

    /// <summary>A value was made that goes with its batch.</summary>
    public static void Make(long bytes) => _run?.Make(bytes);

    /// <summary>A value of this size is about to be made: asked where it is much larger than what it is made of.</summary>
    public static void Fits(long bytes) => _run?.Fits(bytes);

    /// <summary>A value was made that stays.</summary>
    public static void Keep(long bytes) => _run?.Keep(bytes);

    /// <summary>A step makes a table of so many columns.</summary>
    public static void Columns(int count) => _run?.Columns(count);

    /// <summary>An array would have been longer than arrays may be.</summary>
    public static void CutArray() => _run?.CutArray();

    private sealed class Open(Run? before) : IDisposable
    {
        public void Dispose() => _run = before;
    }
}

/// <summary>
/// How large a value is when it is written out. What stands in an array many times counts as often, for so often it is
/// written: a few steps that put an array into itself make more than any memory holds.
/// </summary>
internal static class Sizes
{
    public static long Of(object? value) =>
        value switch
        {
            string text => Of(text),
            DynamicArray array => array.Size,
            DynamicBag bag => bag.Size,
            null => 8,
            _ => 24,
        };

    public static long Of(string text) => 22 + (2L * text.Length);

    /// <summary>Of a vector's texts or dynamics; the others are counted by the row.</summary>
    public static long Of(Vector vector)
    {
        var size = 0L;
        switch (vector)
        {
            case Vector<string> texts:
                foreach (var text in texts.Values.AsSpan(0, vector.Length))
                {
                    size += Of(text);
                }

                break;
            case Vector<object?> items when vector.Type == KqlType.Dynamic:
                foreach (var item in items.Values.AsSpan(0, vector.Length))
                {
                    size = Sum(size, Of(item));
                }

                break;
        }

        return size;
    }

    public static long Sum(long a, long b) =>
        a > long.MaxValue / 4 || b > long.MaxValue / 4 ? long.MaxValue / 2 : a + b;
}

/// <summary>Charges what a function made, where it is not of one size.</summary>
internal static class Made
{
    /// <summary>A text or an array may be long to look at; numbers are not.</summary>
    public static void Tick<T>()
    {
        if (!typeof(T).IsValueType)
        {
            Budget.Tick();
        }
    }

    public static void Count<T>(T value)
    {
        if (!typeof(T).IsValueType && value is string or DynamicArray or DynamicBag)
        {
            Budget.Make(Sizes.Of(value));
        }
    }

    /// <summary>What is remembered per distinct value stays as long as the query.</summary>
    public static void Stays<T>(T value)
    {
        if (!typeof(T).IsValueType && value is string or DynamicArray or DynamicBag)
        {
            Budget.Make(Sizes.Of(value));
            Budget.Keep(Sizes.Of(value));
        }
    }
}
