using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Follow-up: the desk asks, reminds, and closes what nobody confirmed.</summary>
public sealed class FollowingTests
{
    static readonly CheckClocks Watch = new(Language.Vi);
    static readonly ServicePolicy Policy = Desk.Policies(0);
    static readonly FollowUp Polite = Policy.Of(null).FollowUp!;

    static Story Told => Given(AToldSolution);

    [Fact]
    public void Nothing_is_done_before_the_first_reminder_is_due() =>
        Told.After(Polite.Reminders[0] - TimeSpan.FromTicks(1)).When(Watch).ThenNothing();

    [Fact]
    public void Each_reminder_comes_once_and_the_last_says_when_the_ticket_closes()
    {
        var story = Told.After(Polite.Reminders[0]).When(Watch);
        story.Then(new Reminded(1, Text.Of("template-followup-requester", Language.Vi), ClosesAt: null));
        story.When(Watch).ThenNothing().And(Arrived(7)).After(Polite.Reminders[1]).When(Watch);
        story.Then(new Reminded(2, Text.Of("template-reminder-requester", Language.Vi), story.Now + Polite.Close));
    }

    [Fact]
    public void What_lapsed_and_what_is_to_be_asked_again_are_noticed_in_one_look()
    {
        var asked = new ApprovalAsked(ApprovalPurpose.Other, [9], ["account"], "Why", Nine.AddHours(1));
        var story = Told.And(asked).After(Polite.Reminders[0]).When(Watch);

        Assert.Equal([typeof(ApprovalLapsed), typeof(Reminded)], story.Decided.Select(e => e.GetType()));
        story.When(Watch).ThenNothing();
    }

    [Fact]
    public void Silence_to_the_end_closes_the_ticket_and_leaves_the_step_open()
    {
        var story = Silent();
        story.Then(new ClosedUnconfirmed()).ThenStep(Step.FollowUp).ThenTicket(t => Assert.True(t.IsUnconfirmed));
        story.ThenNoClock(ClockName.FollowUp).When(Watch).ThenNothing();
    }

    [Fact]
    public void Its_end_is_no_broken_promise()
    {
        var story = Told;
        story.ThenDue(ClockName.FollowUp, Nine + Polite.Rest(0).Within);
        Assert.Equal(ClockState.Running, story.Clock(ClockName.FollowUp).At(Nine.AddYears(1)));
        Assert.DoesNotContain(
            Clocks.Notices(story.Ticket, Desk.Policies, Nine.AddYears(1)),
            e => e.Clock is ClockName.FollowUp
        );
        Assert.Null(Clocks.NextDue(story.Ticket, Desk.Policies));
    }

    [Fact]
    public void A_desk_that_slept_for_a_month_asks_before_it_closes()
    {
        var story = Told.After(TimeSpan.FromDays(30)).When(Watch);
        story.ThenTicket(t => Assert.True(t.Outgoing[^1].IsReminder)).When(Watch).ThenNothing();
        story.And(Arrived(7)).After(Polite.Reminders[1] / 2).When(Watch).ThenNothing();
    }

    [Fact]
    public void A_customer_who_wrote_is_answered_by_a_person_and_then_asked_again()
    {
        var story = Told.AfterMinutes(10).When(new Write("One more question", Channel.Mail), Lan);
        story.After(TimeSpan.FromDays(30)).When(Watch).ThenNothing().ThenNoClock(ClockName.FollowUp);
        story.When(new Reply("Yes, on the phone too")).And(Arrived(story.Ticket.Version)).When(Watch).ThenNothing();
        story.After(Polite.Reminders[0]).When(Watch).ThenTicket(t => Assert.True(t.Outgoing[^1].IsReminder));
    }

    [Fact]
    public void An_automatic_answer_is_no_word_of_the_customer() =>
        Told.When(new KeepAutomatic("I am away", null, null))
            .After(Polite.Reminders[0])
            .When(Watch)
            .ThenTicket(t => Assert.True(t.Outgoing[^1].IsReminder));

    [Fact]
    public void A_solution_that_did_not_arrive_is_not_asked_about() =>
        Given(ASolvedTicket).After(TimeSpan.FromDays(30)).When(Watch).ThenNothing();

    [Fact]
    public void A_reminder_that_did_not_arrive_leaves_the_ticket_to_a_person()
    {
        var story = Told.After(Polite.Reminders[0]).When(Watch).When(new RecordBounce(7, "5.1.1"));
        story.After(TimeSpan.FromDays(30)).When(Watch).ThenNothing();
    }

    [Fact]
    public void A_reminder_answers_and_tells_nothing()
    {
        var story = Told.After(Polite.Reminders[0]).When(Watch).And(Arrived(7), new Bounced(5, "5.1.1", null));
        story.And(new Bounced(2, "5.1.1", null));
        Assert.Null(story.Ticket.AcknowledgedAt);
        Assert.Null(story.Ticket.ResolutionToldAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_spoke_is_not_reminded(bool works)
    {
        var story = works ? Told.When(new Confirm(), Lan) : Told.When(new Dispute("Still broken"), Lan);
        story.After(TimeSpan.FromDays(30)).When(Watch).ThenNothing();
    }

    [Fact]
    public void A_word_after_the_close_still_counts()
    {
        Silent().When(new Confirm("It works"), Lan).ThenTicket(t => Assert.False(t.IsUnconfirmed));
        Silent().When(new Write("It is back", Channel.Mail), Lan).ThenTicket(t => Assert.True(t.IsOpen));
    }

    [Fact]
    public void Where_no_follow_up_is_agreed_the_desk_waits_for_ever()
    {
        var waits = Policy with { Classes = [.. Policy.Classes.Select(c => c with { FollowUp = null })] };
        Assert.Null(Following.Due(Told.Ticket, waits, Nine.AddYears(1)));
        Assert.Null(Following.NextAt(Told.Ticket, _ => waits));
    }

    [Fact]
    public void Office_hours_count_where_the_policy_says_so()
    {
        var office = Policy with
        {
            Calendar = Shipped.Office,
            Classes =
            [
                .. Policy.Classes.Select(c =>
                    c with
                    {
                        FollowUp = new([TimeSpan.FromHours(7.5)], TimeSpan.FromHours(15), Counting.Working),
                    }
                ),
            ],
        };
        // Monday nine: a day of seven and a half hours later it is Tuesday nine.
        Assert.Equal(Nine.AddDays(1), Following.NextAt(Told.Ticket, _ => office));
    }

    static Story Silent()
    {
        var story = Told.After(Polite.Reminders[0]).When(Watch).And(Arrived(7));
        story.After(Polite.Reminders[1]).When(Watch).And(Arrived(9));
        return story.After(Polite.Close).When(Watch);
    }
}
