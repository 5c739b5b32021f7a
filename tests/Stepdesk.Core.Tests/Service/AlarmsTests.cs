using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Service;

/// <summary>Several levels on a clock: before the deadline, at the breach and after it.</summary>
public sealed class AlarmsTests
{
    static readonly Level Half = new(Percent: 50);
    static readonly Level Most = new(Percent: 80);
    static readonly Level Shortly = new(Offset: TimeSpan.FromMinutes(-5));
    static readonly Level Quarter = new(Offset: TimeSpan.FromMinutes(15));
    static readonly Level Hour = new(Offset: TimeSpan.FromMinutes(60));
    static readonly ServicePolicy Policy = Shipped.Policy with
    {
        Alarms = [.. ((Level[])[Hour, Half, Level.Breach, Most, Shortly, Quarter]).Select(Told)],
    };

    // Acknowledged within 30 minutes: 9:15, 9:24, 9:25, 9:30, 9:45 and 10:30.
    [Theory]
    [InlineData(14.9, null)]
    [InlineData(15, "clock_warned 50")]
    [InlineData(24, "clock_warned 80")]
    [InlineData(25, "clock_warned -5")]
    [InlineData(30, "clock_warned -5")]
    [InlineData(30.1, "clock_broken ")]
    [InlineData(45, "clock_broken 15")]
    [InlineData(90, "clock_broken 60")]
    public void Who_looks_late_notices_the_last_level_that_passed_and_no_earlier_one(
        double minutes,
        string? expected
    ) => Assert.Equal(expected, Look(Given(ALoggedTicket).AfterMinutes(minutes)).Select(Shown).SingleOrDefault());

    [Fact]
    public void Who_looks_in_time_notices_every_level_once()
    {
        var story = Given(ALoggedTicket);
        var seen = new List<string>();
        while (Clocks.NextCheck(story.Ticket, Policies) is { } check)
        {
            story.After(check.AddTicks(1) - story.Now);
            var noticed = Look(story);
            seen.AddRange(noticed.Select(Shown));
            story.And([.. noticed]);
        }

        Assert.Equal(
            [
                "clock_warned 50",
                "clock_warned 80",
                "clock_warned -5",
                "clock_broken ",
                "clock_overdue 15",
                "clock_overdue 60",
            ],
            seen
        );
    }

    [Fact]
    public void An_earlier_level_is_not_caught_up_with_when_the_class_is_lowered()
    {
        var story = Given(ALoggedTicket).And(Classified(ClassOfService.Priority)).AfterMinutes(12);
        var first = Look(story);

        // Half of 30 minutes is reached at 9:15, after 80 % of 15 minutes was told of.
        story.And([.. first, Classified(ClassOfService.Standard)]).AfterMinutes(4);

        Assert.Equal(["clock_warned 80"], first.Select(Shown));
        Assert.Empty(Look(story));
        Assert.Equal(Nine.AddMinutes(25), Clocks.NextCheck(story.Ticket, Policies));
    }

    [Fact]
    public void A_raised_class_repeats_no_level_and_loses_no_later_one()
    {
        var story = Given(ALoggedTicket).AfterMinutes(15);
        story.And([.. Look(story), Classified(ClassOfService.Priority)]);

        // Its 15 minutes are over in this very instant: kept at the deadline, broken after it.
        Assert.Equal(["clock_warned 80"], Look(story).Select(Shown));
        story.And([.. Look(story)]).AfterMinutes(1);
        Assert.Equal(["clock_broken "], Look(story).Select(Shown));
        story.And([.. Look(story)]).AfterMinutes(14);
        Assert.Equal(["clock_overdue 15"], Look(story).Select(Shown));
    }

    [Fact]
    public void After_a_breach_by_reclassification_levels_count_from_the_change()
    {
        var story = Given(ALoggedTicket).AfterMinutes(20).And(Classified(ClassOfService.Expedite));
        var broken = Look(story).First(e => e.Clock is ClockName.Acknowledgement);
        story.And(broken).AfterMinutes(15);

        Assert.Equal(Nine.AddMinutes(20), broken.DueAt);
        Assert.Equal(
            new ClockOverdue(ClockName.Acknowledgement, 1, Nine.AddMinutes(20)) { Level = Quarter },
            Look(story).Single(e => e.Clock is ClockName.Acknowledgement)
        );
    }

    [Fact]
    public void A_lowered_class_takes_no_level_after_the_breach_away()
    {
        var story = Given(ALoggedTicket).And(Classified(ClassOfService.Expedite)).AfterMinutes(4);
        story.And([.. Look(story)]).AfterMinutes(2);
        story.And([.. Look(story), Classified(ClassOfService.Standard)]).AfterMinutes(14);

        Assert.Equal(["clock_overdue 15"], Look(story).Where(IsAcknowledgement).Select(Shown));
    }

