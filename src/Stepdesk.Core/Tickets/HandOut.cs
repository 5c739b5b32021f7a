using Stepdesk.Core.Assignment;
using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>The desk gives a ticket that waits in a team's queue to one of the team, as the team's rule says.</summary>
public sealed record HandOut : TicketAction
{
    /// <summary>Whom the rule chose; null where it chooses nobody. The door fills it in.</summary>
    public Given? Choice { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen || ticket.Owner is not null || Choice is not { To: { } owner } choice
            ? Decision.Nothing
            : new Assigned(ticket.Team, owner)
            {
                By = choice.How,
                Open = choice.Open,
                PassedOver = choice.PassedOver.Count > 0 ? choice.PassedOver : null,
            };
}
