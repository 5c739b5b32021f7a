using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>All that a page about one ticket shows, read once.</summary>
public sealed record Sheet(
    int Id,
    int Number,
    Ticket Ticket,
    IReadOnlyList<Recorded> History,
    IReadOnlyDictionary<int, PersonRow> People,
    IReadOnlyList<TeamRow> Teams,
    IReadOnlyDictionary<int, OutboxRow> Owed,
    IReadOnlyDictionary<int, int> Numbers,
    IReadOnlyList<Stage> Stages
)
{
    /// <summary>The teams nobody could be given a ticket in.</summary>
    public IEnumerable<int> EmptyTeams =>
        Teams
            .Select(t => t.Id)
            .Except(People.Values.Where(p => p.IsActive && Members.Roles.Contains(p.Role)).Select(p => p.Team ?? 0));

    /// <summary>Null when there is no such ticket for this actor in this world.</summary>
    public static async Task<Sheet?> ReadAsync(Db db, int world, int id, Actor me, CancellationToken stop)
    {
        var rows = await db.StreamAsync(Streams.Ticket(id), stop);
        if (rows.Count == 0 || rows[0].World != world)
            return null;
        var history = rows.ConvertAll(r => r.Read());
        var ticket = Ticket.From(history);
        if (!Permissions.MaySee(me, ticket))
            return null;

        var named = history.Select(r => r.Moment.Who.PersonId ?? 0).Append(ticket.Requester).ToHashSet();
        named.UnionWith(history.Select(r => r.What).OfType<Involved>().Select(i => i.Person));
        named.UnionWith(history.Select(r => r.What).OfType<Assigned>().Select(a => a.Owner ?? 0));
        named.UnionWith(ticket.Approvals.SelectMany(a => a.Approvers));
        named.UnionWith(ticket.Followers);
        // Colleagues too: the ticket may be given to any of them.
        var people = await db
            .People.AsNoTracking()
            .Where(p => named.Contains(p.Id) || (p.World == world && p.Role != Role.Customer && p.IsActive))
            .OrderBy(p => p.Name)
            .Take(1000)
            .ToListAsync(stop);
        var teams = await db.Teams.AsNoTracking().Where(t => t.World == world).OrderBy(t => t.Name).ToListAsync(stop);
        var owed = await db
            .Outbox.AsNoTracking()
            .Where(o => o.Ticket == id && o.Effect == OutboxRow.Mail)
            .ToDictionaryAsync(o => o.Version, stop);

        var shown = history.Select(r => OtherOf(r.What)).OfType<int>().Append(id).ToHashSet();
        shown.UnionWith(ticket.Unlike);
        var numbers = await db
            .Tickets.Where(t => shown.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.Number, stop);
        var stages = (await TeamStages.ReadAsync(db, world, ticket.Team, stop)).Stages;
        return new(id, numbers[id], ticket, history, people.ToDictionary(p => p.Id), teams, owed, numbers, stages)
        {
            Reporters = await ReportersAsync(db, ticket, stop),
            HeldBack = await HeldBackAsync(db, id, ticket, stop),
            Threads = me.IsStaff ? await ThreadsAsync(db, world, ticket, history, me, stop) : NoThreads,
        };
    }

    static readonly Dictionary<int, Sheet> NoThreads = [];

    static int? OtherOf(Event what) =>
        what switch
        {
            Linked e => e.Ticket,
            Merged e => e.Ticket,
            TookIn e => e.Ticket,
            SolutionHeld e => e.From,
            SplitOff e => e.Ticket,
            SplitFrom e => e.Ticket,
            _ => null,
        };

    // Those that go on here, and those that did when somebody wrote in them. A ticket that took others in goes on nowhere
    // else, so none of them has threads of its own.
    static async Task<Dictionary<int, Sheet>> ThreadsAsync(
        Db db,
        int world,
        Ticket ticket,
        IEnumerable<Recorded> history,
        Actor me,
        CancellationToken stop
    )
    {
        var threads = new Dictionary<int, Sheet>();
        foreach (
            var other in ticket
                .Links.Where(l => l.Kind is LinkKind.HasMerged)
                .Select(l => l.Ticket)
                .Concat(history.Select(r => r.What).OfType<ReporterWrote>().Select(w => w.Ticket))
                .Distinct()
                .Take(MostThreads)
        )
            if (await ReadAsync(db, world, other, me, stop) is { } thread)
                threads.Add(other, thread);
        return threads;
    }

    // Nobody reads more conversations on one page.
    const int MostThreads = 50;

    static async Task<List<Reporter>> ReportersAsync(Db db, Ticket ticket, CancellationToken stop)
    {
        var duplicates = ticket.Links.Where(l => l.Kind is LinkKind.HasDuplicate).Select(l => l.Ticket).ToList();
        var merged = Merging.ToldIn(ticket).ToList();
        if (duplicates.Count + merged.Count == 0)
            return [];
        var found = await db
            .Tickets.Where(t => (duplicates.Contains(t.Id) && t.IsOpen) || merged.Contains(t.Id))
            .Join(
                db.People,
                t => t.Requester,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Number,
                        p.Name,
                        p.Language,
                    }
            )
            .OrderBy(t => t.Number)
            .ToListAsync(stop);
        return found.ConvertAll(f => new Reporter(f.Number, f.Name, f.Language));
    }

    // Owed on a duplicate by the ticket it repeats, looked at before, and put off for an approval.
    static async Task<List<HeldBack>> HeldBackAsync(Db db, int id, Ticket ticket, CancellationToken stop)
    {
        var first = ticket.Links.FirstOrDefault(l => l.Kind is LinkKind.DuplicateOf)?.Ticket;
        if (first is null && ticket.Links.All(l => l.Kind is not LinkKind.HasDuplicate))
            return [];
        var (from, carry, here) = (first ?? id, $"{OutboxRow.Carry}/", OutboxRow.CarryTo(id));
        var (awaited, notGiven) = (Holding.Awaited.Code, Holding.NotGiven.Code);
        var owed = await db
            .Outbox.AsNoTracking()
            .Where(o => o.Ticket == from && o.DoneAt == null && o.FailedAt == null)
            .Where(o => first == null ? o.Effect.StartsWith(carry) : o.Effect == here)
            .Where(o => o.Error == awaited || o.Error == notGiven)
            .OrderBy(o => o.Id)
            .Take(MostThreads)
            .ToListAsync(stop);
        return
        [
            .. owed.Select(o => new HeldBack(first ?? o.Duplicate!.Value, first is not null, o.Error == awaited))
                .Distinct(),
        ];
    }

    /// <summary>What is told where the fault was reported first and not on a duplicate, because an approval is in the way.</summary>
    public IReadOnlyList<HeldBack> HeldBack { get; init; } = [];

    /// <summary>Who reported the same and still waits, by the number of their ticket.</summary>
    public required IReadOnlyList<Reporter> Reporters { get; init; }

    /// <summary>The tickets whose conversations are read here, by id: what was merged into this one.</summary>
    public IReadOnlyDictionary<int, Sheet> Threads { get; init; } = NoThreads;

    /// <summary>The stages of the step it is in; there is nothing to choose while there is one.</summary>
    public IEnumerable<Stage> StagesOfStep => Stages.Where(s => s.Step == Steps.Current(Ticket));

    /// <summary>The stage it is in.</summary>
    public Stage Stage => Stages.Of(Steps.Current(Ticket), Core.Service.Stages.ChosenOn(Ticket));

    public string? NameOf(int? person) => person is { } id && People.TryGetValue(id, out var row) ? row.Name : null;

    /// <summary>The name of somebody, or of whoever wrote in their place.</summary>
    public string InPlaceOf(int person, string? from, Words words)
    {
        var name = NameOf(person) ?? words["somebody"];
        return from is null ? name : words.Of("wrote-for", ("from", from), ("who", name));
    }

    /// <summary>Who can be given the ticket.</summary>
    public IEnumerable<PersonRow> Colleagues =>
        People.Values.Where(p => p is { IsActive: true, Role: not (Role.Customer or Role.Trainee or Role.Mentor) });
}

/// <summary>Somebody who reported the same and reads along, by the number of their ticket.</summary>
public sealed record Reporter(int Number, string Name, Language Language);

/// <summary>Something that is told on one of two tickets and not on the other.</summary>
/// <param name="Other">The other of the two, by id.</param>
/// <param name="IsHere">Whether it is this ticket's reporter who is not told.</param>
/// <param name="IsAwaited">Whether the approval is still awaited; else it was not given.</param>
public sealed record HeldBack(int Other, bool IsHere, bool IsAwaited);