    [Fact]
    public void Nobody_is_alarmed_once_the_promise_is_kept_though_too_late()
    {
        var story = Given(AnAnsweredTicket).AfterMinutes(31).And(Arrived(2)).AfterMinutes(60);

        Assert.Equal(["clock_broken "], Look(story).Where(IsAcknowledgement).Select(Shown));
        story.And([.. Look(story)]);
        Assert.DoesNotContain(Look(story), IsAcknowledgement);
    }

    [Fact]
    public void A_level_from_before_the_clock_began_does_not_exist()
    {
        var story = Given(ALoggedTicket).And(Classified(ClassOfService.Expedite)).AfterMinutes(1);

        Assert.DoesNotContain(Look(story), IsAcknowledgement); // five minutes before 9:05 is 9:00
    }

    [Fact]
    public void A_warning_of_before_there_were_levels_stands_for_two_thirds()
    {
        var old = (ClockEvent)
            EventNames.Read(
                "clock_warned",
                """{"clock":"acknowledgement","cycle":1,"dueAt":"2026-03-02T09:30:00+07:00"}"""
            );
        var story = Given(ALoggedTicket, old).AfterMinutes(22);

        Assert.Null(old.Level);
        Assert.Empty(Clocks.Notices(story.Ticket, Shipped.Policies, story.Now));
        Assert.Empty(Look(story)); // half was earlier
        Assert.Equal(Nine.AddMinutes(24), Clocks.NextCheck(story.Ticket, Policies));
    }

    [Fact]
    public void A_percentage_counts_as_the_clock_does_and_an_offset_counts_every_hour()
    {
        // Friday 16:30: eight hours of the office's time end on Monday at 17:00, and four of them at 11:30.
        var story = new Story().After(TimeSpan.FromHours(4 * 24 + 7.5));
        story.And(new Logged("Slow", "", 7, Channel.Web, story.Now) { Policy = 1 });
        var monday = Nine.AddDays(7);

        Assert.Equal(
            [monday.AddHours(2.5), monday.AddHours(8).AddMinutes(-5), monday.AddHours(8), monday.AddHours(9)],
            Rings(story, ClockName.Resolution, _ => Desk.Office)
                .Where(r => r.Level == Half || r.Level == Shortly || r.Level == Level.Breach || r.Level == Hour)
                .Select(r => r.At)
        );
    }

    [Fact]
    public void What_stands_still_alarms_nobody_and_goes_on_where_it_stood()
    {
        Policies policies = _ => Desk.Office with { Alarms = Policy.Alarms };
        var story = Given(ALoggedTicket)
            .After(TimeSpan.FromHours(1))
            .And(new WaitingStarted(WaitingOn.ThirdParty, "Vendor"));

        Assert.Empty(Rings(story, ClockName.Resolution, policies));
        story.After(TimeSpan.FromDays(1)).And(new WaitingEnded());
        // An hour was used of eight; three more from Tuesday 10:00, with lunch between.
        Assert.Equal(Nine.AddDays(1).AddHours(5.5), Rings(story, ClockName.Resolution, policies)[0].At);
    }

    [Fact]
    public void After_a_wait_the_next_update_is_warned_of_again()
    {
        var story = Given(AnAcknowledgedTicket)
            .And(new Classified(ClassOfService.Priority, Priority.High, "12 people", null, null))
            .AfterMinutes(45);
        story.And([.. Look(story)]).When(new WaitFor(WaitingOn.ThirdParty, "The supplier"));
        Assert.Contains(story.Ticket.Noticed, n => n is ClockWarned { Clock: ClockName.Update });

        story.AfterMinutes(180).When(new Resume()).And([.. Look(story)]);

        Assert.Equal(
            (ClockName.Update, Nine.AddMinutes(240)),
            Assert.IsType<ClockWarned>(story.Ticket.Noticed[^1]) is var again ? (again.Clock, again.DueAt) : default
        );
        Assert.Empty(Look(story));
    }

    [Fact]
    public void A_wait_that_moves_nothing_is_not_warned_of_again()
    {
        var story = Given(AnAcknowledgedTicket).AfterMinutes(17 * 60);
        story.And([.. Look(story)]).When(new WaitFor(WaitingOn.ThirdParty, "The supplier"));

        story.AfterMinutes(60).When(new Resume());

        Assert.Empty(Look(story));
        Assert.Equal(Nine.AddHours(24 * 0.8), Clocks.NextCheck(story.Ticket, Policies));
    }

