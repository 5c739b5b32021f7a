using Microsoft.Extensions.Caching.Memory;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>
/// Tickets as the last act of this node left them: reading and folding a whole history was half of what the next act
/// cost. One counts only while the last hash of its history is still the one it was folded to; the chain vouches for
/// all before, so neither another node, nor an erasure, nor a restored backup can leave one standing that is not true.
/// </summary>
public sealed class Recent : IDisposable
{
    const int Most = 500;

    readonly MemoryCache tickets = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The ticket and the last row of its history, of which the caller holds the ticket's row.</summary>
    public async Task<(Ticket Ticket, HistoryRow? Last)> ReadAsync(Db db, int id, CancellationToken stop)
    {
        if (
            tickets.TryGetValue(id, out Standing? known)
            && await db.LastHashAsync(Streams.Ticket(id), stop) is { } hash
            && hash.AsSpan().SequenceEqual(known!.Last.Hash)
        )
            return (known.Ticket, known.Last);
        var history = await db.StreamAsync(Streams.Ticket(id), stop);
        return (Ticket.From(history.Select(e => e.Read())), history.LastOrDefault());
    }

    /// <summary>Keeps what was committed.</summary>
    public void Keep(int id, Ticket ticket, HistoryRow last) =>
        tickets.Set(
            id,
            new Standing(ticket, last),
            new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) }
        );

    public void Dispose() => tickets.Dispose();

    sealed record Standing(Ticket Ticket, HistoryRow Last);
}
