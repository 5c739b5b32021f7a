using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The entry of the timeline that tells of what telemetry or another system said.</summary>
static class FindingEntry
{
    public static Entry Of(Recorded r, FindingKept kept, Sheet sheet, Words words)
    {
        var (key, source) =
            r.Moment.Who.PersonId is null ? ("alert_said", kept.Source)
            : kept.LookedUp is { } lookup ? ("looked_up", lookup.Title.In(words.Language))
            : kept.IsSimulated ? ("finding_kept_simulated", kept.Source)
            : ("finding_kept", kept.Source);
        return new(
            r,
            EntryKind.Note,
            words.Of($"event-{key}", ("who", Entry.NameOf(r.Moment.Who, sheet, words)), ("source", source)),
            kept.Remark
        );
    }
}
