using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>Notices clocks that nobody else looked at. Safe on every node at once: asked twice, the door decides nothing.</summary>
public sealed class Watch(IDbContextFactory<Db> databases, Desk desk, Worlds worlds)
{
    static readonly Actor Clocks = Actor.System("clocks");

    /// <summary>How many tickets had something to notice.</summary>
    public async Task<int> LookAsync(CancellationToken stop)
    {
        var now = worlds.Live.Now;
        await using var db = await databases.CreateDbContextAsync(stop);
        // Strictly before: at the deadline itself the promise is still kept.
        var due = await db
            .Tickets.Where(t => t.NextCheckAt < now)
            .OrderBy(t => t.NextCheckAt)
            .Take(500)
            .Join(
                db.People,
                t => t.Requester,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Id,
                        t.NextCheckAt,
                        p.Language,
                    }
            )
            .OrderBy(t => t.NextCheckAt)
            .ToListAsync(stop);
        foreach (var ticket in due)
            await desk.ActAsync(ticket.Id, new CheckClocks(ticket.Language), Clocks, stop: stop);
        return due.Count;
    }
}
