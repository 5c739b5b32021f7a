using System.Globalization;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice;

/// <summary>
/// Numbers as people write them, in Vietnamese and English: in words, with a decimal comma, with points or commas between
/// thousands.
/// </summary>
static partial class Numerals
{
    /// <summary>The text with every number in digits and with a decimal point; <c>1.500</c> is 1500 and <c>12,5</c> is 12.5.</summary>
    public static FoldedText In(FoldedText text) =>
        text.Rewritten(Words(), w => Worth(w).ToString(CultureInfo.InvariantCulture)).Rewritten(Parted(), Plain);

    /// <summary>What a word for a number up to ten is worth; null for any other.</summary>
    public static int? Few(string word) =>
        word is "muoi" ? 10
        : Of.TryGetValue(word, out var worth) ? worth
        : null;

    /// <summary>Whether it may be one and a half as well as one and a half thousand.</summary>
    public static bool IsEither(string written) => Either().IsMatch(written);

    // A comma or point before three digits parts thousands, before one or two it is a decimal one. Versions, hours and
    // addresses are left as they are.
    static string Plain(string written) =>
        Thousands().IsMatch(written)
            ? written.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)
        : Decimal().IsMatch(written) ? written.Replace(',', '.')
        : written;

    static int Worth(string words)
    {
        var (sum, last) = (0, 0);
        foreach (var word in words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
            switch (word)
            {
                case "muoi":
                    sum += last == 0 ? 10 : last * 10;
                    last = 0;
                    break;
                case "tram" or "hundred":
                    sum += Math.Max(last, 1) * 100;
                    last = 0;
                    break;
                case "le" or "linh" or "and":
                    break;
                default:
                    sum += last;
                    last = Of[word];
                    break;
            }
        return sum + last;
    }

    static readonly Dictionary<string, int> Of = new(StringComparer.Ordinal)
    {
        ["mot"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bon"] = 4,
        ["tu"] = 4,
        ["nam"] = 5,
        ["lam"] = 5,
        ["sau"] = 6,
        ["bay"] = 7,
        ["tam"] = 8,
        ["chin"] = 9,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // "Năm", "sáu" and "tám" alone are a year, "after" and "for now" as well, so only what is counted in tens is read.
    [GeneratedRegex(
        @"\b((mot|hai|ba|bon|nam|sau|bay|tam|chin) tram( (le|linh))?( (hai|ba|bon|nam|sau|bay|tam|chin))? muoi( (mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin))?|(mot|hai|ba|bon|nam|sau|bay|tam|chin) tram|(hai|ba|bon|nam|sau|bay|tam|chin) muoi( (mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin))?|muoi (mot|hai|ba|bon|lam|sau|bay|tam|chin)"
            + @"|(one|two|three|four|five|six|seven|eight|nine) hundred( and)?( (twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))?|(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)([ -](one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b",
        Quick
    )]
    private static partial Regex Words();

    [GeneratedRegex(@"\b[0-9]+([.,][0-9]+)+\b", Quick)]
    private static partial Regex Parted();

    [GeneratedRegex(@"^([0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}(,[0-9]{3})+)$", Quick)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[0-9]{1,3}[.,][0-9]{3}$", Quick)]
    private static partial Regex Either();

    [GeneratedRegex(@"^[0-9]+,[0-9]{1,2}$", Quick)]
    private static partial Regex Decimal();
}
