using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Asking specialists for help: with all they need, or by a short alert that owes the rest.</summary>
public sealed class EscalationTests
{
    internal const int Dev = 22;
    internal const int Ops = 23;

    static readonly Classified Expedited = new(ClassOfService.Expedite, Priority.Urgent, "53 users", new(53), null);
    internal static readonly Classified Standard = new(
        ClassOfService.Standard,
        Priority.Normal,
        "1 user",
        new(1),
        null
    );

    internal static Story Emergency => Given(AnAcknowledgedTicket).And(Expedited);

    internal static Package Full =>
        new()
        {
            Summary = "Submissions fail with HTTP 500",
            Since = Nine.AddMinutes(-30),
            Tried = "Other classes, other browsers",
            Pins = [new(1)],
            Impact = "53 exams cannot be handed in",
            Ask = "Roll the release back",
            NextUpdateAt = Nine.AddHours(1),
        };

    internal static Escalate Ask(int person = Dev) =>
        new(Ground.BusinessImpact, Specialty.Development)
        {
            Person = person,
            Readers = [person],
            Package = Full,
        };

    internal static Escalate Alert(int person = Dev) =>
        Ask(person) with
        {
            IsShort = true,
            Package = new() { Summary = "Submissions fail", Ask = "Look at once" },
        };

    [Fact]
    public void What_a_duplicate_asked_is_awaited_by_the_ticket_that_carries_it()
    {
        var story = Emergency.When(Ask());
        story.ThenClock(ClockName.Return, ClockState.Running);

        story.AfterMinutes(1).And(new Linked(5, LinkKind.DuplicateOf)).ThenClock(ClockName.Return, ClockState.Paused);
        story.AfterMinutes(600).ThenClock(ClockName.Return, ClockState.Paused);
        story.When(new Unlink(5)).ThenClock(ClockName.Return, ClockState.Running);
    }

    [Fact]
    public void A_full_package_asks_and_tells_the_requester()
    {
        var story = Emergency.When(Ask());

        story.Then(
            new Involved(Dev, Audience.Specialists),
            new Escalated(Ground.BusinessImpact, Specialty.Development, [Dev], Full.Summary)
            {
                Class = ClassOfService.Expedite,
                Affected = 53,
                Since = Full.Since,
                Tried = Full.Tried,
                Impact = Full.Impact,
                Ask = Full.Ask,
                NextUpdateAt = Full.NextUpdateAt,
                Pins = [new(1)],
            },
            new RequesterTold(Text.Of("template-escalation-requester", Language.En), Full.NextUpdateAt)
        );
        Assert.True(Visibility.MayKnowOf(Lan, new RequesterTold("", null)));
        Assert.False(Visibility.MayKnowOf(Lan, new Escalated(Ground.Security, Specialty.Content, [], "")));
    }

    [Fact]
    public void A_full_package_to_the_same_people_completes_their_alert_by_whichever_form()
    {
        var story = Emergency.When(Alert()).AfterMinutes(2).When(Ask());
        Assert.False(Assert.Single(story.Ticket.Escalations).OwesPackage);
        // The alert promised the requester nothing; the package has an hour for them.
        Assert.Contains(new RequesterTold(Text.Of(Escalate.Completed, Language.En), Full.NextUpdateAt), story.Decided);

        story = Emergency.When(Alert()).AfterMinutes(2).When(Ask() with { To = Specialty.Operations });
        Assert.Equal([true, false], story.Ticket.Escalations.Select(e => e.OwesPackage));
        story = Emergency.When(Alert()).AfterMinutes(2).When(Ask(Dev + 1));
        Assert.Equal([true, false], story.Ticket.Escalations.Select(e => e.OwesPackage));
    }

