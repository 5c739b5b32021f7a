namespace Stepdesk.Core.Reading;

/// <summary>Reads off its sentence what a number of people is: hit or not, denied, corrected, of each class.</summary>
sealed class DescribeMentions(Passage passage, List<Mention> mentions)
{
    const int Near = 5;
    const int Far = 10;

    readonly Classes classes = new(passage);

    public static List<Mention> In(Passage passage)
    {
        var mentions = FindMentions.In(passage);
        var describing = new DescribeMentions(passage, mentions);
        return [.. mentions.Select((_, i) => describing.Described(i))];
    }

    Mention Described(int i)
    {
        var (mention, sentence) = (mentions[i], SentenceOf(mentions[i]));
        var from = i > 0 && SentenceOf(mentions[i - 1]) == sentence ? mentions[i - 1].Last + 1 : Begin(mention.First);
        var to = EndOf(i);
        var before = Math.Max(from, mention.First - Far);
        var near = Math.Max(from, mention.First - Near);
        var broken = FirstOf(Meaning.Fault);
        var whole = Wholes.Of(passage, mentions, i);
        var isWell = VerdictOf(i, whole is not null) is Verdict.Well;
        var told =
            mention.IsHit
            || passage.Any(Math.Max(from, mention.First - 3), mention.First - 1, Meaning.Left)
            || IsLeftOver(mention)
            || broken <= to
            || passage.Any(before, mention.First - 1, Meaning.Fault);
        var (kind, isClass) =
            KindNames.Between(passage, mention.Last + 1, to) is { Name: not null } behind && !IsNextOnes(behind.Name)
                ? behind
                : KindNames.Between(passage, from, mention.First - 1);
        var described = mention with
        {
            IsHit = told || passage.Part is Part.Subject,
            IsRequested = Requests.IsFor(passage, mention) || !told,
            IsStock = !mention.IsPart && IsStock(mention, broken <= to),
            IsLeftOut =
                passage[mention.First - 1].Is(Meaning.Not)
                || isWell && !(whole?.Count > mention.Low)
                || IsRest(mention) && broken > to
                || IsPast(mention),
            IsTotal =
                passage.Any(mention.First - 3, mention.First - 1, Meaning.Total) && near <= mention.First - 1
                || passage.Any(mention.Last + 1, Math.Min(to, mention.Last + 2), Meaning.Total),
            IsNow = HasNow(Math.Max(from, mention.First - 3), mention.First - 1) || IsLeftOver(mention),
            IsEarlier = IsEarlier(mention, from, to),
            IsCorrected =
                mention.IsCorrected
                || passage.Any(near, mention.First - 1, Meaning.Correction)
                || i > 0
                    && passage[mentions[i - 1].First - 1].Is(Meaning.Not)
                    && SentenceOf(mentions[i - 1]) == sentence
                || IsAgainstNumber(mention),
            IsBreakdown = mention.IsBreakdown || passage.Any(from, mention.First - 1, Meaning.Including),
            Kind = kind,
            IsClass = isClass,
        };
        return !described.IsLeftOut && isWell && whole is { } all
            ? all.Without(described)
            : classes.Described(described, from, to);

        int FirstOf(Meaning meaning)
        {
            for (var at = mention.Last + 1; at <= to; at++)
                if (passage[at].Is(meaning))
                    return at;
            return int.MaxValue;
        }

        // Behind a comma the name belongs to the next number: "20 học viên, DATA101: 18 học viên".
        bool IsNextOnes(string name)
        {
            for (var at = mention.Last + 1; at <= to && passage[at].Token.Exact != name; at++)
                if (passage[at].Is(Meaning.Comma) || passage[at].Is(Meaning.And) || passage[at].Token.Exact is ";")
                    return i + 1 < mentions.Count && SentenceOf(mentions[i + 1]) == sentence;
            return false;
        }
    }

