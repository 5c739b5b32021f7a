using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>One ticket goes on in another and stays its reporter's thread.</summary>
public sealed class MergingTests
{
    static readonly Ticket Main = Given([new Logged("Videos", "", 8, Channel.Web, Nine)]).Ticket;
    static readonly Merge Into5 = new(5, "We go on there.");

    [Fact]
    public void A_merged_ticket_is_neither_open_nor_closed_and_its_reporter_was_told() =>
        Given(ALoggedTicket)
            .When(Into5)
            .Then(new Replied("We go on there.", null, []) { Alone = true }, new Merged(5))
            .ThenTicket(t =>
            {
                Assert.Equal(5, t.MergedInto);
                Assert.False(t.IsOpen);
                Assert.False(t.IsUnconfirmed);
                Assert.Null(t.ClosedAt);
            })
            .When(Into5 with { Text = "" })
            .ThenNothing()
            .When(Into5 with { Text = "We go on there, and it takes until Friday." })
            .ThenRefused(Merge.Done)
            .When(Into5 with { Ticket = 6 })
            .ThenRefused(Merging.IsMerged);

    [Fact]
    public void What_the_reporter_is_told_has_to_arrive_and_nothing_else_runs() =>
        Given(ALoggedTicket)
            .When(Into5)
            .ThenNoClock(ClockName.Update)
            .ThenNoClock(ClockName.Resolution)
            .ThenClock(ClockName.Acknowledgement, ClockState.Running)
            .And(Arrived(2))
            .ThenClock(ClockName.Acknowledgement, ClockState.Met);

    [Fact]
    public void Taken_back_it_goes_on_with_what_was_left_of_its_clocks()
    {
        // Eight working hours.
        var logged = new Logged("Cannot log in", "", 7, Channel.Web, Nine) { Policy = 1 };
        var due = Given([logged]).Clock(ClockName.Resolution).DueAt!.Value;
        Given([logged])
            .AfterMinutes(20)
            .When(Into5)
            .AfterMinutes(30)
            .When(new Unmerge(5))
            .Then(new Unmerged(5))
            .ThenTicket(t =>
            {
                Assert.True(t.IsOpen);
                Assert.Equal([new Link(5, LinkKind.Related)], t.Links);
            })
            .ThenDue(ClockName.Resolution, due.AddMinutes(30))
            .When(new Unmerge(5))
            .ThenNothing();
    }

    public static TheoryData<string, Event[], string> Hindered =>
        new()
        {
            { "closed", AClosedTicket, "ticket-is-closed" },
            { "cancelled", ACancelledTicket, "ticket-is-closed" },
            { "resolved", AToldSolution, "merge-after-resolution" },
            { "an original", [.. ALoggedTicket, new Linked(9, LinkKind.HasDuplicate)], "merge-what-others-hang-on" },
            { "took one in", [.. ALoggedTicket, new TookIn(9, 3, 1)], "merge-what-others-hang-on" },
            { "a duplicate", [.. ALoggedTicket, new Linked(9, LinkKind.DuplicateOf)], "merge-a-duplicate-of-another" },
            {
                "escalated",
                [.. ALoggedTicket, new Escalated(Ground.BeyondSkill, Specialty.Development, [9], "Help")],
                "merge-while-specialists-are-asked"
            },
            {
                "due",
                [
                    .. ALoggedTicket,
                    new Classified(ClassOfService.FixedDeadline, Priority.High, "x", null, Nine.AddDays(3)),
                ],
                "merge-what-has-a-fixed-date"
            },
        };

    [Theory]
    [MemberData(nameof(Hindered))]
    public void What_could_not_be_carried_is_named(string what, Event[] history, string refusal)
    {
        Assert.NotEmpty(what);
        Given(history).When(Into5).ThenRefused(new(refusal));
    }

    [Fact]
    public void An_approval_is_not_gone_around()
    {
        var asked = Given(ALoggedTicket)
            .When(
                new AskApproval(ApprovalPurpose.DataRelease)
                {
                    Approvers = [9],
                    Known = [9],
                    Fields = ["names"],
                    Why = "A report",
                    Until = Nine.AddDays(1),
                }
            );
        asked.When(Into5).ThenRefused(Merge.HeldBack);
        asked.And(new ApprovalDenied(2, 9, "No")).When(Into5).ThenRefused(Merge.HeldBack);
    }

    [Fact]
    public void Its_message_says_something() =>
        Given(ALoggedTicket).When(new Merge(5, " ")).ThenRefused(Refusals.TextMissing);

    [Fact]
    public void It_does_not_go_on_in_itself() =>
        Given(ALoggedTicket).When(new Merge(1, "x").Beside(1, _ => Main)).ThenRefused(Merge.IntoItself);

