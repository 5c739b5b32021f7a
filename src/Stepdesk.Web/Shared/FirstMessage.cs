using Stepdesk.Core.Reading;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Shared;

/// <summary>What a ticket's first message lets one guess, read anew whenever somebody looks.</summary>
static class FirstMessage
{
    /// <summary>"Tomorrow" counts from the report, in the zone the ticket's time is counted in.</summary>
    public static Suggestion Suggests(Ticket ticket, Policies policies)
    {
        var policy = policies(ticket.Treatment?.Policy ?? 0);
        return Suggestion.From(
            ticket.Title,
            ticket.Description,
            ticket.ReportedAt,
            policy.CalendarOf(ticket.Class, ticket.Team).Calendar.Zone,
            policy: policy
        );
    }
}
