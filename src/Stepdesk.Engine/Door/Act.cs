using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Templates;

namespace Stepdesk.Engine.Door;

/// <summary>One ticket under the hand of one transaction: loaded, decided on, saved, and perhaps decided on again.</summary>
sealed class Act
{
    static readonly Actor Watch = Actor.System("clocks");

    readonly Db db;
    readonly World world;
    readonly PolicyBook book;
    readonly Drafts drafts;
    readonly TimeProvider real;

    // Each with the ticket before and after it: who is told of a clock is decided by that, not by what came later.
    List<(Recorded What, Ticket Before, Ticket Then)> events = [];
    TimeFacts facts = new();
    DateTimeOffset recordedAt;
    TicketRow? row;
    HistoryRow? last;
    Policies policies = Shipped.Policies;

    Act(
        Db db,
        World world,
        PolicyBook book,
        Drafts drafts,
        TimeProvider real,
        int id,
        TicketRow? row,
        Ticket ticket,
        HistoryRow? last
    )
    {
        (this.db, this.world, this.book, this.drafts, this.real, Id, this.row) = (
            db,
            world,
            book,
            drafts,
            real,
            id,
            row
        );
        (Ticket, this.last) = (ticket, last);
    }

    public int Id { get; }
    public World World => world;
    public Ticket Ticket { get; private set; }

    /// <summary>What happened and is not yet saved.</summary>
    public IEnumerable<Recorded> Happened => events.Select(e => e.What);

    /// <summary>The ticket as it stands; a new one when <paramref name="newIn"/> names its world; else null when there is none.</summary>
    public static async Task<Act?> OpenAsync(
        Db db,
        Worlds worlds,
        PolicyBook book,
        Drafts drafts,
        Recent recent,
        TimeProvider real,
        int id,
        TicketRow? row,
        int? newIn,
        CancellationToken stop
    )
    {
        if ((row?.World ?? newIn) is not { } world)
            return null;
        var (ticket, last) = row is null ? (Ticket.Unlogged, null) : await recent.ReadAsync(db, id, stop);
        return new(db, await worlds.OfAsync(db, world, stop), book, drafts, real, id, row, ticket, last);
    }

    /// <summary>Decides and applies, or says why not. Whoever acts, the clocks are looked at first and last.</summary>
    public async Task<Refusal?> DoAsync(TicketAction action, Actor me, Terms terms, CancellationToken stop)
    {
        if (!Permissions.MayReach(me, Ticket, action))
            return Refusals.NoSuchTicket;
        if (terms.IfVersion is { } version && version != Ticket.Version)
            return Refusals.Changed;
        if (
            !Permissions.May(me, action)
            || (terms.Override is not null && !Permissions.MayOverride(me))
            || (action is Log log && me.Role is Role.Customer && log.Requester != me.PersonId)
        )
            return Refusals.NotAllowed;

        var inForce = Ticket.Treatment?.Policy ?? await book.LatestAsync(db, world.Id, stop);
        policies = await book.UpToAsync(db, world.Id, Math.Max(inForce, Ticket.LatestPolicy), stop);
        if (action is ApplyPolicy { Policy: var wanted })
        {
            if (wanted < 0 || wanted > await book.LatestAsync(db, world.Id, stop))
                return ApplyPolicy.NoSuchPolicy;
            policies = await book.UpToAsync(db, world.Id, Math.Max(wanted, Ticket.LatestPolicy), stop);
        }
        if (action is MoveTo move)
            action = move with { Among = (await TeamStages.ReadAsync(db, world.Id, Ticket.Team, stop)).Stages };
        if (await Assignees.CheckAsync(db, world, Ticket, action, me, stop) is { } nobody)
            return nobody;
        if (action is HandOut)
            action = await Members.ChooseAsync(db, world, book, Ticket, stop);
        if (action is Note note && note.Text?.Contains('@', StringComparison.Ordinal) is true)
            action = note with { Among = await Addressees.ColleaguesAsync(db, world, stop) };
        if (action is Escalate escalate)
            action = await Addressees.FindAsync(db, world, escalate, Ticket, stop);
        if (action is AskApproval ask)
            action = await Addressees.FindAsync(db, world, ask, stop);
        var moment = new Moment(world.Now, me);
        if (row is not null)
        {
            var about = new About(Id, row.Number, Ticket);
            action = await OwnWords.SupplyAsync(db, world, drafts, about, action, policies(inForce), moment, stop);
        }
        recordedAt = real.GetUtcNow().ToMicroseconds();
        var decision = Overriding.Decide(action.Under(inForce, policies(inForce)), terms.Override, Ticket, moment);
        if (decision.Refusal is { } refusal)
            return refusal;
        NoticeClocks(moment.When);
        var before = Ticket;
        foreach (var what in decision.Events)
            Happen(moment, what, terms.Cause);
        // In the same breath and by whoever caused it, who needs no notice of what stands before them.
        if (Proposing.After(before, Ticket, decision.Events, policies) is { } proposed)
            Happen(moment, proposed, terms.Cause);
        NoticeClocks(moment.When);
        return null;
    }

