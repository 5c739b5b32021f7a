using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Templates;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Templates;

/// <summary>The templates of each world, as history holds them. Edits are never changed, so only new ones are read.</summary>
public sealed class TemplateShelf
{
    readonly ConcurrentDictionary<int, TemplateBook> worlds = new();

    /// <summary>As they are now.</summary>
    public async Task<TemplateBook> LatestAsync(Db db, int world, CancellationToken stop)
    {
        var known = worlds.GetOrAdd(world, TemplateBook.Shipped);
        var stream = Streams.Templates(world);
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
