using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Broadcasts;

/// <summary>What became of a broadcast to one reader.</summary>
/// <param name="Version">The edition it is about.</param>
/// <param name="At">When it was accepted for delivery, or given up; null while it waits.</param>
/// <param name="Status">Why it did not arrive; what the server said last, where it still waits.</param>
public sealed record Delivery(
    int Person,
    string Name,
    int Version,
    DeliveryState State,
    DateTimeOffset? At,
    string? Status
);

/// <summary>How far a mail is.</summary>
public enum DeliveryState
{
    Waiting = 1,
    Delivered,
    Failed,

    /// <summary>It was not sent any more: a newer one says what holds, or nothing had to be taken back.</summary>
    LeftOut,
}

/// <summary>Who was reached by a broadcast, mail by mail, as the outbox has it.</summary>
public static class Deliveries
{
    /// <summary>Why a mail was left out.</summary>
    public const string LeftOut = "superseded";

    /// <summary>How many mails of an edition are in which state.</summary>
    public static async Task<IReadOnlyDictionary<(int Version, DeliveryState State), int>> CountAsync(
        Db db,
        int world,
        Broadcast broadcast,
        CancellationToken stop
    ) => (
            await Of(db, world, broadcast)
                .GroupBy(o => new
                {
                    o.Version,
                    Failed = o.FailedAt != null,
                    Done = o.DoneAt != null,
                    LeftOut = o.Error == LeftOut,
                })
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(stop)
        ).GroupBy(g => (g.Key.Version, StateOf(g.Key.Failed, g.Key.Done, g.Key.LeftOut))).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));

    /// <summary>The mails of one edition, whoever was not reached first; at most so many, behind a reader.</summary>
    public static async Task<IReadOnlyList<Delivery>> ListAsync(
        Db db,
        int world,
        Broadcast broadcast,
        int version,
        int skip,
        int most,
        CancellationToken stop
    )
    {
        var found = await Of(db, world, broadcast)
            .Where(o => o.Version == version)
            .OrderBy(o => o.FailedAt == null)
            .ThenBy(o => o.DoneAt != null)
            .ThenBy(o => o.Id)
            .Skip(skip)
            .Take(most)
            .ToListAsync(stop);
        var ids = found.ConvertAll(o => o.Broadcast!.Value.Reader);
        var names = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return
        [
            .. found.Select(o =>
            {
                var reader = o.Broadcast!.Value.Reader;
                return new Delivery(
                    reader,
                    names.GetValueOrDefault(reader) ?? $"#{reader}",
                    o.Version,
                    StateOf(o.FailedAt is not null, o.DoneAt is not null, o.Error == LeftOut),
                    o.FailedAt ?? o.DoneAt,
                    o.Error == LeftOut ? null : o.Error
                );
            }),
        ];
    }

    static IQueryable<OutboxRow> Of(Db db, int world, Broadcast broadcast)
    {
        var versions = broadcast.Editions.Select(e => e.Version).ToList();
        return db
            .Outbox.AsNoTracking()
            .Where(o => o.Ticket == OutboxRow.NoTicket && versions.Contains(o.Version) && o.World == world);
    }

    // A report of failure can come after the server's yes; it has the last word.
    static DeliveryState StateOf(bool failed, bool done, bool leftOut) =>
        failed && leftOut ? DeliveryState.LeftOut
        : failed ? DeliveryState.Failed
        : done ? DeliveryState.Delivered
        : DeliveryState.Waiting;
}
