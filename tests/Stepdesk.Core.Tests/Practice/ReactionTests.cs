using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>One message is answered once, nobody writes the same sentence twice, and whoever says they will try tells what came of it.</summary>
public sealed class ReactionTests
{
    public static TheoryData<string> Names => [.. Shipped.Folders.Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_no_shipped_run_does_anybody_repeat_themselves(string name)
    {
        var (scenario, manuscript) = Shipped.Read(name);

        Assert.All(
            from test in scenario.Tests
            from seed in Enumerable.Range(1, 5)
            select (test, seed),
            of =>
            {
                var (test, seed) = of;
                var script = ScriptReader.Read(manuscript.Runs[test.Run], scenario, []);
                Holds(Session.Resume(scenario, Rehearsal.Play(scenario, test, script, (ulong)seed).Events));
            }
        );
    }

    // Everybody is asked everything there is, all at once and again and again, in every branch.
    [Theory]
    [MemberData(nameof(Names))]
    public void However_often_people_are_asked_they_answer_and_do_not_repeat_themselves(string name)
    {
        var scenario = Shipped.Read(name).Scenario;
        var asked = scenario.Cast.SelectMany(p => p.Intents.Select(i => (p, i))).ToList();

        Assert.All(
            scenario.Branches.SelectMany(_ => (ulong[])[3, 8], (branch, seed) => (branch, seed)),
            of =>
            {
                var run = new Practising(name, of.branch.Id, Language.En, of.seed).Log(2, scenario.Cast[0].Id);
                foreach (var (at, minute) in ((double[])[3, 3.5, 4, 9, 20, 33, 34, 50]).Index())
                foreach (var (person, intent) in asked)
                    run.Do(minute, Asking(person, at % 2 == 0 ? [intent.Id] : [.. person.Intents.Select(i => i.Id)]));
                foreach (var person in scenario.Cast.Where(p => p.Intents.Count > 0))
                    run.Do(51, "message", ("to", person.Id), ("tag", "resolution"), ("text", "It is solved."));
                foreach (var minute in (double[])[52, 60, 75])
                foreach (var (person, intent) in asked)
                    run.Do(minute, Asking(person, intent.Id));

                Holds(run.Wait(115).Session);
            }
        );
    }

    [Fact]
    public void Whoever_is_asked_whether_it_works_says_that_it_does_not_when_it_does_not()
    {
        var run = new Practising("01-login", "active").Log(1, "an");
        foreach (var minute in (double[])[6, 18, 22])
            run.Do(minute, Works("an", "Could you try again and tell me whether you can sign in now?"));
        run.Wait(34);

        Assert.Single(run.Said("an.ask-works"));
        var told = run.Said("an.not-yet").Select(e => run.Session.Said(e, Language.En)).ToList();
        Assert.True(told.Count > 1, string.Join('\n', told));
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.StartsWith("Tried again just now", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_confirmed_does_not_also_say_that_they_will_ask()
    {
        var runs = Enumerable.Range(1, 40).Select(Mended).ToList();

        Assert.All(
            runs,
            run =>
            {
                run.Do(41, Works("hanh", "Can everybody watch it now?")).Wait(60);
                Holds(run.Session);
                Assert.Single(run.Said("hanh.confirm"));
            }
        );
        // Some say first that they will, and some have the answer at once.
        Assert.Contains(runs, run => run.Said("hanh.ask-works").Any());
        Assert.Contains(runs, run => !run.Said("hanh.ask-works").Any());
    }

    [Fact]
    public void Whoever_has_confirmed_and_is_asked_again_says_when_they_did()
    {
        var run = Mended(3)
            .Do(41, Works("hanh", "Can everybody watch it now?"))
            .Wait(60)
            .Do(
                61,
                "message",
                ("to", "hanh"),
                ("tag", "resolution"),
                ("channel", "mail"),
                ("text", "The video works again. Please tell me whether everybody can watch it.")
            )
            .Wait(80);

        Holds(run.Session);
        var words = run.Said("hanh.confirm").Select(e => run.Session.Said(e, Language.En)).ToList();
        Assert.Equal(2, words.Count);
        Assert.StartsWith("As I wrote at ", words[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_asked_two_things_answers_the_one_and_tells_the_other_once_it_was_tried()
    {
        var runs = Enumerable
            .Range(1, 20)
            .Select(seed =>
                new Practising("02-slow-lms", "pool", Language.En, (ulong)seed)
                    .Log(1, "ha")
                    .Do(2, Works("ha", "Can all students open the pages now, and which network do they use?"))
                    .Wait(20)
            )
            .ToList();

        Assert.All(runs, run => Assert.Single(run.Said("ha.ask-network")));
        Assert.All(runs, run => Assert.Single(run.Said("ha.not-yet")));
    }

    [Fact]
    public void Whoever_was_asked_for_the_network_thrice_says_it_once_and_once_more_shortly()
    {
        var run = new Practising("02-slow-lms", "campus-network").Log(1, "ha");
        foreach (var minute in (double[])[2, 2.5, 10, 20, 30])
            run.Do(minute, "message", ("to", "ha"), ("tag", "question"), ("text", "Is it also slow on 4G?"));
        run.Wait(45);

        var said = run.Said("ha.ask-network").Select(e => run.Session.Said(e, Language.En)).ToList();
        Assert.Equal(2, said.Count);
        Assert.StartsWith("As I wrote at 14:", said[1], StringComparison.Ordinal);
        Assert.EndsWith(said[0], said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_moved_to_another_network_does_not_speak_of_the_one_before()
    {
        var run = new Practising("02-slow-lms", "campus-network")
            .Log(1, "ha")
            .Do(2, "message", ("to", "ha"), ("tag", "update"), ("text", "Please switch to 4G."))
            .Wait(20);
        Assert.Single(run.Said("ha.switched"));
        var before = run.Said("ha.ask-network").Count();

        run.Do(21, "message", ("to", "ha"), ("tag", "question"), ("text", "Which network are they on?")).Wait(40);

        Assert.Equal(before, run.Said("ha.ask-network").Count());
    }

    [Theory]
    [InlineData("Can all 15 students open the pages and submit now?")]
    [InlineData("Can the whole class open the pages now?")]
    public void Whether_everybody_can_work_is_a_question_whether_it_works(string said) =>
        Assert.Contains("ask-works", PlainQuestionTests.Understood("02-slow-lms", "ha", said));

    [Fact]
    public void A_manager_who_was_told_does_not_ask_for_it_a_moment_later()
    {
        const string Told = "Hello Mr Phong, 53 students of three classes cannot submit, we are on it.";
        var told = new Practising("03-nobody-can-submit", "clean")
            .Do(1.2, "message", ("to", "phong"), ("tag", "update"), ("channel", "chat"), ("text", Told))
            .Wait(5);
        var silent = new Practising("03-nobody-can-submit", "clean").Wait(5);

        Assert.Empty(told.Said("phong.ping"));
        Assert.Single(told.Said("phong.heard"));
        Assert.Single(silent.Said("phong.ping"));
        Assert.Empty(silent.Said("phong.heard"));
    }

    [Fact]
    public void What_is_not_said_any_more_is_the_same_at_any_pace_and_after_a_new_start()
    {
        static void Ask(Session session, int minute) =>
            Assert.Null(
                Trainee.Act(
                    session,
                    Works("ha", "Can all students open the pages now, and which network do they use?"),
                    session.Scenario.Start.AddMinutes(minute)
                )
            );
        var calm = Session.Begin(Shipped.Slow, 5, Language.En, "campus-network");
        var busy = Session.Begin(Shipped.Slow, 5, Language.En, "campus-network");
        for (var minute = 1; minute < 60; minute++)
        {
            if (minute % 6 == 1)
                Ask(calm, minute);
            Director.AdvanceTo(busy, busy.Scenario.Start.AddMinutes(minute));
            busy = Session.Resume(Shipped.Slow, [.. busy.Events]);
            if (minute % 6 == 1)
                Ask(busy, minute);
        }
        Director.AdvanceTo(calm, calm.Scenario.Start.AddMinutes(90));
        Director.AdvanceTo(busy, busy.Scenario.Start.AddMinutes(90));

        Assert.Equal(SessionLog.Write(calm.Events), SessionLog.Write(busy.Events));
    }

    static Practising Mended(int seed)
    {
        var run = new Practising("05-video", "content", Language.En, (ulong)seed)
            .Log(1, "hanh")
            .Do(2, "look", ("system", "content-library"))
            .Do(
                3,
                "escalate",
                ("to", "content"),
                ("ask", "Please restore it."),
                ("text", "VID-JS-ADV-L3-001 answers with 403 for every student of the class.")
            )
            .Wait(40);
        Assert.NotNull(run.Session.Story.First(EventTypes.FixLive));
        return run;
    }

    static Move Works(string who, string text) =>
        new("message", Fields.Of(("to", who), ("tag", "update"), ("channel", "mail"), ("text", text)));

    static Move Asking(Character person, params string[] asks) =>
        new("message", Fields.Of(("to", person.Id), ("tag", "question"), ("text", "A question.")).With("asks", asks));

    static void Holds(Session session)
    {
        var said = session.Events.Where(e => e.Type is EventTypes.MailReceived or EventTypes.ChatReceived).ToList();
        foreach (var language in Enum.GetValues<Language>())
            Assert.Empty(
                said.GroupBy(e => (e.Actor, session.Said(e, language))).Where(g => g.Count() > 1).Select(g => g.Key)
            );
        foreach (var person in session.Scenario.Cast)
        foreach (var intent in person.Intents.Where(i => i.Tries is not null))
        {
            var trial = intent.Tries!;
            var announced = said.Find(e => e.Data.One("key") == $"{person.Id}.{intent.Id}");
            if (announced is null)
                continue;
            Assert.DoesNotContain(said, e => e.Seq < announced.Seq && e.Data.One("line")?.Split('@')[0] == trial.Line);
            // Whatever this person tells of the thing afterwards is what came of it.
            if (!session.IsOver || session.Events[^1].At > announced.At + trial.After.Max)
                Assert.Contains(said, e => e.Seq > announced.Seq && e.Actor == person.Id);
        }
    }
}
