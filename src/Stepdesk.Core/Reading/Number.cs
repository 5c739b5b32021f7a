using System.Runtime.InteropServices;

namespace Stepdesk.Core.Reading;

/// <summary>One number in digits or words of either language: 15, mười lăm, hai chục, twenty-five, a few.</summary>
/// <param name="High">The same as Low, unless the words leave it open.</param>
/// <param name="Last">The last item of it.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Number(int Low, int? High, bool IsVague, int Last)
{
    /// <summary>What "a few" and "vài" mean.</summary>
    public const int FewFrom = 2;
    public const int FewUpTo = 5;

    // "Chín trăm chín mươi chín nghìn chín trăm chín mươi chín" has twelve.
    const int MostItems = 12;

    public static Number? At(Passage passage, int first) =>
        passage[first] switch
        {
            { Token: { Kind: TokenKind.Range, A: var low, B: var high } } => high > low
                ? new Number(low, high, false, first)
                : null,
            // Behind a ten only it is one.
            { Token.Exact: var word } when word == DayAfterTomorrow.Word => null,
            _ when DayAfterTomorrow.IsAt(passage, first) => null,
            var item when item.Is(Meaning.Many) => new Number(item.Value, null, true, first),
            var item when item.Is(Meaning.Few) => passage[first + 1] is var next && next.Is(Meaning.Scale)
                ? new Number(FewFrom * next.Value, null, true, first + 1)
                : new Number(FewFrom, FewUpTo, true, first),
            _ => Said(passage, first),
        };

    static Number? Said(Passage passage, int first)
    {
        var (total, current, last) = (0L, 0L, first - 1);
        // What the item before was multiplied by; 1 after a number, 0 at the beginning.
        var scale = 0;
        for (var at = first; at < first + MostItems; at++)
        {
            var item = passage[at];
            if (at > first && (IsLink(item, scale) || IsHyphen(item, current)) && Value(passage[at + 1]) is not null)
                continue;
            if (Value(item) is { } value)
            {
                if (scale == 1 && current is > 0 and < 10 && value > current && value < 10 && item.Is(Meaning.Count))
                    return new((int)(total + current), (int)(total + value), false, at); // hai ba bạn
                if (scale > 0 && !Follows(item, value, current, scale))
                    break;
                (current, scale) = (current + value, 1);
            }
            else if (item.Is(Meaning.Scale))
            {
                scale = item.Value;
                current = Math.Max(1, current) * scale;
                if (scale is 100 or 1000)
                    (total, current) = scale is 100 ? (total + current, 0) : ((total * scale) + current, 0);
            }
            else if (item.Is(Meaning.Few) && scale > 0 && current > 0 && current % 10 == 0)
                return new((int)(total + current + 1), (int)(total + current + 9), false, at); // hai mươi mấy
            else
                break;
            last = at;
        }
        return last < first || total + current > Quantity.Most
            ? null
            : new((int)(total + current), (int)(total + current), false, last);
    }

    static int? Value(Item item) =>
        item.Is(TokenKind.Number) ? item.Token.A
        : item.Is(Meaning.Count) ? item.Value
        : null;

    // Twenty five, mười lăm, one hundred twenty: what follows is smaller, and never in digits.
    static bool Follows(Item item, int value, long current, int scale) =>
        item.Is(Meaning.Count) && (scale >= 100 || current >= 10 && current % 10 == 0 && value < 10);

    static bool IsLink(Item item, int scale) => scale >= 100 && item.Is(Meaning.And);

    static bool IsHyphen(Item item, long current) =>
        item.Token.Exact is "-" && item.Token.IsStuck && current is >= 20 and < 100 && current % 10 == 0;
}
