using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// What a mentor sends into a session that goes on: one of the events its scenario has ready. It stands in the log at its
/// instant, and what follows from it follows as from any other event.
/// </summary>
public static class Injecting
{
    public static readonly Refusal NoReason = new("practice-injection-reason");

    /// <summary>The scenario has no such thing ready, or not in this branch.</summary>
    public static Refusal None(string injection) => new("practice-no-injection", injection);

    /// <summary>Once is enough, and some things make no sense any more.</summary>
    public static readonly Refusal TooLate = new("practice-injection-too-late");

    /// <summary>What can be sent in as the session stands now, in the author's order.</summary>
    public static IEnumerable<Injection> Open(Session session) =>
        session.IsOver
            ? []
            : session.Scenario.Injections.Where(i => i.Rule.In(session.Branch) && !IsTooLate(session, i));

    /// <summary>Lets happen what is due, then what is sent in, then what follows from it at once. Why not, where it may not be.</summary>
    public static Refusal? Act(Session session, string injection, string reason, DateTimeOffset at)
    {
        if (at < session.Story.End)
            return Trainee.InThePast;
        Director.AdvanceTo(session, at);
        if (session.IsOver)
            return Trainee.IsOver;
        if (
            session.Scenario.Injections.FirstOrDefault(i => i.Id == injection && i.Rule.In(session.Branch))
            is not { } known
        )
            return None(injection);
        if (IsTooLate(session, known))
            return TooLate;
        if (!Plain.Says(reason))
            return NoReason;
        session.Append(
            at,
            EventTypes.MentorInjected,
            SessionEvent.Mentor,
            Fields.Of(("injection", injection), ("reason", Plain.Text(reason)))
        );
        Director.Settle(session);
        return null;
    }

    static bool IsTooLate(Session session, Injection injection) =>
        session.LastOf(injection.Rule).Count > 0
        || injection.Rule.Unless?.In(session.Story, Firing.NotYet).At(session.Story.End) is not null;
}
