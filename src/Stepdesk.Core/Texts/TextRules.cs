using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;

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
            TextRule.Greeting => Found(rule, Greeting.ByName(sight, letter.Names)),
            TextRule.SpecificIssue => SpecificIssue(),
            TextRule.Empathy => Empathy(),
            TextRule.NextStep => Found(rule, Said(Grammars.NextStep.Grammar)),
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
            TextRule.AsksForConfirmation => Found(rule, Confirmation()),
            TextRule.Impact => Found(rule, Figure()),
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

    (int Start, int End)? Place(IReadOnlyList<string> phrases) => Phrases.In(sight.Bare, phrases);

    (int, int)? Figure() =>
        TextPatterns.Figure().Matches(sight.Bare).FirstOrDefault(IsFigure) is { } match
            ? (match.Index, match.Index + match.Length)
            : null;

    // "Tuần sau em" are no six, "thứ Năm em" no five and "lúc 9 em" no nine.
    bool IsFigure(Match match)
    {
        if (TextPatterns.BeforeOrdinal().IsMatch(sight.Bare.AsSpan(Math.Max(0, match.Index - 8)..match.Index)))
            return false;
        var number = TextPatterns.Word().Match(match.Value).Value;
        var written = sight.Text.Substring(match.Index, number.Length).ToLowerInvariant();
        var hasMarks = !sight.Bare.Equals(sight.Text, StringComparison.OrdinalIgnoreCase);
        return !hasMarks || !Lexicon.Numbers.TryGetValue(number, out var spelt) || spelt == written;
    }

    // Facts have other words than one thought of: what names a class or a number is of some case, and of which a reader sees.
    Finding SpecificIssue()
    {
        var said = letter.Facts.Select(f => f.In(sight)).OfType<(int Start, int End)>().ToList();
        return With(
            TextRule.SpecificIssue,
            said.Count >= Math.Min(2, letter.Facts.Count) ? TextOutcome.Met
                : said.Count > 0 || TextPatterns.Particular().IsMatch(sight.Bare) || Figure() is not null
                    ? TextOutcome.NotFound
                : TextOutcome.Violated,
            said.Count > 0 ? said[0] : null
        );
    }

    // Kind words alone are a phrase; with what it means for the reader they are more.
    Finding Empathy()
    {
        var shown = Said(Grammars.Empathy.Grammar);
        return With(TextRule.Empathy, shown is null ? TextOutcome.NeedsMentor : TextOutcome.Met, shown);
    }

    (int, int)? Confirmation() =>
        sentences.Find(s =>
            (s.IsQuestion ? Grammars.Confirmation.Question : Grammars.Confirmation.Grammar).IsIn(sight, s)
            || s.IsQuestion && Grammars.Confirmation.Grammar.IsIn(sight, s)
        )
            is { } sentence
            ? (sentence.Start, sentence.End)
            : null;

    // A time that no sentence gives to the next contact may be that of it all the same: it is shown to whoever has to tell.
    Finding NextContact()
    {
        var told = Said(Grammars.NextContact.Grammar);
        return told is not null || letter.PromisesContact
            ? With(TextRule.NextContact, TextOutcome.Met, told)
            : With(
                TextRule.NextContact,
                TextOutcome.NotFound,
                Times.OfContact().Match(sight.Bare) is { Success: true } time
                    ? (time.Index, time.Index + time.Length)
                    : null
            );
    }

    // The first sentence that does it; one that asks does nothing.
    (int, int)? Said(Grammars.Grammar grammar) =>
        sentences.Find(s => !s.IsQuestion && grammar.IsIn(sight, s)) is { } sentence
            ? (sentence.Start, sentence.End)
            : null;

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
        return listed.Count > 1
            ? (listed[0].Index, listed[0].Index + listed[0].Length)
            : Said(Grammars.Choices.Options)
                ?? (
                    Place(Lexicon.OneWay) is { } one && Place(Lexicon.OtherWay) is { } other && one.Start < other.Start
                        ? one
                        : null
                );
    }

    (int, int)? Decision() =>
        Said(Grammars.Choices.Decision)
        ?? (sentences.Find(s => s.IsQuestion) is { } asked ? (asked.Start, asked.End) : null);

    Finding Copy() =>
        new(
            TextRule.Copy,
            letter.Others.Any(o => Shingles.AreAlike(letter.Text, o)) ? TextOutcome.NeedsMentor : TextOutcome.Met
        );
}
