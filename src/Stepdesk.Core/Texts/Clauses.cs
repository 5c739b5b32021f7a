using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Texts;

/// <summary>A part of a text that says one thing.</summary>
/// <param name="Said">In lower case and without marks.</param>
sealed record Clause(int Start, int End, string Said, bool IsQuestion)
{
    public bool Says(IReadOnlyList<string> phrases) => Phrases.In(Said, phrases) is not null;
}

static class Clauses
{
    static readonly string[] Joints =
    [
        " va ",
        " roi ",
        " sau do ",
        " nhung ",
        " con ",
        " dong thoi ",
        " and ",
        " then ",
        " but ",
        " while ",
        " so ",
    ];

    /// <summary>
    /// The sentences of a text: they end with a mark or a line, but not within a number or an address. A line that is full
    /// goes on in the next one, unless that begins with a capital or a mark.
    /// </summary>
    public static IEnumerable<Clause> Sentences(Sight sight) =>
        Parts(sight, 0, sight.Bare.Length, (text, at) => IsStop(text, at) && !IsWrapped(sight.Text, at));

    // Mail programs break lines behind some 70 characters.
    const int FullLine = 60;

    static bool IsWrapped(string text, int at) =>
        text[at] is '\n' or '\r'
        && (text[at] is '\r' && at + 1 < text.Length && text[at + 1] is '\n' ? at + 2 : at + 1) is var next
        && next < text.Length
        && char.IsLower(text[next])
        && at >= FullLine
        && !text.AsSpan(at - FullLine, FullLine).Contains('\n');

    /// <summary>The clauses of a sentence: they also end at commas and where another begins.</summary>
    public static IEnumerable<Clause> Of(Sight sight, Clause sentence)
    {
        foreach (var part in Parts(sight, sentence.Start, sentence.End, IsPause))
        {
            var from = 0;
            foreach (var joint in JointsIn(part.Said.Replace(Whole, WholeMarked, StringComparison.Ordinal)))
            {
                yield return new(part.Start + from, part.Start + joint, part.Said[from..joint], sentence.IsQuestion);
                from = joint + 1;
            }
            yield return new(part.Start + from, part.End, part.Said[from..], sentence.IsQuestion);
        }
    }

    // Every place is looked at once, however many there are: a clause holds more than the space before a joint.
    static IEnumerable<int> JointsIn(string said)
    {
        var from = 0;
        for (var at = said.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = Next(at))
            if (at > from && Array.Exists(Joints, j => string.CompareOrdinal(said, at, j, 0, j.Length) == 0))
            {
                yield return at;
                from = at + 1;
            }

        int Next(int at) => said.IndexOf(' ', at + 1);
    }

    // Its "and" joins no two clauses.
    const string Whole = "up and running";
    const string WholeMarked = "up_and_running";

    static IEnumerable<Clause> Parts(Sight sight, int from, int to, Func<string, int, bool> ends)
    {
        var text = sight.Bare;
        for (var at = from; at < to; at++)
        {
            if (!ends(text, at) && at + 1 < to)
                continue;
            var end = ends(text, at) ? at : at + 1;
            if (text.AsSpan(from, end - from).Trim().Length > 0)
                yield return new(from, end, text[from..end], at < text.Length && text[at] is '?');
            from = at + 1;
        }
    }

    static bool IsStop(string text, int at) =>
        text[at] is '\n' or '\r' or '!' or '?' or ';'
        || text[at] is '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    static bool IsPause(string text, int at) =>
        text[at] is ',' or '(' or ')' or '–' or '—' && (at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]));
}

static class Phrases
{
    /// <summary>Where the first of the phrases stands as words of its own; one that ends in * may go on.</summary>
    public static (int Start, int End)? In(string bare, IReadOnlyList<string> phrases)
    {
        (int Start, int End)? first = null;
        foreach (var phrase in phrases)
            if (Find(bare, phrase) is { } found && !(first?.Start <= found.Start))
                first = found;
        return first;
    }

    /// <summary>How many different ones there are.</summary>
    public static List<(int Start, int End)> All(string bare, IReadOnlyList<string> phrases) =>
        [.. phrases.Select(p => Find(bare, p)).OfType<(int, int)>()];

    /// <summary>Where the words stand in a text.</summary>
    public static (int Start, int End)? Find(this Sight sight, string phrase) => Find(sight.Bare, phrase);

    static (int Start, int End)? Find(string bare, string phrase)
    {
        var (words, isOpen) = phrase.EndsWith('*') ? (phrase[..^1], true) : (phrase, false);
        for (var at = 0; bare.IndexOf(words, at, StringComparison.Ordinal) is >= 0 and var found; at = found + 1)
            if (
                (found == 0 || !char.IsLetterOrDigit(bare[found - 1]) || !char.IsLetterOrDigit(words[0]))
                && (isOpen || found + words.Length == bare.Length || !char.IsLetterOrDigit(bare[found + words.Length]))
            )
                return (found, found + words.Length);
        return null;
    }
}
