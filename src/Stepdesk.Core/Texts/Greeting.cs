using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts;

/// <summary>
/// How a text begins: an opener (<em>Dear</em>, <em>dạ em chào</em>) and whom it greets, or whom it speaks to at once
/// (<em>chị Hà ơi</em>, <em>Ms Lan,</em>).
/// </summary>
public static partial class Greeting
{
    const int Longest = 60;
    const int MostWords = 6;

    // "Dạ em chào": so far in an opener may stand.
    const int LatestOpener = 6;

    /// <summary>
    /// Whether the text greets somebody before it says anything, by name or not: a short line of its own, or a few words
    /// up to a comma. "Gửi chị danh sách lớp." sends something and greets nobody, and what is quoted greets somebody else.
    /// </summary>
    public static bool IsIn(string text)
    {
        var begun = text.TrimStart();
        if (begun.StartsWith('>'))
            return false;
        var line = FirstLine(begun[Politeness(begun)..]).TrimEnd();
        var stop = line.IndexOfAny([',', '!', '.', ':']);
        var greeting = stop > 0 ? line[..stop] : line;
        // Alone on its line it may name everybody; before a comma it is a few words.
        var isShort = stop < 0 || stop == line.Length - 1 || greeting.Split(' ').Length <= MostWords;
        var bare = Sight.Plain(greeting).Bare;
        return isShort
                && greeting.Length <= Longest
                && Opener(bare) is { } opener
                && !(bare[opener.Start..opener.End] is Sending && stop > 0 && line[stop] is '.')
            || IsCall(Sight.Plain(line).Text);
    }

    // Gửi: it may send something.
    const string Sending = "gui";

    /// <summary>
    /// The text without whom it greets, for another reader; the same where that is not sure, or where nothing would be left.
    /// </summary>
    public static string Without(string text)
    {
        var rest = text.TrimStart();
        while (EndOf(rest) is > 0 and var end)
            rest = rest[end..].TrimStart();
        return rest.Length == 0 ? text
            : rest.Length < text.TrimStart().Length ? Begun(rest)
            : text;
    }

