using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;

namespace Stepdesk.Engine.Data;

/// <summary>
/// The versions of each world's service policy, as history holds them. A version never changes, so what was read once is
/// kept; before the first stands the shipped policy, under version 0.
/// </summary>
public sealed class PolicyBook
{
    readonly ConcurrentDictionary<int, ImmutableList<ServicePolicy>> worlds = new();

    /// <summary>The version in force now, and every version up to it ready to be looked up.</summary>
    public async Task<int> LatestAsync(Db db, int world, CancellationToken stop)
    {
        var known = worlds.GetOrAdd(world, []);
        var stream = Streams.Policy(world);
        var read = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream && e.Version > known.Count)
            .OrderBy(e => e.Version)
            .ToListAsync(stop);
        if (read.Count == 0)
            return known.Count;
        var all = known.AddRange(read.Select(e => ((PolicySet)e.Read().What).Policy));
        worlds.AddOrUpdate(world, all, (_, other) => other.Count > all.Count ? other : all);
        return all.Count;
    }

    /// <summary>Looks up the versions of a world; at least up to <paramref name="version"/>, the highest that is asked for.</summary>
    public async ValueTask<Policies> UpToAsync(Db db, int world, int version, CancellationToken stop)
    {
        if (version > Known(world).Count)
            await LatestAsync(db, world, stop);
        var known = Known(world);
        return wanted => wanted == 0 ? Shipped.Policy : known[wanted - 1];
    }

    /// <summary>Looks up the versions of a world, all that there were when it was first asked for.</summary>
    public async ValueTask<Policies> AllAsync(Db db, int world, CancellationToken stop)
    {
        if (Known(world).Count == 0)
            await LatestAsync(db, world, stop);
        return await UpToAsync(db, world, 0, stop);
    }

    ImmutableList<ServicePolicy> Known(int world) => worlds.GetValueOrDefault(world, []);
}
