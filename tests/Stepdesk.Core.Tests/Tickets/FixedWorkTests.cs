using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Work with a fixed date: what is wanted, whether it fits, when it must be begun, and what was handed over.</summary>
public sealed class FixedWorkTests
{
    // Wednesday 09:00, the day after tomorrow.
    static readonly DateTimeOffset Due = Nine.AddDays(2);
    static readonly Attachment Csv = new("report.csv", "text/csv", 3, "aa11");

    static Story Fixed =>
        Given(ADiagnosedTicket).And(new Classified(ClassOfService.FixedDeadline, Priority.High, "A talk", null, Due));

    static SetScope Scope(params (string Text, Need Need, int? Minutes)[] items) =>
        new([.. items.Select(i => new ScopeItem(i.Text, i.Need, i.Minutes))]);

    [Fact]
    public void Without_a_fixed_date_there_is_none_of_it()
    {
        var story = Given(ADiagnosedTicket);

        story.When(Scope(("Report", Need.MustHave, 60))).ThenRefused(FixedWork.NotFixed);
        story.When(new HandOver("Here", [Csv])).ThenRefused(FixedWork.NotFixed);
        Assert.Null(Feasibility.Of(story.Ticket, Shipped.Policy, story.Now));
        Fixed
            .And(new Resolved(ResolutionKind.Answered, "", "x", "x", []), new Closed())
            .When(new NoteQuestion("Which?"))
            .ThenRefused(Refusals.Closed);
    }

    [Fact]
    public void The_scope_says_what_must_be_and_what_would_be_nice()
    {
        var story = Fixed.When(
            Scope((" By course ", Need.MustHave, 120), ("", Need.MustHave, 5), ("By age", Need.NiceToHave, null))
        );

        story.Then(new ScopeSet([new("By course", Need.MustHave, 120), new("By age", Need.NiceToHave)]));
        story.When(Scope(("By course", Need.MustHave, 120), ("By age", Need.NiceToHave, null))).ThenNothing();
        story.When(Scope(("By age", Need.NiceToHave, 5))).ThenRefused(SetScope.Missing);
        story.When(Scope(("By course", Need.MustHave, 0))).ThenRefused(SetScope.EstimateWrong);
        story.When(Scope((new('a', 301), Need.MustHave, 5))).ThenRefused(SetScope.TooLong);
    }

    [Fact]
    public void The_verdict_counts_the_working_time_that_is_left()
    {
        // Office hours from Monday 09:00 to Wednesday 09:00: two days and nothing of the third.
        var policy = Shipped.Policy with
        {
            Calendar = Shipped.Office,
        };
        var left = (int)policy.Named(Shipped.Office).Calendar.Elapsed(Nine, Due, []).TotalMinutes;
        Assert.InRange(left, 1, 24 * 60);

        ThenFits(FeasibilityVerdict.Fits, [], ("a", Need.MustHave, left - 1), ("b", Need.NiceToHave, 1));
        ThenFits(
            FeasibilityVerdict.FitsWithoutNice,
            ["nice-too-much"],
            ("a", Need.MustHave, left),
            ("b", Need.NiceToHave, 1)
        );
        ThenFits(FeasibilityVerdict.DoesNotFit, ["must-too-much"], ("a", Need.MustHave, left + 1));
        ThenFits(FeasibilityVerdict.Unknown, ["not-estimated"], ("a", Need.MustHave, null), ("b", Need.MustHave, left));
        // That it does not fit can be known before all of it is estimated.
        ThenFits(
            FeasibilityVerdict.DoesNotFit,
            ["not-estimated", "must-too-much"],
            ("a", Need.MustHave, null),
            ("b", Need.MustHave, left + 1)
        );

        void ThenFits(FeasibilityVerdict verdict, string[] reasons, params (string, Need, int?)[] scope)
        {
            var fit = Feasibility.Of(Fixed.When(Scope(scope)).Ticket, policy, Nine)!;
            Assert.Equal((verdict, left), (fit.Verdict, fit.Left));
            Assert.Equal(reasons, fit.Reasons);
        }
    }

    [Fact]
    public void What_stands_in_the_way_is_said_with_the_verdict()
    {
        var story = Fixed;
        Assert.Equal(["no-scope"], Reasons(story));

        story.When(Scope(("a", Need.MustHave, 60))).When(new NoteQuestion("Which period?"));
        var asked = story.Ticket.Version;
        story.When(
            new AskApproval(ApprovalPurpose.DataRelease)
            {
                Approvers = [31],
                Known = [31],
                Fields = ["course"],
                Why = "A talk",
                Until = Due,
            }
        );
        Assert.Equal(["questions-open", "approval-open"], Reasons(story));

        story.When(new NoteAnswer(asked, "Spring")).When(new NoteAnswer(99, "x")).ThenRefused(NoteAnswer.NoSuch);
        Assert.Equal(["approval-open"], Reasons(story));
        Assert.Equal(
            ["date-passed", "must-too-much", "approval-open"],
            Feasibility.Of(story.Ticket, Shipped.Policy, Due.AddMinutes(1))!.Reasons
        );

        static IReadOnlyList<string> Reasons(Story told) =>
            Feasibility.Of(told.Ticket, Shipped.Policy, told.Now)!.Reasons;
    }

