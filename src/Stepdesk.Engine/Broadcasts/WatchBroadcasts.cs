using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Broadcasts;

/// <summary>
/// Notices that a broadcast's promised update did not come, and tells the leads and whoever promised it. Safe on every node
/// at once: event and notices are one transaction, and asked twice there is nothing to note.
/// </summary>
public sealed class WatchBroadcasts(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    BroadcastShelf shelf,
    Changes changes,
    TimeProvider real
)
{
    /// <summary>What the notice is called.</summary>
    public static readonly string Kind = EventNames.NameOf(new BroadcastOverdue(0, 0, default));

    // Of many leads the first are enough.
    const int Most = 50;
    static readonly Actor Clocks = Actor.System("clocks");

    /// <summary>Looks at the live desk.</summary>
    public Task<int> LookAsync(CancellationToken stop) => LookAsync(worlds.Live, stop);

    /// <summary>Looks at the broadcasts of a world by its own clock; how many promises were broken.</summary>
    public async Task<int> LookAsync(World world, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var now = world.Now;
        if (!(await shelf.LatestAsync(db, world.Id, stop)).Overdue(now).Any())
            return 0;
        var noted = 0;
        await db.EditAsync(
            Streams.Broadcasts(world.Id),
            world.Id,
            Broadcasting.Changed,
            after: null,
            new(now, Clocks),
            real.GetUtcNow().ToMicroseconds(),
            DecideAsync,
            stop
        );
        if (noted > 0)
            changes.Tell(OutboxRow.NoTicket);
        return noted;

        // Again in the transaction: somebody may have told something since.
        async Task<Decision> DecideAsync(int version)
        {
            var book = await shelf.LatestAsync(db, world.Id, stop);
            var overdue = book.Overdue(now).ToList();
            noted = overdue.Count;
            foreach (var late in overdue)
                await TellAsync(db, world, book.Find(late.Number)!.Latest.By, ++version, now, stop);
            return overdue.ToArray<Event>();
        }
    }

    static async Task TellAsync(Db db, World world, string by, int version, DateTimeOffset now, CancellationToken stop)
    {
        var writer = by.Split('/') is ["person", var id] ? int.Parse(id, CultureInfo.InvariantCulture) : 0;
        db.Notices.AddRange(
            from reader in await db
                .People.Where(p => p.World == world.Id && p.IsActive)
                .Where(p => p.Id == writer || Permissions.ToldOfUnowned.Contains(p.Role))
                .OrderByDescending(p => p.Id == writer)
                .ThenBy(p => p.Id)
                .Select(p => p.Id)
                .Take(Most)
                .ToListAsync(stop)
            select new NoticeRow
            {
                World = world.Id,
                Person = reader,
                Version = version,
                Kind = Kind,
                At = now,
            }
        );
    }
}
