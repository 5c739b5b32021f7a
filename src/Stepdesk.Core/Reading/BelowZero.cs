namespace Stepdesk.Core.Reading;

/// <summary>Numbers with a sign before them, which count nobody.</summary>
static class BelowZero
{
    /// <summary>"-5 students", "minus 5": nobody counts fewer than none. A dash before each line of a list is none.</summary>
    public static bool Is(Passage passage, Quantity said)
    {
        var (at, sign) = (said.First - 1, passage[said.First - 1]);
        if (sign.Token.Exact is "minus" or "negative" || sign.Token.Exact == Below)
            return true;
        if (!IsDash(sign) || sign.Token.IsStuck || !passage[said.First].Token.IsStuck)
            return false;
        return passage.SentenceOf(at).First != at
            || !IsDashed(passage, sign.Sentence - 1) && !IsDashed(passage, sign.Sentence + 1);
    }

    static bool IsDashed(Passage passage, int sentence) =>
        passage.Sentence(sentence) is { } other && IsDash(passage[other.First]);

    static bool IsDash(Item item) => item.Token.Exact is "-" or "–" or "−";

    static readonly string Below = Letters.Exact("âm");
}
