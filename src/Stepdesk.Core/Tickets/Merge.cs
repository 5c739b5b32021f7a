using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// One ticket is to remain: this one goes on in another. It stays its reporter's thread, and what is written in it is heard
/// where the work goes on. The other end is written in the same transaction.
/// </summary>
/// <param name="Ticket">The ticket it goes on in.</param>
/// <param name="Text">What its requester is told of it, in their own thread: nobody's report vanishes without a word.</param>
public sealed record Merge(int Ticket, string Text) : TicketAction
{
    public static readonly Refusal IntoItself = new("merge-into-itself");

    /// <summary>They are merged, and what is written now would reach nobody.</summary>
    public static readonly Refusal Done = new("merge-is-done");
    public static readonly Refusal AfterResolution = new("merge-after-resolution");

    /// <summary>Other reports hang on it, and each goes on in one ticket only: merge the other way.</summary>
    public static readonly Refusal OthersHangOnIt = new("merge-what-others-hang-on");
    public static readonly Refusal OfDuplicate = new("merge-a-duplicate-of-another");

    /// <summary>What specialists owe would be answered where nobody works any more.</summary>
    public static readonly Refusal SpecialistsAsked = new("merge-while-specialists-are-asked");

    /// <summary>What an approval holds back is not let go by way of another ticket.</summary>
    public static readonly Refusal HeldBack = new("merge-what-is-held-back");
    public static readonly Refusal FixedDate = new("merge-what-has-a-fixed-date");
    public static readonly Refusal IntoClosed = new("merge-into-a-closed-ticket");
    public static readonly Refusal IntoMerged = new("merge-into-a-merged-ticket");
    public static readonly Refusal IntoDuplicate = new("merge-into-a-duplicate");

    /// <summary>Set on the ticket that remains, so that the pair does not answer itself for ever.</summary>
    internal bool IsAnswer { get; init; }
    bool IsSelf { get; init; }

    /// <summary>The other ticket as it stands; the door looks.</summary>
    Ticket? Other { get; init; }
    int Me { get; init; }

    public override TicketAction Beside(int ticket, Func<int, Ticket?> tickets) =>
        this with
        {
            IsSelf = Ticket == ticket,
            Me = ticket,
            Other = tickets(Ticket),
        };

