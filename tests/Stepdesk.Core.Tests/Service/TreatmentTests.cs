using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Service;

/// <summary>Clocks under changing classes, teams and promises, and while the desk waits.</summary>
public sealed class TreatmentTests
{
    /// <summary>Reported on Monday at nine, under office hours with eight of them to resolve.</summary>
    static readonly Event[] InOffice = [((Logged)ALoggedTicket[0]) with { Policy = 1 }];

    static readonly DateTimeOffset Tuesday = Nine.AddDays(1);

    [Fact]
    public void Eight_office_hours_from_Monday_at_nine_end_on_Tuesday_at_half_past_nine() =>
        Assert.Equal(Tuesday.AddMinutes(30), Given(InOffice).Clock(ClockName.Resolution).DueAt);

    [Fact]
    public void Waiting_stands_still_without_a_deadline_and_moves_it_by_the_office_hours_waited() =>
        Given(InOffice)
            .AfterMinutes(60)
            .When(new WaitFor(WaitingOn.ThirdParty, "The provider looks at it"))
            .ThenClock(ClockName.Resolution, ClockState.Paused)
            .ThenTicket(t => Assert.Null(Clocks.Of(t, Desk.Policies).Single(c => c.Name is ClockName.Resolution).DueAt))
            .AfterMinutes(300)
            .When(new Resume())
            .ThenDue(ClockName.Resolution, Tuesday.AddMinutes(330));

    [Fact]
    public void A_class_raised_too_late_breaks_at_the_change_and_says_so()
    {
        // Four hours for Expedite, around the clock, counted from the report: over long before Tuesday at eleven.
        var story = Given(InOffice)
            .And(new PolicyApplied(2))
            .After(TimeSpan.FromHours(26))
            .When(new Classify(ClassOfService.Expedite, "40 people, more than 25"));

        var clock = story.Clock(ClockName.Resolution);
        Assert.Equal(
            (Nine.AddHours(4), Nine.AddHours(26), Change.Reclassified, ClockState.Broken),
            (clock.DueAt, clock.BrokenAt, clock.Because, clock.At(story.Now))
        );
        // Lists say how late it is as the ticket's page does.
        Assert.Equal(
            Nine.AddHours(26),
            Clocks.NextDue(story.And(new Replied("On it", null, []), Arrived(4)).Ticket, Desk.Policies)
        );
        Assert.Contains(
            new ClockBroken(ClockName.Resolution, 1, Nine.AddHours(26)) { Because = Change.Reclassified },
            Clocks.Notices(story.Ticket, Desk.Policies, story.Now)
        );
    }

    [Fact]
    public void Lowering_the_class_never_mends_what_broke() =>
        Given(ALoggedTicket, new Classified(ClassOfService.Expedite, Priority.Urgent, "All of us", null, null))
            .AfterMinutes(6)
            .ThenClock(ClockName.Acknowledgement, ClockState.Broken)
            .When(new Classify(ClassOfService.Standard, "It was one person"))
            .ThenClock(ClockName.Acknowledgement, ClockState.Broken)
            .ThenTicket(t =>
                Assert.Equal(
                    (Nine.AddMinutes(5), null),
                    Clocks.Of(t, Desk.Policies).Single(c => c.Name is ClockName.Acknowledgement) is var c
                        ? (c.BrokenAt, c.Because)
                        : default
                )
            );

    [Fact]
    public void What_was_met_stays_met_whatever_the_class_becomes() =>
        Given(AnAnsweredTicket)
            .AfterMinutes(20)
            .And(Arrived(2))
            .AfterMinutes(5)
            .When(new Classify(ClassOfService.Expedite, "40 people, more than 25"))
            .ThenClock(ClockName.Acknowledgement, ClockState.Met);

    [Fact]
    public void A_class_lowered_in_time_has_the_longer_time() =>
        Given(ALoggedTicket, new Classified(ClassOfService.Expedite, Priority.Urgent, "All of us", null, null))
            .AfterMinutes(4)
            .When(new Classify(ClassOfService.Standard, "It was one person"))
            .ThenDue(ClockName.Acknowledgement, Nine.AddMinutes(30));

    [Fact]
    public void A_class_given_while_logging_is_no_change() =>
        Given([])
            .AfterMinutes(6)
            .When(
                new Log("Nobody can log in", "", 7, Channel.Phone)
                {
                    ReportedAt = Nine,
                    Class = new(ClassOfService.Expedite, "40 people, more than 25"),
                }
            )
            .ThenTicket(t =>
                Assert.Equal(
                    (Nine.AddMinutes(5), null),
                    Clocks.Of(t, Desk.Policies).Single(c => c.Name is ClockName.Acknowledgement) is var c
                        ? (c.BrokenAt, c.Because)
                        : default
                )
            );

