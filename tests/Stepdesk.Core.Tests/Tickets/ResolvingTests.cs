using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

public sealed class ResolvingTests
{
    static readonly Resolve Fix = new(ResolutionKind.Fix, "Unlocked") { Cause = "Script" };

    [Fact]
    public void A_diagnosis_is_a_step_and_the_first_one_counts() =>
        Given(AnAcknowledgedTicket)
            .AfterMinutes(1)
            .When(new Diagnose(" Locked out "))
            .Then(new Diagnosed("Locked out"))
            .ThenStep(Step.Resolution)
            .AfterMinutes(1)
            .When(new Diagnose("By a script"))
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(1), t.DiagnosedAt))
            .When(new Diagnose(" "))
            .ThenRefused(Refusals.TextMissing);

    [Fact]
    public void A_solution_is_told_to_the_customer() =>
        Given(ADiagnosedTicket)
            .When(Fix with { Message = "Please try again" })
            .Then(new Resolved(ResolutionKind.Fix, "Script", "Unlocked", "Please try again", []))
            .ThenStep(Step.Communication)
            .When(new RecordDelivery(5, "5@desk.example"))
            .ThenStep(Step.FollowUp)
            .ThenTicket(t => Assert.True(t.IsWaitingForCustomer));

    [Fact]
    public void Without_a_message_of_its_own_the_customer_reads_the_solution() =>
        Given(ADiagnosedTicket)
            .When(Fix with { Message = " " })
            .Then(new Resolved(ResolutionKind.Fix, "Script", "Unlocked", "Unlocked", []));

    [Theory]
    [InlineData(ResolutionKind.Fix, true)]
    [InlineData(ResolutionKind.Workaround, true)]
    [InlineData(ResolutionKind.Answered, false)]
    [InlineData(ResolutionKind.Declined, false)]
    public void What_was_mended_names_its_cause(ResolutionKind kind, bool needed)
    {
        var story = Given(ADiagnosedTicket).When(new Resolve(kind, "Done") { Cause = " " });
        if (needed)
            story.ThenRefused(Resolve.CauseMissing);
        else
            story.Then(new Resolved(kind, "", "Done", "Done", []));
    }

    [Fact]
    public void What_was_forwarded_says_to_whom() =>
        Given(ADiagnosedTicket)
            .When(new Resolve(ResolutionKind.Forwarded, "Passed on") { ForwardedTo = " " })
            .ThenRefused(Resolve.NotForwarded)
            .When(new Resolve(ResolutionKind.Forwarded, "Passed on") { ForwardedTo = new string('a', 100_001) })
            .ThenRefused(Refusals.TextTooLong)
            .When(new Resolve(ResolutionKind.Forwarded, "Passed on") { ForwardedTo = " Accounting " })
            .Then(
                new Resolved(ResolutionKind.Forwarded, "", "Passed on", "Passed on", []) { ForwardedTo = "Accounting" }
            );

    [Fact]
    public void A_duplicate_is_linked_to_its_original() =>
        Given(ADiagnosedTicket, new Linked(8, LinkKind.Related))
            .When(new Resolve(ResolutionKind.Duplicate, "See the other"))
            .ThenRefused(Resolve.OriginalMissing)
            .And(new Linked(8, LinkKind.DuplicateOf))
            .When(new Resolve(ResolutionKind.Duplicate, "See the other"))
            .Then(new Resolved(ResolutionKind.Duplicate, "", "See the other", "See the other", []));

    [Fact]
    public void A_solution_says_what_was_done_and_not_without_end() =>
        Given(ADiagnosedTicket)
            .When(Fix with { Solution = " " })
            .ThenRefused(Resolve.SolutionMissing)
            .When(Fix with { Solution = new string('a', 100_001) })
            .ThenRefused(Refusals.TextTooLong)
            .When(Fix with { Cause = new string('a', 100_001) })
            .ThenRefused(Refusals.TextTooLong)
            .When(Fix with { Message = new string('a', 100_001) })
            .ThenRefused(Refusals.TextTooLong);

    [Fact]
    public void Nobody_resolves_what_nobody_answered_or_diagnosed()
    {
        Given(ALoggedTicket, new Diagnosed("Locked out")).When(Fix).ThenRefused(Resolve.NotAcknowledged);
        Given(AnAcknowledgedTicket).When(Fix).ThenRefused(Resolve.NotDiagnosed);
        Given(ACancelledTicket).When(Fix).ThenRefused(Refusals.Closed);
    }

    [Fact]
    public void A_solved_ticket_is_not_solved_again() =>
        Given(AToldSolution).When(Fix).ThenRefused(Resolve.AlreadyResolved);

    [Fact]
    public void A_solved_ticket_can_be_written_about_and_stays_solved() =>
        Given(AToldSolution)
            .When(new Reply("Did it work?"))
            .When(new Write("Not tried yet", Channel.Web), by: Lan)
            .ThenTicket(t => Assert.Equal((true, Nine), (t.IsWaitingForCustomer, t.ResolvedAt)));

    [Fact]
    public void A_solution_whose_message_bounced_was_not_told_until_another_arrives() =>
        Given(AToldSolution)
            .When(new RecordBounce(5, "5.2.2"))
            .ThenStep(Step.Communication)
            .When(new Reply("We unlocked your account"))
            .ThenStep(Step.Communication)
            .When(new RecordDelivery(8, "8@desk.example"))
            .ThenStep(Step.FollowUp);

    [Fact]
    public void A_disputed_solution_goes_back_to_the_resolution_and_may_be_solved_again() =>
        Given(AToldSolution)
            .AfterMinutes(5)
            .When(new Dispute(" Still locked "), by: Lan)
            .Then(new Disputed("Still locked"))
            .ThenStep(Step.Resolution)
            .ThenTicket(t =>
                Assert.Equal(
                    (null, Nine.AddMinutes(5), false),
                    (t.ResolvedAt, t.LastCustomerAt, t.IsWaitingForCustomer)
                )
            )
            .When(Fix with { Solution = "Unlocked for good" })
            .ThenStep(Step.Communication)
            .When(new RecordDelivery(8, "8@desk.example"))
            .ThenStep(Step.FollowUp);

    [Fact]
    public void A_trend_comes_after_the_solution() =>
        Given(ADiagnosedTicket)
            .When(new NoteTrend("Third lockout this week"))
            .ThenRefused(NoteTrend.NotResolved)
            .And(Solved)
            .When(new NoteTrend(" "))
            .ThenRefused(Refusals.TextMissing)
            .When(new NoteTrend(new string('a', 100_001), NoPattern: true))
            .ThenRefused(Refusals.TextTooLong)
            .When(new NoteTrend(" Third lockout this week "))
            .Then(new TrendNoted("Third lockout this week", NoPattern: false));

    [Fact]
    public void No_pattern_is_a_finding_too() =>
        Given(AClosedTicket)
            .ThenStep(Step.TrendAnalysis)
            .AfterMinutes(1)
            .When(new NoteTrend(null!, NoPattern: true))
            .Then(new TrendNoted("", NoPattern: true))
            .AfterMinutes(1)
            .When(new NoteTrend("A pattern after all"))
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(1), t.TrendNotedAt));

    [Fact]
    public void A_cancelled_ticket_can_be_part_of_a_trend() =>
        Given(ACancelledTicket)
            .When(new NoteTrend("Much spam today"))
            .Then(new TrendNoted("Much spam today", NoPattern: false));

    [Fact]
    public void An_answer_that_is_known_to_be_lost_acknowledged_nothing() =>
        Given([.. AnAcknowledgedTicket, new Diagnosed("Locked out"), new Bounced(2, "5.1.1", null)])
            .When(new Resolve(ResolutionKind.Fix, "Unlocked") { Cause = "Typos" })
            .ThenRefused(Resolve.NotAcknowledged)
            .When(new Reply("Again"))
            .When(new Resolve(ResolutionKind.Fix, "Unlocked") { Cause = "Typos" })
            .Then(new Resolved(ResolutionKind.Fix, "Typos", "Unlocked", "Unlocked", []));
}
