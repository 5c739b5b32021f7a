using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The entries of the timeline that tell of acts on accounts.</summary>
static class AccountEntry
{
    public static bool Tells(Event what) => what is AccountActAsked or AccountActEnded;

    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        // What the system answered is written down by a part of the desk; what somebody found out, by them.
        var said = r.Moment.Who.PersonId is null ? "" : "_said";
        return r.What switch
        {
            AccountActAsked e => new(
                r,
                EntryKind.Fact,
                Say("asked", e),
                string.Join('\n', e.Question().Select(q => $"{q.Part.Title.In(words.Language)}: {q.Value}"))
            ),
            AccountActEnded { Ending: AccountEnding.Done } e => new(
                r,
                EntryKind.Milestone,
                Say("done" + said, At(e.Act))
            ),
            AccountActEnded e => new(
                r,
                EntryKind.Trouble,
                Say(e.Ending is AccountEnding.NotDone ? "not_done" + said : "unknown", At(e.Act)),
                e.Why is { } why ? words.Of(new Refusal(why, e.Detail)) : null
            ),
            _ => throw new InvalidOperationException($"{EventNames.NameOf(r.What)} tells of no act on an account."),
        };

        string Say(string key, AccountActAsked? asked) =>
            words.Of(
                $"event-account_act_{key}",
                ("who", Entry.NameOf(r.Moment.Who, sheet, words)),
                ("system", asked?.SystemTitle.In(words.Language)),
                ("title", asked?.Title.In(words.Language))
            );

        AccountActAsked? At(int version) =>
            sheet.History.FirstOrDefault(h => h.Version == version)?.What as AccountActAsked;
    }
}
