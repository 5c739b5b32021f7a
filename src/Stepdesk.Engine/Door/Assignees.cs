using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>Whether a ticket can be given to somebody: an active colleague, a team there is.</summary>
public static class Assignees
{
    public static readonly Refusal NoSuchTeam = new("no-such-team");

    /// <summary>Somebody else is to have it who is not there; what they take themselves they may have.</summary>
    public static readonly Refusal IsAway = new("person-is-away");

    /// <summary>Why the action would give the ticket to nobody there is, or null. Who has it already may keep it.</summary>
    internal static async Task<Refusal?> CheckAsync(
        Db db,
        World world,
        Ticket ticket,
        TicketAction action,
        Actor me,
        CancellationToken stop
    )
    {
        var (team, owner) = action switch
        {
            Assign assign => (assign.On(ticket).Team, assign.On(ticket).Owner),
            Log log => (log.Team, null),
            Transfer transfer => (transfer.Team, null),
            _ => (null, null),
        };
        if (team != ticket.Team && await CheckTeamAsync(db, world.Id, team, stop) is { } noSuchTeam)
            return noSuchTeam;
        if (owner is null || owner == ticket.Owner)
            return null;
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(
                p => p.Id == owner && p.World == world.Id && p.IsActive && p.Role != Role.Customer,
                stop
            );
        return person is null ? Refusals.NoSuchPerson
            : person.Id != me.PersonId && person.Away?.Covers(world.Now) is true ? IsAway with { Detail = person.Name }
            : null;
    }

    /// <summary>Why not, or null.</summary>
    public static async Task<Refusal?> CheckTeamAsync(Db db, int world, int? team, CancellationToken stop) =>
        team is null || await db.Teams.AnyAsync(t => t.Id == team && t.World == world, stop) ? null : NoSuchTeam;
}
