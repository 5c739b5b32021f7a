using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Somebody who can be meant by a name after an @.</summary>
public sealed record Colleague(int Id, string Name, string Email);

/// <summary>
/// Who is meant by <c>@An</c>, <c>@Trần Minh An</c> or <c>@an.tran</c> in a note. An address, or the part of it before its
/// own @, goes first; else as many words of a name as were written. Case and marks do not count. Who fits nobody's name
/// means nobody; who fits several is asked back, so that no notice goes astray.
/// </summary>
/// <param name="People">Who is meant, each once, in the order of the text.</param>
/// <param name="Unclear">What was written that several could be meant by; null where all is clear.</param>
/// <param name="Could">Who could be meant by it.</param>
public sealed record Mentions(IReadOnlyList<int> People, string? Unclear, IReadOnlyList<Colleague> Could)
{
    /// <summary>Whoever mentions more people tells nobody anything.</summary>
    public const int Most = 50;

    // No name is longer, and a text may be very long.
    const int MostWords = 8;

    public static Mentions Read(string text, IReadOnlyList<Colleague> among)
    {
        var people = new List<int>();
        var known = among.Select(c => new Known(c)).ToList();
        for (var at = text.IndexOf('@'); at >= 0 && people.Count < Most; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && IsOfAddress(text[at - 1]))
                continue;
            var said = text.AsSpan(at + 1, Math.Min(text.Length - at - 1, 254));
            var meant = ByAddress(said, known) is { Count: > 0 } addressed ? addressed : ByName(said, known);
            if (meant.Count > 1)
                return new(people, $"@{Written(said)}", [.. meant.Select(k => k.Of)]);
            if (meant is [var one] && !people.Contains(one.Of.Id))
                people.Add(one.Of.Id);
        }
        return new(people, null, []);
    }

    static List<Known> ByAddress(ReadOnlySpan<char> said, List<Known> known)
    {
        var end = 0;
        while (end < said.Length && (IsOfAddress(said[end]) || said[end] is '@'))
            end++;
        // The full stop is the sentence's.
        var address = said[..end].TrimEnd(".-_@").ToString().ToLowerInvariant();
        return address is "" ? []
            : known.FindAll(k => k.Address == address) is { Count: > 0 } whole ? whole
            : known.FindAll(k => k.Local == address);
    }

    // Whoever fits the most words; among those, whose whole name it is.
    static List<Known> ByName(ReadOnlySpan<char> said, List<Known> known)
    {
        var words = WordsOf(said);
        var best = known.Select(k => (Known: k, Fits: k.Fits(words))).Where(k => k.Fits > 0).ToList();
        if (best.Count == 0)
            return [];
        var most = best.Max(k => k.Fits);
        var fitting = best.FindAll(k => k.Fits == most).ConvertAll(k => k.Known);
        return fitting.FindAll(k => k.Words.Count == most) is { Count: > 0 } whole ? whole : fitting;
    }

    // The words right after the sign, one space between them.
    static List<string> WordsOf(ReadOnlySpan<char> said)
    {
        var words = new List<string>();
        var from = 0;
        for (var i = 0; i <= said.Length && words.Count < MostWords; i++)
        {
            if (i < said.Length && IsOfName(said[i]))
                continue;
            if (i == from)
                break;
            words.Add(Fold.Of(said[from..i].ToString()));
            if (i == said.Length || said[i] is not ' ')
                break;
            from = i + 1;
        }
        return words;
    }

    static string Written(ReadOnlySpan<char> said)
    {
        var end = 0;
        while (end < said.Length && (IsOfName(said[end]) || IsOfAddress(said[end])))
            end++;
        return said[..end].TrimEnd('.').ToString();
    }

    // Marks that stand by themselves are part of the letter before them.
    static bool IsOfName(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    static bool IsOfAddress(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '%';

    sealed class Known(Colleague of)
    {
        public Colleague Of => of;
        public string Address { get; } = of.Email.ToLowerInvariant();
        public string Local { get; } = of.Email.ToLowerInvariant().Split('@')[0];
        public List<string> Words { get; } = [.. Fold.Words(of.Name)];

        // How many of the words stand in the name, beside each other and in order, from the first of them on.
        public int Fits(List<string> said)
        {
            var most = 0;
            for (var from = 0; from < Words.Count; from++)
            {
                var fits = 0;
                while (fits < said.Count && from + fits < Words.Count && Words[from + fits] == said[fits])
                    fits++;
                most = Math.Max(most, fits);
            }
            return most;
        }
    }
}
