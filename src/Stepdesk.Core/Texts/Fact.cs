using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts;

/// <summary>Something true of a case, and how it may be said: in these words, or as one of these patterns.</summary>
public sealed record Fact
{
    const int LongestPattern = 500;
    readonly string say;
    readonly IReadOnlyList<Regex> mentions;

    /// <summary>A fact as it may be said.</summary>
    /// <param name="say">The plain words; marks and capitals do not matter. Empty where only patterns count.</param>
    /// <param name="mentions">Patterns over the text in lower case and without marks.</param>
    /// <exception cref="ArgumentException">A pattern cannot be read, or would take too long on some text.</exception>
    public Fact(string say, IEnumerable<string>? mentions = null)
    {
        this.say = Fold.Of(Plain.Line(say));
        this.mentions =
        [
            .. (mentions ?? []).Select(m =>
                m.Length <= LongestPattern
                    ? new Regex(m, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
                    : throw new ArgumentException(
                        $"A pattern has at most {LongestPattern} characters.",
                        nameof(mentions)
                    )
            ),
        ];
    }

    /// <summary>A fact as it may be said, by patterns that were read before.</summary>
    /// <param name="mentions">Over the text in lower case and without marks.</param>
    internal Fact(IReadOnlyList<Regex> mentions) => (say, this.mentions) = ("", mentions);

    /// <summary>Where a text says it; null when it does not.</summary>
    internal (int Start, int End)? In(Sight sight) =>
        say.Length > 0 && sight.Find(say) is { } said ? said
        : mentions.Select(m => m.Match(sight.Bare)).FirstOrDefault(m => m is { Success: true, Length: > 0 })
            is { } match
            ? (match.Index, match.Index + match.Length)
        : null;
}
