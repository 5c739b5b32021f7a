using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>A list of tickets the product ships with.</summary>
/// <param name="Name">What <c>GET /tickets?view=</c> takes.</param>
/// <param name="Title">In the caller's language.</param>
public sealed record ViewSeen(string Name, string Title);

/// <summary>A group of colleagues that owns tickets together.</summary>
public sealed record TeamSeen(int Id, string Name);

/// <summary>The short lists other requests take their words from.</summary>
static class ListEndpoints
{
    // Far more than any desk has; every list has an end.
    const int MostTeams = 1000;
    const int MostTags = 100;

    public static void MapLists(this IEndpointRouteBuilder api)
    {
        var lists = api.MapGroup("").WithTags("Lists");
        lists.MapGet("/views", ListViews).WithName(nameof(ListViews)).WithSummary("The lists of tickets").Refuses();
        lists
            .MapGet("/teams", ListTeams)
            .WithName(nameof(ListTeams))
            .WithSummary("The teams, by name")
            .WithDescription("For colleagues.")
            .Refuses(403);
        lists
            .MapGet("/tags", ListTags)
            .WithName(nameof(ListTags))
            .WithSummary("The tags in use, by name, up to 100")
            .WithDescription("For colleagues.")
            .Refuses(403);
    }

    static Ok<IReadOnlyList<ViewSeen>> ListViews(Caller caller) =>
        TypedResults.Ok<IReadOnlyList<ViewSeen>>([
            .. Views.All.Select(v => new ViewSeen(v.Name, Text.Of($"view-{v.Name}", caller.Language))),
        ]);

    static async Task<Results<Ok<List<TeamSeen>>, ProblemHttpResult>> ListTeams(
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        CancellationToken stop
    )
    {
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        return TypedResults.Ok(
            await db
                .Teams.Where(t => t.World == worlds.Live.Id)
                .OrderBy(t => t.Name)
                .Select(t => new TeamSeen(t.Id, t.Name))
                .Take(MostTeams)
                .ToListAsync(stop)
        );
    }

    static async Task<Results<Ok<List<string>>, ProblemHttpResult>> ListTags(
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        [Description("Only tags that begin with this.")] string? q,
        CancellationToken stop = default
    )
    {
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var from = Slug.Of(q) ?? "";
        await using var db = await databases.CreateDbContextAsync(stop);
        return TypedResults.Ok(
            await db
                .TicketTags.Where(t => t.World == worlds.Live.Id && t.Tag.StartsWith(from))
                .Select(t => t.Tag)
                .Distinct()
                .OrderBy(tag => tag)
                .Take(MostTags)
                .ToListAsync(stop)
        );
    }
}
