using FsCheck.Xunit;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What a mentor sends into a run that goes on: it happens as anything else happens, and costs nobody a line.</summary>
public sealed class InjectingTests
{
    static readonly DateTimeOffset Start = Shipped.Slow.Start;

    static Session Begun(ulong seed = 7, string branch = "pool") =>
        Session.Begin(Shipped.Slow, seed, Language.Vi, branch);

    static readonly Move Create = new(
        "create",
        Fields.Of(("title", "LMS"), ("description", "chậm"), ("requester", "ha"), ("class", "priority"))
    );

    [Fact]
    public void What_is_sent_in_stands_in_the_log_and_what_comes_of_it_names_it()
    {
        var session = Begun();

        Assert.Null(Injecting.Act(session, "second-class", "Xem có nâng hạng không", Start.AddMinutes(8)));

        var sent = session.Events.Single(e => e.Type is EventTypes.MentorInjected);
        Assert.Equal((SessionEvent.Mentor, Start.AddMinutes(8)), (sent.Actor, sent.At));
        Assert.Equal("Xem có nâng hạng không", sent.Data.One("reason"));
        var mail = session.Events.Single(e => e.Data.One("key") is "second");
        Assert.Equal("minh", mail.Actor);
        Assert.Equal([sent.Seq], session.Events[mail.Causes[0] - 1].Causes);
    }

    [Property(MaxTest = 40)]
    public void With_the_same_things_sent_in_at_the_same_instants_a_session_is_the_same_at_any_pace(
        ulong seed,
        byte pace
    )
    {
        var ticks = TimeSpan.FromSeconds(5 + pace * 7);
        var (calm, busy) = (Begun(seed), Begun(seed));
        foreach (var (minute, injection) in new[] { (3, "asks-when"), (11, "second-class") })
        {
            for (var at = busy.Story.End + ticks; at < Start.AddMinutes(minute); at += ticks)
                Director.AdvanceTo(busy, at);
            Assert.Null(Injecting.Act(calm, injection, "r", Start.AddMinutes(minute)));
            Assert.Null(Injecting.Act(busy, injection, "r", Start.AddMinutes(minute)));
        }
        Director.AdvanceTo(calm, Start.AddHours(2));
        var resumed = Session.Resume(
            Shipped.Slow,
            [
                .. SessionLog
                    .Write(busy.Events)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(SessionLog.Read),
            ]
        );
        Director.AdvanceTo(resumed, Start.AddHours(2));

        Assert.Equal(SessionLog.Write(calm.Events), SessionLog.Write(resumed.Events));
    }

    [Fact]
    public void Once_and_only_while_it_makes_sense_and_never_without_a_reason()
    {
        var session = Begun();
        Assert.Equal(["second-class", "asks-when"], Injecting.Open(session).Select(i => i.Id));

        Assert.Equal("practice-injection-reason", Injecting.Act(session, "asks-when", " ", Start)!.Code);
        Assert.Equal("practice-no-injection", Injecting.Act(session, "flood", "r", Start)!.Code);
        Assert.Null(Injecting.Act(session, "second-class", "r", Start.AddMinutes(1)));
        Assert.Equal(
            "practice-injection-too-late",
            Injecting.Act(session, "second-class", "r", Start.AddMinutes(2))!.Code
        );
        Assert.Equal(["asks-when"], Injecting.Open(session).Select(i => i.Id));
        Assert.Equal("practice-in-the-past", Injecting.Act(session, "asks-when", "r", Start)!.Code);

        var network = Begun(branch: "campus-network");
        Assert.Equal("practice-no-injection", Injecting.Act(network, "second-class", "r", Start)!.Code);
        Director.AdvanceTo(network, network.LatestEnd);
        Assert.Equal("practice-is-over", Injecting.Act(network, "asks-when", "r", network.LatestEnd)!.Code);
        Assert.Empty(Injecting.Open(network));
    }

    [Fact]
    public void A_line_missed_only_for_what_was_sent_in_leaves_the_sum_and_says_so()
    {
        var session = Begun();
        Trainee.Act(session, Create, Start.AddMinutes(7));
        // Who escalates keeps it from spreading by itself.
        Trainee.Act(session, new("escalate", Fields.Of(("to", "dev"), ("text", "LMS chậm"))), Start.AddMinutes(8));
        Injecting.Act(session, "second-class", "r", Start.AddMinutes(8));
        Director.AdvanceTo(session, session.LatestEnd);

        var report = Judge.Of(Shipped.Slow, session.Events);

        var spread = report.Of("02-13");
        var sent = session.Events.Single(e => e.Type is EventTypes.MentorInjected);
        Assert.Equal(Outcome.NotApplicable, spread.Outcome);
        Assert.Contains("something a mentor sent in (14:28)", spread.Sentence.En, StringComparison.Ordinal);
        Assert.Contains(sent.Seq, spread.Ruling.Evidence.Select(c => c.Seq));
        // What was missed anyway is still missed.
        Assert.Equal(Outcome.NotMet, report.Of("02-1").Outcome);
    }

    [Fact]
    public void Who_does_what_was_sent_in_well_has_the_line()
    {
        var session = Begun();
        Trainee.Act(session, Create, Start.AddMinutes(2));
        Injecting.Act(session, "second-class", "r", Start.AddMinutes(8));
        Trainee.Act(session, new("classify", Fields.Of(("class", "expedite"))), Start.AddMinutes(10));

        Assert.Equal(Outcome.Met, Judge.Of(Shipped.Slow, session.Events).Of("02-13").Outcome);
    }

    public static TheoryData<string> Names => [.. Shipped.Folders.Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_good_run_of_what_ships_loses_a_line_to_anything_that_is_sent_in(string name)
    {
        var (scenario, manuscript) = Shipped.Read(name);
        Assert.NotEmpty(scenario.Injections);
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in scenario.Tests.Where(t => t.Expects.Passes.Count > 0))
        {
            var script = ScriptReader.Read(manuscript.Runs[test.Run], scenario, []);
            foreach (var injection in scenario.Injections.Where(i => i.Rule.In(test.Branch)))
                for (var place = 0; place < script.Steps.Count; place += 4)
                {
                    var played = Rehearsal.Play(scenario, test, With(script, injection, place), 3);
                    if (played.Events.Any(e => e.Type is EventTypes.MentorInjected))
                        sent.Add(injection.Id);
                    Assert.True(
                        played.Wrong.Count == 0,
                        $"{test.Run} with {injection.Id} before step {place}: {string.Join("; ", played.Wrong)}"
                    );
                }
        }
        Assert.Equal(scenario.Injections.Select(i => i.Id).Order(), sent.Order());
    }

    static Script With(Script script, Injection injection, int place)
    {
        var step = script.Steps[place] with
        {
            Move = new(ScriptReader.Inject, Fields.Of(("injection", injection.Id), ("reason", "r"))),
            At = null,
            After = null,
            Wait = default,
            Every = null,
            Until = null,
        };
        return new([.. script.Steps.Take(place), step, .. script.Steps.Skip(place)]);
    }
}
