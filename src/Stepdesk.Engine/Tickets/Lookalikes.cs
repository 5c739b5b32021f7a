using Microsoft.EntityFrameworkCore;
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

    /// <summary>Of tickets that look alike by their words so many are asked when they came.</summary>
    const int Considered = 50;

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
        var alike = Likeness.Weigh(held, last).Where(l => l.Ticket != id && among.Contains(l.Ticket)).ToList();
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
        var alike = Likeness.Weigh(held, last).Where(l => !without.Contains(l.Ticket)).Take(Considered).ToList();
        var ids = alike.ConvertAll(l => l.Ticket);
        var since = reportedAt - Recent;
        var rows = await db
            .Tickets.AsNoTracking()
            .Where(t => ids.Contains(t.Id) && t.World == world.Id && (t.IsOpen || t.ClosedAt > since))
            .ToDictionaryAsync(t => t.Id, stop);
        return
        [
            .. (
                from lookalike in alike
                where rows.ContainsKey(lookalike.Ticket)
                let row = rows[lookalike.Ticket]
                let why = lookalike.Apart(row.ReportedAt - reportedAt)
                where why is not null
                orderby why.Bits descending, row.Id descending
                select new Suggested(row, why)
            ).Take(Most),
        ];
    }

    static Task<List<int>> NewestAsync(Db db, long key, CancellationToken stop) =>
        db
            .Traits.Where(t => t.Trait == key)
            .OrderByDescending(t => t.Ticket)
            .Select(t => t.Ticket)
            .Take(Likeness.Newest)
            .ToListAsync(stop);
}
