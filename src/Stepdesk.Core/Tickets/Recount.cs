using Stepdesk.Core.History;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Another ticket, whose people count on this one, speaks for more or fewer of them now. The desk does it by itself, in
/// the transaction that changed the other.
/// </summary>
/// <param name="Ticket">The other ticket.</param>
/// <param name="Affected">How many people it speaks for by itself.</param>
/// <param name="Beneath">The reports that count on it.</param>
public sealed record Recount(int Ticket, int Affected, IReadOnlyList<Report> Beneath) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Links.FirstOrDefault(l => l.Ticket == Ticket && l.Kind.Adds()) is not { } link
        || link.Affected == Brought(ticket, link) && Beneath.SequenceEqual(link.Beneath ?? [])
            ? Decision.Nothing
            : new Recounted(Ticket, Brought(ticket, link)) { Beneath = Beneath.Count > 0 ? Beneath : null };

    int Brought(Ticket ticket, Link link) => Merging.Brings(ticket, link.Requester, Affected);
}

public sealed record Recounted(int Ticket, int Affected) : TicketEvent
{
    public IReadOnlyList<Report>? Beneath { get; init; }

    /// <summary>How many people it brings in all.</summary>
    public long People() => Affected + (Beneath ?? []).Sum(r => (long)r.People);

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Links =
            [
                .. ticket.Links.Select(l => l.Ticket == Ticket ? l with { Affected = Affected, Beneath = Beneath } : l),
            ],
        };
}

/// <summary>A ticket whose people count on another, and how many it speaks for by itself.</summary>
public sealed record Report(int Ticket, int People);

static class Counted
{
    /// <summary>The ticket with this number of people affected.</summary>
    public static Ticket With(Ticket ticket, Affected? affected) =>
        ticket with
        {
            Affected = affected,
            CountedIn = affected is { Source: AffectedSource.LinkedTickets } ? ticket.PeopleLinked : 0,
        };
}
