using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Templates;

namespace Stepdesk.Engine.Door;

/// <summary>
/// The one door to a ticket. Browser, API, mail, jobs and simulated people all act through here, so that permission,
/// order, idempotence, history, owed effects and tracing are dealt with once.
/// </summary>
public sealed class Desk(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    PolicyBook book,
    Drafts drafts,
    Recent recent,
    Changes changes,
    TimeProvider real
)
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
        if (Sound.Check(action) is { } unsound)
            return Outcome.No(ticket ?? 0, unsound);
        var request = Answers.KeyOf(me, ticket, action, terms);
        await using var db = await databases.CreateDbContextAsync(stop);
        var sitting = new Sitting(db, worlds, book, drafts, recent, real);
        var outcome = await RunAsync(db, sitting, request, world, ticket, action, me, terms, stop);
        if (outcome.Refusal is { } refusal && sitting.World is { Onlooker: { } onlooker } here)
            await onlooker.RefusedAsync(here, action.GetType().Name, refusal, me, stop);
        return outcome;
    }

    async Task<Outcome> RunAsync(
        Db db,
        Sitting sitting,
        Answers.Request? request,
        int? world,
        int? ticket,
        TicketAction action,
        Actor me,
        Terms terms,
        CancellationToken stop
    )
    {
        try
        {
            await using var work = await db.BeginAsync(stop);
            if (request is not null && await Answers.FindAsync(db, request, stop) is { } before)
                return before;

            var outcome = await sitting.ActAsync(world, ticket, action, me, terms, stop);
            if (outcome.Refusal is not null || (!sitting.HasChanges && terms.Also is null))
                return outcome;
            if (terms.Also is { } also)
                await also(db, outcome.Ticket, stop);
            if (request is not null)
                db.Answered.Add(request.Answered(outcome.Ticket, outcome.Version, real.GetUtcNow().ToMicroseconds()));
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);

            sitting.Keep();
            foreach (var on in sitting.Tickets)
                changes.Tell(on);
            return outcome;
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
