using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>How one run came out under one seed.</summary>
/// <param name="Wrong">What is not as the test says; empty when all is.</param>
public sealed record Performance(
    ScenarioTest Test,
    ulong Seed,
    IReadOnlyList<SessionEvent> Events,
    Report Report,
    IReadOnlyList<string> Wrong
);

/// <summary>A step of a good run that could be left out, and no line would miss it.</summary>
public sealed record Unmissed(ScenarioTest Test, ScriptStep Step);

/// <summary>Plays the runs that ship with a scenario, and looks whether its rubric can tell good from bad.</summary>
public static class Rehearsal
{
    /// <summary>In an expectation: every line that applies and needs no mentor.</summary>
    public const string All = "all";

    public static Performance Play(Scenario scenario, ScenarioTest test, Script script, ulong seed)
    {
        var session = Session.Begin(scenario, seed, Language.Vi, test.Branch);
        script.Play(session);
        var report = Judge.Of(scenario, session.Events);
        return new(test, seed, session.Events, report, [.. Wrong(scenario, test, session, report)]);
    }

    /// <summary>
    /// Steps of a good run whose absence costs nothing under any seed. Each is either superfluous, or a line is missing.
    /// </summary>
    public static IEnumerable<Unmissed> Mutate(Scenario scenario, ScenarioTest test, Script script, ulong seeds)
    {
        if (test.Expects.Passes.Count == 0)
            yield break;
        foreach (var (at, step) in script.Steps.Index())
            if (!step.Optional && !IsMissed(new([.. script.Steps.Where((_, place) => place != at)])))
                yield return new(test, step);

        bool IsMissed(Script without)
        {
            for (var seed = 1ul; seed <= seeds; seed++)
                if (Play(scenario, test, without, seed).Wrong.Count > 0)
                    return true;
            return false;
        }
    }

    static string Called(Outcome outcome) =>
        Text.Of($"outcome-{System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{outcome}")}", Language.En);

    static IEnumerable<string> Wrong(Scenario scenario, ScenarioTest test, Session session, Report report)
    {
        foreach (var line in scenario.Rubric)
        {
            var verdict = report.Of(line.Id);
            var passes =
                test.Expects.Passes.Contains(line.Id, StringComparer.Ordinal)
                || test.Expects.Passes.Contains(All, StringComparer.Ordinal)
                    && line.Check is not AskMentor
                    && verdict.Outcome is not Outcome.NotApplicable;
            if (passes && verdict.Outcome is not Outcome.Met)
                yield return $"{line.Id} comes out as “{Called(verdict.Outcome)}”: {verdict.Sentence.En}";
            if (
                test.Expects.Fails.Contains(line.Id, StringComparer.Ordinal)
                && verdict.Outcome is not (Outcome.NotMet or Outcome.Violated)
            )
                yield return $"{line.Id} should not be met, but comes out as “{Called(verdict.Outcome)}”: {verdict.Sentence.En}";
        }
        var fired = session
            .Events.Where(e => e.Type is EventTypes.RuleFired)
            .Select(e => e.Data.One("rule"))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var rule in test.Expects.Fired.Where(r => !fired.Contains(r)))
            yield return $"the rule {rule} did not fire";
        var closed = session.Story.First(EventTypes.TicketClosed) is not null;
        if (test.Expects.Closed is { } wanted && wanted != closed)
            yield return closed ? "the ticket is closed" : "the ticket is not closed";
    }
}
