using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Demo;

/// <summary>Somebody does something to the ticket of a tale, at an instant.</summary>
sealed record Scene(DateTimeOffset At, int Tale, Actor Who, Func<Stage, TicketAction> Action);

/// <summary>What only the replay knows: the tickets that came of the tales, as they stand.</summary>
sealed class Stage
{
    readonly Dictionary<int, (int Id, Ticket Ticket)> tickets = [];

    public int IdOf(int tale) => tickets[tale].Id;

    public Ticket TicketOf(int tale) => tickets.TryGetValue(tale, out var known) ? known.Ticket : Ticket.Unlogged;

    public void Set(int tale, int id, Ticket ticket) => tickets[tale] = (id, ticket);
}
