using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Asking people to agree, what they say, and what is held back until then.</summary>
public sealed class ApprovalTests
{
    const int Mai = 31;
    const int Phong = 32;

    static readonly Actor ByMai = Actor.Person(Mai, Role.Customer);
    static readonly Actor ByPhong = Actor.Person(Phong, Role.Lead);
    static readonly Actor Lead = Actor.Person(40, Role.Lead);
    static readonly DateTimeOffset Noon = Nine.AddHours(3);
    static readonly Resolve Fix = new(ResolutionKind.Fix, "Sent") { Cause = "Asked for" };

    // Asked for at version 5.
    const int Asked = 5;

    static AskApproval Ask(params int[] approvers) =>
        new(ApprovalPurpose.DataRelease)
        {
            Approvers = approvers,
            Known = approvers,
            Fields = ["course", " students, in number ", "", "course"],
            Why = "The director presents it",
            Until = Noon,
        };

    static Story Awaited(params int[] approvers) => Given(ADiagnosedTicket).When(Ask(approvers));

    [Fact]
    public void The_exact_fields_are_kept_as_they_were_asked_for()
    {
        Awaited(Mai)
            .Then(
                new ApprovalAsked(
                    ApprovalPurpose.DataRelease,
                    [Mai],
                    ["course", "students, in number"],
                    "The director presents it",
                    Noon
                )
            );
        var asked = new ApprovalAsked(ApprovalPurpose.DataRelease, [Mai], ["course"], "For Lan", Noon);
        var erased = EventNames.Erase("approval_asked", EventNames.Write(asked));
        Assert.Contains("course", erased, StringComparison.Ordinal);
        Assert.DoesNotContain("Lan", erased, StringComparison.Ordinal);
        Assert.False(Visibility.MayKnowOf(Lan, asked));
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var refusal = Refused(Given(ADiagnosedTicket), new AskApproval(null) { Fields = ["\u200b"], Why = "?" });

        Assert.Equal(
            ["approval-purpose", "approver", "approval-fields", "approval-why", "approval-until"],
            refusal.Parts
        );
        Assert.Contains("người duyệt; nội dung cụ thể", Text.Of(refusal, Language.Vi), StringComparison.Ordinal);
    }

