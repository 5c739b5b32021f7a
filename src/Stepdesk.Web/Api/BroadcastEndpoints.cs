using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Web.Api.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>What many are told at once of an incident that is known.</summary>
static class BroadcastEndpoints
{
    public static void MapBroadcasts(this IEndpointRouteBuilder api)
    {
        var broadcasts = api.MapGroup("/broadcasts").WithTags("Broadcasts");
        broadcasts
            .MapGet("", ListBroadcasts)
            .WithName(nameof(ListBroadcasts))
            .WithSummary("The broadcasts, the newest first")
            .WithDescription("For colleagues. Without all=true only those that are not over.")
            .Refuses(403);
        broadcasts
            .MapPost("", SendBroadcast)
            .WithName(nameof(SendBroadcast))
            .WithSummary("Tell many of a known incident, each by a mail of their own")
            .WithDescription(
                "For agents, leads and administrators. From 50 readers on, confirmed must say how many it may reach. Whoever writes gets none. Sent twice it is refused, and names the broadcast that tells it already."
            )
            .Refuses(400, 403, 404, 409, 413, 415, 422);
        broadcasts
            .MapPost("/preview", PreviewBroadcast)
            .WithName(nameof(PreviewBroadcast))
            .WithSummary("Whom a broadcast would reach, and why it could not be sent as it is; nothing is kept")
            .Refuses(400, 403, 413, 415);
        broadcasts
            .MapGet("/{number:int}", ReadBroadcast)
            .WithName(nameof(ReadBroadcast))
            .WithSummary("One broadcast with all that was told, how far its mails got, and its ETag")
            .Refuses(403, 404);
        broadcasts
            .MapGet("/{number:int}/deliveries", ListDeliveries)
            .WithName(nameof(ListDeliveries))
            .WithSummary("The mails of one edition, whoever was not reached first")
            .Refuses(400, 403, 404);
        broadcasts
            .MapPost("/{number:int}/updates", UpdateBroadcast)
            .WithName(nameof(UpdateBroadcast))
            .WithSummary("Tell everybody who was told how it stands, and who came into the circle since")
            .WithDescription("With If-Match, refused when somebody told something else since.")
            .Refuses(400, 403, 404, 409, 412, 413, 415);
        broadcasts
            .MapPost("/{number:int}/withdrawal", WithdrawBroadcast)
            .WithName(nameof(WithdrawBroadcast))
            .WithSummary("Tell whoever heard of it, once, that it is over; from then on it is shown nowhere")
            .WithDescription("With If-Match, refused when somebody told something else since. Twice is once.")
            .Refuses(400, 403, 404, 409, 412, 413, 415);
        api.MapGroup("/tickets/{id:int}")
            .MapGet("/incidents", ListIncidents)
            .WithTags("Tickets")
            .WithName(nameof(ListIncidents))
            .WithSummary("The broadcasts a ticket seems to be about, and what speaks for it; nothing is tied together")
            .Refuses(403, 404);
    }

