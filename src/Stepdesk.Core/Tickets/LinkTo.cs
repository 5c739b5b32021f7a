using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Ties two tickets together; the other end is written in the same transaction. Two tickets are one thing to each other:
/// another kind replaces the first.
/// </summary>
public sealed record LinkTo(int Ticket, LinkKind Kind) : TicketAction
{
    public static readonly Refusal ToItself = new("link-to-itself");

    /// <summary>What its reporters are told comes from one ticket, so a duplicate has no duplicates of its own.</summary>
    public static readonly Refusal DuplicateOfDuplicate = new("duplicate-of-a-duplicate");

    public static readonly Refusal OriginalCancelled = new("original-is-cancelled");

    /// <summary>Whose people count on whom must have a beginning.</summary>
    public static readonly Refusal Circle = new("link-makes-a-circle");

    /// <summary>What it was merged with would be told nothing any more.</summary>
    public static readonly Refusal DuplicateWithMerged = new("duplicate-with-merged-tickets");

    /// <summary>A merge says more than a tie, and is made and taken back by itself.</summary>
    public static readonly Refusal NoMerge = new("merge-is-no-tie");

    /// <summary>Set on the far end only, so that the pair does not answer itself for ever.</summary>
    internal bool IsAnswer { get; init; }
    internal bool IsSelf { get; init; }
    bool IsCircle { get; init; }

    /// <summary>How many people the other ticket speaks for by itself; the door looks, where that adds to this one's.</summary>
    public int? Affected { get; init; }

    /// <summary>The reports that count on the other ticket, and so on this one.</summary>
    public IReadOnlyList<Report>? Beneath { get; init; }

    /// <summary>Who reported the other ticket, where both report the same.</summary>
    int? Requester { get; init; }

    public override TicketAction Beside(int ticket, Func<int, Ticket?> tickets)
    {
        if (Ticket == ticket)
            return this with { IsSelf = true };
        var other = tickets(Ticket);
        var requester = Kind is LinkKind.DuplicateOf or LinkKind.HasDuplicate ? other?.Requester : null;
        if (!Kind.Adds() || other is null)
            return this with { Affected = null, Beneath = null, Requester = requester };
        // The tie it has to this one is about to become another.
        var beneath = other.ReportsBeside(ticket);
        return this with
        {
            Affected = other.AffectedAlone,
            Beneath = beneath.Count > 0 ? beneath : null,
            IsCircle = beneath.Any(r => r.Ticket == ticket),
            Requester = requester,
        };
    }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        return IsSelf ? ToItself
            : Kind.IsMerge() || ticket.Links.Any(l => l.Ticket == Ticket && l.Kind.IsMerge()) ? NoMerge
            : Kind is LinkKind.DuplicateOf && Has(LinkKind.HasMerged) ? DuplicateWithMerged
            : Kind is LinkKind.DuplicateOf && Has(LinkKind.HasDuplicate) ? DuplicateOfDuplicate
            : Kind is LinkKind.HasDuplicate && Has(LinkKind.DuplicateOf) ? DuplicateOfDuplicate
            : Kind is LinkKind.HasDuplicate && ticket.CancelledAs is not null ? OriginalCancelled
            : ticket.Links.Any(l => l.Ticket == Ticket && l.Kind == Kind) ? Decision.Nothing
            : IsCircle ? Circle
            : new Linked(Ticket, Kind)
            {
                Affected = Affected is { } people ? Merging.Brings(ticket, Requester, people) : null,
                Beneath = Beneath,
                Requester = Requester,
            };

        // A tie to the same ticket is replaced and stands in nobody's way.
        bool Has(LinkKind kind) => ticket.Links.Any(l => l.Kind == kind && l.Ticket != Ticket);
    }

    public override IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) =>
        IsAnswer ? []
        : Ticket == ticketId ? []
        : [(Ticket, new LinkTo(ticketId, Kind.FarEnd()) { IsAnswer = true })];
}

public sealed record Linked(int Ticket, LinkKind Kind) : TicketEvent
{
    /// <summary>How many people the other ticket spoke for by itself, where they count here too.</summary>
    public int? Affected { get; init; }

    /// <summary>The reports that counted on the other ticket, where there were any.</summary>
    public IReadOnlyList<Report>? Beneath { get; init; }

