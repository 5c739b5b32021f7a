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
    /// up to a comma. "Gửi chị danh sách lớp" sends something and greets nobody.
    /// </summary>
    public static bool IsIn(string text)
    {
        var line = FirstLine(text.TrimStart()).TrimEnd();
        var stop = line.IndexOfAny([',', '!', '.', ':']);
        var greeting = stop > 0 ? line[..stop] : line;
        // Alone on its line it may name everybody; before a comma it is a few words.
        var isShort = stop < 0 || stop == line.Length - 1 || greeting.Split(' ').Length <= MostWords;
        return isShort && greeting.Length <= Longest && Opener(Sight.Plain(greeting).Bare) is not null
            || Called().IsMatch(Sight.Plain(line).Text);
    }

    /// <summary>Where it greets its reader by name.</summary>
    /// <param name="names">The reader's; without one, any name behind a title.</param>
    internal static (int Start, int End)? ByName(Sight sight, IReadOnlyList<string> names)
    {
        var start = sight.Bare.Length - sight.Bare.AsSpan().TrimStart().Length;
        var line = FirstLine(sight.Bare[start..]);
        var isCalled = Called().IsMatch(sight.Text[start..(start + line.Length)]);
        if (Opener(line) is not { } opener && !isCalled)
            return null;
        var known = names.SelectMany(Fold.Words).ToHashSet(StringComparer.Ordinal);
        var isTitled = true;
        foreach (Match word in TextPatterns.Word().Matches(line))
        {
            var said = word.Value.TrimEnd('.');
            if (Opener(line) is { } first && word.Index < first.End)
                continue;
            if (known.Contains(said))
                return (start, start + line.Length);
            var isTitle = Lexicon.Titles.Contains(said) || Lexicon.Nobody.Contains(said);
            if (known.Count == 0 && isTitled && !isTitle && char.IsUpper(sight.Text[start + word.Index]))
                return (start, start + line.Length);
            if (!isTitle)
                return null;
            isTitled = Lexicon.Titles.Contains(said);
        }
        return null;
    }

    static (int Start, int End)? Opener(string line) =>
        Phrases.In(line, Lexicon.Openers) is { Start: <= LatestOpener } opener ? opener : null;

    static string FirstLine(string text) =>
        text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;

    // A title and a name, and then a pause.
    [GeneratedRegex(
        @"^(dạ |Dạ |Da "
            + @"|da )?((?i:anh|chị|chi|thầy|thay|cô|co|em|bạn|ban|mr\.?|ms\.?|mrs\.?"
            + @"|dr\.?)) (\p{Lu}\p{L}* ?){1,4}((ơi|oi|à|ạ|a|thân mến|than men|kính mến|kinh men) ?)?([,!:\r]"
            + @"|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Called();
}
