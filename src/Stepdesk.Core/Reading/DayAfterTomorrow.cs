namespace Stepdesk.Core.Reading;

/// <summary>
/// In the South <c>mốt</c> alone is the day after tomorrow: "sáng mốt", "3h chiều mốt". Behind a ten it is one, and
/// without marks it looks like <c>một</c>, one.
/// </summary>
static class DayAfterTomorrow
{
    /// <summary>As it is compared, with its marks.</summary>
    public static readonly string Word = Letters.Exact("mốt");

    public static bool IsAt(Passage passage, int at)
    {
        var (item, before, next) = (passage[at], passage[at - 1], passage[at + 1]);
        if (item.Token.Exact == Word)
            return item.Is(Meaning.Count)
                && !before.Is(Meaning.Scale)
                && !before.Is(Meaning.Count)
                && (
                    Dates(before)
                    || before.Is(Meaning.Due)
                    || before.Is(Meaning.Before)
                    || next.Is(Meaning.DayPart)
                    || before.Sentence != item.Sentence && next.Is(Meaning.Person)
                );
        return item.Token.Exact is "mot"
            && item.Is(Meaning.Count)
            && before.Is(Meaning.DayPart)
            && !IsCounted(passage, at + 1);
    }

    static bool Dates(Item before) =>
        before.Is(Meaning.DayPart) || before.Is(Meaning.Hour) || before.Is(TokenKind.Clock);

    // "Sang mot hoc vien" is one student; "sang mot em can" is when I need it.
    static bool IsCounted(Passage passage, int at) =>
        passage[at] is var next
        && (
            next.Is(Meaning.Person) && !passage[at + 1].Is(Meaning.Need)
            || next.Is(Meaning.Group)
            || next.Is(Meaning.Gap)
            || next.Is(Meaning.Label)
            || next.Is(Meaning.Scale)
            || next.Is(Meaning.Count)
        );
}