    [Fact]
    public void Milestones_are_planned_back_through_the_nights()
    {
        var office = Shipped.Policy with { Calendar = Shipped.Office };
        var action = new PlanMilestones([new("Query", 120), new(" Check ", 60)], Buffer: 30).Under(0, office);
        var decision = action.Decide(Fixed.Ticket, new(Nine, An));
        var plan = Assert.IsType<MilestonesPlanned>(Assert.Single(decision.Events)).Milestones;

        var calendar = office.Named(Shipped.Office).Calendar;
        Assert.Equal(["Query", "Check"], plan.Select(m => m.Name));
        Assert.Equal(plan[0].DoneBy, plan[1].BeginBy);
        Assert.Equal(TimeSpan.FromMinutes(30), calendar.Elapsed(plan[1].DoneBy, Due, []));
        Assert.Equal(TimeSpan.FromMinutes(60), calendar.Elapsed(plan[1].BeginBy, plan[1].DoneBy, []));
        Assert.Equal(TimeSpan.FromMinutes(210), calendar.Elapsed(plan[0].BeginBy, Due, []));
    }

    [Fact]
    public void A_plan_that_should_have_begun_says_how_much_is_missing()
    {
        var refusal = new PlanMilestones([new("Query", 47 * 60)], Buffer: 90)
            .Under(0, Shipped.Policy with { Calendar = Shipped.Always })
            .Decide(Fixed.Ticket, new(Nine, An))
            .Refusal;

        Assert.Equal(PlanMilestones.TooLate.Code, refusal?.Code);
        Assert.Equal("30m", refusal?.Detail);
        var story = Fixed;
        story.When(new PlanMilestones([])).ThenRefused(PlanMilestones.NoParts);
        story.When(new PlanMilestones([new("Query", 0)])).ThenRefused(SetScope.EstimateWrong);
        story.When(new PlanMilestones([new("Query", 5)], -1)).ThenRefused(SetScope.EstimateWrong);
    }

    [Fact]
    public void A_plan_for_another_date_is_old()
    {
        var story = Fixed.When(new PlanMilestones([new("Query", 60)]));
        Assert.False(story.Ticket.Work.IsPlannedForAnother(story.Ticket.Deadline));

        story.And(new Classified(ClassOfService.FixedDeadline, Priority.High, "Moved", null, Due.AddDays(1)));
        Assert.True(story.Ticket.Work.IsPlannedForAnother(story.Ticket.Deadline));
        story.When(new PlanMilestones([new("Query", 60)]));
        Assert.False(story.Ticket.Work.IsPlannedForAnother(story.Ticket.Deadline));
    }

    [Fact]
    public void Nothing_is_offered_unasked_and_nothing_agreed_that_was_not_offered()
    {
        var story = Fixed;
        story.When(new Negotiate(BargainStep.Offered, "Half of it")).ThenRefused(Negotiate.NothingAsked);
        story.When(new Negotiate(BargainStep.Agreed, "Half of it")).ThenRefused(Negotiate.NothingOffered);

        story.When(new Negotiate(BargainStep.Asked, "All of it", " The director "));
        story.Then(new Negotiated(BargainStep.Asked, "All of it") { By = "The director" });
        story.When(new Negotiate(BargainStep.Agreed, "All of it")).ThenRefused(Negotiate.NothingOffered);
        story.When(new Negotiate(BargainStep.Offered, "Campuses first, ages on Friday"));
        story.When(new Negotiate(BargainStep.Agreed, "Campuses first", "The director"));
        story.When(new Negotiate(BargainStep.Agreed, "Again")).ThenRefused(Negotiate.NothingOffered);
        story.When(new Negotiate(BargainStep.Asked, "Ages too, after all"));
        Assert.Equal(4, story.Ticket.Work.Bargains.Count);
    }

    [Fact]
    public void What_is_handed_over_keeps_its_hash_when_the_file_is_erased()
    {
        var story = Fixed.When(new HandOver("Here it is", [])).ThenRefused(HandOver.FileMissing);
        story.When(new HandOver("Here it is", [Csv]));

        story.Then(new HandedOver("Here it is", [Csv]) { Sha256 = ["aa11"] });
        Assert.Equal("aa11", Assert.Single(story.Ticket.Work.Handed).Sha256);
        var erased = EventNames.Erase("handed_over", EventNames.Write(story.Decided[0]));
        Assert.Contains("aa11", erased, StringComparison.Ordinal);
        Assert.DoesNotContain("report.csv", erased, StringComparison.Ordinal);
        Assert.True(Visibility.MayKnowOf(Lan, story.Decided[0]));
    }

    [Fact]
    public void The_release_of_data_is_granted_before_they_are_handed_over()
    {
        var story = Fixed.When(
            new AskApproval(ApprovalPurpose.DataRelease)
            {
                Approvers = [31],
                Known = [31],
                Fields = ["course"],
                Why = "A talk",
                Until = Due,
            }
        );
        var asked = story.Ticket.Version;
        var hand = new HandOver("Here it is", [Csv]);
        Assert.Equal(Holding.Awaited.Code, hand.Decide(story.Ticket, new(story.Now, An)).Refusal?.Code);

        story.When(new Grant(asked), Actor.Person(31, Role.Customer)).When(hand);
        Assert.IsType<HandedOver>(Assert.Single(story.Decided));
    }
}
