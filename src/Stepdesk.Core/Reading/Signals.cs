namespace Stepdesk.Core.Reading;

/// <summary>What a mail is about, as far as its words tell.</summary>
/// <param name="Outage">The words that nobody can work, or that a whole system is down; else null.</param>
/// <param name="WholeGroup">The words that a whole class is affected; else null.</param>
/// <param name="Fault">Something is broken.</param>
/// <param name="Work">A piece of work is asked for: a report, a list.</param>
/// <param name="Feature">The words that wish for something new; else null.</param>
/// <param name="Request">The words that ask for an account, a place in a course and the like; else null.</param>
/// <param name="Urgent">The word that says urgent; else null.</param>
sealed record Signals(Span? Outage, Span? WholeGroup, bool Fault, bool Work, Span? Feature, Span? Request, Span? Urgent)
{
    // Between "hệ thống" and "sập" stand few words.
    const int Near = 5;
    const int Far = 7;

    public static Signals Of(params ReadOnlySpan<Passage> passages)
    {
        var all = new Signals(null, null, false, false, null, null, null);
        foreach (var passage in passages)
            all = all.And(In(passage));
        return all;
    }

    Signals And(Signals other) =>
        new(
            Outage ?? other.Outage,
            WholeGroup ?? other.WholeGroup,
            Fault || other.Fault,
            Work || other.Work,
            Feature ?? other.Feature,
            Request ?? other.Request,
            Urgent ?? other.Urgent
        );

    static Signals In(Passage passage)
    {
        var found = new Signals(null, null, false, false, null, null, null);
        for (var at = 0; at < passage.Items.Count; at++)
            found = found.And(
                new(
                    IsOutage(passage, at) ? passage.SpanOf(at, at) : null,
                    All(passage, at),
                    passage[at].Is(Meaning.Broken),
                    passage[at].Is(Meaning.Work),
                    IsWish(passage, at) ? passage.SpanOf(at, at) : null,
                    Requests.At(passage, at),
                    passage[at].Is(Meaning.Urgent) && !IsDenied(passage, at) ? passage.SpanOf(at, at) : null
                )
            );
        return found;
    }

    static Span? All(Passage passage, int at) =>
        !IsTroubled(passage, at) ? null
        : passage[at].Is(Meaning.WholeGroup) ? passage.SpanOf(at, at)
        : Shares.AllAt(passage, at) is { } last ? passage.SpanOf(at, last)
        : null;

    static bool IsOutage(Passage passage, int at) =>
        !IsDenied(passage, at)
        && (
            passage[at].Is(Meaning.Outage) && IsTroubled(passage, at)
            || passage[at].Is(Meaning.Nobody) && IsUnable(passage, at)
            || passage[at].Is(Meaning.Everyone) && IsTroubled(passage, at)
            || passage[at].Is(Meaning.Down)
                && passage.Any(at - Near, at - 1, Meaning.Machinery)
                && passage.ClauseOf(at).Has(Meaning.Machinery)
        );

    /// <summary>"Nobody can log in"; not "nobody answered", which is about the desk.</summary>
    static bool IsUnable(Passage passage, int at)
    {
        for (var next = at + 1; next <= at + Far && passage[next].Clause == passage[at].Clause; next++)
            if (passage[next].Is(Meaning.Ask))
                return false;
            else if (passage[next].Token.Bare is "can" or "could" or "able" or "duoc" or "dc" or "noi")
                return true;
        return false;
    }

    static bool IsTroubled(Passage passage, int at) => passage.SentenceOf(at).Has(Meaning.Broken);

    static bool IsDenied(Passage passage, int at) =>
        passage[at - 1].Is(Meaning.Not) || passage[at - 1].Token.Bare is "khong" or "not" or "chua" or "no";

    // A wish for something new names it; "mong muốn" alone is politeness.
    static bool IsWish(Passage passage, int at) =>
        passage[at].Is(Meaning.Wish) && !passage.SentenceOf(at).Has(Meaning.Broken)
        || passage[at].Is(Meaning.Feature) && passage.SentenceOf(at).Has(Meaning.Wish);
}
