using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Practice;
using PracticeCadence = Stepdesk.Core.Practice.Judging.Cadence;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What ships can be played: nothing to correct, every good run good and every bad one bad under twenty seeds.</summary>
public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Names => [.. Shipped.Folders.Select(f => Path.GetFileName(f)!)];

    [Fact]
    public void Something_ships() => Assert.NotEmpty(Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_to_be_corrected(string name)
    {
        var found = new List<Diagnostic>();
        var manuscript = ScenarioFolder.Read(Path.Combine(Repository.Folder, "scenarios", name), found)!;
        Assert.Empty(found);

        var (scenario, wrong) = Linter.Lint(manuscript);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        var runs = Linter.Rehearse(scenario!, manuscript);
        Assert.True(runs.Count == 0, string.Join('\n', runs));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_practises_is_told_how_to_meet_every_line_that_gives_no_branch_away(string name) =>
        Assert.All(
            Shipped.Read(name).Scenario.Rubric.Where(l => l.Branches.Count == 0 && l.Check is not AskMentor),
            line =>
                Assert.All(
                    [(line.Hint.Vi, line.Asks.Vi), (line.Hint.En, line.Asks.En)],
                    said =>
                    {
                        Assert.NotEmpty(said.Item1);
                        Assert.NotEqual(said.Item2, said.Item1);
                    }
                )
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_branch_has_a_good_run_and_a_bad_one(string name)
    {
        var (scenario, _) = Shipped.Read(name);

        Assert.All(
            scenario.Branches,
            branch =>
            {
                Assert.Contains(scenario.Tests, t => t.Branch == branch.Id && t.Expects.Passes.Count > 0);
                Assert.Contains(scenario.Tests, t => t.Branch == branch.Id && t.Expects.Fails.Count > 0);
            }
        );
    }

    [Theory]
    [InlineData("deactivated", "thirty_days")]
    [InlineData("left", "closed_by_hr")]
    public void The_history_of_an_account_that_was_deactivated_says_why(string branch, string fact)
    {
        var (scenario, _) = Shipped.Read("01-login");
        var session = Session.Begin(scenario, 1, Core.Words.Language.Vi, branch);

        Trainee.Act(session, new("look", Fields.Of(("system", "base-history"))), scenario.Start.AddMinutes(5));

        Assert.NotNull(session.Story.RevealOf(fact));
    }

    // Where to look is called what the page calls it.
    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_trainee_reads_first_names_no_id(string name)
    {
        var (scenario, _) = Shipped.Read(name);
        var systems = scenario
            .Facts.SelectMany(f => f.Reveals)
            .SelectMany(r => r.Fields)
            .Where(f => f.Name is "system")
            .SelectMany(f => f.Of)
            .Append("tickets")
            .ToHashSet(StringComparer.Ordinal);

        foreach (var said in scenario.Tasks.Concat(scenario.Tips).Append(scenario.Situation))
        foreach (var id in systems)
            Assert.DoesNotMatch($@"(\(|, ){id}(\)|,)", said.En);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_without_a_look_scores_on_no_line_about_investigation(string name)
    {
        var (scenario, _) = Shipped.Read(name);
        var session = Session.Begin(scenario, 1, Core.Words.Language.Vi);

        var report = Core.Practice.Judging.Judge.Of(scenario, session.Events);

        Assert.DoesNotContain(
            scenario.Rubric.Where(l => l.Competence == "investigation"),
            l => report.Of(l.Id).Outcome is Core.Practice.Judging.Outcome.Met
        );
        Assert.False(report.Passes);
    }

    [Theory]
    [InlineData("02-slow-lms", ClassOfService.Priority)]
    [InlineData("03-nobody-can-submit", ClassOfService.Expedite)]
    [InlineData("05-video", ClassOfService.Expedite)]
    public void The_clock_for_updates_allows_no_more_than_the_line_about_them(string name, ClassOfService right)
    {
        var (scenario, _) = Shipped.Read(name);
        var promised = DeskPromises.In("Asia/Ho_Chi_Minh", scenario.Promises).Of(right);

        var lines = scenario.Rubric.SelectMany(l => CadencesIn(l.Check)).ToList();

        Assert.NotEmpty(lines);
        Assert.All(
            lines,
            line =>
            {
                Assert.True(promised.Update!.Every <= line.Max);
                Assert.True(promised.Update!.WhileWaiting <= line.Max);
            }
        );
    }

    static IEnumerable<PracticeCadence> CadencesIn(Check check) =>
        check switch
        {
            PracticeCadence cadence => [cadence],
            Together together => together.Parts.SelectMany(CadencesIn),
            _ => [],
        };
}
