using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>What merged tickets are to each other: one is the thread of whoever reported it, the other is the work.</summary>
public static class Merging
{
    /// <summary>The work goes on in the ticket this one was merged into.</summary>
    public static readonly Refusal IsMerged = new("ticket-is-merged");

    /// <summary>Why this is not done on a ticket that goes on in another; null where it is.</summary>
    public static Refusal? WhyNot(Ticket ticket, TicketAction action) =>
        ticket.MergedInto is null || StaysPossible(action) ? null : IsMerged;

    // Whoever reported it writes on in their thread, and what is owed there is paid and recorded there.
    static bool StaysPossible(TicketAction action) =>
        action
            is Merge
                or Unmerge
                or Write
                or HearFrom
                or HearApprover
                or KeepAutomatic
                or Carry
                or Recount
                or RecordDelivery
                or RecordBounce
                or RecordChatPost
                or RecordChatFailure
                or CheckClocks
                or Follow
                or Unfollow;

    /// <summary>Why the first would not be merged into the second as both stand; null where it would.</summary>
    public static Refusal? WhyNotInto((int Id, Ticket Ticket) from, (int Id, Ticket Ticket) into, Moment moment)
    {
        var merge = new Merge(into.Id, "text").Beside(from.Id, _ => into.Ticket);
        return WhyNot(from.Ticket, merge)
            ?? merge.Decide(from.Ticket, moment).Refusal
            ?? merge
                .AlsoOn(from.Id)
                .Select(a => a.Action.Beside(into.Id, _ => from.Ticket).Decide(into.Ticket, moment).Refusal)
                .FirstOrDefault();
    }

    /// <summary>
    /// The merged tickets whose reporters hear in their own thread what is told here: one for each person, and none for this
    /// ticket's own requester, who hears it here.
    /// </summary>
    public static IEnumerable<int> ToldIn(Ticket ticket) =>
        ticket
            .Links.Where(l => l.Kind is LinkKind.HasMerged && l.Requester != ticket.Requester)
            .DistinctBy(l => l.Requester)
            .Select(l => l.Ticket);

    /// <summary>How many people a merged report brings: whoever reported both is one person.</summary>
    internal static int Brings(Ticket ticket, int? requester, int people) =>
        requester == ticket.Requester ? people - 1 : people;
}

/// <summary>
/// Somebody wrote in the thread of a ticket that goes on in this one. Their words stay there, once; what they mean for the
/// work happens here. The desk does it by itself, in the transaction that took the words.
/// </summary>
/// <param name="Ticket">The ticket they wrote on.</param>
/// <param name="Message">What they wrote, by its version there.</param>
public sealed record HearReporter(int Ticket, int Message) : TicketAction
{
    /// <summary>Whether its own reporter wrote it, and nobody the thread was passed on to.</summary>
    public bool IsTheirs { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (ticket.Links.All(l => l.Ticket != Ticket || l.Kind is not LinkKind.HasMerged))
            return Decision.Nothing;
        var wrote = new ReporterWrote(Ticket, Message) { IsTheirs = IsTheirs };
        return ticket switch
        {
            { ClosedAt: null } => wrote,
            { CancelledAs: CancelReason.Spam } => wrote,
            _ when moment.When - ticket.ClosedAt <= Reopen.Within => (Event[])[new Reopened(""), wrote],
            _ => Reopen.ClosedLongAgo,
        };
    }
}

public sealed record ReporterWrote(int Ticket, int Message) : TicketEvent
{
    /// <summary>Whether its own reporter wrote it, and nobody the thread was passed on to.</summary>
    public bool IsTheirs { get; init; }

    // The requester who was waited for may answer in either of their threads; another reporter ends no wait for them.
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        (
            IsTheirs && ticket.Waiting is { On: WaitingOn.Customer } && IsByRequester(ticket)
                ? ticket.Resumed(moment.When)
                : ticket
        ) with
        {
            LastCustomerAt = moment.When,
            ReporterWroteAt = IsByRequester(ticket) ? ticket.ReporterWroteAt : moment.When,
        };

    bool IsByRequester(Ticket ticket) => ticket.Links.Any(l => l.Ticket == Ticket && l.Requester == ticket.Requester);
}
