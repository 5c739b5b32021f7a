using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>Notices when what happened to a ticket moved its people affected over a threshold, up or down.</summary>
public static class Proposing
{
    /// <summary>What follows from the crossing; null when there was none, or when a person has just decided.</summary>
    public static TicketEvent? After(Ticket before, Ticket after, IEnumerable<Event> happened, ServicePolicy policy)
    {
        var wanted = Wanted(after, policy);
        if (!after.IsOpen || wanted == Wanted(before, policy) || happened.Any(e => e is Classified))
            return null;
        return wanted != (after.Class ?? ClassOfService.Standard)
                ? new ClassProposed(wanted, after.AffectedInAll, after.Treatment!.Policy)
            : after.Proposal is not null ? new ProposalWithdrawn()
            : null;
    }

    static ClassOfService Wanted(Ticket ticket, ServicePolicy policy) =>
        policy.Suggest(ticket.AffectedInAll?.Count, ticket.Deadline);
}
