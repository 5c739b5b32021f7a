using Stepdesk.Core.People;

namespace Stepdesk.Engine.Demo;

/// <summary>How far a ticket comes, or what befalls it on the way.</summary>
enum Fate
{
    Closes,
    Unseen,
    Acknowledged,
    Diagnosed,
    Untold,
    Unconfirmed,
    Confirmed,
    Unstudied,
    Disputed,
    Returns,
    Spam,
    Mistake,
    Withdrawn,
}

/// <summary>Somebody of the cast, as the desk knows them.</summary>
sealed record Played<T>(T Of, int Id, Actor Actor);

/// <summary>What a ticket is to be about, and who meets over it.</summary>
sealed record Outline(
    int Number,
    Story Story,
    Played<Customer> Customer,
    Played<Colleague> Agent,
    Played<Colleague> Colleague,
    int Team,
    DateTimeOffset ReportedAt,
    Fate Fate,
    int Affected
)
{
    /// <summary>Who wants to know when many are struck.</summary>
    public required Played<Customer> Director { get; init; }

    /// <summary>The tale this one reports again, and when that one is solved.</summary>
    public (int Tale, DateTimeOffset SolvedAt)? DuplicateOf { get; init; }

    public IReadOnlyList<int> DuplicatedBy { get; init; } = [];
}
