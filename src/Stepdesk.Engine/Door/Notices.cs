using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>
/// Who should see an event: the owner, or the leads while nobody owns the ticket. Never whoever did it. What is noticed
/// about clocks is told by <see cref="Alarming"/>.
/// </summary>
static class Notices
{
    public static async Task AddAsync(
        Db db,
        World world,
        int id,
        Ticket ticket,
        Recorded recorded,
        CancellationToken stop
    )
    {
        if (
            recorded.What
            is not (
                CustomerWrote
                or PartyWrote
                or EscalationAnswered
                or Confirmed
                or Disputed
                or Bounced
                or ChatFailed
                or ClosedUnconfirmed
                or Assigned { Owner: not null }
                or ClassProposed
            )
        )
            return;
        IReadOnlyList<int> readers = ticket.Owner is { } owner ? [owner] : await LeadsAsync(db, world, stop);
        db.Notices.AddRange(
            readers
                .Where(reader => reader != recorded.Moment.Who.PersonId)
                .Select(reader => RowFor(reader, world, id, recorded))
        );
    }

    public static NoticeRow RowFor(int reader, World world, int ticket, Recorded recorded) =>
        new()
        {
            World = world.Id,
            Person = reader,
            Ticket = ticket,
            Version = recorded.Version,
            Kind = EventNames.NameOf(recorded.What),
            At = recorded.Moment.When,
        };

    static async Task<IReadOnlyList<int>> LeadsAsync(Db db, World world, CancellationToken stop) =>
        await db
            .People.Where(p => p.World == world.Id && p.IsActive && Permissions.ToldOfUnowned.Contains(p.Role))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(50)
            .ToListAsync(stop);
}
