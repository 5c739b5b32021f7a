using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// What came nearest to something that was wanted and did not come: nobody is told that nothing came who did something of
/// the kind, but what was missing in it.
/// </summary>
sealed record Nearest(SessionEvent Event, Calling Lacks)
{
    // About another person, table or system it is another thing, however much of the rest it has.
    static readonly string[] Subjects =
    [
        "to",
        "table",
        "system",
        "target",
        "requester",
        "kind",
        "name",
        "account",
        "article",
        "key",
        "from",
        "result",
    ];

    public static Nearest? Among(IEnumerable<SessionEvent> events, Pattern wanted, Scenario scenario) =>
        events
            .Where(e => e.Actor == SessionEvent.Trainee && IsOfThat(e, wanted))
            .Select(e => (Event: e, Lacks: wanted.LackingIn(e)))
            .Where(e => Called.Parts(e.Lacks)(scenario, Language.En).Length > 0)
            .OrderBy(e => e.Lacks.Demands)
            .Select(e => new Nearest(e.Event, Called.Parts(e.Lacks)))
            .FirstOrDefault();

    static bool IsOfThat(SessionEvent done, Pattern wanted) =>
        (wanted.Type == done.Type || wanted.Sets is { } sets && done.Data.Has(sets.Name))
        && wanted.Fields.Where(f => Subjects.Contains(f.Name, StringComparer.Ordinal)).All(f => f.Matches(done.Data));
}
