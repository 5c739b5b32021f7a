using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>
/// The one door to a ticket. Browser, API, mail, jobs and simulated people all act through here, so that permission,
/// order, idempotence, history, owed effects and tracing are dealt with once.
/// </summary>
public sealed class Desk(IDbContextFactory<Db> databases, Worlds worlds, Changes changes, TimeProvider real)
{
    /// <summary>The name the desk's spans are recorded under.</summary>
    public const string Tracing = "Stepdesk";
    static readonly ActivitySource Spans = new(Tracing);

    /// <summary>Reception: makes a new ticket.</summary>
    public Task<Outcome> LogAsync(
        int world,
        Log log,
        Actor me,
        Terms? terms = null,
        CancellationToken stop = default
    ) => TracedAsync(world, null, log, me, terms ?? Terms.None, stop);

    /// <summary>Acts on a ticket, or says why not.</summary>
    public Task<Outcome> ActAsync(
        int ticket,
        TicketAction action,
        Actor me,
        Terms? terms = null,
        CancellationToken stop = default
    ) => TracedAsync(null, ticket, action, me, terms ?? Terms.None, stop);

    async Task<Outcome> TracedAsync(
        int? world,
        int? ticket,
        TicketAction action,
        Actor me,
        Terms terms,
        CancellationToken stop
    )
    {
        using var span = Spans.StartActivity(action.GetType().Name);
        var outcome = await RunAsync(world, ticket, action, me, terms, stop);
        var came = outcome.Refusal?.Code ?? (outcome.Events.Count == 0 ? "nothing" : "done");
        span?.SetTag("stepdesk.ticket", outcome.Ticket)
            .SetTag("stepdesk.actor", me.Id)
            .SetTag("stepdesk.outcome", came);
        Measures.Acted(action.GetType().Name, came);
        return outcome;
    }

    async Task<Outcome> RunAsync(
        int? world,
        int? ticket,
        TicketAction action,
        Actor me,
        Terms terms,
        CancellationToken stop
    )
    {
        var request = Answers.KeyOf(me, ticket, action, terms);
        await using var db = await databases.CreateDbContextAsync(stop);
        try
        {
            await using var work = await db.BeginAsync(stop);
            if (request is not null && await Answers.FindAsync(db, request, stop) is { } before)
                return before;

            var id = ticket ?? await db.NextNumberAsync("tickets", stop);
            var actions = (List<(int Ticket, TicketAction Action)>)[(id, action), .. action.AlsoOn(id)];
            var held = new Dictionary<int, TicketRow?>();
            foreach (var on in actions.Select(a => a.Ticket).Distinct().Order())
                held[on] = ticket is null && on == id ? null : await db.HoldAsync(on, stop);

            var acts = new List<Act>();
            foreach (var (on, what) in actions)
            {
                var act = acts.Find(a => a.Id == on);
                if (act is null)
                {
                    act = await Act.OpenAsync(db, worlds, real, on, held[on], newIn: on == id ? world : null, stop);
                    if (act is null)
                        return Outcome.No(on, Refusals.NoSuchTicket);
                    acts.Add(act);
                }
                if (act.Do(what, me, on == id ? terms : terms with { IfVersion = null }) is { } refusal)
                    return Outcome.No(on, refusal, act.Ticket.Version);
            }

            var first = acts[0];
            if (acts.TrueForAll(a => a.Events.Count == 0) && terms.Also is null)
                return new(id, first.Ticket.Version, []);
            foreach (var act in acts)
                await act.SaveAsync(stop);
            if (terms.Also is { } also)
                await also(db, id, stop);
            if (request is not null)
                db.Answered.Add(request.Answered(id, first.Ticket.Version, real.GetUtcNow().ToMicroseconds()));
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);

            foreach (var act in acts)
                changes.Tell(act.Id);
            return new(id, first.Ticket.Version, first.Events);
        }
        catch (DbUpdateException failure) when (request is not null && db.IsDuplicate(failure))
        {
            // Two requests with one key ran side by side and the other was first: its answer is ours.
            await using var again = await databases.CreateDbContextAsync(stop);
            return await Answers.FindAsync(again, request, stop)
                ?? throw new InvalidOperationException("The request met a duplicate that is not its own.", failure);
        }
    }
}
