using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>What a text rule can say.</summary>
public enum TextOutcome
{
    Met = 1,
    NotFound,
    Violated,
}

/// <summary>What one rule found, and where.</summary>
/// <param name="IsSure">Not finding it is as good as its not being there.</param>
public sealed record TextFinding(string Rule, TextOutcome Outcome, Excerpt? Where, bool IsSure = false);

/// <summary>A message with what was chosen beside its words. Structure goes first: a chosen next contact needs no wording.</summary>
public sealed record Letter(FoldedText Text)
{
    public Audience Audience { get; init; }
    public IReadOnlyList<Wording> Greetings { get; init; } = [];
    public IReadOnlyList<Fact> Facts { get; init; } = [];
    public bool NextContact { get; init; }
    public bool HasFiles { get; init; }
    public bool Asks { get; init; }

    /// <summary>The names of the rules; a scenario may use no other.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "greeting",
        "case_facts",
        "empathy",
        "next_step",
        "next_contact",
        "asks_confirmation",
        "no_fix_promise",
        "no_jargon",
        "no_secret",
        "no_placeholder",
        "no_missing_attachment",
    ];

    /// <summary>What a rule finds in it.</summary>
    public TextFinding Find(string rule) =>
        rule switch
        {
            "greeting" => Some(rule, Greetings.Count > 0 ? Greetings : Lexicon.Greetings),
            "case_facts" => CaseFacts(),
            "empathy" => Some(rule, Lexicon.Empathy),
            "next_step" => Some(rule, Lexicon.NextStep),
            "next_contact" => NextContact
                ? new(rule, TextOutcome.Met, null)
                : Some(rule, Lexicon.NextContact) with
                {
                    IsSure = true,
                },
            "asks_confirmation" => Asks ? new(rule, TextOutcome.Met, null) : Some(rule, Lexicon.AsksConfirmation),
            "no_fix_promise" => Sentences().Select(FixPromise).OfType<Excerpt>().FirstOrDefault() is { } promise
                ? new(rule, TextOutcome.Violated, promise)
                : new(rule, TextOutcome.Met, null),
            "no_jargon" => Jargon(),
            "no_secret" => Nothing(rule, Lexicon.Secrets),
            "no_placeholder" => Nothing(rule, Lexicon.Placeholders),
            "no_missing_attachment" => HasFiles ? new(rule, TextOutcome.Met, null) : Nothing(rule, Lexicon.Attached),
            _ => throw new ArgumentException($"There is no text rule {rule}.", nameof(rule)),
        };

    // Two facts of this case show that somebody read it; none shows that nobody did; one leaves it to the mentor.
    TextFinding CaseFacts()
    {
        var found = Facts
            .Select(f => f.Mentions.SelectMany(m => m.All(Text)).FirstOrDefault())
            .OfType<Excerpt>()
            .ToList();
        return found.Count >= 2
            ? new("case_facts", TextOutcome.Met, found[0])
            : new("case_facts", TextOutcome.NotFound, found.FirstOrDefault(), IsSure: found.Count == 0);
    }

    TextFinding Jargon()
    {
        if (Audience is Audience.Technical)
            return new("no_jargon", TextOutcome.Met, null);
        var terms = Lexicon.Jargon.SelectMany(j => j.All(Text)).OrderBy(e => e.Offset).ToList();
        return terms.Count >= 2
            ? new("no_jargon", TextOutcome.Violated, terms[1])
            : new("no_jargon", TextOutcome.Met, null);
    }

    // "We will fix it by three" is a promise; "we will write again by three" is one we can keep; "I cannot say when" none.
    static Excerpt? FixPromise((int Offset, FoldedText Text) sentence) =>
        Lexicon.Fix.SelectMany(f => f.All(sentence.Text)).FirstOrDefault() is { } fix
        && Lexicon.When.Any(w => w.In(sentence.Text))
        && !Lexicon.NotAPromise.Any(n => n.In(sentence.Text))
            ? fix with
            {
                Offset = sentence.Offset + fix.Offset,
            }
            : null;

    IEnumerable<(int Offset, FoldedText Text)> Sentences()
    {
        var (source, start) = (Text.Source, 0);
        for (var at = 0; at <= source.Length; at++)
            if (at == source.Length || FoldedText.EndsSentence(source, at))
            {
                if (at > start)
                    yield return (start, FoldedText.Of(source[start..at]));
                start = at + 1;
            }
    }

    TextFinding Some(string rule, IReadOnlyList<Wording> words) =>
        words.SelectMany(w => w.All(Text)).FirstOrDefault() is { } found
            ? new(rule, TextOutcome.Met, found)
            : new(rule, TextOutcome.NotFound, null);

    TextFinding Nothing(string rule, IReadOnlyList<Wording> words) =>
        words.SelectMany(w => w.All(Text)).FirstOrDefault() is { } found
            ? new(rule, TextOutcome.Violated, found)
            : new(rule, TextOutcome.Met, null);
}
