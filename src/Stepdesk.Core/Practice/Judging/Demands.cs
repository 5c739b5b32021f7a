using Stepdesk.Core.Texts;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>What a rubric may demand of messages, by name; each is one of the rules for texts.</summary>
static class Demands
{
    static readonly (string Name, TextRule Rule)[] All =
    [
        ("greeting", TextRule.Greeting),
        ("case_facts", TextRule.SpecificIssue),
        ("empathy", TextRule.Empathy),
        ("next_step", TextRule.NextStep),
        ("next_contact", TextRule.NextContact),
        ("asks_confirmation", TextRule.AsksForConfirmation),
        ("impact", TextRule.Impact),
        ("options", TextRule.Options),
        ("decision", TextRule.Decision),
        ("no_fix_promise", TextRule.FixPromise),
        ("no_jargon", TextRule.Jargon),
        (NoSecret, TextRule.Secret),
        ("no_placeholder", TextRule.Placeholder),
        ("no_missing_attachment", TextRule.AnnouncedAttachment),
    ];

    /// <summary>A scenario may use no other.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(d => d.Name)];

    /// <summary>The demand that nothing lets anybody in.</summary>
    public const string NoSecret = "no_secret";

    /// <summary>Whether a demand is that something is not in a message.</summary>
    public static bool Forbids(string name) => name.StartsWith("no_", StringComparison.Ordinal);

    /// <summary>What each demand finds in a message, in the order asked for.</summary>
    /// <param name="greetings">How its reader may be greeted besides by name.</param>
    public static IReadOnlyList<Demanded> Find(
        Letter letter,
        IReadOnlyList<string> demands,
        IReadOnlyList<Wording> greetings
    )
    {
        var rules = demands.Select(d => Array.Find(All, a => a.Name == d).Rule).ToList();
        return
        [
            .. TextRules
                .Check(letter, rules)
                .Zip(demands, (finding, name) => Of(letter, Greeted(finding, letter, greetings), name)),
        ];
    }

    static Finding Greeted(Finding finding, Letter letter, IReadOnlyList<Wording> greetings) =>
        finding is { Rule: TextRule.Greeting, Outcome: TextOutcome.NotFound }
        && greetings.SelectMany(g => g.All(FoldedText.Of(letter.Text))).FirstOrDefault() is { } found
            ? new(finding.Rule, TextOutcome.Met, found.Offset, found.Text.Length)
            : finding;

    // Neither needs a mentor to be missed: a next contact where no time is named at all, in the text or its field, and a
    // message that says nothing of any case, which shows that nobody read it.
    static Demanded Of(Letter letter, Finding finding, string name) =>
        new(
            name,
            finding switch
            {
                { Rule: TextRule.SpecificIssue, Outcome: TextOutcome.Violated } => TextOutcome.NotFound,
                { Outcome: TextOutcome.NeedsMentor } => TextOutcome.NotFound,
                _ => finding.Outcome,
            },
            // What lets somebody in is not repeated.
            finding is { Start: { } start, Rule: not TextRule.Secret }
                ? new Excerpt(start, finding.Span(letter.Text)!)
                : null,
            finding switch
            {
                { Rule: TextRule.NextContact, Outcome: TextOutcome.NotFound } => !Times.MayBeIn(letter.Text),
                { Rule: TextRule.SpecificIssue, Outcome: TextOutcome.Violated } => true,
                _ => false,
            }
        );
}

/// <summary>What one demand found in a message, and where.</summary>
/// <param name="IsSure">Not finding it is as good as its not being there.</param>
sealed record Demanded(string Name, TextOutcome Outcome, Excerpt? Where, bool IsSure);
