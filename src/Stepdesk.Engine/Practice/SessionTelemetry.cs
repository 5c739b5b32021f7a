using System.Collections.Concurrent;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Simulation;
using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// The telemetry of sessions' platforms. What it shows is a function of the session's branch, seed and clock and of when
/// it was mended, so any node shows the same; what was made is kept while somebody may ask again.
/// </summary>
sealed class SessionTelemetry
{
    /// <summary>Engineers look back further than the incident.</summary>
    static readonly TimeSpan Before = TimeSpan.FromHours(2.5);

    // Of the sessions that were asked last; any other is made again when somebody asks.
    const int Most = 60;

    readonly ConcurrentDictionary<int, SimulatedTelemetry> platforms = new();

    /// <summary>The platform as it is at the session's instant.</summary>
    public PracticeTelemetrySource At(string name, int id, Session session, TimeProvider clock)
    {
        if (platforms.Count > Most)
            foreach (var other in platforms.Keys.Where(k => k != id).Order().Take(Most / 2))
                platforms.TryRemove(other, out _);
        var platform = platforms.GetOrAdd(id, _ => Make(session));
        // From the next full minute: the one it was mended in may have been looked at already, on this node or another.
        if (session.Events.FirstOrDefault(e => e.Type is EventTypes.FixLive) is { } fixedAt)
            platform.Mend(new DateTimeOffset(NextMinute(fixedAt.At.DateTime), fixedAt.At.Offset));
        return new(name, platform, clock);
    }

    /// <summary>What the rows have in common that a question is about.</summary>
    public Narrowed Narrowed(int id, Session session, TelemetryQuestion question, DateTimeOffset asOf) =>
        new(() => At("", id, session, new Standing(asOf)).RowsOf(question), asOf);

    static SimulatedTelemetry Make(Session session)
    {
        var start = session.Scenario.Start;
        var day = session.Scenario.BranchOf(session.Branch)!.Telemetry is { } named
            // Nobody has mended it before somebody has.
            ? Scenario.Named(named)! with
            {
                Lasts = TimeSpan.FromDays(1),
            }
            : new Scenario("", null, TimeSpan.Zero, TimeSpan.FromDays(1), null);
        return new(day, session.Seed, start - Before, DateOnly.FromDateTime(start.Date));
    }

    static DateTime NextMinute(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(1);
}
