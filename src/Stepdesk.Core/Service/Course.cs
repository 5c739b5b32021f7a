using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>
/// How one clock runs through a ticket's treatments: under each, the promised time is counted anew from the original
/// start with every pause, and what broke under one stays broken under the next.
/// </summary>
/// <param name="Start">From when it counts.</param>
/// <param name="MetAt">When it was kept; nothing after that changes it.</param>
/// <param name="Pauses">The time that does not count.</param>
sealed record Course(
    ClockName Name,
    int Cycle,
    DateTimeOffset Start,
    DateTimeOffset? MetAt,
    IReadOnlyList<Pause> Pauses
)
{
    /// <summary>What a class promises for this clock; null when it promises nothing.</summary>
    public Func<ClassPolicy, Target?> Promise { get; init; } = _ => null;

    /// <summary>What a class promises at the latest, though the rest stands still meanwhile; null when nothing.</summary>
    public Func<ClassPolicy, Target?> AtLatest { get; init; } = _ => null;

    /// <summary>The time that does not count even towards that.</summary>
    public IReadOnlyList<Pause> LatestPauses { get; init; } = [];

    /// <summary>An instant that was agreed on: no class, calendar or pause moves it.</summary>
    public DateTimeOffset? Agreed { get; init; }

    /// <summary>Whether another deadline is another to be warned of.</summary>
    public bool WarnsAnew { get; init; }

    /// <summary>Whether its end breaks a promise of the desk, which is warned of; else something is simply due then.</summary>
    public bool CanBreak { get; init; } = true;

    /// <summary>The clock as it stands, or null when nothing was ever promised.</summary>
    public Clock? Run(IReadOnlyList<Treatment> treatments, Policies policies)
    {
        if (Agreed is { } agreed)
            return Standing(agreed, agreed - ((agreed - Start) / 3));
        Clock? clock = null;
        var first = FirstOf(treatments);
        for (var i = first; i < treatments.Count && (i == first || !(MetAt < treatments[i].At)); i++)
            clock = Under(treatments[i], i == first, clock, policies);
        return CanBreak ? clock
            : clock is null ? null
            : clock with { WarnAt = null, BrokenAt = null, Because = null };
    }

    /// <summary>What is promised under a treatment and how it is counted, the earlier of two; null when nothing is.</summary>
    public Count? CountUnder(Treatment treatment, Policies policies)
    {
        var policy = policies(treatment.Policy);
        var promises = policy.Of(treatment.Class);
        if (Promise(promises) is not { } target)
            return null;
        var working = policy.CalendarOf(treatment.Class, treatment.Team);
        var count = new Count(target, working, Pauses);
        return
            AtLatest(promises) is { } latest
            && new Count(latest, working, LatestPauses) is var last
            && last.Due(Start) < (count.Due(Start) ?? DateTimeOffset.MaxValue)
            ? last
            : count;
    }

    /// <summary>When so many percent of its time are gone; null when nothing is promised, or while it cannot be known.</summary>
    public DateTimeOffset? At(int percent, Treatment treatment, Policies policies) =>
        Agreed is { } agreed
            ? Start + ((agreed - Start) * percent / 100)
            : CountUnder(treatment, policies)?.At(percent, Start);

    Clock? Under(Treatment treatment, bool isFirst, Clock? before, Policies policies)
    {
        var isBroken = before is { Because: not null } || before?.BrokenAt < treatment.At;
        if (CountUnder(treatment, policies) is not { } count)
            // Nothing is promised any more; a promise that was broken stays on record.
            return isBroken ? before : null;
        var clock = Standing(count.Due(Start), count.WarnAt(Start));
        return isBroken ? clock with { BrokenAt = before!.BrokenAt, Because = before.Because }
            : !isFirst && clock.DueAt < treatment.At
                ? clock with
                {
                    BrokenAt = treatment.At,
                    Because = treatment.Because,
                }
            : clock;
    }

    Clock Standing(DateTimeOffset? due, DateTimeOffset? warn) =>
        new(Name, Cycle, Start, due, due is null ? null : warn, MetAt, MetAt <= due ? null : due);

    // What held when the clock started; what came before is of no account.
    int FirstOf(IReadOnlyList<Treatment> treatments)
    {
        var first = 0;
        while (first + 1 < treatments.Count && treatments[first + 1].At <= Start)
            first++;
        return first;
    }
}

/// <summary>A promised time, the calendar it is counted in and what of it does not count.</summary>
sealed record Count(Target Target, NamedCalendar Working, IReadOnlyList<Pause> Pauses)
{
    /// <summary>The calendar that counts; one that never closes where every hour does.</summary>
    public Calendar Calendar => Target.Counting is Counting.Elapsed ? Working.Calendar.Around : Working.Calendar;

    public DateTimeOffset? Due(DateTimeOffset start) => Calendar.Due(start, Target.Within, Pauses);

    /// <summary>When so many percent of the time are gone.</summary>
    public DateTimeOffset? At(int percent, DateTimeOffset start) =>
        Calendar.Due(start, Target.Within * percent / 100, Pauses);

    /// <summary>When two thirds of the time are gone.</summary>
    public DateTimeOffset? WarnAt(DateTimeOffset start) => Calendar.Due(start, Target.Within * 2 / 3, Pauses);
}
