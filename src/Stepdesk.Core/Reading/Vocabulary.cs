using System.Collections.Frozen;

namespace Stepdesk.Core.Reading;

/// <summary>Every phrase the readers know. The longest that fits is meant; of equally long ones an exact fit.</summary>
static class Vocabulary
{
    static readonly FrozenDictionary<string, Phrase[]> Phrases = NumberWords
        .All.Concat(PeopleWords.All)
        .Concat(TroubleWords.All)
        .Concat(RequestWords.All)
        .Concat(TimeWords.All)
        .Concat(ZoneWords.All)
        .GroupBy(p => (p.Language, p.Text))
        .Select(said => new Phrase(
            said.Key.Language,
            said.Key.Text,
            said.Aggregate(new Meanings(), (all, p) => all | p.Meanings),
            said.Max(p => p.Value)
        ))
        .GroupBy(p => p.Key)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray());

    /// <summary>What the words from here on mean together, and how many they are; 0 when they are not known.</summary>
    public static (Meanings Meanings, int Value, int Length) At(List<Token> tokens, int at, Tongue tongue)
    {
        if (!Phrases.TryGetValue(tokens[at].Bare, out var phrases))
            return default;
        var (best, meanings, value, length) = (Fit.None, new Meanings(), 0, 0);
        foreach (var phrase in phrases)
        {
            if (phrase.Length < length)
                break;
            var fit = phrase.FitOf(tokens, at, tongue);
            if (fit is Fit.None || fit < best)
                continue;
            (meanings, value) =
                fit > best
                    ? (phrase.Meanings, phrase.Value)
                    : (meanings | phrase.Meanings, Math.Max(value, phrase.Value));
            (best, length) = (fit, phrase.Length);
        }
        return (meanings, value, length);
    }
}
