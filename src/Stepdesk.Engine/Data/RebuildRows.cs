using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Data;

/// <summary>Makes the tickets' rows again from history, whatever became of them. Nobody has to stop working meanwhile.</summary>
public sealed class RebuildRows(IDbContextFactory<Db> databases)
{
    const int Batch = 200;

    /// <summary>How many tickets were folded.</summary>
    /// <exception cref="TroubleException">A history cannot be read; rows before it are made again.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await RunAsync(db, whatCanBeRead: false, stop);
    }

    /// <summary>In the caller's transaction where there is one, else in one for each batch. How many tickets were folded.</summary>
    /// <param name="whatCanBeRead">
    /// Leaves the row of a ticket as it is whose history cannot be read: whoever verifies is told, and the others go on.
    /// </param>
    internal static async Task<int> RunAsync(Db db, bool whatCanBeRead, CancellationToken stop)
    {
        var (tickets, policies) = (await TicketsAsync(db, stop), new PolicyBook());
        foreach (var batch in tickets.Chunk(Batch))
        {
            await RebuildAsync(db, batch, policies, whatCanBeRead, stop);
            db.ChangeTracker.Clear();
        }
        return tickets.Count;
    }

    // A ticket's number is its place in its world: both series count in one transaction, so neither has gaps.
    static async Task<List<Place>> TicketsAsync(Db db, CancellationToken stop)
    {
        var first = await db
            .History.Where(e => e.Version == 1 && e.Stream.StartsWith("ticket/"))
            .Select(e => new { e.Stream, e.World })
            .ToListAsync(stop);
        return
        [
            .. first
                .Select(e => (Id: int.Parse(e.Stream.AsSpan("ticket/".Length), CultureInfo.InvariantCulture), e.World))
                .GroupBy(e => e.World)
                .SelectMany(world => world.OrderBy(e => e.Id).Select((e, i) => new Place(e.Id, e.World, i + 1)))
                .OrderBy(p => p.Id),
        ];
    }

    static async Task RebuildAsync(
        Db db,
        IReadOnlyList<Place> places,
        PolicyBook policies,
        bool whatCanBeRead,
        CancellationToken stop
    )
    {
        await using var work = db.Database.CurrentTransaction is null ? await db.BeginAsync(stop) : null;
        foreach (var place in places)
            await db.HoldAsync(place.Id, stop);
        var ids = places.Select(p => p.Id).ToList();
        var streams = ids.ConvertAll(Streams.Ticket);
        var rows = await db
            .Tickets.Include(t => t.Tags)
            .Where(t => ids.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, stop);
        var histories = (
            await db.History.AsNoTracking().Where(e => streams.Contains(e.Stream)).ToListAsync(stop)
        ).ToLookup(e => e.Stream);
        var folded = new List<(Place Place, Ticket Ticket, TimeFacts Facts, Policies Policies)>();
        foreach (var place in places)
        {
            var known = await policies.AllAsync(db, place.World, stop);
            try
            {
                var history = histories[Streams.Ticket(place.Id)]
                    .OrderBy(e => e.Version)
                    .Select(e => e.Read())
                    .ToList();
                folded.Add((place, Ticket.From(history), TimeFacts.Of(history, known), known));
            }
#pragma warning disable CA1031 // An altered history may fail a fold in any way, and the others must go on.
            catch (Exception unreadable)
#pragma warning restore CA1031
            {
                if (!whatCanBeRead)
                    throw new TroubleException(
                        $"The history of ticket/{place.Id} cannot be folded ({unreadable.Message.TrimEnd('.')}). "
                            + "'stepdesk history verify' says whether it was altered: then restore a backup. "
                            + "If it was not, run the version of Stepdesk that wrote it.",
                        unreadable
                    );
            }
        }
        ids = folded.ConvertAll(f => f.Place.Id);
        await db.Traits.Where(t => ids.Contains(t.Ticket)).ExecuteDeleteAsync(stop);
        await db.Measures.Where(m => ids.Contains(m.Ticket)).ExecuteDeleteAsync(stop);
        await db.Breaches.Where(b => ids.Contains(b.Ticket)).ExecuteDeleteAsync(stop);
        foreach (var (place, ticket, facts, known) in folded)
        {
            if (!rows.TryGetValue(place.Id, out var row))
                db.Tickets.Add(
                    row = new()
                    {
                        Id = place.Id,
                        World = place.World,
                        Number = place.Number,
                    }
                );
            row.Show(ticket, known);
            row.ShowTags(ticket);
            db.Traits.AddRange(TraitRow.Of(place.Id, place.World, ticket));
            db.Measures.AddRange(facts.Measures.Select(m => MeasureRow.Of(place.Id, place.World, m)));
            db.Breaches.AddRange(facts.Breaches.Select(b => BreachRow.Of(place.Id, place.World, b)));
        }
        await db.SaveChangesAsync(stop);
        if (work is not null)
            await work.CommitAsync(stop);
    }

    sealed record Place(int Id, int World, int Number);
}
