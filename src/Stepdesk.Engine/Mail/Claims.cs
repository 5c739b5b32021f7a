using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Data.Postgres;

namespace Stepdesk.Engine.Mail;

/// <summary>Owed mail, taken by lease: of any number of nodes only one has a row, and a dead node's rows come free.</summary>
public static class Claims
{
    const string Alarms = $"{OutboxRow.Alarm}/";
    const string Broadcasts = $"{OutboxRow.BroadcastMail}/";

    /// <summary>
    /// A third longer than one mail may take, so that a lease never ends under a living node. It is also how long a
    /// mail waits whose node was killed, unless it was the only one: four minutes, where nothing else is set.
    /// </summary>
    internal static TimeSpan For(MailOptions options) => options.LongestSending * 4 / 3;

    /// <summary>
    /// Frees what a killed node held, before the only desk on an embedded database begins to pay. Who else pays from a
    /// database that is reached by network nobody knows.
    /// </summary>
    public static Task<int> FreeAsync(Db db, CancellationToken stop) =>
        db is PostgresDb
            ? Task.FromResult(0)
            : db
                .Outbox.Where(o => o.LeasedUntil != null && o.DoneAt == null && o.FailedAt == null)
                .ExecuteUpdateAsync(o => o.SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null), stop);

    internal static Task<IReadOnlyList<OutboxRow>> TakeAsync(
        Db db,
        int world,
        DateTimeOffset now,
        TimeSpan within,
        int most,
        CancellationToken stop
    ) => TakeAsync(db, Due(db, world, now), now + within, most, stop);

    /// <summary>Takes some of the rows that are due and free, for as long as is said.</summary>
    internal static async Task<IReadOnlyList<OutboxRow>> TakeAsync(
        Db db,
        IQueryable<OutboxRow> due,
        DateTimeOffset until,
        int most,
        CancellationToken stop
    )
    {
        for (; ; )
        {
            var wanted = await InOrder(due).Take(most).ToListAsync(stop);
            if (wanted.Count == 0)
                return [];
            Guid? lease = Guid.NewGuid();
            await using (var work = await db.BeginAsync(stop))
            {
                // The condition again: another node may have been here since we looked.
                await due.Where(o => wanted.Contains(o.Id))
                    .ExecuteUpdateAsync(
                        o =>
                            o.SetProperty(r => r.Lease, lease)
                                .SetProperty(r => r.LeasedUntil, until)
                                .SetProperty(r => r.Attempts, r => r.Attempts + 1),
                        stop
                    );
                await work.CommitAsync(stop);
            }
            var taken = await db
                .Outbox.AsNoTracking()
                .Where(o => o.Lease == lease)
                .OrderBy(o => o.Id)
                .ToListAsync(stop);
            if (taken.Count > 0)
                return taken;
        }
    }

    /// <summary>What is owed, due and in nobody's hands.</summary>
    internal static IQueryable<OutboxRow> Free(Db db, int world, DateTimeOffset now) =>
        db.Outbox.Where(o =>
            o.World == world
            && o.DoneAt == null
            && o.FailedAt == null
            && o.DueAt <= now
            && (o.LeasedUntil == null || o.LeasedUntil < now)
        );

    /// <summary>What would be taken next, by its id.</summary>
    internal static IQueryable<long> Next(Db db, int world, DateTimeOffset now) => InOrder(Due(db, world, now));

    static IQueryable<long> InOrder(IQueryable<OutboxRow> due) =>
        due.OrderBy(o => o.DueAt).ThenBy(o => o.Id).Select(o => o.Id);

    // A ticket's messages leave in the order they were written: the next waits until the one before left or failed. An
    // alarm is none of them: it waits for nothing, and nothing waits for it. Nor does a mail wait for a chat. What many
    // are told each of them is told in order, and nobody waits for another.
    static IQueryable<OutboxRow> Due(Db db, int world, DateTimeOffset now) =>
        Free(db, world, now)
            .Where(o => !o.Effect.StartsWith(OutboxRow.Chat))
            .Where(o =>
                o.Effect.StartsWith(Alarms)
                || !db.Outbox.Any(before =>
                    before.Ticket == o.Ticket
                    && before.Version < o.Version
                    && (o.Ticket != OutboxRow.NoTicket || before.Effect == o.Effect)
                    && !before.Effect.StartsWith(Alarms)
                    && !before.Effect.StartsWith(OutboxRow.Chat)
                    && before.DoneAt == null
                    && before.FailedAt == null
                )
            );
}
