using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Service;

public sealed class ClocksTests
{
    const double OneSecond = 1 / 60d;

    [Theory]
    [InlineData(14, ClockState.Met)]
    [InlineData(15, ClockState.Met)]
    [InlineData(15 + OneSecond, ClockState.Broken)]
    public void A_report_is_logged_within_fifteen_minutes(double minutes, ClockState expected) =>
        Given([])
            .AfterMinutes(minutes)
            .When(new Log("Cannot log in", "", 7, Channel.Phone) { ReportedAt = Nine })
            .ThenClock(ClockName.Reception, expected);

    [Theory]
    [InlineData(29, ClockState.Met)]
    [InlineData(30, ClockState.Met)]
    [InlineData(30 + OneSecond, ClockState.Broken)]
    [InlineData(31, ClockState.Broken)]
    public void An_answer_leaves_within_thirty_minutes(double minutes, ClockState expected) =>
        Given(AnAnsweredTicket)
            .AfterMinutes(minutes)
            .When(new RecordDelivery(2, "2@desk.example"))
            .ThenClock(ClockName.Acknowledgement, expected)
            .After(TimeSpan.FromDays(30))
            .ThenClock(ClockName.Acknowledgement, expected);

    [Theory]
    [InlineData(0, ClockState.Running)]
    [InlineData(20 - OneSecond, ClockState.Running)]
    [InlineData(20, ClockState.Warning)]
    [InlineData(30, ClockState.Warning)]
    [InlineData(30 + OneSecond, ClockState.Broken)]
    public void Two_thirds_of_the_time_warn_and_the_deadline_itself_is_kept(double minutes, ClockState expected) =>
        Given(AnAnsweredTicket).AfterMinutes(minutes).ThenClock(ClockName.Acknowledgement, expected);

    [Fact]
    public void A_deadline_kept_by_the_customers_word_stays_kept_though_the_mail_leaves_late() =>
        Given([
                .. AnAcknowledgedTicket,
                new Classified(ClassOfService.FixedDeadline, Priority.Normal, "For the board", null, Nine.AddHours(3)),
                new Diagnosed("Locked out"),
                new Resolved(ResolutionKind.Answered, "", "Done", "Here it is", []),
            ])
            .AfterMinutes(150)
            .When(new Confirm("Thank you"), by: Lan)
            .ThenClock(ClockName.Deadline, ClockState.Met)
            .AfterMinutes(40)
            .And(new Delivered(6, "6@desk.example"))
            .ThenClock(ClockName.Deadline, ClockState.Met);

    [Theory]
    [InlineData("2036-03-02T09:00:00+07:00", false)]
    [InlineData("2126-03-02T09:00:00+07:00", true)]
    [InlineData("9999-12-31T23:59:59+00:00", true)]
    public void A_year_that_only_a_slip_of_the_pen_can_mean_is_refused(string at, bool refused)
    {
        var action = new Classify(ClassOfService.FixedDeadline, "For the board")
        {
            Deadline = DateTimeOffset.Parse(at, null),
        };
        Assert.Equal(
            refused ? Refusals.TooFarAway : null,
            action.Decide(Given(AnAcknowledgedTicket).Ticket, new(Nine.AddHours(1), An)).Refusal
        );
    }

    [Fact]
    public void Nobody_is_put_off_for_longer_than_a_month() =>
        Given(AnAcknowledgedTicket)
            .When(new Reply("Later") { NextUpdateAt = Nine.AddDays(31) })
            .ThenDue(ClockName.Update, Nine.AddHours(24))
            .When(new Reply("Much later") { NextUpdateAt = Nine.AddDays(31).AddSeconds(1) })
            .ThenRefused(Reply.PromiseTooFar);

