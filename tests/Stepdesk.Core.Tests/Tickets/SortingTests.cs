using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Class, priority, category, tags, people affected, owner.</summary>
public sealed class SortingTests
{
    static readonly DateTimeOffset Friday = Nine.AddDays(4);

    public static TheoryData<TicketAction> OnlyWhileOpen =>
        [
            new Classify(ClassOfService.Standard, "One person"),
            new SetPriority(Priority.Low),
            new SetCategory("network"),
            new SetAffected(new(3)),
            new Assign(1, 2),
            new Diagnose("Found it"),
            new Reply("Hello"),
        ];

    [Theory]
    [MemberData(nameof(OnlyWhileOpen))]
    public void A_closed_ticket_is_not_worked_on(TicketAction action)
    {
        Given(AClosedTicket).When(action).ThenRefused(Refusals.Closed);
        Given(ACancelledTicket).When(action).ThenRefused(Refusals.Closed);
        Given([]).When(action).ThenRefused(Refusals.Closed);
    }

    [Theory]
    [InlineData(ClassOfService.Standard, Priority.Normal)]
    [InlineData(ClassOfService.Priority, Priority.High)]
    [InlineData(ClassOfService.Expedite, Priority.Urgent)]
    public void The_priority_follows_from_the_class(ClassOfService service, Priority priority) =>
        Given(ALoggedTicket)
            .When(new Classify(service, " because "))
            .Then(new Classified(service, priority, "because", null, null));

