using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Accounts;

/// <summary>The live desk's name, zone and language. Opened once and then kept in memory: every page asks.</summary>
public sealed class LiveWorld(IDbContextFactory<Db> databases)
{
    WorldRow? known;

    /// <summary>Null until the desk is set up.</summary>
    public async ValueTask<WorldRow?> FindAsync(CancellationToken stop)
    {
        if (known is not null)
            return known;
        await using var db = await databases.CreateDbContextAsync(stop);
        return known = await db.Worlds.AsNoTracking().SingleOrDefaultAsync(w => w.Id == WorldRow.Live, stop);
    }
}
