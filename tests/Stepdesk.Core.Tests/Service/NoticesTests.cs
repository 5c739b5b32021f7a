using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Service;

/// <summary>What is noticed about clocks, and that it is noticed once.</summary>
public sealed class NoticesTests
{
    static readonly DateTimeOffset Due = Nine.AddMinutes(30);
    static readonly ClockWarned Warned = new(ClockName.Acknowledgement, 1, Due) { Level = Level.TwoThirds };
    static readonly ClockBroken Broken = new(ClockName.Acknowledgement, 1, Due);

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "clock_warned")]
    [InlineData(30, "clock_warned")]
    [InlineData(31, "clock_broken")]
    public void A_warning_at_two_thirds_a_breach_after_the_deadline(int minutes, string? expected) =>
        Assert.Equal(
            expected,
            Look(Given(ALoggedTicket).AfterMinutes(minutes)) is [var notice] ? EventNames.NameOf(notice) : null
        );

    [Fact]
    public void The_breach_names_the_deadline_and_not_the_moment_of_looking() =>
        Assert.Equal([Broken], Look(Given(ALoggedTicket).AfterMinutes(500)));

    [Fact]
    public void What_was_noticed_is_not_noticed_again() =>
        Assert.Empty(Look(Given(ALoggedTicket, Warned, Broken).AfterMinutes(500)));

    [Fact]
    public void A_promise_kept_too_late_is_noticed_once_it_is_kept() =>
        Assert.Equal([Broken], Look(Given(AnAnsweredTicket).AfterMinutes(31).And(Arrived(2))));

    [Fact]
    public void A_bounce_does_not_break_twice() =>
        Assert.Empty(
            Look(Given(AnAnsweredTicket, Broken).AfterMinutes(31).And(Arrived(2), new Bounced(2, "5.1.1", null)))
        );

    [Fact]
    public void Coming_back_does_not_break_twice() =>
        Assert.Empty(
            Look(
                Given(ALoggedTicket)
                    .AfterMinutes(31)
                    .And(Broken, new Cancelled(CancelReason.Mistake, "Test"))
                    .AfterMinutes(60)
                    .And(new Reopened("No test"))
            )
        );

    [Fact]
    public void Each_update_can_be_late_once()
    {
        var story = Given(AnAcknowledgedTicket).After(TimeSpan.FromHours(25));
        var first = Look(story);
        story.And([.. first, new Replied("Sorry", null, [])]).And(Arrived(5)).After(TimeSpan.FromHours(25));

        Assert.Equal([new ClockBroken(ClockName.Update, 2, Nine.AddDays(1))], first);
        Assert.Equal([new ClockBroken(ClockName.Update, 5, Nine.AddHours(49))], Look(story));
    }

    [Fact]
    public void The_watch_looks_at_the_warning_then_at_the_deadline_then_no_more()
    {
        var story = Given(ALoggedTicket);

        Assert.Equal(Nine.AddMinutes(30 * 0.67), Clocks.NextCheck(story.Ticket, Shipped.Policies));
        Assert.Equal(Due, Clocks.NextCheck(story.And(Warned).Ticket, Shipped.Policies));
        Assert.Null(Clocks.NextCheck(story.And(Broken).Ticket, Shipped.Policies));
    }

    static List<ClockEvent> Look(Story story) => [.. Clocks.Notices(story.Ticket, Shipped.Policies, story.Now)];
}
