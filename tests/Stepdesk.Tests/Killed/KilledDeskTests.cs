using System.Diagnostics;
using System.Text.Json;
using Stepdesk.Tests.Mail;
using Stepdesk.Tests.Operations;

namespace Stepdesk.Tests.Killed;

/// <summary><c>kill -9</c> on the real program, again and again, while tickets run through all their steps.</summary>
public sealed class KilledDeskTests(MailServers servers) : IClassFixture<MailServers>, IAsyncLifetime
{
    const int Kills = 50;
    const int AtOnce = 5;
    const int Seed = 20261125;

    // As many letters as the desk has under way at one time; only those can be sent again after a death.
    const int LettersAtOnce = 4;
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Random chance = new(Seed);
    readonly ServedDesk desk = new(servers, "support@desk.test");
    readonly List<TicketStory> stories = [];
    PatientClient agent = null!;

    public async ValueTask InitializeAsync()
    {
        await desk.HireAsync("Hoa", "hoa@desk.example", "administrator");
        agent = new(desk.Address, await desk.HireAsync("An", "an@desk.example", "agent"));
    }

    public ValueTask DisposeAsync()
    {
        agent.Dispose();
        return desk.DisposeAsync();
    }

    [Fact]
    public async Task Killed_fifty_times_it_loses_nothing_and_doubles_nothing()
    {
        var took = Stopwatch.StartNew();
        var killing = KillAsync();
        await Task.WhenAll([killing, .. Enumerable.Range(0, AtOnce).Select(_ => TellAsync(killing))]);

        Assert.True(agent.CutOff > 0, "No kill met the desk at work, so nothing was proved.");
        await Eventually.HoldsAsync("nothing owed, nothing waiting", IsQuietAsync);
        Assert.Empty(await servers.MailsAsync(desk.Mailbox, Stop));
        Assert.Equal(2 * stories.Count, (await servers.MailsAsync(desk.Mailbox, Stop, "Processed")).Count);
        Assert.Equal(stories.Count, (await agent.GetAsync("tickets?view=all&limit=200"))["items"].GetArrayLength());
        var copies = 0;
        foreach (var story in stories)
            copies += await story.CheckAsync();
        Assert.InRange(copies, 0, Kills * LettersAtOnce);
        await desk.StopAsync();
        var verdict = JsonElement.Parse(await desk.DoneAsync("history", "verify"));
        Assert.Equal(JsonValueKind.Null, verdict.GetProperty("firstBad").ValueKind);

        TestContext.Current.SendDiagnosticMessage(
            $"{Kills} kills (seed {Seed}), {stories.Count} tickets, {agent.CutOff} requests cut off, "
                + $"{copies} mails sent twice, {took.Elapsed.TotalSeconds:0} s"
        );
    }

    // A third of the kills fall while it starts, the others while it works: after a change there is mail to send, and
    // the stories beside have theirs to be fetched. Without one the desk would be killed before it comes to anything.
    async Task KillAsync()
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            desk.Start();
            if (kill % 3 != 0)
            {
                var before = agent.Changed;
                await desk.ReadyAsync();
                await Eventually.HoldsAsync("a change", () => Task.FromResult(agent.Changed > before));
            }
            await Task.Delay(chance.Next(800), Stop);
            await desk.KillAsync();
        }
        desk.Start();
        await desk.ReadyAsync();
    }

    // One ticket after the other, so that there is always something to kill.
    async Task TellAsync(Task killing)
    {
        while (!killing.IsCompleted)
        {
            TicketStory story;
            lock (stories)
            {
                var word = $"story{stories.Count + 1:000}x";
                story = new(word, new(Seed + stories.Count), servers, desk.Mailbox, agent);
                stories.Add(story);
            }
            await story.TellAsync();
        }
    }

    async Task<bool> IsQuietAsync()
    {
        using var http = new HttpClient { BaseAddress = desk.Address };
        var health = JsonElement.Parse(await http.GetStringAsync("/health/ready", Stop));
        return health.GetProperty("outbox").GetProperty("owed").GetInt32() == 0
            && health.GetProperty("mail").GetProperty("waiting").GetInt32() == 0;
    }
}
