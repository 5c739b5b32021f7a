using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>Opens a ticket for one reader. What the reader may not see is not there.</summary>
sealed class Reading(IDbContextFactory<Db> databases, Worlds worlds, PolicyBook book)
{
    /// <summary>The ticket with a database still open on it; null when it is not there for this reader.</summary>
    public async Task<OpenTicket?> OpenAsync(int id, Actor me, CancellationToken stop)
    {
        var db = await databases.CreateDbContextAsync(stop);
        var number = await db
            .Tickets.Where(t => t.Id == id && t.World == worlds.Live.Id)
            .Select(t => (int?)t.Number)
            .SingleOrDefaultAsync(stop);
        var history = number is null ? [] : await db.StreamAsync(Streams.Ticket(id), stop);
        var ticket = Ticket.From(history.Select(e => e.Read()));
        if (number is not null && Permissions.MaySee(me, ticket))
            return new(db, id, number.Value, ticket, history);
        await db.DisposeAsync();
        return null;
    }

    /// <summary>The tickets that were merged into an open one, as far as they are there for this reader.</summary>
    public static async Task<IReadOnlyList<OpenTicket>> MergedAsync(OpenTicket work, Actor me, CancellationToken stop)
    {
        var ids = work.Ticket.Links.Where(l => l.Kind is LinkKind.HasMerged).Select(l => l.Ticket).ToList();
        if (ids.Count == 0)
            return [];
        var streams = ids.ConvertAll(Streams.Ticket);
        var rows = await work
            .Db.History.AsNoTracking()
            .Where(e => streams.Contains(e.Stream) && e.World == work.World)
            .OrderBy(e => e.Stream)
            .ThenBy(e => e.Version)
            .ToListAsync(stop);
        var histories = rows.ToLookup(e => e.Stream, StringComparer.Ordinal);
        var numbers = await work
            .Db.Tickets.Where(t => ids.Contains(t.Id) && t.World == work.World)
            .ToDictionaryAsync(t => t.Id, t => t.Number, stop);
        return
        [
            .. from id in ids
            where numbers.ContainsKey(id)
            let history = histories[Streams.Ticket(id)].ToList()
            let ticket = Ticket.From(history.Select(e => e.Read()))
            where Permissions.MaySee(me, ticket)
            select new OpenTicket(work.Db, id, numbers[id], ticket, history),
        ];
    }

    /// <summary>The ticket as this reader sees it now.</summary>
    public async Task<TicketInFull?> ReadAsync(int id, Caller caller, CancellationToken stop)
    {
        await using var open = await OpenAsync(id, caller.Me, stop);
        if (open is null)
            return null;
        var ticket = open.Ticket;
        var names = await Names.ReadAsync(
            open.Db,
            [
                ticket.Requester,
                ticket.Owner,
                .. ticket.Parties.Select(p => (int?)p.Person),
                .. ticket.Followers.Select(f => (int?)f),
            ],
            [ticket.Team],
            stop
        );
        var stages = await TeamStages.ReadAsync(open.Db, open.World, ticket.Team, stop);
        var policies = await book.UpToAsync(open.Db, open.World, ticket.LatestPolicy, stop);
        return TicketInFull.Of(
            id,
            open.Number,
            ticket,
            names,
            stages.Stages,
            caller.Me,
            policies,
            caller.Language,
            worlds.Live.Now
        );
    }
}

/// <summary>A ticket somebody may read, with everything that happened to it.</summary>
sealed record OpenTicket(Db Db, int Id, int Number, Ticket Ticket, IReadOnlyList<HistoryRow> History) : IAsyncDisposable
{
    public int World => History[0].World;

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
