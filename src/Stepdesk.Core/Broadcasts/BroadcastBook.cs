using System.Collections.Immutable;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Broadcasts;

/// <summary>The broadcasts of a world: the fold of their stream.</summary>
public sealed class BroadcastBook
{
    public static readonly BroadcastBook Empty = new(0, ImmutableSortedDictionary<int, Broadcast>.Empty);

    readonly ImmutableSortedDictionary<int, Broadcast> all;

    BroadcastBook(int version, ImmutableSortedDictionary<int, Broadcast> all) => (Version, this.all) = (version, all);

    /// <summary>Counts what was told.</summary>
    public int Version { get; }

    /// <summary>The newest first.</summary>
    public IEnumerable<Broadcast> All => all.Values.Reverse();

    /// <summary>Those that are not over, the newest first.</summary>
    public IEnumerable<Broadcast> Current => All.Where(b => !b.IsOver);

    /// <summary>By which the next one will be known.</summary>
    public int NextNumber => all.Count == 0 ? 1 : all.Keys.Last() + 1;

    public Broadcast? Find(int number) => all.GetValueOrDefault(number);

    /// <summary>The promises of a next update that were not kept by now and are not on record as that.</summary>
    public IEnumerable<BroadcastOverdue> Overdue(DateTimeOffset now) =>
        Current
            .Where(b => b.Latest is { OverdueVersion: null, NextUpdateAt: { } due } && due < now)
            .Select(b => new BroadcastOverdue(b.Number, b.Latest.Version, b.Latest.NextUpdateAt!.Value));

    /// <summary>What everybody may read now: where it says so.</summary>
    public IEnumerable<Broadcast> Public => Current.Where(b => b.IsPublic);

    /// <summary>What somebody with a ticket may read now: what is for everybody, for them, or of the same fault.</summary>
    public IEnumerable<Broadcast> For(int person, int id, Ticket ticket) =>
        Current.Where(b =>
            b.IsPublic
            || b.Readers.Contains(person)
            || (
                b.Ticket is { } about
                && (
                    about == id
                    || ticket.Links.Any(l =>
                        l.Ticket == about && l.Kind is (LinkKind.DuplicateOf or LinkKind.MergedInto)
                    )
                )
            )
        );

    /// <summary>As it stands after what happened.</summary>
    public BroadcastBook After(IEnumerable<Recorded> history) => history.Aggregate(this, (book, r) => book.After(r));

    BroadcastBook After(Recorded r) =>
        r.What switch
        {
            BroadcastSent e => With(
                r,
                new(
                    e.Number,
                    e.Ticket,
                    e.To,
                    e.IsPublic,
                    [Edition(r, EditionKind.Known, e.Tellings, e.NextUpdateAt, e.Readers)]
                )
            ),
            BroadcastUpdated e => Add(
                r,
                e.Number,
                Edition(r, EditionKind.Update, e.Tellings, e.NextUpdateAt, e.Readers)
            ),
            BroadcastOverdue e when Find(e.Number) is { } late => With(
                r,
                late with
                {
                    Editions =
                    [
                        .. late.Editions.Select(d =>
                            d.Version == e.Edition ? d with { OverdueVersion = r.Version } : d
                        ),
                    ],
                }
            ),
            BroadcastWithdrawn e => Add(r, e.Number, Edition(r, EditionKind.Over, e.Tellings, null, e.Readers)),
            _ => this,
        };

    BroadcastBook With(Recorded r, Broadcast broadcast) => new(r.Version, all.SetItem(broadcast.Number, broadcast));

    BroadcastBook Add(Recorded r, int number, Edition edition) =>
        Find(number) is { } before
            ? With(r, new(number, before.Ticket, before.To, before.IsPublic, [.. before.Editions, edition]))
            : this;

    static Edition Edition(
        Recorded r,
        EditionKind kind,
        IReadOnlyList<Telling> tellings,
        DateTimeOffset? next,
        IReadOnlyList<int> readers
    ) => new(r.Version, r.Moment.When, r.Moment.Who.Id, kind, tellings, next, readers);
}
