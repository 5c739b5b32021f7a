using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>The clocks of a ticket: arithmetic on what happened. Nothing is stored that can be computed.</summary>
public static class Clocks
{
    /// <summary>Every clock that was met, is running or stands still, in the order of the steps.</summary>
    public static IEnumerable<Clock> Of(Ticket ticket, Policies policies) =>
        Courses(ticket).Select(c => c.Run(ticket.Treatments, policies)).OfType<Clock>();

    /// <summary>The promises that broke and whose clocks are over: an update that came too late, an answer that never did.</summary>
    public static IEnumerable<ClockBroken> Missed(Ticket ticket, Policies policies)
    {
        var shown = Of(ticket, policies).Select(c => (c.Name, c.Cycle)).ToHashSet();
        return ticket.Noticed.OfType<ClockBroken>().Where(b => !shown.Contains((b.Clock, b.Cycle)));
    }

    /// <summary>
    /// The earliest deadline of the desk still running, past or not; what lists are sorted by. A promise that a change
    /// broke is late from that change on and not from the deadline it was left with.
    /// </summary>
    public static DateTimeOffset? NextDue(Ticket ticket, Policies policies) =>
        Of(ticket, policies)
            .Where(c => c is { MetAt: null, DueAt: not null, Name: not ClockName.FollowUp })
            .Min(c => c.BrokenAt ?? c.DueAt);

    /// <summary>The next instant at which something must be noticed; what the watch looks for.</summary>
    public static DateTimeOffset? NextCheck(Ticket ticket, Policies policies) =>
        Alarmed(ticket, policies)
            .Select(c => c.NextAt)
            .Append(Following.NextAt(ticket, policies))
            .Append(Holding.NextLapse(ticket))
            .Append(Holding.NextReminder(ticket))
            .Min();

    /// <summary>What must be noticed now and was not before. Asked twice, there is nothing the second time.</summary>
    public static IEnumerable<ClockEvent> Notices(Ticket ticket, Policies policies, DateTimeOffset now) =>
        Alarmed(ticket, policies).Select(c => c.Due(now)).OfType<ClockEvent>();

    /// <summary>The alarms of every level that was reached and not noticed before the last of them was.</summary>
    /// <param name="before">The ticket before it was noticed.</param>
    public static IEnumerable<Alarm> AlarmsWith(
        ClockEvent noticed,
        Ticket before,
        Policies policies,
        DateTimeOffset now
    ) =>
        Alarmed(before, policies)
            .Where(c => c.Clock.Name == noticed.Clock && c.Clock.Cycle == noticed.Cycle)
            .SelectMany(c => c.Reached(now))
            .SelectMany(r => r.Alarms);

    /// <summary>What the clocks would say were the ticket treated otherwise from <paramref name="now"/> on.</summary>
    /// <param name="classOfService">The class it would have.</param>
    /// <param name="calendar">The name of the calendar it would be counted in; null leaves the one that follows.</param>
    public static IEnumerable<Clock> WhatIf(
        Ticket ticket,
        ClassOfService? classOfService,
        string? calendar,
        Policies policies,
        DateTimeOffset now
    )
    {
        const int Supposed = -1;
        if (ticket.Treatment is not { } treatment)
            return [];
        var policy = policies(treatment.Policy);
        if (calendar is not null)
            policy = policy with { Classes = [.. policy.Classes.Select(c => c with { Calendar = calendar })] };
        var instead = treatment with
        {
            At = now,
            Class = classOfService,
            Policy = Supposed,
            Because = Change.Reclassified,
        };
        return Courses(ticket)
            .Select(c => c.Run([.. ticket.Treatments, instead], v => v == Supposed ? policy : policies(v)))
            .OfType<Clock>();
    }

    /// <summary>What the clocks would say were another version of the policy applied at <paramref name="now"/>.</summary>
    public static IEnumerable<Clock> Under(Ticket ticket, int version, Policies policies, DateTimeOffset now) =>
        ticket.Treatment is not { } treatment
            ? []
            : Courses(ticket)
                .Select(c =>
                    c.Run(
                        [
                            .. ticket.Treatments,
                            treatment with
                            {
                                At = now,
                                Policy = version,
                                Because = Change.PolicyApplied,
                            },
                        ],
                        policies
                    )
                )
                .OfType<Clock>();

    /// <summary>Why a clock is due when it is; null when the ticket has no such clock.</summary>
    /// <param name="now">Up to when a clock is explained that stands still.</param>
    /// <param name="cycle">Which of several clocks of this name; null for the first.</param>
    public static Explanation? Explain(
        Ticket ticket,
        ClockName name,
        Policies policies,
        DateTimeOffset now,
        int? cycle = null
    ) =>
        Courses(ticket).FirstOrDefault(c => c.Name == name && c.Cycle == (cycle ?? c.Cycle)) is { } course
        && course.Run(ticket.Treatments, policies) is { } clock
            ? Explanation.Of(ticket, course, clock, policies, now)
            : null;

    static IEnumerable<AlarmedClock> Alarmed(Ticket ticket, Policies policies) =>
        from course in Courses(ticket)
        let clock = course.Run(ticket.Treatments, policies)
        where clock is not null
        select AlarmedClock.Of(ticket, course, clock, policies);

