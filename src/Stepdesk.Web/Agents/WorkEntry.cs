using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The entries of the timeline that tell of work with a fixed date.</summary>
static class WorkEntry
{
    public static bool Tells(Event what) =>
        what is ScopeSet or QuestionNoted or QuestionAnswered or Negotiated or MilestonesPlanned or HandedOver;

    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        var who = Entry.NameOf(r.Moment.Who, sheet, words);
        return r.What switch
        {
            ScopeSet e => new(r, EntryKind.Note, Say("scope_set"), string.Join('\n', e.Items.Select(Line))),
            QuestionNoted e => new(r, EntryKind.Note, Say("question_noted"), e.Text),
            QuestionAnswered e => new(r, EntryKind.Note, Say("question_answered"), e.Text),
            Negotiated e => new(
                r,
                EntryKind.Note,
                words.Of("event-negotiated", ("by", e.By ?? who), ("step", words.Of("bargain_step", e.Step))),
                e.Text
            ),
            MilestonesPlanned e => new(
                r,
                EntryKind.Note,
                Say("milestones_planned"),
                TimedLine.Write(e.Milestones.Select(m => new TimedLine(m.Name, m.Minutes)))
            ),
            HandedOver e => new(r, EntryKind.Reply, Say("handed_over"), e.Text)
            {
                Files = e.Attachments,
                Inside = [(words["handed-hash"], string.Join('\n', e.Sha256))],
            },
            _ => throw new InvalidOperationException($"{EventNames.NameOf(r.What)} is no work with a fixed date."),
        };

        string Say(string key) => words.Of($"event-{key}", ("who", who));

        string Line(ScopeItem item) => $"{words.Of("need", item.Need)}: {new TimedLine(item.Text, item.Minutes)}";
    }
}
