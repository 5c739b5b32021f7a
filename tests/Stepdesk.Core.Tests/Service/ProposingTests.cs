using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Service;

/// <summary>The people affected cross a threshold, and another class is proposed.</summary>
public sealed class ProposingTests
{
    [Theory]
    [InlineData(3, 4, null)]
    [InlineData(4, 5, ClassOfService.Priority)]
    [InlineData(5, 25, null)]
    [InlineData(25, 26, ClassOfService.Expedite)]
    [InlineData(4, 26, ClassOfService.Expedite)]
    [InlineData(26, 25, ClassOfService.Priority)]
    [InlineData(26, 30, null)]
    public void Crossing_a_threshold_either_way_proposes_the_class_beyond(int was, int now, ClassOfService? expected)
    {
        var happened = Happens(
            Given(ALoggedTicket, Classified(ClassOf(was)) with { Affected = new(was) }),
            Counted(now)
        );

        Assert.Equal(
            expected is { } wanted ? [new ClassProposed(wanted, new(now), 0)] : Array.Empty<TicketEvent>(),
            happened
        );
    }

    [Fact]
    public void A_proposal_is_made_once_and_taken_back_when_the_count_goes_back()
    {
        var story = Given(ALoggedTicket, Classified(ClassOfService.Standard));

        Assert.IsType<ClassProposed>(Assert.Single(Happens(story, Counted(53))));
        Assert.Empty(Happens(story, Counted(54)));
        Assert.Equal(new(4, ClassOfService.Expedite, new(53)), story.Ticket.Proposal);
        Assert.IsType<ProposalWithdrawn>(Assert.Single(Happens(story, Counted(4))));
        Assert.Null(story.Ticket.Proposal);
        Assert.IsType<ClassProposed>(Assert.Single(Happens(story, Counted(53))));
    }

    [Fact]
    public void What_nobody_has_classified_counts_as_standard() =>
        Assert.IsType<ClassProposed>(Assert.Single(Happens(Given(ALoggedTicket), Counted(53))));

    [Fact]
    public void Whoever_classifies_has_decided_whatever_the_count_says()
    {
        var story = Given(ALoggedTicket);
        Happens(story, Counted(10));

        Assert.Empty(Happens(story, Classified(ClassOfService.Standard) with { Affected = new(53) }));
        Assert.Null(story.Ticket.Proposal);
    }

    [Theory]
    [InlineData(1, 25, null)]
    [InlineData(25, 26, ClassOfService.Expedite)]
    [InlineData(26, 60, null)]
    public void A_date_goes_before_a_count_up_to_where_it_is_expedite(int was, int now, ClassOfService? expected)
    {
        var story = Given(
            ALoggedTicket,
            Classified(ClassOfService.FixedDeadline) with
            {
                Deadline = Nine.AddDays(2),
                Affected = new(was),
            }
        );

        Assert.Equal(expected, Happens(story, Counted(now)).OfType<ClassProposed>().SingleOrDefault()?.Class);
        if (expected is null)
            return;
        Assert.IsType<ProposalWithdrawn>(Assert.Single(Happens(story, Counted(was))));
    }

    [Fact]
    public void Other_thresholds_propose_once_they_are_applied_to_the_ticket()
    {
        var story = Given(ALoggedTicket, Classified(ClassOfService.Standard) with { Affected = new(4) });
        Policies policies = version =>
            version is 0 ? Shipped.Policy : Shipped.Policy with { Thresholds = new(2, version is 1 ? 4 : 5) };

        Assert.Equal(
            [new ClassProposed(ClassOfService.Expedite, new(4), 1)],
            Happens(story, new PolicyApplied(1), policies)
        );
        Assert.Equal(
            [new ClassProposed(ClassOfService.Priority, new(4), 2)],
            Happens(story, new PolicyApplied(2), policies)
        );
        Assert.Equal([new ProposalWithdrawn()], Happens(story, new PolicyApplied(0), policies));
    }

    [Fact]
    public void Leaving_the_class_needs_a_proposal_and_a_reason() =>
        Given(ALoggedTicket)
            .When(new DismissProposal("They have a way round"))
            .ThenRefused(DismissProposal.NoProposal)
            .And(new ClassProposed(ClassOfService.Expedite, new(53), 0))
            .When(new DismissProposal(" "))
            .ThenRefused(Refusals.ReasonMissing)
            .When(new DismissProposal("They have a way round"))
            .Then(new ProposalDismissed("They have a way round"))
            .ThenTicket(t => Assert.Null(t.Proposal))
            .When(new DismissProposal("Again"))
            .ThenRefused(DismissProposal.NoProposal)
            .And(new Cancelled(CancelReason.Mistake, "Test"))
            .When(new DismissProposal("Again"))
            .ThenRefused(Refusals.Closed);