    [Fact]
    public void Other_promises_rule_only_where_they_were_applied()
    {
        Given(ALoggedTicket).ThenNoClock(ClockName.Resolution);
        Given(ALoggedTicket).When(new ApplyPolicy(1)).ThenDue(ClockName.Resolution, Tuesday.AddMinutes(30));
    }

    [Fact]
    public void A_team_with_its_own_calendar_counts_in_it() =>
        Given(
                ALoggedTicket,
                new PolicyApplied(2),
                new Classified(ClassOfService.Priority, Priority.High, "12", null, null)
            )
            .ThenDue(ClockName.Resolution, Nine.AddHours(4))
            .When(new Assign(1, null))
            .ThenDue(ClockName.Resolution, Nine.AddHours(5.5));

    [Fact]
    public void Reopened_the_same_time_goes_on_and_the_solved_days_do_not_count() =>
        Given(InOffice, new Replied("On it", null, []), Arrived(2), new Diagnosed("Locked out"))
            .After(TimeSpan.FromHours(26))
            .And(Solved, Arrived(5))
            .ThenClock(ClockName.Resolution, ClockState.Broken)
            .After(TimeSpan.FromHours(46))
            .When(new Dispute("Still locked"), by: Lan)
            .ThenClock(ClockName.Resolution, ClockState.Broken);

    [Fact]
    public void Resolved_on_Monday_and_reopened_on_Thursday_the_rest_of_the_time_is_left() =>
        Given(InOffice, new Replied("On it", null, []), Arrived(2), new Diagnosed("Locked out"))
            .AfterMinutes(120)
            .And(Solved, Arrived(5))
            .ThenClock(ClockName.Resolution, ClockState.Met)
            .After(TimeSpan.FromHours(70))
            .When(new Dispute("Still locked"), by: Lan)
            // Two of eight office hours were used by Monday at eleven; six are left on Thursday at nine.
            .ThenDue(ClockName.Resolution, Nine.AddDays(3).AddHours(7.5));

    [Fact]
    public void A_customers_mail_ends_the_wait_when_it_arrived() =>
        Given(InOffice)
            .AfterMinutes(60)
            .When(new WaitFor(WaitingOn.Customer, "Which browser?"))
            .AfterMinutes(120)
            .When(new Write("Firefox", Channel.Mail) { ArrivedAt = Nine.AddMinutes(90) }, by: Lan)
            .ThenTicket(t => Assert.Null(t.Waiting))
            .ThenDue(ClockName.Resolution, Tuesday.AddMinutes(60));

    [Fact]
    public void What_somebody_else_writes_ends_no_wait_and_is_owed_a_look() =>
        Given(InOffice)
            .AfterMinutes(60)
            .When(new WaitFor(WaitingOn.Customer, "Which browser?"))
            .AfterMinutes(30)
            .When(
                new Write("Buy now", Channel.Mail) { From = "bob@other.example" },
                by: Core.People.Actor.System("mail")
            )
            .ThenTicket(t => Assert.Equal((WaitingOn.Customer, Nine.AddMinutes(90)), (t.Waiting?.On, t.LastCustomerAt)))
            .ThenClock(ClockName.Resolution, ClockState.Paused);

    [Fact]
    public void A_customers_mail_does_not_end_the_wait_for_a_provider() =>
        Given(InOffice)
            .When(new WaitFor(WaitingOn.ThirdParty, "The provider looks at it"))
            .When(new Write("Any news?", Channel.Mail), by: Lan)
            .ThenClock(ClockName.Resolution, ClockState.Paused);

    [Fact]
    public void Acknowledging_does_not_wait() =>
        Given(ALoggedTicket)
            .When(new WaitFor(WaitingOn.Customer, "Which browser?"))
            .AfterMinutes(31)
            .ThenClock(ClockName.Acknowledgement, ClockState.Broken);

    [Fact]
    public void While_the_desk_waits_updates_slow_down_and_then_go_on_at_their_pace() =>
        Given(AnAcknowledgedTicket)
            .And(new Classified(ClassOfService.Priority, Priority.High, "12 people", null, null))
            .ThenDue(ClockName.Update, Nine.AddMinutes(60))
            .When(new WaitFor(WaitingOn.Customer, "Which browser?"))
            .ThenDue(ClockName.Update, Nine.AddHours(24))
            .AfterMinutes(300)
            .When(new Write("Firefox", Channel.Mail), by: Lan)
            .ThenDue(ClockName.Update, Nine.AddMinutes(360));

