using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Web.Practice;

/// <summary>How the scenario's author would have gone about it, in the very situation that was drawn.</summary>
static class ModelRun
{
    /// <summary>The good run of the session's branch, played under the session's seed; null when there is none.</summary>
    public static Session? Of(Session session)
    {
        var found = new List<Diagnostic>();
        if (
            session.Scenario.Tests.FirstOrDefault(t => t.Branch == session.Branch && t.Expects.Passes.Contains("all"))
                is not { } good
            || ScenarioFolder.Find(session.Scenario.Id) is not { } folder
            || ScenarioFolder.Read(folder, found) is not { } written
            // Another text of the scenario is another scenario.
            || written.Hash != session.Scenario.Hash
            || !written.Runs.TryGetValue(good.Run, out var run)
        )
            return null;
        var played = Session.Begin(session.Scenario, session.Seed, session.Language, session.Branch);
        ScriptReader.Read(run, session.Scenario, found).Play(played);
        return played;
    }
}
