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
    public void Evidence_may_come_out_of_order() =>
        Assert.Equal(
            [Step.InitialResponse, Step.Resolution, Step.Communication, Step.FollowUp, Step.TrendAnalysis],
            Steps
                .Of(Given(ALoggedTicket, new Diagnosed("Known")).Ticket)
                .Where(s => s.DoneAt is null)
                .Select(s => s.Step)
        );
}
