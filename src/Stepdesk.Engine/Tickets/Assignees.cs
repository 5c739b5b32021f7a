using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Tickets;

/// <summary>Whether a ticket can be given to somebody: an active colleague, a team there is.</summary>
public static class Assignees
{
    public static readonly Refusal NoSuchTeam = new("no-such-team");

    /// <summary>Why not, or null.</summary>
    public static async Task<Refusal?> CheckAsync(Db db, int world, Assign wanted, CancellationToken stop)
    {
        if (wanted is { Team: null, Owner: null })
            return null;
        if (wanted.Team is { } team && !await db.Teams.AnyAsync(t => t.Id == team && t.World == world, stop))
            return NoSuchTeam;
        if (
            wanted.Owner is { } owner
            && !await db.People.AnyAsync(
                p => p.Id == owner && p.World == world && p.IsActive && p.Role != Role.Customer,
                stop
            )
        )
            return Tokens.NoSuchPerson;
        return null;
    }
}
