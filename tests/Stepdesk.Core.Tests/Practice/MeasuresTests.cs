using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Measures;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using static Stepdesk.Core.Practice.Measures.RunMeasured;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What a run comes to in figures, and the runs of a class together.</summary>
public sealed class MeasuresTests
{
    public static TheoryData<string> Names => ShippedScenarioTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_good_run_has_every_figure_and_they_fit_each_other(string name)
    {
        var (scenario, manuscript) = Shipped.Read(name);
        var good = scenario.Tests.Where(t => t.Expects.Passes.Contains(Rehearsal.All)).ToList();
        Assert.NotEmpty(good);
        foreach (var test in good)
        {
            var script = ScriptReader.Read(manuscript.Runs[test.Run], scenario, []);

            var run = RunMeasures.Of(scenario, Rehearsal.Play(scenario, test, script, 1).Events);

            Assert.Equal([run.Class!.Value], run.Right);
            RunMeasured[] always = [Logging, FirstResponse, LongestSilence, TimeToResolve, TimeToConfirm, TimeSpent];
            Assert.Empty(always.Except(run.Times.Keys));
            Assert.All(run.Times.Values, time => Assert.True(time >= TimeSpan.Zero));
            Assert.True(run.Times[FirstResponse] + run.Times[LongestSilence] <= run.Times[TimeToResolve]);
            Assert.True(run.Times[TimeToResolve] + run.Times[TimeToConfirm] <= run.Times[TimeSpent]);
        }
    }

    [Fact]
    public void Figures_are_those_of_the_log()
    {
        var test = Shipped.Slow.Tests.First(t => t.Run == "golden/pool.yaml");
        var played = Rehearsal.Play(Shipped.Slow, test, Shipped.Run(test.Run), 1);

        var run = RunMeasures.Of(Shipped.Slow, played.Events);

        Assert.Equal(ClassOfService.Priority, run.Class);
        Assert.Equal(
            (Minutes(7), Minutes(8), Minutes(19), new TimeSpan(0, 14, 20)),
            (run.Times[Logging], run.Times[FirstResponse], run.Times[TimeToEscalate], run.Times[LongestSilence])
        );
    }

    [Fact]
    public void Who_never_answered_has_no_figure_of_answers_and_none_of_them_is_zero()
    {
        var run = Of((0, Mail, "ha", []), (5, Created, Trainee, []), (90, EventTypes.Ended, Director, []));

        Assert.Equal([Logging, TimeSpent], run.Times.Keys.Order());
        Assert.Equal((Minutes(5), Minutes(90)), (run.Times[Logging], run.Times[TimeSpent]));
        Assert.Null(run.Class);
    }

    [Theory]
    [InlineData("resolution", "")]
    [InlineData("", "resolution")]
    public void Who_tries_it_first_and_who_is_told_first_both_have_all_figures(string first, string second)
    {
        var run = Of(
            (0, Mail, "ha", []),
            (4, Sent, Trainee, [("to", "ha")]),
            (20, Sent, Trainee, [("to", "ha"), ("tag", first)]),
            (26, EventTypes.Confirmed, "ha", []),
            (30, Sent, Trainee, [("to", "ha"), ("tag", second)])
        );

        Assert.Equal(
            (Minutes(20), Minutes(6), Minutes(16)),
            (run.Times[TimeToResolve], run.Times[TimeToConfirm], run.Times[LongestSilence])
        );
    }

    [Fact]
    public void A_run_in_which_nothing_was_done_has_no_figure_at_all() => Assert.Empty(Of((0, Mail, "ha", [])).Times);

    [Fact]
    public void A_report_by_chat_is_a_report() =>
        Assert.Equal(
            Minutes(4),
            Of((3, EventTypes.ChatReceived, "ha", []), (7, Sent, Trainee, [("to", "ha")])).Times[FirstResponse]
        );

    [Fact]
    public void The_first_report_counts_and_only_who_wrote_it_is_answered_by_an_answer()
    {
        var run = Of(
            (0, EventTypes.ChatReceived, "dev", []),
            (2, Mail, "minh", []),
            (5, Mail, "ha", []),
            (6, Sent, Trainee, [("to", "ha")]),
            (12, Sent, Trainee, [("to", "minh")]),
            (20, Sent, Trainee, [("to", "ha"), ("tag", "resolution")]),
            (30, EventTypes.Confirmed, "ha", [])
        );

        Assert.Equal([FirstResponse], run.Times.Keys);
        Assert.Equal(Minutes(10), run.Times[FirstResponse]);
    }

    [Fact]
    public void What_was_told_as_solved_twice_was_solved_the_last_time_before_it_was_confirmed()
    {
        var run = Of(
            (0, Mail, "ha", []),
            (10, Sent, Trainee, [("to", "ha"), ("tag", "ack")]),
            (15, Sent, Trainee, [("to", "ha"), ("tag", "resolution")]),
            (16, EventTypes.Disputed, "ha", []),
            (40, Sent, Trainee, [("to", "ha"), ("tag", "resolution")]),
            (47, EventTypes.Confirmed, "ha", []),
            (95, Sent, Trainee, [("to", "ha"), ("tag", "resolution")])
        );

        Assert.Equal(
            (Minutes(40), Minutes(25), Minutes(7)),
            (run.Times[TimeToResolve], run.Times[LongestSilence], run.Times[TimeToConfirm])
        );
    }