    /// <summary>"Lớp có 20 học viên", "of 20 students", "lớp A (20 học viên)": how many there are.</summary>
    bool IsStock(Mention mention, bool isHit)
    {
        var (at, before) = (mention.First - 1, passage[mention.First - 1]);
        if (isHit || passage.Any(mention.First, mention.Last, Meaning.Fault))
            return false;
        while (before.Is(Meaning.Gap) && !before.Is(Meaning.OutOf))
            before = passage[--at];
        if (mention.IsStock || before.Is(Meaning.Size) || before.Is(Meaning.Group) && passage[at - 1].Is(Meaning.Size))
            return true;
        if (before.Is(Meaning.OutOf) && !before.Is(Meaning.Device))
            return true;
        if (before.Is(Meaning.Opens))
            return passage[at - 1].Is(Meaning.Group)
                || passage[at - 1].Is(TokenKind.Code)
                || passage[at - 2].Is(Meaning.Group);
        // "Có 15 học viên…" begins with it and speaks of a fault; "lớp em có" speaks of the class.
        return before.Is(Meaning.Has)
            && passage[at - 1].Sentence == before.Sentence
            && passage[at - 1].Clause == before.Clause
            && !passage[at - 1].Is(Meaning.Now);
    }

    bool IsRest(Mention mention) =>
        passage[mention.Last + 1].Is(Meaning.Rest) || passage[mention.First - 1].Is(Meaning.Rest);

    /// <summary>"Last week 30 students": not now. "Since yesterday 15 students" is.</summary>
    bool IsPast(Mention mention)
    {
        var clause = passage.ClauseOf(mention.First);
        if (!clause.Has(Meaning.Past))
            return false;
        for (var at = mention.First - 1; at >= Math.Max(clause.First, mention.First - Far); at--)
            if (passage[at].Is(Meaning.Past))
                return !passage[at - 1].Is(Meaning.Since) && !passage.Any(at + 1, mention.First - 1, Meaning.Now);
        for (var at = mention.Last + 1; at <= Math.Min(clause.Last, mention.Last + Far); at++)
            if (passage[at].Is(Meaning.Past))
                return !passage.Any(mention.Last + 1, at - 1, Meaning.Since)
                    && !passage.Any(mention.Last + 1, at - 1, Meaning.Broken);
        return false;
    }

    /// <summary>"At first 40 students", "40 bạn lúc đầu".</summary>
    bool IsEarlier(Mention mention, int from, int to)
    {
        for (var at = mention.First - 1; at >= Math.Max(from, mention.First - Near); at--)
            if (passage[at].Is(Meaning.Now))
                return false;
            else if (passage[at].Is(Meaning.Earlier))
                return true;
        var (last, clause) = (Math.Min(to, mention.Last + Far), passage[mention.Last].Clause);
        for (var at = mention.Last + 1; at <= last && passage[at].Clause == clause; at++)
            if (passage[at].Is(Meaning.Earlier))
                return true;
        return false;
    }

    /// <summary>"Only 3 students left"; they have not left the room.</summary>
    bool IsLeftOver(Mention mention) =>
        passage[mention.Last + 1].Token.Exact is "left"
        && passage[mention.Last + 2] is var next
        && (
            next.Is(TokenKind.Break)
            || next.Is(Meaning.Stop)
            || next.Is(Meaning.Comma)
            || next.Is(Meaning.But)
            || next.Is(Meaning.And)
        );

    // "9 giờ 15 học viên": there it is an hour.
    bool HasNow(int first, int last)
    {
        for (var at = first; at <= last; at++)
            if (passage[at].Is(Meaning.Now) && !passage[at - 1].Is(TokenKind.Number))
                return true;
        return false;
    }

    /// <summary>"Not 30 but 3 students".</summary>
    bool IsAgainstNumber(Mention mention)
    {
        var at = mention.First - 1;
        while (at > mention.First - Near && passage[at].Is(Meaning.But))
            at--;
        return at < mention.First - 1
            && passage[at].Sentence == SentenceOf(mention)
            && (passage[at].Is(TokenKind.Number) || passage[at].Is(Meaning.Count) || passage[at].Is(Meaning.Comma))
            && passage.Any(Math.Max(Begin(at), at - 3), at, Meaning.Not);
    }

    /// <summary>What is said of the people, up to the next of them.</summary>
    Verdict VerdictOf(int i, bool counted) =>
        Verdicts.Of(passage, mentions[i].First, mentions[i].Last, EndOf(i), counted);

    int EndOf(int i) =>
        i + 1 < mentions.Count && SentenceOf(mentions[i + 1]) == SentenceOf(mentions[i])
            ? mentions[i + 1].First - 1
            : End(mentions[i].Last);

    int SentenceOf(Mention mention) => passage[mention.First].Sentence;

    int Begin(int at) => passage.SentenceOf(at).First;

    int End(int at) => passage.SentenceOf(at).Last;
}