    [Fact]
    public void The_report_starts_the_clock_and_not_the_logging() =>
        Given([])
            .AfterMinutes(12)
            .When(new Log("Cannot log in", "", 7, Channel.Phone) { ReportedAt = Nine })
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(30), Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void A_bounce_opens_the_acknowledgement_again_with_its_old_deadline() =>
        Given(AnAcknowledgedTicket)
            .AfterMinutes(10)
            .When(new RecordBounce(2, "5.1.1"))
            .ThenClock(ClockName.Acknowledgement, ClockState.Running)
            .ThenNoClock(ClockName.Update)
            .AfterMinutes(20.5)
            .ThenClock(ClockName.Acknowledgement, ClockState.Broken);

    [Fact]
    public void Every_update_promises_the_next_within_a_day() =>
        Given(AnAcknowledgedTicket)
            .AfterMinutes(24 * 60)
            .ThenClock(ClockName.Update, ClockState.Warning)
            .AfterMinutes(OneSecond)
            .ThenClock(ClockName.Update, ClockState.Broken)
            .When(new Reply("Sorry for the wait"))
            .ThenClock(ClockName.Update, ClockState.Broken)
            .When(new RecordDelivery(4, "4@desk.example"))
            .ThenClock(ClockName.Update, ClockState.Running);

