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
    public static readonly Refusal NoSuchPerson = new("no-such-person");

    /// <summary>Why the action would give the ticket to nobody there is, or null. Who has it already may keep it.</summary>
    internal static async Task<Refusal?> CheckAsync(
        Db db,
        int world,
        Ticket ticket,
        TicketAction action,
        CancellationToken stop
    )
    {
        var (team, owner) = action switch
        {
            Assign assign => (assign.On(ticket).Team, assign.On(ticket).Owner),
            Log log => (log.Team, null),
            _ => (null, null),
        };
        if (team != ticket.Team && await CheckTeamAsync(db, world, team, stop) is { } noSuchTeam)
            return noSuchTeam;
        return
            owner is null
            || owner == ticket.Owner
            || await db.People.AnyAsync(
                p => p.Id == owner && p.World == world && p.IsActive && p.Role != Role.Customer,
                stop
            )
            ? null
            : NoSuchPerson;
    }

    /// <summary>Why not, or null.</summary>
    public static async Task<Refusal?> CheckTeamAsync(Db db, int world, int? team, CancellationToken stop) =>
        team is null || await db.Teams.AnyAsync(t => t.Id == team && t.World == world, stop) ? null : NoSuchTeam;
}
