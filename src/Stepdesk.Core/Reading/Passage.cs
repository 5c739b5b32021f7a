using System.Runtime.InteropServices;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Reading;

/// <summary>Words that mean something together, or one token that means nothing by itself.</summary>
/// <param name="Token">The first token, with the values of a numeral.</param>
/// <param name="End">Where the last token ends.</param>
/// <param name="Sentence">Which sentence of the passage it stands in, from 0.</param>
/// <param name="Clause">Which clause of the passage: clauses also end at commas.</param>
/// <param name="Depth">Within how many parentheses.</param>
/// <param name="Tongue">How its line is written.</param>
sealed record Item(
    Token Token,
    int End,
    Meanings Meanings,
    int Value,
    int Sentence,
    int Clause,
    int Depth,
    Tongue Tongue
)
{
    public bool Is(Meaning meaning) => Meanings.Has(meaning);

    public bool Is(TokenKind kind) => Token.Kind == kind;

    public int Start => Token.Start;
}

/// <summary>A sentence or a clause: its first and last item, and all it means.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Stretch(int First, int Last, Meanings Meanings)
{
    public bool Has(Meaning meaning) => Meanings.Has(meaning);
}

/// <summary>The subject or the text of a mail, cut into items that readers look at.</summary>
sealed class Passage
{
    Passage(Part part, string text, List<Token> tokens, Language? language)
    {
        (Part, Text, Tokens) = (part, text, tokens);
        Items = [.. Unable([.. Cut(tokens, language)])];
        foreach (var (at, item) in Items.Index())
        {
            Note(sentences, item.Sentence, at, item.Meanings);
            Note(clauses, item.Clause, at, item.Meanings);
        }
    }

    readonly List<Stretch> sentences = [];
    readonly List<Stretch> clauses = [];

    public Part Part { get; }
    public string Text { get; }
    public List<Token> Tokens { get; }
    public IReadOnlyList<Item> Items { get; }

    public static Passage Of(Part part, string text, Language? language)
    {
        // What is longer than the desk keeps is not read further.
        var read = text.Length <= Plain.Longest ? text : text[..Plain.Longest];
        return new(part, text, Reading.Tokens.Of(read), language);
    }

    /// <summary>The item there; one that means nothing outside the passage.</summary>
    public Item this[int at] => at >= 0 && at < Items.Count ? Items[at] : Nothing;

    public Span SpanOf(int first, int last) => new(Part, this[first].Start, this[last].End - this[first].Start, Text);

    /// <summary>Whether some item from the first to the last, both included, has the meaning.</summary>
    public bool Any(int first, int last, Meaning meaning)
    {
        for (var i = Math.Max(0, first); i <= last && i < Items.Count; i++)
            if (Items[i].Is(meaning))
                return true;
        return false;
    }

    /// <summary>The sentence an item stands in.</summary>
    public Stretch SentenceOf(int at) => sentences[this[at].Sentence];

    /// <summary>The sentence of this number; null when there is none.</summary>
    public Stretch? Sentence(int number) => number >= 0 && number < sentences.Count ? sentences[number] : null;

    /// <summary>The clause an item stands in.</summary>
    public Stretch ClauseOf(int at) => clauses[this[at].Clause];

    static void Note(List<Stretch> stretches, int number, int at, Meanings meanings)
    {
        if (number == stretches.Count)
            stretches.Add(new(at, at, meanings));
        else
            stretches[number] = stretches[number] with { Last = at, Meanings = stretches[number].Meanings | meanings };
    }

    IEnumerable<Item> Cut(List<Token> tokens, Language? language)
    {
        var tongues = Tongues.OfLines(tokens, language);
        var (sentence, clause, depth) = (0, 0, 0);
        for (var at = 0; at < tokens.Count; )
        {
            var token = tokens[at];
            var (meanings, value, length) = token.Kind is TokenKind.Word or TokenKind.Mark or TokenKind.Code
                ? Vocabulary.At(tokens, at, tongues[at])
                : default;
            length = Math.Max(1, length);
            var item = new Item(
                token,
                tokens[at + length - 1].End,
                meanings,
                value,
                sentence,
                clause,
                depth,
                tongues[at]
            );
            if (item.Is(Meaning.Closes) && depth > 0)
                depth--;
            yield return item with
            {
                Depth = depth,
            };
            if (item.Is(Meaning.Opens))
                depth++;
            var stops = token.Kind is TokenKind.Break || item.Is(Meaning.Stop) && EndsSentence(tokens, at);
            if (stops)
                (sentence, depth) = (sentence + 1, 0);
            if (stops || item.Is(Meaning.Comma))
                clause++;
            at += length;
        }
    }

    /// <summary>"Không thi được", "chưa nộp bài được": whatever cannot be done is a fault.</summary>
    static List<Item> Unable(List<Item> items)
    {
        for (var at = 0; at + 1 < items.Count; at++)
            if (
                items[at].Token.Bare is "khong" or "ko" or "chua" or "chang"
                && items[at + 1].Token.Bare is not "biet"
                && Enumerable
                    .Range(at + 1, Math.Min(MostVerbs, items.Count - at - 1))
                    .Any(i => IsAble(items[i], items[at]))
            )
                items[at] = items[at] with { Meanings = items[at].Meanings | Meaning.Broken | Meaning.Fault };
        return items;

        static bool IsAble(Item verb, Item not) =>
            verb.Token.Bare is "duoc" or "dc" or "noi" && verb.Clause == not.Clause;
    }

    const int MostVerbs = 4;

    // A point within an abbreviation or a name ends nothing.
    bool EndsSentence(List<Token> tokens, int at) =>
        at + 1 == tokens.Count || !tokens[at + 1].IsStuck || Text[tokens[at].Start] is not '.';

    static readonly Item Nothing = new(new(TokenKind.Break, 0, 0, false), 0, default, 0, -1, -1, 0, Tongue.English);
}
