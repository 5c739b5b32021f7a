using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>Gives the ticket to a team, a person, both or neither.</summary>
public sealed record Assign(int? Team, int? Owner) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Team == Team && ticket.Owner == Owner ? Decision.Nothing
        : new Assigned(Team, Owner);
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
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Treated(moment, version, Change.Reassigned, t => t with { Team = Team }) with
        {
            Team = Team,
            Owner = Owner,
        };
}
