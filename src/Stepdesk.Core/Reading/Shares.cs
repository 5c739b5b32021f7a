namespace Stepdesk.Core.Reading;

/// <summary>A part of a number of people: "30% of 100 students", "half of my 40 students", "3/4 trong 40 bạn".</summary>
static class Shares
{
    // "Of", "all", "my", "lớp", "học viên" between the part and the whole.
    const int MostBetween = 5;
    const int MostModifiers = 3;

    /// <summary>The part that begins with this item, as a number up to where the whole ends that it was said of, and the whole.</summary>
    public static (Quantity Said, int Whole)? At(Passage passage, int first)
    {
        var at = first;
        while (at < first + MostModifiers && Quantity.IsModifier(passage[at]))
            at++;
        if (Said(passage, at) is not { Last: var last } share)
            return null;
        if (Whole(passage, last + 1) is not { IsVague: false, High: { } high } whole || high != whole.Low)
            return null;
        var count = Counted(whole.Low, share.Part, share.Of);
        var said = new Quantity(count, count, false, first, at, whole.Last);
        for (var i = at - 1; i >= first; i--)
            said = said.Widened(passage[i]);
        return said.Low >= 1 && said.Low <= whole.Low ? (said with { High = said.High ?? whole.Low }, whole.Low) : null;
    }

    /// <summary>"40 bạn, một nửa không vào được", "we are 40 students, half of them cannot log in".</summary>
    public static Mention? Behind(Passage passage, int at, Mention whole)
    {
        var sentence = passage[at].Sentence;
        if (
            whole.IsVague
            || whole.IsPart
            || whole.High != whole.Low
            || passage[whole.Last].Sentence != sentence
            || Said(passage, at) is not { } share
        )
            return null;
        for (var next = share.Last + 1; next <= share.Last + MostBetween; next++)
            if (passage[next].Sentence != sentence || passage[next].Is(Meaning.Comma))
                return null;
            else if (passage[next].Is(Meaning.Fault) || passage[next].Is(Meaning.Broken))
            {
                var count = Counted(whole.Low, share.Part, share.Of);
                return new(count, count, false, false, at, share.Last) { IsPart = true, IsHit = true };
            }
        return null;
    }

    /// <summary>"100% học viên": all of whom, without their number.</summary>
    public static int? AllAt(Passage passage, int at)
    {
        if (Said(passage, at) is not { Part: 100, Of: 100, Last: var last })
            return null;
        for (var next = last + 1; next <= last + MostBetween; next++)
            if (passage[next].Is(Meaning.Person) || passage[next].Is(Meaning.Group))
                return next;
            else if (!passage[next].Is(Meaning.OutOf) && !passage[next].Is(Meaning.Gap))
                return null;
        return null;
    }

    static int Counted(int whole, int part, int of) =>
        Math.Max(1, (int)Math.Round((double)whole * part / of, MidpointRounding.AwayFromZero));

    static (int Part, int Of, int Last)? Said(Passage passage, int at)
    {
        var item = passage[at];
        if (item.Is(Meaning.Share))
            return (item.Value / 10, item.Value % 10, at);
        if (item.Is(TokenKind.Fraction))
            return
                item.Token is { A: > 0 and var part, B: var of }
                && part < of
                && !TimePhrase.Dates(passage[at - 1])
                && passage[at + 1].Is(Meaning.OutOf)
                ? (part, of, at)
                : null;
        if (
            Number.At(passage, at) is not { Low: > 0 and <= 100 and var percent, High: var most, Last: var last }
            || most != percent
        )
            return null;
        return passage[last + 1].Token.Exact is "%" or "percent" ? (percent, 100, last + 1)
            : passage[last + 1].Token.Bare is "phan" && passage[last + 2].Token.Bare is "tram"
                ? (percent, 100, last + 2)
            : null;
    }

    static Quantity? Whole(Passage passage, int first)
    {
        for (var at = first; at <= first + MostBetween && passage[at].Sentence == passage[first].Sentence; at++)
            if (passage[at].Is(TokenKind.Number) || passage[at].Is(Meaning.Count))
                return Quantity.At(passage, at);
            else if (
                !passage[at].Is(Meaning.OutOf)
                && !passage[at].Is(Meaning.Gap)
                && !passage[at].Is(Meaning.Total)
                && !passage[at].Is(Meaning.Person)
                && !passage[at].Is(Meaning.Group)
            )
                return null;
        return null;
    }
}
