using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>First run: opens the live world and adds its first administrator, both or neither, once.</summary>
public sealed class Setup(IDbContextFactory<Db> databases, People people, Worlds worlds, TimeProvider real)
{
    public static readonly Refusal Done = new("desk-is-set-up");
    public static readonly Refusal ZoneUnknown = new("zone-is-unknown");
    static readonly Actor FirstRun = Actor.System("setup");

    /// <summary>Whether nobody has set the desk up: no live world and no administrator.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await IsNeededAsync(db, stop);
    }

    /// <summary>Sets the desk up, or says why not. The second of two that try at once is refused.</summary>
    public async Task<Refusal?> RunAsync(NewDesk desk, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(desk.Name))
            return People.NameMissing;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(desk.Zone, out _))
            return ZoneUnknown;
        var administrator = desk.Administrator with { Role = Role.Administrator };
        if (People.Check(administrator) is { } refusal)
            return refusal;

        await using var db = await databases.CreateDbContextAsync(stop);
        try
        {
            await using var work = await db.BeginAsync(stop);
            if (!await IsNeededAsync(db, stop))
                return Done;
            Opening.Add(
                db,
                worlds.Live,
                new(desk.Name.Trim(), desk.Zone, desk.Language, desk.IsDemo),
                FirstRun,
                real.GetUtcNow()
            );
            await people.AddAsync(db, worlds.Live, administrator, FirstRun, stop);
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
            return null;
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            return Done;
        }
    }

    static async Task<bool> IsNeededAsync(Db db, CancellationToken stop) =>
        !await db.Worlds.AnyAsync(w => w.Id == WorldRow.Live, stop)
        && !await db.People.AnyAsync(p => p.World == WorldRow.Live && p.Role == Role.Administrator, stop);
}

/// <summary>A desk to be set up.</summary>
/// <param name="Zone">IANA name of its time zone.</param>
/// <param name="Administrator">Whatever role is named, an administrator.</param>
/// <param name="IsDemo">Its mail stays in a drawer.</param>
public sealed record NewDesk(string Name, string Zone, Language Language, NewPerson Administrator, bool IsDemo = false);
