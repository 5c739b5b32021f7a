using System.Collections.Immutable;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Queries;

/// <summary>A query of telemetry somebody keeps under a name, for themself or for all who ask.</summary>
/// <param name="Id">The version of the event that first kept it.</param>
/// <param name="Version">The version of its last edit.</param>
/// <param name="Name">As typed, in whatever language.</param>
/// <param name="Last">The time it is narrowed to, by its name in the list of times.</param>
/// <param name="Source">Whom it is asked of; the first source where none is named.</param>
/// <param name="Owner">Who kept it.</param>
public sealed record SavedQuery(
    int Id,
    int Version,
    string Name,
    string Text,
    string Last,
    string? Source,
    int Owner,
    bool IsShared
)
{
    public bool IsFor(Actor reader) => IsShared || reader.PersonId == Owner;

    /// <summary>Its own person, and of a shared one leads: who left cannot tidy up any more.</summary>
    public bool IsEditableBy(Actor editor) =>
        editor.PersonId == Owner || (IsShared && Permissions.MayTidyQueries(editor));
}

/// <summary>A query was kept, or what was kept was changed.</summary>
/// <param name="Query">Which; null when it is new.</param>
public sealed record QuerySaved(
    int? Query,
    [property: Personal] string Name,
    [property: Personal] string Text,
    string Last,
    string? Source,
    bool IsShared
) : Event;

/// <summary>A kept query is kept no more.</summary>
public sealed record QueryDropped(int Query) : Event;

/// <summary>
/// A source of telemetry was asked: by whom and when is the moment's. What a real source knows is about people, and
/// whoever may ask it may ask about any of them.
/// </summary>
/// <param name="Outcome"><c>answered</c>, <c>partial</c>, <c>wrong</c>, <c>left</c> where nobody waited, or the code of a refusal.</param>
public sealed record TelemetryAsked(string Source, [property: Personal] string Text, string Outcome) : Event
{
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>How many rows came.</summary>
    public int? Rows { get; init; }
}

/// <summary>The queries that are kept at a desk.</summary>
public sealed class QueryBook
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 80;

    /// <summary>Queries somebody keeps; nobody finds one among more.</summary>
    public const int Most = 200;

    public static readonly Refusal NoSuchQuery = new("no-such-query");
    public static readonly Refusal NotYours = new("query-is-not-yours");
    public static readonly Refusal NameMissing = new("query-name-is-missing");
    public static readonly Refusal NameTooLong = new("query-name-is-too-long");
    public static readonly Refusal NameTaken = new("query-name-is-taken");
    public static readonly Refusal TooMany = new("too-many-queries");

    /// <summary>Somebody else changed it since it was looked at.</summary>
    public static readonly Refusal Changed = new("query-has-changed");

    public static readonly QueryBook Empty = new([]);

    readonly ImmutableSortedDictionary<int, SavedQuery> queries;

    QueryBook(IEnumerable<KeyValuePair<int, SavedQuery>> queries) =>
        this.queries = queries.ToImmutableSortedDictionary();

    public SavedQuery? Find(int id) => queries.GetValueOrDefault(id);

    /// <summary>What this reader can run, by name.</summary>
    public IEnumerable<SavedQuery> For(Actor reader) =>
        queries
            .Values.Where(q => q.IsFor(reader))
            .OrderBy(q => q.Name, StringComparer.CurrentCulture)
            .ThenBy(q => q.Id);

    /// <summary>As it stands after what happened.</summary>
    public QueryBook After(IEnumerable<Recorded> history)
    {
        var now = queries.ToBuilder();
        foreach (var happened in history)
            switch (happened.What)
            {
                // None is kept empty: it was erased.
                case QuerySaved { Text: "" } erased:
                    now.Remove(erased.Query ?? happened.Version);
                    break;
                case QuerySaved saved:
                    var id = saved.Query ?? happened.Version;
                    // Whoever edits another's leaves it theirs.
                    var owner = now.TryGetValue(id, out var before) ? before.Owner : happened.Moment.Who.PersonId ?? 0;
                    now[id] = new(
                        id,
                        happened.Version,
                        saved.Name,
                        saved.Text,
                        saved.Last,
                        saved.Source,
                        owner,
                        saved.IsShared
                    );
                    break;
                case QueryDropped dropped:
                    now.Remove(dropped.Query);
                    break;
            }
        return new(now);
    }

    /// <summary>Keeps a query, new or changed; what is so already is no edit.</summary>
    /// <param name="after">The version of it that was looked at; null minds none.</param>
    public Decision Save(QuerySaved wanted, int? after, Actor me)
    {
        var name = Plain.Line(wanted.Name);
        if (wanted.Query is { } id)
        {
            if (Find(id) is not { } kept || !kept.IsFor(me))
                return NoSuchQuery;
            if (!kept.IsEditableBy(me))
                return NotYours;
            if (after is not null && after != kept.Version)
                return Changed;
        }
        if (!Plain.Says(name))
            return NameMissing;
        if (name.Length > LongestName)
            return NameTooLong;
        var owner = wanted.Query is { } mine ? Find(mine)!.Owner : me.PersonId;
        // One list shows one's own and the shared ones: two of one name in it could not be told apart.
        if (
            queries.Values.Any(q =>
                q.Id != wanted.Query
                && (q.Owner == owner || (q.IsShared && wanted.IsShared))
                && string.Equals(q.Name, name, StringComparison.OrdinalIgnoreCase)
            )
        )
            return NameTaken;
        if (wanted.Query is null && queries.Values.Count(q => q.Owner == owner) >= Most)
            return TooMany;
        var saved = wanted with { Name = name, Text = Plain.Text(wanted.Text) };
        return
            wanted.Query is { } same
            && Find(same) is { } now
            && (now.Name, now.Text, now.Last, now.Source, now.IsShared)
                == (saved.Name, saved.Text, saved.Last, saved.Source, saved.IsShared)
            ? Decision.Nothing
            : saved;
    }

    /// <summary>Gives a kept query up.</summary>
    public Decision Drop(int id, Actor me) =>
        Find(id) is not { } kept || !kept.IsFor(me) ? NoSuchQuery
        : !kept.IsEditableBy(me) ? NotYours
        : new QueryDropped(id);
}
