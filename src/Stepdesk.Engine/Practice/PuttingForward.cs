using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// To when a session's clock is put forward: to what can be seen, since where something happens behind the scenes alone
/// there is nothing to stop for. Nobody is put past their own word: there is time left to keep it.
/// </summary>
static class PuttingForward
{
    // As long as a short message takes.
    static readonly TimeSpan TimeToWrite = TimeSpan.FromMinutes(2);

    /// <summary>Lets happen what does until then; null where nothing comes any more.</summary>
    public static DateTimeOffset? Of(Session session, DateTimeOffset now)
    {
        DateTimeOffset? to = null;
        var before = session.Events.Count;
        while (!session.Events.Skip(before).Any(e => EventTypes.IsSeen(e.Type)))
        {
            var here = to ?? now;
            var word = session.Promises(here).Select(p => p - TimeToWrite > here ? p - TimeToWrite : p).Min();
            var next = Director.NextInstant(session);
            if ((word < next ? word : next ?? word) is not { } at || at > session.LatestEnd)
                break;
            to = at;
            if (word == at)
                break;
            Director.AdvanceTo(session, at);
        }
        return to;
    }
}