    // An address or a name such as iPad is written as it is written.
    static string Begun(string sentence)
    {
        var word = sentence.AsSpan(0, sentence.AsSpan().IndexOfAny(" \n,") is > 0 and var end ? end : sentence.Length);
        foreach (var letter in word)
            if (!char.IsLower(letter))
                return sentence;
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    // Where a greeting ends that greets and says nothing else; 0 where there is none.
    static int EndOf(string text)
    {
        if (!IsIn(text))
            return 0;
        var start = Politeness(text);
        var line = FirstLine(text[start..]);
        var sight = Sight.Plain(line);
        if (sight.Text.Length != line.Length)
            return 0;
        if (IsCall(line.TrimEnd()))
            return start + Called().Match(line).Length;
        var stop = PauseIn(sight.Bare);
        var isAlone = line.AsSpan(stop).Trim().Length == 0 && line.TrimEnd() is [.., ',' or '!'];
        var greeted = TextPatterns.Word().Matches(line[..stop]).Where(w => w.Index >= Opener(sight.Bare)!.Value.End);
        return isAlone || greeted.All(IsSomebody) ? start + stop : 0;

        static bool IsSomebody(Match word) =>
            char.IsUpper(word.Value[0])
            || Fold.Of(word.Value.TrimEnd('.')) is var said
                && (Lexicon.Titles.Contains(said) || Lexicon.Nobody.Contains(said) || Lexicon.Beside.Contains(said));
    }

    // Behind the first mark, but not that of "Mr.".
    static int PauseIn(string line)
    {
        for (var at = 0; at < line.Length; at++)
            if (
                line[at] is ',' or '!' or ':'
                || line[at] is '.' && !Lexicon.Titles.Contains(line[..(at + 1)].Split(' ')[^1])
            )
                return at + 1;
        return line.Length;
    }

    // "Dạ, em chào chị": the greeting begins behind it.
    static int Politeness(string text) => Polite().Match(text).Length;

    /// <summary>Where it greets its reader by name.</summary>
    /// <param name="names">The reader's; without one, any name behind a title.</param>
    internal static (int Start, int End)? ByName(Sight sight, IReadOnlyList<string> names)
    {
        var start = sight.Bare.Length - sight.Bare.AsSpan().TrimStart().Length;
        start += Politeness(sight.Text[start..]);
        var line = FirstLine(sight.Bare[start..]);
        var opener = Opener(line);
        if (opener is null && !IsCall(sight.Text[start..(start + line.Length)]))
            return null;
        var spelt = names.SelectMany(n => n.Split(' ')).Select(Spelling).ToHashSet(StringComparer.Ordinal);
        var bare = names.SelectMany(Fold.Words).ToHashSet(StringComparer.Ordinal);
        var (isTitled, isAddressed, end) = (true, false, opener?.End ?? 0);
        foreach (Match word in TextPatterns.Word().Matches(line))
        {
            if (word.Index < end)
                continue;
            var said = word.Value.TrimEnd('.');
            var pause = line.AsSpan(end, word.Index - end);
            // Behind whom it greets something else begins: "chào anh, mình đang xem" greets nobody called Minh.
            if (pause.IndexOfAny(".!?:;") >= 0 || isAddressed && pause.Contains(','))
                return null;
            var written = sight.Text.Substring(start + word.Index, said.Length).ToLowerInvariant();
            if (written == said ? bare.Contains(said) : spelt.Contains(Spelling(written)))
                return (start, start + line.Length);
            var isName = char.IsUpper(sight.Text[start + word.Index]);
            var isTitle = Lexicon.Titles.Contains(said) || Lexicon.Nobody.Contains(said);
            if (bare.Count == 0 && isTitled && !isTitle && isName && !pause.Contains(','))
                return (start, start + line.Length);
            // "Dear Director Phong", "Hello again Mr Phong".
            if (!isTitle && said is not ("again" or "da" or "vang") && !(bare.Count > 0 && isName))
                return null;
            isTitled = Lexicon.Titles.Contains(said);
            isAddressed = true;
            end = word.Index + (Lexicon.Titles.Contains(word.Value) ? word.Length : said.Length);
        }
        return null;
    }

    // The same whichever vowel has the tone: Hoà, Hòa.
    static string Spelling(string name) =>
        string.Concat(name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Order());

    // An opener stands at the beginning, so it is not looked for in the rest of what may be one long line.
    static (int Start, int End)? Opener(string line) =>
        Phrases.In(line[..Math.Min(line.Length, Longest)], Lexicon.Openers) is { Start: <= LatestOpener } opener
            ? opener
            : null;

    // Who is called speaks of nobody: "chị Hà ơi, lớp ...".
    static bool IsCall(string line) =>
        Called().Match(line) is { Success: true } called
        && (called.Value.TrimEnd(',') is [.., ' ', 'ơ' or 'o', 'i'] || !Told().IsMatch(line));

    static string FirstLine(string text) =>
        text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;

    [GeneratedRegex(
        @"^((?i:dạ vâng|da vang|dạ|da|vâng|vang)( ạ| a)?, ?)?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Polite();

    // A title and a name, and then a pause.
    [GeneratedRegex(
        @"^(dạ |Dạ |Da "
            + @"|da )?((?i:anh|chị|chi|thầy|thay|cô|co|em|bạn|ban|mr\.?|ms\.?|mrs\.?"
            + @"|dr\.?)) (\p{Lu}\p{L}* ?){1,4}((ơi|oi|à|ạ|a|thân mến|than men|kính mến|kinh men) ?)?([,!:.\r]"
            + @"|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Called();

    // Who that is, or who else: the sentence goes on about them.
    [GeneratedRegex(
        @"^[^,\n]{1,60}, ?(who|whose|which|teacher|student|(?i:học viên|học sinh|sinh viên|thí sinh|giáo viên"
            + @"|giảng viên|lớp|phụ huynh|phụ trách|người|bên hỗ trợ|bên kỹ thuật|phòng|hoc vien|giao vien)"
            + @"|(?i:anh|chị|chi|thầy|thay|cô|co|em|bạn|ban|mr\.?|ms\.?|mrs\.?|dr\.?) \p{Lu})",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Told();
}
