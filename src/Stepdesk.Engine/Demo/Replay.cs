using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Templates;

namespace Stepdesk.Engine.Demo;

/// <summary>
/// Plays scenes through the door in the order of their time, and does what the jobs of a running desk would do in
/// between: delivers mail half a minute later and looks at clocks when they are due. A week is one sitting: with one
/// for each action, filling the desk took three times as long.
/// </summary>
sealed class Replay(IDbContextFactory<Db> databases, Worlds worlds, MovingClock clock, Random chance)
{
    static readonly TimeSpan Week = TimeSpan.FromDays(7);
    static readonly Actor Post = Actor.System("mail");
    static readonly Actor Watch = Actor.System("clocks");

    readonly PriorityQueue<Scene, (DateTimeOffset At, int Order)> agenda = new();
    readonly Stage stage = new();
    readonly PolicyBook book = new();
    readonly Drafts drafts = new(new TemplateShelf(), new KnownIncidents(new BroadcastShelf()));
    readonly Dictionary<(int Ticket, int Version, int? Reader), DateTimeOffset> delivered = [];
    int order;

    /// <summary>Plays until <paramref name="end"/>; what would come later has not happened yet.</summary>
    public async Task PlayAsync(IEnumerable<Scene> scenes, DateTimeOffset end, CancellationToken stop)
    {
        foreach (var scene in scenes)
            Plan(scene);
        while (Until(end) is { } first)
            await SitAsync(first.At + Week < end ? first.At + Week : end, stop);
        clock.MoveTo(end);
    }

    async Task SitAsync(DateTimeOffset end, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        await db.Outbox.Where(o => o.DoneAt == null).LoadAsync(stop);
        using var recent = new Recent();
        var sitting = new Sitting(db, worlds, book, drafts, recent, clock);
        while (Until(end) is { } scene)
        {
            agenda.Dequeue();
            clock.MoveTo(scene.At);
            await PlayAsync(sitting, scene, stop);
        }
        Pay(db.ChangeTracker.Entries<OutboxRow>().Select(e => e.Entity));
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
    }

    // As the outbox does it: a debt is paid in the transaction that records the delivery.
    void Pay(IEnumerable<OutboxRow> debts)
    {
        foreach (var owed in debts)
            // What duplicates were told is told by their own tales.
            if (owed is { IsAlarm: true, DoneAt: null } or { Duplicate: not null, DoneAt: null })
                (owed.DoneAt, owed.Attempts) = (owed.DueAt, 1);
            else if (delivered.Remove((owed.Ticket, owed.Version, owed.Reader), out var at))
                (owed.DoneAt, owed.Attempts) = (at, 1);
    }

    Scene? Until(DateTimeOffset end) => agenda.TryPeek(out var next, out _) && next.At <= end ? next : null;

    async Task PlayAsync(Sitting sitting, Scene scene, CancellationToken stop)
    {
        var before = stage.TicketOf(scene.Tale);
        var action = scene.Action(stage);
        if (action is CheckClocks && !(Clocks.NextCheck(before, Shipped.Policies) < scene.At))
            return;
        var outcome = await sitting.ActAsync(
            action is Log ? WorldRow.Live : null,
            action is Log ? null : stage.IdOf(scene.Tale),
            action,
            scene.Who,
            Terms.None,
            stop
        );
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException($"Tale {scene.Tale} met '{refusal.Code}' at {scene.At:u}.");

        var after = outcome.Events.Aggregate(before, (ticket, recorded) => ticket.After(recorded));
        stage.Set(scene.Tale, outcome.Ticket, after);
        if (action is RecordDelivery delivery)
            delivered[(outcome.Ticket, delivery.Message, delivery.Reader)] = scene.At;
        foreach (var sent in outcome.Events.Where(e => e.What is IMessage))
            if (sent.What is Briefed briefed)
                foreach (var reader in briefed.Readers)
                    Deliver(scene.Tale, outcome.Ticket, sent, reader);
            else
                Deliver(scene.Tale, outcome.Ticket, sent);
        if (Clocks.NextCheck(after, Shipped.Policies) is { } check)
            Plan(new(Later(check, 1, 15), scene.Tale, Watch, _ => new CheckClocks()));
    }

    void Deliver(int tale, int ticket, Recorded sent, int? reader = null)
    {
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{ticket}.{sent.Version}.{chance.NextInt64():x}@desk.example"
        );
        Plan(
            new(
                Later(sent.Moment.When, 10, 50),
                tale,
                Post,
                _ => new RecordDelivery(sent.Version, id) { Reader = reader }
            )
        );
    }

    void Plan(Scene scene) => agenda.Enqueue(scene, (scene.At, order++));

    DateTimeOffset Later(DateTimeOffset at, int fewest, int most)
    {
        var earliest = at > clock.GetUtcNow() ? at : clock.GetUtcNow();
        return earliest.AddSeconds(chance.Next(fewest, most));
    }
}