    [Fact]
    public void The_class_is_that_of_logging_as_the_rubric_looks_at_it()
    {
        Assert.Equal(
            ClassOfService.Priority,
            Of(
                (0, Mail, "ha", []),
                (1, Changed, Trainee, [("class", "standard")]),
                (2, Changed, Trainee, [("class", "priority")]),
                (3, Created, Trainee, []),
                (9, Changed, Trainee, [("class", "expedite")])
            ).Class
        );
        Assert.Equal(
            ClassOfService.Expedite,
            Of((0, Mail, "ha", []), (3, Created, Trainee, []), (9, Changed, Trainee, [("class", "expedite")])).Class
        );
    }

    [Fact]
    public void Runs_of_a_class_stand_together_beside_what_is_promised()
    {
        var classes = ClassMeasures.Of(
            [
                Run(ClassOfService.Priority, (Logging, 5), (FirstResponse, 8)),
                Run(ClassOfService.Priority, (Logging, 15), (FirstResponse, 90)),
                Run(null, (Logging, 1)),
                Run(ClassOfService.Priority, (Logging, 40), (TimeSpent, 60)),
                Run(ClassOfService.Expedite),
                Run(ClassOfService.Standard, (TimeToEscalate, 3)),
            ],
            Core.Service.Shipped.Policy
        );

        Assert.Equal([ClassOfService.Standard, ClassOfService.Priority, null], classes.Select(c => c.Class));
        var priority = classes[1];
        Assert.Equal((3, 3, 3), (priority.Runs, priority.Judged, priority.Right));
        Assert.Equal((1, 1, 0), (classes[0].Runs, classes[0].Judged, classes[0].Right));
        Assert.Equal(
            [
                new(Logging, 3, Minutes(15), Minutes(40), Minutes(15)),
                // Of two, the lower: a time that occurred.
                new(FirstResponse, 2, Minutes(8), Minutes(90), Minutes(15)),
                new MeasureLine(TimeSpent, 1, Minutes(60), Minutes(60), null),
            ],
            priority.Lines
        );
    }

    [Fact]
    public void A_promise_in_working_time_is_not_held_against_time_of_the_wall()
    {
        RunMeasures[] runs =
        [
            Run(ClassOfService.Priority, (Logging, 40), (LongestSilence, 90)),
            Run(ClassOfService.Expedite, (Logging, 40)),
            Run(null, (Logging, 40)),
        ];
        var office = Core.Service.Shipped.Policy with { Calendar = Core.Service.Shipped.Office };
        var everyHour = office with
        {
            Classes = [.. office.Classes.Select(c => c with { Log = c.Log with { Counting = Counting.Elapsed } })],
        };

        // Updates count every hour, and Expedite has a calendar that never closes.
        Assert.Equal([null, Minutes(60), Minutes(15), null], Targets(office));
        Assert.Equal([Minutes(15), Minutes(60), Minutes(15), Minutes(15)], Targets(everyHour));

        IEnumerable<TimeSpan?> Targets(ServicePolicy promised) =>
            ClassMeasures.Of(runs, promised).SelectMany(c => c.Lines).Select(l => l.Target);
    }

    [Theory]
    [InlineData(15 * 60, false)]
    [InlineData(16 * 60, false)]
    [InlineData((16 * 60) + 1, true)]
    public void A_median_is_late_when_a_line_about_the_same_would_not_be_met(int seconds, bool isMissed) =>
        Assert.Equal(isMissed, MeasureLine.Of(Logging, [TimeSpan.FromSeconds(seconds)], Minutes(15)).IsMissed);

    const string Mail = EventTypes.MailReceived;
    const string Created = EventTypes.TicketCreated;
    const string Changed = EventTypes.TicketChanged;
    const string Sent = EventTypes.MessageSent;
    const string Trainee = SessionEvent.Trainee;
    const string Director = SessionEvent.Director;

    static TimeSpan Minutes(int n) => TimeSpan.FromMinutes(n);

    static RunMeasures Run(ClassOfService? chosen, params (RunMeasured What, int Minutes)[] times) =>
        new(chosen, [ClassOfService.Priority], times.ToDictionary(t => t.What, t => Minutes(t.Minutes)));

    static RunMeasures Of(params (int At, string Type, string By, (string, string?)[] Says)[] happened) =>
        RunMeasures.Of(
            Shipped.Slow,
            [
                new(1, Shipped.Slow.Start, EventTypes.Started, Director, Fields.Of(("branch", "pool")), []),
                .. happened.Select(
                    (e, at) =>
                        new SessionEvent(
                            at + 2,
                            Shipped.Slow.Start + Minutes(e.At),
                            e.Type,
                            e.By,
                            Fields.Of(e.Says),
                            []
                        )
                ),
            ]
        );
}
