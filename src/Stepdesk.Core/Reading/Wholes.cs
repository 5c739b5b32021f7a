using System.Runtime.InteropServices;

namespace Stepdesk.Core.Reading;

/// <summary>How many there are of whom some can: of these the others cannot.</summary>
/// <param name="First">The first item of what is counted, the whole or its part.</param>
/// <param name="IsSure">That no others can was said: "only 5".</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Whole(int Count, int First, bool IsSure)
{
    /// <summary>The others than these, who can.</summary>
    public Mention Without(Mention able) =>
        able with
        {
            Low = Count - able.Low,
            High = Count - able.Low,
            First = First,
            IsOthers = true,
            IsDerived = !IsSure,
            IsHit = true,
            IsRequested = false,
            IsPart = false,
            IsStock = false,
        };
}

/// <summary>Finds what a number of people is a part of: "5 of 40", "lớp sĩ số 30 nhưng chỉ 10 bạn".</summary>
static class Wholes
{
    const int Near = 3;

    /// <summary>The whole of the mention with this index; null when none was said.</summary>
    public static Whole? Of(Passage passage, List<Mention> mentions, int i)
    {
        var mention = mentions[i];
        if (mention.IsVague || mention.High != mention.Low)
            return null;
        var only = IsOnly(passage, mention);
        if (mention.Whole > 0)
            return new(mention.Whole, mention.First, only);
        for (var at = i - 1; at >= Math.Max(0, i - Near); at--)
        {
            var (other, end) = (mentions[at], mentions[at + 1].First - 1);
            var apart = passage[mention.First].Sentence - passage[other.Last].Sentence;
            // "30 em, 28 em vào được": nothing is said of the whole.
            if (apart > (only ? 1 : 0) || !only && mention.First - other.Last > Near)
                return null;
            if (
                !other.IsVague
                && !other.IsPart
                && other.High == other.Low
                && other.Low > mention.Low
                && Verdicts.Of(
                    passage,
                    other.First,
                    other.Last,
                    Math.Min(end, passage.SentenceOf(other.Last).Last),
                    false
                ) is Verdict.None
                && !passage.Any(
                    Math.Max(passage.ClauseOf(other.First).First, other.First - Near),
                    other.First - 1,
                    Meaning.Fault
                )
            )
                return new(other.Low, other.First, only);
        }
        return null;
    }

    static bool IsOnly(Passage passage, Mention mention) =>
        passage.Any(Math.Max(passage.ClauseOf(mention.First).First, mention.First - Near), mention.First, Meaning.Only);
}