    /// <summary>Once it is committed, and not before.</summary>
    public void KeepIn(Recent recent)
    {
        if (last is not null)
            recent.Keep(Id, Ticket, last);
    }

    /// <summary>Puts what happened since the last time into the context, and answers it.</summary>
    public async Task<IReadOnlyList<Heard>> SaveAsync(CancellationToken stop)
    {
        if (events.Count == 0)
            return [];
        var saved = events;
        events = [];
        var isNew = row is null;
        if (row is null)
            db.Tickets.Add(
                row = new()
                {
                    Id = Id,
                    World = world.Id,
                    Number = await db.NextNumberAsync($"tickets/{world.Id}", stop),
                }
            );
        row.Show(Ticket, policies);
        if (isNew)
        {
            row.ShowTags(Ticket);
            db.Traits.AddRange(TraitRow.Of(Id, world.Id, Ticket));
        }
        else if (saved.Exists(e => e.What.What is TagsSet))
        {
            await db.Entry(row).Collection(t => t.Tags).LoadAsync(stop);
            row.ShowTags(Ticket);
        }
        db.Measures.AddRange(facts.Measures.Select(m => MeasureRow.Of(Id, world.Id, m)));
        db.Breaches.AddRange(facts.Breaches.Select(b => BreachRow.Of(Id, world.Id, b)));
        facts = new();
        foreach (var (recorded, before, then) in saved)
        {
            db.Outbox.AddRange(Effects.Of(world, Id, recorded));
            await CarryAsync(recorded, then, stop);
            await Notices.AddAsync(db, world, Id, Ticket, recorded, stop);
            await Alarming.AddAsync(db, world, Id, before, policies, recorded, stop);
        }
        return saved.ConvertAll(s => new Heard(Id, s.What, s.Before, s.Then));
    }

    // Once for each duplicate, however often it is tied.
    async Task CarryAsync(Recorded recorded, Ticket then, CancellationToken stop)
    {
        foreach (var (version, duplicate) in Effects.Carried(recorded, then))
        {
            var effect = OutboxRow.CarryTo(duplicate);
            if (
                version == recorded.Version
                || !await db.Outbox.AnyAsync(o => o.Ticket == Id && o.Version == version && o.Effect == effect, stop)
            )
                db.Outbox.Add(
                    new()
                    {
                        World = world.Id,
                        Ticket = Id,
                        Version = version,
                        Effect = effect,
                        DueAt = recorded.Moment.When,
                    }
                );
        }
    }

    // Without this a promise broken between two sweeps and kept just after would leave no trace.
    void NoticeClocks(DateTimeOffset now)
    {
        foreach (var notice in Clocks.Notices(Ticket, policies, now).ToList())
            Happen(new(now, Watch), notice, null);
    }

    void Happen(Moment moment, Event what, string? cause)
    {
        last = db.Append(Streams.Ticket(Id), world.Id, last, moment, recordedAt, what, cause);
        var recorded = new Recorded(last.Version, moment, what);
        var before = Ticket;
        Ticket = before.After(recorded);
        facts.Add(before, recorded, Ticket, policies);
        events.Add((recorded, before, Ticket));
    }
}
