using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>What one can practise on, as the program that was built offers it.</summary>
public sealed class LibraryTests : IDisposable
{
    readonly string copies = Directory.CreateTempSubdirectory("scenarios-").FullName;

    public void Dispose() => Directory.Delete(copies, recursive: true);

    [Fact]
    public async Task Every_shipped_scenario_is_offered()
    {
        await using var app = await DeskApp.StartAsync();

        var offered = app.Services.GetRequiredService<Library>().All.Select(s => s.Id);

        Assert.Equal(
            ScenarioFolder.All(ScenarioFolder.Shipped).Select(f => "s" + Path.GetFileName(f)[..2]),
            offered.Select(id => id[..3])
        );
    }

    [Fact]
    public async Task Every_branch_names_a_day_of_telemetry_there_is()
    {
        await using var app = await DeskApp.StartAsync();

        Assert.All(
            app.Services.GetRequiredService<Library>().All.SelectMany(s => s.Branches).Select(b => b.Telemetry),
            day => Assert.True(day is null || Engine.Simulation.Scenario.Named(day) is not null, day)
        );
    }

    [Fact]
    public void A_scenario_whose_own_run_does_not_come_out_is_not_offered()
    {
        var source = ScenarioFolder.Find("02")!;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(copies, "02-slow-lms", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var run = Path.Combine(copies, "02-slow-lms", "golden", "pool.yaml");
        File.WriteAllText(
            run,
            File.ReadAllText(run).Replace("table: requests", "table: traces", StringComparison.Ordinal)
        );

        var library = new Library(NullLogger.Instance, copies);

        Assert.Empty(library.All);
        Assert.Equal("SD0301", Assert.Single(Assert.Single(library.Broken).Found).Code);
    }

    [Fact]
    public async Task A_desk_where_nobody_practised_reads_no_scenario_when_it_starts()
    {
        await using var app = await DeskApp.StartAsync();
        await using var db = app.Database();
        var place = Path.Combine(app.DataFolder, "scenarios");
        var one = Directory.CreateDirectory(Path.Combine(place, "04-feature-request")).FullName;
        foreach (var file in Directory.EnumerateFiles(ScenarioFolder.Find("04")!))
            File.Copy(file, Path.Combine(one, Path.GetFileName(file)));
        var library = new Library(NullLogger.Instance, place);

        await library.KeepAllAsync(db, TestContext.Current.CancellationToken);

        // Had it looked, it would know the scenario still.
        Directory.Delete(place, recursive: true);
        Assert.Empty(library.All);
        Assert.Empty(library.Broken);
    }
}
