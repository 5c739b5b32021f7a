using System.Globalization;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// One trainee's run of a scenario: its story, and what is still to come of it. All of it follows from the events, so a
/// session taken up again on another machine goes on as if nothing had been.
/// </summary>
public sealed class Session
{
    readonly Dictionary<string, Firing> firings = new(StringComparer.Ordinal);
    readonly Waiting waiting;

    Session(Scenario scenario, ulong seed, string branch)
    {
        (Scenario, Seed) = (scenario, seed);
        Rules = [.. scenario.Rules.Where(r => r.In(branch))];
        Facts = [.. scenario.Facts.Where(f => f.In(branch))];
        waiting = new(this);
    }

    public Scenario Scenario { get; }
    public ulong Seed { get; }
    public Story Story { get; } = new();
    public IReadOnlyList<SessionEvent> Events => Story.Events;
    public string Branch => Story.Branch;

    /// <summary>The rules and facts of the drawn branch.</summary>
    public IReadOnlyList<Rule> Rules { get; }
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Nothing happens any more: it was handed in, its time is over, or its author has to look at it.</summary>
    public bool IsOver { get; private set; }

    public DateTimeOffset LatestEnd => Scenario.Start + Scenario.Horizon;

    /// <summary>A session from its beginning. The seed draws the branch unless one is named.</summary>
    /// <param name="script">The written run it is played by, where no person plays it.</param>
    /// <exception cref="ArgumentException">The scenario has no such branch.</exception>
    public static Session Begin(
        Scenario scenario,
        ulong seed,
        Language language,
        string? branch = null,
        string? script = null
    )
    {
        var drawn = branch is null
            ? BranchOf(scenario, seed)
            : scenario.BranchOf(branch) ?? throw new ArgumentException($"There is no branch {branch}.", nameof(branch));
        var session = new Session(scenario, seed, drawn.Id);
        session.Append(
            scenario.Start,
            EventTypes.Started,
            SessionEvent.Director,
            Fields.Of(
                ("scenario", scenario.Id),
                ("version", scenario.Version.ToString(CultureInfo.InvariantCulture)),
                ("hash", scenario.Hash),
                ("seed", seed.ToString(CultureInfo.InvariantCulture)),
                ("branch", drawn.Id),
                ("language", language is Language.Vi ? "vi" : "en"),
                ("script", script)
            )
        );
        Director.Settle(session);
        return session;
    }

    /// <summary>The branch a seed draws.</summary>
    public static Branch BranchOf(Scenario scenario, ulong seed) =>
        Chance.Pick(seed, "branch", scenario.Branches, b => b.Weight);

    /// <summary>A session taken up again from what happened in it.</summary>
    /// <exception cref="ArgumentException">The events are those of another scenario or another text of it.</exception>
    public static Session Resume(Scenario scenario, IReadOnlyList<SessionEvent> happened)
    {
        if (happened is not [{ Type: EventTypes.Started } first, ..] || first.Data.One("hash") != scenario.Hash)
            throw new ArgumentException("These events do not belong to this text of the scenario.", nameof(happened));
        var session = new Session(
            scenario,
            ulong.Parse(first.Data.One("seed")!, CultureInfo.InvariantCulture),
            first.Data.One("branch")!
        );
        foreach (var one in happened)
            session.Take(one);
        return session;
    }

    internal SessionEvent Append(
        DateTimeOffset at,
        string type,
        string actor,
        Fields data,
        params IReadOnlyList<int> causes
    )
    {
        var happened = new SessionEvent(Events.Count + 1, at, type, actor, data, causes);
        Take(happened);
        return happened;
    }

    /// <summary>What somebody says in this session: the line, with what was drawn for it.</summary>
    /// <param name="line">Its key, as the event has it.</param>
    public string Say(string line, Language language) =>
        Scenario.Draws.Aggregate(
            Scenario.Lines.Find(line, language) ?? "",
            (text, draw) =>
                text.Replace(
                    $"{{{draw.Name}}}",
                    Chance.Pick(Seed, $"draw/{draw.Name}", draw.Of, _ => 1),
                    StringComparison.Ordinal
                )
        );

