using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Statements;

/// <summary>A run that is over, as it is told to another system.</summary>
/// <param name="Name">The trainee's; empty once they were erased.</param>
/// <param name="StartedAt">In real time, as the rest of what is told is.</param>
public sealed record RunResult(
    int Session,
    string Name,
    string Email,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    ReviewedRun Run
)
{
    /// <summary>Whether the trainee handed it in, and it did not merely run out of time or stop.</summary>
    public bool IsHandedIn =>
        Run.Events.LastOrDefault(e => e.Type is EventTypes.Ended) is { Actor: SessionEvent.Trainee };

    public bool IsFromElsewhere => Run.Events[0].Data.Has("source");

    /// <summary>How long it took by the run's own clock, which stands while nobody works.</summary>
    public TimeSpan Took => Run.Events[^1].At - Run.Events[0].At;
}

/// <summary>How results are told to another system.</summary>
/// <param name="Desk">The address of the desk, under which everything is named.</param>
/// <param name="WithNames">Names and mail addresses; without, people are the desk's numbers.</param>
/// <param name="WithLines">Each line of the rubric too.</param>
public sealed record StatementTerms(string Desk, bool WithNames = false, bool WithLines = false);
