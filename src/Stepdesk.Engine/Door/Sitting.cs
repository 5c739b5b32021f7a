using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Templates;

namespace Stepdesk.Engine.Door;

/// <summary>
/// One transaction at the door. The tickets it touched stay in hand, so that who does many things in one sitting loads
/// each ticket once. The caller saves and commits; after a refusal it does neither.
/// </summary>
sealed class Sitting(Db db, Worlds worlds, PolicyBook book, Drafts drafts, Recent recent, TimeProvider real)
{
    /// <summary>The part of the desk that keeps reports of one fault together.</summary>
    internal static readonly Actor Duplicates = Actor.System("duplicates");

    /// <summary>The part of the desk that gives out tickets.</summary>
    internal static readonly Actor Assignment = Actor.System("assignment");

    readonly Dictionary<int, Act> acts = [];

    /// <summary>The tickets in hand.</summary>
    public IEnumerable<int> Tickets => acts.Keys;

    /// <summary>The world they are in; null while none is in hand.</summary>
    public World? World => acts.Values.FirstOrDefault()?.World;

    /// <summary>Whether there is anything to save.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>What was committed is where the next act begins.</summary>
    public void Keep()
    {
        foreach (var act in acts.Values)
            act.KeepIn(recent);
    }

    /// <summary>Does it and puts what came of it into the context, or says why not. A new ticket has a world and no id.</summary>
    public async Task<Outcome> ActAsync(
        int? world,
        int? ticket,
        TicketAction action,
        Actor me,
        Terms terms,
        CancellationToken stop
    )
    {
        if (action is Split split && ticket is { } whole)
            return await SplitAsync(whole, split, me, terms, stop);
        var id = ticket ?? await db.NextNumberAsync("tickets", stop);
        var actions = (List<(int Ticket, TicketAction Action)>)[(id, action), .. action.AlsoOn(id)];
        var concerned = actions.ConvertAll(a => a.Ticket);
        if (IsSaid(action) && (await recent.ReadAsync(db, id, stop)).Ticket.MergedInto is { } work)
            concerned.Add(work);
        if (await FirstOfReturningAsync(ticket, action, stop) is { } first)
            concerned.AddRange(await WithAllAboveAsync([id, first], stop));
        if (MovesPeople(action))
            concerned = await WithAllAboveAsync(concerned, stop);
        await HoldAsync(concerned, id, world, stop);
        if (await WhyNotAsync(id, action, me, stop) is { } barred)
            return Outcome.No(id, barred, acts.GetValueOrDefault(id)?.Ticket.Version ?? 0);
        var before = acts.ToDictionary(a => a.Key, a => a.Value.Ticket);
        // What cannot be there is said before what may not be done to it.
        if (concerned.FindIndex(on => !acts.ContainsKey(on)) is >= 0 and var missing)
            return Outcome.No(concerned[missing], Refusals.NoSuchTicket);
        foreach (var (on, what) in actions)
        {
            var act = acts[on];
            var termsHere = on == id ? terms : terms with { IfVersion = null };
            var informed = what.Beside(on, other => acts.GetValueOrDefault(other)?.Ticket);
            if (await act.DoAsync(informed, me, termsHere, stop) is { } refusal)
                return Outcome.No(on, refusal, act.Ticket.Version);
        }

        if (IsSaid(action) && await HearAsync(id, terms, stop) is { } unheard)
            return unheard;
        if (await PartReturnedAsync(id, terms, stop) is { } changed)
            return changed;
        if (MovesPeople(action) || acts[id].Happened.Any(e => e.What is Linked))
            await TellAboveAsync(before, terms, stop);
        // What comes to a team and has no owner is given out as the team does it.
        if (acts[id].Ticket is { IsOpen: true, Owner: null, Team: { } team } && before[id].Team != team)
            await acts[id].DoAsync(new HandOut(), Assignment, Terms.None with { Cause = terms.Cause }, stop);
        return await SaveAsync(id, concerned, me, stop);
    }

