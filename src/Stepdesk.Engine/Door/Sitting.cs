using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>
/// One transaction at the door. The tickets it touched stay in hand, so that who does many things in one sitting loads
/// each ticket once. The caller saves and commits; after a refusal it does neither.
/// </summary>
sealed class Sitting(Db db, Worlds worlds, PolicyBook book, TimeProvider real)
{
    readonly Dictionary<int, Act> acts = [];

    /// <summary>The tickets in hand.</summary>
    public IEnumerable<int> Tickets => acts.Keys;

    /// <summary>Whether there is anything to save.</summary>
    public bool HasChanges { get; private set; }

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
        var id = ticket ?? await db.NextNumberAsync("tickets", stop);
        var actions = (List<(int Ticket, TicketAction Action)>)[(id, action), .. action.AlsoOn(id)];
        await HoldAsync(actions.Select(a => a.Ticket), id, world, stop);
        foreach (var (on, what) in actions)
        {
            if (!acts.TryGetValue(on, out var act))
                return Outcome.No(on, Refusals.NoSuchTicket);
            var termsHere = on == id ? terms : terms with { IfVersion = null };
            var informed = what.Beside(other => acts.GetValueOrDefault(other)?.Ticket);
            if (await act.DoAsync(informed, me, termsHere, stop) is { } refusal)
                return Outcome.No(on, refusal, act.Ticket.Version);
        }

        IReadOnlyList<Recorded> happened = [];
        foreach (var on in actions.Select(a => a.Ticket).Distinct())
        {
            var saved = await acts[on].SaveAsync(stop);
            HasChanges |= saved.Count > 0;
            if (on == id)
                happened = saved;
        }
        return new(id, acts[id].Ticket.Version, happened);
    }

    // In the order of their ids, so that two who want the same tickets never wait for each other.
    async Task HoldAsync(IEnumerable<int> tickets, int first, int? newIn, CancellationToken stop)
    {
        foreach (var on in tickets.Where(t => !acts.ContainsKey(t)).Distinct().Order().ToList())
        {
            var isNew = newIn is not null && on == first;
            var row = isNew ? null : await db.HoldAsync(on, stop);
            if (await Act.OpenAsync(db, worlds, book, real, on, row, isNew ? newIn : null, stop) is { } act)
                acts.Add(on, act);
        }
    }
}
