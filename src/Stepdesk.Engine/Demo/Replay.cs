using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Demo;

/// <summary>
/// Plays scenes through the door in the order of their time, and does what the jobs of a running desk would do in
/// between: delivers mail half a minute later and looks at clocks when they are due.
/// </summary>
sealed class Replay(Desk desk, MovingClock clock, Random chance)
{
    static readonly Actor Post = Actor.System("mail");
    static readonly Actor Watch = Actor.System("clocks");

    readonly PriorityQueue<Scene, (DateTimeOffset At, int Order)> agenda = new();
    readonly Stage stage = new();
    int order;

    /// <summary>Plays until <paramref name="end"/>; what would come later has not happened yet.</summary>
    public async Task PlayAsync(IEnumerable<Scene> scenes, DateTimeOffset end, CancellationToken stop)
    {
        foreach (var scene in scenes)
            Plan(scene);
        while (agenda.TryDequeue(out var scene, out _) && scene.At <= end)
        {
            clock.MoveTo(scene.At);
            await PlayAsync(scene, stop);
        }
        clock.MoveTo(end);
    }

    async Task PlayAsync(Scene scene, CancellationToken stop)
    {
        var before = stage.TicketOf(scene.Tale);
        var action = scene.Action(stage);
        if (action is CheckClocks && !(Clocks.NextCheck(before, Promises.Default) < scene.At))
            return;
        var outcome = action is Log log
            ? await desk.LogAsync(WorldRow.Live, log, scene.Who, stop: stop)
            : await desk.ActAsync(stage.IdOf(scene.Tale), action, scene.Who, TermsOf(action), stop);
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException($"Tale {scene.Tale} met '{refusal.Code}' at {scene.At:u}.");

        var after = outcome.Events.Aggregate(before, (ticket, recorded) => ticket.After(recorded));
        stage.Set(scene.Tale, outcome.Ticket, after);
        foreach (var sent in outcome.Events.Where(e => e.What is IMessage))
            Deliver(scene.Tale, outcome.Ticket, sent);
        if (Clocks.NextCheck(after, Promises.Default) is { } check)
            Plan(new(Later(check, 1, 15), scene.Tale, Watch, _ => new CheckClocks()));
    }

    void Deliver(int tale, int ticket, Recorded sent)
    {
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{ticket}.{sent.Version}.{chance.NextInt64():x}@desk.example"
        );
        Plan(new(Later(sent.Moment.When, 10, 50), tale, Post, _ => new RecordDelivery(sent.Version, id)));
    }

    // The debt is paid in the transaction that records the delivery, as the outbox does it.
    Terms TermsOf(TicketAction action) =>
        action is not RecordDelivery delivery
            ? Terms.None
            : new()
            {
                Also = (db, ticket, stop) =>
                    db
                        .Outbox.Where(o => o.Ticket == ticket && o.Version == delivery.Message)
                        .ExecuteUpdateAsync(
                            o =>
                                o.SetProperty(row => row.DoneAt, clock.GetUtcNow()).SetProperty(row => row.Attempts, 1),
                            stop
                        ),
            };

    void Plan(Scene scene) => agenda.Enqueue(scene, (scene.At, order++));

    DateTimeOffset Later(DateTimeOffset at, int fewest, int most)
    {
        var earliest = at > clock.GetUtcNow() ? at : clock.GetUtcNow();
        return earliest.AddSeconds(chance.Next(fewest, most));
    }
}
