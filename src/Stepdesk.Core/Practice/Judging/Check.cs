using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>A way to tell from a story whether something was done well. Pure: the same story, the same ruling.</summary>
public abstract record Check
{
    /// <summary>Nobody misses a target by the time it takes to press a button.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>What it comes to when what it is about never happened.</summary>
    public Outcome IfNone { get; init; } = Outcome.NotMet;

    public abstract Ruling Judge(Story story, Scenario scenario);

    /// <summary>The patterns it looks for, so that a linter can ask whether they can happen.</summary>
    public abstract IEnumerable<Pattern> Patterns { get; }

    /// <summary>The facts it asks for.</summary>
    public virtual IEnumerable<string> Facts => [];

    /// <summary>The kinds of texts it looks for among what is handed in.</summary>
    public virtual IEnumerable<string> HandIns => [];

    protected Ruling None(string form, Pattern wanted) =>
        new(IfNone, [], [wanted.Type], new($"verdict-{form}-none", ("what", Called.Wanted(wanted))));

    /// <summary>The sentence for what did not come, with what was missing in whatever came nearest to it.</summary>
    private protected static Phrase Missed(
        string form,
        Nearest? nearest,
        params ReadOnlySpan<(string Name, object? Value)> with
    ) =>
        nearest is null
            ? new($"{form}-not", [.. with])
            : new($"{form}-near", [.. with, ("near", Called.Happened([nearest.Event])), ("lacks", nearest.Lacks)]);

    private protected static IEnumerable<SessionEvent> Seen(Nearest? nearest) => nearest is null ? [] : [nearest.Event];

    protected static IReadOnlyList<Cited> Cite(IEnumerable<SessionEvent> events) =>
        [.. events.DistinctBy(e => e.Seq).OrderBy(e => e.Seq).Select(e => new Cited(e.Seq))];
}

/// <summary>Something at most so long after something else.</summary>
public sealed record Within(Pattern From, Pattern To, TimeSpan Max) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        if (story.First(From, 0) is not { } from)
            return None("within", From) with { Outcome = Outcome.NotApplicable };
        if (story.First(To, from.Seq) is not { } to)
        {
            var nearest = Nearest.Among(story.Events.Where(e => e.Seq > from.Seq), To, scenario);
            return new(
                Outcome.NotMet,
                Cite([from, .. Seen(nearest)]),
                [To.Type],
                Missed(
                    "verdict-within",
                    nearest,
                    ("what", Called.Wanted(To)),
                    ("from", Called.Happened([from])),
                    ("limit", Called.Time(Max))
                )
            );
        }
        var met = to.At - from.At <= Max + Grace;
        return new(
            met ? Outcome.Met : Outcome.NotMet,
            Cite([from, to]),
            [],
            new(
                met ? "verdict-within-met" : "verdict-within-late",
                ("from", Called.Happened([from])),
                ("to", Called.Happened([to])),
                ("took", Called.Time(to.At - from.At)),
                ("limit", Called.Time(Max))
            )
        );
    }

    public override IEnumerable<Pattern> Patterns => [From, To];
}

/// <summary>One thing only after another.</summary>
public sealed record Before(Pattern First, Pattern Then) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        var then = story.Of(Then).ToList();
        if (then.Count == 0)
            return None("before", Then);
        var first = story.Of(First).TakeWhile(e => e.Seq < then[0].Seq).ToList();
        if (first.Count > 0)
            return new(
                Outcome.Met,
                Cite([.. first, .. then]),
                [],
                new("verdict-before-met", ("first", Called.Happened([first[0]])), ("then", Called.Happened([then[0]])))
            );
        var (before, late) = (story.Events.TakeWhile(e => e.Seq < then[0].Seq), story.Of(First).Take(1).ToList());
        var nearest = late.Count > 0 ? null : Nearest.Among(before, First, scenario);
        return new(
            Outcome.NotMet,
            Cite([then[0], .. Seen(nearest)]),
            [First.Type],
            late.Count > 0
                ? new("verdict-before-late", ("first", Called.Happened(late)), ("then", Called.Happened([then[0]])))
                : Missed(
                    "verdict-before",
                    nearest,
                    ("what", Called.Wanted(First)),
                    ("then", Called.Happened([then[0]]))
                )
        )
        {
            Counter = Cite(late),
        };
    }

    public override IEnumerable<Pattern> Patterns => [First, Then];
}

/// <summary>Something that may not be done; with <see cref="Until"/> or <see cref="After"/>, not in that time.</summary>
public sealed record Never(Pattern Of) : Check
{
    public Pattern? Until { get; init; }
    public Pattern? After { get; init; }

    public override Ruling Judge(Story story, Scenario scenario)
    {
        var from = After is null ? 0 : story.First(After, 0)?.Seq ?? int.MaxValue;
        var to = Until is null ? int.MaxValue : story.First(Until, 0)?.Seq ?? int.MaxValue;
        var done = story.Of(Of).Where(e => e.Seq > from && e.Seq < to).ToList();
        return done.Count == 0
            ? new(Outcome.Met, [], [], new("verdict-never-met"))
            : new(
                Outcome.Violated,
                Cite(done),
                [],
                Until is null
                    ? new("verdict-never-violated", ("what", Called.Happened(done)))
                    : new("verdict-never-early", ("what", Called.Happened(done)), ("until", Called.Wanted(Until)))
            );
    }

    public override IEnumerable<Pattern> Patterns => ((Pattern?[])[Of, Until, After]).OfType<Pattern>();
}

