using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Confirming, closing, cancelling, and coming back.</summary>
public sealed class ClosingTests
{
    [Fact]
    public void The_customer_confirms() =>
        Given(AToldSolution)
            .When(new Confirm(" Thanks! "), by: Lan)
            .Then(new Confirmed("Thanks!", OnBehalf: false))
            .ThenStep(Step.TrendAnalysis)
            .ThenTicket(t => Assert.False(t.IsWaitingForCustomer));

    [Fact]
    public void Somebody_else_who_records_it_does_so_on_behalf() =>
        Given(AToldSolution)
            .When(new Confirm(" "), by: An)
            .ThenRefused(Confirm.NotSaidHow)
            .When(new Confirm("She rang: it works"), by: An)
            .Then(new Confirmed("She rang: it works", OnBehalf: true));

    [Fact]
    public void What_is_confirmed_for_somebody_tells_them_nothing() =>
        Given(ASolvedTicket)
            .And(new Classified(ClassOfService.FixedDeadline, Priority.Normal, "For the board", null, Nine.AddHours(3)))
            .When(new Confirm("She rang: it works"), by: An)
            .AfterMinutes(200)
            .ThenClock(ClockName.Deadline, ClockState.Broken);

    [Fact]
    public void Another_customers_word_is_on_behalf_too() =>
        Given(AToldSolution)
            .When(new Confirm("It works"), by: Actor.Person(8, Role.Customer))
            .Then(new Confirmed("It works", OnBehalf: true));

    [Fact]
    public void Only_a_solution_can_be_confirmed_or_disputed() =>
        Given(ADiagnosedTicket)
            .When(new Confirm(), by: Lan)
            .ThenRefused(Confirm.NotResolved)
            .When(new Dispute("No"), by: Lan)
            .ThenRefused(Dispute.NotResolved);

    [Fact]
    public void A_comment_has_its_limit() =>
        Given(AToldSolution).When(new Confirm(new string('a', 100_001)), by: Lan).ThenRefused(Refusals.TextTooLong);

    [Fact]
    public void Confirming_twice_is_confirming_once() =>
        Given(AConfirmedSolution).When(new Confirm("Really"), by: Lan).ThenNothing();

    [Fact]
    public void A_dispute_says_why() =>
        Given(AToldSolution)
            .When(new Dispute(" "), by: Lan)
            .ThenRefused(Refusals.ReasonMissing)
            .When(new Dispute(new string('a', 100_001)), by: Lan)
            .ThenRefused(Refusals.TextTooLong);

    [Fact]
    public void A_confirmation_can_be_taken_back_until_the_close() =>
        Given(AConfirmedSolution)
            .When(new Dispute("It came back"), by: Lan)
            .ThenStep(Step.Resolution)
            .ThenTicket(t => Assert.Null(t.ConfirmedAt))
            .When(new Close())
            .ThenRefused(Close.NotResolved);

    [Fact]
    public void A_confirmed_solution_closes() =>
        Given(AConfirmedSolution)
            .When(new Close())
            .Then(new Closed())
            .ThenTicket(t => Assert.Equal((false, Nine), (t.IsOpen, t.ClosedAt)));

    [Fact]
    public void A_solution_nobody_confirmed_does_not_close() =>
        Given(AToldSolution).When(new Close()).ThenRefused(Close.NotConfirmed);

    [Fact]
    public void A_ticket_nobody_solved_does_not_close() =>
        Given(ADiagnosedTicket).When(new Close()).ThenRefused(Close.NotResolved);

    [Fact]
    public void Closing_twice_is_closing_once() => Given(AClosedTicket).When(new Close()).ThenNothing();

    [Fact]
    public void What_is_closed_is_no_longer_disputed() =>
        Given(AClosedTicket).When(new Dispute("It came back"), by: Lan).ThenRefused(Refusals.Closed);

