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
            new HearReporter(other, 1) { IsTheirs = true },
            new HearReporter(other, 2),
            new NoteHeldBack(other, 1),
            new Split([other, other + 1], "Something else", "It is"),
            new Split([], "Something else", "It is").AsPartOf(other)
        )
        select action;

    /// <summary>Most of what could be split off was never written; so it is something that was, where anything was.</summary>
    public static TicketAction Aimed(Split split, Ticket ticket) =>
        split.Messages.Count > 0 && ticket.Said.Where(s => s.IsCustomers).ToList() is { Count: > 0 } written
            ? split with
            {
                Messages = [written[split.Messages[0] % written.Count].Version],
            }
            : split;

    // The other end of a merge: who reported the other ticket is this one's requester, or somebody else.
    static TicketAction TakingIn(int other) =>
        new Merge(1, "We go on there.")
            .AlsoOn(other)
            .Single()
            .Action.Beside(1, _ => Given(ALoggedTicket).Ticket with { Requester = other + 4 });
}