    public override IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) =>
        IsAnswer || Ticket == ticketId ? [] : [(Ticket, new Merge(ticketId, "") { IsAnswer = true })];

    public override Decision Decide(Ticket ticket, Moment moment) =>
        IsSelf ? IntoItself
        : IsAnswer ? TakeIn(ticket, moment)
        : GoOn(ticket, moment);

    Decision GoOn(Ticket ticket, Moment moment) =>
        ticket.MergedInto is { } into
            ? into != Ticket
                ? Merging.IsMerged
                : Plain.Says(Text)
                    ? Done
                    : Decision.Nothing
            : !ticket.IsOpen
                ? Refusals.Closed
                : ticket.Resolution is not null
                    ? AfterResolution
                    : Hangs(ticket, LinkKind.HasDuplicate) || Hangs(ticket, LinkKind.HasMerged)
                        ? OthersHangOnIt
                        : Hangs(ticket, LinkKind.DuplicateOf)
                            ? OfDuplicate
                            : ticket.Escalations.Any(e => e.IsOpen || e.OwesPackage)
                                ? SpecialistsAsked
                                : IsHeldBack(ticket, moment)
                                    ? HeldBack
                                    : ticket.Deadline is not null || ticket.Work != FixedWork.None
                                        ? FixedDate
                                        : Refusals.Of(Text, Refusals.TextMissing) is { } unfit
                                            ? unfit
                                            : (Event[])
                                                [
                                                    new Replied(Plain.Text(Text), null, []) { Alone = true },
                                                    new Merged(Ticket),
                                                ];

    // A tie between the two is replaced and stands in nobody's way.
    bool Hangs(Ticket ticket, LinkKind kind) => ticket.Links.Any(l => l.Kind == kind && l.Ticket != Ticket);

    static bool IsHeldBack(Ticket ticket, Moment moment) =>
        ticket.Holds(moment) is not null || ticket.Approvals.Any(a => a.StateAt(moment.When) is ApprovalState.Awaited);

    Decision TakeIn(Ticket ticket, Moment moment)
    {
        if (ticket.Links.Any(l => l.Ticket == Ticket && l.Kind is LinkKind.HasMerged))
            return Decision.Nothing;
        if (ticket.MergedInto is not null)
            return IntoMerged;
        if (!ticket.IsOpen)
            return IntoClosed;
        if (ticket.Links.Any(l => l.Kind is LinkKind.DuplicateOf && l.Ticket != Ticket))
            return IntoDuplicate;
        if (Other is not { } other)
            return Refusals.NoSuchTicket;
        var beneath = other.ReportsBeside(Me);
        if (beneath.Any(r => r.Ticket == Me))
            return LinkTo.Circle;
        var joining = other
            .Parties.Where(p => p.Person != ticket.Requester && ticket.Parties.All(t => t.Person != p.Person))
            .ToList();
        if (ticket.Parties.Count + joining.Count > Involve.Most)
            return Involve.TooMany;
        var followers = other
            .Followers.Append(other.Owner ?? 0)
            .Where(f => f != 0 && f != ticket.Owner)
            .Except(ticket.Followers)
            .ToList();
        return (Event[])
            [
                new TookIn(Ticket, other.Requester, Merging.Brings(ticket, other.Requester, other.AffectedAlone))
                {
                    Beneath = beneath.Count > 0 ? beneath : null,
                    Followers = followers.Count > 0 ? followers : null,
                },
                .. joining.Select(p => new Involved(p.Person, p.As)),
            ];
    }
}

/// <summary>The ticket goes on in another; it stays its reporter's thread.</summary>
public sealed record Merged(int Ticket) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket
            .Resumed(moment.When)
            .Tied(
                [.. ticket.Links.Where(l => l.Ticket != Ticket), new(Ticket, LinkKind.MergedInto)],
                moment,
                version
            ) with
        {
            Unlike = [.. ticket.Unlike.Where(t => t != Ticket)],
        };
}

/// <summary>Another ticket goes on in this one.</summary>
/// <param name="Requester">Who reported it there.</param>
/// <param name="Affected">How many people it brings: the same reporter counts once.</param>
public sealed record TookIn(int Ticket, int Requester, int Affected) : TicketEvent
{
    /// <summary>The reports that counted on the other ticket, where there were any.</summary>
    public IReadOnlyList<Report>? Beneath { get; init; }

    /// <summary>Colleagues who owned or followed the other ticket and follow this one from now on; null where there are none.</summary>
    public IReadOnlyList<int>? Followers { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket
            .FollowedBy(Followers ?? [])
            .Tied(
                [
                    .. ticket.Links.Where(l => l.Ticket != Ticket),
                    new(Ticket, LinkKind.HasMerged, Affected) { Beneath = Beneath, Requester = Requester },
                ],
                moment,
                version
            ) with
        {
            Unlike = [.. ticket.Unlike.Where(t => t != Ticket)],
        };
}

/// <summary>
/// Takes a merge back, from either end: the ticket that went on in the other is worked on by itself again, its clocks with
/// what was left of them. What was written meanwhile stays where it was, and the two stay related.
/// </summary>
public sealed record Unmerge(int Ticket) : TicketAction
{
    internal bool IsAnswer { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Links.Any(l => l.Ticket == Ticket && l.Kind.IsMerge()) ? new Unmerged(Ticket) : Decision.Nothing;

    public override IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) =>
        IsAnswer || Ticket == ticketId ? [] : [(Ticket, new Unmerge(ticketId) { IsAnswer = true })];
}

public sealed record Unmerged(int Ticket) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Tied([.. ticket.Links.Where(l => l.Ticket != Ticket), new(Ticket, LinkKind.Related)], moment, version);
}
