using Stepdesk.Core.Assignment;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Handing a ticket to another team, giving it out there, and following it.</summary>
public sealed class TransferTests
{
    [Fact]
    public void It_goes_to_the_queue_of_the_other_team_with_why_and_what_is_needed_and_nobody_owns_it() =>
        Given(ALoggedTicket, new Assigned(1, An.PersonId))
            .When(new Transfer(2, " Logs show the identity provider ", "Check the tenant"))
            .Then(new Transferred(1, 2, "Logs show the identity provider", "Check the tenant") { Owner = An.PersonId })
            .ThenTicket(t => Assert.Equal((2, (int?)null), (t.Team, t.Owner)));

    [Fact]
    public void Its_clocks_go_on_as_they_were()
    {
        var story = Given(ALoggedTicket).When(new Classify(ClassOfService.Priority, "A class of 20"));
        var due = story.Clock(ClockName.Acknowledgement).DueAt!.Value;

        story.AfterMinutes(10).When(new Transfer(2, "Theirs", "The log")).ThenDue(ClockName.Acknowledgement, due);
    }

    [Theory]
    [InlineData(1, "Theirs", "The log", "transfer-to-its-own-team")]
    [InlineData(2, " ", "The log", "reason-is-missing")]
    [InlineData(2, "…", "The log", "reason-is-missing")]
    [InlineData(2, "Theirs", "", "transfer-says-no-needs")]
    public void What_is_missing_is_said(int team, string reason, string needs, string code) =>
        Given(ALoggedTicket, new Assigned(1, null))
            .When(new Transfer(team, reason, needs))
            .ThenRefused(new Refusal(code));

    [Fact]
    public void A_closed_ticket_stays_where_it_is() =>
        Given(AClosedTicket).When(new Transfer(2, "Theirs", "The log")).ThenRefused(Refusals.Closed);

    [Fact]
    public void The_customer_may_not_know_of_it() =>
        Assert.All(
            (Event[])[new Transferred(1, 2, "Theirs", "The log"), new Assigned(1, 2), new Followed(3)],
            what => Assert.False(Visibility.MayKnowOf(Lan, what))
        );

    [Fact]
    public void A_rule_gives_out_what_nobody_owns_and_nothing_else()
    {
        var choice = new HandOut { Choice = new(Handing.LeastLoaded, 9, [new(8, PassedOver.Away)]) { Open = 3 } };
        Given(ALoggedTicket, new Assigned(1, null))
            .When(choice)
            .Then(
                new Assigned(1, 9)
                {
                    By = Handing.LeastLoaded,
                    Open = 3,
                    PassedOver = [new(8, PassedOver.Away)],
                }
            );
        Given(ALoggedTicket, new Assigned(1, 5)).When(choice).ThenNothing();
        Given(AClosedTicket).When(choice).ThenNothing();
        Given(ALoggedTicket, new Assigned(1, null)).When(new HandOut()).ThenNothing();
    }

    [Fact]
    public void Who_follows_is_one_follower_until_they_stop() =>
        Given(ALoggedTicket)
            .When(new Follow())
            .Then(new Followed(1))
            .When(new Follow())
            .ThenNothing()
            .ThenTicket(t => Assert.Equal([1], t.Followers))
            .When(new Unfollow())
            .Then(new Unfollowed(1))
            .When(new Unfollow())
            .ThenNothing();

    [Fact]
    public void A_hundred_follow_and_one_more_is_refused() =>
        Given(ALoggedTicket, [.. Enumerable.Range(100, Follow.Most).Select(Event (p) => new Followed(p))])
            .When(new Follow())
            .ThenRefused(Follow.TooMany);

    [Fact]
    public void Who_is_mentioned_follows_from_then_on() =>
        Given(ALoggedTicket)
            .When(new Note("@Binh please look") { Among = [new(9, "Bình", "binh@desk.example")] })
            .Then(new Noted("@Binh please look") { Mentioned = [9] })
            .ThenTicket(t => Assert.Equal([9], t.Followers));

    [Fact]
    public void Whom_several_could_be_meant_by_is_asked_back_with_their_names_and_addresses()
    {
        var story = Given(ALoggedTicket)
            .When(
                new Note("@Anh look")
                {
                    Among = [new(8, "Trần Anh", "tran@desk.example"), new(9, "Lê Anh", "le@desk.example")],
                }
            );

        story.ThenRefused(
            Note.MentionUnclear with
            {
                Detail = "@Anh: Trần Anh (@tran@desk.example), Lê Anh (@le@desk.example)",
            }
        );
    }
}
