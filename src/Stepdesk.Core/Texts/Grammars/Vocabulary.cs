using System.Text;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts.Grammars;

/// <summary>
/// Phrases by their kind, as <c>kind: phrase, phrase</c>, in both languages and with their marks; a line without a kind goes
/// on. No order reaches over a kind with <c>!</c> before it (a denial, a request); one with <c>*</c> is somebody who acts.
/// Those of <c>skip</c> are read as if they were not there. Of two that fit the longer counts, else the first.
/// </summary>
sealed class Vocabulary
{
    // The longest phrase in the lists.
    const int MostWords = 6;

    readonly Dictionary<string, char> letters = new(StringComparer.Ordinal);
    readonly Dictionary<string, char> spelt = new(StringComparer.Ordinal);
    readonly Dictionary<string, char> bare = new(StringComparer.Ordinal);
    readonly Dictionary<string, char> bareWords = new(StringComparer.Ordinal);
    readonly StringBuilder stopping = new();
    readonly StringBuilder acting = new();

    public Vocabulary(string kinds, IEnumerable<string> spans)
    {
        foreach (var span in spans)
            Add(span);
        var letter = Skipped;
        foreach (var line in kinds.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                letter = Add(line[..colon]);
            foreach (var phrase in WordList.Of(line[(colon + 1)..]))
                Know(phrase, letter);
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
    public string Row(Sight sight, Clause sentence, IReadOnlyList<(int Start, int End, char Kind)> spans)
    {
        var said = sentence.Said.Replace('’', '\'');
        var written = sight.Text[sentence.Start..sentence.End].ToLowerInvariant().Replace('’', '\'');
        var hasMarks = written != said;
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
                var (kind, end) = Longest(said, written, hasMarks, at);
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

    (char Kind, int End) Longest(string said, string written, bool hasMarks, int at)
    {
        var (best, bestEnd, end, first) = ('.', 0, at, 0);
        for (var words = 0; words < MostWords && end < said.Length && IsLetter(said[end]); words++)
        {
            while (end < said.Length && IsLetter(said[end]))
                end++;
            if (words == 0)
                first = end;
            if (Known(said[at..end], written[at..end], hasMarks) is { } kind)
                (best, bestEnd) = (kind, end);
            if (end < said.Length && said[end] is ' ')
                end++;
        }
        return bestEnd > 0 ? (best, bestEnd) : ('.', first);
    }

    char? Known(string said, string written, bool hasMarks) =>
        spelt.TryGetValue(written, out var kind)
        || bare.TryGetValue(said, out kind)
        || !hasMarks && bareWords.TryGetValue(said, out kind)
            ? kind
            : null;

    static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || letter is '\'' or '-' or '%' or '/';
}