    static async Task<Results<Ok<IReadOnlyList<BroadcastSeen>>, ProblemHttpResult>> ListBroadcasts(
        Caller caller,
        Broadcasting broadcasting,
        [Description("Those that are over too.")] bool? all,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySeeBroadcasts(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var book = await broadcasting.ReadAsync(caller.Me, stop);
        return TypedResults.Ok<IReadOnlyList<BroadcastSeen>>([
            .. (all is true ? book.All : book.Current).Take(200).Select(b => BroadcastSeen.Of(b)),
        ]);
    }

    static async Task<Results<Created<BroadcastSeen>, ProblemHttpResult>> SendBroadcast(
        NewBroadcast body,
        Caller caller,
        Broadcasting broadcasting,
        HttpContext context,
        CancellationToken stop
    )
    {
        var (told, refusal) = await broadcasting.ActAsync(body.Read(), after: null, caller.Me, caller.Terms.Key, stop);
        return told is null ? Problems.Of(refusal!, caller.Language) : Created(told, context);
    }

    static async Task<Results<Ok<ReachSeen>, ProblemHttpResult>> PreviewBroadcast(
        NewBroadcast body,
        Caller caller,
        Broadcasting broadcasting,
        CancellationToken stop
    )
    {
        var (reach, refusal) = await broadcasting.PreviewAsync(body.Read(), caller.Me, stop);
        return reach is null
            ? Problems.Of(refusal!, caller.Language)
            : TypedResults.Ok(
                new ReachSeen(
                    reach.Count,
                    reach.Names,
                    reach.Count >= BroadcastAction.Many,
                    reach.Refusal?.Code,
                    reach.Refusal is { } why ? Text.Of(why, caller.Language) : null
                )
            );
    }

    static async Task<Results<Ok<BroadcastSeen>, ProblemHttpResult>> ReadBroadcast(
        [Description("The broadcast's number.")] int number,
        Caller caller,
        Broadcasting broadcasting,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        HttpContext context,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySeeBroadcasts(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        if ((await broadcasting.ReadAsync(caller.Me, stop)).Find(number) is not { } broadcast)
            return Problems.Of(BroadcastAction.NoSuchBroadcast, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = await worlds.OfAsync(db, caller.Me, stop);
        context.Response.Headers.ETag = Caller.ETagOf(broadcast.Latest.Version);
        return TypedResults.Ok(BroadcastSeen.Of(broadcast, await Deliveries.CountAsync(db, world.Id, broadcast, stop)));
    }

    static async Task<Results<Ok<IReadOnlyList<DeliverySeen>>, ProblemHttpResult>> ListDeliveries(
        [Description("The broadcast's number.")] int number,
        Caller caller,
        Broadcasting broadcasting,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        [Description("The version of the edition; the latest when left out.")] int? version,
        [Description("How many to leave out, for going on.")] int? skip,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySeeBroadcasts(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var found = (await broadcasting.ReadAsync(caller.Me, stop)).Find(number);
        if (found is null || found.At(version ?? found.Latest.Version) is not { } edition)
            return Problems.Of(BroadcastAction.NoSuchBroadcast, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = await worlds.OfAsync(db, caller.Me, stop);
        var mails = await Deliveries.ListAsync(db, world.Id, found, edition.Version, Math.Max(skip ?? 0, 0), 200, stop);
        return TypedResults.Ok<IReadOnlyList<DeliverySeen>>([
            .. mails.Select(m => new DeliverySeen(m.Person, m.Name, m.State, m.At, m.Status)),
        ]);
    }

    static async Task<Results<Created<BroadcastSeen>, ProblemHttpResult>> UpdateBroadcast(
        [Description("The broadcast's number.")] int number,
        BroadcastUpdate body,
        Caller caller,
        Broadcasting broadcasting,
        HttpContext context,
        CancellationToken stop
    )
    {
        var (told, refusal) = await broadcasting.ActAsync(body.Read(number), caller.Terms.IfVersion, caller.Me, stop);
        return told is null ? Problems.Of(refusal!, caller.Language) : Created(told, context);
    }

    static async Task<Results<Created<BroadcastSeen>, ProblemHttpResult>> WithdrawBroadcast(
        [Description("The broadcast's number.")] int number,
        BroadcastWithdrawal body,
        Caller caller,
        Broadcasting broadcasting,
        HttpContext context,
        CancellationToken stop
    )
    {
        var (told, refusal) = await broadcasting.ActAsync(body.Read(number), caller.Terms.IfVersion, caller.Me, stop);
        return told is null ? Problems.Of(refusal!, caller.Language) : Created(told, context);
    }

    static async Task<Results<Ok<IReadOnlyList<IncidentSeen>>, ProblemHttpResult>> ListIncidents(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        KnownIncidents incidents,
        Worlds worlds,
        CancellationToken stop
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!Permissions.MaySeeBroadcasts(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var found = await incidents.OfAsync(open.Db, worlds.Live, id, open.Ticket, stop);
        return TypedResults.Ok<IReadOnlyList<IncidentSeen>>([
            .. found.Select(f => new IncidentSeen(
                BroadcastSeen.Of(f.Broadcast),
                f.Why is null ? null : Math.Round(f.Why.Bits, 1),
                [.. f.Why?.Shared.Select(t => new TraitSeen(t.Kind, t.Text)) ?? []]
            )),
        ]);
    }

    static Created<BroadcastSeen> Created(Broadcast told, HttpContext context)
    {
        context.Response.Headers.ETag = Caller.ETagOf(told.Latest.Version);
        return TypedResults.Created(
            FormattableString.Invariant($"{Api.Root}/broadcasts/{told.Number}"),
            BroadcastSeen.Of(told)
        );
    }
}
