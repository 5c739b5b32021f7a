namespace Stepdesk.Core.Reading;

/// <summary>Numbers of people of each class, and how many classes there are or are hit.</summary>
sealed class Classes(Passage passage)
{
    const int Near = 5;
    const int Reach = 30;
    const int MostVerbs = 6;

    /// <summary>The mention with the people of every class, or of those that are hit.</summary>
    public Mention Described(Mention mention, int from, int to)
    {
        var all = OfEach(mention, from, to);
        return all.Groups > 1 && HitBehind(all) is { } hit
            ? all with
            {
                Low = all.Low / all.Groups * hit.Count,
                High = all.High / all.Groups * hit.Count,
                Groups = hit.Count,
                Last = hit.Last,
                IsHit = true,
            }
            : all;
    }

    /// <summary>"Only one class cannot join": fewer than there are.</summary>
    (int Count, int Last)? HitBehind(Mention mention)
    {
        var sentence = passage[mention.Last].Sentence;
        for (
            var at = mention.Last + 1;
            at <= mention.Last + Reach && passage[at].Sentence is var s && s >= 0 && s <= sentence + 1;
            at++
        )
        {
            var (count, last) =
                Quantity.At(passage, at) is { } said
                && said.High == said.Low
                && passage[said.Last + 1].Is(Meaning.Group)
                    ? (said.Low, said.Last + 1)
                : passage[at].Is(Meaning.Each) && passage[at].Token.Bare is "mot" ? (1, at)
                : (0, at);
            if (count == 0 || count >= mention.Groups)
                continue;
            return Verdicts.Of(
                passage,
                at,
                last,
                Math.Min(last + MostVerbs, passage.SentenceOf(last).Last),
                true
            ) switch
            {
                Verdict.Ill => (count, last),
                Verdict.Well => (mention.Groups - count, last),
                _ => null,
            };
        }
        return null;
    }

    /// <summary>"Ba lớp, mỗi lớp 18 học viên": multiplied, when how many classes was said near by.</summary>
    Mention OfEach(Mention mention, int from, int to)
    {
        if (mention.Groups > 1 || !IsEach(mention, from, to))
            return mention;
        for (
            var at = mention.First - 1;
            at >= Math.Max(0, mention.First - Reach) && passage[at].Sentence >= passage[mention.First].Sentence - 1;
            at--
        )
            if (GroupsAt(at) is { } groups)
                return mention.Times(groups.Low, groups.First, mention.Last);
        for (var at = mention.Last + 1; at <= Math.Min(to, mention.Last + Reach); at++)
            if (GroupsAt(at) is { } groups)
                return mention.Times(groups.Low, mention.First, groups.Last + 1);
        return mention with { High = null, IsOfEach = true };
    }

    bool IsEach(Mention mention, int from, int to)
    {
        for (var at = Math.Max(from, mention.First - Near); at < mention.First; at++)
            if (passage[at].Is(Meaning.Each) && !passage[at + 1].Is(Meaning.Person))
                return true;
        for (var at = mention.Last + 1; at <= Math.Min(to, mention.Last + 2); at++)
            if (
                passage[at].Is(Meaning.Each)
                // Without marks it is also "new": "30 tai khoan moi".
                && (passage[at].Token.Exact is not "moi" || passage[at + 1].Is(Meaning.Group))
                && !passage[at + 1].Is(Meaning.Person)
                && !passage[at + 1].Is(Meaning.Day)
                && !passage[at + 1].Is(Meaning.Week)
            )
                return true;
        return false;
    }

    Quantity? GroupsAt(int at) =>
        Quantity.At(passage, at) is { IsVague: false, Low: > 1 } said && passage[said.Last + 1].Is(Meaning.Group)
            ? said
            : null;
}
