using FsCheck;
using FsCheck.Fluent;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>What random lives are made of, where tickets go on in each other. A merge does not last, so that others come too.</summary>
static class AnyMerge
{
    public static Gen<TicketAction> Action =>
        from other in Gen.Choose(2, 4)
        from action in Gen.Elements<TicketAction>(
            new Merge(other, "We go on there."),
            new Unmerge(other),
            new Unmerge(other),
            TakingIn(other),
            new HearReporter(other, 1) { IsTheirs = true }
        )
        select action;

    // The other end of a merge: who reported the other ticket is this one's requester, or somebody else.
    static TicketAction TakingIn(int other) =>
        new Merge(1, "We go on there.")
            .AlsoOn(other)
            .Single()
            .Action.Beside(1, _ => Given(ALoggedTicket).Ticket with { Requester = other + 4 });
}
