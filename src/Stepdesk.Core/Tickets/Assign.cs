using Stepdesk.Core.Assignment;
using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>Gives the ticket to a team, a person, both or neither.</summary>
public sealed record Assign(int? Team, int? Owner) : TicketAction
{
    /// <summary>The team stays whichever it is, and <see cref="Team"/> says nothing.</summary>
    public bool KeepsTeam { get; init; }

    /// <summary>The owner stays whoever it is, and <see cref="Owner"/> says nothing.</summary>
    public bool KeepsOwner { get; init; }

    /// <summary>The same with nothing left as it is: who has the ticket afterwards.</summary>
    public Assign On(Ticket ticket) => new(KeepsTeam ? ticket.Team : Team, KeepsOwner ? ticket.Owner : Owner);

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var (team, owner) = (On(ticket).Team, On(ticket).Owner);
        return !ticket.IsOpen ? Refusals.Closed
            : ticket.Team == team && ticket.Owner == owner ? Decision.Nothing
            : new Assigned(team, owner);
    }
}

/// <summary>Somebody takes the ticket for themselves. Of many who reach for it at once one has it; the others are told.</summary>
public sealed record Take : TicketAction
{
    /// <summary>Somebody else has it; giving it away is an assignment.</summary>
    public static readonly Refusal TakenAlready = new("taken-already");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Owner == moment.Who.PersonId ? Decision.Nothing
        : ticket.Owner is not null ? TakenAlready
        : new Assigned(ticket.Team, moment.Who.PersonId);
}

public sealed record Assigned(int? Team, int? Owner) : TicketEvent
{
    /// <summary>The rule that chose; null where a person did.</summary>
    public Handing? By { get; init; }

    /// <summary>How many open tickets the chosen one had, where a rule chose.</summary>
    public int? Open { get; init; }

    /// <summary>Who was passed over by the rule; null where nobody was.</summary>
    public IReadOnlyList<Passed>? PassedOver { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Treated(moment, version, Change.Reassigned, t => t with { Team = Team }) with
        {
            Team = Team,
            Owner = Owner,
        };
}
