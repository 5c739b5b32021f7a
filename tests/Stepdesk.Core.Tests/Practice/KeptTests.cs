using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What is kept of a session, and what is left of it when its trainee is erased.</summary>
public sealed class KeptTests
{
    [Fact]
    public void What_is_kept_reads_back_as_it_was()
    {
        var events = Played();

        Assert.Equal(events.Select(SessionLog.Write), events.Select(e => SessionLog.Write(Kept(e, erase: false))));
    }

    [Fact]
    public void Without_its_trainees_words_a_session_still_folds_and_says_nothing_they_wrote()
    {
        var events = Played();

        var left = events.Select(e => Kept(e, erase: true)).ToList();

        var session = Session.Resume(Shipped.Slow, left);
        Assert.True(session.IsOver);
        Assert.Equal(events.Select(e => e.Type), session.Events.Select(e => e.Type));
        Assert.All(
            left.Where(e => e.Actor == SessionEvent.Trainee),
            e =>
                Assert.All(
                    (string[])["text", "title", "description", "ask", "tried", "cause"],
                    f => Assert.False(e.Data.Has(f))
                )
        );
        Assert.Contains(Judge.Of(Shipped.Slow, left).Verdicts, v => v.Outcome is Outcome.Met);
    }

    static IReadOnlyList<SessionEvent> Played()
    {
        var test = Shipped.Slow.Tests.First(t => t.Run == "golden/pool.yaml");
        return Rehearsal.Play(Shipped.Slow, test, Shipped.Run(test.Run), 7).Events;
    }

    static SessionEvent Kept(SessionEvent happened, bool erase)
    {
        var what = Practised.Of(happened);
        var (kind, data) = (EventNames.NameOf(what), EventNames.Write(what));
        return ((Practised)EventNames.Read(kind, erase ? EventNames.Erase(kind, data) : data)).Read(happened.At);
    }
}
