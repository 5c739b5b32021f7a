using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>A ticket that may report the same fault, and what speaks for it.</summary>
public sealed record Suggested(TicketRow Ticket, Lookalike Why);

/// <summary>
/// Finds the tickets that may report the same fault: those that share rare traits and came at about the same time. Each
/// trait is looked up in its newest tickets only, so a desk of a million costs no more than one of a thousand.
/// </summary>
public static class Lookalikes
{
    /// <summary>More than these are no help to anybody.</summary>
    public const int Most = 5;

    /// <summary>Of tickets that look alike by their words so many are asked when they came and what they repeat.</summary>
    const int Considered = Likeness.Newest;

    /// <summary>What was closed longer ago is another time, however it reads.</summary>
    static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>For a report that is being written.</summary>
    public static Task<IReadOnlyList<Suggested>> OfAsync(
        Db db,
        World world,
        string title,
        string text,
        Actor me,
        CancellationToken stop
    ) => FindAsync(db, world, Traits.Of(title, text), world.Now, new HashSet<int>(), me, stop);

    /// <summary>For a ticket, without those it is tied to and those it was told apart from.</summary>
    public static Task<IReadOnlyList<Suggested>> OfAsync(
        Db db,
        World world,
        int id,
        Ticket ticket,
        Actor me,
        CancellationToken stop
    ) =>
        FindAsync(
            db,
            world,
            Traits.Of(ticket.Title, ticket.Description),
            ticket.ReportedAt,
            [id, .. ticket.Links.Select(l => l.Ticket), .. ticket.Unlike],
            me,
            stop
        );

    /// <summary>What speaks most for it that a ticket reports the same as one of these; null where too little does.</summary>
    /// <param name="among">Reports of one fault, tied to the ticket or not.</param>
    public static async Task<Lookalike?> AmongAsync(
        Db db,
        World world,
        int id,
        Ticket ticket,
        IReadOnlyCollection<int> among,
        CancellationToken stop
    )
    {
        var traits = Traits.Of(ticket.Title, ticket.Description);
        if (traits.Count == 0)
            return null;
        var (last, held) = await HeldAsync(db, world, traits, stop);
        // Whatever these say they say of one fault, however many they are.
        var asOne = among.ToDictionary(t => t, _ => among.Min());
        var alike = Likeness
            .Weigh(held, last, asOne)
            .Where(l => l.Ticket != id && asOne.ContainsKey(l.Ticket))
            .ToList();
        var ids = alike.ConvertAll(l => l.Ticket);
        var reported = await db
            .Tickets.Where(t => ids.Contains(t.Id) && t.World == world.Id)
            .ToDictionaryAsync(t => t.Id, t => t.ReportedAt, stop);
        return alike
            .Where(l => reported.ContainsKey(l.Ticket))
            .Select(l => l.Apart(reported[l.Ticket] - ticket.ReportedAt))
            .OfType<Lookalike>()
            .MaxBy(l => l.Bits);
    }

    static async Task<(int Last, List<Held> Held)> HeldAsync(
        Db db,
        World world,
        IReadOnlyList<Trait> traits,
        CancellationToken stop
    )
    {
        var last = await db.Tickets.MaxAsync(t => (int?)t.Id, stop) ?? 0;
        var held = new List<Held>();
        foreach (var trait in traits)
            held.Add(new(trait, await NewestAsync(db, trait.Key(world.Id), stop)));
        return (last, held);
    }

    static async Task<IReadOnlyList<Suggested>> FindAsync(
        Db db,
        World world,
        IReadOnlyList<Trait> traits,
        DateTimeOffset reportedAt,
        HashSet<int> without,
        Actor me,
        CancellationToken stop
    )
    {
        if (traits.Count == 0 || !me.IsStaff)
            return [];
        var (last, held) = await HeldAsync(db, world, traits, stop);
        var firsts = await FirstsAsync(db, Likeness.Weigh(held, last).Take(Considered).Select(l => l.Ticket), stop);
        var alike = Likeness
            .Weigh(held, last, firsts)
            .Where(l => !without.Contains(l.Ticket))
            .Take(Considered)
            .ToList();
        var ids = alike.Select(l => l.Ticket).Concat(firsts.Values).ToHashSet();
        var since = reportedAt - Recent;
        var rows = await db
            .Tickets.AsNoTracking()
            .Where(t => ids.Contains(t.Id) && t.World == world.Id)
            .ToDictionaryAsync(t => t.Id, stop);
        return
        [
            .. (
                from lookalike in alike
                where rows.ContainsKey(lookalike.Ticket)
                let why = lookalike.Apart(rows[lookalike.Ticket].ReportedAt - reportedAt)
                where why is not null
                // A report that repeats another leads to that one: there it can be tied, and there is the work.
                group why by firsts.GetValueOrDefault(why.Ticket, why.Ticket) into reports
                where !without.Contains(reports.Key)
                let row = rows.GetValueOrDefault(reports.Key)
                where row is { IsOpen: true } || row?.ClosedAt > since
                let nearest = reports.MaxBy(w => w.Bits)
                orderby nearest.Bits descending, row.Id descending
                select new Suggested(row, nearest with { Ticket = row.Id })
            ).Take(Most),
        ];
    }

    // Which of these repeat which other ticket, or go on in it. Read off their ties: a column would be one more thing to keep
    // in step for a hundred short streams.
    static async Task<Dictionary<int, int>> FirstsAsync(Db db, IEnumerable<int> tickets, CancellationToken stop)
    {
        var streams = tickets.ToDictionary(Streams.Ticket, t => t, StringComparer.Ordinal);
        var names = streams.Keys.ToList();
        var ties = await db
            .History.AsNoTracking()
            .Where(e => names.Contains(e.Stream) && TieKinds.Contains(e.Kind))
            .OrderBy(e => e.Stream)
            .ThenBy(e => e.Version)
            .ToListAsync(stop);
        var firsts = new Dictionary<int, int>();
        foreach (var tie in ties)
        {
            var ticket = streams[tie.Stream];
            var (other, repeats) = tie.Read().What switch
            {
                Linked e => (e.Ticket, e.Kind is LinkKind.DuplicateOf),
                Merged e => (e.Ticket, true),
                Unlinked e => (e.Ticket, false),
                Unmerged e => (e.Ticket, false),
                _ => (0, false),
            };
            if (repeats)
                firsts[ticket] = other;
            else if (firsts.GetValueOrDefault(ticket) == other)
                firsts.Remove(ticket);
        }
        return firsts;
    }

    static readonly IReadOnlyList<string> TieKinds =
    [
        EventNames.NameOf(new Linked(0, default)),
        EventNames.NameOf(new Unlinked(0)),
        EventNames.NameOf(new Merged(0)),
        EventNames.NameOf(new Unmerged(0)),
    ];

    static Task<List<int>> NewestAsync(Db db, long key, CancellationToken stop) =>
        db
            .Traits.Where(t => t.Trait == key)
            .OrderByDescending(t => t.Ticket)
            .Select(t => t.Ticket)
            .Take(Likeness.Newest)
            .ToListAsync(stop);
}
