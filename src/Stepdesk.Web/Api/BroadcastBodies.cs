using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Web.Api.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>What is told in one language.</summary>
/// <param name="Affects">What does not work as it should, and for whom; it may be left out when it is over.</param>
public sealed record NewTelling(Language Language, string Title, string Text, string? Affects = null)
{
    internal Telling Read() => new(Language, Title, Text, Affects ?? "");
}

/// <summary>A known incident that many are to be told of.</summary>
/// <param name="Tellings">In Vietnamese, in English or in both.</param>
/// <param name="NextUpdateAt">When they are promised the next one.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Ticket">The id of the ticket it is worked on.</param>
/// <param name="Public">Everybody may read it on the status page and where people sign in.</param>
/// <param name="Confirmed">How many it may reach, where that is 50 or more.</param>
/// <param name="Meant">It is meant so, although it reads like a promise of a fix, a secret or something left to be filled in.</param>
public sealed record NewBroadcast(
    IReadOnlyList<NewTelling> Tellings,
    DateTimeOffset NextUpdateAt,
    Circle? To = null,
    int? Ticket = null,
    bool Public = false,
    int? Confirmed = null,
    bool Meant = false
)
{
    internal SendBroadcast Read() =>
        new(Ticket, To ?? new(), NextUpdateAt)
        {
            Tellings = [.. Tellings.Select(t => t.Read())],
            IsPublic = Public,
            Confirmed = Confirmed,
            Meant = Meant,
        };
}

/// <summary>How a known incident stands.</summary>
/// <param name="Tellings">In every language it was told in before.</param>
/// <param name="NextUpdateAt">When they are promised the next one.</param>
/// <param name="Confirmed">How many it may reach, where newcomers make it 50 or more.</param>
/// <param name="Meant">It is meant so, although it reads like a promise of a fix, a secret or something left to be filled in.</param>
public sealed record BroadcastUpdate(
    IReadOnlyList<NewTelling> Tellings,
    DateTimeOffset NextUpdateAt,
    int? Confirmed = null,
    bool Meant = false
)
{
    internal UpdateBroadcast Read(int number) =>
        new(number, NextUpdateAt)
        {
            Tellings = [.. Tellings.Select(t => t.Read())],
            Confirmed = Confirmed,
            Meant = Meant,
        };
}

/// <summary>A known incident is over.</summary>
/// <param name="Tellings">The last word, in every language it was told in before.</param>
/// <param name="Meant">It is meant so, although it reads like a secret or something left to be filled in.</param>
public sealed record BroadcastWithdrawal(IReadOnlyList<NewTelling> Tellings, bool Meant = false)
{
    internal WithdrawBroadcast Read(int number) =>
        new(number) { Tellings = [.. Tellings.Select(t => t.Read())], Meant = Meant };
}

/// <summary>Whom a broadcast would reach.</summary>
/// <param name="Names">Of the first of them.</param>
/// <param name="NeedsConfirmation">So many that confirmed must name them.</param>
/// <param name="Code">Why it could not be sent as it is; null when it could.</param>
/// <param name="Detail">The same as a sentence.</param>
public sealed record ReachSeen(
    int Count,
    IReadOnlyList<string> Names,
    bool NeedsConfirmation,
    string? Code,
    string? Detail
);

/// <summary>A known incident many were told of.</summary>
/// <param name="Ticket">The id of the ticket it is worked on.</param>
/// <param name="Over">It was withdrawn and is shown nowhere.</param>
/// <param name="Editions">What was told, in order.</param>
public sealed record BroadcastSeen(
    int Number,
    int? Ticket,
    bool Public,
    bool Over,
    Circle To,
    IReadOnlyList<EditionSeen> Editions
)
{
    internal static BroadcastSeen Of(
        Broadcast broadcast,
        IReadOnlyDictionary<(int Version, DeliveryState State), int>? mails = null
    ) =>
        new(
            broadcast.Number,
            broadcast.Ticket,
            broadcast.IsPublic,
            broadcast.IsOver,
            broadcast.To,
            [
                .. broadcast.Editions.Select(e => new EditionSeen(
                    e.Version,
                    e.At,
                    e.By,
                    e.Kind,
                    e.Tellings,
                    e.NextUpdateAt,
                    e.Readers.Count,
                    mails is null ? null : MailsSeen.Of(e.Version, mails)
                )),
            ]
        );
}

/// <summary>What was told at one time.</summary>
/// <param name="By">Who wrote it, as history names them.</param>
/// <param name="Readers">How many it was sent to.</param>
/// <param name="Mails">How far the mails got; in lists it is left out.</param>
public sealed record EditionSeen(
    int Version,
    DateTimeOffset At,
    string By,
    EditionKind Kind,
    IReadOnlyList<Telling> Tellings,
    DateTimeOffset? NextUpdateAt,
    int Readers,
    MailsSeen? Mails
);

/// <summary>How far the mails of an edition got.</summary>
/// <param name="LeftOut">Not sent any more, since something newer holds.</param>
public sealed record MailsSeen(int Waiting, int Delivered, int Failed, int LeftOut)
{
    internal static MailsSeen Of(int version, IReadOnlyDictionary<(int Version, DeliveryState State), int> mails)
    {
        return new(
            Count(DeliveryState.Waiting),
            Count(DeliveryState.Delivered),
            Count(DeliveryState.Failed),
            Count(DeliveryState.LeftOut)
        );

        int Count(DeliveryState state) => mails.GetValueOrDefault((version, state));
    }
}

/// <summary>What became of a broadcast's mail to one reader.</summary>
/// <param name="Status">Why it did not arrive; what the server said last, where it still waits.</param>
public sealed record DeliverySeen(int Person, string Name, DeliveryState State, DateTimeOffset? At, string? Status);

/// <summary>A broadcast a ticket seems to be about.</summary>
/// <param name="Bits">How much speaks for it; null where somebody tied the ticket to the broadcast's.</param>
/// <param name="Shared">What both reports say, the most telling first.</param>
public sealed record IncidentSeen(BroadcastSeen Broadcast, double? Bits, IReadOnlyList<TraitSeen> Shared);
