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
        var (isSolved, isDone) = (Phrases.In(sight.Bare, Lexicon.Solved) is not null, false);
        foreach (var sentence in sentences.Where(s => !s.IsQuestion && !Doubts.OfAllOf(Typed(s.Said))))
        {
            var (isDenied, isConditional, isDoubted) = (false, false, false);
            // Where some of it is left, what was done is no end of it.
            var isPart = PromisePatterns.Part().IsMatch(PromisePatterns.Whole().Replace(Typed(sentence.Said), " "));
            if (PromisePatterns.Countdown().IsMatch(Typed(sentence.Said)) && !Doubts.In(Typed(sentence.Said)))
                return (sentence.Start, sentence.End);
            foreach (var clause in Clauses.Of(sight, sentence))
            {
                var said = Typed(clause.Said);
                // Without a pause between them, what is denied of one is denied of the other.
                isDoubted = Doubts.In(said) || isDoubted && IsJoined(sight, sentence, clause);
                isDenied |= IsAbout(Doubts.WithoutIdioms(said), Lexicon.Denied, Lexicon.Bygone);
                isConditional |=
                    Phrases.In(said.TrimStart(), Lexicon.Conditional) is { Start: 0 }
                    || IsAbout(said, Lexicon.Usual)
                    || PromisePatterns.Instruction().IsMatch(said);
                isDone |=
                    !isDenied
                    && !isPart
                    && PromisePatterns.Done().IsMatch(PromisePatterns.Condition().Replace(said, ""));
                if (!isDenied && !isDoubted && !isConditional && (!isDone || isPart) && IsPromise(said, isSolved))
                    return (clause.Start, clause.End);
            }
        }
        return null;
    }

    static string Typed(string said) => said.Replace('’', '\'');

    static bool IsJoined(Sight sight, Clause sentence, Clause clause) =>
        clause.Start > sentence.Start && sight.Bare[clause.Start - 1] is ' ';

    static bool IsPromise(string said, bool isSolved) =>
        PromisePatterns.Estimate().IsMatch(said)
        || !PromisePatterns.Wished().IsMatch(said)
            && (!PromisePatterns.OtherThing().IsMatch(said) || PromisePatterns.FarOff().IsMatch(said))
            && IsOfFix(Plainly(said), isSolved);

    static bool IsOfFix(string said, bool isSolved) =>
        PromisePatterns.Result().Match(said) is { Success: true } result
        && HasTime(said)
        && (PromisePatterns.Ahead().IsMatch(said) || !isSolved && PromisePatterns.Restart().IsMatch(said))
        && !IsAbout(said, Lexicon.Contact, Lexicon.Looking, Lexicon.Extension, Lexicon.Asked)
        && (!IsAbout(said, Lexicon.Meanwhile) || PromisePatterns.LinkItself().IsMatch(said))
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
        plain = PromisePatterns.OtherWork().Replace(plain, " ");
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

    static bool HasTime(string said) =>
        Times.Any().IsMatch(said) || Times.BeforeEvent().IsMatch(said) || PromisePatterns.BareHour().IsMatch(said);

    static bool IsPast(string said, int result) =>
        Phrases.In(said[result..], Lexicon.Already) is not null
        || PromisePatterns.Since().IsMatch(said)
        || Phrases.In(said[..result], Lexicon.Past) is not null && Phrases.In(said[..result], Lexicon.Future) is null;
}
