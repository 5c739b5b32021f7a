using System.Text.RegularExpressions;

namespace Stepdesk.Core.Reading;

/// <summary>
/// Reads the traits of a report, in Vietnamese (with marks or without), English or both. No list of school words: what
/// is common on this desk weighs little by itself (<see cref="Likeness"/>), so only words every mail has are left out.
/// </summary>
public static partial class Traits
{
    /// <summary>The traits, the most telling kind first and what the title says before what the text says.</summary>
    public static IReadOnlyList<Trait> Of(string title, string text) =>
        [
            .. Of(title)
                .Concat(Of(text))
                .Where(t => t.Folded.Length > 0)
                .DistinctBy(t => (t.Kind, t.Folded))
                .OrderBy(t =>
                    t.Kind is TraitKind.Code ? 0
                    : t.Kind is TraitKind.Quote ? 1
                    : 2
                )
                .Take(Trait.Most),
        ];

    static IEnumerable<Trait> Of(string text)
    {
        foreach (Match quote in Quoted().Matches(text))
            yield return new(TraitKind.Quote, quote.Groups["said"].Value.Trim());
        string? before = null;
        foreach (var token in Tokens.Of(text))
        {
            var written = text[token.Start..token.End];
            if (token.Kind is TokenKind.Code && IsName(written))
                yield return new(TraitKind.Code, written);
            // Lesson 8, floor 2.
            if (token.Kind is TokenKind.Number && before is { } counted)
                yield return new(TraitKind.Pair, $"{counted} {written}");
            if (token.Kind is not TokenKind.Word)
            {
                // A comma goes between two words of one thought; a number or the end of a sentence does not.
                before = token.Kind is TokenKind.Mark && written is not ("." or "!" or "?" or ";") ? before : null;
                continue;
            }
            if (Everyday.Contains(token.Bare))
                continue;
            if (token.Bare.Length > 3 && !Syllable().IsMatch(token.Bare))
                yield return new(TraitKind.Word, written);
            if (before is { } first)
                yield return new(TraitKind.Pair, $"{first} {written}");
            before = written;
        }
    }

    // A telephone number names a person, and a person's next fault is another one.
    static bool IsName(string code) => code.Any(char.IsLetter) && !code.Contains('@');

    [GeneratedRegex("""["“«](?<said>[^"“”«»\r\n]{4,80})["”»]""", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        "^(?:ngh?|[ckpt]h|nh|tr|gh|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Syllable();

    static readonly HashSet<string> Everyday =
    [
        .. """
            a ah anh ban bang ben bi boi cac cai can cam cang chao chi cho chua chung co con cua cung da dang day de den
            di do doi duoc em gi giup hay hien hoac hom ho hoi khi khong kinh la lai lam len luc ma minh moi mong mot
            muon nao nay nen ngay nguoi nhe nhieu nho nhu nhung noi o oi on qua ra rang rat roi sao sau sang se su tai
            te tham that thay the them theo thi thu tin toi tren tro trong truoc tu va van vao ve vi viec voi vua xem
            xin y
            about after again all also and any are because been before but can cannot could dear did does error
            everyone for from get gets had has have hello help her here him his how i in is it its just kind make me more my need needs not now of on or
            our out please problem regards same she show shows since so some take takes than team thank thanks that the their them then there they this to
            today tomorrow us was we were what when where which who will with work works would wrong you your
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];
}