    [Fact]
    public void Linked_reports_add_their_people_and_take_them_away_again()
    {
        var story = Given(ALoggedTicket, Classified(ClassOfService.Standard));
        Happens(story, new Linked(4, LinkKind.HasDuplicate) { Affected = 2 });
        var proposed = Happens(story, new Linked(5, LinkKind.HasDuplicate) { Affected = 2 });

        Assert.Equal([new ClassProposed(ClassOfService.Priority, new(5, AffectedSource.LinkedTickets), 0)], proposed);
        Happens(story, new Linked(6, LinkKind.Child) { Affected = 1 });
        Assert.Equal(new(6, AffectedSource.LinkedTickets), story.Ticket.AffectedInAll);
        // The same report under another name is still one report.
        Happens(story, new Linked(5, LinkKind.Child) { Affected = 2 });
        Assert.Equal(6, story.Ticket.AffectedInAll!.Count);
        Happens(story, new Unlinked(6));
        Assert.IsType<ProposalWithdrawn>(Assert.Single(Happens(story, new Unlinked(5))));
        Happens(story, new Unlinked(4));
        Assert.Null(story.Ticket.AffectedInAll);
    }

    [Fact]
    public void Reports_of_parts_of_those_somebody_counted_add_nobody()
    {
        var story = Given(ALoggedTicket, Classified(ClassOfService.Expedite) with { Affected = new(53) });

        Assert.Empty(Happens(story, new Linked(5, LinkKind.HasDuplicate) { Affected = 18 }));
        Happens(story, new Linked(6, LinkKind.HasDuplicate) { Affected = 15 });

        Assert.Equal(new(53), story.Ticket.AffectedInAll);
        Assert.Equal(86, story.Ticket.AffectedAddedUp);
    }

    [Fact]
    public void Reports_that_alone_speak_for_more_than_somebody_counted_are_the_count()
    {
        var story = Given(ALoggedTicket, Classified(ClassOfService.Standard) with { Affected = new(3) });

        Happens(story, new Linked(5, LinkKind.HasDuplicate) { Affected = 2 });
        Assert.Equal(new(3), story.Ticket.AffectedInAll);
        var proposed = Happens(story, new Linked(6, LinkKind.Child) { Affected = 24 });

        Assert.Equal([new ClassProposed(ClassOfService.Expedite, new(26, AffectedSource.LinkedTickets), 0)], proposed);
    }

    [Fact]
    public void Who_counts_linked_tickets_by_hand_has_counted_them() =>
        Assert.Equal(
            12,
            Given(ALoggedTicket, new Linked(5, LinkKind.Child) { Affected = 2 })
                .And(new AffectedSet(new(12, AffectedSource.LinkedTickets)))
                .Ticket.AffectedInAll!.Count
        );

    [Theory]
    [InlineData(LinkKind.HasDuplicate, 7, 7)]
    [InlineData(LinkKind.Child, null, 1)]
    [InlineData(LinkKind.DuplicateOf, 7, null)]
    [InlineData(LinkKind.Parent, 7, null)]
    [InlineData(LinkKind.Related, 7, null)]
    public void Only_a_duplicate_or_a_part_counts_here_and_one_without_a_number_is_one(
        LinkKind kind,
        int? count,
        int? expected
    )
    {
        var other = Given(ALoggedTicket).Ticket with { Requester = 99, Affected = count is { } n ? new(n) : null };

        Given(ALoggedTicket)
            .When(new LinkTo(5, kind).Beside(1, id => id == 5 ? other : null))
            .Then(
                new Linked(5, kind)
                {
                    Affected = expected,
                    Requester = kind is LinkKind.HasDuplicate or LinkKind.DuplicateOf ? other.Requester : null,
                }
            );
    }

    // As the door does it: what happened, then what follows from it.
    static List<TicketEvent> Happens(Story story, TicketEvent what, Policies? policies = null)
    {
        var before = story.Ticket;
        story.And(what);
        if (Proposing.After(before, story.Ticket, [what], policies ?? Shipped.Policies) is not { } proposed)
            return [];
        story.And(proposed);
        return [proposed];
    }

    static ClassOfService ClassOf(int affected) => Shipped.Policy.Suggest(affected, null);

    static AffectedSet Counted(int count) => new(new(count));

    static Classified Classified(ClassOfService service) => new(service, Priority.Normal, "Said so", null, null);
}
