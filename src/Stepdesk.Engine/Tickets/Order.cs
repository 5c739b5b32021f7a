using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Tickets;

/// <summary>
/// An order that a list can be read on in: after the last ticket seen, whatever was added meanwhile. Ties break by id,
/// so every ticket has exactly one place.
/// </summary>
public abstract record Order
{
    /// <summary>Earliest deadline first.</summary>
    public static readonly Order BySoonest = new Soonest();

    /// <summary>Closed most recently first.</summary>
    public static readonly Order ByLastClosed = new LastClosed();

    /// <summary>Logged most recently first. The only order in which no ticket ever moves.</summary>
    public static readonly Order ByNewest = new Newest();

    internal abstract IQueryable<TicketRow> Sort(IQueryable<TicketRow> tickets);

    internal abstract IQueryable<TicketRow> After(IQueryable<TicketRow> tickets, Place last);

    internal abstract Place PlaceOf(TicketRow ticket);

    // The first comparison alone would do for the result; it is what lets the index be entered at the right place.
    sealed record Soonest : Order
    {
        internal override IQueryable<TicketRow> Sort(IQueryable<TicketRow> tickets) =>
            tickets.OrderBy(t => t.SortAt).ThenBy(t => t.Id);

        internal override IQueryable<TicketRow> After(IQueryable<TicketRow> tickets, Place last) =>
            tickets.Where(t => t.SortAt >= last.At && (t.SortAt > last.At || t.Id > last.Id));

        internal override Place PlaceOf(TicketRow ticket) => new(ticket.SortAt, ticket.Id);
    }

    sealed record LastClosed : Order
    {
        internal override IQueryable<TicketRow> Sort(IQueryable<TicketRow> tickets) =>
            tickets.OrderByDescending(t => t.ClosedAt).ThenByDescending(t => t.Id);

        internal override IQueryable<TicketRow> After(IQueryable<TicketRow> tickets, Place last) =>
            tickets.Where(t => t.ClosedAt <= last.At && (t.ClosedAt < last.At || t.Id < last.Id));

        internal override Place PlaceOf(TicketRow ticket) => new(ticket.ClosedAt!.Value, ticket.Id);
    }

    sealed record Newest : Order
    {
        internal override IQueryable<TicketRow> Sort(IQueryable<TicketRow> tickets) =>
            tickets.OrderByDescending(t => t.Id);

        internal override IQueryable<TicketRow> After(IQueryable<TicketRow> tickets, Place last) =>
            tickets.Where(t => t.Id < last.Id);

        internal override Place PlaceOf(TicketRow ticket) => new(ticket.LoggedAt, ticket.Id);
    }
}

/// <summary>Where a reader is in an order. Written as a cursor that means nothing to whoever carries it.</summary>
/// <param name="Version">Tells the events of one ticket apart; lists of tickets leave it out.</param>
public sealed record Place(DateTimeOffset At, int Id, int Version = 0)
{
    /// <summary>The earlier first; of one instant by ticket and version.</summary>
    public static readonly IComparer<Place> InTime = Comparer<Place>.Create(
        (one, other) => (one.At, one.Id, one.Version).CompareTo((other.At, other.Id, other.Version))
    );

    public string Write() =>
        Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}.{Version}"))
        );

    /// <summary>Null when this is no cursor.</summary>
    public static Place? Read(string cursor) =>
        Base64Url.IsValid(cursor)
        && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.') is [var at, var id, var version]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var ticket)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new(new(ticks, TimeSpan.Zero), ticket, place)
            : null;
}

/// <summary>Some of a list, and how to ask for what follows.</summary>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Reads a list page by page.</summary>
public static class Pages
{
    /// <summary>The next tickets of a list that <see cref="Views.Query"/> sorted.</summary>
    public static async Task<Page<TicketRow>> PageAsync(
        this IQueryable<TicketRow> tickets,
        Order order,
        Place? after,
        int limit,
        CancellationToken stop
    )
    {
        if (after is not null)
            tickets = order.After(tickets, after);
        // One more than asked for tells whether anything follows.
        var rows = await tickets.AsNoTracking().Take(limit + 1).ToListAsync(stop);
        return rows.Count <= limit ? new(rows, null) : new(rows[..limit], order.PlaceOf(rows[limit - 1]).Write());
    }
}
