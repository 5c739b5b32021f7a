using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// An open ticket of a session that has a solution. Who reported the same has a ticket of their own, and says of that
/// whether it works.
/// </summary>
/// <param name="Requester">Whose it is, by the key of their address.</param>
/// <param name="IsConfirmed">Whether they have said already that it works.</param>
sealed record Told(int Id, string Requester, bool IsConfirmed)
{
    const int AtOnce = 100;

    public static async Task<IReadOnlyList<Told>> InAsync(Db db, int world, CancellationToken stop)
    {
        var resolved = await db
            .Tickets.Where(t => t.World == world && t.IsOpen && t.ResolvedAt != null)
            .OrderBy(t => t.Id)
            .Take(AtOnce)
            .Join(db.People, t => t.Requester, p => p.Id, (t, p) => new { Row = t, p.EmailKey })
            .AsNoTracking()
            .ToListAsync(stop);
        // Whoever knows of the solution and is not waited for has said that it works.
        return
        [
            .. from of in resolved
            orderby of.Row.Id
            select new Told(of.Row.Id, of.EmailKey, of.Row.Step > Step.Communication && !of.Row.IsWaitingForCustomer),
        ];
    }

    /// <summary>What they said last of the solution; null where nothing is new to the desk.</summary>
    public SessionEvent? NewsIn(Session session) =>
        session.Events.LastOrDefault(e =>
            e.Type is EventTypes.Confirmed or EventTypes.Disputed
            && session.Scenario.Person(e.Actor) is { } speaker
            && Requester == People.KeyOf(Cast.AddressOf(speaker))
        )
            is { } word
        && !(IsConfirmed && word.Type is EventTypes.Confirmed)
            ? word
            : null;
}
