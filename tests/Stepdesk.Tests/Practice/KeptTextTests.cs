using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Stepdesk.Core.People;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>Somebody corrects a scenario, or breaks it, while there are runs of it.</summary>
public sealed class KeptTextTests : IAsyncLifetime
{
    const string Id = "s02-slow-lms";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly string place = Directory.CreateTempSubdirectory("scenarios-").FullName;
    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in (string[])["02-slow-lms", "04-feature-request"])
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(ScenarioFolder.Shipped, name),
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            var copy = Path.Combine(place, Path.GetRelativePath(ScenarioFolder.Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        app = await DeskApp.StartAsync(Reads);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task Runs_go_on_and_are_read_by_the_text_they_were_begun_with()
    {
        var over = await Trying.BeginAsync(app, Id, seed: 1, name: "An");
        Assert.Null(await over.MoveAsync("finish"));
        var verdicts = (await over.ReportAsync()).Verdicts.Select(v => (v.Line, v.Outcome)).ToList();
        var running = await Trying.BeginAsync(app, Id, seed: 1);
        await RewriteAsync("rubric.yaml", "- id: 02-1\n    weight: 2\n", "- id: 02-1\n    weight: 3\n");

        await using var restarted = await app.AnotherAsync(Reads);

        Assert.Equal(verdicts, (await over.On(restarted).ReportAsync()).Verdicts.Select(v => (v.Line, v.Outcome)));
        var again = running.On(restarted);
        Assert.Null(await again.MoveAsync("look", ("system", "releases")));
        Assert.Null(await again.MoveAsync("finish"));
        Assert.Equal(2, (await again.ReportAsync()).Of("02-1").OutOf);
        var mentor = (await app.PersonAsync(Role.Mentor, "Mai")).AsActor;
        Assert.Equal(2, (await restarted.Services.GetRequiredService<Reviews>().QueueAsync(mentor, Stop)).Count);
        Assert.NotNull((await restarted.Services.GetRequiredService<Reviews>().FindAsync(over.Id, mentor, Stop)).Found);

        // Who begins now begins with what stands there now.
        var next = await Trying.BeginAsync(restarted, Id, seed: 1, name: "Chi");
        Assert.Null(await next.MoveAsync("finish"));
        Assert.Equal(3, (await next.ReportAsync()).Of("02-1").OutOf);
    }

    [Fact]
    public async Task Runs_from_before_texts_were_kept_are_looked_after_at_the_first_start()
    {
        var me = await Trying.BeginAsync(app, Id, seed: 1);
        await using (var db = app.Database())
        {
            Assert.Equal(1, await db.ScenarioTexts.CountAsync(Stop));
            await db.ScenarioTexts.ExecuteDeleteAsync(Stop);
        }
        await using (var updated = await app.AnotherAsync(Reads))
            await updated.Services.GetRequiredService<Beat>().AdvanceAsync(Stop);
        await RewriteAsync("scenario.yaml", "Bạn trực hỗ trợ một mình.", "Bạn trực một mình.");

        await using var restarted = await app.AnotherAsync(Reads);

        Assert.Contains(
            "Bạn trực hỗ trợ một mình.",
            (await me.On(restarted).LookAsync()).Scenario.Situation.Vi,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("scenario.yaml", "\nactors:\n", "\nactors:\n  : : [broken\n", "SD0001")]
    [InlineData("scenario.yaml", "\npass:", "\npasss:", "SD0004")]
    [InlineData("rubric.yaml", "- id: 02-1\n", "- id: 02-1\n    odd: 1\n", "SD0003")]
    public async Task A_slip_in_one_scenario_takes_no_other_away_and_says_where_it_is(
        string file,
        string was,
        string becomes,
        string code
    )
    {
        await RewriteAsync(file, was, becomes);
        await using var restarted = await app.AnotherAsync(Reads);
        var library = restarted.Services.GetRequiredService<Library>();

        Assert.Equal(["s04-feature-request"], library.All.Select(s => s.Id));
        var broken = Assert.Single(library.Broken);
        Assert.Equal("02-slow-lms", broken.Name);
        var found = broken.Found.First(f => f.Code == code);
        Assert.Equal(file, found.Place.File);
        Assert.True(found.Place.Line > 0);
        var me = await Trying.BeginAsync(restarted, "s04-feature-request", seed: 1);
        Assert.False((await me.LookAsync()).IsOver);
    }

    void Reads(IServiceCollection services) => services.AddSingleton(new Library(NullLogger.Instance, place));

    async Task RewriteAsync(string file, string was, string becomes)
    {
        var path = Path.Combine(place, "02-slow-lms", file);
        var text = await File.ReadAllTextAsync(path, Stop);
        Assert.Contains(was, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(was, becomes, StringComparison.Ordinal), Stop);
    }
}