    [Fact]
    public void Waiting_again_and_again_gives_no_time_for_the_next_update()
    {
        var story = Given(AnAcknowledgedTicket)
            .And(new Classified(ClassOfService.Priority, Priority.High, "12 people", null, null));
        for (var i = 0; i < 5; i++)
            story
                .AfterMinutes(10)
                .When(new WaitFor(WaitingOn.ThirdParty, "The supplier"))
                .AfterMinutes(1)
                .When(new Resume());
        story.ThenDue(ClockName.Update, Nine.AddMinutes(65));

        story
            .When(new WaitFor(WaitingOn.ThirdParty, "The supplier"))
            .After(TimeSpan.FromHours(23.5))
            .When(new Resume());
        // Ten minutes are left of the hour, and fewer of the slower pace.
        story.ThenDue(ClockName.Update, Nine.AddHours(24));
    }

    [Fact]
    public void Waiting_does_not_excuse_an_update_that_was_late_already() =>
        Given(AnAcknowledgedTicket)
            .And(new Classified(ClassOfService.Priority, Priority.High, "12 people", null, null))
            .AfterMinutes(61)
            .And(new ClockBroken(ClockName.Update, 2, Nine.AddMinutes(60)))
            .When(new WaitFor(WaitingOn.Customer, "Which browser?"))
            .ThenClock(ClockName.Update, ClockState.Broken);

    [Fact]
    public void Nothing_waits_that_is_resolved_closed_or_unexplained() =>
        Given(ASolvedTicket)
            .When(new WaitFor(WaitingOn.Customer, "Their word"))
            .ThenRefused(WaitFor.AlreadyResolved)
            .And(Arrived(5), new Confirmed(null, false), new Closed())
            .When(new WaitFor(WaitingOn.Customer, "Their word"))
            .ThenRefused(Refusals.Closed)
            .When(new WaitFor(WaitingOn.Customer, " "))
            .ThenRefused(Refusals.ReasonMissing);

    [Fact]
    public void The_explanation_shows_what_counted_and_what_did_not()
    {
        var story = Given(InOffice).AfterMinutes(60).And(new WaitingStarted(WaitingOn.Customer, "Which browser?"));
        var why = Clocks.Explain(
            story.AfterMinutes(120).And(new WaitingEnded()).Ticket,
            ClockName.Resolution,
            Desk.Policies,
            story.Now
        )!;

        Assert.Equal(
            (TimeSpan.FromHours(8), Counting.Working, Shipped.Office),
            (why.Promised, why.Counting, why.Calendar)
        );
        Assert.Equal(TimeSpan.FromHours(8), why.Counted);
        Assert.Equal(
            [SpanKind.Counted, SpanKind.Paused, SpanKind.Closed, SpanKind.Counted, SpanKind.Closed, SpanKind.Counted],
            why.Spans.Select(s => s.Kind).Take(6)
        );
        Assert.Equal((Nine, why.Clock.DueAt), (why.Spans[0].From, why.Spans[^1].To));
    }

    [Fact]
    public void A_fixed_date_is_explained_by_itself() =>
        Assert.Null(
            Clocks
                .Explain(
                    Given(ALoggedTicket)
                        .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Nine.AddDays(4) })
                        .Ticket,
                    ClockName.Deadline,
                    Desk.Policies,
                    Nine
                )!
                .Promised
        );

    [Fact]
    public void What_if_answers_for_another_class_and_changes_nothing()
    {
        var ticket = Given(ALoggedTicket).Ticket;
        var ten = Nine.AddMinutes(10);

        Assert.Equal((Nine.AddMinutes(5), ten), Due(ClassOfService.Expedite, null, ten));
        Assert.Equal((Nine.AddMinutes(30), Nine.AddMinutes(30)), Due(ClassOfService.Standard, Shipped.Office, ten));
        Assert.Equal(Nine.AddMinutes(30), Clocks.NextDue(ticket, Desk.Policies));

        (DateTimeOffset?, DateTimeOffset?) Due(ClassOfService service, string? calendar, DateTimeOffset now) =>
            Clocks
                .WhatIf(ticket, service, calendar, Desk.Policies, now)
                .Where(c => c.Name is ClockName.Acknowledgement)
                .Select(c => (c.DueAt, c.BrokenAt))
                .Single();
    }
}
