using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>Notices when what happened to a ticket moved its people affected over a threshold, up or down.</summary>
public static class Proposing
{
    /// <summary>What follows from the crossing; null when there was none, or when a person has just decided.</summary>
    public static TicketEvent? After(Ticket before, Ticket after, IEnumerable<Event> happened, Policies policies)
    {
        var wanted = Wanted(after, policies);
        if (!after.IsOpen || wanted == Wanted(before, policies) || happened.Any(e => e is Classified))
            return null;
        return wanted != (after.Class ?? ClassOfService.Standard)
                ? new ClassProposed(wanted, after.AffectedInAll, after.Treatment!.Policy)
            : after.Proposal is not null ? new ProposalWithdrawn()
            : null;
    }

    // Each by its own policy: thresholds may have moved and not the people. So many that they are Expedite go before a date.
    static ClassOfService Wanted(Ticket ticket, Policies policies)
    {
        var counted = policies(ticket.Treatment?.Policy ?? 0).Suggest(ticket.AffectedInAll?.Count, deadline: null);
        return ticket.Deadline is null || counted is ClassOfService.Expedite ? counted : ClassOfService.FixedDeadline;
    }
}
