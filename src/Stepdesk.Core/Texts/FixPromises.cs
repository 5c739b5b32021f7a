using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Texts;

/// <summary>
/// Something is to be mended or delivered by a time. When the reader hears next is another matter, and so is what was done,
/// what is not promised and what happens if it is not.
/// </summary>
static class FixPromises
{
    public static (int, int)? In(Sight sight, IEnumerable<Clause> sentences)
    {
        foreach (var sentence in sentences.Where(s => !s.IsQuestion))
        {
            var clauses = Clauses.Of(sight, sentence).ToList();
            var (isDenied, isConditional) = (false, false);
            foreach (var clause in clauses)
            {
                isDenied |= clause.Says(Lexicon.Denied);
                isConditional = Phrases.In(clause.Said.TrimStart(), Lexicon.Conditional) is { Start: 0 };
                if (
                    !isDenied
                    && !isConditional
                    && Phrases.In(clause.Said, Lexicon.Fix) is { } fix
                    && DueTime(clause.Said) is { } time
                    && clause.Says(Lexicon.Ahead)
                    && !IsContact(clause.Said, fix.Start, time)
                    && !IsPast(clause.Said, fix.Start)
                )
                    return (clause.Start, clause.End);
            }
        }
        return null;
    }

    static int? DueTime(string said) =>
        TextPatterns.Time().Match(said) is { Success: true } time ? time.Index
        : TextPatterns.BeforeEvent().Match(said) is { Success: true } before ? before.Index
        : null;

    // "cập nhật tiến độ khắc phục trong 15 phút": the time is of the news. "khắc phục trong 30 phút và báo lại": of the fix.
    static bool IsContact(string said, int fix, int time) =>
        Phrases.In(said, Lexicon.Contact) is { } contact && contact.Start < Math.Max(fix, time);

    static bool IsPast(string said, int fix) =>
        Phrases.In(said[fix..], Lexicon.Already) is not null
        || Phrases.In(said[..fix], Lexicon.Past) is not null && Phrases.In(said[..fix], Lexicon.Future) is null;
}
