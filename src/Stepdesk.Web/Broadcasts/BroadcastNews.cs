using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Broadcasts;

/// <summary>Notices about broadcasts, as the page that lists notices shows them.</summary>
static class BroadcastNews
{
    /// <summary>Somebody's own, the latest first, each with the broadcast it is about.</summary>
    public static async Task<IReadOnlyList<(NoticeRow Notice, Broadcast Broadcast)>> ReadAsync(
        Db db,
        BroadcastBook book,
        Actor me,
        int most,
        CancellationToken stop
    )
    {
        var found = await db
            .Notices.AsNoTracking()
            .Where(n => n.Person == me.PersonId && n.Ticket == null && n.Session == null)
            .Where(n => n.Kind == WatchBroadcasts.Kind)
            .OrderByDescending(n => n.Id)
            .Take(most)
            .ToListAsync(stop);
        var about = (
            from broadcast in book.All
            from edition in broadcast.Editions
            where edition.OverdueVersion is not null
            select (edition.OverdueVersion!.Value, broadcast)
        ).ToDictionary(a => a.Value, a => a.broadcast);
        return [.. found.Where(n => about.ContainsKey(n.Version)).Select(n => (n, about[n.Version]))];
    }
}
