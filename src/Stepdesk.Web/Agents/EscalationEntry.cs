using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The entries of the timeline that tell of help asked for.</summary>
static class EscalationEntry
{
    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        var who = Entry.NameOf(r.Moment.Who, sheet, words);
        string Say(string key, IReadOnlyList<int> to, params ReadOnlySpan<(string, object?)> with) =>
            words.Of($"event-{key}", [("who", who), ("to", Entry.Named(to, sheet)), .. with]);

        return r.What switch
        {
            Escalated e => new(
                r,
                EntryKind.Briefing,
                Say(
                    e.Completes is not null ? "package_sent"
                        : e.IsShort ? "alerted"
                        : "escalated",
                    e.Readers,
                    ("as", words.Of("specialty", e.To))
                ),
                e.Summary
            )
            {
                Files = e.Attachments,
            },
            EscalationWithdrawn e => new(r, EntryKind.Briefing, Say("escalation_withdrawn", e.Readers), e.Text),
            EscalationAnswered e => new(
                r,
                EntryKind.Note,
                Say("escalation_answered", sheet.Ticket.Escalations.First(a => a.Version == e.Escalation).Readers),
                e.Text
            ),
            RequesterTold e => new(r, EntryKind.Reply, words["event-requester_told"], e.Text),
            _ => throw new InvalidOperationException($"{EventNames.NameOf(r.What)} asks nobody for help."),
        };
    }
}
