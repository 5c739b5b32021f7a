using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>A stage with the open tickets in it: how many, and the first of them by deadline.</summary>
public sealed record BoardColumn(Stage Stage, int Count, Page<TicketRow> Cards);

/// <summary>The open tickets of a team by stage. Columns are read along one index, a page at a time.</summary>
public static class Board
{
    /// <summary>Every column with its first cards.</summary>
    public static async Task<IReadOnlyList<BoardColumn>> ReadAsync(
        Db db,
        World world,
        int? team,
        IReadOnlyList<Stage> stages,
        int limit,
        CancellationToken stop
    )
    {
        var counts = await Open(db, world, team)
            .GroupBy(t => new { t.Step, t.Stage })
            .Select(g => new
            {
                g.Key.Step,
                g.Key.Stage,
                Count = g.Count(),
            })
            .ToListAsync(stop);
        var columns = new List<BoardColumn>();
        foreach (var stage in stages)
        {
            var count = counts.Where(c => stages.Of(c.Step, c.Stage) == stage).Sum(c => c.Count);
            columns.Add(
                new(
                    stage,
                    count,
                    count == 0
                        ? new([], null)
                        : await Cards(db, world, team, stages, stage).PageAsync(Order.BySoonest, null, limit, stop)
                )
            );
        }
        return columns;
    }

    /// <summary>The tickets of one column, earliest deadline first.</summary>
    public static IQueryable<TicketRow> Cards(
        Db db,
        World world,
        int? team,
        IReadOnlyList<Stage> stages,
        Stage stage
    ) => Order.BySoonest.Sort(In(Open(db, world, team), stages, stage));

    static IQueryable<TicketRow> Open(Db db, World world, int? team) =>
        db.Tickets.Where(t => t.World == world.Id && t.IsOpen && t.Team == team);

    // Nothing chosen, or something that is gone, means the first stage of the step.
    static IQueryable<TicketRow> In(IQueryable<TicketRow> open, IReadOnlyList<Stage> stages, Stage stage)
    {
        var ofStep = open.Where(t => t.Step == stage.Step);
        var others = stages.Where(s => s.Step == stage.Step && s.Id != stage.Id).Select(s => (int?)s.Id).ToList();
        return stages.First(s => s.Step == stage.Step) != stage ? ofStep.Where(t => t.Stage == stage.Id)
            : others.Count == 0 ? ofStep
            : ofStep.Where(t => t.Stage == null || !others.Contains(t.Stage));
    }
}
