using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>Notices clocks that nobody else looked at. Safe on every node at once: asked twice, the door decides nothing.</summary>
public sealed partial class Watch(IDbContextFactory<Db> databases, Desk desk, Worlds worlds, ILogger<Watch> log)
{
    const int AtOnce = 500;
    static readonly Actor Clocks = Actor.System("clocks");

    /// <summary>Looks at the live desk until nothing is due; how many tickets had something to notice.</summary>
    public Task<int> LookAsync(CancellationToken stop) => LookAsync(worlds.Live, stop);

    /// <summary>Looks at the tickets of a world, by its own clock.</summary>
    public async Task<int> LookAsync(World world, CancellationToken stop)
    {
        var now = world.Now;
        await using var db = await databases.CreateDbContextAsync(stop);
        // One that could not be looked at stays due, and must not be met again before the next time.
        for (var (looked, after) = (0, new Due(0, DateTimeOffset.MinValue, default)); ; )
        {
            var due = await DueAsync(db, world.Id, now, after, stop);
            foreach (var ticket in due)
                looked += await TryLookAsync(ticket, stop) ? 1 : 0;
            if (due.Count < AtOnce)
                return looked;
            after = due[^1];
        }
    }

    static Task<List<Due>> DueAsync(Db db, int world, DateTimeOffset now, Due after, CancellationToken stop) =>
        DueBy(db, world, now, after.At, after.Ticket)
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
            .ThenBy(t => t.Id)
            .Select(t => new Due(t.Id, t.NextCheckAt!.Value, t.Language))
            .ToListAsync(stop);

    /// <summary>
    /// The tickets to be looked at that come after this place. Strictly before now: at the deadline itself the promise is
    /// still kept.
    /// </summary>
    internal static IQueryable<TicketRow> DueBy(
        Db db,
        int world,
        DateTimeOffset now,
        DateTimeOffset after,
        int ticket
    ) =>
        db
            .Tickets.Where(t =>
                t.World == world
                && t.NextCheckAt < now
                && t.NextCheckAt >= after
                && (t.NextCheckAt > after || t.Id > ticket)
            )
            .OrderBy(t => t.NextCheckAt)
            .ThenBy(t => t.Id)
            .Take(AtOnce);

    async Task<bool> TryLookAsync(Due due, CancellationToken stop)
    {
        try
        {
            await desk.ActAsync(due.Ticket, new CheckClocks(due.Language), Clocks, stop: stop);
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with one ticket, the promises on the others must be noticed.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotLooked(log, failure, due.Ticket);
            return false;
        }
    }

    sealed record Due(int Ticket, DateTimeOffset At, Language Language);

    [LoggerMessage(Level = LogLevel.Error, Message = "The clocks of ticket {Ticket} could not be looked at")]
    static partial void LogNotLooked(ILogger log, Exception failure, int ticket);
}
