using Stepdesk.Core.Practice.Imports;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// A run that was taken over from elsewhere shows less than one that happened here. A line that asks for what it does not
/// show is a mentor's, and so is one that was missed only by words.
/// </summary>
static class Imported
{
    /// <summary>What the rules can say of a line; what they found stands when nothing is hidden.</summary>
    public static Ruling Of(RubricLine line, Ruling found, Story story)
    {
        var begun = story.Events[0].Data;
        if (!begun.Has("source") || found.Outcome is Outcome.NeedsMentor || !line.In(story.Branch))
            return found;
        var unseen = Unseen(line, begun, found, story).Distinct(StringComparer.Ordinal).ToList();
        return unseen.Count == 0
            ? found
            : new(Outcome.NeedsMentor, found.Evidence, unseen, new("verdict-imported", ("what", Called.What(unseen))));
    }

    static IEnumerable<string> Unseen(RubricLine line, Fields begun, Ruling found, Story story)
    {
        var shows = begun.All("shows").ToHashSet(StringComparer.Ordinal);
        if (line.Branches.Count > 0 && begun.All("assumed").Contains(Importing.Branch))
            yield return "branch";
        foreach (var check in Whole(line.Check))
        {
            foreach (var pattern in check.Patterns)
                if (Hides(pattern, shows) is { } hidden)
                    yield return hidden;
            if (check is Within or Cadence or PromiseKept && !shows.Contains(Importing.Times))
                yield return Importing.Times;
            if (check is Supported)
                yield return EventTypes.FactRevealed;
            if (check is Artifact && !shows.Contains(EventTypes.Submitted))
                yield return EventTypes.Submitted;
            // A record tells how the ticket stood, and not when it was logged; a list may lack the column.
            if (check is Within or Before && check.Patterns.Any(p => p.Type is EventTypes.TicketCreated))
                yield return EventTypes.TicketCreated;
            if (check is FieldAt field && story.Ticket?.Data.Has(field.Which.Name) is not true)
                yield return "column";
            // When the next contact is, is a field here, and words elsewhere; a picture is no words either.
            if (check is PromiseKept || (check is Carries or Count && found.Outcome is Outcome.NotMet))
                yield return "fields";
            if (check is TextCheck && found.Missing.Contains(AnnouncedFile, StringComparer.Ordinal))
                yield return "fields";
            if (
                check is TextCheck text
                && text.Rules.Contains(Demands.NoSecret)
                && begun.One("source") is Elsewhere.Record
            )
                yield return "secrets";
        }
    }

    // Files come with no record.
    const string AnnouncedFile = "no_missing_attachment";

    static string? Hides(Pattern pattern, HashSet<string> shows) =>
        pattern.Sets is not null ? EventTypes.TicketChanged
        : !shows.Contains(pattern.Type) ? pattern.Type
        : pattern.Type is EventTypes.NoteAdded && pattern.Fields.Count > 0 ? EventTypes.NoteAdded
        : pattern.Fields.Any(f =>
            f.Name is "next_contact" or "files" or "drawn" or "attached" or "key" && f.Of is not ["report"]
        )
            ? "fields"
        : null;

    static IEnumerable<Check> Whole(Check check) =>
        check is Together together ? together.Parts.SelectMany(Whole) : [check];
}
