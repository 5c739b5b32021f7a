using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>
/// A written situation, compiled: nothing in it changes, every name in it leads somewhere, and
/// <see cref="Hash"/> says which text it was made from. A session is pinned to it.
/// </summary>
public sealed record Scenario
{
    public required string Id { get; init; }
    public required int Version { get; init; }

    /// <summary>SHA-256 over the files it was read from.</summary>
    public required string Hash { get; init; }

    public required Said Title { get; init; }

    /// <summary>What a trainee reads first.</summary>
    public required Said Situation { get; init; }

    public IReadOnlyList<Said> Tasks { get; init; } = [];
    public IReadOnlyList<Said> Tips { get; init; } = [];

    public required DateTimeOffset Start { get; init; }

    /// <summary>How long a session can last in simulated time.</summary>
    public required TimeSpan Horizon { get; init; }

    /// <summary>Where the desk promises something else than it ships with.</summary>
    public IReadOnlyList<DeskPromises> Promises { get; init; } = [];

    public required IReadOnlyList<Branch> Branches { get; init; }
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>All that patterns ask of an answer's rows.</summary>
    public IReadOnlyList<Showing> Showings { get; init; } = [];
    public IReadOnlyList<Character> Cast { get; init; } = [];

    /// <summary>Names of those who are only spoken of.</summary>
    public IReadOnlyList<string> Mentioned { get; init; } = [];
    public IReadOnlyList<Draw> Draws { get; init; } = [];
    public required Lines Lines { get; init; }

    /// <summary>The timeline first, then the rules as written, then what people answer, then what is sent in: the order in which ties are broken.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>What a mentor can send in while a session goes on.</summary>
    public IReadOnlyList<Injection> Injections { get; init; } = [];

    /// <summary>What can be tried out, and when it works.</summary>
    public IReadOnlyList<Probe> Probes { get; init; } = [];

    /// <summary>Numbers of facts that somebody may state wrongly.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>What ids look like that somebody may make up.</summary>
    public IReadOnlyList<IdShape> Ids { get; init; } = [];

    /// <summary>What can be offered to a customer while it does not work.</summary>
    public IReadOnlyList<Workaround> Workarounds { get; init; } = [];

    public IReadOnlyList<Article> Articles { get; init; } = [];

    // Where one looks in every scenario, so that one more name in the list says nothing.
    static readonly string[] Everywhere = ["base", "knowledge-base", "releases", "service-status", "tickets"];

    /// <summary>Where one can look things up. Which there are gives no branch away: all are offered in each.</summary>
    public IEnumerable<string> Systems =>
        Facts
            .SelectMany(f => f.Reveals)
            .Where(r => r.Type == Sessions.Verbs.Find("look")!.Event)
            .SelectMany(r => r.Fields.Where(f => f.Name is "system").SelectMany(f => f.Of))
            .Concat(Everywhere)
            .Distinct(StringComparer.Ordinal);

    /// <summary>What a report can be made of.</summary>
    public IReadOnlyList<Column> Columns { get; init; } = [];

    /// <summary>The file such a report is; null where none is wanted of anybody.</summary>
    public ReportFile? Report { get; init; }

    /// <summary>What is handed in at the end beside why this class and what one would do differently.</summary>
    public IReadOnlyList<HandIn> HandIns { get; init; } = [];
    public IReadOnlyList<RubricLine> Rubric { get; init; } = [];
    public required Passing Passing { get; init; }
    public IReadOnlyList<Drill> Drills { get; init; } = [];
    public IReadOnlyList<ScenarioTest> Tests { get; init; } = [];

    public Fact? FactOf(string id) => Facts.FirstOrDefault(f => f.Id == id);

    /// <summary>
    /// Where somebody says for sure that a fact is so. An hour or a duration may be that of anything, so of one that a
    /// figure reads only what the figure reads as a statement counts.
    /// </summary>
    public IEnumerable<Excerpt> ClaimsOf(Fact fact, FoldedText text)
    {
        var stated = Figures
            .Where(f => f.ReadsTimes && f.Facts.Contains(fact.Id, StringComparer.Ordinal))
            .Select(f => f.StatedIn(text).ToList())
            .ToList();
        return fact.ClaimsIn(text)
            .Where(words =>
                stated.Count == 0
                || !Stance.IsTime(words)
                || stated.Exists(s => s.Exists(said => said.Words.Overlaps(words)))
            );
    }

    public Character? Person(string id) => Cast.FirstOrDefault(c => c.Id == id);

    /// <summary>The kinds of texts that can be handed in, in the order in which they are asked for.</summary>
    public IEnumerable<string> HandInKinds => [HandIn.Justification, .. HandIns.Select(h => h.Id), HandIn.Reflection];

    /// <summary>What readers call a text that is handed in.</summary>
    public string HandInCalled(string kind, Language language) =>
        HandIns.FirstOrDefault(h => h.Id == kind) is { } own ? own.Title.In(language)
        : Text.Knows($"hand-in-{kind}") ? Text.Of($"hand-in-{kind}", language)
        : kind;

    public Branch? BranchOf(string id) => Branches.FirstOrDefault(b => b.Id == id);
}

/// <summary>A sentence of the scenario in both languages.</summary>
public sealed record Said(string Vi, string En)
{
    public static readonly Said Nothing = new("", "");

    public string In(Language language) => language is Language.Vi ? Vi : En;
}

/// <summary>How it can turn out. Drawn once from the seed and sealed until the debrief.</summary>
/// <param name="Telemetry">Which simulated day of the platform belongs to it; null for an ordinary one.</param>
public sealed record Branch(string Id, double Weight, Said Title, string? Telemetry);

