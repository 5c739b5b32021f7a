using Stepdesk.Core.History;
using Stepdesk.Core.People;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// What somebody else set while a form was open that sets the same: sent as it is, it would write over what its writer has
/// not seen. Whatever else happened meanwhile stands in nobody's way.
/// </summary>
public static class Meanwhile
{
    /// <summary>The last of it; null where there is none.</summary>
    /// <param name="seen">The version of the ticket that the form was made from.</param>
    public static Recorded? Of(TicketAction action, int seen, IEnumerable<Recorded> history, Actor me) =>
        history.LastOrDefault(e => e.Version > seen && e.Moment.Who.Id != me.Id && IsSetBy(action, e.What));

    static bool IsSetBy(TicketAction action, Event what) =>
        (action, what) switch
        {
            (Classify, Classified or AffectedSet or PrioritySet) => true,
            (SetAffected, AffectedSet) => true,
            (SetPriority, PrioritySet or Classified) => true,
            (SetCategory, CategorySet) => true,
            (SetTags, TagsSet) => true,
            (Assign or Transfer, Assigned or Transferred) => true,
            (SetScope, ScopeSet) => true,
            (PlanMilestones, MilestonesPlanned) => true,
            (MoveTo, StageChosen) => true,
            _ => false,
        };
}
