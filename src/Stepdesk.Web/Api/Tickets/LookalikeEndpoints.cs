using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>A report that is not logged yet.</summary>
/// <param name="Description">What happened, in the reporter's words.</param>
public sealed record Draft(string? Title = null, string? Description = null);

/// <summary>A ticket that may report the same fault.</summary>
/// <param name="Bits">How much speaks for it; each bit halves the odds that it is chance.</param>
/// <param name="Shared">What both say, the most telling first.</param>
public sealed record LookalikeSeen(TicketLine Ticket, double Bits, IReadOnlyList<TraitSeen> Shared);

/// <summary>What two reports have in common.</summary>
/// <param name="Text">As the report asked about says it.</param>
public sealed record TraitSeen(TraitKind Kind, string Text);

/// <summary>Suggests tickets that may report the same fault. Nothing is tied together by itself.</summary>
static class LookalikeEndpoints
{
    public static void MapLookalikes(this IEndpointRouteBuilder api)
    {
        var tickets = api.MapGroup("/tickets").WithTags("Tickets");
        tickets
            .MapGet("/{id:int}/lookalikes", ListLookalikes)
            .WithName(nameof(ListLookalikes))
            .WithSummary("Suggest tickets that may report the same fault, and say what speaks for each")
            .Refuses(403, 404);
        tickets
            .MapPost("/lookalikes", FindLookalikes)
            .WithName(nameof(FindLookalikes))
            .WithSummary("Suggest tickets that a report still being written may tell of")
            .Refuses(400, 403, 413, 415);
    }

    static async Task<Results<Ok<IReadOnlyList<LookalikeSeen>>, ProblemHttpResult>> ListLookalikes(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        Worlds worlds,
        CancellationToken stop
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var found = await Lookalikes.OfAsync(open.Db, worlds.Live, id, open.Ticket, caller.Me, stop);
        return TypedResults.Ok(await SeenAsync(open.Db, found, caller.Me, stop));
    }

    static async Task<Results<Ok<IReadOnlyList<LookalikeSeen>>, ProblemHttpResult>> FindLookalikes(
        Draft body,
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        CancellationToken stop
    )
    {
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await Lookalikes.OfAsync(
            db,
            worlds.Live,
            body.Title ?? "",
            body.Description ?? "",
            caller.Me,
            stop
        );
        return TypedResults.Ok(await SeenAsync(db, found, caller.Me, stop));
    }

    static async Task<IReadOnlyList<LookalikeSeen>> SeenAsync(
        Db db,
        IReadOnlyList<Suggested> found,
        Actor me,
        CancellationToken stop
    )
    {
        var names = await Names.ReadAsync(
            db,
            [.. found.SelectMany(f => (int?[])[f.Ticket.Requester, f.Ticket.Owner])],
            [.. found.Select(f => f.Ticket.Team)],
            stop
        );
        return
        [
            .. found.Select(f => new LookalikeSeen(
                TicketLine.Of(f.Ticket, names, me),
                Math.Round(f.Why.Bits, 1),
                [.. f.Why.Shared.Select(t => new TraitSeen(t.Kind, t.Text))]
            )),
        ];
    }
}
