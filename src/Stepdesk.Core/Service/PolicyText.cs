using System.Globalization;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Service;

/// <summary>One promise or rule of a policy in words.</summary>
/// <param name="Of">What it belongs to: a class, a calendar, a team, the desk.</param>
/// <param name="What">Which one it is.</param>
/// <param name="Says">What it says.</param>
public sealed record PolicyLine(string Of, string What, string Says)
{
    /// <summary>The class it is a promise of, if it is one.</summary>
    public ClassOfService? Class { get; init; }
}

/// <summary>What one policy says otherwise than another; null where it says nothing.</summary>
public sealed record PolicyDifference(string Of, string What, string? Was, string? Will);

/// <summary>
/// A policy in words, line by line. Its table, its versions and what an edit changes are all read off these lines, so
/// whatever a policy can say must have its line here.
/// </summary>
public sealed class PolicyText(Language language, Func<int, string> teamName)
{
    /// <summary>Everything a policy says, in reading order.</summary>
    public IEnumerable<PolicyLine> Lines(ServicePolicy policy) =>
        [
            .. Desk(policy),
            .. policy.Classes.SelectMany(Class),
            .. Teams(policy),
            .. Alarms(policy),
            .. policy.Calendars.SelectMany(Calendar),
        ];

    /// <summary>What the second policy says otherwise than the first, in the order of its lines; what is gone comes last.</summary>
    public IReadOnlyList<PolicyDifference> Differences(ServicePolicy before, ServicePolicy after)
    {
        var (was, will) = (Said(before), Said(after));
        return
        [
            .. will.Where(l => was.GetValueOrDefault(l.Key) != l.Value)
                .Select(l => new PolicyDifference(l.Key.Of, l.Key.What, was.GetValueOrDefault(l.Key), l.Value)),
            .. was.Where(l => !will.ContainsKey(l.Key))
                .Select(l => new PolicyDifference(l.Key.Of, l.Key.What, l.Value, null)),
        ];
    }

    // Kept in order. A calendar from elsewhere may name a date twice; then both names are said.
    OrderedDictionary<(string Of, string What), string> Said(ServicePolicy policy) =>
        new(
            Lines(policy)
                .GroupBy(l => (l.Of, l.What))
                .Select(g => KeyValuePair.Create(g.Key, string.Join("; ", g.Select(l => l.Says))))
        );

    IEnumerable<PolicyLine> Desk(ServicePolicy policy)
    {
        var desk = Text("the-whole-desk");
        yield return new(desk, Text("priority-from"), Text("people-affected", policy.Thresholds.PriorityFrom));
        yield return new(desk, Text("expedite-from"), Text("people-affected", policy.Thresholds.ExpediteFrom));
        yield return new(desk, Text("calendar"), policy.Calendar);
    }

    IEnumerable<PolicyLine> Class(ClassPolicy promises)
    {
        yield return Line("priority", Text($"priority-{promises.Priority}".ToLowerInvariant()));
        yield return Line("calendar", promises.Calendar ?? Text("calendar-of-team"));
        yield return Line("promise-log", Says(promises.Log));
        yield return Line("promise-acknowledge", Says(promises.Acknowledge));
        if (promises.Update is { } update)
            yield return Line("promise-update", Says(update));
        if (promises.Resolve is { } resolve)
            yield return Line("promise-resolve", Says(resolve));
        if (promises.Alert is { } alert)
            yield return Line("promise-alert", Says(alert));
        if (promises.Package is { } package)
            yield return Line("promise-package", Says(package));
        if (promises.Return is { } answer)
            yield return Line("promise-return", Says(answer));
        if (promises.UpdateStakeholders is { } stakeholders)
            yield return Line("promise-update-stakeholders", Says(stakeholders));
        if (promises.FollowUp is { } follow)
            yield return Line("promise-follow-up", Says(follow));

        PolicyLine Line(string what, string says) =>
            new(NameOf(promises.Class), Text(what), says) { Class = promises.Class };
    }

    IEnumerable<PolicyLine> Teams(ServicePolicy policy) =>
        policy.Teams.Select(t => new PolicyLine(teamName(t.Team), Text("calendar"), t.Calendar));

    IEnumerable<PolicyLine> Alarms(ServicePolicy policy)
    {
        var text = new AlarmText(language);
        return (policy.Alarms ?? Shipped.Alarms).Select(a => new PolicyLine(
            Text("alarms"),
            $"{text.When(a.At)} ({text.For(a)})",
            text.Tells(a)
        ));
    }

    IEnumerable<PolicyLine> Calendar(NamedCalendar named)
    {
        var (of, calendar) = (Words.Text.Of("calendar-named", language, ("name", named.Name)), named.Calendar);
        yield return new(of, Text("time-zone"), calendar.Zone);
        if (calendar.IsAlways)
            yield return new(of, Text("opening-time"), Text("around-the-clock"));
        // Monday first, as both languages count.
        foreach (var day in calendar.Windows.GroupBy(w => w.Day).OrderBy(d => ((int)d.Key + 6) % 7))
            yield return new(of, Text($"day-{day.Key}".ToLowerInvariant()), DayText.Write(day));
        foreach (var holiday in calendar.Holidays.OrderBy(h => h.Date))
            yield return new(
                of,
                Words.Text.Of("holiday-on", language, ("date", HolidayText.Named(holiday.Date))),
                holiday.Name is "" ? Text("holiday-unnamed") : holiday.Name
            );
    }

    string Says(Target target) => Counted(target.Counting, Length(target.Within));

    string Says(Cadence cadence) =>
        Counted(
            cadence.Counting,
            cadence.Every == cadence.WhileWaiting
                ? Words.Text.Of("promised-every", language, ("time", Length(cadence.Every)))
                : Words.Text.Of(
                    "promised-every-and-waiting",
                    language,
                    ("time", Length(cadence.Every)),
                    ("waiting", Length(cadence.WhileWaiting))
                )
        );

    string Says(FollowUp follow) =>
        Counted(
            follow.Counting,
            Words.Text.Of(
                follow.Reminders.Count == 0 ? "promised-close" : "promised-reminders",
                language,
                ("reminders", string.Join(", ", follow.Reminders.Select(Length))),
                ("close", Length(follow.Close))
            )
        );

    string Counted(Counting counting, string promise) =>
        Words.Text.Of(
            counting is Counting.Working ? "promised-working" : "promised-elapsed",
            language,
            ("promise", promise)
        );

    string Length(TimeSpan time) => Lengths.Write(time, language);

    string NameOf(ClassOfService of) =>
        Text(of is ClassOfService.FixedDeadline ? "class-fixed_deadline" : $"class-{of}".ToLowerInvariant());

    string Text(string key, int? n = null) =>
        Words.Text.Of(key, language, ("n", n?.ToString(CultureInfo.InvariantCulture)));
}
