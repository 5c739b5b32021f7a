using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts;

/// <summary>
/// What a text does and does not, by rules anybody may read. They find; they do not understand: a rule that finds
/// nothing is no verdict, and only what is certain is a violation. Typing without marks costs nothing.
/// </summary>
public sealed class TextRules
{
    /// <summary>Goes with every verdict, so that one reached by other words is not taken for the same.</summary>
    public const int Version = Lexicon.Version;

    readonly Letter letter;
    readonly Sight sight;
    readonly List<Clause> sentences;

    TextRules(Letter letter)
    {
        this.letter = letter;
        sight = Sight.Plain(letter.Text);
        sentences = [.. Clauses.Sentences(sight)];
    }

    /// <summary>A finding for each rule that applies to such a letter, in the order of the rules.</summary>
    public static IReadOnlyList<Finding> Check(Letter letter)
    {
        var rules = new TextRules(letter);
        return [.. Enum.GetValues<TextRule>().Where(rules.Applies).Select(rules.Find)];
    }

    /// <summary>What these rules find. One that does not apply to such a letter is kept by it.</summary>
    public static IEnumerable<Finding> Check(Letter letter, IReadOnlyList<TextRule> only)
    {
        var rules = new TextRules(letter);
        return only.Select(r => rules.Applies(r) ? rules.Find(r) : new(r, TextOutcome.Met));
    }

    /// <summary>
    /// Whether the text greets somebody before it says anything, by name or not: a short line of its own, or a few words
    /// up to a comma. "Gửi chị danh sách lớp" sends something and greets nobody.
    /// </summary>
    public static bool Greets(string text)
    {
        var line = text.TrimStart();
        line = line[..(line.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : line.Length)].TrimEnd();
        var stop = line.IndexOfAny([',', '!', '.', ':']);
        var greeting = stop > 0 ? line[..stop] : line;
        // Alone on its line it may name everybody; before a comma it is a few words.
        var isShort = stop < 0 || stop == line.Length - 1 || greeting.Split(' ').Length <= MostWordsOfGreeting;
        return isShort
            && greeting.Length <= LongestGreeting
            && Phrases.In(Sight.Plain(greeting).Bare, Lexicon.Openers) is { Start: <= 6 };
    }

    const int LongestGreeting = 60;
    const int MostWordsOfGreeting = 6;

    bool Applies(TextRule rule) =>
        rule switch
        {
            TextRule.SpecificIssue => letter.Facts.Count > 0,
            TextRule.Empathy => letter.To is Reader.Customer,
            TextRule.NextContact or TextRule.FixPromise or TextRule.Jargon => letter.To is not Reader.Specialist,
            TextRule.TicketNumber => letter.Ticket is not null,
            TextRule.AsksForConfirmation => letter.To is Reader.Customer && IsResolution,
            TextRule.Impact or TextRule.Options or TextRule.Decision => letter.To is Reader.Manager,
            TextRule.Copy => letter.Others.Count > 0,
            _ => true,
        };

    Finding Find(TextRule rule) =>
        rule switch
        {
            TextRule.Greeting => Found(rule, Greeting()),
            TextRule.SpecificIssue => SpecificIssue(),
            TextRule.Empathy => Empathy(),
            TextRule.NextStep => Found(rule, NextStep()),
            TextRule.NextContact => NextContact(),
            TextRule.FixPromise => Broken(rule, FixPromises.In(sight, sentences)),
            TextRule.TicketNumber => TicketNumber(letter.Ticket!),
            TextRule.Jargon => Broken(rule, Jargon()),
            TextRule.Secret => Broken(rule, Redactor.FirstSecret(sight)),
            TextRule.Placeholder => Broken(rule, Placeholder()),
            TextRule.AnnouncedAttachment => Broken(
                rule,
                letter.HasAttachment ? null : Attachments.In(sight, sentences)
            ),
            TextRule.AsksForConfirmation => Found(rule, Place(Lexicon.Confirmation)),
            TextRule.Impact => Found(rule, First(TextPatterns.Figure())),
            TextRule.Options => Found(rule, Options()),
            TextRule.Decision => Found(rule, Decision()),
            _ => Copy(),
        };

    Finding Found(TextRule rule, (int Start, int End)? place) =>
        With(rule, place is null ? TextOutcome.NotFound : TextOutcome.Met, place);

    Finding Broken(TextRule rule, (int Start, int End)? place) =>
        With(rule, place is null ? TextOutcome.Met : TextOutcome.Violated, place);

    Finding With(TextRule rule, TextOutcome outcome, (int Start, int End)? place)
    {
        if (place is not { } found)
            return new(rule, outcome);
        while (found.Start < found.End && char.IsWhiteSpace(sight.Text[found.Start]))
            found.Start++;
        if (found.End <= found.Start)
            return new(rule, outcome);
        var (start, end) = sight.PlaceOf(found.Start, found.End);
        return new(rule, outcome, start, end - start);
    }

    (int, int)? Place(IReadOnlyList<string> phrases) => Phrases.In(sight.Bare, phrases);

    (int, int)? First(Regex pattern) =>
        pattern.Match(sight.Text) is { Success: true } match ? (match.Index, match.Index + match.Length) : null;

