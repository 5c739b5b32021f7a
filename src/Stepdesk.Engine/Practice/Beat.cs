using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Practice;

/// <summary>Lets all sessions go on, on every node at once: what one has done, the next finds done.</summary>
sealed partial class Beat(
    IDbContextFactory<Db> databases,
    Sessions sessions,
    SimulatedWorlds worlds,
    Library library,
    Watch watch,
    WatchBroadcasts broadcasts,
    ILogger<Beat> log
)
{
    const int AtOnce = 500;

    // What was begun before texts were kept is looked for once.
    bool hasKept;

    /// <summary>Advances the sessions in which something is due, or owed by their desk; how many there were.</summary>
    public async Task<int> AdvanceAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var now = worlds.RealNow;
        if (!hasKept)
        {
            await library.KeepAllAsync(db, stop);
            hasKept = true;
        }
        var due = await db
            .Sessions.Where(s => s.DueAt <= now)
            .OrderBy(s => s.DueAt)
            .Select(s => s.Id)
            .Take(AtOnce)
            .ToListAsync(stop);
        var owing = await db
            .Outbox.Where(o => o.DoneAt == null && o.FailedAt == null && o.World != WorldRow.Live)
            .Select(o => o.World)
            .Distinct()
            .Take(AtOnce)
            .ToListAsync(stop);
        var all = due.Union(owing).ToList();
        foreach (var id in all)
            await TryAsync(id, sessions.AdvanceAsync, stop);
        return all.Count;
    }

    /// <summary>Looks at the promises of the desks of all sessions that go on, each by its own clock.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var running = await db
            .Sessions.AsNoTracking()
            .Where(s => s.State == SessionState.Running)
            .OrderBy(s => s.Id)
            .Take(AtOnce)
            .ToListAsync(stop);
        foreach (var row in running)
            await TryAsync(
                row.Id,
                async (_, s) =>
                {
                    var world = worlds.Of(row);
                    await watch.LookAsync(world, s);
                    await broadcasts.LookAsync(world, s);
                },
                stop
            );
    }

    /// <summary>
    /// Says that a node is here, and sets the clocks of sessions back to where they were when none was: an outage is
    /// nobody's lost time.
    /// </summary>
    public async Task BeThereAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var now = worlds.RealNow;
        var late = now - Held.Outage;
        var away = await db
            .Sessions.Where(s => s.State == SessionState.Running && s.SeenAt < late && s.RealAnchor < late)
            .OrderBy(s => s.Id)
            .Select(s => s.Id)
            .Take(AtOnce)
            .ToListAsync(stop);
        foreach (var id in away)
            await TryAsync(id, sessions.AdvanceAsync, stop);
        await db
            .Sessions.Where(s =>
                s.State == SessionState.Running && (s.SeenAt == null || s.SeenAt >= late || s.RealAnchor >= late)
            )
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.SeenAt, now), stop);
    }

    async Task TryAsync(int id, Func<int, CancellationToken, Task> what, CancellationToken stop)
    {
        try
        {
            await what(id, stop);
        }
#pragma warning disable CA1031 // Whatever is wrong with one session, the others go on.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotAdvanced(log, failure, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Practice session {Session} could not be advanced")]
    static partial void LogNotAdvanced(ILogger log, Exception failure, int session);
}
