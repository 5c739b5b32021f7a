using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Texts.Grammars;

/// <summary>
/// What a sentence does, by kinds of words and the orders in which they stand. It is written as it is read:
/// <c>we ~ tell .. when</c> is one of us who tells and a time behind it. Words of no kind may stand where there are dots.
/// </summary>
sealed partial class Grammar
{
    const char Unknown = '.';
    const char Pause = ',';
    const char Quoted = '"';

    readonly Vocabulary vocabulary;
    readonly Regex orders;
    readonly Regex? others;
    readonly IReadOnlyList<(char Kind, Func<Regex> Read)> spans;

    /// <summary>A grammar as it is written down.</summary>
    /// <param name="kinds">Lines of <c>kind: phrase, phrase</c>; see <see cref="Vocabulary"/>.</param>
    /// <param name="orders">
    /// A line for each order of kinds: <c>a?</c> may be missing, <c>a|b</c> is either. <c>..</c> are a few words, <c>...</c>
    /// also over a comma, and <c>~</c> none of them a person who might be the one who acts. <c>^</c> is where a clause begins
    /// and <c>$</c> where it ends. What a line with <c>-</c> before it finds is something else, and is not looked at.
    /// </param>
    /// <param name="shared">Kinds of words of several grammars; what a word is in this one comes before it.</param>
    /// <param name="spans">Kinds that are forms and no words, over text in lower case and without marks.</param>
    public Grammar(string kinds, string orders, string shared = "", params (string Kind, Func<Regex> Read)[] spans)
    {
        vocabulary = new(kinds, shared, spans.Select(s => s.Kind));
        this.spans = [.. spans.Select(s => (vocabulary.Letter(s.Kind), s.Read))];
        var lines = orders.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        this.orders = AnyOf(lines.Where(l => l[0] is not '-'))!;
        others = AnyOf(lines.Where(l => l[0] is '-').Select(l => l[1..]));
    }

    /// <summary>Whether the sentence does it.</summary>
    public bool IsIn(Sight sight, Clause sentence)
    {
        // A line that was broken, or two spaces, part no phrase.
        var said = Spaces().Replace(sentence.Said, " ").Replace('’', '\'');
        var written = Spaces().Replace(sight.Text[sentence.Start..sentence.End].ToLowerInvariant(), " ");
        var row = vocabulary.Row(said, written.Replace('’', '\''), Spans(said));
        if (others is not null)
            row = others.Replace(row, found => new string(Unknown, found.Length));
        return orders.IsMatch(row);
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    List<(int Start, int End, char Kind)> Spans(string said) =>
        [
            .. spans.SelectMany(s => s.Read().Matches(said).Select(m => (m.Index, m.Index + m.Length, s.Kind))),
            .. TextPatterns.Quoted().Matches(said).Select(m => (m.Index, m.Index + m.Length, Quoted)),
        ];

    Regex? AnyOf(IEnumerable<string> lines) =>
        lines.Select(Order).ToList() is { Count: > 0 } all
            ? new(
                string.Join('|', all),
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
            )
            : null;

    string Order(string line) => string.Concat(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part));

    string Part(string part) =>
        part switch
        {
            "^" => $"(^|{Pause})[{Unknown}]{{0,2}}",
            "$" => $"[{Unknown}]{{0,2}}($|{Pause})",
            ".." => $"[^{Pause}{Quoted}{vocabulary.Stopping}]{{0,12}}",
            "..." => $"[^{Quoted}{vocabulary.Stopping}]{{0,20}}",
            "~" => $"[^{Pause}{Quoted}{vocabulary.Stopping}{vocabulary.Acting}]{{0,10}}",
            ",?" => $"{Pause}?",
            [.. var kind, '?'] => $"{Kinds(kind)}?",
            _ => Kinds(part),
        };

    string Kinds(string part) => $"[{string.Concat(part.Split('|').Select(vocabulary.Letter))}]";
}
