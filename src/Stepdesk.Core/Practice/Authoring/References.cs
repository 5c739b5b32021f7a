using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Whether every name in a scenario leads somewhere.</summary>
sealed class References(Scenario scenario, Atlas atlas, List<Diagnostic> found)
{
    public void Check()
    {
        foreach (var rule in scenario.Rules)
        {
            var place = atlas.Rule(rule);
            Branches(rule.Branches, place);
            foreach (var condition in Whole(rule))
                Check(condition, place);
            foreach (var effect in rule.Then)
                Check(effect, place);
        }
        foreach (var fact in scenario.Facts)
        {
            Branches(fact.Branches, atlas.Of("facts", fact.Id));
            foreach (var reveal in fact.Reveals)
                Check(reveal, atlas.Of("facts", fact.Id));
        }
        foreach (var figure in scenario.Figures)
            Facts(figure.Facts.Concat(figure.Until), atlas.Of("figures", figure.Id));
        foreach (var probe in scenario.Probes)
        foreach (var condition in probe.Works.Whole)
            Check(condition, atlas.Of("probes", probe.Id));
        foreach (var condition in scenario.Report?.Comes.Whole ?? [])
            Check(condition, atlas.Of("report"));
        foreach (var column in scenario.Columns.Where(c => c.PartOf is not null))
            Names(
                [column.PartOf!],
                scenario.Columns.Where(c => c.Of.Count > 0 && c != column && c.PartOf is null).Select(c => c.Id),
                "SD0105",
                "column",
                atlas.Of("columns", column.Id)
            );
        foreach (var line in scenario.Rubric)
        {
            var place = atlas.Line(line.Id);
            Branches(line.Branches, place);
            Facts(line.Check.Facts, place);
            foreach (var pattern in line.Check.Patterns)
                Check(pattern, place);
            Names(line.Check.HandIns, scenario.HandInKinds, "SD0109", "text to hand in", place);
        }
        foreach (var drill in scenario.Drills)
            Branches([drill.Branch], atlas.Item("drills", drill.Id));
        foreach (var article in scenario.Articles)
            Branches(article.Branches, atlas.Of("articles", article.Id));
        foreach (var test in scenario.Tests)
            Check(test);
    }

    static IEnumerable<Condition> Whole(Rule rule) => rule.When.Whole.Concat(rule.Unless?.Whole ?? []);

    void Check(ScenarioTest test)
    {
        var place = atlas.Test(test.Run);
        Branches([test.Branch], place);
        var lines = test.Expects.Passes.Concat(test.Expects.Fails).Where(id => id != Rehearsal.All);
        Names(lines, scenario.Rubric.Select(l => l.Id), "SD0106", "line of the rubric", place);
        Names(test.Expects.Fired, scenario.Rules.Select(r => r.Id), "SD0107", "rule", place);
        if (!atlas.HasRun(test.Run))
            found.Add(new("SD0108", place, $"There is no run {test.Run}. Write it, beside the scenario."));
    }

    void Check(Condition condition, Place place)
    {
        switch (condition)
        {
            case Happened happened:
                Check(happened.Which, place);
                break;
            case InOrder order:
                foreach (var step in order.Steps)
                    Check(step, place);
                break;
            case Silence silence:
                Check(silence.Of, place);
                if (silence.Since is { } since)
                    Check(since, place);
                break;
            case Revealed revealed:
                Facts([revealed.Fact], place);
                break;
            case BranchIs branch:
                Branches(branch.Of, place);
                break;
        }
    }

    void Check(Effect effect, Place place)
    {
        switch (effect)
        {
            case Say say:
                People([say.From], place);
                Names(say.Lines, scenario.Lines.Keys, "SD0102", "line", place);
                foreach (var condition in say.Tries?.Works.Whole ?? [])
                    Check(condition, place);
                break;
            case Emit emit when emit.By is not Sessions.SessionEvent.Director:
                People([emit.By], place);
                break;
        }
    }

    void Check(Pattern pattern, Place place)
    {
        Facts(pattern.Carries.Concat(pattern.Lacks?.Of ?? []), place);
        foreach (var field in pattern.Fields)
        {
            var named = field.Of.Where(t => t is not (FieldMatch.Any or FieldMatch.None));
            if (field.Name is "to" or "from" or "requester" or "account" && pattern.Type is not "telemetry.queried")
                People(named, place);
            else if (field.Name is "attached" or "mentions" or "fact")
                Facts(named, place);
            else if (field.Name is "injection")
                Names(named, scenario.Injections.Select(i => i.Id), "SD0105", "injection", place);
            else if (field.Name is "article")
                Names(named, scenario.Articles.Select(a => a.Id), "SD0105", "article", place);
            else if (
                field.Name is "drawn" or "personal"
                || field.Name is "fields" && pattern.Type is Sessions.EventTypes.ReportExtracted
            )
                Names(named, scenario.Columns.Select(c => c.Id), "SD0105", "column", place);
            else if (field.Name is "target" && pattern.Type is "test.run")
                Names(named, scenario.Probes.Select(p => p.Id), "SD0105", "probe", place);
        }
        if (
            pattern.By
            is { } by
                and not (
                    Sessions.SessionEvent.Trainee
                    or Sessions.SessionEvent.Director
                    or Sessions.SessionEvent.Mentor
                )
        )
            People([by], place);
    }

    void People(IEnumerable<string> names, Place place) =>
        Names(names, scenario.Cast.Select(c => c.Id), "SD0101", "person", place);

    void Facts(IEnumerable<string> names, Place place) =>
        Names(names, scenario.Facts.Select(f => f.Id), "SD0103", "fact", place);

    void Branches(IEnumerable<string> names, Place place) =>
        Names(names, scenario.Branches.Select(b => b.Id), "SD0104", "branch", place);

    void Names(IEnumerable<string> used, IEnumerable<string> known, string code, string what, Place place)
    {
        foreach (var name in used.Except(known, StringComparer.Ordinal))
            found.Add(new(code, place, $"There is no {what} '{name}'. Write it{Instead(known)}."));
    }

    static string Instead(IEnumerable<string> known) =>
        string.Join(", ", known) is { Length: > 0 } some ? $", or use one of {some}" : "";
}
