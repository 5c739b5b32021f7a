using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>Somebody who practises a shipped scenario, one thing after another, in minutes from its beginning.</summary>
sealed class Practising(string name, string branch, Language language = Language.En, ulong seed = 3)
{
    public Session Session { get; } = Session.Begin(Shipped.Read(name).Scenario, seed, language, branch);

    public Practising Do(double minute, string verb, params ReadOnlySpan<(string, string?)> fields) =>
        Do(minute, new Move(verb, Fields.Of(fields)));

    public Practising Do(double minute, Move move)
    {
        Assert.Null(Trainee.Act(Session, move, Session.Scenario.Start.AddMinutes(minute)));
        return this;
    }

    public Practising Wait(double minute)
    {
        Director.AdvanceTo(Session, Session.Scenario.Start.AddMinutes(minute));
        return this;
    }

    /// <summary>Logs the report of a person, so that the rest can be done.</summary>
    public Practising Log(double minute, string requester) =>
        Do(minute, "create", ("title", "Report"), ("description", "As it came in."), ("requester", requester));

    public bool Knows(string fact) => Session.Story.RevealOf(fact) is not null;

    public IEnumerable<SessionEvent> Said(string line) =>
        Session.Events.Where(e =>
            e.Type is EventTypes.MailReceived or EventTypes.ChatReceived && e.Data.One("line")?.Split('@')[0] == line
        );

    public Verdict Verdict(string line) => Judge.Of(Session.Scenario, Session.Events).Of(line);
}
