using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>The people of a team who can be given tickets, and whom of them the team's rule chooses.</summary>
public static class Members
{
    /// <summary>More than any team has; every list has an end.</summary>
    public const int Most = 200;

    /// <summary>Who works on tickets by their role.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.Agent, Role.Lead, Role.Administrator];

    /// <summary>Who they are and how they stand, by id.</summary>
    public static async Task<IReadOnlyList<(PersonRow Row, Member Member)>> OfAsync(
        Db db,
        World world,
        PolicyBook book,
        int team,
        CancellationToken stop
    )
    {
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.World == world.Id && p.IsActive && p.Team == team && Roles.Contains(p.Role))
            .OrderBy(p => p.Id)
            .Take(Most)
            .ToListAsync(stop);
        var ids = people.ConvertAll(p => (int?)p.Id);
        var open = await db
            .Tickets.Where(t => t.World == world.Id && t.IsOpen && ids.Contains(t.Owner))
            .GroupBy(t => t.Owner)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key!.Value, g => g.Count, stop);
        var latest = await book.LatestAsync(db, world.Id, stop);
        var calendars = (await book.UpToAsync(db, world.Id, latest, stop))(latest).Calendars;
        return
        [
            .. people.Select(p =>
                (
                    p,
                    new Member(p.Id, open.GetValueOrDefault(p.Id), p.Turn)
                    {
                        Away = p.Away,
                        // One that was taken out of the policy keeps nobody from working.
                        Hours = calendars.FirstOrDefault(c => c.Name == p.Calendar)?.Calendar,
                    }
                )
            ),
        ];
    }

    /// <summary>The action with whom the rule chooses for this ticket, in the transaction that gives it to them.</summary>
    internal static async Task<HandOut> ChooseAsync(
        Db db,
        World world,
        PolicyBook book,
        Ticket ticket,
        CancellationToken stop
    )
    {
        if (ticket is not { IsOpen: true, Owner: null, Team: { } team })
            return new();
        var rule = (await TeamRule.ReadAsync(db, world.Id, team, stop)).Rule;
        if (rule.How is Handing.Manual)
            return new();
        // Held until the transaction ends: whoever chooses next sees what this one chose.
        var turn = await db.NextNumberAsync($"turns/{world.Id}", stop);
        var members = await OfAsync(db, world, book, team, stop);
        var choice = Hand.Out(rule, [.. members.Select(m => m.Member)], world.Now);
        if (choice?.To is { } to)
            await db.People.Where(p => p.Id == to).ExecuteUpdateAsync(p => p.SetProperty(r => r.Turn, turn), stop);
        return new() { Choice = choice };
    }
}
