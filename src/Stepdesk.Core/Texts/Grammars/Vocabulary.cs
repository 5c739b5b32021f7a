using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts.Grammars;

/// <summary>
/// Phrases by their kind, as <c>kind: phrase, phrase</c>, in both languages and with their marks; a line without a kind goes
/// on. No order reaches over a kind with <c>!</c> before it (a denial, a request); one with <c>*</c> is somebody who acts.
/// Those of <c>skip</c> are read as if they were not there. Of two that fit the longer counts, else the first.
/// </summary>
sealed partial class Vocabulary
{
    // The longest phrase in the lists.
    const int MostWords = 6;

    readonly Dictionary<string, char> letters = new(StringComparer.Ordinal);
    readonly Dictionary<string, char> spelt = new(StringComparer.Ordinal);
    readonly Dictionary<string, char> bare = new(StringComparer.Ordinal);
    readonly Dictionary<string, char> bareWords = new(StringComparer.Ordinal);
    readonly StringBuilder stopping = new();
    readonly StringBuilder acting = new();

    /// <summary>Words as they are written down.</summary>
    /// <param name="kinds">No phrase is of two of them.</param>
    /// <param name="shared">Kinds of words of several grammars: those that are of another kind here are left out.</param>
    /// <param name="spans">Kinds that are no words.</param>
    public Vocabulary(string kinds, string shared, IEnumerable<string> spans)
    {
        foreach (var span in spans)
            Add(span);
        foreach (var (phrase, letter) in Read(kinds))
        {
            Know(phrase, letter);
            if (spelt[phrase] != letter)
                throw new ArgumentException($"\"{phrase}\" is of two kinds.", nameof(kinds));
        }
        foreach (var (phrase, letter) in Read(shared))
            Know(phrase, letter);
    }

    IEnumerable<(string Phrase, char Letter)> Read(string kinds)
    {
        var letter = Skipped;
        foreach (var line in kinds.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                letter = Add(line[..colon]);
            foreach (var phrase in WordList.Of(line[(colon + 1)..]))
                yield return (phrase, letter);
        }
    }

    const char Skipped = '\0';

    /// <summary>Kinds no order reaches over.</summary>
    public string Stopping => stopping.ToString();

    /// <summary>Kinds that are somebody who may act.</summary>
    public string Acting => acting.ToString();

    /// <summary>By which letter a kind stands in a row.</summary>
    public char Letter(string kind) =>
        letters.TryGetValue(kind, out var letter)
            ? letter
            : throw new ArgumentException($"No kind of words is called {kind}.", nameof(kind));

    char Add(string kind)
    {
        if (kind is "skip")
            return Skipped;
        if (letters.TryGetValue(kind.TrimStart('!', '*'), out var known))
            return known;
        var letter = (char)('A' + letters.Count);
        letter += letter > 'Z' ? (char)('a' - 'Z' - 1) : (char)0;
        letters.Add(kind.TrimStart('!', '*'), letter);
        if (kind[0] is '!')
            stopping.Append(letter);
        if (kind[0] is '*')
            acting.Append(letter);
        return letter;
    }

    void Know(string phrase, char letter)
    {
        if (phrase.Split(' ').Length > MostWords)
            throw new ArgumentException($"A phrase has at most {MostWords} words.", nameof(phrase));
        spelt.TryAdd(phrase, letter);
        // One word without its marks may be another; several are hardly another phrase.
        (phrase.Contains(' ', StringComparison.Ordinal) ? bare : bareWords).TryAdd(Fold.Of(phrase), letter);
    }

    /// <summary>A sentence as the letters of its phrases, one for each, and a comma for each pause.</summary>
    /// <param name="said">It in lower case and without marks, with single spaces.</param>
    /// <param name="written">The same with its marks.</param>
    public string Row(string said, string written, IReadOnlyList<(int Start, int End, char Kind)> spans)
    {
        var isBare = written == said && !English().IsMatch(said);
        var row = new StringBuilder();
        // Of those that begin at one place the longest.
        var forms = new Queue<(int Start, int End, char Kind)>(
            spans.OrderBy(s => s.Start).ThenByDescending(s => s.End)
        );
        for (var at = 0; at < said.Length; )
        {
            while (forms.TryPeek(out var passed) && passed.Start < at)
                forms.Dequeue();
            if (forms.TryPeek(out var form) && form.Start == at && form.End > at)
            {
                row.Append(form.Kind);
                at = form.End;
            }
            else if (IsLetter(said[at]))
            {
                var (kind, end) = Longest(said, written, isBare, at);
                if (kind is not Skipped)
                    row.Append(kind);
                at = end;
            }
            else
            {
                if (said[at] is ',' or '(' or ')' or '–' or '—')
                    row.Append(',');
                at++;
            }
        }
        return row.ToString();
    }

    (char Kind, int End) Longest(string said, string written, bool isBare, int at)
    {
        var (best, bestEnd, end, first) = ('.', 0, at, 0);
        for (var words = 0; words < MostWords && end < said.Length && IsLetter(said[end]); words++)
        {
            while (end < said.Length && IsLetter(said[end]))
                end++;
            if (words == 0)
                first = end;
            if (Known(said[at..end], written[at..end], isBare) is { } kind)
                (best, bestEnd) = (kind, end);
            if (end < said.Length && said[end] is ' ')
                end++;
        }
        return bestEnd > 0 ? (best, bestEnd) : ('.', first);
    }

    char? Known(string said, string written, bool isBare) =>
        spelt.TryGetValue(written, out var kind)
        || bare.TryGetValue(said, out kind)
        || isBare && bareWords.TryGetValue(said, out kind)
            ? kind
            : null;

    // Words of English sentences that are no Vietnamese ones without their marks: there "can" is no "cần".
    [GeneratedRegex(
        @"\b(i|i'm|you|your|we|our|they|their|is|are|was|were|have|has|will|would|and|of|with|for|from|by|at"
            + @"|this|that|not|please|next|again|until|when|which|while|because)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex English();

    static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || letter is '\'' or '-' or '%' or '/';
}
