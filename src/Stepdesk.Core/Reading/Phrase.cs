using System.Globalization;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Reading;

/// <summary>One or more words with what they mean.</summary>
sealed record Phrase(Language Language, string Text, Meanings Meanings, int Value = 0)
{
    // Shorter English words are also Vietnamese ones without marks.
    const int ShortWord = 4;

    readonly string[] exact = [.. Text.Split(' ').Select(Letters.Exact)];
    readonly string[] bare = [.. Text.Split(' ').Select(Letters.Bare)];

    public int Length => exact.Length;

    /// <summary>Under which it is looked up.</summary>
    public string Key => bare[0];

    /// <summary>Several phrases with the same meaning, parted by commas. <c>word=5</c> gives a value.</summary>
    public static IEnumerable<Phrase> Several(Language language, Meanings meanings, string texts) =>
        from text in texts.Split(',', StringSplitOptions.TrimEntries)
        let value = text.Length > 1 ? text.IndexOf('=', 1) : 0
        select value > 0
            ? new Phrase(
                language,
                text[..value],
                meanings,
                int.Parse(text.AsSpan(value + 1), CultureInfo.InvariantCulture)
            )
            : new Phrase(language, text, meanings);

    public Fit FitOf(List<Token> tokens, int at, Tongue tongue)
    {
        if (at + Length > tokens.Count)
            return Fit.None;
        var fit = Fit.Exact;
        for (var i = 0; i < Length; i++)
            if (tokens[at + i].Exact != exact[i])
                if (tokens[at + i].Exact == bare[i])
                    fit = Fit.WithoutMarks;
                else
                    return Fit.None;
        return IsSaid(fit, tongue) ? fit : Fit.None;
    }

    // One short word says little outside its own language; two in a row say what they say.
    bool IsSaid(Fit fit, Tongue tongue) =>
        Length > 1
        || Language switch
        {
            Language.En => Text.Length >= ShortWord
                || !char.IsLetter(Text[0])
                || tongue is Tongue.English
                || Safe.Contains(Text),
            _ when fit is Fit.WithoutMarks => tongue is Tongue.VietnameseWithoutMarks,
            _ => tongue is not Tongue.English || exact[0] != bare[0],
        };

    static readonly HashSet<string> Safe =
    [
        "by",
        "due",
        "all",
        "am",
        "pm",
        "eod",
        "cob",
        "pcs",
        "not",
        "now",
        "and",
        "but",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "lms",
        "lag",
        "cdn",
        "web",
        "end",
        "day",
        "at",
        "utc",
        "gmt",
        "ict",
        "est",
        "edt",
        "cst",
        "cdt",
        "pst",
        "pdt",
        "jst",
        "kst",
        "sgt",
        "six",
        "two",
        "one",
        "x",
    ];
}

/// <summary>How well words fit a phrase.</summary>
enum Fit
{
    None,
    WithoutMarks,
    Exact,
}

/// <summary>How a text is written.</summary>
enum Tongue
{
    English,
    Vietnamese,
    VietnameseWithoutMarks,
}
