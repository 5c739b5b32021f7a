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

public sealed record Assigned(int? Team, int? Owner) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Treated(moment, version, Change.Reassigned, t => t with { Team = Team }) with
        {
            Team = Team,
            Owner = Owner,
        };
}
