using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Broadcasts;

/// <summary>The broadcasts of each world, as history holds them. What was told is never changed, so only what is new is read.</summary>
public sealed class BroadcastShelf
{
    readonly ConcurrentDictionary<int, BroadcastBook> worlds = new();

    /// <summary>As they are now.</summary>
    public async Task<BroadcastBook> LatestAsync(Db db, int world, CancellationToken stop)
    {
        var known = worlds.GetOrAdd(world, BroadcastBook.Empty);
        var stream = Streams.Broadcasts(world);
        var read = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream && e.Version > known.Version)
            .OrderBy(e => e.Version)
            .ToListAsync(stop);
        if (read.Count == 0)
            return known;
        var latest = known.After(read.Select(e => e.Read()));
        worlds.AddOrUpdate(world, latest, (_, other) => other.Version > latest.Version ? other : latest);
        return latest;
    }
}
