using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts;

/// <summary>How much a piece of advice weighs.</summary>
public enum Weight
{
    /// <summary>A good letter has it.</summary>
    Hint = 1,

    /// <summary>This reader should not be told so.</summary>
    Warning,

    /// <summary>Sent, it cannot be taken back: whoever writes has to say that they mean it.</summary>
    Stop,
}

/// <summary>Something to look at before a letter is sent.</summary>
/// <param name="Key">Its sentence: <c>advice-{key}</c>.</param>
/// <param name="Words">The words it is about, where they may be repeated.</param>
public sealed record Advice(string Key, Weight Weight, string? Words = null)
{
    /// <summary>Below this many characters a letter has only begun, and lacks everything.</summary>
    const int Begun = 30;

    /// <summary>Words of a letter that its reader reads to the end.</summary>
    static int LongestFor(Reader reader) =>
        reader switch
        {
            Reader.Customer => 180,
            Reader.Manager => 150,
            _ => 500,
        };

    /// <summary>What to look at in this letter, the weightiest first, each thing once.</summary>
    public static IReadOnlyList<Advice> For(Letter letter)
    {
        var advice = TextRules.Check(letter).Select(f => From(f, letter)).OfType<Advice>().ToList();
        if (letter.IsForSeveral && Greeting.IsIn(letter.Text))
            advice.Add(new("greets-one", Weight.Warning));
        if (letter.LatestContact is { } latest)
            advice.Add(new("contact-late", Weight.Warning, latest));
        if (LengthOf(letter) is { } tooLong)
            advice.Add(tooLong);
        return
        [
            .. advice
                .Where(a => a.Weight > Weight.Hint || letter.Text.Trim().Length >= Begun)
                .OrderByDescending(a => a.Weight),
        ];
    }

    /// <summary>Whether this text, for whomever it is, holds what must not leave by mistake; null when it does not.</summary>
    public static Advice? StopFor(Letter letter) =>
        TextRules
            .Check(letter, [TextRule.Secret, TextRule.Placeholder])
            .Select(f => From(f, letter))
            .FirstOrDefault(a => a is { Weight: Weight.Stop });

    /// <summary>What it says, with the words it is about.</summary>
    public string In(Language language) =>
        Text.Of($"advice-{Key}", language, ("words", Words), ("n", Length?.Words), ("most", Length?.Most));

    /// <summary>How many words there are and how many there should be at most, where it is about that.</summary>
    public (int Words, int Most)? Length { get; init; }

    static Advice? From(Finding finding, Letter letter)
    {
        return finding switch
        {
            // What lets somebody in is not repeated on a screen others may see.
            { Rule: TextRule.Secret, Outcome: TextOutcome.Violated } => new("secret", Weight.Stop),
            { Rule: TextRule.Placeholder, Outcome: TextOutcome.Violated } => Of("placeholder", Weight.Stop),
            { Rule: TextRule.FixPromise, Outcome: TextOutcome.Violated } => Of("fix-promise", Weight.Warning),
            { Rule: TextRule.Jargon, Outcome: TextOutcome.Violated } => Of("jargon", Weight.Warning),
            { Rule: TextRule.TicketNumber, Outcome: TextOutcome.Violated } => Of("ticket-number", Weight.Warning),
            { Rule: TextRule.AnnouncedAttachment, Outcome: TextOutcome.Violated } => Of("attachment", Weight.Warning),
            { Outcome: TextOutcome.Met or TextOutcome.Violated } => null,
            // What several read is greeted for each of them by the desk.
            { Rule: TextRule.Greeting }
                when !letter.IsForSeveral && (!letter.IsGreetedBySender || Greeting.IsIn(letter.Text)) => Of(
                "greeting",
                Weight.Hint
            ),
            { Rule: TextRule.Empathy } when letter.IsResolution is not true => Of("empathy", Weight.Hint),
            { Rule: TextRule.NextStep } when letter.IsResolution is not true => Of("next-step", Weight.Hint),
            { Rule: TextRule.NextContact } when letter.IsResolution is not true => Of("next-contact", Weight.Hint),
            { Rule: TextRule.AsksForConfirmation } => Of("confirmation", Weight.Hint),
            { Rule: TextRule.Impact } => Of("impact", Weight.Hint),
            _ => null,
        };

        Advice Of(string key, Weight weight) => new(key, weight, finding.Span(letter.Text));
    }

    static Advice? LengthOf(Letter letter)
    {
        var words = letter.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return words > LongestFor(letter.To)
            ? new("length", Weight.Hint) { Length = (words, LongestFor(letter.To)) }
            : null;
    }
}
