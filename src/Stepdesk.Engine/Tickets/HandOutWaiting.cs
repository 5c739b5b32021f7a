using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>
/// Gives out what waits in the queues of teams that do so by a rule: nobody had a hand free when it came, and somebody is
/// back, at work or done with another by now. The most urgent first. Safe on every node at once.
/// </summary>
public sealed class HandOutWaiting(IDbContextFactory<Db> databases, Desk desk, Worlds worlds)
{
    const int AtOnce = 100;

    /// <summary>Looks at every team of the live desk; how many tickets found somebody.</summary>
    public async Task<int> LookAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = worlds.Live;
        // Few teams have anything waiting.
        var teams = await db
            .Tickets.Where(t => t.World == world.Id && t.IsOpen && t.Owner == null && t.Team != null)
            .Select(t => t.Team!.Value)
            .Distinct()
            .OrderBy(t => t)
            .ToListAsync(stop);
        var given = 0;
        foreach (var team in teams)
            if ((await TeamRule.ReadAsync(db, world.Id, team, stop)).Rule.How is not Handing.Manual)
                given += await LookAsync(db, world, team, stop);
        return given;
    }

    async Task<int> LookAsync(Db db, World world, int team, CancellationToken stop)
    {
        var given = 0;
        var waiting = await db
            .Tickets.Where(t => t.World == world.Id && t.IsOpen && t.Owner == null && t.Team == team)
            .OrderBy(t => t.SortAt)
            .ThenBy(t => t.Id)
            .Select(t => t.Id)
            .Take(AtOnce)
            .ToListAsync(stop);
        foreach (var ticket in waiting)
        {
            var outcome = await desk.ActAsync(ticket, new HandOut(), Sitting.Assignment, stop: stop);
            // Somebody took it meanwhile; or nobody can be given this one, and so none of the others.
            if (outcome.Events.Any(e => e.What is Assigned))
                given++;
            else if (await db.Tickets.AnyAsync(t => t.Id == ticket && t.Owner == null && t.IsOpen, stop))
                break;
        }
        return given;
    }
}
