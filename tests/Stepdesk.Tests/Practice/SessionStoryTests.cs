using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>The shipped runs of the slow class, played at the desk of a session instead of in one's head.</summary>
public sealed class SessionStoryTests : IAsyncLifetime
{
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("golden/pool.yaml", 1)]
    [InlineData("golden/pool.yaml", 2)]
    [InlineData("golden/release.yaml", 1)]
    [InlineData("golden/campus-network.yaml", 1)]
    [InlineData("golden/known-issue.yaml", 1)]
    public async Task A_good_run_at_the_desk_is_judged_as_the_run_itself(string run, int which)
    {
        var (scenario, test, script) = Read(run);
        var seed = SeedOf(scenario, test.Branch, which);

        var me = await Trying.BeginAsync(app, seed: seed);
        await new AtTheDesk(app, me, script).PlayAsync();

        var report = await me.ReportAsync();
        Assert.True(report.Passes, Said(report));
        Assert.Equal(Outcomes(Rehearsal.Play(scenario, test, script, seed).Report), Outcomes(report));
    }

    static (Scenario, ScenarioTest, Script) Read(string run)
    {
        var found = new List<Diagnostic>();
        var manuscript = ScenarioFolder.Read(ScenarioFolder.Find("02")!, found)!;
        var scenario = ScenarioReader.Read(manuscript, found)!;
        var script = ScriptReader.Read(manuscript.Runs[run], scenario, found);
        Assert.Empty(found);
        return (scenario, scenario.Tests.First(t => t.Run == run), script);
    }

    static ulong SeedOf(Scenario scenario, string branch, int which)
    {
        for (var seed = 1ul; ; seed++)
            if (Session.BranchOf(scenario, seed).Id == branch && --which == 0)
                return seed;
    }

    static List<string> Outcomes(Report report) => [.. report.Verdicts.Select(v => $"{v.Line} {v.Outcome}")];

    static string Said(Report report) =>
        string.Join(
            '\n',
            report
                .Verdicts.Where(v => v.Outcome is not Outcome.Met)
                .Select(v => $"{v.Line} {v.Outcome}: {v.Sentence.En}")
        );
}
