using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Refusal = Stepdesk.Core.History.Refusal;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>
/// A step of a written run: a move, and when. A run has to come out alike under every seed, so it waits for what happens
/// rather than for an hour.
/// </summary>
/// <param name="At">So long after the beginning, if that is still to come.</param>
/// <param name="After">Once such an event happened; <paramref name="Wait"/> later.</param>
/// <param name="Every">Again and again, until such an event happened.</param>
/// <param name="Optional">A good run is as good without it.</param>
public sealed record ScriptStep(
    Place Place,
    Move Move,
    TimeSpan? At,
    Pattern? After,
    TimeSpan Wait,
    TimeSpan? Every,
    Pattern? Until,
    bool Optional
)
{
    /// <summary>Does it at the instant, in the name of whose step it is.</summary>
    public Refusal? Do(Session session, DateTimeOffset at) =>
        Move is { Verb: ScriptReader.Inject, Fields: var sent }
            ? Injecting.Act(session, sent.One("injection")!, sent.One("reason")!, at)
            : Trainee.Act(session, Move, at);
}

/// <summary>A run that somebody wrote down.</summary>
public sealed record Script(IReadOnlyList<ScriptStep> Steps)
{
    /// <summary>The moves that were refused, by the steps that tried them.</summary>
    public IReadOnlyList<(ScriptStep Step, Refusal Refusal)> Play(Session session)
    {
        var refused = new List<(ScriptStep, Refusal)>();
        foreach (var step in Steps)
        {
            if (step.After is { } event_ && !WaitFor(session, event_))
                continue; // what it waits for never comes; the expectation will say so
            var at = Later(session.Story.End, step.At is { } time ? session.Story.Start + time : default) + step.Wait;
            if (step is not { Every: { } every, Until: { } until })
            {
                Try(session, step, at, refused);
                continue;
            }
            for (at = session.Story.End + every; ; at += every)
            {
                if (HappensBy(session, until, at) || session.IsOver)
                    break;
                Try(session, step, at, refused);
            }
        }
        return refused;
    }

    static void Try(Session session, ScriptStep step, DateTimeOffset at, List<(ScriptStep, Refusal)> refused)
    {
        // Something may have happened at the very instant, so the clock can be past what the step was written for.
        Director.AdvanceTo(session, at);
        if (step.Do(session, Later(at, session.Story.End)) is { } refusal)
            refused.Add((step, refusal));
    }

    // Stops at the instant itself: whoever writes every quarter of an hour still sees at once that it works again.
    static bool HappensBy(Session session, Pattern which, DateTimeOffset at)
    {
        while (session.Story.First(which, 0) is null)
        {
            if (session.IsOver || Director.NextInstant(session) is not { } next || next > at)
            {
                Director.AdvanceTo(session, at);
                return session.Story.First(which, 0) is not null;
            }
            Director.AdvanceTo(session, next);
        }
        return true;
    }

    static bool WaitFor(Session session, Pattern which)
    {
        while (session.Story.First(which, 0) is null)
            if (Director.NextInstant(session) is { } next && next <= session.LatestEnd)
                Director.AdvanceTo(session, next);
            else
                return false;
        return true;
    }

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>Reads runs: a list of steps, each with one verb of the trainee's.</summary>
public static class ScriptReader
{
    /// <summary>The one step that is a mentor's: something sent in.</summary>
    public const string Inject = "inject";

    public static Script Read(Node node, Scenario scenario, List<Diagnostic> found)
    {
        if (node is ListNode list)
        {
            var (steps, latest) = (new List<ScriptStep>(), (Number: 0, At: TimeSpan.Zero));
            foreach (var (at, item) in list.Items.Index())
            {
                if (Step(item, scenario, found) is not { } step)
                    continue;
                steps.Add(step);
                Names(at + 1, step, scenario, found);
                if (step.At < latest.At)
                    found.Add(
                        new(
                            "SD0005",
                            step.Place,
                            $"Step {at + 1} is at {Durations.Written(step.At.Value)}, and step {latest.Number} above it at {Durations.Written(latest.At)}. Put steps in the order of their times."
                        )
                    );
                else if (step.At is { } time)
                    latest = (at + 1, time);
            }
            return new(steps);
        }
        found.Add(new("SD0002", node.Place, "A run is a list of steps; begin each with a dash."));
        return new([]);
    }

