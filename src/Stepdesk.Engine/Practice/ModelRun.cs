using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>How the scenario's author would have gone about it, in the very situation that was drawn.</summary>
public static class ModelRun
{
    /// <summary>The good run of the session's branch, played under the session's seed; null when there is none.</summary>
    public static async Task<Session?> OfAsync(Session session, Library library, Db db, CancellationToken stop)
    {
        if (
            session.Scenario.Tests.FirstOrDefault(t => t.Branch == session.Branch && t.Expects.Passes.Contains("all"))
                is not { } good
            || await library.ManuscriptAsync(db, session.Scenario.Hash, stop) is not { } written
            || !written.Runs.TryGetValue(good.Run, out var run)
        )
            return null;
        var played = Session.Begin(session.Scenario, session.Seed, session.Language, session.Branch);
        ScriptReader.Read(run, session.Scenario, []).Play(played);
        return played;
    }
}
