using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>The scenarios that ship with the program, as they stand in the sources.</summary>
static class Shipped
{
    public static IEnumerable<string> Folders => ScenarioFolder.All(Path.Combine(Repository.Folder, "scenarios"));

    public static (Scenario Scenario, Manuscript Manuscript) Read(string name)
    {
        var found = new List<Diagnostic>();
        var manuscript = ScenarioFolder.Read(Path.Combine(Repository.Folder, "scenarios", name), found)!;
        var scenario = ScenarioReader.Read(manuscript, found)!;
        Assert.Empty(found);
        return (scenario, manuscript);
    }

    static readonly Lazy<(Scenario, Manuscript)> SlowOnce = new(() => Read("02-slow-lms"));

    public static Scenario Slow => SlowOnce.Value.Item1;

    public static Script Run(string name) => ScriptReader.Read(SlowOnce.Value.Item2.Runs[name], Slow, []);
}