    public static TheoryData<object, string> Wrong =>
        new()
        {
            { Ask(Mai) with { Until = Nine }, "approval-until-has-passed" },
            { Ask(Mai) with { Until = Nine.AddYears(11) }, "date-is-too-far-away" },
            { Ask(Mai) with { Known = [] }, "approver-is-unknown" },
            { Ask(An.PersonId!.Value, Mai), "approval-of-own-request" },
            { Ask(Mai, Lan.PersonId!.Value), "approval-of-own-request" },
            { Ask([.. Enumerable.Range(50, 11)]), "too-many-approvers" },
            { Ask(Mai) with { Fields = [.. Enumerable.Range(1, 51).Select(n => $"{n}")] }, "too-many-approval-fields" },
            { Ask(Mai) with { Fields = [new('a', 201)] }, "approval-field-is-too-long" },
            { Ask(Mai) with { Channel = "ops" }, "no-chat-channel-is-set-up" },
            { Ask(Mai) with { Channel = "ops", Chats = [new("dev")] }, "no-such-chat-channel" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_asked_says_why(object ask, string code) =>
        Assert.Equal(code, Refused(Given(ADiagnosedTicket), (AskApproval)ask).Code);

    [Fact]
    public void Until_it_is_granted_the_solution_and_every_file_are_held_back()
    {
        var story = Awaited(Mai);

        Assert.Equal(["approval-data-release"], Refused(story, Fix).Parts);
        Assert.Equal(Holding.Awaited.Code, Refused(story, Fix).Code);
        var file = new Attachment("report.csv", "text/csv", 3, "aa");
        Assert.Equal(Holding.Awaited.Code, Refused(story, new Reply("The draft") { Attachments = [file] }).Code);
        Assert.Equal(
            Holding.Awaited.Code,
            Refused(story, new Resolve(ResolutionKind.Declined, "No") { Attachments = [file] }).Code
        );
        story.When(new Reply("We asked for approval"));
        story.When(new Grant(Asked), ByMai);
        story.When(new Reply("The draft") { Attachments = [file] });
        story.When(Fix).ThenStep(Step.Communication);
    }

    [Fact]
    public void An_account_holds_back_no_files_and_declining_is_always_possible()
    {
        var story = Given(ADiagnosedTicket).When(Ask(Mai) with { Purpose = ApprovalPurpose.AccountReactivation });
        story.When(new Reply("See") { Attachments = [new("guide.pdf", "application/pdf", 3, "aa")] });
        Assert.Equal(Holding.Awaited.Code, Refused(story, Fix).Code);

        story.When(new Deny(Asked, "She has left"), ByMai);
        Assert.Equal(Holding.NotGiven.Code, Refused(story, Fix).Code);
        // Nor by way of a ticket that somebody says it repeats.
        story.When(new LinkTo(99, LinkKind.DuplicateOf));
        Assert.Equal(
            Holding.NotGiven.Code,
            Refused(story, new Resolve(ResolutionKind.Duplicate, "Your account is active again")).Code
        );
        story.When(new Resolve(ResolutionKind.Declined, "It stays closed"));
        Assert.NotNull(story.Ticket.Resolution);
    }

    [Fact]
    public void All_must_agree_and_one_no_is_a_no()
    {
        var story = Awaited(Mai, Phong).When(new Grant(Asked, "Fine"), ByMai);
        story.Then(new ApprovalGranted(Asked, Mai) { Comment = "Fine" });
        ThenState(story, ApprovalState.Awaited);

        story.When(new Deny(Asked, "Not the phones"), ByPhong);
        ThenState(story, ApprovalState.Denied);
        Assert.Equal(Holding.NotGiven.Code, Refused(story, Fix).Code);
    }

    [Fact]
    public void Where_one_is_enough_the_first_yes_settles_it()
    {
        var story = Given(ADiagnosedTicket).When(Ask(Mai, Phong) with { AnyOne = true });
        story.When(new Deny(Asked, "Not mine to say"), ByMai);
        ThenState(story, ApprovalState.Awaited);

        story.When(new Grant(Asked), ByPhong);
        ThenState(story, ApprovalState.Granted);

        var alone = Given(ADiagnosedTicket).When(Ask(Mai, Phong) with { AnyOne = true });
        alone.When(new Grant(Asked), ByPhong).When(new Grant(Asked), ByMai).ThenRefused(Deciding.Settled);
        alone.When(new Deny(Asked, "No"), ByMai).ThenRefused(Deciding.Settled);
    }

    [Fact]
    public void Each_decides_once_and_twice_the_same_is_once()
    {
        var story = Awaited(Mai, Phong).When(new Grant(Asked), ByMai);

        story.When(new Grant(Asked), ByMai).ThenNothing();
        story.When(new Deny(Asked, "Or not"), ByMai).ThenRefused(Deciding.Decided);
        story.When(new Grant(Asked)).ThenRefused(Deciding.NotAsked);
        story.When(new Grant(99), ByMai).ThenRefused(Deciding.NoSuch);
        story.When(new Deny(Asked, "?"), ByPhong).ThenRefused(Refusals.ReasonMissing);
    }

    [Theory]
    [InlineData(LinkKind.HasDuplicate, true)]
    [InlineData(LinkKind.DuplicateOf, true)]
    [InlineData(LinkKind.Related, false)]
    public void Whoever_reported_the_same_asked_for_it_too_and_does_not_agree_to_it(LinkKind kind, bool isTheirs)
    {
        var tie = new Linked(9, kind) { Requester = Mai };
        var asked = Given(ADiagnosedTicket, tie).When(Ask(Mai));
        if (isTheirs)
            asked.ThenRefused(AskApproval.OwnRequest);
        else
            Assert.Single(asked.Ticket.Approvals);

        // Somebody tied it after they were asked.
        var since = Awaited(Mai).And(tie).When(new Grant(Asked), ByMai);
        if (isTheirs)
            since.ThenRefused(AskApproval.OwnRequest);
        else
            ThenState(since, ApprovalState.Granted);
        if (isTheirs)
            since.When(new Grant(Asked, "By phone") { For = Mai }, Lead).ThenRefused(AskApproval.OwnRequest);
    }

    [Fact]
    public void Nobody_agrees_to_their_own_request_and_whoever_writes_it_down_says_how_they_know()
    {
        var story = Awaited(Mai);
        story.When(new Grant(Asked, "She said so") { For = Mai }).ThenRefused(AskApproval.OwnRequest);
        story.When(new Grant(Asked, "She said so") { For = Mai }, Lan).ThenRefused(AskApproval.OwnRequest);
        story.When(new Grant(Asked) { For = Mai }, Lead).ThenRefused(Deciding.NotSaidHow);

        story.When(new Grant(Asked, "By telephone, at ten") { For = Mai }, Lead);
        story.Then(new ApprovalGranted(Asked, Mai) { Comment = "By telephone, at ten", OnBehalf = true });

        Assert.True(Permissions.May(Lead, new Grant(Asked) { For = Mai }));
        Assert.False(Permissions.May(An, new Grant(Asked) { For = Mai }));
        Assert.False(Permissions.May(ByMai, new Deny(Asked, "x") { For = Phong }));
    }

    [Fact]
    public void An_approver_reaches_the_ticket_to_decide_and_for_nothing_else()
    {
        var ticket = Awaited(Mai).Ticket;

        Assert.False(Permissions.MaySee(ByMai, ticket));
        Assert.True(Permissions.MayReach(ByMai, ticket, new Grant(Asked)));
        Assert.True(Permissions.MayReach(ByMai, ticket, new Deny(Asked, "x")));
        Assert.False(Permissions.MayReach(ByMai, ticket, new Grant(4)));
        Assert.False(Permissions.MayReach(ByMai, ticket, new Write("Hello", Channel.Web)));
        Assert.False(Permissions.MayReach(Actor.Person(Phong, Role.Customer), ticket, new Grant(Asked)));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(96, 24)]
    [InlineData(96 * 7, 24)]
    public void With_a_quarter_of_the_time_left_and_at_most_a_day_who_is_silent_is_reminded(int given, int left)
    {
        var until = Nine.AddHours(given);
        var story = Given(ADiagnosedTicket).When(Ask(Mai, Phong) with { Until = until });
        var at = Holding.NextReminder(story.Ticket);
        Assert.InRange((until - at!.Value).TotalHours, left - .1, left);

        story.When(new Grant(Asked), ByMai).After(at.Value - Nine);
        Assert.Empty(Holding.Reminders(story.Ticket, at.Value.AddTicks(-10)));
        Assert.Equal([Phong], Holding.Reminders(story.Ticket, at.Value).Single().Readers);
        // What is decided, or over, reminds nobody.
        Assert.Empty(Holding.Reminders(story.Ticket, until.AddSeconds(1)));
        story.When(new Deny(Asked, "No"), ByPhong);
        Assert.Null(Holding.NextReminder(story.Ticket));
    }

    [Fact]
    public void At_the_last_instant_it_can_be_decided_and_after_it_has_lapsed()
    {
        var story = Awaited(Mai, Phong).After(Noon - Nine);
        story.When(new Grant(Asked), ByMai);
        story.When(new CheckClocks()).Then(new ApproversReminded(Asked, [Phong], Noon));
        story.When(new CheckClocks()).ThenNothing();
        Assert.Equal(Noon, Holding.NextLapse(story.Ticket));

        story.AfterMinutes(1).When(new Grant(Asked), ByPhong).ThenRefused(Deciding.Lapsed);
        story.When(new CheckClocks()).Then(new ApprovalLapsed(Asked, Noon));
        story.When(new CheckClocks()).ThenNothing();
        Assert.Null(Holding.NextLapse(story.Ticket));
        Assert.Equal(Holding.NotGiven.Code, Refused(story, Fix).Code);
    }

    [Fact]
    public void Taking_it_back_lets_nothing_go_and_asking_anew_does_once_granted()
    {
        var story = Awaited(Mai).When(new WithdrawApproval(Asked, "Asked for too much"));
        story.Then(new ApprovalWithdrawn(Asked, [Mai], "Asked for too much"));
        story.When(new WithdrawApproval(Asked, "Again")).ThenNothing();
        story.When(new Grant(Asked), ByMai).ThenRefused(Deciding.Withdrawn);
        Assert.Equal(Holding.NotGiven.Code, Refused(story, Fix).Code);

        story.When(Ask(Phong));
        var anew = story.Ticket.Version;
        Assert.Equal(Holding.Awaited.Code, Refused(story, Fix).Code);
        story.When(new Grant(anew), ByPhong).When(new WithdrawApproval(anew, "x")).ThenRefused(Deciding.Settled);
        story.When(Fix);
        Assert.Equal(2, story.Ticket.Approvals.Count);
        story.When(Ask(Mai)).ThenRefused(AskApproval.AlreadyResolved);
    }

    [Fact]
    public void A_grant_for_something_else_lets_nothing_go()
    {
        var story = Awaited(Mai).When(new Deny(Asked, "Too much"), ByMai);
        story.When(Ask(Phong) with { Purpose = ApprovalPurpose.Other });
        story.When(new Grant(story.Ticket.Version), ByPhong);

        Assert.Equal(["approval-data-release"], Refused(story, Fix).Parts);
    }

    [Fact]
    public void A_reason_sets_aside_what_was_asked_before_it_and_nothing_asked_since()
    {
        var story = Awaited(Mai);
        var decision = Overriding.Decide(Fix, "The minister waits", story.Ticket, new(story.Now, Lead));
        Assert.Equal(
            [Stored(new Overridden("approval-is-awaited", "The minister waits"))],
            decision.Events.Take(1).Select(Stored)
        );

        story.And(new Overridden("approval-is-awaited", "The draft only"));
        Assert.Null(Fix.Decide(story.Ticket, new(story.Now, An)).Refusal);
        story.When(Ask(Phong));
        Assert.Equal(Holding.Awaited.Code, Refused(story, Fix).Code);
        var again = Overriding.Decide(Fix, "The rest too", story.Ticket, new(story.Now, Lead));
        Assert.IsType<Overridden>(again.Events[0]);
    }

    [Fact]
    public void What_an_approver_writes_by_mail_is_kept_and_decides_nothing()
    {
        var story = Awaited(Mai).When(new HearApprover(Mai, "Yes, I agree"));
        story.Then(new ApproverWrote(Asked, Mai, "Yes, I agree"), new ApproverRedirected(Asked, [Mai]));
        ThenState(story, ApprovalState.Awaited);
        // Told once where to decide.
        story.When(new HearApprover(Mai, "Did you get it")).Then(new ApproverWrote(Asked, Mai, "Did you get it"));
        story.When(new HearApprover(Phong, "Me too")).ThenRefused(Deciding.NotAsked);
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(1, false, false)]
    [InlineData(1, true, true)]
    public void Who_wrote_too_late_is_told_where_it_stands_if_they_meant_to_decide(
        int minutes,
        bool isDecision,
        bool isTold
    )
    {
        var story = Awaited(Mai);
        story
            .After(Noon - story.Now)
            .AfterMinutes(minutes)
            .When(new HearApprover(Mai, "Approved") { IsDecision = isDecision });

        var wrote = new ApproverWrote(Asked, Mai, "Approved");
        story.Then(isTold ? [wrote, new ApproverRedirected(Asked, [Mai])] : [wrote]);
    }

    [Fact]
    public void Who_decided_or_had_a_deputy_write_is_told_nothing()
    {
        var story = Awaited(Mai, Phong).When(new HearApprover(Mai, "Yes") { From = "deputy@campus.example" });
        story.Then(new ApproverWrote(Asked, Mai, "Yes") { From = "deputy@campus.example" });

        story.And(new ApprovalGranted(Asked, Mai)).When(new HearApprover(Mai, "Thanks"));
        story.Then(new ApproverWrote(Asked, Mai, "Thanks"));
    }

    [Fact]
    public void A_letter_to_an_approver_is_recorded_and_counts_for_no_audience()
    {
        var story = Awaited(Mai).And(new Involved(50, Audience.Stakeholders));
        var heard = story.Ticket.HeardLast(Audience.Stakeholders);

        story.When(new RecordDelivery(Asked, "a@desk.example") { Reader = Mai });
        Assert.NotNull(story.Ticket.ApprovalLetters[0].ArrivedAt);
        Assert.Equal(heard!.Version, story.Ticket.HeardLast(Audience.Stakeholders)!.Version);
        Assert.Null(story.Ticket.AlertedAt);
        story.When(new RecordBounce(Asked, "5.1.1") { Reader = Mai });
        Assert.True(story.Ticket.ApprovalLetters[0].Receipts[0].HasBounced);
    }

    static void ThenState(Story story, ApprovalState expected) =>
        Assert.Equal(expected, Assert.Single(story.Ticket.Approvals).StateAt(story.Now));

    static Refusal Refused(Story story, TicketAction action) =>
        action.Decide(story.Ticket, new(story.Now, An)).Refusal ?? throw new InvalidOperationException("Not refused.");
}
