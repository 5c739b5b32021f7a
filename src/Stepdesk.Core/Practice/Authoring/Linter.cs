using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>
/// Everything that can be said about a scenario before anybody plays it: its shape, then its names, then what it means,
/// then its runs. Each looks only at what the one before found sound, so one mistake is reported once.
/// </summary>
public static class Linter
{
    /// <summary>Seeds a shipped run has to come out right under.</summary>
    public const int Seeds = 20;

    /// <summary>What an author has to change; nothing when the scenario may be started.</summary>
    public static (Scenario? Scenario, IReadOnlyList<Diagnostic> Found) Lint(Manuscript manuscript)
    {
        var found = new List<Diagnostic>();
        var scenario = ScenarioReader.Read(manuscript, found);
        Safety.Check(manuscript, found);
        if (scenario is null || found.Count > 0)
            return (scenario, Sorted(found));
        var atlas = new Atlas(manuscript);
        new References(scenario, atlas, found).Check();
        if (found.Count == 0)
            new Meaning(scenario, atlas, found).Check();
        SpokenOf.Check(scenario, atlas, found);
        return (scenario, Sorted(found));
    }

    /// <summary>What the shipped runs say about a scenario that is otherwise sound.</summary>
    public static IReadOnlyList<Diagnostic> Rehearse(Scenario scenario, Manuscript manuscript)
    {
        var (found, atlas) = (new List<Diagnostic>(), new Atlas(manuscript));
        foreach (var branch in scenario.Branches)
            if (!scenario.Tests.Any(t => t.Branch == branch.Id && t.Expects.Passes.Count > 0))
                found.Add(
                    new(
                        "SD0303",
                        atlas.Item("branches", branch.Id),
                        $"The branch {branch.Id} has no good run. Write one."
                    )
                );
        foreach (var test in scenario.Tests)
        {
            var script = ScriptReader.Read(manuscript.Runs[test.Run], scenario, found);
            if (!Plays(scenario, test, script, Seeds, atlas, found))
                continue;
            foreach (var unmissed in Rehearsal.Mutate(scenario, test, script, Seeds))
                found.Add(
                    new(
                        "SD0302",
                        unmissed.Step.Place,
                        $"{test.Run} comes out as well without this step. Let a line ask for it, or mark it optional."
                    )
                );
        }
        return Sorted(found);
    }

    /// <summary>
    /// The same of each good run, under one seed only: enough to let nobody begin what nobody could do well. The rest is
    /// between its author and the rubric, and would take as long again.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Glance(Scenario scenario, Manuscript manuscript)
    {
        var (found, atlas) = (new List<Diagnostic>(), new Atlas(manuscript));
        foreach (var test in scenario.Tests.Where(t => t.Expects.Passes.Count > 0))
            Plays(scenario, test, ScriptReader.Read(manuscript.Runs[test.Run], scenario, found), 1, atlas, found);
        return Sorted(found);
    }

    // Whether it comes to its end. Nothing of a run that an endless rule stopped comes out as it says.
    static bool Plays(
        Scenario scenario,
        ScenarioTest test,
        Script script,
        ulong seeds,
        Atlas atlas,
        List<Diagnostic> found
    )
    {
        for (var seed = 1ul; seed <= seeds; seed++)
        {
            var played = Rehearsal.Play(scenario, test, script, seed);
            if (Endless(scenario, played) is { } endless)
            {
                if (!found.Exists(d => d.Code == "SD0304" && d.Place == atlas.Rule(endless)))
                    found.Add(
                        new(
                            "SD0304",
                            atlas.Rule(endless),
                            $"In {test.Run} the rule {endless.Id} sets itself going without end. Let it wait, or fire so many times only."
                        )
                    );
                return false;
            }
            if (played.Wrong is not { Count: > 0 } wrong)
                continue;
            found.Add(
                new(
                    "SD0301",
                    atlas.Test(test.Run),
                    $"{test.Run} in the branch {test.Branch} under seed {seed}: {string.Join("; ", wrong.Select(w => w.TrimEnd('.')))}."
                )
            );
            break;
        }
        return true;
    }

    static Rule? Endless(Scenario scenario, Performance played) =>
        played.Events is [.., { Type: EventTypes.Paused } stopped]
            ? scenario.Rules.FirstOrDefault(r => r.Id == stopped.Data.One("rule"))
            : null;

    static List<Diagnostic> Sorted(List<Diagnostic> found) =>
        [.. found.OrderBy(d => d.Place.File, StringComparer.Ordinal).ThenBy(d => d.Place.Line).ThenBy(d => d.Code)];
}