    static IEnumerable<Course> Courses(Ticket ticket)
    {
        if (ticket.LoggedAt is not { } logged)
            yield break;
        yield return new(ClockName.Reception, 1, ticket.ReportedAt, logged, []) { Promise = c => c.Log };

        if (ticket.AcknowledgedAt is not null || ticket.IsOpen || ticket.MergedInto is not null)
            // Nothing pauses it: whoever reported waited just as long while the ticket was cancelled by mistake, and what
            // they are told of a merge has to arrive.
            yield return new(ClockName.Acknowledgement, 1, ticket.ReportedAt, ticket.AcknowledgedAt, [])
            {
                Promise = c => c.Acknowledge,
            };

        if (ticket is { IsOpen: true, ConfirmedAt: null, UpdatedLast: { } last })
        {
            // A promised instant rules, even after the resolution was told ("the permanent fix comes on Friday"). One
            // that had passed when the message arrived promises nothing any more, and the class's own pace holds.
            if (last.NextUpdateAt > last.At)
                yield return new(ClockName.Update, last.Version, last.At, null, []) { Agreed = last.NextUpdateAt };
            else if (ticket.ResolutionToldAt is null && Pace(ClockName.Update, ticket, last, c => c.Update) is { } pace)
                yield return pace;
        }

        if (
            ticket is { IsOpen: true, ConfirmedAt: null, ResolutionToldAt: null }
            && ticket.HeardLast(Audience.Stakeholders) is { } heard
        )
        {
            if (heard.NextUpdateAt > heard.At)
                yield return new(ClockName.StakeholderUpdate, heard.Version, heard.At, null, [])
                {
                    Agreed = heard.NextUpdateAt,
                };
            else if (Pace(ClockName.StakeholderUpdate, ticket, heard, c => c.UpdateStakeholders) is { } pace)
                yield return pace;
        }

        if (ticket.AlertedAt is not null || ticket is { IsOpen: true, ConfirmedAt: null, ResolutionToldAt: null })
            yield return new(
                ClockName.Alert,
                1,
                ticket.ReportedAt,
                ticket.AlertedAt,
                [.. Closures(ticket, ticket.AlertedAt), .. ticket.Carrying]
            )
            {
                Promise = c => c.Alert,
            };

        foreach (var asked in Asked(ticket))
            yield return asked;

        var deliveredAt = ticket.SolutionKnownAt;
        if (deliveredAt is not null || ticket.IsOpen)
        {
            if (ticket is { Deadline: { } deadline, DeadlineSet: { } set })
                yield return new(ClockName.Deadline, set.Version, set.At, deliveredAt, []) { Agreed = deadline };
            yield return new(ClockName.Resolution, 1, ticket.ReportedAt, deliveredAt, ticket.Rests)
            {
                Promise = c => c.Resolve,
            };
        }

        if (FollowUp(ticket) is { } follow)
            yield return follow;
    }

    // What was kept while the ticket is closed is measured as it will be once it is reopened: that time does not count.
    static IReadOnlyList<Pause> Closures(Ticket ticket, DateTimeOffset? metAt) =>
        ticket.ClosedAt is { } closed && metAt > closed ? [.. ticket.Closures, new(closed, null)] : ticket.Closures;

    // Each escalation has its own: what is asked of one says nothing of another.
    static IEnumerable<Course> Asked(Ticket ticket)
    {
        if (ticket is not { IsOpen: true, ConfirmedAt: null, ResolutionToldAt: null })
            yield break;
        // What another ticket carries is answered there.
        IReadOnlyList<Pause> pauses = [.. Closures(ticket, null), .. ticket.Carrying];
        foreach (var asked in ticket.Escalations)
        {
            if (asked.OwesPackage)
                yield return new(ClockName.Package, asked.Version, asked.At, null, pauses) { Promise = c => c.Package };
            if (asked.IsOpen)
                yield return new(ClockName.Return, asked.Version, asked.At, null, pauses) { Promise = c => c.Return };
        }
    }

    // Read with the rest: the customer's time until a ticket they never confirmed is closed.
    static Course? FollowUp(Ticket ticket) =>
        Following.Since(ticket) is { } asked
            ? new(ClockName.FollowUp, asked.Version, asked.At, ticket.ConfirmedAt, [])
            {
                Promise = c => c.FollowUp?.Rest(asked.Reminded),
                CanBreak = false,
            }
            : null;

    // While the desk waits, the pace stands still and a slower one holds, which waiting again never begins anew. An update
    // that was late before stays late until it is given. What another ticket carries has no pace of its own.
    static Course? Pace(ClockName name, Ticket ticket, Update last, Func<ClassPolicy, Cadence?> cadence) =>
        ticket.Carried is not null && !ticket.HasNoticed<ClockBroken>(name, last.Version)
            ? null
            : new(name, last.Version, last.At, null, [.. ticket.Rests, .. last.Unowed])
            {
                Promise = c => cadence(c)?.Target(isWaiting: false),
                AtLatest = c => ticket.HasWaited(last.At) ? cadence(c)?.Target(isWaiting: true) : null,
                WarnsAnew = true,
                LatestPauses = [.. ticket.Rests.Except(ticket.Waits), .. last.Unowed],
            };
}
