using Stepdesk.Core.Assignment;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The entries of the timeline that tell who has the ticket, and who follows it.</summary>
static class AssignmentEntry
{
    public static bool Tells(Event what) => what is Assigned or Transferred or Followed or Unfollowed;

    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        return r.What switch
        {
            Assigned { By: Handing.RoundRobin } e => Handed(e, "handed_round_robin"),
            Assigned { By: Handing.LeastLoaded } e => Handed(e, "handed_least_loaded"),
            Assigned e => new(r, EntryKind.Fact, AssignedTo(e)),
            Transferred e => new(
                r,
                EntryKind.Note,
                e.From is null
                    ? Say("transferred", ("team", TeamOf(e.Team)))
                    : Say("transferred_from", ("from", TeamOf(e.From)), ("team", TeamOf(e.Team))),
                e.Reason
            )
            {
                Inside = [(words["transfer-needs"], e.Needs)],
            },
            Followed => new(r, EntryKind.Detail, Say("followed")),
            Unfollowed => new(r, EntryKind.Detail, Say("unfollowed")),
            _ => throw new InvalidOperationException($"{EventNames.NameOf(r.What)} says nothing of who has a ticket."),
        };

        string Say(string key, params ReadOnlySpan<(string, object?)> with) =>
            words.Of($"event-{key}", [("who", Entry.NameOf(r.Moment.Who, sheet, words)), .. with]);

        Entry Handed(Assigned e, string key) =>
            new(r, EntryKind.Fact, Say(key, ("to", sheet.NameOf(e.Owner)), ("n", e.Open)))
            {
                Inside = e.PassedOver is { Count: > 0 } over
                    ? [(words["passed-over"], string.Join(", ", over.Select(Passed)))]
                    : [],
            };

        string Passed(Passed passed) =>
            $"{sheet.NameOf(passed.Person) ?? words["somebody"]} ({words.Of("member", passed.Why)})";

        string? TeamOf(int? team) => sheet.Teams.FirstOrDefault(t => t.Id == team)?.Name ?? $"#{team}";

        string AssignedTo(Assigned e) =>
            (sheet.NameOf(e.Owner), sheet.Teams.FirstOrDefault(t => t.Id == e.Team)?.Name) switch
            {
                (null, null) => Say("unassigned"),
                ({ } owner, null) => Say("assigned", ("to", owner)),
                (null, { } team) => Say("assigned", ("to", team)),
                ({ } owner, { } team) => Say("assigned_both", ("to", owner), ("team", team)),
            };
    }
}
