using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// To when a session's clock is put forward: to what can be seen, since where something happens behind the scenes alone
/// there is nothing to stop for. Nobody is put past their own word without a stop at which to keep it, nor past the end
/// of a working day.
/// </summary>
public static class PuttingForward
{
    // As long as a short message takes, once more for one line, and the hour itself.
    static readonly TimeSpan[] Before = [TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30), TimeSpan.Zero];

    // So long after it nobody asks any more why the clock stopped.
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <summary>Lets happen what does until then; null where nothing comes any more.</summary>
    internal static DateTimeOffset? Of(Session session, DateTimeOffset now)
    {
        DateTimeOffset? to = null;
        var before = session.Events.Count;
        while (!session.Events.Skip(before).Any(e => EventTypes.IsSeen(e.Type)))
        {
            var here = to ?? now;
            var word = WordAfter(session, here);
            var next = Director.NextInstant(session);
            if ((word < next ? word : next ?? word) is not { } at || at > session.LatestEnd)
                break;
            if (DayEndAfter(session, here) is { } evening && evening < at)
                return evening;
            to = at;
            if (word == at)
                break;
            Director.AdvanceTo(session, at);
        }
        return to;
    }

    /// <summary>Why the clock was put to an instant; null when that is long ago or nothing is to be said of it.</summary>
    public static PutForward? Why(Session session, DateTimeOffset at, DateTimeOffset now)
    {
        if (now - at > Fresh)
            return null;
        var seen = session.Events.FirstOrDefault(e => e.At == at && EventTypes.IsSeen(e.Type));
        var promised = session
            .Promises(at.AddTicks(-1))
            .Where(p => Array.Exists(Before, early => p.Due - early == at))
            .OrderBy(p => p.Due)
            .Select(p => ((DateTimeOffset Due, IReadOnlyList<string> To)?)p)
            .FirstOrDefault();
        return seen is not null || promised is not null ? new(at, seen, promised?.Due, promised?.To ?? [])
            : DayEndAfter(session, at.AddTicks(-1)) == at ? new(at, null, null, [])
            : null;
    }

    static DateTimeOffset? WordAfter(Session session, DateTimeOffset here) =>
        session
            .Promises(here)
            .SelectMany(p => Before.Select(early => p.Due - early))
            .Where(at => at > here)
            .Select(at => (DateTimeOffset?)at)
            .Min();

    // Where somebody keeps hours, a day ends; elsewhere a run is over before it does.
    static DateTimeOffset? DayEndAfter(Session session, DateTimeOffset here)
    {
        var ends = session.Scenario.Cast.Select(c => c.Hours?.To).Where(to => to is not null).ToList();
        if (ends.Count == 0)
            return null;
        var today = new DateTimeOffset(here.Date + ends.Min()!.Value.ToTimeSpan(), here.Offset);
        return today > here ? today : today.AddDays(1);
    }
}

/// <summary>Why a session's clock stands where it was put forward to.</summary>
/// <param name="Seen">What happened there; null when nothing did.</param>
/// <param name="Promised">For when the trainee's word is given that has to be kept next.</param>
/// <param name="To">To whom. Without anything of it a working day ends.</param>
public sealed record PutForward(
    DateTimeOffset At,
    SessionEvent? Seen,
    DateTimeOffset? Promised,
    IReadOnlyList<string> To
)
{
    /// <summary>Whether it is the hour itself: nothing is left to go on towards.</summary>
    public bool IsDue => Promised == At;
}
