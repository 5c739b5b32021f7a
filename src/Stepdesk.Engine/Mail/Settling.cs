using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>Writes down what became of an owed effect.</summary>
static class Settling
{
    public static Task<int> DoneAsync(Db db, OutboxRow owed, DateTimeOffset now, CancellationToken stop) =>
        db
            .Outbox.Where(o => o.Id == owed.Id)
            .ExecuteUpdateAsync(o => o.SetProperty(r => r.DoneAt, now).SetProperty(r => r.Error, (string?)null), stop);

    public static async Task FailedAsync(
        IDbContextFactory<Db> databases,
        OutboxRow owed,
        string error,
        DateTimeOffset now
    )
    {
        await using var db = await databases.CreateDbContextAsync();
        await FailedAsync(db, owed, error, now, CancellationToken.None);
    }

    public static Task<int> FailedAsync(
        Db db,
        OutboxRow owed,
        string error,
        DateTimeOffset now,
        CancellationToken stop
    ) =>
        db
            .Outbox.Where(o => o.Id == owed.Id)
            .ExecuteUpdateAsync(o => o.SetProperty(r => r.FailedAt, now).SetProperty(r => r.Error, error), stop);

    /// <summary>Gives the row back. Only while it is ours: a node that was slow must not undo what another did since.</summary>
    public static async Task GiveBackAsync(
        IDbContextFactory<Db> databases,
        OutboxRow owed,
        DateTimeOffset dueAt,
        string error
    )
    {
        await using var db = await databases.CreateDbContextAsync();
        await db
            .Outbox.Where(o => o.Id == owed.Id && o.Lease == owed.Lease)
            .ExecuteUpdateAsync(o =>
                o.SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(r => r.DueAt, dueAt)
                    .SetProperty(r => r.Error, error)
            );
    }
}
