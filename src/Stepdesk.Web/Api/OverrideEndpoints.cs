using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>The report of overrides.</summary>
static class OverrideEndpoints
{
    public static void MapOverrides(this IEndpointRouteBuilder api) =>
        api.MapGroup("/reports")
            .WithTags("Reports")
            .MapGet("/overrides", ListOverrides)
            .WithName(nameof(ListOverrides))
            .WithSummary("What was done against a step's demand, by whom and why, newest first")
            .WithDescription("For colleagues.")
            .Refuses(400, 403);

    static async Task<Results<Ok<Page<OverrideLine>>, ProblemHttpResult>> ListOverrides(
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        [Description("Not before this instant.")] DateTimeOffset? from,
        [Description("Before this instant.")] DateTimeOffset? until,
        [Description("Only by this person, by id.")] int? person,
        [Description("Where to read on: 'next' of the page before.")] string? cursor,
        [Description("How many at most, 1 to 200.")] [DefaultValue(Limits.Usual)] int? limit,
        CancellationToken stop = default
    )
    {
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        if (Limits.Check("overrides", cursor, limit, out var after, out var most) is { } refusal)
            return Problems.Of(refusal, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        var page = await Overrides.PageAsync(db, worlds.Live, new(from, until, person), after, most, stop);
        return TypedResults.Ok(page.In("overrides"));
    }
}
