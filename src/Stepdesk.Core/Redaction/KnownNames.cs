using System.Text;

namespace Stepdesk.Core.Redaction;

/// <summary>
/// Where a name stands that is known. A word is the name's when its marks are the name's or it is written without any:
/// Hân is no hạn. Of a name of one word, which most often is an ordinary word too, what stands around it decides.
/// </summary>
static class KnownNames
{
    public static IEnumerable<Find> In(Sight sight, string known)
    {
        var name = known.Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bare = string.Join(' ', name.Select(Words.Fold.Of));
        if (bare.Length < 2 || bare[0] is ' ')
            yield break;
        for (
            var at = 0;
            sight.Bare.IndexOf(Words.Fold.Of(name[0]), at, StringComparison.Ordinal) is >= 0 and var found;
            at = found + 1
        )
            if (
                EndOf(sight, found, name) is { } end
                && sight.IsWhole(found, end)
                && (name.Length > 1 ? IsWritten(sight, found, end, name) : IsOne(sight, found, end, name[0]))
            )
                yield return new(Sensitive.Name, found, end, bare);
    }

    // The words one after the other; an address or an account has other signs between them, or none.
    static int? EndOf(Sight sight, int start, string[] name)
    {
        var at = start;
        foreach (var word in name)
        {
            var bare = Words.Fold.Of(word);
            if (at > start && at < sight.Text.Length && sight.Text[at] is ' ' or '.' or '_' or '-')
                at++;
            if (string.CompareOrdinal(sight.Bare, at, bare, 0, bare.Length) != 0)
                return null;
            var said = sight.Text.Substring(at, bare.Length);
            if (HasMarks(said) && MarksOf(said) != MarksOf(word) && (name.Length == 1 || HasMarks(word)))
                return null;
            at += bare.Length;
        }
        return at;
    }

    // In small letters and without marks two words are found in many a sentence, three are not.
    static bool IsWritten(Sight sight, int start, int end, string[] name)
    {
        var said = sight.Text[start..end];
        return name.Length > 2
            || (HasMarks(said) && name.Any(HasMarks))
            || (char.IsUpper(said[0]) && said.Skip(1).Any(char.IsUpper))
            || said.AsSpan().ContainsAny("._-");
    }

    static bool IsOne(Sight sight, int start, int end, string name)
    {
        var said = sight.Text[start..end];
        if (IsInCode(sight.Text, start, end))
            return false;
        var (before, after) = (WordBefore(sight.Text, start), WordAfter(sight.Text, end));
        if (!char.IsUpper(said[0]))
            return IsTitled(sight, start, end, before, after);
        if (IsTitle(before))
            return true;
        if (IsCompound(said, after) || IsCompound(before, said))
            return false;
        if (NameWords.Greetings.Contains(Words.Fold.Of(before)))
            return true;
        var isCapitals = said.Length > 1 && said.All(char.IsUpper) && !HasMarks(said);
        return IsFirst(sight.Text, start) ? Begins(sight.Text, end, said, name, isCapitals, after) : !isCapitals;
    }

    // What begins a sentence is written large in any case.
    static bool Begins(string text, int end, string said, string name, bool isCapitals, string after)
    {
        var (bare, next) = (Words.Fold.Of(said), Words.Fold.Of(after));
        if (NameWords.Does.Contains(next) || (IsAlone(text, end) && !isCapitals))
            return true;
        return next.Length > 0
            && !isCapitals
            && MarksOf(said) == MarksOf(name)
            && !NameWords.Pronouns.Contains(bare)
            && (HasMarks(said) || !NameWords.Ambiguous.Contains(bare) || NameWords.Acts.Contains(next));
    }

    // "Lan (WEB102)" and "Lan - WEB102" are about her; "Lan 2" is the second time, written without marks.
    static bool IsAlone(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ');
        return rest.IsEmpty || !char.IsLetterOrDigit(rest[0]);
    }

    // In small letters behind a title, which without its marks is many another word: "chỉ mai", "thấy minh", "có an".
    static bool IsTitled(Sight sight, int start, int end, string before, string after)
    {
        var (said, title) = (sight.Text[start..end], before.ToLowerInvariant());
        var (bare, next) = (Words.Fold.Of(said), Words.Fold.Of(after));
        if (!NameWords.Spoken.Contains(title) && !NameWords.BareTitles.Contains(title))
            return false;
        if (IsCompound(said, after) || IsSeveral(sight.Bare, start, before))
            return false;
        if (NameWords.Verbs.Contains(said.ToLowerInvariant()))
            return next is "oi";
        return NameWords.Spoken.Contains(title)
            ? bare is not "mai" || !NameWords.BehindTomorrow.Contains(next)
            : IsAlone(sight.Text, end) || NameWords.Does.Contains(next);
    }

    // "các bạn nam" are boys.
    static bool IsSeveral(string bare, int start, string title) =>
        NameWords.Several.Contains(
            WordBefore(bare, bare.LastIndexOf(Words.Fold.Of(title), start, StringComparison.Ordinal))
        );

    // "có Hà Nội" and "thấy Trang chủ" speak of nobody.
    static bool IsTitle(string before) =>
        NameWords.Spoken.Contains(before.ToLowerInvariant())
        || (!HasMarks(before) && NameWords.Titles.Contains(before.ToLowerInvariant()));

    static bool IsCompound(string first, string second) =>
        NameWords.Compounds.Contains($"{first} {second}".ToLowerInvariant());

    // HAN-EDGE-02 is a machine: letters joined by hyphens with a digit or capitals among them.
    static bool IsInCode(string text, int start, int end)
    {
        var (from, to) = (start, end);
        while (from > 0 && IsCode(text[from - 1]))
            from--;
        while (to < text.Length && IsCode(text[to]))
            to++;
        var whole = text.AsSpan(from, to - from);
        return to - from > end - start
            && (whole.ContainsAnyInRange('0', '9') || whole.Contains('_') || !whole.ToString().Any(char.IsLower));
    }

    static bool IsCode(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';

    // "Mr. An" is one; what a sentence ends with says nothing about the next.
    static string WordBefore(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(" *");
        if (before.EndsWith("r.") || before.EndsWith("s."))
            before = before[..^1];
        if (before.Length == start)
            return "";
        var from = before.Length;
        while (from > 0 && char.IsLetter(before[from - 1]))
            from--;
        return before[from..].ToString();
    }

    static string WordAfter(string text, int end)
    {
        if (end >= text.Length || text[end] is not ' ')
            return "";
        var to = end + 1;
        while (to < text.Length && char.IsLetter(text[to]))
            to++;
        return text[(end + 1)..to];
    }

    static bool IsFirst(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(" \t\"'*-•(–[“");
        return before.IsEmpty || ".!?:;…\n\r>)]".Contains(before[^1]);
    }

    static bool HasMarks(string word) => MarksOf(word).Length > 0;

    // Which marks, wherever they stand: Thuý and Thúy are one name.
    static string MarksOf(string word) =>
        string.Concat(
            word.ToLowerInvariant()
                .Replace('đ', '\u0335')
                .Normalize(NormalizationForm.FormD)
                .Where(c => c is > '\u02ff' and < '\u0370')
                .Order()
        );
}
