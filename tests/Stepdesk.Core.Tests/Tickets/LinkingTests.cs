using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

public sealed class LinkingTests
{
    [Fact]
    public void A_link_is_made_once_and_taken_away_once() =>
        Given(ALoggedTicket)
            .When(new LinkTo(5, LinkKind.Related))
            .Then(new Linked(5, LinkKind.Related))
            .When(new LinkTo(5, LinkKind.Related))
            .ThenNothing()
            .When(new Unlink(5))
            .Then(new Unlinked(5))
            .ThenTicket(t => Assert.Empty(t.Links))
            .When(new Unlink(5))
            .ThenNothing();

    [Fact]
    public void Two_tickets_are_one_thing_to_each_other() =>
        Given(ALoggedTicket)
            .When(new LinkTo(5, LinkKind.Parent))
            .When(new LinkTo(6, LinkKind.Related))
            .When(new LinkTo(5, LinkKind.DuplicateOf))
            .ThenTicket(t => Assert.Equal([new(6, LinkKind.Related), new(5, LinkKind.DuplicateOf)], t.Links));

    [Theory]
    [InlineData(LinkKind.Related, LinkKind.Related)]
    [InlineData(LinkKind.DuplicateOf, LinkKind.HasDuplicate)]
    [InlineData(LinkKind.Parent, LinkKind.Child)]
    public void Each_end_says_what_the_other_is(LinkKind here, LinkKind there)
    {
        var (on, answer) = Assert.Single(new LinkTo(5, here).AlsoOn(1));

        Assert.Equal(5, on);
        Given(ALoggedTicket).When(answer).Then(new Linked(1, there));
        Assert.Empty(answer.AlsoOn(5));
        Assert.Equal(here, there.FarEnd());
    }

    [Fact]
    public void Untying_unties_both_ends_and_stops_there()
    {
        var (on, answer) = Assert.Single(new Unlink(5).AlsoOn(1));

        Assert.Equal(5, on);
        Given(ALoggedTicket, new Linked(1, LinkKind.Child)).When(answer).Then(new Unlinked(1));
        Assert.Empty(answer.AlsoOn(5));
    }

    [Fact]
    public void A_ticket_is_not_linked_to_itself()
    {
        var itself = new LinkTo(1, LinkKind.DuplicateOf);

        Assert.Empty(itself.AlsoOn(1));
        Given(ALoggedTicket, new Linked(5, LinkKind.HasDuplicate))
            .When(itself.Beside(1, _ => null))
            .ThenRefused(LinkTo.ToItself);
        Assert.Empty(new Unlink(1).AlsoOn(1));
    }
}
