using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>What one can practise on, as the program that was built offers it.</summary>
public sealed class LibraryTests
{
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
}
