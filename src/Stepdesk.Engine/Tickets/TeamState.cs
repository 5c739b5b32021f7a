using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Assignment;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>A team as it stands: its rule, who of it can be given tickets, and what waits.</summary>
/// <param name="Waiting">How many open tickets in its queue nobody owns.</param>
/// <param name="Left">The open tickets of those who are away, the most urgent first.</param>
public sealed record TeamState(
    TeamRow Team,
    TeamRule Rule,
    IReadOnlyList<TeamMate> Mates,
    int Waiting,
    IReadOnlyList<TicketRow> Left
)
{
    /// <summary>Of how many tickets of those who are away the list tells.</summary>
    public const int MostLeft = 100;

    /// <summary>Null where the world has no such team.</summary>
    public static async Task<TeamState?> ReadAsync(
        Db db,
        World world,
        PolicyBook book,
        int team,
        CancellationToken stop
    )
    {
        var row = await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == team && t.World == world.Id, stop);
        if (row is null)
            return null;
        var rule = await TeamRule.ReadAsync(db, world.Id, team, stop);
        var mates = (await Members.OfAsync(db, world, book, team, stop))
            .Select(m => new TeamMate(m.Row, m.Member, m.Member.WhyNot(rule.Rule, world.Now)))
            .ToList();
        var waiting = await db.Tickets.CountAsync(
            t => t.World == world.Id && t.IsOpen && t.Team == team && t.Owner == null,
            stop
        );
        var away = mates.FindAll(m => m.WhyNot is PassedOver.Away).ConvertAll(m => (int?)m.Row.Id);
        var left =
            away.Count == 0
                ? []
                : await db
                    .Tickets.AsNoTracking()
                    .Where(t => t.World == world.Id && t.IsOpen && away.Contains(t.Owner))
                    .OrderBy(t => t.SortAt)
                    .ThenBy(t => t.Id)
                    .Take(MostLeft)
                    .ToListAsync(stop);
        return new(row, rule, mates, waiting, left);
    }
}

/// <summary>Somebody of a team, and why they are not given tickets now; null where they can be.</summary>
public sealed record TeamMate(PersonRow Row, Member Member, PassedOver? WhyNot);