    // On the first line that says anything: an opener, and then a name.
    (int, int)? Greeting()
    {
        if (sentences is not [var first, ..])
            return null;
        var lineEnd = sight.Bare.AsSpan(first.Start).IndexOf('\n') is >= 0 and var stop
            ? first.Start + stop
            : sight.Bare.Length;
        var line = sight.Bare[first.Start..lineEnd];
        if (Phrases.In(line, Lexicon.Openers) is not { Start: <= 3 })
            return null;
        var words = TextPatterns
            .Word()
            .Matches(line)
            .Select(w => (Start: first.Start + w.Index, End: first.Start + w.Index + w.Length))
            .ToList();
        if (letter.Names.Count > 0)
        {
            var names = letter.Names.SelectMany(Fold.Words).ToHashSet();
            return words.Exists(w => names.Contains(sight.Bare[w.Start..w.End])) ? (first.Start, lineEnd) : null;
        }
        for (var i = 1; i < words.Count; i++)
            if (
                char.IsUpper(sight.Text[words[i].Start])
                && !Lexicon.Nobody.Contains(sight.Bare[words[i].Start..words[i].End])
                && Lexicon.Titles.Contains(sight.Bare[words[i - 1].Start..words[i - 1].End])
            )
                return (first.Start, lineEnd);
        return null;
    }

    Finding SpecificIssue()
    {
        var said = letter.Facts.Select(f => f.In(sight)).OfType<(int Start, int End)>().ToList();
        return With(
            TextRule.SpecificIssue,
            said.Count >= Math.Min(2, letter.Facts.Count) ? TextOutcome.Met
                : said.Count > 0 ? TextOutcome.NotFound
                : TextOutcome.Violated,
            said.Count > 0 ? said[0] : null
        );
    }

    // Kind words alone are a phrase; with what it means for the reader they are more.
    Finding Empathy()
    {
        var kind = Place(Lexicon.Empathy);
        var isAboutThem = letter.Facts.Any(f => f.In(sight) is not null) || First(TextPatterns.Figure()) is not null;
        return With(
            TextRule.Empathy,
            kind is not null && isAboutThem ? TextOutcome.Met : TextOutcome.NeedsMentor,
            kind
        );
    }

    (int, int)? NextStep()
    {
        foreach (var sentence in sentences)
            if (
                Phrases.In(sentence.Said, Lexicon.Actors) is { } actor
                && Phrases.In(sentence.Said[actor.Start..], Lexicon.Work) is not null
            )
                return (sentence.Start, sentence.End);
        return null;
    }

    Finding NextContact()
    {
        foreach (var sentence in sentences.Where(s => !s.IsQuestion))
            if (
                Phrases.In(sentence.Said, Lexicon.Contact) is { } contact
                && TextPatterns.Time().IsMatch(sentence.Said)
                && Phrases.In(sentence.Said[..contact.Start], Lexicon.Denied) is null
            )
                return With(TextRule.NextContact, TextOutcome.Met, (sentence.Start, sentence.End));
        return new(TextRule.NextContact, letter.PromisesContact ? TextOutcome.Met : TextOutcome.NotFound);
    }

    Finding TicketNumber(string ticket)
    {
        var own = Number(ticket);
        (int, int)? met = null;
        foreach (Match named in TextPatterns.Reference().Matches(sight.Bare))
        {
            var (start, end) = (named.Index, named.Index + named.Length);
            if (Number(named.Value) != own)
                return With(TextRule.TicketNumber, TextOutcome.Violated, (start, end));
            met ??= (start, end);
        }
        return Found(TextRule.TicketNumber, met);

        static string Number(string text) => string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');
    }

    (int, int)? Jargon()
    {
        foreach (Match line in TextPatterns.Technical().Matches(sight.Text))
            if (!(TextPatterns.Status().IsMatch(line.Value) && IsOnScreen(line.Index)))
                return (line.Index, line.Index + line.Length);
        var said = Phrases
            .All(sight.Bare, Lexicon.Jargon)
            .Where(p => !IsOnScreen(p.Start))
            .OrderBy(p => p.Start)
            .ThenByDescending(p => p.End)
            .ToList();
        // "connection pool" is one word of theirs, not two.
        var apart = said.Where((p, i) => !said.Take(i).Any(o => o.End >= p.End)).ToList();
        return apart.Count > 1 ? apart[1] : null;
    }

    // What the reader sees before them may be repeated to ask for it.
    bool IsOnScreen(int at) =>
        sentences.Find(s => s.Start <= at && at < s.End) is { } sentence
        && (
            TextPatterns.OnScreen().IsMatch(sentence.Said)
            || TextPatterns.Quoted().Matches(sight.Text).Any(q => q.Index < at && at < q.Index + q.Length)
        );

    // The form of a date may be named.
    (int, int)? Placeholder()
    {
        foreach (Match left in TextPatterns.Placeholder().Matches(sight.Text))
            if (
                !(
                    char.IsAsciiLetter(left.Value[0])
                    && sentences.Find(s => s.Start <= left.Index && left.Index < s.End) is { } sentence
                    && TextPatterns.Format().IsMatch(sentence.Said)
                )
            )
                return (left.Index, left.Index + left.Length);
        return null;
    }

    bool IsResolution => letter.IsResolution ?? Place(Lexicon.Solved) is not null;

    (int, int)? Options()
    {
        var listed = TextPatterns.Listed().Matches(sight.Text);
        if (listed.Count > 1)
            return (listed[0].Index, listed[0].Index + listed[0].Length);
        var said = Phrases.All(sight.Bare, Lexicon.Options);
        return said.Count > 1 ? said[0] : null;
    }

    (int, int)? Decision() =>
        Place(Lexicon.Decisions) ?? (sentences.Find(s => s.IsQuestion) is { } asked ? (asked.Start, asked.End) : null);

    Finding Copy() =>
        new(
            TextRule.Copy,
            letter.Others.Any(o => Shingles.AreAlike(letter.Text, o)) ? TextOutcome.NeedsMentor : TextOutcome.Met
        );
}
