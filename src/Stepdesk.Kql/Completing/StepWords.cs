using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Completing;

/// <summary>The words that may follow a value, by the step it stands in.</summary>
internal static class StepWords
{
    private static readonly string[] Comparing =
    [
        .. "and or in in~ !in has !has has_any has_all contains !contains startswith !startswith endswith".Split(' '),
        .. "between matches".Split(' '),
    ];

    private static readonly Dictionary<string, string[]> OfStep = new(StringComparer.Ordinal)
    {
        ["summarize"] = ["by"],
        ["sort"] = ["by", "asc", "desc", "nulls"],
        ["order"] = ["by", "asc", "desc", "nulls"],
        ["top"] = ["by", "asc", "desc", "nulls"],
        ["top-hitters"] = ["of", "by"],
        ["top-nested"] = ["of", "by", "with"],
        ["join"] = ["on"],
        ["lookup"] = ["on"],
        ["make-series"] = ["default", "on", "from", "to", "step", "by"],
        ["mv-expand"] = ["to", "limit"],
        ["mv-apply"] = ["to", "on", "limit"],
        ["parse"] = ["with"],
        ["parse-where"] = ["with"],
        ["sample-distinct"] = ["of"],
        ["render"] = ["with"],
        ["range"] = ["from", "to", "step"],
    };

    public static IEnumerable<string> After(IReadOnlyList<Token> tokens) =>
        StepOf(tokens) is { } step && OfStep.TryGetValue(step, out var words) ? [.. words, .. Comparing] : Comparing;

    // The step that is open where the tokens end; what stands in brackets before it is past.
    private static string? StepOf(IReadOnlyList<Token> tokens)
    {
        var closed = 0;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var token = tokens[i];
            closed += token.Text is ")" or "]" or "}" ? 1 : 0;
            closed -= closed > 0 && token.Text is "(" or "[" or "{" ? 1 : 0;
            if (closed == 0 && (token.Is("|") || i == 0))
            {
                var first = token.Is("|") ? i + 1 : i;
                // The parts of a word with a hyphen are read as one again.
                return tokens[first + 1].Is("-") && tokens[first + 1].Span.Start == tokens[first].Span.End
                    ? $"{tokens[first].Text}-{tokens[first + 2].Text}"
                    : tokens[first].Text;
            }
        }

        return null;
    }
}
