using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Going on although a step asks for more.</summary>
public sealed class OverridingTests
{
    static readonly Actor Mai = Actor.Person(2, Role.Lead);
    static readonly Resolve Fix = new(ResolutionKind.Fix, "Unlocked") { Cause = "Typos" };

    [Fact]
    public void The_reason_stands_before_what_it_allowed()
    {
        var decision = Override(AToldSolution, new Close(), " She left the school ");

        Assert.Equal(
            [Stored(new Overridden("close-before-confirmation", "She left the school")), Stored(new Closed())],
            decision.Events.Select(Stored)
        );
    }

    [Fact]
    public void Every_refusal_in_the_way_is_overridden_by_itself() =>
        Assert.Equal(
            ["resolve-before-acknowledging", "resolve-before-diagnosis"],
            Override(ALoggedTicket, Fix, "All hands on it").Events.OfType<Overridden>().Select(o => o.Refusal)
        );

    [Fact]
    public void Without_a_reason_nothing_is_overridden()
    {
        Assert.Equal(Close.NotConfirmed, Override(AToldSolution, new Close(), null).Refusal);
        Assert.Equal(Refusals.ReasonMissing, Override(AToldSolution, new Close(), " ").Refusal);
        Assert.Equal(Refusals.TextTooLong, Override(AToldSolution, new Close(), new string('a', 100_001)).Refusal);
    }

    [Fact]
    public void Where_nothing_is_in_the_way_nothing_is_overridden() =>
        Assert.Equal(
            [Stored(new Closed())],
            Override(AConfirmedSolution, new Close(), "Just so").Events.Select(Stored)
        );

    [Fact]
    public void What_is_no_demand_of_a_step_cannot_be_overridden()
    {
        Assert.Equal(Close.NotResolved, Override(ADiagnosedTicket, new Close(), "Why not").Refusal);
        Assert.Equal(Refusals.Closed, Override(AClosedTicket, Fix, "Why not").Refusal);
        Assert.Equal(Resolve.CauseMissing, Override(ADiagnosedTicket, Fix with { Cause = "" }, "Why not").Refusal);
    }

    [Fact]
    public void A_skipped_step_is_passed_and_not_done()
    {
        var ticket = After(AnAcknowledgedTicket, Fix, "The house is on fire");
        var diagnosis = Steps.Of(ticket)[2];

        Assert.Equal(Step.Communication, Steps.Current(ticket));
        Assert.Equal((null, Nine), (diagnosis.DoneAt, diagnosis.SkippedAt));
    }

    [Fact]
    public void An_answer_is_not_made_up_by_overriding_it()
    {
        var ticket = After(ALoggedTicket, Fix, "All hands on it");

        Assert.Null(ticket.AcknowledgedAt);
        Assert.Equal([Demand.AnswerArrived], Steps.Of(ticket)[1].Missing);
        Assert.Equal(
            ClockState.Running,
            Clocks.Of(ticket, Desk.Policies).Single(c => c.Name is ClockName.Acknowledgement).At(Nine)
        );
    }

    [Fact]
    public void A_customer_who_comes_back_is_asked_for_their_word_again()
    {
        var ticket = After(AToldSolution, new Close(), "She left the school");
        Assert.True(ticket.IsUnconfirmed);

        var again = new Reopened("She is back").Apply(ticket, new(Nine, An), ticket.Version + 1);
        Assert.Empty(again.Overrides);
    }

    [Fact]
    public void A_late_word_still_counts()
    {
        var ticket = After(AToldSolution, new Close(), "She left the school");

        Assert.True(Transitions.Of(ticket, new(Nine, Lan)).Allow<Confirm>());
    }

    [Fact]
    public void Only_who_may_is_offered_it()
    {
        var ticket = Given(AToldSolution).Ticket;

        Assert.Equal(Close.NotConfirmed, Transitions.Of(ticket, new(Nine, Mai)).Overridable(typeof(Close)));
        Assert.Null(Transitions.Of(ticket, new(Nine, An)).Overridable(typeof(Close)));
    }

    [Fact]
    public void Each_has_a_sentence_for_the_timeline() =>
        Assert.All(Overriding.Codes, code => Assert.True(Text.Knows($"overridden-{code}"), code));

    static Decision Override(Event[] history, TicketAction action, string? reason) =>
        Overriding.Decide(action, reason, Given(history).Ticket, new(Nine, Mai));

    static Ticket After(Event[] history, TicketAction action, string reason) =>
        Given(history, [.. Override(history, action, reason).Events]).Ticket;
}
