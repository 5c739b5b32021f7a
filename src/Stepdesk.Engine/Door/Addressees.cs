using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>The people behind whom an escalation names, looked up in the transaction that asks them.</summary>
static class Addressees
{
    /// <summary>The same, with its readers and with the language its requester is told in.</summary>
    public static async Task<Escalate> FindAsync(
        Db db,
        World world,
        Escalate wanted,
        Ticket ticket,
        CancellationToken stop
    )
    {
        // Customers may belong to a team as well, and are not asked as one.
        var readers = await db
            .People.Where(p => p.World == world.Id && p.IsActive)
            .Where(p =>
                wanted.Person != null
                    ? p.Id == wanted.Person
                    : wanted.Team != null && p.Team == wanted.Team && p.Role != Role.Customer
            )
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            // One more than may be involved: too many are refused and not cut.
            .Take(Involve.Most + 1)
            .ToListAsync(stop);
        var language = await db
            .People.Where(p => p.Id == ticket.Requester)
            .Select(p => p.Language)
            .SingleOrDefaultAsync(stop);
        return wanted with
        {
            Readers = readers,
            Chats = [.. world.Chats.Select(c => new ChatOffer(c.Name, c.For))],
            Language = language,
        };
    }

    /// <summary>Who can be mentioned: everybody who works in the world.</summary>
    public static Task<List<Colleague>> ColleaguesAsync(Db db, World world, CancellationToken stop) =>
        db
            .People.Where(p => p.World == world.Id && p.IsActive && p.Role != Role.Customer)
            .OrderBy(p => p.Id)
            .Select(p => new Colleague(p.Id, p.Name, p.Email))
            .Take(MostColleagues)
            .ToListAsync(stop);

    // More than any desk has; every list has an end.
    const int MostColleagues = 2000;

    /// <summary>The same, with those of its approvers there are.</summary>
    public static async Task<AskApproval> FindAsync(Db db, World world, AskApproval wanted, CancellationToken stop)
    {
        // More than may be asked are refused before anybody is looked for.
        var asked = wanted.Approvers.Take(AskApproval.MostApprovers + 1).ToList();
        var known = await db
            .People.Where(p => p.World == world.Id && p.IsActive && asked.Contains(p.Id))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(AskApproval.MostApprovers + 1)
            .ToListAsync(stop);
        return wanted with { Known = known, Chats = [.. world.Chats.Select(c => new ChatOffer(c.Name, c.For))] };
    }
}
