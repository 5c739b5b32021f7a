using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

public sealed class TakingTests
{
    [Fact]
    public void Who_takes_a_ticket_owns_it_and_it_stays_with_its_team() =>
        Given(ALoggedTicket, new Assigned(7, null)).When(new Take()).Then(new Assigned(7, An.PersonId));

    [Fact]
    public void Taken_twice_is_taken_once() =>
        Given(ALoggedTicket, new Assigned(null, An.PersonId)).When(new Take()).ThenNothing();

    [Fact]
    public void What_somebody_else_has_is_not_taken_from_them() =>
        Given(ALoggedTicket, new Assigned(null, 99)).When(new Take()).ThenRefused(Take.TakenAlready);
}
