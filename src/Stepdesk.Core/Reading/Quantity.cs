using System.Runtime.InteropServices;

namespace Stepdesk.Core.Reading;

/// <summary>A number as people say it: "khoảng 20", "10-15", "more than 30", "hai mươi lăm", "20 + 18 + 15".</summary>
/// <param name="High">The most it can be; null when it has no end.</param>
/// <param name="IsVague">No number was said: a few, dozens.</param>
/// <param name="First">The first item, with the words that widen it.</param>
/// <param name="NumberAt">The first item of the number itself.</param>
/// <param name="Last">The last item.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Quantity(int Low, int? High, bool IsVague, int First, int NumberAt, int Last)
{
    /// <summary>No desk has more people; a larger number is something else.</summary>
    public const int Most = 1_000_000;

    const int MostAdded = 100;

    /// <summary>The words said about, so the number is not exact.</summary>
    public bool IsAbout { get; init; }

    /// <summary>The quantity that begins with this item.</summary>
    public static Quantity? At(Passage passage, int first)
    {
        var at = first;
        while (at < first + 4 && IsModifier(passage[at]))
            at++;
        if (Number.At(passage, at) is not { } number || number.Low is <= 0 or > Most)
            return null;
        var (low, high, last) = (number.Low, number.High, number.Last);
        if (Second(passage, last + 1, low, passage.Any(first, at - 1, Meaning.From)) is { } second)
            (high, last) = (second.High, second.Last);
        else if (Added(passage, low, last) is { } sum)
            return new(sum.Low, sum.Low, false, first, at, sum.Last);
        else if (passage[last + 1].Is(Meaning.Plus) && passage[last + 1].Token.IsStuck)
            (high, last) = (null, last + 1);
        else if (passage[last + 1].Is(Meaning.Upward))
            (high, last) = (null, last + 1);
        var plain = new Quantity(low, high, number.IsVague, first, at, last);
        for (var i = at - 1; i >= first; i--)
            plain = plain.Widened(passage[i]);
        return plain.Low >= 1 ? plain : null;
    }

    /// <summary>Whether the word widens the number behind it: about, more than.</summary>
    public static bool IsModifier(Item item) =>
        item.Is(Meaning.Over)
        || item.Is(Meaning.AtLeast)
        || item.Is(Meaning.Under)
        || item.Is(Meaning.AtMost)
        || item.Is(Meaning.About)
        || item.Is(Meaning.From);

    /// <summary>With what the word before it says.</summary>
    public Quantity Widened(Item by) =>
        by.Is(Meaning.Over) ? this with { Low = Low + 1, High = null }
        : by.Is(Meaning.AtLeast) ? this with { High = null }
        : by.Is(Meaning.Under) && Low > 1 ? this with { Low = 1, High = Low - 1 }
        : by.Is(Meaning.AtMost) ? this with { Low = 1, High = High ?? Low }
        : by.Is(Meaning.About) ? this with { IsAbout = true }
        : this;

    /// <summary>The upper end of a range: "to 15", "or four".</summary>
    static Number? Second(Passage passage, int at, int low, bool between) =>
        (
            passage[at].Is(Meaning.To)
            || passage[at].Token.Exact is "~" or "～" or "〜"
            || passage[at].Is(Meaning.Or)
            || between && passage[at].Is(Meaning.And)
        )
        && Number.At(passage, at + 1) is { } second
        && second.Low > low
            ? second
            : null;

    /// <summary>"20 + 18 + 15", and "= 53" behind it.</summary>
    static Quantity? Added(Passage passage, int low, int last)
    {
        var (sum, end) = ((long)low, last);
        while (end < last + MostAdded && passage[end + 1].Is(Meaning.Plus) && Number.At(passage, end + 2) is { } next)
            (sum, end) = (sum + next.Low, next.Last);
        if (end == last || sum > Most)
            return null;
        if (passage[end + 1].Is(Meaning.Equal) && Number.At(passage, end + 2) is { } total)
            (sum, end) = (total.Low, total.Last);
        return new((int)sum, (int)sum, false, last, last, end);
    }
}
