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
            await AskAsync(db, world, id, asked.Approvers, recorded, stop);
            return;
        }
        if (recorded.What is ApproversReminded reminded)
        {
            await AskAsync(db, world, id, reminded.Readers, recorded, stop);
            return;
        }
        // Where the work goes on they are told of it.
        if (ticket.MergedInto is not null && recorded.What is (CustomerWrote or PartyWrote))
            return;
        var told = await TellFollowersAsync(db, world, id, ticket, recorded, stop);
        if (recorded.What is Transferred { Team: var team })
        {
            // Whoever was given it in the same breath is told of that.
            if (ticket.Owner is null)
                db.Notices.AddRange(
                    from reader in await TeamAsync(db, world, team, stop)
                    where reader != recorded.Moment.Who.PersonId
                    select RowFor(reader, world, id, recorded)
                );
            return;
        }
        if (
            recorded.What
            is not (
                CustomerWrote
                or ReporterWrote
                or PartyWrote
                or EscalationAnswered
                or Confirmed
                or Disputed
                or Bounced
                or ChatFailed
                or ClosedUnconfirmed
                or Assigned { Owner: not null }
                or ClassProposed
                // The desk itself parts only a duplicate whose reporter says that it is not over.
                or Linked { Kind: LinkKind.Related }
                or ApprovalGranted
                or ApprovalDenied
                or ApprovalLapsed
                or ApproverWrote
                or SolutionHeld
            )
        )
            return;
        if (recorded.What is Linked && !HasParted(ticket, recorded))
            return;
        IReadOnlyList<int> readers = ticket.Owner is { } owner ? [owner] : await LeadsAsync(db, world, stop);
        db.Notices.AddRange(
            readers
                .Concat(WhoAsked(ticket, recorded))
                .Distinct()
                .Where(reader => reader != recorded.Moment.Who.PersonId)
                // Told as followers.
                .Where(reader => !told.Contains(reader))
                .Select(reader => RowFor(reader, world, id, recorded, recorded.What is Linked ? Parted : null))
        );
    }

    /// <summary>What the owner of a ticket is told when a reporter of the same says that it is not over.</summary>
    public const string Parted = "duplicate_returned";

    // Whoever owns the other ticket is told by the reporter's own word.
    static bool HasParted(Ticket ticket, Recorded recorded) =>
        recorded.Moment.Who.Id == Sitting.Duplicates.Id && ticket.Returned?.At != recorded.Moment.When;

    // Whoever asked wants to know, whoever owns the ticket by now.
    static IEnumerable<int> WhoAsked(Ticket ticket, Recorded recorded)
    {
        int? approval = recorded.What switch
        {
            ApprovalGranted e => e.Approval,
            ApprovalDenied e => e.Approval,
            ApprovalLapsed e => e.Approval,
            ApproverWrote e => e.Approval,
            SolutionHeld e => e.Approval,
            _ => null,
        };
        return ticket.Approvals.Where(a => a.Version == approval).Select(a => a.By).OfType<int>();
    }

    // Colleagues see at the desk that they are asked; others have only their mail.
    static async Task AskAsync(
        Db db,
        World world,
        int id,
        IReadOnlyList<int> approvers,
        Recorded recorded,
        CancellationToken stop
    ) =>
        db.Notices.AddRange(
            from reader in await db
                .People.Where(p => approvers.Contains(p.Id) && p.Role != Role.Customer)
                .OrderBy(p => p.Id)
                .Select(p => p.Id)
                .Take(AskApproval.MostApprovers)
                .ToListAsync(stop)
            select RowFor(reader, world, id, recorded)
        );

    // What the requester sees, each follower hears of, and of a note who is mentioned in it; never whoever did it, and
    // nobody who does not work here any more.
    static async Task<IReadOnlyList<int>> TellFollowersAsync(
        Db db,
        World world,
        int id,
        Ticket ticket,
        Recorded recorded,
        CancellationToken stop
    )
    {
        IReadOnlyList<int> wanted = recorded.What switch
        {
            Noted { Mentioned: { } mentioned } => mentioned,
            Logged => [],
            ReporterWrote => ticket.Followers,
            var what when Visibility.IsPublic(what) => ticket.Followers,
            _ => [],
        };
        if (wanted.All(reader => reader == recorded.Moment.Who.PersonId))
            return [];
        var readers = await db
            .People.Where(p => wanted.Contains(p.Id) && p.World == world.Id && p.IsActive && p.Role != Role.Customer)
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .ToListAsync(stop);
        readers.RemoveAll(reader => reader == recorded.Moment.Who.PersonId);
        db.Notices.AddRange(readers.Select(reader => RowFor(reader, world, id, recorded)));
        return readers;
    }

    // Those who can take it; of a team without anybody, the leads.
    static async Task<IReadOnlyList<int>> TeamAsync(Db db, World world, int team, CancellationToken stop)
    {
        var members = await db
            .People.Where(p => p.World == world.Id && p.IsActive && p.Team == team && Members.Roles.Contains(p.Role))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(Members.Most)
            .ToListAsync(stop);
        return members.Count > 0 ? members : await LeadsAsync(db, world, stop);
    }

    public static NoticeRow RowFor(int reader, World world, int ticket, Recorded recorded, string? kind = null) =>
        new()
        {
            World = world.Id,
            Person = reader,
            Ticket = ticket,
            Version = recorded.Version,
            Kind = kind ?? EventNames.NameOf(recorded.What),
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
