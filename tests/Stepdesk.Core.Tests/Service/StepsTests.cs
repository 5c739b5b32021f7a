using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Service;

public sealed class StepsTests
{
    public static TheoryData<Event[], Step> Way =>
        new()
        {
            { [], Step.Reception },
            { ALoggedTicket, Step.InitialResponse },
            { AnAnsweredTicket, Step.InitialResponse },
            { AnAcknowledgedTicket, Step.Diagnosis },
            { ADiagnosedTicket, Step.Resolution },
            { ASolvedTicket, Step.Communication },
            { AToldSolution, Step.FollowUp },
            { AConfirmedSolution, Step.TrendAnalysis },
            { AClosedTicket, Step.TrendAnalysis },
        };

    [Theory]
    [MemberData(nameof(Way))]
    public void A_step_is_done_by_its_evidence(Event[] history, Step expected) =>
        Assert.Equal(expected, Steps.Current(Given(history).Ticket));

    [Fact]
    public void There_are_seven_in_order() =>
        Assert.Equal(Enum.GetValues<Step>(), Steps.Of(Ticket.Unlogged).Select(s => s.Step));

    [Fact]
    public void A_ticket_that_went_all_the_way_has_seven_instants()
    {
        var ticket = Given(AClosedTicket, new TrendNoted("", NoPattern: true)).Ticket;

        Assert.All(Steps.Of(ticket), s => Assert.Equal(Nine, s.DoneAt));
        Assert.Equal(Step.TrendAnalysis, Steps.Current(ticket));
    }

    [Fact]
    public void Evidence_names_the_event_that_is_it()
    {
        var steps = Steps.Of(Given(AClosedTicket, new TrendNoted("", NoPattern: true)).Ticket);

        Assert.Equal([1, 2, 3, 4, 5, 5, 6, 7, 9], steps.SelectMany(s => s.Evidence).Select(e => e.Mark?.Version ?? 0));
    }

    [Fact]
    public void Every_demand_is_asked_once() =>
        Assert.Equal(
            Enum.GetValues<Demand>(),
            Steps.Of(Ticket.Unlogged).SelectMany(s => s.Evidence).Select(e => e.Demand)
        );

    [Fact]
    public void An_answer_that_is_on_its_way_still_has_to_arrive_and_a_lost_one_to_be_written_again()
    {
        var story = Given(AnAnsweredTicket);
        Assert.Equal([Demand.AnswerArrived], Missing());

        story.When(new RecordBounce(2, "5.1.1"));
        Assert.Equal([Demand.AnswerWritten, Demand.AnswerArrived], Missing());

        story.When(new Reply("Again")).When(new RecordDelivery(4, "4@desk.example"));
        Assert.Empty(Missing());

        IEnumerable<Demand> Missing() => Steps.Of(story.Ticket)[1].Missing;
    }

    [Fact]
    public void Evidence_may_come_out_of_order() =>
        Assert.Equal(
            [Step.InitialResponse, Step.Resolution, Step.Communication, Step.FollowUp, Step.TrendAnalysis],
            Steps
                .Of(Given(ALoggedTicket, new Diagnosed("Known")).Ticket)
                .Where(s => s.DoneAt is null)
                .Select(s => s.Step)
        );
}
