using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Practice;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>An author's mistake shows only while somebody practises: rules that set each other going without end.</summary>
public sealed class StoppedSessionTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // What no written run of the scenario comes by: one that does keeps it from being offered.
    const string Unforeseen = "Chị Hà đang chờ.";
    readonly string place = Directory.CreateTempSubdirectory("scenarios-").FullName;
    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        var source = Path.Combine(ScenarioFolder.Shipped, "02-slow-lms");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(place, "02-slow-lms", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var scenario = Path.Combine(place, "02-slow-lms", "scenario.yaml");
        var text = await File.ReadAllTextAsync(scenario, Stop);
        const string Rules = "\nrules:\n";
        Assert.Contains(Rules, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            scenario,
            text.Replace(
                Rules,
                $$"""
                {{Rules}}  - id: echoes
                    when: {any: [{event: note.added, text: {{Unforeseen}}}, mentor.hinted]}
                    repeat: always
                    then: [{emit: mentor.hinted}]

                """,
                StringComparison.Ordinal
            ),
            Stop
        );
        app = await DeskApp.StartAsync(services => services.AddSingleton(new Library(NullLogger.Instance, place)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task It_stops_the_one_session_and_mentors_see_the_rule_before_anything_else()
    {
        await app.PersonAsync(Role.Administrator);
        var mai = await app.PersonAsync(Role.Mentor, "Mai");
        var mentor = mai.AsActor;
        var reviews = app.Services.GetRequiredService<Reviews>();
        var other = await Trying.BeginAsync(app, seed: 1, name: "Bình");
        Assert.Null(await other.MoveAsync("finish"));
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        Assert.Null((await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail))).Refusal);

        // The note itself is kept: only the story around it goes no further.
        Assert.Null((await me.ActAsync(new Note(Unforeseen))).Refusal);

        var paused = Assert.Single(await me.EventsAsync(), e => e.Type is EventTypes.Paused);
        Assert.Equal("echoes", paused.Data.One("rule"));
        Assert.Equal("practice-is-over", (await me.ActAsync(new Note("Và nữa."))).Refusal?.Code);
        Assert.Equal("practice-is-over", (await me.MoveAsync("look", ("system", "base")))?.Code);
        Assert.Equal(
            [(me.Id, "echoes"), (other.Id, null)],
            (await reviews.QueueAsync(mentor, Stop)).Select(r => (r.Row.Id, r.Stopped))
        );
        await using (var db = app.Database())
            Assert.Equal(
                ["session_ended", "session_paused"],
                await db
                    .Notices.Where(n => n.Person == mentor.PersonId)
                    .OrderBy(n => n.Id)
                    .Select(n => n.Kind)
                    .ToListAsync(Stop)
            );
        using (var browser = new Surfer(app))
        {
            await browser.SignInAsync(mai.Email);
            var first = (await browser.PageAsync("/practice/reviews")).QuerySelector("tbody tr")!;
            Assert.Contains("echoes", first.TextContent, StringComparison.Ordinal);
            // Nobody missed what nobody could do any more.
            Assert.DoesNotContain("decisive", first.TextContent, StringComparison.Ordinal);
        }
        // Whoever begins anew is not held up by the one that stands.
        var next = await Trying.BeginAsync(app, seed: 1, name: "Chi");
        Assert.False((await next.LookAsync()).IsOver);
        Assert.Equal(0, await app.Services.GetRequiredService<Beat>().AdvanceAsync(Stop));
    }
}
