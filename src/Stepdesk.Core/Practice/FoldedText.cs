using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice;

/// <summary>
/// A text as it is searched, lower case and without marks, that still knows where each letter stood, so that a page can
/// mark the words something was read from.
/// </summary>
public sealed class FoldedText
{
    readonly List<int> origins;

    FoldedText(string source, string folded, List<int> origins) =>
        (Source, Folded, this.origins) = (source, folded, origins);

    public string Source { get; }

    public string Folded { get; }

    public static FoldedText Of(string text)
    {
        var (folded, origins) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var at = 0; at < text.Length; at++)
            foreach (var letter in Parts(text[at]))
                if (!IsMark(letter))
                {
                    // A line breaks wherever it is full, and an author writes a space.
                    folded.Append(
                        letter is 'đ' or 'Đ' ? 'd'
                        : char.IsWhiteSpace(letter) ? ' '
                        : char.ToLowerInvariant(letter)
                    );
                    origins.Add(at);
                }
        return new(text, folded.ToString(), origins);
    }

    /// <summary>The same text in which something is written otherwise, and still stands where it stood.</summary>
    internal FoldedText Rewritten(Regex what, Func<string, string> how)
    {
        var (folded, from, done) = (new StringBuilder(Folded.Length), new List<int>(origins.Count), 0);
        foreach (Match match in what.Matches(Folded))
        {
            Keep(match.Index);
            var said = how(match.Value);
            folded.Append(said);
            from.AddRange(Enumerable.Repeat(origins[match.Index], said.Length));
            done = match.Index + match.Length;
        }
        Keep(Folded.Length);
        return new(Source, folded.ToString(), from);

        void Keep(int end)
        {
            folded.Append(Folded, done, end - done);
            from.AddRange(origins[done..end]);
        }
    }

    /// <summary>The letter of the original that stands here.</summary>
    internal char Written(int at) => Source[origins[at]];

    /// <summary>The words of the original that a match in the folded text stands for.</summary>
    public Excerpt Excerpt(Capture match) => Excerpt(match.Index, match.Length);

    internal Excerpt Excerpt(int at, int length)
    {
        var start = at < origins.Count ? origins[at] : Source.Length;
        var end = at + length;
        return new(start, Source[start..(end < origins.Count ? origins[end] : Source.Length)]);
    }

    /// <summary>A word as it is spelt in the original, whichever way its marks are stored.</summary>
    internal string Spelt(int at, int length) => Excerpt(at, length).Text.Normalize(NormalizationForm.FormC);

    /// <summary>Whether any letter of the original has a mark.</summary>
    internal bool HasMarks => Source.Any(l => !char.IsAscii(l) && (char.IsLetter(l) || IsMark(l)));

    static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    /// <summary>Whether the words stand in a question: who asks states nothing.</summary>
    public bool IsAsked(Excerpt words)
    {
        for (var at = words.Offset + words.Text.Length; at < Source.Length; at++)
            if (EndsSentence(Source, at))
                return Source[at] is '?';
        return false;
    }

    /// <summary>The questions in it, by their marks.</summary>
    internal IEnumerable<FoldedText> Questions()
    {
        for (var (from, at) = (0, 0); at < Source.Length; at++)
            if (EndsSentence(Source, at))
            {
                if (Source[at] is '?')
                    yield return Of(Source[from..(at + 1)]);
                from = at + 1;
            }
    }

    /// <summary>The sentence the words stand in; a line that breaks where it is full ends none.</summary>
    internal string SentenceOf(Excerpt words)
    {
        var (from, to) = (words.Offset, words.Offset + words.Text.Length);
        while (from > 0 && !Ends(from - 1))
            from--;
        while (to < Source.Length && !Ends(to))
            to++;
        return Source[from..to];

        bool Ends(int at) =>
            Source[at] is ';'
            || (
                EndsSentence(Source, at)
                && !(Source[at] is '\n' && at + 1 < Source.Length && char.IsLower(Source[at + 1]))
            );
    }

    /// <summary>Whether a sentence ends at this letter. A point within a number or a name ends nothing.</summary>
    public static bool EndsSentence(string text, int at) =>
        text[at] is '\n' or '!' or '?' || text[at] is '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    // Half a surrogate pair cannot be normalised and has no marks.
    static string Parts(char letter) =>
        char.IsAscii(letter) || char.IsSurrogate(letter)
            ? letter.ToString()
            : letter.ToString().Normalize(NormalizationForm.FormD);
}

/// <summary>Words of a message, and how many characters (UTF-16) stand before them.</summary>
public sealed record Excerpt(int Offset, string Text)
{
    public bool Overlaps(Excerpt other) =>
        Offset < other.Offset + other.Text.Length && other.Offset < Offset + Text.Length;
}
