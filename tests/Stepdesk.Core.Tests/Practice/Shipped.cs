using System.Collections.Concurrent;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>The scenarios that ship with the program, as they stand in the sources.</summary>
static class Shipped
{
    public static IEnumerable<string> Folders => ScenarioFolder.All(Path.Combine(Repository.Folder, "scenarios"));

    // Nothing changes a scenario, and reading one takes longer than most of what is tried with it.
    static readonly ConcurrentDictionary<string, (Scenario, Manuscript)> Known = new(StringComparer.Ordinal);

    public static (Scenario Scenario, Manuscript Manuscript) Read(string name) => Known.GetOrAdd(name, ReadNew);

    static (Scenario, Manuscript) ReadNew(string name)
    {
        var found = new List<Diagnostic>();
        var manuscript = ScenarioFolder.Read(Path.Combine(Repository.Folder, "scenarios", name), found)!;
        var scenario = ScenarioReader.Read(manuscript, found)!;
        Assert.Empty(found);
        return (scenario, manuscript);
    }

    public static Scenario Slow => Read("02-slow-lms").Scenario;

    public static Script Run(string name) => ScriptReader.Read(Read("02-slow-lms").Manuscript.Runs[name], Slow, []);
}
