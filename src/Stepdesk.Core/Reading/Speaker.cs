namespace Stepdesk.Core.Reading;

/// <summary>Who writes and is one more: "em và 4 bạn khác", "four colleagues and I".</summary>
static class Speaker
{
    /// <summary>Where the writer stands before a number: "me and four".</summary>
    public static int? Before(Passage passage, int number)
    {
        var at = number - 2;
        return Joins(passage[number - 1]) && IsOne(passage, at) ? at : null;
    }

    /// <summary>Where the writer stands behind whom a number counts: "four colleagues and me", "4 bạn khác và em".</summary>
    public static int? Behind(Passage passage, int noun)
    {
        var others = IsOther(passage[noun + 1]);
        var at = noun + (others ? 3 : 2);
        return
            Joins(passage[at - 1])
            && IsOne(passage, at)
            && (others || passage[at].Tongue is Tongue.English && passage[at].Token.Exact is "i" or "me" or "myself")
            ? at
            : null;
    }

    /// <summary>"Em và 4 người khác", "me and 4 others": others of what the writer is one of.</summary>
    public static int? Others(Passage passage, int? speaker, int at) =>
        speaker is not null && IsOther(passage[at]) ? at : null;

    public static Mention With(Mention others, int self) =>
        others with
        {
            Low = others.Low + 1,
            High = others.High + 1,
            First = Math.Min(self, others.First),
            Last = Math.Max(self, others.Last),
        };

    static bool Joins(Item item) => (item.Is(Meaning.And) || item.Is(Meaning.Plus)) && !item.Is(Meaning.Comma);

    static bool IsOther(Item item) => item.Token.Exact is "others" || item.Token.Exact == Other;

    // "15 em", "các em" are many, and "lớp em" is a class.
    static bool IsOne(Passage passage, int at)
    {
        var (item, before) = (passage[at], passage[at - 1]);
        if (item.Is(Meaning.Alone))
            return true;
        return Selves.Contains(item.Token.Exact)
            && item.Token.End == item.End
            && !before.Is(Meaning.Group)
            && !before.Is(Meaning.Count)
            && !before.Is(Meaning.Scale)
            && !before.Is(Meaning.Few)
            && !before.Is(Meaning.Each)
            && !before.Is(Meaning.Gap)
            && !before.Is(TokenKind.Number)
            && !before.Is(TokenKind.Range)
            && before.Token.Bare is not ("cac" or "nhung" or "nhieu" or "bon" or "chung" or "tui");
    }

    static readonly string Other = Letters.Exact("khác");

    static readonly HashSet<string> Selves =
    [
        "i",
        "me",
        "myself",
        "em",
        "anh",
        .. new[] { "chị", "tôi", "mình", "cô", "thầy", "tớ", "cháu", "chi", "toi", "minh", "thay" }.Select(
            Letters.Exact
        ),
    ];
}