    /// <summary>Who reported the other ticket, where both report the same.</summary>
    public int? Requester { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Tied(
            [
                .. ticket.Links.Where(l => l.Ticket != Ticket),
                new(Ticket, Kind, Affected) { Beneath = Beneath, Requester = Requester },
            ],
            moment,
            version
        ) with
        {
            Unlike = [.. ticket.Unlike.Where(t => t != Ticket)],
        };
}

/// <summary>Unties two tickets.</summary>
public sealed record Unlink(int Ticket) : TicketAction
{
    internal bool IsAnswer { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.Links.FirstOrDefault(l => l.Ticket == Ticket) switch
        {
            null => Decision.Nothing,
            { Kind: var kind } when kind.IsMerge() => LinkTo.NoMerge,
            _ => new Unlinked(Ticket),
        };

    public override IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) =>
        IsAnswer || Ticket == ticketId ? [] : [(Ticket, new Unlink(ticketId) { IsAnswer = true })];
}

public sealed record Unlinked(int Ticket) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Tied([.. ticket.Links.Where(l => l.Ticket != Ticket)], moment, version);
}

static class Ties
{
    /// <summary>The ticket with these links: while it is a duplicate another ticket carries its promises.</summary>
    public static Ticket Tied(this Ticket ticket, IReadOnlyList<Link> links, Moment moment, int version)
    {
        var isCarried = links.Any(l => l.Kind is LinkKind.DuplicateOf or LinkKind.MergedInto);
        return (ticket.Carried, isCarried) switch
        {
            (null, true) => ticket with { Links = links, Carried = new(version, moment.When) },
            ({ } since, false) => ticket with
            {
                Links = links,
                Carried = null,
                Carriages = [.. ticket.Carriages, new(since.At, moment.When, since.Version)],
            },
            _ => ticket with { Links = links },
        };
    }
}

/// <summary>What the other ticket is to this one.</summary>
public enum LinkKind
{
    Related = 1,

    /// <summary>This ticket reports what the other already reported.</summary>
    DuplicateOf,
    HasDuplicate,
    Parent,
    Child,

    /// <summary>This ticket goes on in the other; only a merge ties so.</summary>
    MergedInto,
    HasMerged,
}

public static class LinkKinds
{
    /// <summary>Whether the people of the other ticket count on this one: it reports the same, or is a part of it.</summary>
    public static bool Adds(this LinkKind kind) =>
        kind is LinkKind.HasDuplicate or LinkKind.Child or LinkKind.HasMerged;

    /// <summary>Whether one of the two goes on in the other.</summary>
    public static bool IsMerge(this LinkKind kind) => kind is LinkKind.MergedInto or LinkKind.HasMerged;

    /// <summary>The ties that somebody makes by naming them.</summary>
    public static IReadOnlyList<LinkKind> ByName { get; } = [.. Enum.GetValues<LinkKind>().Where(k => !k.IsMerge())];

    public static LinkKind FarEnd(this LinkKind kind) =>
        kind switch
        {
            LinkKind.DuplicateOf => LinkKind.HasDuplicate,
            LinkKind.HasDuplicate => LinkKind.DuplicateOf,
            LinkKind.Parent => LinkKind.Child,
            LinkKind.Child => LinkKind.Parent,
            LinkKind.MergedInto => LinkKind.HasMerged,
            LinkKind.HasMerged => LinkKind.MergedInto,
            _ => kind,
        };
}

/// <summary>A tie to another ticket.</summary>
/// <param name="Affected">How many people the other ticket speaks for by itself, where they count on this one.</param>
public sealed record Link(int Ticket, LinkKind Kind, int? Affected = null)
{
    /// <summary>The reports that count on the other ticket and so on this one, where there are any.</summary>
    public IReadOnlyList<Report>? Beneath { get; init; }

    /// <summary>Who reported the other ticket, where it was merged into this one or the two report the same.</summary>
    public int? Requester { get; init; }

    /// <summary>The reports it brings.</summary>
    public IEnumerable<Report> Reports() =>
        Affected is { } people ? [new(Ticket, people), .. Beneath ?? []] : Enumerable.Empty<Report>();
}
