namespace Stepdesk.Core.Reading;

/// <summary>What a sentence says of the people it counts.</summary>
enum Verdict
{
    None,

    /// <summary>They can: "vào được", "can log in", "are fine".</summary>
    Well,

    /// <summary>They cannot, or something is wrong for them.</summary>
    Ill,
}

/// <summary>Tells from the words behind a number of people whether they can work or cannot.</summary>
static class Verdicts
{
    // So many items may stand between whom it is said of and what they can.
    const int Near = 8;
    const int MostVerbs = 4;

    /// <summary>The verdict on whom the items up to <paramref name="last"/> name.</summary>
    /// <param name="to">Where the next number of people, or the end of the sentence, ends it.</param>
    /// <param name="counted">They are some of a number that was said, so that what they see is said of them and not of others.</param>
    public static Verdict Of(Passage passage, int first, int last, int to, bool counted)
    {
        for (var at = last + 1; at <= to; at++)
            if (passage[at].Is(Meaning.Works) || IsAble(passage, first, last, at, counted))
                return Lasting(passage, at, to);
            else if (passage[at].Is(Meaning.Fault))
                return Verdict.Ill;
        return Verdict.None;
    }

    /// <summary>A bare number before this item counts people: "10 cannot", "28 can", "2 không vào được".</summary>
    public static bool BeginsAt(Passage passage, int at)
    {
        while (Still.Contains(passage[at].Token.Exact))
            at++;
        if (
            Judging.Contains(passage[at].Token.Exact)
            || passage[at].Is(Meaning.Works)
            || passage[at].Token.Exact is "are" && passage[at + 1].Is(Meaning.Fault)
        )
            return true;
        for (var able = at; able < at + MostVerbs; able++)
            if (IsAble(passage, at - 1, at - 1, able, true))
                return true;
        return false;
    }

    /// <summary>"12 bạn vào được nhưng không nghe được": well is who has no trouble behind it; the trouble of the rest is not theirs.</summary>
    static Verdict Lasting(Passage passage, int able, int to)
    {
        var (but, clause) = (false, passage[able].Clause);
        for (var at = able + 1; at <= to; at++)
        {
            var item = passage[at];
            if (item.Is(Meaning.Rest) || item.Token.Exact is "others")
                return Verdict.Well;
            if (item.Is(Meaning.Broken) && (but || item.Clause == clause))
                return Verdict.Ill;
            but |= item.Is(Meaning.But) && at < to;
        }
        return but ? Verdict.None : Verdict.Well;
    }

    static bool IsAble(Passage passage, int first, int last, int at, bool counted)
    {
        var item = passage[at];
        return at - last <= Near
            && item.Clause == passage[last].Clause
            && (item.Tongue is Tongue.English ? Can(passage, at, counted) : Duoc(passage, last, at, counted))
            && !IsWanted(passage, first, last, at);
    }

    /// <summary>"Can log in", "are able to join", and "28 can".</summary>
    static bool Can(Passage passage, int at, bool counted)
    {
        if (!passage[at].Is(Meaning.Able) || Others.Contains(passage[at - 1].Token.Exact))
            return false;
        var verb = at + 1;
        while (
            verb < at + MostVerbs
            && (passage[verb].Is(Meaning.Now) || passage[verb].Token.Exact is "again" or "still" or "finally")
        )
            verb++;
        var next = passage[verb];
        return next.Is(TokenKind.Break)
            || next.Is(Meaning.Stop)
            || next.Is(Meaning.Comma)
            || next.Is(Meaning.And)
            || next.Is(Meaning.But) && next.Token.Exact is "but"
            || Doing.Contains(next.Token.Exact)
            || next.Token.Exact is "get" && passage[verb + 1].Token.Exact is "in" or "into" or "through"
            || counted && next.Token.Exact is "see" or "view";
    }

    /// <summary>"Vào được", "nộp bài được"; not "được cấp", which is done to them, nor "mới vào được", which took long.</summary>
    static bool Duoc(Passage passage, int last, int at, bool counted)
    {
        if (passage[at].Token.Bare is not ("duoc" or "dc") && passage[at].Token.Exact != Able)
            return false;
        var able = false;
        for (var verb = last + 1; verb < at; verb++)
        {
            var word = passage[verb].Token;
            if (word.Bare is "chi" or "bi" || word.Exact == New || word.Exact is "moi")
                return false;
            able |=
                at - verb <= MostVerbs
                && (Lam.Contains(word.Bare) || counted && word.Bare is "xem" or "thay" or "nhan");
        }
        return able;
    }

    /// <summary>"Please enroll 40 students so that they can log in": it is wanted that they can.</summary>
    static bool IsWanted(Passage passage, int first, int last, int at)
    {
        for (var i = Math.Max(passage.ClauseOf(first).First, first - Near); i < first; i++)
            if (passage[i].Is(Meaning.Ask) || passage[i].Is(Meaning.Need) || passage[i].Token.Exact is "sure")
                return true;
        for (var i = last + 1; i < at; i++)
            if (
                passage[i].Token.Bare
                is "so"
                    or "if"
                    or "when"
                    or "whether"
                    or "until"
                    or "unless"
                    or "once"
                    or "de"
                    or "neu"
                    or "khi"
            )
                return true;
        return false;
    }

    static readonly string New = Letters.Exact("mới");
    static readonly string Able = Letters.Exact("nổi");

    // "So that I can log in" is said of another.
    static readonly HashSet<string> Others = ["i", "we", "you", "it", "he", "she", "nobody"];

    // What people come to do. What they see may be the fault itself: "they can see each other's marks".
    static readonly HashSet<string> Doing =
    [
        .. "log login sign join submit access enter open connect upload hear work watch play attend use load take download print".Split(
            ' '
        ),
    ];

    static readonly HashSet<string> Lam =
    [
        .. "vao nop nhap cap mo tai noi thi lam hoc gui nghe len load login join dung".Split(' '),
    ];

    static readonly HashSet<string> Still =
    [
        "still",
        "now",
        "also",
        .. new[] { "vẫn", "thì", "lại", "cũng", "đều", "van", "thi", "lai" }.Select(Letters.Exact),
    ];

    static readonly HashSet<string> Judging =
    [
        .. "cannot can't cant couldn't unable fail failed fails don't didn't get got".Split(' '),
        .. new[] { "không", "ko", "chưa", "bị", "chẳng", "khong", "chua", "bi" }.Select(Letters.Exact),
    ];
}