    [Fact]
    public void What_took_it_in_knows_who_reported_it_and_lets_its_people_follow()
    {
        var from = Given(
            ALoggedTicket,
            new Assigned(null, 4),
            new Followed(6),
            new Involved(9, Audience.Stakeholders)
        ).Ticket;

        Given([new Logged("Videos", "", 8, Channel.Web, Nine)])
            .When(TakingIn(from))
            .Then(new TookIn(1, 7, 1) { Followers = [6, 4] }, new Involved(9, Audience.Stakeholders))
            .ThenTicket(t =>
            {
                Assert.Equal([6, 4], t.Followers);
                Assert.Equal(2, t.AffectedInAll!.Count);
                Assert.Equal([1], Merging.ToldIn(t));
            })
            .When(TakingIn(from))
            .ThenNothing()
            .When(new LinkTo(1, LinkKind.Related))
            .ThenRefused(LinkTo.NoMerge)
            .When(new Unlink(1))
            .ThenRefused(LinkTo.NoMerge)
            .When(new LinkTo(9, LinkKind.DuplicateOf))
            .ThenRefused(LinkTo.DuplicateWithMerged);
    }

    [Fact]
    public void Whoever_reported_both_counts_once_and_hears_of_it_once()
    {
        var from = Given(ALoggedTicket, new AffectedSet(new(20))).Ticket;

        Given([new Logged("Videos", "", 7, Channel.Web, Nine)])
            .When(TakingIn(from))
            .ThenTicket(t =>
            {
                Assert.Equal(20, t.AffectedInAll!.Count);
                Assert.Empty(Merging.ToldIn(t));
            });
    }

    [Fact]
    public void Two_reports_of_one_other_person_are_answered_in_one_thread() =>
        Given(
                [new Logged("Videos", "", 8, Channel.Web, Nine)],
                new TookIn(2, 7, 1),
                new TookIn(3, 7, 1),
                new TookIn(4, 9, 1)
            )
            .ThenTicket(t => Assert.Equal([2, 4], Merging.ToldIn(t)));

    [Fact]
    public void Nothing_goes_on_in_what_is_over_or_goes_on_elsewhere()
    {
        var from = Given(ALoggedTicket).Ticket;
        Given(AClosedTicket).When(TakingIn(from)).ThenRefused(Merge.IntoClosed);
        Given(ALoggedTicket, new Merged(9)).When(TakingIn(from)).ThenRefused(Merge.IntoMerged);
        Given(ALoggedTicket, new Linked(9, LinkKind.DuplicateOf)).When(TakingIn(from)).ThenRefused(Merge.IntoDuplicate);
    }

    [Fact]
    public void A_part_does_not_take_in_what_it_is_a_part_of()
    {
        // 1 is the parent of 3, and 3 of 5.
        var from = Given(ALoggedTicket, new Linked(3, LinkKind.Child) { Affected = 1, Beneath = [new(5, 1)] }).Ticket;

        Given(ALoggedTicket, new Linked(3, LinkKind.Parent)).When(TakingIn(from)).ThenRefused(LinkTo.Circle);
    }

    [Fact]
    public void Words_in_a_merged_thread_reopen_and_wake_the_work()
    {
        Event[] main = [new Logged("Videos", "", 7, Channel.Web, Nine), new TookIn(2, 7, 1), new TookIn(3, 9, 1)];
        Given(main, new WaitingStarted(WaitingOn.Customer, "Which?"))
            .When(new HearReporter(3, 4) { IsTheirs = true })
            .ThenTicket(t => Assert.NotNull(t.Waiting))
            .When(new HearReporter(2, 4))
            .ThenTicket(t => Assert.NotNull(t.Waiting))
            .When(new HearReporter(2, 5) { IsTheirs = true })
            .ThenTicket(t => Assert.Null(t.Waiting))
            .When(new HearReporter(4, 1))
            .ThenNothing();
        Given([.. main, new Closed()])
            .AfterMinutes(5)
            .When(new HearReporter(3, 4))
            .Then(new Reopened(""), new ReporterWrote(3, 4));
        Given([.. main, new Closed()])
            .After(TimeSpan.FromDays(15))
            .When(new HearReporter(3, 4))
            .ThenRefused(Reopen.ClosedLongAgo);
    }

    [Fact]
    public void Work_on_a_merged_ticket_is_refused_with_where_it_goes_on()
    {
        var merged = Given(ALoggedTicket, new Merged(5)).Ticket;

        Assert.Equal(
            ["Follow", "Unmerge"],
            Transitions
                .Actions.Where(Transitions.Of(merged, new(Nine, An)).Allow)
                .Select(a => a.Name)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(Merging.IsMerged, Transitions.Of(merged, new(Nine, An)).RefusalOf(typeof(Reply)));
        Assert.True(Transitions.Of(merged, new(Nine, Lan)).Allow<Write>());
    }

    static TicketAction TakingIn(Ticket from)
    {
        var (on, action) = Assert.Single(Into5.AlsoOn(1));
        Assert.Equal(5, on);
        return action.Beside(5, _ => from);
    }
}