    [Fact]
    public void A_mistake_is_cancelled_with_a_reason() =>
        Given(ALoggedTicket)
            .When(new Cancel(CancelReason.Mistake, " "))
            .ThenRefused(Refusals.ReasonMissing)
            .When(new Cancel(CancelReason.Mistake, new string('a', 100_001)))
            .ThenRefused(Refusals.TextTooLong)
            .When(new Cancel(CancelReason.Mistake, " Typed by the cat "))
            .Then(new Cancelled(CancelReason.Mistake, "Typed by the cat"))
            .ThenTicket(t => Assert.Equal((false, CancelReason.Mistake), (t.IsOpen, t.CancelledAs)))
            .When(new Cancel(CancelReason.Spam, "No, spam"))
            .ThenNothing();

    [Fact]
    public void A_solved_ticket_is_not_cancelled_past_its_customer() =>
        Given(AToldSolution).When(new Cancel(CancelReason.Withdrawn, "No answer")).ThenRefused(Cancel.AlreadyResolved);

    [Fact]
    public void A_cancelled_ticket_has_no_solution_to_confirm() =>
        Given(ACancelledTicket).When(new Confirm(), by: Lan).ThenRefused(Confirm.NotResolved);

    [Fact]
    public void A_closed_ticket_is_taken_up_again() =>
        Given(AClosedTicket)
            .After(Reopen.Within)
            .When(new Reopen(" "))
            .ThenRefused(Refusals.ReasonMissing)
            .When(new Reopen(new string('a', 100_001)))
            .ThenRefused(Refusals.TextTooLong)
            .When(new Reopen(" It came back "))
            .Then(new Reopened("It came back"))
            .ThenStep(Step.Resolution)
            .ThenTicket(t =>
                Assert.Equal((true, 1, null, null), (t.IsOpen, t.ReopenCount, t.ConfirmedAt, t.ResolvedAt))
            );

    [Fact]
    public void Long_after_the_close_it_is_a_new_matter() =>
        Given(AClosedTicket)
            .After(Reopen.Within + TimeSpan.FromSeconds(1))
            .When(new Reopen("It came back"))
            .ThenRefused(Reopen.ClosedLongAgo);

    [Fact]
    public void What_was_cancelled_by_mistake_is_taken_up_however_late() =>
        Given(ACancelledTicket)
            .After(TimeSpan.FromDays(90))
            .When(new Reopen("It was a report after all"))
            .Then(new Reopened("It was a report after all"));

    [Fact]
    public void Cancelling_and_reopening_gives_no_time()
    {
        var story = Given(AnAcknowledgedTicket);
        for (var hour = 0; hour < 12; hour++)
            story
                .AfterMinutes(60)
                .When(new Cancel(CancelReason.Mistake, "Not ours"))
                .AfterMinutes(1)
                .When(new Reopen("It is ours"));
        // Only the minutes in which it was no ticket do not count.
        story.ThenDue(ClockName.Update, Nine.AddHours(24).AddMinutes(12));
    }

    [Fact]
    public void A_reopened_ticket_needs_a_new_solution_and_a_new_confirmation() =>
        Given(AClosedTicket)
            .When(new Reopen("It came back"))
            .When(new Close())
            .ThenRefused(Close.NotResolved)
            .When(new Resolve(ResolutionKind.Fix, "Again") { Cause = "The same" })
            .When(new Close())
            .ThenRefused(Close.NotConfirmed)
            .When(new Confirm(), by: Lan)
            .When(new Close())
            .Then(new Closed());

    [Fact]
    public void A_cancelled_ticket_is_taken_up_again_as_if_it_had_not_been() =>
        Given(ACancelledTicket)
            .When(new Reopen("It was none"))
            .ThenStep(Step.InitialResponse)
            .ThenTicket(t => Assert.Equal((true, null), (t.IsOpen, t.CancelledAs)));

    [Fact]
    public void An_open_ticket_is_not_reopened() =>
        Given(ALoggedTicket).When(new Reopen("Why not")).ThenRefused(Reopen.NotClosed);
}
