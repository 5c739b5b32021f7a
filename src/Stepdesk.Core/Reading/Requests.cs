namespace Stepdesk.Core.Reading;

/// <summary>Accounts, places in a course and the like that somebody asks for: a number of them is no number of people in trouble.</summary>
static class Requests
{
    // "Nhờ anh chị bên kỹ thuật thêm", "could you please create".
    const int Near = 6;
    const int Behind = 2;
    const int Far = 12;

    /// <summary>The words that ask for it, in the order they were said; null when this item does not.</summary>
    public static Span? At(Passage passage, int at)
    {
        if (Accounts(passage, at) is { } last)
            return passage.SpanOf(at, last);
        if (!passage[at].Is(Meaning.Grant))
            return null;
        if (passage[at].Is(Meaning.Ask) || passage.Any(at + 1, at + Behind, Meaning.Ask))
            return passage.SpanOf(at, at);
        var sentence = passage[at].Sentence;
        for (var ask = at - 1; ask >= at - Near && passage[ask].Sentence == sentence; ask--)
            if (passage[ask].Is(Meaning.Ask) || passage[ask].Is(Meaning.Need))
                return passage.SpanOf(ask, at);
            else if (IsStory(passage[ask]))
                return null;
        return passage.SentenceOf(at).First == at ? passage.SpanOf(at, at) : null;
    }

    /// <summary>"Cần 30 tài khoản", "please create accounts for 30 students": what is asked for is counted.</summary>
    public static bool IsFor(Passage passage, Mention mention)
    {
        var sentence = passage.SentenceOf(mention.First);
        if (sentence.Has(Meaning.Broken))
            return false;
        for (var at = mention.First - 1; at >= Math.Max(sentence.First, mention.First - Far); at--)
            if (passage[at].Is(Meaning.Feature))
                return false;
            else if (At(passage, at) is not null)
                return !passage.Any(Math.Max(sentence.First, at - Far), at - 1, Meaning.Fault);
        return false;
    }

    /// <summary>Where the accounts end that are needed: "we need 30 accounts", "em cần 30 tài khoản".</summary>
    static int? Accounts(Passage passage, int at)
    {
        if (
            !passage[at].Is(Meaning.Need) && !passage[at].Is(Meaning.Ask)
            || Quantity.At(passage, at + 1) is not { Last: var last }
        )
            return null;
        return passage[last + 1].Is(Meaning.Account) ? last + 1
            : passage[last + 1].Is(Meaning.Gap) && passage[last + 2].Is(Meaning.Account) ? last + 2
            : null;
    }

    // "When I add", "đã thêm": it was done, and something came of it.
    static bool IsStory(Item item) =>
        item.Is(TokenKind.Number)
        || item.Is(Meaning.Fault)
        || item.Is(Meaning.Since)
        || item.Token.Exact is "when" or "why" or "how" or "i" or "we" or "to" or "not"
        || item.Token.Exact == Done
        || item.Token.Bare is "khi" or "da" or "vua";

    static readonly string Done = Letters.Exact("đã");
}
