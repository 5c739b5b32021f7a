using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>How anything about somebody who works at the live desk changes: held, decided, and an event in their stream.</summary>
public sealed class Colleagues(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    /// <summary>Changes the row and says what that is, why not, or that nothing changed.</summary>
    /// <param name="holdFirst">What else must stand still meanwhile.</param>
    public async Task<Refusal?> ChangeAsync(
        int person,
        Actor me,
        Func<Db, PersonRow, Task<(Refusal? Refusal, PersonEvent? What)>> change,
        CancellationToken stop,
        Func<Db, Task>? holdFirst = null
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        if (holdFirst is not null)
            await holdFirst(db);
        // Holds the row: on PostgreSQL a second change waits here, and then sees the first.
        await db
            .People.Where(p => p.Id == person)
            .ExecuteUpdateAsync(p => p.SetProperty(r => r.Version, r => r.Version), stop);
        var row = await db.People.SingleOrDefaultAsync(p => p.Id == person && p.World == WorldRow.Live, stop);
        if (row is null)
            return Refusals.NoSuchPerson;
        if (row.Role is Role.Customer)
            return Membership.NoColleague;
        var (refusal, what) = await change(db, row);
        if (what is null)
            return refusal;
        var last = (await db.StreamAsync(Streams.Person(person), stop))[^1];
        row.Version = db.Append(
            Streams.Person(person),
            row.World,
            last,
            new(worlds.Live.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            what
        ).Version;
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
        return null;
    }
}
