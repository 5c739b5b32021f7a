using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// The clock of one session: what it showed at an instant of the real one, and how much faster it goes since. It is made
/// from the session's row for one use, since any node may change the pace at any time.
/// </summary>
sealed class SessionClock(TimeProvider real, DateTimeOffset sim, DateTimeOffset since, int times) : TimeProvider
{
    public static SessionClock Of(SessionRow session, TimeProvider real) =>
        new(real, session.SimAnchor, session.RealAnchor, session.State is SessionState.Running ? session.Times : 0);

    public override DateTimeOffset GetUtcNow()
    {
        // Nodes' clocks differ a little, and no session goes backwards.
        var passed = real.GetUtcNow() - since;
        return passed > TimeSpan.Zero ? sim + (times * passed) : sim;
    }

    /// <summary>When this clock will show an instant; null while it stands.</summary>
    public DateTimeOffset? RealOf(DateTimeOffset instant) =>
        times == 0 ? null
        : instant <= sim ? since
        : since + ((instant - sim) / times);
}