/// <summary>One of several texts, drawn per session, that lines may name in braces.</summary>
public sealed record Draw(string Name, IReadOnlyList<string> Of);

/// <summary>
/// One truth of the situation. Finding out and claiming are both measured against it: <paramref name="Reveals"/> says
/// what shows it, <paramref name="Mentions"/> by which words somebody speaks of it.
/// </summary>
/// <param name="Branches">Where it is true; everywhere when empty.</param>
public sealed record Fact(
    string Id,
    Said Says,
    IReadOnlyList<Wording> Mentions,
    IReadOnlyList<Pattern> Reveals,
    IReadOnlyList<string> Branches
)
{
    public bool In(string branch) => Branches.Count == 0 || Branches.Contains(branch, StringComparer.Ordinal);

    public bool IsMentionedIn(FoldedText text) => Mentions.Any(m => m.In(text));

    /// <summary>Where somebody speaks of it as it is; where they ask, or say the opposite, is left out.</summary>
    public IEnumerable<Excerpt> SaidIn(FoldedText text) => Mentions.SelectMany(m => m.SaidIn(text));

    /// <summary>Where somebody says for sure that it is so.</summary>
    public IEnumerable<Excerpt> ClaimsIn(FoldedText text) => SaidIn(text).Where(words => Stance.IsStated(text, words));
}

/// <summary>Somebody simulated: a customer, a manager, a team.</summary>
public sealed record Character(string Id, string Role, Said Name, Audience Audience, Said Address, Delay ReplyAfter)
{
    public string? Email { get; init; }

    /// <summary>When this person writes; null for at any hour.</summary>
    public Hours? Hours { get; init; }

    /// <summary>By which words a message may greet this person besides by name.</summary>
    public IReadOnlyList<Wording> Greetings { get; init; } = [];

    /// <summary>What this person can be asked, by the choice of the composer first and by wording second.</summary>
    public IReadOnlyList<Intent> Intents { get; init; } = [];
}

/// <summary>Whom a message is for decides what may stand in it.</summary>
public enum Audience
{
    Customer,
    Manager,
    Technical,
}

/// <summary>Something a person can be asked for, and the line that answers.</summary>
public sealed record Intent(string Id, IReadOnlyList<Wording> Phrases)
{
    /// <summary>When it is not so any more and answered no more; null for never.</summary>
    public Condition? Unless { get; init; }

    /// <summary>What they try first, where the answer is that they will.</summary>
    public Trial? Tries { get; init; }

    /// <summary>Whether somebody asks for it who has not got it already.</summary>
    public bool IsAskedIn(FoldedText text) => Phrases.Any(p => p.All(text).Any(w => !Stance.IsReceived(text, w)));
}

/// <summary>Something a mentor can send in, once; the rule is one of the scenario's, and only a mentor sets it going.</summary>
public sealed record Injection(string Id, Said Title, Rule Rule);

/// <summary>Something that can be tried out; it works while the condition holds.</summary>
public sealed record Probe(string Id, Said Title, Condition Works);

/// <summary>What can be offered to a customer while it does not work.</summary>
/// <param name="Open">By which words a sentence speaks of it without offering it, as of what is yet to be decided.</param>
public sealed record Workaround(string Id, Said Says, IReadOnlyList<Wording> Mentions, IReadOnlyList<Wording> Open)
{
    /// <summary>Whether somebody proposes it, politely asked too; whoever advises against it does not.</summary>
    public bool IsOfferedIn(FoldedText text) =>
        Mentions.Any(m =>
            m.All(text)
                .Any(words =>
                    !Open.Any(o => o.In(FoldedText.Of(text.SentenceOf(words))))
                    && !Stance.IsDenied(text, words, m)
                    && !Stance.IsWarned(words)
                    && (!text.IsAsked(words) || Stance.IsRequested(text, words))
                )
        );
}

/// <summary>A page of the knowledge base.</summary>
public sealed record Article(string Id, Said Title, Said Text, IReadOnlyList<string> Branches);

/// <summary>A text that is written for the end, such as a post-mortem.</summary>
public sealed record HandIn(string Id, Said Title, Said Hint)
{
    /// <summary>Why this class of service; asked for in every scenario.</summary>
    public const string Justification = "justification";

    /// <summary>What one would do differently; asked for in every scenario.</summary>
    public const string Reflection = "reflection";
}

/// <summary>A decision of five minutes for a branch that was not drawn.</summary>
public sealed record Drill(string Id, string Branch, Said Question, IReadOnlyList<DrillChoice> Choices);

public sealed record DrillChoice(Said Says, bool Right, Said Because);

/// <summary>What passes: a share of the points, every critical line, and a mentor's word.</summary>
public sealed record Passing(double Share, bool EveryCritical, bool NeedsMentor);

/// <summary>A run that ships with the scenario and has to come out as it says.</summary>
public sealed record ScenarioTest(string Run, string Branch, Expectation Expects);

/// <summary>What a test looks for at the end of its run.</summary>
/// <param name="Passes">Lines that must be met; "all" stands for every line that applies and needs no mentor.</param>
/// <param name="Fails">Lines that must not be met, or be violated.</param>
/// <param name="Fired">Rules that must have fired.</param>
/// <param name="Closed">Whether the ticket is closed at the end.</param>
public sealed record Expectation(
    IReadOnlyList<string> Passes,
    IReadOnlyList<string> Fails,
    IReadOnlyList<string> Fired,
    bool? Closed
);
