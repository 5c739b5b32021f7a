using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Where the parts of a scenario stand in its author's files.</summary>
sealed class Atlas(Manuscript manuscript)
{
    public Place Whole => manuscript.Scenario.Place;

    /// <summary>A section.</summary>
    public Place Of(string section) => manuscript.Scenario.Find(section)?.Place ?? Whole;

    /// <summary>An entry of a section that is a map.</summary>
    public Place Of(string section, string name) =>
        (manuscript.Scenario.Find(section) as MapNode)?.Entries.FirstOrDefault(e => e.Key == name)?.Place ?? Whole;

    /// <summary>An item of a section that is a list.</summary>
    public Place Item(string section, string id, string key = "id") => Item(manuscript.Scenario, section, id, key);

    public Place Rule(Rule rule) =>
        rule.Id.StartsWith("timeline.", StringComparison.Ordinal)
            ? (manuscript.Scenario.Find("timeline") as ListNode)?.Items.ElementAtOrDefault(rule.Order)?.Place ?? Whole
        : rule.Id.StartsWith(RuleReader.InjectionId, StringComparison.Ordinal)
            ? Of("injections", rule.Id[RuleReader.InjectionId.Length..])
        : Item("rules", rule.Id) is var place && place != Whole ? place
        : Of("actors", rule.Id.Split('.')[0]);

    public Place Line(string id) => Item(manuscript.Rubric ?? manuscript.Scenario, "rubric", id, "id");

    public Place Test(string run) => Item("tests", run, "run");

    public Place Said(string line) =>
        ((MapNode?[])[manuscript.LinesVi, manuscript.LinesEn])
            .SelectMany(m => m?.Entries ?? [])
            .FirstOrDefault(e => e.Key == line)
            ?.Place
        ?? Whole;

    public bool HasRun(string name) => manuscript.Runs.ContainsKey(name);

    Place Item(MapNode map, string section, string id, string key) =>
        (map.Find(section) as ListNode)
            ?.Items.FirstOrDefault(i => (i as MapNode)?.Find(key) is TextNode text && text.Text == id)
            ?.Place
        ?? Whole;
}
