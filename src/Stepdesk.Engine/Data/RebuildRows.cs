using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Data;

/// <summary>Makes the tickets' rows again from history, whatever became of them. Nobody has to stop working meanwhile.</summary>
public sealed class RebuildRows(IDbContextFactory<Db> databases)
{
    const int Batch = 200;
    readonly PolicyBook policies = new();

    /// <summary>How many tickets were folded.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var tickets = await TicketsAsync(stop);
        foreach (var batch in tickets.Chunk(Batch))
            await RebuildAsync(batch, stop);
        return tickets.Count;
    }

    // A ticket's number is its place in its world: both series count in one transaction, so neither has gaps.
    async Task<List<Place>> TicketsAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
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

    async Task RebuildAsync(IReadOnlyList<Place> places, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        foreach (var place in places)
            await db.HoldAsync(place.Id, stop);
        var ids = places.Select(p => p.Id).ToList();
        await db.Traits.Where(t => ids.Contains(t.Ticket)).ExecuteDeleteAsync(stop);
        var streams = ids.ConvertAll(Streams.Ticket);
        var rows = await db
            .Tickets.Include(t => t.Tags)
            .Where(t => ids.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, stop);
        var histories = (
            await db.History.AsNoTracking().Where(e => streams.Contains(e.Stream)).ToListAsync(stop)
        ).ToLookup(e => e.Stream);
        await db.Measures.Where(m => ids.Contains(m.Ticket)).ExecuteDeleteAsync(stop);
        await db.Breaches.Where(b => ids.Contains(b.Ticket)).ExecuteDeleteAsync(stop);
        foreach (var place in places)
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
            var history = histories[Streams.Ticket(place.Id)].OrderBy(e => e.Version).Select(e => e.Read()).ToList();
            var ticket = Ticket.From(history);
            var known = await policies.AllAsync(db, place.World, stop);
            row.Show(ticket, known);
            row.ShowTags(ticket);
            db.Traits.AddRange(TraitRow.Of(place.Id, place.World, ticket));
            var facts = TimeFacts.Of(history, known);
            db.Measures.AddRange(facts.Measures.Select(m => MeasureRow.Of(place.Id, place.World, m)));
            db.Breaches.AddRange(facts.Breaches.Select(b => BreachRow.Of(place.Id, place.World, b)));
        }
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
    }

    sealed record Place(int Id, int World, int Number);
}
