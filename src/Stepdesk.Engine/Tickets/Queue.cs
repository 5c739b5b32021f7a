using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>The tickets nobody has, the most urgent first, for whoever has a hand free.</summary>
public sealed class Queue(IDbContextFactory<Db> databases, Worlds worlds, Desk desk)
{
    public static readonly Refusal Empty = new("nothing-to-take");

    /// <summary>Takes the next one for this person: of their own team, or where that has none, of any.</summary>
    public async Task<Outcome> TakeNextAsync(Actor me, CancellationToken stop)
    {
        // Who comes second finds the ticket taken and looks again; each time somebody got one, so this ends. Where nothing
        // happened it was the same person, who asked twice at once and is to have two.
        while (await NextAsync(me, stop) is { } next)
        {
            var outcome = await desk.ActAsync(next, new Take(), me, stop: stop);
            var isGone =
                outcome.Refusal == Take.TakenAlready
                || outcome.Refusal == Refusals.Closed
                || outcome is { Refusal: null, Events: [] };
            if (!isGone)
                return outcome;
        }
        return Outcome.No(0, Empty);
    }

    async Task<int?> NextAsync(Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var free = Views.Query(db, await worlds.OfAsync(db, me, stop), Views.Unassigned, me);
        var team = await db.People.Where(p => p.Id == me.PersonId).Select(p => p.Team).SingleOrDefaultAsync(stop);
        return await FirstAsync(free.Where(t => t.Team == team), stop) ?? await FirstAsync(free, stop);
    }

    static Task<int?> FirstAsync(IQueryable<TicketRow> tickets, CancellationToken stop) =>
        tickets.Select(t => (int?)t.Id).FirstOrDefaultAsync(stop);
}
