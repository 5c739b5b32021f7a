using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Data;

/// <summary>
/// Makes the rows of all tickets again where another version of the program made them: how history folds may have changed
/// since, and tables may be younger than the history. Which version it was stands in the database.
/// </summary>
static class Refold
{
    const string Maker = "rows-made-by";

    // The same sources make the same; whatever is built anew may fold in another way.
    static readonly byte[] Mine =
    [
        .. typeof(Ticket).Assembly.ManifestModule.ModuleVersionId.ToByteArray(),
        .. typeof(TicketRow).Assembly.ManifestModule.ModuleVersionId.ToByteArray(),
    ];

    public static async Task RunAsync(Db db, CancellationToken stop)
    {
        var made = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Name == Maker, stop);
        if (made is not null && made.Value.AsSpan().SequenceEqual(Mine))
            return;
        await RebuildRows.RunAsync(db, whatCanBeRead: true, stop);
        await db.Secrets.Where(s => s.Name == Maker).ExecuteDeleteAsync(stop);
        db.Secrets.Add(new() { Name = Maker, Value = Mine });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Another node began at the same time and was first: what it made is the same.
        }
        db.ChangeTracker.Clear();
    }
}
