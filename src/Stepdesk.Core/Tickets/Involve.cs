using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tickets;

/// <summary>Somebody beside the requester is to hear of the ticket. Another audience replaces the first.</summary>
/// <param name="Person">Who, staff or not.</param>
public sealed record Involve(int Person, Audience As) : TicketAction
{
    /// <summary>More people than a message to each of them could help.</summary>
    public const int Most = 100;
    public static readonly Refusal AsRequester = new("involve-the-requester");
    public static readonly Refusal TooMany = new("too-many-people-involved");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        As is Audience.Requester || Person == ticket.Requester ? AsRequester
        : !ticket.IsOpen ? Refusals.Closed
        : ticket.Parties.Any(p => p.Person == Person && p.As == As) ? Decision.Nothing
        : ticket.Parties.Count(p => p.Person != Person) >= Most ? TooMany
        : new Involved(Person, As);
}

public sealed record Involved(int Person, Audience As) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Without(Person, moment.When) is var without
        && without.Parted.FirstOrDefault(p => p.Person == Person && p.As == As) is { } again
            ? without with
            {
                Parties = [.. without.Parties, again.Back(moment.When)],
                Parted = [.. without.Parted.Where(p => p != again)],
            }
            : without with
            {
                Parties = [.. without.Parties, new(Person, As, version, moment.When)],
            };
}

/// <summary>Somebody need not hear of the ticket any more.</summary>
public sealed record Release(int Person) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Parties.Any(p => p.Person == Person) ? new Released(Person) : Decision.Nothing;
}

public sealed record Released(int Person) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket.Without(Person, moment.When);
}

/// <summary>For whom a message is written.</summary>
public enum Audience
{
    Requester = 1,

    /// <summary>Who answers for those affected: managers, class administrators.</summary>
    Stakeholders,

    /// <summary>Who can help: senior engineers, developers, other departments.</summary>
    Specialists,
}

/// <summary>Somebody beside the requester who hears of the ticket, since the event <paramref name="Version"/>.</summary>
public sealed record Party(int Person, Audience As, int Version, DateTimeOffset Since)
{
    /// <summary>When they need not hear of it; the last one goes on where they are not back.</summary>
    public IReadOnlyList<Pause> Away { get; init; } = [];

    internal Party Gone(DateTimeOffset at) => this with { Away = [.. Away, new(at, null)] };

    internal Party Back(DateTimeOffset at) => this with { Away = [.. Away.SkipLast(1), new(Away[^1].From, at)] };
}

static class Parties
{
    public static Ticket Without(this Ticket ticket, int person, DateTimeOffset at) =>
        ticket.Parties.FirstOrDefault(p => p.Person == person) is { } party
            ? ticket with
            {
                Parties = [.. ticket.Parties.Where(p => p.Person != person)],
                Parted = [.. ticket.Parted, party.Gone(at)],
            }
            : ticket;
}
