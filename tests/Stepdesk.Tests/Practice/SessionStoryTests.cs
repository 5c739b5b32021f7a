using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>The shipped good runs of every scenario, played at the desk of a session instead of in one's head.</summary>
public sealed class SessionStoryTests : IAsyncLifetime
{
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Names the end of the one file that is played, where not all are.</summary>
    public const string OnlyRun = "STEPDESK_ONLY_RUN";

    public static TheoryData<string, string> Runs =>
        [
            .. from folder in ScenarioFolder.All(ScenarioFolder.Shipped)
            from run in Directory.EnumerateFiles(Path.Combine(folder, "golden")).Order(StringComparer.Ordinal)
            where
                Environment.GetEnvironmentVariable(OnlyRun) is not { } only
                || run.EndsWith(only, StringComparison.Ordinal)
            select (Path.GetFileName(folder), $"golden/{Path.GetFileName(run)}"),
        ];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_good_run_at_the_desk_is_judged_as_the_run_itself(string name, string run)
    {
        var (scenario, test, script) = Read(name, run);
        var seed = SeedOf(scenario, test.Branch);

        var me = await Trying.BeginAsync(app, scenario.Id, seed);
        await new AtTheDesk(app, me, scenario, script).PlayAsync();

        var report = await me.ReportAsync();
        Assert.True(report.Passes, Said(report));
        Assert.Equal(Outcomes(Rehearsal.Play(scenario, test, script, seed).Report), Outcomes(report));
        Assert.True(report.Passes, Said(report));
    }

    static (Scenario, ScenarioTest, Script) Read(string name, string run)
    {
        var found = new List<Diagnostic>();
        var manuscript = ScenarioFolder.Read(Path.Combine(ScenarioFolder.Shipped, name), found)!;
        var scenario = ScenarioReader.Read(manuscript, found)!;
        var script = ScriptReader.Read(manuscript.Runs[run], scenario, found);
        Assert.Empty(found);
        return (scenario, scenario.Tests.First(t => t.Run == run), script);
    }

    static ulong SeedOf(Scenario scenario, string branch)
    {
        for (var seed = 1ul; ; seed++)
            if (Session.BranchOf(scenario, seed).Id == branch)
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
