using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>Opens the live world, once, for whoever comes first without the first-run page.</summary>
public sealed class Opening(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    /// <summary>Opens it unless it is open. Whoever tries at the same time finds it open.</summary>
    public async Task OpenAsync(string name, string zone, Language language, Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        try
        {
            await using var work = await db.BeginAsync(stop);
            if (await db.Worlds.AnyAsync(w => w.Id == WorldRow.Live, stop))
                return;
            var live = worlds.Live;
            db.Worlds.Add(
                new()
                {
                    Id = live.Id,
                    Name = name,
                    Zone = zone,
                    Language = language,
                    IsDemo = false,
                }
            );
            db.Append(
                Streams.World(live.Id),
                live.Id,
                null,
                new(live.Now, me),
                real.GetUtcNow().ToMicroseconds(),
                new WorldOpened(name, zone, language.ToString())
            );
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Somebody else opened it in the same moment.
        }
    }
}
