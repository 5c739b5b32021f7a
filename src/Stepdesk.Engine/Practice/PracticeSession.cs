using Stepdesk.Core.Practice.Imports;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Practice;

/// <summary>A session as it was when it was looked at. Its branch and seed are for the debrief only.</summary>
/// <param name="Row">Who practises, on what, and how its clock goes.</param>
/// <param name="Session">What happened in it.</param>
/// <param name="World">Its desk: the clock, the drawer, the door.</param>
/// <param name="Inside">The trainee as a person of that desk.</param>
public sealed record PracticeSession(SessionRow Row, Session Session, World World, PersonRow Inside)
{
    public Scenario Scenario => Session.Scenario;
    public bool IsOver => Row.State is SessionState.Over;

    /// <summary>To when its clock was put forward last; null when something else was done to it since.</summary>
    internal DateTimeOffset? SkippedTo { get; init; }

    /// <summary>Why its clock stands where it was just put to.</summary>
    public PutForward? WhyHere => SkippedTo is { } at && !IsOver ? PuttingForward.Why(Session, at, Now) : null;

    /// <summary>Whether it was done elsewhere and handed in here.</summary>
    public bool IsFromElsewhere => Session.Events[0].Data.Has("source");

    /// <summary>Whether anybody knows which way it turned out; elsewhere the likeliest was only assumed.</summary>
    public bool IsBranchKnown => !Session.Events[0].Data.All("assumed").Contains(Importing.Branch);

    /// <summary>Whether it was worked on at a desk of its own: not elsewhere, and not by a script.</summary>
    public bool HasDesk => !IsFromElsewhere && !Session.Events[0].Data.Has("script");

    /// <summary>Whether its record goes by two clocks, so that nothing is judged by the time.</summary>
    public bool IsByTwoClocks => Session.Events[0].Data.Has(Importing.Clocks);

    /// <summary>What its clock shows, at the offset the scenario is told in.</summary>
    public DateTimeOffset Now => World.Now.ToOffset(Scenario.Start.Offset);

    /// <summary>What was said in an event of somebody simulated, in the session's language; empty where nothing was.</summary>
    public string TextOf(SessionEvent said) =>
        said.Data.Has("line") ? Session.Said(said, Session.Language) : said.Data.One("text") ?? "";
}

/// <summary>What is wanted of a session's clock.</summary>
/// <param name="Times">The speed, where that is what changes.</param>
public sealed record Pace(PaceChange Change, int Times = 1);
