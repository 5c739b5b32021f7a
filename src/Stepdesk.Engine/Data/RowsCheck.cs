using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Stepdesk.Core.Service;

namespace Stepdesk.Engine.Data;

/// <summary>Compares the rows that lists read with the history they are the fold of, some hundred at a time.</summary>
sealed class RowsCheck(Db db)
{
    const int Batch = 500;

    readonly PolicyBook book = new();
    readonly Dictionary<int, StreamCheck> tickets = [];
    readonly Dictionary<int, StreamCheck> people = [];
    readonly IReadOnlyList<IProperty> shown = [.. db.Model.FindEntityType(typeof(TicketRow))!.GetProperties()];

    /// <summary>Takes a stream whose history is sound, and answers what was found so far when it looked.</summary>
    public async Task<BadVersion?> AddAsync(StreamCheck stream, CancellationToken stop)
    {
        if (stream.TicketId is { } ticket)
            tickets[ticket] = stream;
        else if (stream.PersonId is { } person)
            people[person] = stream;
        return tickets.Count + people.Count < Batch ? null : await CheckAsync(stop);
    }

    /// <summary>Compares what was taken and forgets it.</summary>
    public async Task<BadVersion?> CheckAsync(CancellationToken stop)
    {
        var bad = (List<BadVersion>)[.. await TicketsAsync(stop), .. await PeopleAsync(stop)];
        tickets.Clear();
        people.Clear();
        return bad.MinBy(b => b.Stream, StringComparer.Ordinal);
    }

    /// <summary>A ticket whose whole history is gone.</summary>
    public async Task<BadVersion?> WithoutHistoryAsync(CancellationToken stop)
    {
        var orphans = await db
            .Tickets.Where(t => !db.History.Any(e => e.Version == 1 && e.Stream == "ticket/" + t.Id))
            .OrderBy(t => t.Id)
            .Select(t => t.Id)
            .Take(1)
            .ToListAsync(stop);
        return orphans.Count == 0 ? null : new(Streams.Ticket(orphans[0]), 1, "removed: the ticket has a row");
    }

    /// <summary>A ticket that is gone with its row: ids are counted without gaps, so the hole shows.</summary>
    public async Task<BadVersion?> WithoutTraceAsync(CancellationToken stop)
    {
        var holes = await db
            .Database.SqlQuery<int>(
                $"""
                SELECT hole AS "Value" FROM (
                  SELECT t.id + 1 AS hole FROM (SELECT 0 AS id UNION ALL SELECT id FROM tickets) t
                  WHERE NOT EXISTS (SELECT 1 FROM tickets n WHERE n.id = t.id + 1)
                ) holes
                WHERE hole <= (SELECT last FROM counters WHERE series = 'tickets') ORDER BY hole LIMIT 1
                """
            )
            .ToListAsync(stop);
        return holes.Count == 0 || await db.History.AnyAsync(e => e.Stream == Streams.Ticket(holes[0]), stop)
            ? null
            : new(Streams.Ticket(holes[0]), 1, "removed: later tickets were counted after it");
    }

    async Task<List<BadVersion>> TicketsAsync(CancellationToken stop)
    {
        var rows = await db
            .Tickets.AsNoTracking()
            .Include(t => t.Tags)
            .Where(t => tickets.Keys.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, stop);
        var measures = (
            await db.Measures.AsNoTracking().Where(m => tickets.Keys.Contains(m.Ticket)).ToListAsync(stop)
        ).ToLookup(m => m.Ticket);
        var breaches = (
            await db.Breaches.AsNoTracking().Where(b => tickets.Keys.Contains(b.Ticket)).ToListAsync(stop)
        ).ToLookup(b => b.Ticket);
        var traits = (
            await db.Traits.AsNoTracking().Where(t => tickets.Keys.Contains(t.Ticket)).ToListAsync(stop)
        ).ToLookup(t => t.Ticket, t => t.Trait);
        var bad = new List<BadVersion>();
        foreach (var ticket in tickets.Values)
        {
            var (id, policies) = (ticket.TicketId!.Value, await book.AllAsync(db, ticket.World, stop));
            if (
                (
                    Compare(ticket, rows.GetValueOrDefault(id), policies)
                    ?? Compare(ticket, measures[id], breaches[id], policies)
                    ?? Compare(ticket, traits[id])
                ) is
                { } wrong
            )
                bad.Add(wrong);
        }
        return bad;
    }

    static BadVersion? Compare(
        StreamCheck history,
        IEnumerable<MeasureRow> measures,
        IEnumerable<BreachRow> breaches,
        Policies policies
    )
    {
        var (id, facts) = (history.TicketId!.Value, TimeFacts.Of(history.History, policies));
        return
            facts.Measures.Select(m => MeasureRow.Of(id, history.World, m)).ToHashSet().SetEquals(measures)
            && facts.Breaches.Select(b => BreachRow.Of(id, history.World, b)).ToHashSet().SetEquals(breaches)
            ? null
            : new(history.Stream, history.Version, "the ticket's measured times are others: rebuild") { IsRow = true };
    }

    static BadVersion? Compare(StreamCheck history, IEnumerable<long> traits) =>
        TraitRow
            .Of(history.TicketId!.Value, history.World, history.Ticket)
            .Select(t => t.Trait)
            .ToHashSet()
            .SetEquals(traits)
            ? null
            : new(history.Stream, history.Version, "what the ticket is found alike by is another: rebuild")
            {
                IsRow = true,
            };

    async Task<List<BadVersion>> PeopleAsync(CancellationToken stop)
    {
        var rows = await db
            .People.AsNoTracking()
            .Where(p => people.Keys.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, stop);
        return
        [
            .. people.Values.Select(p => Compare(p, rows.GetValueOrDefault(p.PersonId!.Value))).OfType<BadVersion>(),
        ];
    }

    static BadVersion? Compare(StreamCheck history, PersonRow? row) =>
        row is null ? new(history.Stream, history.Version, "the person has no row: restore a backup")
        : row.Version > history.Version ? CutOff(history, $"the person's row is at version {row.Version}")
        : row.Role != history.Role
            ? new(history.Stream, history.Version, $"the person's row says another {nameof(row.Role)}: correct it")
        : null;

    BadVersion? Compare(StreamCheck history, TicketRow? row, Policies policies)
    {
        if (row is null)
            return new(history.Stream, history.Version, "the ticket has no row: rebuild") { IsRow = true };
        if (row.Version > history.Version)
            return CutOff(history, $"the ticket's row is at version {row.Version}");
        var fold = new TicketRow
        {
            Id = row.Id,
            World = history.World,
            Number = row.Number,
        };
        fold.Show(history.Ticket, policies);
        fold.ShowTags(history.Ticket);
        var wrong =
            shown.FirstOrDefault(p => !Same(p, row, fold))?.Name
            ?? (row.Tags.Select(t => t.Tag).ToHashSet().SetEquals(fold.Tags.Select(t => t.Tag)) ? null : "Tags");
        return wrong is null
            ? null
            : new(history.Stream, history.Version, $"the ticket's row says another {wrong}: rebuild") { IsRow = true };
    }

    static BadVersion CutOff(StreamCheck history, string why) =>
        new(history.Stream, history.Version + 1, $"cut off: {why}");

    static bool Same(IProperty property, TicketRow row, TicketRow fold) =>
        Equals(Kept(property.PropertyInfo!.GetValue(row)), Kept(property.PropertyInfo.GetValue(fold)));

    // A caller's instant may be finer than what a row keeps.
    static object? Kept(object? value) => value is DateTimeOffset at ? at.ToMicroseconds() : value;
}
