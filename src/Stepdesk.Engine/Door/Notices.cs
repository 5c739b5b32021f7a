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
        if (recorded.What is ApprovalAsked asked)
        {
            await AskAsync(db, world, id, asked, recorded, stop);
            return;
        }
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
                or ApprovalGranted
                or ApprovalDenied
                or ApprovalLapsed
                or ApproverWrote
            )
        )
            return;
        IReadOnlyList<int> readers = ticket.Owner is { } owner ? [owner] : await LeadsAsync(db, world, stop);
        db.Notices.AddRange(
            readers
                .Concat(WhoAsked(ticket, recorded))
                .Distinct()
                .Where(reader => reader != recorded.Moment.Who.PersonId)
                .Select(reader => RowFor(reader, world, id, recorded))
        );
    }

    // Whoever asked wants to know, whoever owns the ticket by now.
    static IEnumerable<int> WhoAsked(Ticket ticket, Recorded recorded)
    {
        int? approval = recorded.What switch
        {
            ApprovalGranted e => e.Approval,
            ApprovalDenied e => e.Approval,
            ApprovalLapsed e => e.Approval,
            ApproverWrote e => e.Approval,
            _ => null,
        };
        return ticket.Approvals.Where(a => a.Version == approval).Select(a => a.By).OfType<int>();
    }

    // Colleagues see at the desk that they are asked; others have only their mail.
    static async Task AskAsync(
        Db db,
        World world,
        int id,
        ApprovalAsked asked,
        Recorded recorded,
        CancellationToken stop
    ) =>
        db.Notices.AddRange(
            from reader in await db
                .People.Where(p => asked.Approvers.Contains(p.Id) && p.Role != Role.Customer)
                .OrderBy(p => p.Id)
                .Select(p => p.Id)
                .Take(AskApproval.MostApprovers)
                .ToListAsync(stop)
            select RowFor(reader, world, id, recorded)
        );

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