    // Whom and what a step names; what is not there would be said to nobody, and looked for nowhere.
    static void Names(int number, ScriptStep step, Scenario scenario, List<Diagnostic> found)
    {
        if (Verbs.Find(step.Move.Verb) is not { } verb)
            return;
        foreach (var field in verb.Fields)
            switch (field)
            {
                case { Kind: FieldKind.Person or FieldKind.People }:
                    Known(field.Name, "SD0101", scenario.Cast.Select(c => c.Id));
                    break;
                case { Name: "system" }:
                    Known(field.Name, "SD0005", scenario.Systems);
                    break;
                case { Name: "asks" }:
                    var to = step.Move.Fields.All("to");
                    Known(
                        field.Name,
                        "SD0005",
                        scenario.Cast.Where(c => to.Contains(c.Id)).SelectMany(c => c.Intents).Select(i => i.Id)
                    );
                    break;
                case { Name: "offers" }:
                    Known(field.Name, "SD0005", scenario.Workarounds.Select(w => w.Id));
                    break;
            }

        void Known(string field, string code, IEnumerable<string> known)
        {
            foreach (var name in step.Move.Fields.All(field).Except(known, StringComparer.Ordinal))
                found.Add(
                    new(
                        code,
                        step.Place,
                        $"Step {number}: '{field}' knows no '{name}'. It may be one of {string.Join(", ", known.Distinct(StringComparer.Ordinal).DefaultIfEmpty("none"))}."
                    )
                );
        }
    }

    static ScriptStep? Step(Node node, Scenario scenario, List<Diagnostic> found) =>
        Sheet.Read(
            node,
            found,
            sheet =>
            {
                var patterns = new PatternReader(found, scenario.Start);
                var step = new ScriptStep(
                    sheet.Place,
                    new("", Fields.None),
                    sheet.Duration("at"),
                    patterns.Read(sheet.Take("after")),
                    sheet.Duration("wait") ?? default,
                    sheet.Duration("every"),
                    patterns.Read(sheet.Take("until")),
                    sheet.Flag("optional")
                );
                if (sheet.Take(Inject) is { } sent)
                    // A run is as good without what a mentor sends in.
                    return Sheet.Read(sent, found, Injected) is { } fields
                        ? step with
                        {
                            Move = new(Inject, fields),
                            Optional = true,
                        }
                        : null;
                var verb = Verbs.All.FirstOrDefault(v => sheet.Has(v.Name));
                if (verb is null)
                {
                    sheet.Say(
                        "SD0004",
                        sheet.Place,
                        $"Say what is done: one of {string.Join(", ", Verbs.All.Select(v => v.Name))}."
                    );
                    return null;
                }
                return Said(sheet, verb) is { } said ? step with { Move = new(verb.Name, said) } : null;
            }
        );

    static Fields? Injected(Sheet sheet) =>
        sheet.Text("injection", required: true) is { } injection && sheet.Text("reason", required: true) is { } reason
            ? Fields.Of(("injection", injection), ("reason", reason))
            : null;

    // A move that has no fields is written "close: now".
    static Fields? Said(Sheet sheet, Verb verb) =>
        sheet.Take(verb.Name) is var node && node is TextNode && verb.Fields.Count == 0
            ? Fields.None
            : Sheet.Read(
                node,
                sheet.Found,
                s => s.Rest().Aggregate(Fields.None, (all, f) => all.With(f.Key, s.TextsOf(f.Value)))
            );
}
