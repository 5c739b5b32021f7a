using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>A clock with its alarms: what of it must be noticed next, and what now.</summary>
/// <param name="Rings">In their order; the breach is among them, whether an alarm is set for it or not.</param>
sealed record AlarmedClock(Clock Clock, IReadOnlyList<Ring> Rings)
{
    public static AlarmedClock Of(Ticket ticket, Course course, Clock clock, Policies policies)
    {
        if (clock.BrokenAt is not { } breaks)
            // Kept in time, standing still, or nothing that could break.
            return new(clock, []);
        var treatment = ticket.Treatment!;
        var alarms = policies(treatment.Policy).AlarmsOf(treatment.Class, clock.Name).ToLookup(a => a.At);
        // Nobody waits any more for what was kept, though too late.
        var levels = clock.MetAt is null ? alarms.Select(a => a.Key).Append(Level.Breach).Distinct() : [Level.Breach];
        var noticed = ticket
            .Noticed.Where(n => n.Clock == clock.Name && n.Cycle == clock.Cycle)
            .Where(n => !course.WarnsAnew || n is not ClockWarned || n.DueAt == clock.DueAt)
            .ToList();
        var isBroken = noticed.Exists(n => n is not ClockWarned);
        // A change of class moves the levels before a breach, and may move them behind it.
        var told = noticed.Where(n => !isBroken || n is not ClockWarned).Max(n => At(LevelOf(n)));
        return new(
            clock,
            [
                .. from level in levels
                let at = At(level)
                where at > clock.StartedAt && (level.Offset >= TimeSpan.Zero || at < breaks)
                orderby at
                select new Ring(level, at.Value, [.. alarms[level]], at <= told && (isBroken || at < breaks)),
            ]
        );

        DateTimeOffset? At(Level level) =>
            level.Offset is { } offset ? breaks + offset : course.At(level.Percent!.Value, treatment, policies);
    }

    /// <summary>When it must be looked at again; null when nothing can come.</summary>
    public DateTimeOffset? NextAt => Clock.MetAt is null ? Rings.FirstOrDefault(r => !r.IsOver)?.At : null;

    /// <summary>What must be noticed now. After a long sleep that is one thing: the last level that passed.</summary>
    public ClockEvent? Due(DateTimeOffset now)
    {
        var due = Reached(now).ToList();
        return due is not [.., { Level: var last }] ? null
            : due.Exists(r => r.Level == Level.Breach)
                ? new ClockBroken(Clock.Name, Clock.Cycle, Clock.BrokenAt!.Value)
                {
                    Because = Clock.Because,
                    Level = last.IsAfter ? last : null,
                }
            : last.IsAfter ? new ClockOverdue(Clock.Name, Clock.Cycle, Clock.BrokenAt!.Value) { Level = last }
            : new ClockWarned(Clock.Name, Clock.Cycle, Clock.DueAt!.Value) { Level = last };
    }

    /// <summary>The levels that were reached and not noticed. At the deadline itself the promise is still kept.</summary>
    public IEnumerable<Ring> Reached(DateTimeOffset now) =>
        Rings.Where(r => !r.IsOver && (r.Level == Level.Breach ? Clock.At(now) is ClockState.Broken : r.At <= now));

    static Level LevelOf(ClockEvent noticed) =>
        noticed.Level ?? (noticed is ClockWarned ? Level.TwoThirds : Level.Breach);
}

/// <summary>A level of a running clock, and the alarms that go off there.</summary>
/// <param name="At">When it is reached, as things stand.</param>
/// <param name="IsOver">It was noticed, or a later one was.</param>
public sealed record Ring(Level Level, DateTimeOffset At, IReadOnlyList<Alarm> Alarms, bool IsOver);