    [Fact]
    public void A_policy_of_before_there_were_alarms_has_the_shipped_ones()
    {
        var old = Shipped.Policy with { Alarms = null };

        Assert.Equal(Shipped.Alarms, [.. old.AlarmsOf(ClassOfService.Expedite, ClockName.Update)]);
        Assert.Empty((old with { Alarms = [] }).AlarmsOf(ClassOfService.Expedite, ClockName.Update));
    }

    [Fact]
    public void Without_any_alarm_a_breach_is_still_noticed()
    {
        Policies silent = _ => Shipped.Policy with { Alarms = [] };
        var story = Given(ALoggedTicket);

        Assert.Equal(Nine.AddMinutes(30), Clocks.NextCheck(story.Ticket, silent));
        Assert.IsType<ClockBroken>(Assert.Single(Clocks.Notices(story.AfterMinutes(31).Ticket, silent, story.Now)));
    }

    [Fact]
    public void Who_any_level_was_for_that_passed_since_the_last_look_is_told_of_the_last()
    {
        var story = Given(ALoggedTicket).AfterMinutes(16);
        Assert.Equal([Half], Told());
        story.AfterMinutes(75);
        Assert.Equal([Most, Shortly, Level.Breach, Quarter, Hour], Told());

        IEnumerable<Level> Told()
        {
            var (before, noticed) = (story.Ticket, Assert.Single(Look(story)));
            story.And(noticed);
            return Clocks.AlarmsWith(noticed, before, Policies, story.Now).Select(a => a.At).ToList();
        }
    }

    [Theory]
    [InlineData("policy-alarm-time-is-impossible", 0, null)]
    [InlineData("policy-alarm-time-is-impossible", 100, null)]
    [InlineData("policy-alarm-time-is-impossible", null, null)]
    [InlineData("policy-alarm-time-is-impossible", 50, 15L)]
    [InlineData("policy-alarm-time-is-impossible", null, long.MaxValue)]
    [InlineData("policy-alarm-time-is-impossible", null, long.MinValue)]
    [InlineData(null, 1, null)]
    [InlineData(null, 99, null)]
    [InlineData(null, null, -3_162_240L * 100_000_000)]
    [InlineData("policy-alarm-time-is-impossible", null, -3_162_240L * 100_000_000 - 1)]
    public void An_alarm_goes_off_at_one_possible_time(string? expected, int? percent, long? ticks) =>
        Refused(expected, Told(new(percent, ticks is { } offset ? new TimeSpan(offset) : null)));

    [Fact]
    public void An_alarm_reaches_somebody_by_something_there_is()
    {
        Refused("policy-alarm-reaches-nobody", Told(Half) with { To = [] });
        Refused("policy-alarm-reaches-nobody", Told(Half) with { By = [] });
        Refused(null, Told(Half) with { By = [Means.Chat] });
        Refused("policy-alarm-clock-cannot-break", Told(Half) with { Clock = ClockName.FollowUp });
        Refused(
            "policy-alarm-to-stakeholders-by-notice",
            Told(Half) with
            {
                To = [Recipient.Stakeholders],
                By = [Means.Notice],
            }
        );
        Refused(null, Told(Half) with { To = [Recipient.Stakeholders], By = [Means.Notice, Means.Mail] });
    }

    [Fact]
    public void There_are_only_so_many_alarms() =>
        Assert.Equal(
            "policy-has-too-many-alarms",
            PolicyRules.Check(Policy with { Alarms = [.. Enumerable.Repeat(Told(Half), 101)] })?.Code
        );

    static void Refused(string? expected, Alarm alarm)
    {
        var refusal = PolicyRules.Check(Policy with { Alarms = [Told(Half), alarm] });
        Assert.Equal((expected, expected is null ? null : "alarms[1]"), (refusal?.Code, refusal?.Detail));
    }

    static Alarm Told(Level level) => new(level, [Recipient.Owner], [Means.Notice]);

    static ServicePolicy Policies(int version) => Policy;

    static Classified Classified(ClassOfService service) =>
        new(service, Shipped.Policy.Of(service).Priority, "Said so", null, null);

    static IReadOnlyList<Ring> Rings(Story story, ClockName clock, Policies policies) =>
        Clocks.Explain(story.Ticket, clock, policies, story.Now)!.Rings;

    static List<ClockEvent> Look(Story story) => [.. Clocks.Notices(story.Ticket, Policies, story.Now)];

    static bool IsAcknowledgement(ClockEvent what) => what.Clock is ClockName.Acknowledgement;

    static string Shown(ClockEvent what) =>
        $"{EventNames.NameOf(what)} {what.Level?.Percent ?? what.Level?.Offset?.TotalMinutes}";
}
