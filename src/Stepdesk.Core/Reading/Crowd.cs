namespace Stepdesk.Core.Reading;

/// <summary>Mentions that count different people and belong together: three classes, students and their teacher.</summary>
sealed record Crowd(Passage Passage, IReadOnlyList<Mention> Mentions)
{
    // Longer ways between two numbers are two thoughts.
    const int Near = 14;
    const int Most = 100;

    public long Low => Mentions.Sum(m => (long)m.Low);
    public long? High => Mentions.All(m => m.High is not null) ? Mentions.Sum(m => (long)m.High!) : null;

    public bool IsHit => Mentions.Any(m => m.IsHit);
    public bool IsStock => Mentions.All(m => m.IsStock);
    public bool IsVague => Mentions.Any(m => m.IsVague);
    public bool IsTotal => Mentions[0].IsTotal;
    public bool IsNow => Mentions[0].IsNow;
    public bool IsEarlier => Mentions[0].IsEarlier;
    public bool IsCorrected => Mentions[0].IsCorrected;
    public bool IsPart => Mentions[0].IsPart;
    public bool IsOthers => Mentions[0].IsOthers;
    public bool IsDerived => Mentions[0].IsDerived;
    public bool IsRequested => Mentions.All(m => m.IsRequested);

    public Span Span => Passage.SpanOf(Mentions.Min(m => m.First), Mentions.Max(m => m.Last));

    /// <summary>The crowds of a passage, in order.</summary>
    public static IEnumerable<Crowd> In(Passage passage)
    {
        var together = new List<Mention>();
        foreach (var mention in DescribeMentions.In(passage).Where(m => !m.IsLeftOut))
        {
            if (together.Count > 0 && (together.Count == Most || !IsAdded(passage, together, mention)))
            {
                yield return new(passage, together);
                together = [];
            }
            together.Add(mention);
        }
        if (together.Count > 0)
            yield return new(passage, together);
    }

    static bool IsAdded(Passage passage, List<Mention> together, Mention next)
    {
        var last = together[^1];
        if (
            next.IsTotal
            || next.IsNow
            || next.IsCorrected
            || next.IsBreakdown
            || last.IsTotal
            || next.IsPart != last.IsPart
            || next.IsOthers != last.IsOthers
            || next.IsEarlier != last.IsEarlier
        )
            return false;
        if (last.High == last.Low && together.TrueForAll(m => m.Kind is not null) && next.Kind is not null)
        {
            var isNew = together.TrueForAll(m => m.Kind != next.Kind);
            var (one, other) = (passage[last.Last], passage[next.First]);
            if (
                isNew
                && !HasBreak(passage, last, next)
                && (
                    one.Sentence == other.Sentence || next.IsClass && last.IsClass && other.Sentence - one.Sentence <= 2
                )
            )
                return true;
        }
        return IsListed(passage, last, next) || AreBullets(passage, last, next);
    }

    /// <summary>"20 học viên lớp A và 15 bạn lớp B": between the two nothing happens.</summary>
    static bool IsListed(Passage passage, Mention last, Mention next)
    {
        var (first, stop) = (last.Last + 1, next.First - 1);
        if (
            stop - first > Near
            || passage[last.Last].Sentence != passage[next.First].Sentence && !passage[stop].Is(Meaning.Stop)
            || passage[last.First].Depth != passage[next.First].Depth
            || HasBreak(passage, last, next)
        )
            return false;
        var separator = stop;
        while (separator >= first && !IsSeparator(passage[separator]))
            separator--;
        return separator >= first
            && !passage.Any(first, stop, Meaning.Broken)
            && !passage.Any(separator, stop, Meaning.Fault)
            && last.IsStock == next.IsStock
            && !(passage[separator].Is(Meaning.Comma) && AreSome(passage, last, next));
    }

    /// <summary>"Lớp 30 em, 2 em không vào được": two of the thirty. "15 học viên, 2 giáo viên" are others.</summary>
    static bool AreSome(Passage passage, Mention last, Mention next) =>
        next.Low < last.Low
        && (last.Kind, next.Kind) is (null, null)
        && passage[last.Last].Token.Bare == passage[next.Last].Token.Bare
        && passage[last.Last].Is(Meaning.Person);

    static bool HasBreak(Passage passage, Mention last, Mention next)
    {
        for (var at = last.Last + 1; at < next.First; at++)
        {
            var item = passage[at];
            if (
                item.Is(Meaning.Including)
                || item.Is(Meaning.OutOf)
                    && item.Token.Exact is not "of"
                    && !passage[at + 1].Is(Meaning.Group)
                    && !passage[at + 1].Is(Meaning.Device)
                || item.Is(Meaning.But) && !item.Is(Meaning.And)
                || item.Is(Meaning.Equal)
                || item.Is(Meaning.Past)
                || item.Is(Meaning.Colon)
                    && !passage[at - 1].Is(TokenKind.Code)
                    && KindNames.At(passage, at - 1) is null
            )
                return true;
        }
        return false;
    }

    /// <summary>Lines of a list, one number each.</summary>
    static bool AreBullets(Passage passage, Mention last, Mention next) =>
        BulletBefore(passage, last) is { } one
        && BulletBefore(passage, next) is { } other
        && other == one + 1
        && last.IsStock == next.IsStock;

    /// <summary>The sentence, when it begins with a dash or a dot of a list.</summary>
    static int? BulletBefore(Passage passage, Mention mention)
    {
        var at = passage.SentenceOf(mention.First).First;
        return passage[at].Token.Exact is "-" or "*" or "•" or "–" or "+" ? passage[at].Sentence : null;
    }

    static bool IsSeparator(Item item) =>
        item.Is(Meaning.Comma) || item.Is(Meaning.And) || item.Is(Meaning.Plus) || item.Token.Exact is ";";
}
