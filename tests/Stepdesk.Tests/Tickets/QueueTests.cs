using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Tickets;

/// <summary>Taking tickets nobody has.</summary>
public sealed class QueueTests : IAsyncLifetime
{
    const int Workers = 50;
    const int Waiting = 1000;

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    Queue Queue => app.Services.GetRequiredService<Queue>();

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Fifty_who_take_at_once_take_every_ticket_and_none_twice()
    {
        for (var ticket = 0; ticket < Waiting; ticket++)
            await app.LoggedAsync();
        var workers = new List<Actor>();
        for (var worker = 0; worker < Workers; worker++)
            workers.Add((await app.PersonAsync(Role.Agent, $"W{worker}")).AsActor);

        var taken = await Task.WhenAll(workers.Select(w => Task.Run(() => TakeAllAsync(w), Stop)));

        Assert.Equal(Waiting, taken.Sum(t => t.Count));
        Assert.Equal(Waiting, taken.SelectMany(t => t).Distinct().Count());
        await using var db = app.Database();
        Assert.Equal(Waiting, await db.History.CountAsync(e => e.Kind == "assigned", Stop));
    }

    [Fact]
    public async Task One_who_takes_fifty_times_at_once_takes_every_ticket_and_none_twice()
    {
        const int few = 4 * Workers;
        for (var ticket = 0; ticket < few; ticket++)
            await app.LoggedAsync();
        var one = (await app.PersonAsync(Role.Agent)).AsActor;

        var taken = await Task.WhenAll(
            Enumerable.Range(0, Workers).Select(_ => Task.Run(() => TakeAllAsync(one), Stop))
        );

        Assert.Equal(few, taken.Sum(t => t.Count));
        Assert.Equal(few, taken.SelectMany(t => t).Distinct().Count());
    }

    [Fact]
    public async Task The_most_urgent_of_ones_own_team_comes_first()
    {
        await using (var db = app.Database())
        {
            db.Teams.Add(
                new()
                {
                    Id = 1,
                    World = WorldRow.Live,
                    Name = "Classroom",
                }
            );
            await db.SaveChangesAsync(Stop);
        }
        var (person, _) = await app.People.AddAsync(
            new("Binh", "binh@desk.example", Role.Agent, Language.Vi, Team: 1),
            Actor.System("tests"),
            Stop
        );
        var binh = person!.AsActor;
        var anybodys = await app.LoggedAsync();
        var ours = await app.LoggedAsync();
        await app.Desk.ActAsync(ours, new Assign(Team: 1, Owner: null), binh, stop: Stop);

        Assert.Equal(ours, (await Queue.TakeNextAsync(binh, Stop)).Ticket);
        Assert.Equal(anybodys, (await Queue.TakeNextAsync(binh, Stop)).Ticket);
        Assert.Equal(Engine.Tickets.Queue.Empty, (await Queue.TakeNextAsync(binh, Stop)).Refusal);
    }

    async Task<List<int>> TakeAllAsync(Actor worker)
    {
        var mine = new List<int>();
        while (await Queue.TakeNextAsync(worker, Stop) is { Refusal: null } outcome)
            mine.Add(outcome.Ticket);
        return mine;
    }
}