    [Theory]
    [InlineData(60)]
    [InlineData(3 * 24 * 60)]
    public void A_promised_next_update_rules(int minutes) =>
        Given(ALoggedTicket, new Replied("Next news then", Nine.AddMinutes(minutes), []))
            .When(new RecordDelivery(2, "2@desk.example"))
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(minutes), Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void A_promise_that_passed_in_the_queue_leaves_the_desks_own() =>
        Given(ALoggedTicket, new Replied("Next news at 9:10", Nine.AddMinutes(10), []))
            .AfterMinutes(10)
            .When(new RecordDelivery(2, "2@desk.example"))
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(10).AddDays(1), Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void A_later_update_without_a_promise_replaces_the_promise() =>
        Given(ALoggedTicket, new Replied("Next news at 10", Nine.AddHours(1), []), Arrived(2))
            .AfterMinutes(5)
            .And(new Replied("Found it", null, []), Arrived(4))
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(5).AddDays(1), Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void Of_two_updates_that_arrive_at_once_the_later_written_counts() =>
        Given(ALoggedTicket, new Replied("One", Nine.AddHours(1), []), new Replied("Two", Nine.AddHours(2), []))
            .And(Arrived(3), Arrived(2))
            .ThenTicket(t => Assert.Equal(Nine.AddHours(2), Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void Updates_end_when_the_solution_was_told() =>
        Given(ASolvedTicket)
            .ThenClock(ClockName.Update, ClockState.Running)
            .When(new RecordDelivery(5, "5@desk.example"))
            .ThenNoClock(ClockName.Update)
            .ThenTicket(t => Assert.Null(Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void A_promise_made_after_the_solution_still_rules() =>
        Given(AToldSolution)
            .When(new Reply("The permanent fix comes tomorrow") { NextUpdateAt = Nine.AddDays(1) })
            .When(new RecordDelivery(7, "7@desk.example"))
            .ThenTicket(t => Assert.Equal(Nine.AddDays(1), Clocks.NextDue(t, Shipped.Policies)))
            .When(new Confirm(), by: Lan)
            .ThenNoClock(ClockName.Update);

    [Fact]
    public void Who_confirms_need_not_be_updated_even_if_the_message_never_left() =>
        Given(ASolvedTicket).When(new Confirm("You told me on the phone"), by: Lan).ThenNoClock(ClockName.Update);

    [Fact]
    public void A_disputed_ticket_counts_from_its_return() =>
        Given(AToldSolution)
            .After(TimeSpan.FromDays(3))
            .When(new Dispute("Still locked"), by: Lan)
            .ThenTicket(t => Assert.Equal(Nine.AddDays(4), Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void A_dispute_does_not_loosen_a_promise() =>
        Given(ASolvedTicket, new Replied("More at 10", Nine.AddHours(1), []), Arrived(6))
            .AfterMinutes(10)
            .When(new Dispute("Still locked"), by: Lan)
            .ThenTicket(t => Assert.Equal(Nine.AddHours(1), Clocks.NextDue(t, Shipped.Policies)));

    [Fact]
    public void A_reopened_ticket_counts_from_its_return() =>
        Given(AClosedTicket)
            .After(TimeSpan.FromDays(3))
            .When(new Write("It came back", Channel.Web), by: Lan)
            .ThenClock(ClockName.Acknowledgement, ClockState.Met)
            .ThenTicket(t => Assert.Equal(Nine.AddDays(4), Clocks.NextDue(t, Shipped.Policies)));

    [Theory]
    [InlineData(25, ClockState.Warning)]
    [InlineData(30 + OneSecond, ClockState.Broken)]
    public void Whoever_reported_waited_on_while_the_ticket_was_cancelled_by_mistake(
        double reopened,
        ClockState expected
    ) =>
        Given(ALoggedTicket)
            .AfterMinutes(5)
            .When(new Cancel(CancelReason.Spam, "Looks like it"))
            .ThenNoClock(ClockName.Acknowledgement)
            .AfterMinutes(reopened)
            .When(new Reopen("It was none"))
            .ThenDue(ClockName.Acknowledgement, Nine.AddMinutes(30))
            .ThenClock(ClockName.Acknowledgement, expected);

    [Fact]
    public void A_promised_instant_that_passed_while_the_ticket_was_cancelled_was_not_kept() =>
        Given(ALoggedTicket)
            .And(new Replied("We look into it", Nine.AddHours(2), []))
            .And(Arrived(2))
            .AfterMinutes(60)
            .When(new Cancel(CancelReason.Spam, "Looks like it"))
            .ThenNoClock(ClockName.Update)
            .AfterMinutes(180)
            .When(new Reopen("It was none"))
            .ThenDue(ClockName.Update, Nine.AddHours(2))
            .ThenClock(ClockName.Update, ClockState.Broken);

    [Fact]
    public void A_closed_ticket_has_nothing_due()
    {
        Assert.Null(Clocks.NextDue(Given(AClosedTicket).Ticket, Shipped.Policies));
        Assert.Null(Clocks.NextCheck(Given(ACancelledTicket).Ticket, Shipped.Policies));
        Assert.Empty(Clocks.Of(Ticket.Unlogged, Shipped.Policies));
    }

    [Theory]
    [InlineData(4 * 24 * 60, ClockState.Met)]
    [InlineData((4 * 24 * 60) + OneSecond, ClockState.Broken)]
    public void A_fixed_deadline_is_met_when_the_solution_was_told(double minutes, ClockState expected) =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Nine.AddDays(4) })
            .ThenClock(ClockName.Deadline, ClockState.Running)
            .And(new Replied("Yes", null, []), new Diagnosed("A query"), Solved)
            .AfterMinutes(minutes)
            .When(new RecordDelivery(5, "5@desk.example"))
            .ThenClock(ClockName.Deadline, expected);

    [Fact]
    public void A_deadline_moved_is_a_new_clock() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Nine.AddDays(4) })
            .AfterMinutes(60)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit, later") { Deadline = Nine.AddDays(5) })
            .ThenTicket(t =>
                Assert.Equal(
                    (3, Nine.AddHours(1), (DateTimeOffset?)Nine.AddDays(5)),
                    Clocks.Of(t, Shipped.Policies).Last() is { Name: ClockName.Deadline } clock
                        ? (clock.Cycle, clock.StartedAt, clock.DueAt)
                        : default
                )
            );

    [Fact]
    public void An_answer_that_arrives_while_the_ticket_is_closed_counts_from_the_report_as_ever()
    {
        var story = Given(AnAnsweredTicket)
            .AfterMinutes(20)
            .And(new Cancelled(CancelReason.Mistake, "Not one of ours"));
        story.AfterMinutes(40).And(Arrived(2));
        story.ThenClock(ClockName.Acknowledgement, ClockState.Broken);
        story.AfterMinutes(60).And(new Reopened("It was one")).ThenClock(ClockName.Acknowledgement, ClockState.Broken);
    }

    [Fact]
    public void A_duplicate_is_carried_and_only_its_reporter_still_waits_for_an_answer() =>
        Given(ALoggedTicket, new Linked(5, LinkKind.DuplicateOf))
            .AfterMinutes(31)
            .ThenClock(ClockName.Acknowledgement, ClockState.Broken)
            .When(new Reply("We are on it"))
            .When(new RecordDelivery(3, "3@desk.example"))
            .ThenNoClock(ClockName.Update)
            .When(new Reply("The cause is known") { NextUpdateAt = Nine.AddHours(2) })
            .When(new RecordDelivery(5, "5@desk.example"))
            .ThenDue(ClockName.Update, Nine.AddHours(2))
            .After(TimeSpan.FromDays(9))
            .ThenClock(ClockName.Update, ClockState.Broken);

    [Fact]
    public void Untied_a_duplicate_goes_on_where_it_stood()
    {
        var story = Given([((Logged)ALoggedTicket[0]) with { Policy = 1 }, .. AnAcknowledgedTicket[1..]])
            .AfterMinutes(60)
            .And(new Linked(5, LinkKind.DuplicateOf))
            .AfterMinutes(60)
            .And(new Linked(6, LinkKind.DuplicateOf))
            .ThenClock(ClockName.Resolution, ClockState.Paused)
            .When(new Unlink(5))
            .ThenClock(ClockName.Resolution, ClockState.Paused)
            .When(new LinkTo(6, LinkKind.Related))
            // Of eight office hours from nine one was carried, so that two are left for the next day.
            .ThenDue(ClockName.Resolution, Nine.AddHours(25.5))
            .ThenDue(ClockName.Update, Nine.AddHours(25));

        Assert.Equal([1, 4], Clocks.Explain(story.Ticket, ClockName.Resolution, Desk.Policies, story.Now)!.Events);
    }

    [Fact]
    public void Tying_and_untying_gives_no_time_for_the_next_update()
    {
        var story = Given(AnAcknowledgedTicket);
        for (var hour = 0; hour < 24; hour++)
            story.AfterMinutes(60).And(new Linked(5, LinkKind.DuplicateOf)).When(new Unlink(5));

        story.ThenDue(ClockName.Update, Nine.AddHours(24));
    }

    [Fact]
    public void A_broken_promise_stays_in_sight_when_its_clock_is_over()
    {
        var late = new ClockBroken(ClockName.Acknowledgement, 1, Nine.AddMinutes(30));
        var story = Given(ALoggedTicket).AfterMinutes(31).And(late);
        Assert.Empty(Clocks.Missed(story.Ticket, Desk.Policies));

        story.When(new Cancel(CancelReason.Withdrawn, "They found it"));
        story.ThenNoClock(ClockName.Acknowledgement);
        Assert.Equal([late], Clocks.Missed(story.Ticket, Desk.Policies));
    }

    [Fact]
    public void An_update_that_was_late_stays_late_on_a_duplicate() =>
        Given(AnAcknowledgedTicket)
            .After(TimeSpan.FromHours(25))
            .And(new ClockBroken(ClockName.Update, 2, Nine.AddHours(24)))
            .And(new Linked(5, LinkKind.DuplicateOf))
            .ThenClock(ClockName.Update, ClockState.Broken);

    [Fact]
    public void A_promise_that_was_broken_is_explained_though_the_class_now_makes_none()
    {
        var story = Given(ALoggedTicket)
            .When(new Classify(ClassOfService.Expedite, "53 users"))
            .AfterMinutes(6)
            .And(new ClockBroken(ClockName.Alert, 1, Nine.AddMinutes(5)))
            .When(new Classify(ClassOfService.Standard, "Two users after all"));

        var why = Clocks.Explain(story.Ticket, ClockName.Alert, Desk.Policies, story.Now)!;
        Assert.Equal(TimeSpan.FromMinutes(5), why.Promised);
    }

    [Fact]
    public void A_report_from_another_age_is_a_slip_of_the_pen() =>
        Given([])
            .When(new Log("Cannot log in", "", 7, Channel.Phone) { ReportedAt = DateTimeOffset.MinValue.AddDays(9) })
            .ThenRefused(Refusals.TooFarAway);
}
