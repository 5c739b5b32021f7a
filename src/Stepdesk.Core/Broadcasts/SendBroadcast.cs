using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Broadcasts;

/// <summary>Tells many of an incident that is known and worked on.</summary>
/// <param name="Ticket">The id of the ticket it is worked on, where there is one.</param>
public sealed record SendBroadcast(int? Ticket, Circle To, DateTimeOffset? NextUpdateAt) : BroadcastAction
{
    public static readonly Refusal NeedsTicket = new("broadcast-needs-a-ticket");
    public static readonly Refusal OnDuplicate = new("broadcast-on-a-duplicate");

    /// <summary>Everybody may read it, signed in or not.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The ticket as it stands; null when there is none of this id.</summary>
    public Ticket? About { get; init; }

    public override Decision Decide(BroadcastBook book, Moment moment) =>
        WhyNotAtAll(moment) is { } unfit ? unfit
        : book.Current.FirstOrDefault(b =>
            (Ticket is not null && b.Ticket == Ticket) || IsSame(b.Latest.Tellings, Tellings)
        )
            is { } same
            ? ToldAlready with
            {
                Detail = $"{same.Number}",
            }
        : WhyNotTo(Readers) is { } nobody && !(IsPublic && nobody == ReachesNobody) ? nobody
        : new BroadcastSent(book.NextNumber, Ticket, To, IsPublic, Tellings, NextUpdateAt!.Value, Readers);

    Refusal? WhyNotAtAll(Moment moment) =>
        Broadcasts.Tellings.Check(Tellings, before: null, isOver: false, Meant)
        ?? WhyNotNext(NextUpdateAt, moment)
        ?? To.Check()
        ?? (
            Ticket is null
                ? To.Linked
                    ? NeedsTicket
                    : null
                : About is null
                    ? Refusals.NoSuchTicket
                    : !About.IsOpen
                        ? Refusals.Closed
                        : About.Carried is not null
                            ? OnDuplicate
                            : null
        );
}