    /// <summary>
    /// What somebody says in an event, in the words in which they say it: nobody writes the same sentence twice, and whoever
    /// says it again says when they did before.
    /// </summary>
    public string Said(SessionEvent said, Language language)
    {
        var line = said.Data.One("line") ?? "";
        var before = Story.Events.Take(said.Seq - 1).Where(e => e.Actor == said.Actor && e.Data.One("line") == line);
        string[] hours = [.. before.Select(e => e.At.ToString("HH:mm", CultureInfo.InvariantCulture))];
        if (hours.Length == 0)
            return Say(line, language);
        var person = Scenario.Person(said.Actor);
        return person?.Intents.Any(i => i.Tries is { } t && Scenario.Lines.In(Branch, t.Fails) == line) is true
            ? Text.Of("practice-tried-again", language, ("time", hours[^1]))
            : Text.Of(
                person?.Audience is Audience.Technical ? "practice-we-said" : "practice-i-said",
                language,
                ("time", string.Join(", ", hours)),
                ("text", Say(line, language))
            );
    }

    /// <summary>When the trainee said they would be in touch again, and has neither been yet nor need be any more.</summary>
    public IEnumerable<(DateTimeOffset Due, IReadOnlyList<string> To)> Promises(DateTimeOffset now) =>
        from promise in Events
        where promise.Data.Has("next_contact")
        let due = DateTimeOffset.Parse(promise.Data.One("next_contact")!, CultureInfo.InvariantCulture)
        where
            due > now
            && !Events
                .Skip(promise.Seq)
                .Any(e =>
                    e.Type is EventTypes.TicketClosed
                    || Story.IsConfirmedBy(e, promise)
                    || (
                        e.Type is EventTypes.MessageSent or EventTypes.EscalationSent
                        && e.Data.All("to").Any(promise.Data.All("to").Contains)
                    )
                )
        select (due, promise.Data.All("to"));

    /// <summary>In which language its people speak.</summary>
    public Language Language => Events[0].Data.One("language") is "en" ? Language.En : Language.Vi;

    internal Firing LastOf(Rule rule) => firings.GetValueOrDefault(rule.Id, Firing.NotYet);

    /// <summary>What was set going and has not happened yet, the next one first.</summary>
    internal Due? Next => waiting.Next;

    void Take(SessionEvent happened)
    {
        Story.Add(happened);
        waiting.Take(happened);
        switch (happened.Type)
        {
            case EventTypes.RuleFired:
                SetGoing(happened);
                break;
            case EventTypes.WatchStarted when Durations.Read(happened.Data.One("for") ?? "") is { } length:
                waiting.Add(new(happened.At + length, -1, 0, happened.Seq, null));
                break;
            case EventTypes.Ended or EventTypes.Paused:
                IsOver = true;
                break;
        }
    }

    void SetGoing(SessionEvent fired)
    {
        var rule = Rules.First(r => r.Id == fired.Data.One("rule"));
        var count = LastOf(rule).Count + 1;
        firings[rule.Id] = new(fired.At, fired.Causes.DefaultIfEmpty(LastOf(rule).Seq).Max(), count);
        foreach (var (at, effect) in rule.Then.Index())
        {
            var chance = Chance.Of(Seed, FormattableString.Invariant($"rule/{rule.Id}/{count}/{at}"));
            var then = fired.At + effect.After.At(chance);
            waiting.Add(new(Hours(effect)?.Next(then) ?? then, rule.Order, at, fired.Seq, effect));
        }
    }

    Hours? Hours(Effect effect) => effect is Say say ? Scenario.Person(say.From)?.Hours : null;
}