    // The new ticket answers for the act, as it does when one is logged.
    async Task<Outcome> SplitAsync(int id, Split wanted, Actor me, Terms terms, CancellationToken stop)
    {
        await HoldAsync([id], id, newIn: null, stop);
        if (await WhyNotAsync(id, wanted, me, stop) is { } barred)
            return Outcome.No(id, barred, acts.GetValueOrDefault(id)?.Ticket.Version ?? 0);
        if (!acts.TryGetValue(id, out var act))
            return Outcome.No(id, Refusals.NoSuchTicket);
        var split = wanted with { Into = await db.NextNumberAsync("tickets", stop) };
        if (await act.DoAsync(split, me, terms, stop) is { } refusal)
            return Outcome.No(id, refusal, act.Ticket.Version);
        var stream = Streams.Ticket(id);
        var written = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream && split.Messages.Contains(e.Version))
            .OrderBy(e => e.Version)
            .ToListAsync(stop);
        await HoldAsync([split.Into], split.Into, act.World.Id, stop);
        var part = acts[split.Into];
        var report = split.Report(act.Ticket, written.ConvertAll(e => (CustomerWrote)e.Read().What));
        foreach (var step in (TicketAction[])[report, split.AsPartOf(id)])
            if (await part.DoAsync(step, me, Terms.None with { Cause = terms.Cause }, stop) is { } unfit)
                return Outcome.No(id, unfit, act.Ticket.Version);
        if (part.Ticket is { Owner: null, Team: not null })
            await part.DoAsync(new HandOut(), Assignment, Terms.None with { Cause = terms.Cause }, stop);
        return await SaveAsync(split.Into, [id, split.Into], me, stop);
    }

    async Task<Outcome> SaveAsync(int id, List<int> concerned, Actor me, CancellationToken stop)
    {
        var heard = new List<Heard>();
        foreach (var on in concerned.Where(acts.ContainsKey).Distinct())
            heard.AddRange(await acts[on].SaveAsync(stop));
        HasChanges |= heard.Count > 0;
        if (heard.Count > 0 && World is { Onlooker: { } onlooker } here)
            await onlooker.HearAsync(db, here, heard, me, stop);
        return new(id, acts[id].Ticket.Version, [.. heard.Where(h => h.Ticket == id).Select(h => h.What)]);
    }

    // Each acts in their own world only, and all tickets of one act are of one world.
    async Task<Refusal?> WhyNotAsync(int id, TicketAction action, Actor me, CancellationToken stop)
    {
        if (World is not { } world)
            return null;
        if (
            acts.Values.Any(a => a.World.Id != world.Id)
            || !acts.ContainsKey(id)
            || !await worlds.IsAtHomeAsync(db, me, world.Id, stop)
        )
            return Refusals.NoSuchTicket;
        return world.Onlooker is { } onlooker
            ? await onlooker.WhyNotAsync(db, world, acts[id].Ticket, action, me, stop)
            : null;
    }

    static bool MovesPeople(TicketAction action) =>
        action is LinkTo or Unlink or Merge or Unmerge or SetAffected or Classify { Affected: not null };

    // What may be written in the thread of a ticket that goes on in another.
    static bool IsSaid(TicketAction action) => action is Write or HearFrom;

    // What is written on a merged ticket stays there and is heard where its work goes on. Null where that is so, or where
    // nothing was merged or written.
    async Task<Outcome?> HearAsync(int id, Terms terms, CancellationToken stop)
    {
        var said = acts[id].Happened.LastOrDefault(e => e.What is CustomerWrote or PartyWrote);
        if (said is null || acts[id].Ticket.MergedInto is not { } work)
            return null;
        // It was merged between our look and our hold; the other was not held in its order. Asked again, it is.
        if (!acts.TryGetValue(work, out var there))
            return Outcome.No(id, Refusals.Changed, acts[id].Ticket.Version);
        var hear = new HearReporter(id, said.Version) { IsTheirs = said.What is CustomerWrote { From: null } };
        return await there.DoAsync(hear, Duplicates, Terms.None with { Cause = terms.Cause }, stop) is { } refusal
            ? Outcome.No(work, refusal, there.Ticket.Version)
            : null;
    }

    // The ticket that a duplicate repeats whose reporter may be about to say that it is not over; null where there is none.
    async Task<int?> FirstOfReturningAsync(int? ticket, TicketAction action, CancellationToken stop)
    {
        if (ticket is not { } id || action is not (Dispute or Reopen or Write))
            return null;
        var looked = (await recent.ReadAsync(db, id, stop)).Ticket;
        return action is Write && looked.ClosedAt is null ? null : FirstOf(looked);
    }

    // A duplicate is worked on where the fault was reported first. Once that is solved nobody works there, so a reporter for
    // whom it is not over goes on by themselves, with clocks of their own. Null where that is so.
    async Task<Outcome?> PartReturnedAsync(int id, Terms terms, CancellationToken stop)
    {
        var act = acts[id];
        if (
            act.Ticket is not { IsOpen: true, Resolution: null }
            || FirstOf(act.Ticket) is not { } first
            || !act.Happened.Any(e => e.What is Disputed or Reopened)
        )
            return null;
        // It was tied between our look and our hold. Asked again, the other is held in its order.
        if (!acts.TryGetValue(first, out var there))
            return Outcome.No(id, Refusals.Changed, act.Ticket.Version);
        if (there.Ticket is { IsOpen: true, Resolution: null })
            return null;
        var part = new LinkTo(first, LinkKind.Related);
        foreach (var (on, what) in (List<(int, TicketAction)>)[(id, part), .. part.AlsoOn(id)])
        {
            var informed = what.Beside(on, other => acts.GetValueOrDefault(other)?.Ticket);
            if (
                await acts[on].DoAsync(informed, Duplicates, Terms.None with { Cause = terms.Cause }, stop) is { } unfit
            )
                return Outcome.No(on, unfit, acts[on].Ticket.Version);
        }
        return null;
    }

    static int? FirstOf(Ticket ticket) => ticket.Links.FirstOrDefault(l => l.Kind is LinkKind.DuplicateOf)?.Ticket;

    // All on whom the people of these count, looked up beforehand: they are to be held in one order.
    async Task<List<int>> WithAllAboveAsync(IEnumerable<int> tickets, CancellationToken stop)
    {
        var all = tickets.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var ticket = acts.TryGetValue(all[i], out var held)
                ? held.Ticket
                : (await recent.ReadAsync(db, all[i], stop)).Ticket;
            all.AddRange(Above(ticket).Where(above => !all.Contains(above)));
        }
        return all;
    }

    // Whoever counts the people of a ticket hears of it, and whoever counts theirs.
    async Task TellAboveAsync(Dictionary<int, Ticket> before, Terms terms, CancellationToken stop)
    {
        var moved = new Queue<int>(before.Where(b => !SpeakAlike(b.Value, acts[b.Key].Ticket)).Select(b => b.Key));
        while (moved.TryDequeue(out var below))
            foreach (var above in Above(acts[below].Ticket))
            {
                if (!acts.TryGetValue(above, out var act))
                    continue;
                var (told, was) = (acts[below].Ticket, act.Ticket);
                var recount = new Recount(below, told.AffectedAlone, told.ReportsBeside(above));
                await act.DoAsync(recount, Duplicates, Terms.None with { Cause = terms.Cause }, stop);
                if (!SpeakAlike(was, act.Ticket))
                    moved.Enqueue(above);
            }
    }

    static IEnumerable<int> Above(Ticket ticket) =>
        ticket.Links.Where(l => l.Kind.FarEnd().Adds()).Select(l => l.Ticket);

    static bool SpeakAlike(Ticket one, Ticket other) =>
        one.AffectedAlone == other.AffectedAlone && one.ReportsBeside(0).SequenceEqual(other.ReportsBeside(0));

    // In the order of their ids, so that two who want the same tickets never wait for each other.
    async Task HoldAsync(IEnumerable<int> tickets, int first, int? newIn, CancellationToken stop)
    {
        foreach (var on in tickets.Where(t => !acts.ContainsKey(t)).Distinct().Order().ToList())
        {
            var isNew = newIn is not null && on == first;
            var row = isNew ? null : await db.HoldAsync(on, stop);
            if (
                await Act.OpenAsync(db, worlds, book, drafts, recent, real, on, row, isNew ? newIn : null, stop) is
                { } act
            )
                acts.Add(on, act);
        }
    }
}
