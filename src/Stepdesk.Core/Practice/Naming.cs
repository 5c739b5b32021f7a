using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Practice;

/// <summary>
/// Whether words are somebody's name. Without marks a name is many another word: who signs as Gia Hân extends nothing, and
/// to extend is gia hạn.
/// </summary>
static class Naming
{
    public static bool IsName(string source, Excerpt words)
    {
        var parts = words.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0
            && Array.TrueForAll(parts, IsProper)
            && (IsIntroduced(source, words.Offset) || (parts.Length > 1 && IsSignature(source, words)));
    }

    static bool IsProper(string word) => char.IsUpper(word[0]) && word.Skip(1).All(l => !char.IsUpper(l));

    // Behind a family name, or behind who somebody is: "Lý Gia Hân", "em là Gia Hân", "I am Gia Hân".
    static bool IsIntroduced(string source, int at)
    {
        var from = at;
        while (from > 0 && source[from - 1] is not '\n' && !FoldedText.EndsSentence(source, from - 1))
            from--;
        var before = source[from..at].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return before is [.., var last]
            && (
                (IsProper(last) && (NameWords.Families.Contains(last) || NameWords.Bare.Contains(last)))
                || (before is [.., var who, _] && (who, last) is (_, "là" or "la" or "am" or "is") && IsSomebody(who))
            );
    }

    static bool IsSomebody(string word) =>
        NameWords.Titles.Contains(Words.Fold.Of(word))
        || Words.Fold.Of(word) is "i" or "name" or "ten" or "toi" or "minh";

    // The last line of several, with nothing but names and what somebody is: "Gia Hân, support".
    static bool IsSignature(string source, Excerpt words)
    {
        var (start, end) = (words.Offset, words.Offset + words.Text.Length);
        var above = source.AsSpan(0, start).TrimEnd(' ');
        return above.EndsWith("\n")
            && !above.TrimEnd().EndsWith(":")
            && !source.AsSpan(end).Trim().Contains('\n')
            && source.AsSpan(end).TrimStart(' ') is var rest
            && (rest.Trim().IsEmpty || rest[0] is ',' or '-' or '–' or '(' or '.');
    }
}