    [Fact]
    public void A_priority_set_apart_survives_a_better_justification_and_not_another_class() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.Priority, "16"))
            .When(new SetPriority(Priority.Urgent))
            .When(new Classify(ClassOfService.Priority, "16 students"))
            .ThenTicket(t => Assert.Equal(Priority.Urgent, t.Priority))
            .When(new Classify(ClassOfService.Standard, "One person after all"))
            .ThenTicket(t => Assert.Equal(Priority.Normal, t.Priority));

    [Fact]
    public void A_tag_or_category_of_which_something_would_be_cut_is_refused()
    {
        var (fits, longer) = (new string('a', 50), new string('a', 51));
        Given(ALoggedTicket).When(new SetCategory(fits)).Then(new CategorySet(fits));
        Given(ALoggedTicket).When(new SetCategory(longer)).ThenRefused(SetCategory.TooLong);
        Given(ALoggedTicket).When(new SetTags(["ok", fits])).Then(new TagsSet([fits, "ok"]));
        Given(ALoggedTicket).When(new SetTags(["ok", longer])).ThenRefused(SetTags.TooLong with { Detail = fits });
    }

    [Fact]
    public void A_class_needs_its_reason() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.Expedite, " "))
            .ThenRefused(Classify.NotJustified)
            .When(new Classify(ClassOfService.Expedite, new string('a', 100_001)))
            .ThenRefused(Refusals.TextTooLong)
            .When(new Classify(ClassOfService.Expedite, "53") { Affected = new(-1) })
            .ThenRefused(SetAffected.Negative);

    [Fact]
    public void Classifying_twice_the_same_is_classifying_once() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Friday })
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Friday })
            .ThenNothing();

    [Fact]
    public void A_fixed_deadline_needs_its_date() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit"))
            .ThenRefused(Classify.DeadlineMissing);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_new_deadline_lies_in_the_future(int seconds, bool stands)
    {
        var story = Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Nine.AddSeconds(seconds) });
        if (stands)
            story.ThenTicket(t => Assert.Equal(Nine.AddSeconds(seconds), t.Deadline));
        else
            story.ThenRefused(Classify.DeadlinePassed);
    }

    [Fact]
    public void A_deadline_that_has_passed_since_stays_when_the_reason_is_corrected() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Friday })
            .After(TimeSpan.FromDays(7))
            .When(new Classify(ClassOfService.FixedDeadline, "The auditors' report") { Deadline = Friday })
            .ThenTicket(t => Assert.Equal((Friday, 2), (t.Deadline, t.DeadlineSet!.Version)))
            .When(new Classify(ClassOfService.FixedDeadline, "The auditors' yearly report"))
            .ThenTicket(t => Assert.Equal((Friday, 2), (t.Deadline, t.DeadlineSet!.Version)));

    [Fact]
    public void Another_class_has_no_deadline() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Friday })
            .When(new Classify(ClassOfService.Standard, "Moved to June") { Deadline = Friday.AddDays(1) })
            .ThenRefused(Classify.DeadlineUnwanted)
            // A form says again what the ticket had.
            .When(new Classify(ClassOfService.Standard, "Moved to June") { Deadline = Friday })
            .ThenTicket(t => Assert.Equal((null, null), (t.Deadline, t.DeadlineSet)))
            .When(new Classify(ClassOfService.Priority, "7 people") { Deadline = Friday })
            .ThenRefused(Classify.DeadlineUnwanted);

    [Fact]
    public void A_date_stays_on_record_and_promised_when_the_ticket_turns_into_an_emergency()
    {
        var story = Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Friday })
            .When(new SetAffected(new(30, AffectedSource.Telemetry)))
            .When(new Classify(ClassOfService.Expedite, "Nobody can work") { Deadline = Friday.AddDays(1) })
            .ThenRefused(Classify.DeadlineUnwanted)
            .When(new Classify(ClassOfService.Expedite, "Nobody can work"))
            .ThenDue(ClockName.Deadline, Friday)
            .ThenTicket(t => Assert.Null(t.SuggestedClass(Shipped.Policy)))
            .When(new SetAffected(new(3, AffectedSource.Telemetry)))
            .ThenTicket(t => Assert.Equal(ClassOfService.FixedDeadline, t.SuggestedClass(Shipped.Policy)));
        story
            .When(new Classify(ClassOfService.FixedDeadline, "3 are left"))
            .ThenTicket(t => Assert.Equal((Friday, 2), (t.Deadline, t.DeadlineSet!.Version)));
    }

    [Fact]
    public void While_nobody_counted_and_nothing_is_due_nothing_speaks_for_a_class() =>
        Given(ALoggedTicket)
            .ThenTicket(t => Assert.Null(t.SuggestedClass(Shipped.Policy)))
            .When(new SetAffected(new(1)))
            .ThenTicket(t => Assert.Equal(ClassOfService.Standard, t.SuggestedClass(Shipped.Policy)));

    [Fact]
    public void A_moved_date_is_explained_by_every_decision_on_it()
    {
        var story = Given(ALoggedTicket)
            .When(new Classify(ClassOfService.FixedDeadline, "Audit") { Deadline = Friday })
            .AfterMinutes(60)
            .When(new Classify(ClassOfService.FixedDeadline, "They gave us a day") { Deadline = Friday.AddDays(1) });

        Assert.Equal([2, 3], Clocks.Explain(story.Ticket, ClockName.Deadline, Shipped.Policies, story.Now)!.Events);
    }

    [Fact]
    public void Classifying_keeps_the_count_of_people_it_was_not_told() =>
        Given(ALoggedTicket)
            .When(new SetAffected(new(30, AffectedSource.Telemetry)))
            .When(new Classify(ClassOfService.Expedite, "30"))
            .ThenTicket(t => Assert.Equal(new(30, AffectedSource.Telemetry), t.Affected));

    [Theory]
    [InlineData(0, ClassOfService.Standard)]
    [InlineData(4, ClassOfService.Standard)]
    [InlineData(5, ClassOfService.Priority)]
    [InlineData(25, ClassOfService.Priority)]
    [InlineData(26, ClassOfService.Expedite)]
    public void A_count_suggests_a_class_and_sets_none(int count, ClassOfService suggested) =>
        Given(ALoggedTicket)
            .When(new SetAffected(new(count)))
            .Then(new AffectedSet(new(count)))
            .ThenTicket(t => Assert.Equal((null, suggested), (t.Class, t.SuggestedClass(Shipped.Policy))));

    [Fact]
    public void A_suggestion_that_was_followed_is_made_no_more() =>
        Given(ALoggedTicket)
            .When(new Classify(ClassOfService.Priority, "16") { Affected = new(16) })
            .ThenTicket(t => Assert.Null(t.SuggestedClass(Shipped.Policy)))
            .When(new SetAffected(new(40)))
            .ThenTicket(t => Assert.Equal(ClassOfService.Expedite, t.SuggestedClass(Shipped.Policy)));

    [Fact]
    public void A_date_speaks_louder_than_a_count() =>
        Assert.Equal(ClassOfService.FixedDeadline, Shipped.Policy.Suggest(40, Friday));

    [Fact]
    public void People_are_not_counted_below_zero() =>
        Given(ALoggedTicket).When(new SetAffected(new(-1))).ThenRefused(SetAffected.Negative);

    [Fact]
    public void What_is_set_twice_is_set_once() =>
        Given(ALoggedTicket)
            .When(new SetAffected(new(3)))
            .When(new SetAffected(new(3)))
            .ThenNothing()
            .When(new SetPriority(Priority.High))
            .Then(new PrioritySet(Priority.High))
            .When(new SetPriority(Priority.High))
            .ThenNothing()
            .When(new SetCategory("Network Access"))
            .Then(new CategorySet("network-access"))
            .When(new SetCategory(" network access"))
            .ThenNothing()
            .When(new SetCategory(null))
            .Then(new CategorySet(null))
            .When(new SetTags(["vpn", "Wi-Fi"]))
            .Then(new TagsSet(["vpn", "wi-fi"]))
            .When(new SetTags(["WI-FI", "vpn", "vpn"]))
            .ThenNothing()
            .When(new Assign(1, 2))
            .Then(new Assigned(1, 2))
            .When(new Assign(1, 2))
            .ThenNothing()
            .When(new Assign(null, null))
            .ThenTicket(t => Assert.Equal((null, null), (t.Team, t.Owner)));

    [Fact]
    public void A_closed_ticket_can_still_be_tagged() =>
        Given(AClosedTicket).When(new SetTags(["lockout"])).Then(new TagsSet(["lockout"]));

    [Fact]
    public void Twenty_one_tags_are_too_many() =>
        Given(ALoggedTicket)
            .When(new SetTags([.. Enumerable.Range(0, 21).Select(i => $"{i}")]))
            .ThenRefused(SetTags.TooMany);
}
