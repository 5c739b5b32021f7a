using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Templates;

namespace Stepdesk.Engine.Door;

/// <summary>
/// What the desk writes by itself is begun from its templates too. The door supplies the words as it supplies the policy;
/// without them a decision uses the shipped ones.
/// </summary>
static class OwnWords
{
    /// <summary>The same action with the words it is about to use.</summary>
    public static async Task<TicketAction> SupplyAsync(
        Db db,
        World world,
        Drafts drafts,
        About about,
        TicketAction action,
        ServicePolicy policy,
        Moment moment,
        CancellationToken stop
    )
    {
        switch (action)
        {
            // Looked at first: most looks at the clocks remind nobody.
            case CheckClocks check
                when Following.Due(about.Ticket, policy, moment.When) is { Reminder: not null, ClosesAt: var closes }:
                return check with
                {
                    Asking = await BeginAsync(closes is null ? Occasion.FollowUp : Occasion.Reminder, check.Language),
                };
            case Escalate { Completes: null } escalate when !Plain.Says(escalate.Telling):
                return escalate with { Telling = await BeginAsync(Occasion.Escalation, escalate.Language) };
            default:
                return action;
        }

        async Task<string?> BeginAsync(Occasion occasion, Language language)
        {
            var (begun, _) = await drafts.BeginAsync(
                db,
                world,
                about,
                occasion,
                Audience.Requester,
                language,
                moment.Who,
                stop
            );
            return begun?.Text;
        }
    }
}
