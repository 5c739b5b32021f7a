using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Words;

/// <summary>
/// Text as the desk keeps it: well-formed Unicode, line ends as LF, no other control characters and none that turn writing around, trimmed. What a person
/// wrote stays otherwise as it is.
/// </summary>
public static partial class Plain
{
    /// <summary>Characters a text may have. Longer ones are files, and every action reads its ticket's texts again.</summary>
    public const int Longest = 100_000;

    public static string Text(string? text) => Seen(WellFormed(text ?? "").Trim());

    /// <summary>Whether there is anything to read in it: marks alone say nothing, a picture sign does.</summary>
    public static bool Says(string? text) => Says(Text(text), orShows: true);

    /// <summary>
    /// Whether it says something in words, as what is kept for others to read must: a picture sign or empty markup does not.
    /// </summary>
    public static bool SaysInWords(string? text) => Says(Unmarked().Replace(Text(text), " "), orShows: false);

    [GeneratedRegex("<[/!a-zA-Z][^<>]*>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unmarked();

    static bool Says(string text, bool orShows) =>
        text.EnumerateRunes()
            .Any(r =>
                (Rune.IsLetterOrDigit(r) && !Unseen.Contains(r.Value))
                || (orShows && Rune.GetUnicodeCategory(r) is UnicodeCategory.OtherSymbol)
            );

    // Letters by their kind, and blank all the same: the Hangul fillers.
    static readonly int[] Unseen = [0x115F, 0x1160, 0x3164, 0xFFA0];

    /// <summary>On one line: titles go into mail subjects, where a line end would start a header.</summary>
    public static string Line(string? text) =>
        Seen(string.Join(' ', WellFormed(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>At most so many characters, never half a surrogate pair.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    // Zero-width characters alone are nothing anybody could read or click on.
    static string Seen(string text) =>
        text.All(c => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format) ? "" : text;

    // Marks that make "gpj.exe" read as "exe.jpg"; languages that run to the left need none of them.
    static bool TurnsAround(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // PostgreSQL refuses NUL, normalization throws on half a pair and on U+FFFE, and JSON would replace them unasked.
    internal static string WellFormed(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogatePair(text, i))
                kept.Append(text, i++, 2);
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF')
                kept.Append('\uFFFD');
            else if (text[i] is '\r')
                kept.Append(i + 1 < text.Length && text[i + 1] is '\n' ? "" : "\n");
            else if (text[i] is '\n' or '\t' || !(char.IsControl(text[i]) || TurnsAround(text[i])))
                kept.Append(text[i]);
        return kept.ToString();
    }
}
