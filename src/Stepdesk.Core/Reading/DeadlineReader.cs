using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Reading;

/// <summary>By when a mail wants something.</summary>
/// <param name="At">The instant, in the offset of the desk's zone then; always after the mail was received.</param>
/// <param name="Span">Where it was read.</param>
public sealed record DeadlineReading(DateTimeOffset At, Span Span);

/// <summary>Tells by when something is wanted from when it began, when it failed, and when a class starts.</summary>
static class DeadlineReader
{
    // So many items before a time may stand the word that makes it a deadline.
    const int Near = 6;
    const int Far = 40;

    /// <summary>The deadline, and the first time at which something merely starts.</summary>
    public static (DeadlineReading? Deadline, DeadlineReading? Starts) Read(
        DateTimeOffset received,
        LocalTimes zone,
        params ReadOnlySpan<Passage> passages
    )
    {
        var (best, starts) = (default(Candidate?), default(DeadlineReading?));
        foreach (var passage in passages)
        foreach (var (phrase, role) in Roles(passage))
            if (Instants.Of(phrase, received, zone) is { } at)
            {
                var candidate = new Candidate(role, phrase.HasTime, new(at, passage.SpanOf(phrase.First, phrase.Last)));
                if (role is Role.Start)
                    starts ??= candidate.Reading;
                else if (role > Role.Start && (best is null || candidate.Rank > best.Rank))
                    best = candidate;
            }
        return (best?.Reading, starts);
    }

    enum Role
    {
        None,
        Denied,
        Start,
        Needed,
        By,
        Moved,
    }

    sealed record Candidate(Role Role, bool HasTime, DeadlineReading Reading)
    {
        public int Rank => ((int)Role * 2) + (HasTime ? 1 : 0);
    }

    static IEnumerable<(TimePhrase Phrase, Role Role)> Roles(Passage passage)
    {
        var (end, before) = (-1, Role.None);
        for (var at = 0; at < passage.Items.Count; at++)
            if (TimePhrase.At(passage, at) is { } phrase)
            {
                var role = RoleOf(passage, phrase, end);
                // "Not Friday but Monday."
                if (
                    before is Role.Denied
                    && passage.Any(end + 1, phrase.First - 1, Meaning.But)
                    && role is Role.None or Role.Needed
                )
                    role = Role.By;
                yield return (phrase, role);
                (end, before) = (phrase.Last, role);
                at = phrase.Last;
            }
    }

    static Role RoleOf(Passage passage, TimePhrase phrase, int endOfOther)
    {
        var (sentence, clause) = (passage.SentenceOf(phrase.First), passage.ClauseOf(phrase.First));
        var (begin, end) = (sentence.First, sentence.Last);
        if (
            passage[phrase.First - 1].Is(Meaning.Not)
            || passage.Any(phrase.First - 2, phrase.First - 1, Meaning.Not)
                && !passage.Any(phrase.First - 1, phrase.First - 1, Meaning.Due)
        )
            return Role.Denied;
        if (
            passage[phrase.Last + 1].Is(Meaning.Ago)
                && !TimeParts.IsPart(passage, phrase.Last + 2)
                && !passage[phrase.Last + 1].Is(Meaning.Before)
            || sentence.Has(Meaning.Promise)
        )
            return Role.None;
        var needed = IsSaid(Meaning.Need);
        if (sentence.Has(Meaning.NoNeed) && !needed)
            return Role.None;
        // "Tomorrow before 9am."
        if (
            passage.Any(phrase.First + 1, phrase.Last - 1, Meaning.Before)
            && !IsFlow(passage, begin, phrase.Last, needed)
        )
            return Role.By;
        var starts = false;
        for (var at = phrase.First - 1; at >= Math.Max(begin, phrase.First - Near) && at > endOfOther; at--)
        {
            var item = passage[at];
            if (
                item.Is(Meaning.NoNeed)
                || item.Is(Meaning.Past)
                || item.Is(Meaning.Since) && at >= phrase.First - 3 && !item.Is(Meaning.Schedule)
            )
                return Role.None;
            if (item.Is(Meaning.Moved))
                return Role.Moved;
            if ((item.Is(Meaning.Before) || item.Is(Meaning.Due)) && !IsFlow(passage, begin, at, needed))
                return Role.By;
            starts |= item.Is(Meaning.Schedule);
            if (starts && item.Is(Meaning.Comma))
                break;
        }
        if (IsAskedWithin(passage, phrase, sentence, clause))
            return Role.By;
        if (phrase.IsLength)
            return starts ? Role.Start
                : (needed || IsSaid(Meaning.Ask) || IsSaid(Meaning.Due)) && !clause.Has(Meaning.Broken) ? Role.By
                : Role.None;
        if (passage.Any(phrase.Last + 1, Math.Min(end, phrase.Last + 3), Meaning.Due))
            return Role.By;
        if (starts || passage.Any(phrase.Last + 1, Math.Min(end, phrase.Last + 3), Meaning.Schedule))
            return Role.Start;
        return
            (needed || phrase.HasDay && IsArranged(passage, phrase, clause))
            && !clause.Has(Meaning.Broken)
            && !clause.Has(Meaning.Past)
            ? Role.Needed
            : Role.None;

        // In its clause or before it: "the link ends in 10 minutes, then we have to wait" wants nothing in ten minutes.
        bool IsSaid(Meaning meaning) =>
            clause.Has(meaning) || passage.Any(Math.Max(begin, phrase.First - Far), phrase.First - 1, meaning);
    }

    /// <summary>"Nhờ xử lý trong hôm nay", "please fix the error within 24h"; not "trong hôm nay em bị văng". Or nothing else was said.</summary>
    static bool IsAskedWithin(Passage passage, TimePhrase phrase, Stretch sentence, Stretch clause) =>
        passage.Any(phrase.First - 1, phrase.First, Meaning.Within)
        && (
            passage.Any(Math.Max(clause.First, phrase.First - Far), phrase.First - 1, Meaning.Ask)
                && !passage.Any(phrase.Last + 1, Math.Min(clause.Last, phrase.Last + Far), Meaning.Broken)
            || phrase.IsLength && sentence.First == phrase.First && phrase.Last + 1 >= sentence.Last
        );

    /// <summary>"Please set up the room next Monday at 9": it is done when it is wanted.</summary>
    static bool IsArranged(Passage passage, TimePhrase phrase, Stretch clause)
    {
        var first = Math.Max(clause.First, phrase.First - Far);
        return passage.Any(first, phrase.First - 1, Meaning.Ask)
            && passage.Any(first, phrase.First - 1, Meaning.Arrange);
    }

    /// <summary>"It worked before Friday" tells a story and wants nothing.</summary>
    static bool IsFlow(Passage passage, int begin, int at, bool needed)
    {
        if (needed || !passage[at].Is(Meaning.Before))
            return false;
        for (var i = Math.Max(begin, at - 20); i < at; i++)
            if (Told.Contains(passage[i].Token.Exact) || passage[i].Is(Meaning.Works) && !passage[i].Is(Meaning.Broken))
                return true;
        return false;
    }

    static readonly HashSet<string> Told = ["worked", "was", "were", "had", "did", "used", Letters.Exact("đã")];
}
