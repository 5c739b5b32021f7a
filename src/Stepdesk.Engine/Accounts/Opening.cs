using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>Opens the live world, once, for whoever comes first without the first-run page.</summary>
public sealed class Opening(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    // It stands above every page and in every mail.
    const int LongestName = 100;

    /// <summary>Opens it unless it is open. Whoever tries at the same time finds it open.</summary>
    public async Task OpenAsync(string name, string zone, Language language, Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        try
        {
            await using var work = await db.BeginAsync(stop);
            if (await db.Worlds.AnyAsync(w => w.Id == WorldRow.Live, stop))
                return;
            Add(db, worlds.Live, new(name, zone, language, IsDemo: false), me, real.GetUtcNow());
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Somebody else opened it in the same moment.
        }
    }

    /// <summary>Adds the world and the event it begins with.</summary>
    internal static void Add(Db db, World live, NewWorld world, Actor me, DateTimeOffset recordedAt)
    {
        world = world with { Name = Plain.Cut(Plain.Line(world.Name), LongestName) };
        db.Worlds.Add(
            new()
            {
                Id = live.Id,
                Name = world.Name,
                Zone = world.Zone,
                Language = world.Language,
                IsDemo = world.IsDemo,
            }
        );
        db.Append(
            Streams.World(live.Id),
            live.Id,
            null,
            new(live.Now, me),
            recordedAt.ToMicroseconds(),
            new WorldOpened(world.Name, world.Zone, world.Language.ToString())
        );
        db.Append(
            Streams.Policy(live.Id),
            live.Id,
            null,
            new(live.Now, me),
            recordedAt.ToMicroseconds(),
            new PolicySet(world.Promises ?? Shipped.In(world.Zone))
        );
    }
}

/// <summary>A world to be opened.</summary>
sealed record NewWorld(string Name, string Zone, Language Language, bool IsDemo)
{
    /// <summary>What it promises at first; null for what a desk ships with.</summary>
    public ServicePolicy? Promises { get; init; }
}
