using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The entries of the timeline that tell of help asked for, and of what others than the requester answered.</summary>
static class EscalationEntry
{
    public static bool Tells(Event what) =>
        what is Escalated or EscalationWithdrawn or EscalationAnswered or RequesterTold or PartyWrote;

    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        var who = Entry.NameOf(r.Moment.Who, sheet, words);
        string Say(
            string key,
            IReadOnlyList<int> to,
            IReadOnlyList<string>? channels,
            params ReadOnlySpan<(string, object?)> with
        ) => words.Of($"event-{key}", [("who", who), ("to", Asked(to, channels ?? [], sheet, words)), .. with]);

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
                    e.Channels,
                    ("as", words.Of("specialty", e.To))
                ),
                e.Summary
            )
            {
                Files = e.Attachments,
            },
            EscalationWithdrawn e => new(
                r,
                EntryKind.Briefing,
                Say("escalation_withdrawn", e.Readers, e.Channels),
                e.Text
            ),
            PartyWrote e => new(
                r,
                EntryKind.Note,
                words.Of(
                    "event-party_wrote",
                    ("who", sheet.InPlaceOf(e.Person, e.From, words)),
                    ("as", words.Of("audience-one", e.As))
                ),
                e.Text
            )
            {
                Files = e.Attachments,
                HasHtml = e.Html is not null,
            },
            EscalationAnswered e => new(
                r,
                EntryKind.Note,
                sheet.Ticket.Escalations.First(a => a.Version == e.Escalation) is var asked
                    ? Say("escalation_answered", asked.Readers, asked.Channels)
                    : "",
                e.Text
            ),
            RequesterTold e => new(r, EntryKind.Reply, words["event-requester_told"], Entry.AsSent(e.Text, sheet)),
            _ => throw new InvalidOperationException($"{EventNames.NameOf(r.What)} asks nobody for help."),
        };
    }

    /// <summary>Who is asked, people before channels.</summary>
    public static string Asked(IReadOnlyList<int> readers, IReadOnlyList<string> channels, Sheet sheet, Words words) =>
        string.Join(
            ", ",
            readers
                .Select(r => sheet.NameOf(r) ?? words["somebody"])
                .Concat(channels.Select(c => words.Of("chat-channel", ("name", c))))
        );

    /// <summary>Why a message did not get into a chat channel.</summary>
    public static string Why(ChatFailed failed, Words words) =>
        failed.Status.All(char.IsAsciiDigit)
            ? words.Of("chat-status-http", ("status", failed.Status))
            : words[$"chat-status-{failed.Status}"];
}
