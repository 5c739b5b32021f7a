using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Texts;

/// <summary>
/// Something is to be mended or delivered by a time. When the reader hears next is another matter, and so is what was done,
/// what is not promised and what happens if it is not. Who looks, asks, watches or tells by a time promises just that.
/// </summary>
static class FixPromises
{
    public static (int, int)? In(Sight sight, IEnumerable<Clause> sentences)
    {
        var isSolved = Phrases.In(sight.Bare, Lexicon.Solved) is not null;
        foreach (var sentence in sentences.Where(s => !s.IsQuestion))
        {
            var (isDenied, isConditional) = (false, false);
            foreach (var clause in Clauses.Of(sight, sentence))
            {
                isDenied |= !clause.Says(Lexicon.Comfort) && clause.Says(Lexicon.Denied) || clause.Says(Lexicon.Bygone);
                isConditional |= Phrases.In(clause.Said.TrimStart(), Lexicon.Conditional) is { Start: 0 };
                if (!isDenied && !isConditional && IsPromise(Plainly(clause.Said), isSolved))
                    return (clause.Start, clause.End);
            }
        }
        return null;
    }

    static bool IsPromise(string said, bool isSolved) =>
        PromisePatterns.Result().Match(said) is { Success: true } result
        && HasTime(said)
        && (PromisePatterns.Ahead().IsMatch(said) || !isSolved && PromisePatterns.Restart().IsMatch(said))
        && !IsAbout(said, Lexicon.Contact, Lexicon.Looking, Lexicon.Usual, Lexicon.Meanwhile, Lexicon.Asked)
        && (!IsAbout(said, Lexicon.Papers) || IsAbout(said, Lexicon.Features))
        && !IsPast(said, result.Index);

    static bool IsAbout(string said, params ReadOnlySpan<IReadOnlyList<string>> lists)
    {
        foreach (var phrases in lists)
            if (Phrases.In(said, phrases) is not null)
                return true;
        return false;
    }

    // Without what only names a fix, what comes after one, and the hours of something else.
    static string Plainly(string said)
    {
        // "Đảm bảo" holds a "báo", and what a feature sends is no news of ours.
        var plain = PromisePatterns
            .Reports()
            .Replace(said.Replace("dam bao", "cam ket", StringComparison.Ordinal), "feature");
        plain = PromisePatterns.Named().Replace(plain, " ");
        plain = PromisePatterns.OtherHour().Replace(plain, " ");
        var after = PromisePatterns.Condition().Match(plain);
        return after.Success && !IsHour(after.Value) ? plain[..after.Index] : plain;
    }

    // "Before 3 pm", "before the exam", and not "before we call it solved".
    static bool IsHour(string after) =>
        (
            after.StartsWith("before", StringComparison.Ordinal)
            || after.StartsWith("truoc khi", StringComparison.Ordinal)
        ) && HasTime(after);

    static bool HasTime(string said) => TextPatterns.Time().IsMatch(said) || TextPatterns.BeforeEvent().IsMatch(said);

    static bool IsPast(string said, int result) =>
        Phrases.In(said[result..], Lexicon.Already) is not null
        || PromisePatterns.Since().IsMatch(said)
        || Phrases.In(said[..result], Lexicon.Past) is not null && Phrases.In(said[..result], Lexicon.Future) is null;
}