/// <summary>No gap longer than this between one and the next, from one event until another.</summary>
public sealed record Cadence(Pattern Of, TimeSpan Max, Pattern From, Pattern Until) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        if (story.First(From, 0) is not { } from)
            return None("cadence", From);
        var until = story.First(Until, from.Seq) ?? story.Events[^1];
        SessionEvent[] points = [from, .. story.Of(Of).Where(e => e.Seq > from.Seq && e.Seq < until.Seq), until];
        var gap = points.Zip(points.Skip(1)).MaxBy(pair => pair.Second.At - pair.First.At);
        var longest = gap.Second.At - gap.First.At;
        var met = longest <= Max + Grace;
        return new(
            met ? Outcome.Met : Outcome.NotMet,
            met ? Cite(points) : Cite([gap.First, gap.Second]),
            [],
            new(
                met ? "verdict-cadence-met" : "verdict-cadence-gap",
                ("from", Called.Happened([gap.First])),
                ("to", Called.Happened([gap.Second])),
                ("gap", Called.Time(longest)),
                ("limit", Called.Time(Max))
            )
        );
    }

    public override IEnumerable<Pattern> Patterns => [Of, From, Until];
}

/// <summary>What a field of the ticket was when something happened.</summary>
public sealed record FieldAt(FieldMatch Which, Pattern At) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        if (story.First(At, 0) is not { } at)
            return None("field", At);
        var set = story.Events.LastOrDefault(e =>
            e.Seq <= at.Seq && e.Type is EventTypes.TicketCreated or EventTypes.TicketChanged && e.Data.Has(Which.Name)
        );
        var met = set is not null && Which.Matches(set.Data);
        return new(
            met ? Outcome.Met : Outcome.NotMet,
            Cite(((SessionEvent?[])[at, set]).OfType<SessionEvent>()),
            met ? [] : [$"{Which.Name}: {string.Join(" / ", Which.Of)}"],
            new(
                set is null
                    ? Which.Of.Contains(FieldMatch.Any)
                        ? "verdict-field-empty"
                        : "verdict-field-unset"
                    : met
                        ? "verdict-field-met"
                        : "verdict-field-not",
                ("field", Called.Field(Which.Name)),
                ("value", Called.Values(Which.Name, set?.Data.All(Which.Name) ?? [], ", ")),
                ("wanted", Called.Values(Which.Name, Which.Of, " / ")),
                ("at", $"{at.At:HH:mm}")
            )
        );
    }

    public override IEnumerable<Pattern> Patterns => [At];
}

/// <summary>At least so many, counted by a field where one is named, before something where that matters.</summary>
public sealed record Count(Pattern Of, int AtLeast, string? Distinct, Pattern? Until) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        var to = Until is null ? int.MaxValue : story.First(Until, 0)?.Seq ?? int.MaxValue;
        var counted = story.Of(Of).Where(e => e.Seq < to).ToList();
        var count = Distinct is null
            ? counted.Count
            : counted.SelectMany(e => e.Data.All(Distinct)).Distinct(StringComparer.Ordinal).Count();
        if (count >= AtLeast)
            return new(
                Outcome.Met,
                Cite(counted),
                [],
                new("verdict-count-met", ("count", count), ("wanted", AtLeast), ("what", Called.Happened(counted)))
            );
        if (count == 0 && Perhaps.Was(Of, story, to, scenario) is { } perhaps)
            return perhaps;
        var nearest = Nearest.Among(story.Events.Where(e => e.Seq < to && !counted.Contains(e)), Of, scenario);
        return new(
            Outcome.NotMet,
            Cite([.. counted, .. Seen(nearest)]),
            [Of.Type],
            Missed("verdict-count", nearest, ("count", count), ("wanted", AtLeast), ("what", Called.Wanted(Of)))
        );
    }

    public override IEnumerable<Pattern> Patterns => ((Pattern?[])[Of, Until]).OfType<Pattern>();
}

/// <summary>Several things at once: the worst of them counts.</summary>
public sealed record Together(IReadOnlyList<Check> Parts) : Check
{
    static readonly Outcome[] Worst = [Outcome.Violated, Outcome.NotMet, Outcome.NeedsMentor, Outcome.Met];

    public override Ruling Judge(Story story, Scenario scenario)
    {
        var rulings = Parts.Select(p => p.Judge(story, scenario)).ToList();
        var outcome = Array.Find(Worst, w => rulings.Exists(r => r.Outcome == w));
        if (outcome == default)
            return rulings[0];
        var deciding = rulings.Where(r => r.Outcome == outcome).ToList();
        return new(
            outcome,
            [.. deciding.SelectMany(r => r.Evidence).Distinct().OrderBy(c => c.Seq)],
            [.. deciding.SelectMany(r => r.Missing)],
            // One sentence for one verdict: that of the first part that decided it.
            deciding[0].Sentence
        )
        {
            Counter = [.. deciding.SelectMany(r => r.Counter)],
        };
    }

    public override IEnumerable<Pattern> Patterns => Parts.SelectMany(p => p.Patterns);

    public override IEnumerable<string> Facts => Parts.SelectMany(p => p.Facts);

    public override IEnumerable<string> HandIns => Parts.SelectMany(p => p.HandIns);
}

/// <summary>Only a person can say; these are the events to look at.</summary>
public sealed record AskMentor(int Levels, Pattern Show) : Check
{
    public override Ruling Judge(Story story, Scenario scenario) =>
        new(Outcome.NeedsMentor, Cite(story.Of(Show)), [], new("verdict-mentor", ("levels", Levels)));

    public override IEnumerable<Pattern> Patterns => [Show];
}