    [Fact]
    public void Who_was_told_when_they_hear_next_is_not_told_so_again_within_the_hour()
    {
        var story = Emergency.When(Alert());
        Assert.Single(story.Decided.OfType<RequesterTold>());
        story.When(Alert(Ops));
        Assert.Empty(story.Decided.OfType<RequesterTold>());
        story.AfterMinutes(1).When(Ask());
        Assert.Equal(Full.NextUpdateAt, Assert.Single(story.Decided.OfType<RequesterTold>()).NextUpdateAt);

        var late = Full.NextUpdateAt!.Value.AddHours(2);
        story.AfterMinutes(1).When(Ask(Ops));
        Assert.Empty(story.Decided.OfType<RequesterTold>());

        story
            .When(Alert(Ops + 1))
            .AfterMinutes(60)
            .When(Ask(Ops + 1) with { Package = Full with { NextUpdateAt = late } });
        Assert.Equal(late, Assert.Single(story.Decided.OfType<RequesterTold>()).NextUpdateAt);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var refusal = Refused(Given(ALoggedTicket), new Escalate(null, null));

        Assert.Equal(Escalate.Incomplete.Code, refusal.Code);
        Assert.Equal(
            [
                "why",
                "specialty",
                "whom",
                "summary",
                "class",
                "affected",
                "since",
                "tried",
                "evidence",
                "impact",
                "ask",
                "next-update",
            ],
            refusal.Parts
        );
        Assert.EndsWith(
            "mức ảnh hưởng; điều cần hỗ trợ; thời điểm hẹn cập nhật tiếp theo.",
            Text.Of(refusal, Language.Vi)
        );
        Assert.Contains("what was tried; evidence (an entry", Text.Of(refusal, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wish_needs_no_hour_at_which_it_began()
    {
        var wish = Ask() with { Package = Full with { Since = null } };

        Assert.NotEmpty(Emergency.When(wish with { Why = Ground.NeedsDecision }).Decided);
        Assert.NotEmpty(Emergency.When(wish with { To = Specialty.Product }).Decided);
        Assert.Equal(["since"], Refused(Emergency, wish).Parts);
    }

    public static TheoryData<string, object> Incomplete =>
        new()
        {
            { "why", Ask() with { Why = null } },
            { "specialty", Ask() with { To = null } },
            { "whom", Ask() with { Person = null } },
            { "summary", Ask() with { Package = Full with { Summary = " \u200b" } } },
            { "since", Ask() with { Package = Full with { Since = null } } },
            { "tried", Ask() with { Package = Full with { Tried = "\n" } } },
            { "evidence", Ask() with { Package = Full with { Pins = [] } } },
            { "impact", Ask() with { Package = Full with { Impact = "" } } },
            { "ask", Ask() with { Package = Full with { Ask = "" } } },
            { "next-update", Ask() with { Package = Full with { NextUpdateAt = null } } },
        };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Each_part_is_asked_for_by_name(string part, object escalate) =>
        Assert.Equal([part], Refused(Emergency, (Escalate)escalate).Parts);

    [Fact]
    public void A_file_that_came_with_it_is_evidence() =>
        Emergency
            .When(
                Ask() with
                {
                    Package = Full with { Pins = [], Attachments = [new("error.png", "image/png", 3, "aa")] },
                }
            )
            .ThenTicket(t => Assert.Single(t.Escalations));

    [Fact]
    public void A_class_and_a_count_are_the_tickets_own()
    {
        Assert.Equal(["class", "affected"], Refused(Given(ALoggedTicket), Ask()).Parts);
        Assert.Equal(
            ["class"],
            Refused(Given(ALoggedTicket), Ask() with { Package = Full with { Affected = 3 } }).Parts
        );
    }

    [Fact]
    public void Only_what_is_there_can_be_pinned()
    {
        Pinned(new Pin(1)).ThenTicket(t => Assert.Single(t.Escalations));
        Pinned(new Pin(Link: "https://logs.example/q?id=1", Note: "500s"))
            .ThenTicket(t => Assert.Single(t.Escalations));
        foreach (var pin in (Pin[])[new(99), new(0), new(), new(1, 0), new(1, -1), new(3)])
            Assert.Equal(Pin.Unknown.Code, Refusal(pin));
        foreach (var link in (string[])["javascript:alert(1)", "/here", "ftp://x.example", "https://x.example/a b", ""])
            Assert.Equal(Pin.LinkInvalid.Code, Refusal(new Pin(Link: link)));
        Assert.Equal(Pin.LinkInvalid.Code, Refusal(new Pin(1, Link: "https://x.example")));
        Assert.Equal(Pin.TooMany.Code, Refusal([.. Enumerable.Repeat(new Pin(1), 21)]));
        Assert.Equal(Pin.NoteTooLong.Code, Refusal(new Pin(1, Note: new('x', 501))));

        static Story Pinned(params Pin[] pins) => Emergency.When(Ask() with { Package = Full with { Pins = pins } });
        static string Refusal(params Pin[] pins) =>
            Refused(Emergency, Ask() with { Package = Full with { Pins = pins } }).Code;
    }

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        Assert.Equal(Escalate.NotYetBegun, Refused(Emergency, With(Full with { Since = Nine.AddMinutes(1) })));
        Assert.Equal(Reply.PromisePassed, Refused(Emergency, With(Full with { NextUpdateAt = Nine })));
        Assert.Equal(Reply.PromiseTooFar, Refused(Emergency, With(Full with { NextUpdateAt = Nine.AddDays(32) })));
        Assert.Equal(Escalate.SummaryTooLong, Refused(Emergency, With(Full with { Summary = new('x', 201) })));
        Assert.Equal(SetAffected.Negative, Refused(Emergency, With(Full with { Affected = -1 })));
        Assert.Equal(Refusals.TextTooLong, Refused(Emergency, With(Full with { Tried = new('x', 100_001) })));

        static Escalate With(Package package) => Ask() with { Package = package };
    }

    [Fact]
    public void Nobody_who_would_learn_nothing_is_asked()
    {
        Assert.Equal(Escalate.ReachesNobody, Refused(Emergency, Ask(1)));
        Assert.Equal(Escalate.ReachesNobody, Refused(Emergency, Ask() with { Readers = [] }));
        Assert.Equal(Involve.AsRequester, Refused(Emergency, Ask(7)));
        // A team is asked without the one who asks, and without a requester who is one of it.
        Emergency
            .When(Ask() with { Person = null, Team = 3, Readers = [1, 7, Dev, Ops] })
            .ThenTicket(t => Assert.Equal([Dev, Ops], Assert.Single(t.Escalations).Readers));
    }

    [Fact]
    public void A_stakeholder_who_is_asked_stays_one()
    {
        var story = Emergency.When(new Involve(Dev, Audience.Stakeholders)).When(Ask());

        story.ThenTicket(t => Assert.Equal(Audience.Stakeholders, Assert.Single(t.Parties).As));
        Assert.Equal([Dev], story.Ticket.Briefings[^1].Receipts.Select(r => r.Reader));
    }

    [Fact]
    public void After_the_resolution_nobody_is_asked_until_it_is_disputed()
    {
        Assert.Equal(Escalate.AlreadyResolved, Refused(Given(AToldSolution).And(Standard), Ask()));
        Assert.Equal(Refusals.Closed, Refused(Given(AClosedTicket).And(Standard), Ask()));
        Given(AToldSolution)
            .And(Standard)
            .When(new Dispute("No"))
            .When(Ask())
            .ThenTicket(t => Assert.Single(t.Escalations));
    }

    [Fact]
    public void The_requester_is_told_once_until_the_ticket_comes_back()
    {
        var story = Emergency.When(Alert()).When(Ask(Ops));
        Assert.Single(story.Ticket.Outgoing, m => m.IsTelling);

        story.And(new Diagnosed("Release"), Solved, new Disputed("Still fails")).AfterMinutes(1).When(Ask(Ops));
        Assert.Equal(2, story.Ticket.Outgoing.Count(m => m.IsTelling));
    }

    [Fact]
    public void Nobody_affected_is_nothing_to_escalate_with() =>
        Assert.Equal(["affected"], Refused(Emergency, Ask() with { Package = Full with { Affected = 0 } }).Parts);

    [Fact]
    public void Who_was_not_reached_is_told_again()
    {
        var story = Emergency.When(Alert());
        story.And(new Bounced(story.Ticket.Version, "4.2.2", null)).When(Ask(Ops));

        Assert.Equal([true, false], story.Ticket.Outgoing.Where(m => m.IsTelling).Select(m => m.HasBounced));
    }

    [Fact]
    public void What_the_requester_is_told_is_an_update_and_no_answer()
    {
        var story = Given(ALoggedTicket).And(Expedited).When(Ask() with { Telling = "Our developers look at it." });
        var told = story.Ticket.Version;
        story.And(Arrived(told));

        story.ThenTicket(t => Assert.Null(t.AcknowledgedAt)).ThenDue(ClockName.Update, Full.NextUpdateAt!.Value);
        Assert.Equal(Step.InitialResponse, Steps.Current(story.Ticket));
    }

    [Fact]
    public void An_answer_belongs_to_the_mail_it_answers()
    {
        var story = Emergency.When(Ask()).AfterMinutes(1).When(Ask());
        var (first, second) = (story.Ticket.Escalations[0].Version, story.Ticket.Escalations[1].Version);

        story.When(new HearFrom(Dev, "Seen") { Message = first });
        Assert.NotNull(story.Ticket.Escalations[0].Answer);
        story.ThenDue(ClockName.Return, Nine.AddMinutes(16));
        story.AfterMinutes(1).When(new HearFrom(Dev, "And this"));
        Assert.Equal(second, Assert.IsType<PartyWrote>(Last(story)).Escalation);
        story.ThenNoClock(ClockName.Return);
        // Whoever was not asked answers nothing.
        story.And(new Involved(30, Audience.Specialists)).When(new HearFrom(30, "By the way"));
        Assert.Null(Assert.IsType<PartyWrote>(Last(story)).Escalation);
    }

    [Fact]
    public void Each_escalation_has_clocks_of_its_own()
    {
        var story = Emergency.When(Alert()).AfterMinutes(3).When(Ask(Ops));

        Assert.Equal(
            [Nine.AddMinutes(15), Nine.AddMinutes(18)],
            Clocks.Of(story.Ticket, Desk.Policies).Where(c => c.Name is ClockName.Return).Select(c => c.DueAt!.Value)
        );
        var second = story.Ticket.Escalations[1].Version;
        Assert.Equal(
            second,
            Clocks.Explain(story.Ticket, ClockName.Return, Desk.Policies, story.Now, second)!.Clock.Cycle
        );
    }

    [Fact]
    public void A_late_answer_is_measured_and_the_promise_stays_broken()
    {
        List<Recorded> history = [];
        var ticket = Ticket.Unlogged;
        Happen(0, [.. AnAcknowledgedTicket, Expedited, .. Emergency.When(Ask()).Decided]);
        Happen(20, [.. Clocks.Notices(ticket, Desk.Policies, Nine.AddMinutes(20))]);
        Happen(20, [new HearFrom(Dev, "Rolled back").Decide(ticket, new(Nine.AddMinutes(20), An)).Events[0]]);

        var facts = TimeFacts.Of(history, Desk.Policies);
        Assert.Contains(facts.Breaches, b => b.Clock is ClockName.Return && b.At == Nine.AddMinutes(15));
        var measure = Assert.Single(facts.Measures, m => m.What is Measured.Return);
        Assert.Equal((TimeSpan.FromMinutes(20), false), (measure.Working, measure.Kept));

        void Happen(int minutes, IEnumerable<Event> events)
        {
            foreach (var what in events)
            {
                history.Add(new(history.Count + 1, new(Nine.AddMinutes(minutes), An), what));
                ticket = ticket.After(history[^1]);
            }
        }
    }

    [Fact]
    public void What_is_withdrawn_is_awaited_no_more_and_they_are_told()
    {
        var story = Emergency.When(Alert());
        var asked = story.Ticket.Escalations[0].Version;

        story.When(new WithdrawEscalation(asked, "Found it ourselves"));
        story.Then(new EscalationWithdrawn(asked, [Dev], "Found it ourselves"));
        story.ThenNoClock(ClockName.Return).ThenNoClock(ClockName.Package);
        story.When(new WithdrawEscalation(asked, "Again")).ThenNothing();
        story.When(new RecordAnswer(asked, "Fixed")).ThenRefused(RecordAnswer.Withdrawn);
        story.When(new WithdrawEscalation(99, "x")).ThenRefused(WithdrawEscalation.NoSuch);
    }

    [Fact]
    public void What_was_said_on_the_telephone_is_an_answer()
    {
        var story = Emergency.When(Ask());
        var asked = story.Ticket.Escalations[0].Version;

        story.When(new RecordAnswer(asked, "Rolled back")).Then(new EscalationAnswered(asked, "Rolled back"));
        story
            .ThenNoClock(ClockName.Return)
            .When(new WithdrawEscalation(asked, "x"))
            .ThenRefused(WithdrawEscalation.Answered);
        story.When(new RecordAnswer(99, "x")).ThenRefused(WithdrawEscalation.NoSuch);
    }

    internal static Refusal Refused(Story story, Escalate escalate)
    {
        var decision = escalate.Decide(story.Ticket, new(story.Now, An));
        Assert.Empty(decision.Events);
        return decision.Refusal!;
    }

    static Event Last(Story story) => story.Decided[^1];
}
