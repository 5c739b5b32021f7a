using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>What is said on the first report of a fault reaches the reporters of its duplicates.</summary>
public sealed class CarryingTests
{
    static readonly Replied Known = new("The cause is known", Nine.AddHours(2), []);

    [Fact]
    public void A_message_is_said_on_the_duplicate_and_answers_its_reporter() =>
        Given(ALoggedTicket, new Linked(5, LinkKind.DuplicateOf))
            .AfterMinutes(10)
            .When(new Carry(5, Known))
            .Then(Known with { From = 5 })
            .When(new RecordDelivery(3, "3@desk.example"))
            .ThenClock(ClockName.Acknowledgement, ClockState.Met)
            .ThenDue(ClockName.Update, Nine.AddHours(2));

    [Fact]
    public void A_solution_needs_no_diagnosis_of_its_own_and_asks_the_reporter() =>
        Given(ALoggedTicket, new Linked(5, LinkKind.DuplicateOf))
            .When(new Carry(5, Solved with { Kind = ResolutionKind.Forwarded, ForwardedTo = "The maker" }))
            .Then(Solved with { Kind = ResolutionKind.Duplicate, From = 5 })
            .ThenTicket(t => Assert.NotNull(t.Diagnosis))
            .When(new RecordDelivery(3, "3@desk.example"))
            .ThenStep(Step.FollowUp)
            .When(new Carry(5, Solved))
            .Then(new Replied(Solved.Text, null, []) { From = 5 })
            .When(new Confirm(), Lan)
            .When(new Close())
            .When(new Carry(5, Known))
            .ThenNothing();

    [Fact]
    public void A_solution_waits_until_what_was_asked_on_the_duplicate_itself_is_agreed_to()
    {
        var asked = new AskApproval(ApprovalPurpose.DataRelease)
        {
            Approvers = [9],
            Known = [9],
            Fields = ["course"],
            Why = "A talk",
            Until = Nine.AddDays(1),
        };
        var approver = Actor.Person(9, Role.Customer);
        var story = Given(ALoggedTicket, new Linked(5, LinkKind.DuplicateOf)).When(asked);
        var file = Known with { Attachments = [new("data.csv", "text/csv", 3, "aa")] };

        foreach (var said in (IMessage[])[Solved, file])
        {
            var held = new Carry(5, said).Decide(story.Ticket, new(Nine, An)).Refusal;
            Assert.Equal(Holding.Awaited.Code, held?.Code);
            Assert.Equal(["approval-data-release"], held!.Parts!);
        }
        story.When(new Carry(5, Known)).Then(Known with { From = 5 });
        story.When(new Grant(3), approver).When(new Carry(5, Solved));
        Assert.IsType<Resolved>(Assert.Single(story.Decided));
    }

    [Fact]
    public void A_ticket_that_is_untied_hears_nothing_more() =>
        Given(ALoggedTicket, new Linked(5, LinkKind.DuplicateOf), new Linked(6, LinkKind.Related))
            .When(new Unlink(5))
            .When(new Carry(5, Known))
            .ThenNothing()
            .When(new Carry(6, Known))
            .ThenNothing();

    [Fact]
    public void Only_what_was_written_here_for_all_is_carried_on()
    {
        Assert.True(Carry.IsForAll(Known));
        Assert.True(Carry.IsForAll(Solved));
        Assert.False(Carry.IsForAll(Known with { From = 5 }));
        Assert.False(Carry.IsForAll(new Noted("For colleagues")));
        Given(AnAcknowledgedTicket)
            .When(new Reply("For you") { Alone = true })
            .Then(new Replied("For you", null, []) { Alone = true })
            .ThenTicket(_ => Assert.False(Carry.IsForAll(new Replied("For you", null, []) { Alone = true })));
    }

    [Theory]
    [InlineData(LinkKind.HasDuplicate, LinkKind.DuplicateOf)]
    [InlineData(LinkKind.DuplicateOf, LinkKind.HasDuplicate)]
    public void A_duplicate_has_no_duplicates(LinkKind before, LinkKind wanted) =>
        Given(ALoggedTicket, new Linked(5, before))
            .When(new LinkTo(6, wanted))
            .ThenRefused(LinkTo.DuplicateOfDuplicate)
            .When(new LinkTo(5, wanted))
            .Then(new Linked(5, wanted));

    [Fact]
    public void A_cancelled_ticket_takes_no_duplicates() =>
        Given(ACancelledTicket)
            .When(new LinkTo(6, LinkKind.HasDuplicate))
            .ThenRefused(LinkTo.OriginalCancelled)
            .When(new LinkTo(6, LinkKind.Related))
            .Then(new Linked(6, LinkKind.Related));
}
