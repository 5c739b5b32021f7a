using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Broadcasts;

/// <summary>A known incident that many are told of at once: the fold of what was told of it.</summary>
/// <param name="Number">By which people know it; counted in its world.</param>
/// <param name="Ticket">The id of the ticket the incident is worked on; null where there is none.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="IsPublic">Whether everybody may read it, signed in or not.</param>
/// <param name="Editions">What was told, in order; never empty.</param>
public sealed record Broadcast(int Number, int? Ticket, Circle To, bool IsPublic, IReadOnlyList<Edition> Editions)
{
    /// <summary>What holds now.</summary>
    public Edition Latest => Editions[^1];

    /// <summary>It was withdrawn and is shown nowhere.</summary>
    public bool IsOver => Latest.Kind is EditionKind.Over;

    /// <summary>Everybody it was ever sent to, in the order of their ids.</summary>
    public IReadOnlyList<int> Readers { get; init; } = [.. Editions.SelectMany(e => e.Readers).Distinct().Order()];

    /// <summary>The edition an event of the stream made; null where it made none of this broadcast.</summary>
    public Edition? At(int version) => Editions.FirstOrDefault(e => e.Version == version);
}

/// <summary>What was told of an incident at one time. It is kept when the next one is written.</summary>
/// <param name="Version">The event of the stream that told it.</param>
/// <param name="By">Who wrote it, as history names them.</param>
/// <param name="NextUpdateAt">When the next one is promised; null on the last.</param>
/// <param name="Readers">Whom it was sent to, each in a mail of their own.</param>
public sealed record Edition(
    int Version,
    DateTimeOffset At,
    string By,
    EditionKind Kind,
    IReadOnlyList<Telling> Tellings,
    DateTimeOffset? NextUpdateAt,
    IReadOnlyList<int> Readers
)
{
    /// <summary>Where it is on record that the next one did not come in time; null where it did, or where nobody looked.</summary>
    public int? OverdueVersion { get; init; }

    /// <summary>As this reader reads it; in the other language where it was told in one only.</summary>
    public Telling In(Language language) => Tellings.FirstOrDefault(t => t.Language == language) ?? Tellings[0];
}

/// <summary>What an edition is to the incident.</summary>
public enum EditionKind
{
    /// <summary>It is known.</summary>
    Known = 1,

    /// <summary>There is news, or there are none.</summary>
    Update,

    /// <summary>It is over.</summary>
    Over,
}

/// <summary>What is told in one language.</summary>
/// <param name="Affects">What does not work as it should, and for whom.</param>
public sealed record Telling(Language Language, string Title, string Text, string Affects);

/// <summary>Many are told of a known incident; one stream for all broadcasts of a world.</summary>
public sealed record BroadcastSent(
    int Number,
    int? Ticket,
    Circle To,
    bool IsPublic,
    IReadOnlyList<Telling> Tellings,
    DateTimeOffset NextUpdateAt,
    IReadOnlyList<int> Readers
) : Event;

/// <summary>They are told how it stands.</summary>
public sealed record BroadcastUpdated(
    int Number,
    IReadOnlyList<Telling> Tellings,
    DateTimeOffset NextUpdateAt,
    IReadOnlyList<int> Readers
) : Event;

/// <summary>They are told that it is over, once.</summary>
public sealed record BroadcastWithdrawn(int Number, IReadOnlyList<Telling> Tellings, IReadOnlyList<int> Readers)
    : Event;

/// <summary>The next update was promised by then and did not come. The desk notes it by itself, once for each promise.</summary>
/// <param name="Edition">The version that promised it.</param>
public sealed record BroadcastOverdue(int Number, int Edition, DateTimeOffset DueAt) : Event;
