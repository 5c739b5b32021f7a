using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Broadcasts;

/// <summary>Finds the people of a circle: who is active in this world now, each once however many groups they are in.</summary>
static class Circles
{
    static readonly string Involvement = EventNames.All.Single(name => EventNames.TypeOf(name) == typeof(Involved));

    /// <summary>Their ids in order, without whoever writes: who writes to themselves has told nobody. No more than can be told, and one.</summary>
    public static async Task<IReadOnlyList<int>> FindAsync(
        Db db,
        int world,
        Circle circle,
        (int Id, Ticket Ticket)? about,
        Actor me,
        CancellationToken stop
    )
    {
        var (teams, roles) = (circle.Teams.ToList(), circle.Roles.Where(r => r is not Role.System).ToList());
        var people = circle.People.ToHashSet();
        if (circle.Linked && about is var (id, ticket))
            people.UnionWith(await LinkedAsync(db, id, ticket, stop));

        var active = db.People.Where(p => p.World == world && p.IsActive && p.Id != me.PersonId);
        // Customers may belong to a team as well, and are not told as one.
        var asked = active.Where(p =>
            (p.Team != null && teams.Contains(p.Team.Value) && p.Role != Role.Customer)
            || roles.Contains(p.Role)
            || people.Contains(p.Id)
        );
        var found = new SortedSet<int>(await IdsAsync(asked, stop));
        foreach (var domain in circle.Domains)
        {
            var end = $"@{domain}";
            found.UnionWith(await IdsAsync(active.Where(p => p.EmailKey.EndsWith(end)), stop));
        }
        return [.. found.Take(BroadcastAction.Most + 1)];
    }

    static Task<List<int>> IdsAsync(IQueryable<PersonRow> people, CancellationToken stop) =>
        people.OrderBy(p => p.Id).Select(p => p.Id).Take(BroadcastAction.Most + 1).ToListAsync(stop);

    // What is above it, or what it repeats, has people of its own.
    static async Task<IEnumerable<int>> LinkedAsync(Db db, int id, Ticket ticket, CancellationToken stop)
    {
        var tickets = ticket
            .Links.Where(l => l.Kind is not (LinkKind.DuplicateOf or LinkKind.MergedInto or LinkKind.Parent))
            .Select(l => l.Ticket)
            .ToList();
        var requesters = await db.Tickets.Where(t => tickets.Contains(t.Id)).Select(t => t.Requester).ToListAsync(stop);
        // Few tickets involve anybody, and only those are read whole.
        var streams = tickets.ConvertAll(Streams.Ticket);
        var involving = await db
            .History.Where(e => streams.Contains(e.Stream) && e.Kind == Involvement)
            .Select(e => e.Stream)
            .Distinct()
            .ToListAsync(stop);
        var all = new List<Ticket> { ticket };
        foreach (var stream in involving)
            all.Add(Ticket.From((await db.StreamAsync(stream, stop)).Select(e => e.Read())));
        return
        [
            ticket.Requester,
            .. requesters,
            .. all.SelectMany(t => t.Parties).Where(p => p.As is Audience.Stakeholders).Select(p => p.Person),
        ];
    }
}
