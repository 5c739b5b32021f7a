using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>What the timeline says of tickets that go on in each other, and of those that begin with words of another.</summary>
static class MergeEntry
{
    public static bool Tells(Event what) =>
        what is Merged or TookIn or Unmerged or ReporterWrote or SplitOff or SplitFrom;

    public static Entry Of(Recorded r, Sheet sheet, Words words)
    {
        return r.What switch
        {
            Merged e => Fact("merged", e.Ticket),
            TookIn e => Fact("took_in", e.Ticket),
            Unmerged e => Fact("unmerged", e.Ticket),
            ReporterWrote e => Wrote(r, e, sheet, words),
            SplitOff e => Fact("split_off", e.Ticket, e.Messages.Count) with { Text = e.Why, Kind = EntryKind.Note },
            SplitFrom e => Fact("split_from", e.Ticket) with { Text = e.Why, Kind = EntryKind.Note },
            _ => throw new InvalidOperationException($"{r.What.GetType().Name} is told elsewhere."),
        };

        Entry Fact(string key, int other, int count = 0) =>
            new(
                r,
                EntryKind.Fact,
                words.Of(
                    $"event-{key}",
                    ("who", Entry.NameOf(r.Moment.Who, sheet, words)),
                    ("number", sheet.Numbers.GetValueOrDefault(other)),
                    ("n", count)
                )
            );
    }

    // The words stand where they were written, and are read here.
    static Entry Wrote(Recorded r, ReporterWrote e, Sheet sheet, Words words)
    {
        var there = sheet.Threads.GetValueOrDefault(e.Ticket);
        var written = there?.History.FirstOrDefault(h => h.Version == e.Message);
        var said = written is null ? null : Saying.Of(written.What);
        var reporter = (written?.What as CustomerWrote)?.From ?? Writer(written, there, words);
        return new(
            r,
            EntryKind.Customer,
            words.Of(
                "event-reporter_wrote",
                ("reporter", reporter),
                ("number", sheet.Numbers.GetValueOrDefault(e.Ticket))
            ),
            said?.Text ?? ""
        )
        {
            Files = said?.Files ?? [],
            HasHtml = said?.Html is not null,
            Name = reporter,
            Source = new(e.Ticket, e.Message),
        };
    }

    static string Writer(Recorded? written, Sheet? there, Words words) =>
        written?.What is PartyWrote party
            ? there?.NameOf(party.Person) ?? words["somebody"]
            : there?.NameOf(there.Ticket.Requester) ?? words["somebody"];
}

/// <summary>The message of another ticket that is read here.</summary>
public sealed record Source(int Ticket, int Version);
