using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Engine.Broadcasts;

/// <summary>A broadcast that a ticket seems to be about.</summary>
/// <param name="Why">What both reports say; null where somebody tied them.</param>
public sealed record KnownIncident(Broadcast Broadcast, Lookalike? Why);

/// <summary>
/// Finds the known incidents that a report seems to tell of: by the ticket they are worked on and those that repeat it, the
/// same way lookalikes are found. It ties nothing.
/// </summary>
public sealed class KnownIncidents(BroadcastShelf shelf)
{
    /// <summary>Those it seems to tell of, the surest first.</summary>
    public async Task<IReadOnlyList<KnownIncident>> OfAsync(
        Db db,
        World world,
        int id,
        Ticket ticket,
        CancellationToken stop
    )
    {
        var found = new List<KnownIncident>();
        foreach (var broadcast in (await shelf.LatestAsync(db, world.Id, stop)).Current)
        {
            if (broadcast.Ticket is not { } about)
                continue;
            if (about == id || ticket.Links.Any(l => l.Ticket == about && l.Kind is LinkKind.DuplicateOf))
                found.Add(new(broadcast, null));
            // Somebody looked at both and found two things.
            else if (!ticket.Unlike.Contains(about))
            {
                var main = Ticket.From((await db.StreamAsync(Streams.Ticket(about), stop)).Select(e => e.Read()));
                List<int> reports =
                [
                    about,
                    .. main
                        .Links.Where(l => l.Kind is LinkKind.HasDuplicate or LinkKind.HasMerged)
                        .Select(l => l.Ticket),
                ];
                if (await Lookalikes.AmongAsync(db, world, id, ticket, reports, stop) is { } why)
                    found.Add(new(broadcast, why));
            }
        }
        return [.. found.OrderByDescending(f => f.Why?.Bits ?? double.MaxValue)];
    }
}
