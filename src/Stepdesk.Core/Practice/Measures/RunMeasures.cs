using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Practice.Measures;

/// <summary>What is measured of a run; how each is counted stands in docs/practice.md.</summary>
public enum RunMeasured
{
    Logging = 1,
    FirstResponse,
    LongestSilence,
    TimeToEscalate,
    TimeToResolve,
    TimeToConfirm,
    TimeSpent,
}

/// <summary>
/// What a run came to in figures, by its own clock. Nobody enters any of it, and what did not happen has no figure. The
/// customer is whoever reported first; who reported the same later has no part in it.
/// </summary>
/// <param name="Class">The class its ticket was logged with, or was given first after that; null when it never was.</param>
/// <param name="Right">Those the rubric calls right; none where it does not say.</param>
public sealed record RunMeasures(
    ClassOfService? Class,
    IReadOnlyList<ClassOfService> Right,
    IReadOnlyDictionary<RunMeasured, TimeSpan> Times
)
{
    static readonly string[] Solutions = ["resolution", "delivery"];

    public static RunMeasures Of(Scenario scenario, IReadOnlyList<SessionEvent> events)
    {
        var classified = events
            .Where(e => e.Type is EventTypes.TicketCreated or EventTypes.TicketChanged && e.Data.Has("class"))
            .ToList();
        var logged = events.FirstOrDefault(e => e.Type is EventTypes.TicketCreated);
        var chosen = classified.LastOrDefault(e => e.Seq <= logged?.Seq) ?? classified.FirstOrDefault();
        return new(
            chosen is null ? null : Classes(chosen.Data.All("class")).Cast<ClassOfService?>().FirstOrDefault(),
            [.. RightIn(scenario, events[0].Data.One("branch") ?? "")],
            TimesIn(scenario, events)
        );
    }

    static Dictionary<RunMeasured, TimeSpan> TimesIn(Scenario scenario, IReadOnlyList<SessionEvent> events)
    {
        var times = new Dictionary<RunMeasured, TimeSpan>();
        // Somebody may also report it for the customers; a colleague who writes before a customer does reports nothing.
        if (
            events
                .Where(IsWriting)
                .OrderByDescending(e => scenario.Person(e.Actor)?.Audience is Audience.Customer)
                .FirstOrDefault()
            is not { } report
        )
            return times;
        var told = events
            .Where(e => e.Type is EventTypes.MessageSent && e.Data.All("to").Contains(report.Actor))
            .ToList();
        var confirmed = events.FirstOrDefault(e => e.Type is EventTypes.Confirmed && e.Actor == report.Actor);
        // What was disputed or came back was told again, and the last time counts. Who was asked to try it first, and
        // confirmed that, was told of the solution by that message.
        var before = told.TakeWhile(e => e.Seq < (confirmed?.Seq ?? int.MaxValue)).ToList();
        var solved =
            before.LastOrDefault(e => Solutions.Contains(e.Data.One("tag")))
            ?? (confirmed is null ? null : before.LastOrDefault());
        Add(RunMeasured.Logging, report, First(EventTypes.TicketCreated));
        Add(RunMeasured.FirstResponse, report, told.FirstOrDefault());
        Add(RunMeasured.TimeToEscalate, report, First(EventTypes.EscalationSent));
        Add(RunMeasured.TimeToResolve, report, solved);
        Add(RunMeasured.TimeToConfirm, solved, confirmed);
        Add(RunMeasured.TimeSpent, report, First(EventTypes.Ended));
        var until = told.TakeWhile(e => e.Seq <= solved?.Seq).ToList();
        if (until.Count > 1)
            times[RunMeasured.LongestSilence] = until.Zip(until.Skip(1), (one, next) => next.At - one.At).Max();
        return times;

        SessionEvent? First(string type) => events.FirstOrDefault(e => e.Type == type && e.Seq > report.Seq);

        void Add(RunMeasured what, SessionEvent? from, SessionEvent? to)
        {
            if (from is not null && to is not null)
                times[what] = to.At - from.At;
        }
    }

    static bool IsWriting(SessionEvent happened) =>
        happened.Type is EventTypes.MailReceived or EventTypes.ChatReceived or EventTypes.CallReceived;

    static IEnumerable<ClassOfService> RightIn(Scenario scenario, string branch) =>
        scenario
            .Rubric.Where(l => l.In(branch))
            .SelectMany(l => l.Check is Together all ? all.Parts : [l.Check])
            .OfType<FieldAt>()
            .Where(f => f is { Which.Name: "class", At.Type: EventTypes.TicketCreated })
            .SelectMany(f => Classes(f.Which.Of))
            .Distinct();

    static IEnumerable<ClassOfService> Classes(IEnumerable<string> named) =>
        from name in named
        from known in DeskPromises.Classes
        where known.Name == name
        select known.Class;
}
