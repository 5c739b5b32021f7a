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
        ticket.With(
            [.. ticket.Parties.Where(p => p.Person != Person), new(Person, As, version, moment.When)],
            moment,
            version
        );
}

/// <summary>Somebody need not hear of the ticket any more.</summary>
public sealed record Release(int Person) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Parties.Any(p => p.Person == Person) ? new Released(Person) : Decision.Nothing;
}

public sealed record Released(int Person) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.With([.. ticket.Parties.Where(p => p.Person != Person)], moment, version);
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
public sealed record Party(int Person, Audience As, int Version, DateTimeOffset Since);

/// <summary>An audience as one reader: who comes and goes does not change since when it waits.</summary>
/// <param name="Version">The event that involved the first of them.</param>
/// <param name="Empty">When nobody was there; the last one goes on while nobody is.</param>
public sealed record Gathering(Audience As, int Version, DateTimeOffset Since, IReadOnlyList<Pause> Empty);

static class Gatherings
{
    /// <summary>The ticket with these people; an audience that has somebody again goes on waiting where it left off.</summary>
    public static Ticket With(this Ticket ticket, IReadOnlyList<Party> parties, Moment moment, int version)
    {
        var gatherings = ticket.Gatherings.ToList();
        foreach (var audience in (Audience[])[Audience.Stakeholders, Audience.Specialists])
        {
            var (was, isNow) = (ticket.Parties.Any(p => p.As == audience), parties.Any(p => p.As == audience));
            var at = gatherings.FindIndex(g => g.As == audience);
            if (isNow && at < 0)
                gatherings.Add(new(audience, version, moment.When, []));
            else if (was && !isNow)
                gatherings[at] = gatherings[at] with { Empty = [.. gatherings[at].Empty, new(moment.When, null)] };
            else if (!was && isNow)
                gatherings[at] = gatherings[at] with
                {
                    Empty = [.. gatherings[at].Empty.SkipLast(1), new(gatherings[at].Empty[^1].From, moment.When)],
                };
        }
        return ticket with { Parties = parties, Gatherings = gatherings };
    }
}
