using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Replies, what became of them, and words among colleagues.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public void A_reply_is_owed_and_not_yet_an_answer() =>
        Given(ALoggedTicket)
            .When(new Reply(" We are on it "))
            .Then(new Replied("We are on it", null, []))
            .ThenTicket(t => Assert.Null(t.AcknowledgedAt))
            .ThenStep(Step.InitialResponse);

    [Fact]
    public void A_reply_that_left_is_the_acknowledgement() =>
        Given(AnAnsweredTicket)
            .AfterMinutes(3)
            .When(new RecordDelivery(2, "2@desk.example"))
            .Then(new Delivered(2, "2@desk.example"))
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(3), t.AcknowledgedAt))
            .ThenStep(Step.Diagnosis);

    [Fact]
    public void A_second_answer_does_not_move_the_acknowledgement() =>
        Given(AnAcknowledgedTicket)
            .AfterMinutes(60)
            .When(new Reply("Still looking"))
            .When(new RecordDelivery(4, "4@desk.example"))
            .ThenTicket(t => Assert.Equal(Nine, t.AcknowledgedAt));

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    public void An_empty_reply_says_nothing(string? text) =>
        Given(ALoggedTicket).When(new Reply(text!)).ThenRefused(Refusals.TextMissing);

    [Fact]
    public void A_reply_has_its_limit() =>
        Given(ALoggedTicket).When(new Reply(new string('a', 100_001))).ThenRefused(Refusals.TextTooLong);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_promised_update_lies_in_the_future(int seconds, bool stands)
    {
        var at = Nine.AddSeconds(seconds);
        var story = Given(ALoggedTicket).When(new Reply("Soon") { NextUpdateAt = at });
        if (stands)
            story.Then(new Replied("Soon", at, []));
        else
            story.ThenRefused(Reply.PromisePassed);
    }

    [Fact]
    public void A_delivery_told_twice_happened_once() =>
        Given(AnAcknowledgedTicket).AfterMinutes(5).When(new RecordDelivery(2, "2@desk.example")).ThenNothing();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_is_no_message_cannot_arrive_or_bounce(int version) =>
        Given(AnAcknowledgedTicket)
            .When(new RecordDelivery(version, "x@desk.example"))
            .ThenRefused(RecordDelivery.NoSuchMessage)
            .When(new RecordBounce(version, "5.1.1"))
            .ThenRefused(RecordDelivery.NoSuchMessage);

    [Fact]
    public void A_bounce_takes_the_acknowledgement_back() =>
        Given(AnAcknowledgedTicket)
            .When(new RecordBounce(2, "5.1.1", MailId: 9))
            .Then(new Bounced(2, "5.1.1", 9))
            .ThenTicket(t => Assert.Null(t.AcknowledgedAt))
            .ThenStep(Step.InitialResponse);

    [Fact]
    public void A_bounce_leaves_the_answer_that_did_arrive() =>
        Given(AnAcknowledgedTicket)
            .AfterMinutes(10)
            .When(new Reply("Again"))
            .When(new RecordDelivery(4, "4@desk.example"))
            .When(new RecordBounce(2, "5.1.1"))
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(10), t.AcknowledgedAt));

    [Fact]
    public void A_bounce_told_twice_happened_once() =>
        Given(AnAcknowledgedTicket).When(new RecordBounce(2, "5.1.1")).When(new RecordBounce(2, "5.4.4")).ThenNothing();

    [Fact]
    public void A_bounce_that_overtakes_the_record_of_the_delivery_has_the_last_word() =>
        Given(AnAnsweredTicket)
            .When(new RecordBounce(2, "5.1.1"))
            .When(new RecordDelivery(2, "2@desk.example"))
            .ThenNothing()
            .ThenTicket(t => Assert.Null(t.AcknowledgedAt));

    [Fact]
    public void A_message_may_still_arrive_after_the_close() =>
        Given(ASolvedTicket, new Confirmed("By phone", OnBehalf: true), new Closed())
            .When(new RecordDelivery(5, "5@desk.example"))
            .Then(Arrived(5))
            .ThenTicket(t => Assert.False(t.IsOpen));

    [Fact]
    public void Colleagues_note_on_any_ticket_and_the_customer_is_owed_nothing() =>
        Given(AClosedTicket)
            .When(new Note(" Happened before "))
            .Then(new Noted("Happened before"))
            .ThenTicket(t => Assert.Equal(2, t.Outgoing.Count))
            .When(new Note(""))
            .ThenRefused(Refusals.TextMissing)
            .When(new Note(new string('a', 100_001)))
            .ThenRefused(Refusals.TextTooLong);

    [Fact]
    public void Looking_at_the_clocks_changes_nothing_by_itself() =>
        Given(ALoggedTicket).When(new CheckClocks()).ThenNothing();
}
