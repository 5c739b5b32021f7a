using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>Which overrides a report is about.</summary>
/// <param name="From">Not before this instant.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Person">Only this person's.</param>
public sealed record OverrideFilter(DateTimeOffset? From = null, DateTimeOffset? Until = null, int? Person = null);

/// <summary>A step's demand that somebody set aside.</summary>
/// <param name="Version">The event's place in the ticket's history.</param>
/// <param name="Refusal">The code of the refusal that stood in the way.</param>
public sealed record OverrideLine(
    int Ticket,
    int Number,
    string Title,
    int Version,
    DateTimeOffset At,
    int? Person,
    string? Name,
    string Refusal,
    string Reason
);

/// <summary>Every override of a world, newest first: a reading of history by the index that reports walk.</summary>
public static class Overrides
{
    static readonly string Kind = EventNames.NameOf(new Overridden("", ""));

    /// <summary>One page of the report.</summary>
    public static async Task<Page<OverrideLine>> PageAsync(
        Db db,
        World world,
        OverrideFilter filter,
        Place? after,
        int limit,
        CancellationToken stop
    )
    {
        var found = db.History.AsNoTracking().Where(e => e.World == world.Id && e.Kind == Kind);
        if (filter.From is { } from)
            found = found.Where(e => e.At >= from);
        if (filter.Until is { } until)
            found = found.Where(e => e.At < until);
        if (filter.Person is { } person)
        {
            var actor = Actor.Person(person, Role.System).Id;
            found = found.Where(e => e.Actor == actor);
        }
        if (after is not null)
        {
            var stream = Streams.Ticket(after.Id);
#pragma warning disable CA1309 // The database compares, by the order it sorts in below.
            found = found.Where(e =>
                e.At <= after.At
                && (
                    e.At < after.At
                    || string.Compare(e.Stream, stream) < 0
                    || (e.Stream == stream && e.Version < after.Version)
                )
            );
#pragma warning restore CA1309
        }
        // One more than asked for tells whether anything follows.
        var rows = await found
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Stream)
            .ThenByDescending(e => e.Version)
            .Take(limit + 1)
            .ToListAsync(stop);
        var lines = await LinesAsync(db, rows.Take(limit).ToList(), stop);
        return new(
            lines,
            rows.Count <= limit ? null : new Place(lines[^1].At, lines[^1].Ticket, lines[^1].Version).Write()
        );
    }

    static async Task<List<OverrideLine>> LinesAsync(Db db, IReadOnlyList<HistoryRow> rows, CancellationToken stop)
    {
        var tickets = rows.Select(TicketOf).ToHashSet();
        var titles = await db
            .Tickets.Where(t => tickets.Contains(t.Id))
            .Select(t => new
            {
                t.Id,
                t.Number,
                t.Title,
            })
            .ToDictionaryAsync(t => t.Id, stop);
        var actors = rows.Select(r => r.Read().Moment.Who.PersonId).OfType<int>().ToHashSet();
        var names = await db.People.Where(p => actors.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return
        [
            .. from row in rows
            let happened = row.Read()
            let what = (Overridden)happened.What
            let ticket = titles[TicketOf(row)]
            let person = happened.Moment.Who.PersonId
            select new OverrideLine(
                ticket.Id,
                ticket.Number,
                ticket.Title,
                row.Version,
                row.At,
                person,
                person is { } id ? names.GetValueOrDefault(id) : null,
                what.Refusal,
                what.Reason
            ),
        ];
    }

    static int TicketOf(HistoryRow row) => int.Parse(row.Stream.AsSpan("ticket/".Length), CultureInfo.InvariantCulture);
}
