using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>What mentors sent into a run, and the run as it would have been without it.</summary>
public static class Injections
{
    public static IReadOnlyList<SessionEvent> In(IReadOnlyList<SessionEvent> run) =>
        [.. run.Where(e => e.Type is EventTypes.MentorInjected)];

    /// <summary>
    /// The run without what was sent in and all that came of it by itself. What the trainee did stays: it was done,
    /// whatever it was done for.
    /// </summary>
    public static IReadOnlyList<SessionEvent> TakenOut(IReadOnlyList<SessionEvent> run)
    {
        var gone = new HashSet<int>();
        foreach (var happened in run)
            if (
                happened.Type is EventTypes.MentorInjected
                || (happened.Actor != SessionEvent.Trainee && happened.Causes.Any(gone.Contains))
            )
                gone.Add(happened.Seq);
        return [.. run.Where(e => !gone.Contains(e.Seq))];
    }
}
