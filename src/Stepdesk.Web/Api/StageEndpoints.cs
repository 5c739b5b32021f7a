using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>The stages of a team's board.</summary>
/// <param name="Team">The id of the team; null for the tickets that have none.</param>
/// <param name="Version">Counts their edits; 0 for the shipped ones.</param>
/// <param name="Stages">In their order. A new one has the id 0; an empty name stands for the step's own.</param>
public sealed record StagesSeen(int Version, IReadOnlyList<Stage> Stages, int? Team = null);

/// <summary>The columns a team gives the steps.</summary>
static class StageEndpoints
{
    public static void MapStages(this IEndpointRouteBuilder api)
    {
        var stages = api.MapGroup("/stages").WithTags("Stages");
        stages
            .MapGet("", ReadStages)
            .WithName(nameof(ReadStages))
            .WithSummary("The stages of a team's board")
            .WithDescription("For colleagues.")
            .Refuses(400, 403);
        stages
            .MapPost("", SetStages)
            .WithName(nameof(SetStages))
            .WithSummary("Edit the stages of a team's board")
            .WithDescription(
                "For leads and administrators. The version must be the latest, as it was read. Tickets stay in their steps; one whose stage is gone is in the first stage of its step."
            )
            .Refuses(400, 403, 409, 413, 415);
    }

    static async Task<Results<Ok<StagesSeen>, ProblemHttpResult>> ReadStages(
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        [Description("The id of the team; left out, the stages of tickets without one.")] int? team,
        CancellationToken stop = default
    )
    {
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        var (version, stages) = await TeamStages.ReadAsync(db, worlds.Live.Id, team, stop);
        return TypedResults.Ok(new StagesSeen(version, stages, team));
    }

    static async Task<Results<Created<StagesSeen>, ProblemHttpResult>> SetStages(
        StagesSeen wanted,
        Caller caller,
        Staging staging,
        CancellationToken stop
    )
    {
        var (set, refusal) = await staging.SetAsync(wanted.Team, wanted.Stages, wanted.Version, caller.Me, stop);
        return set is null
            ? Problems.Of(refusal!, caller.Language)
            : TypedResults.Created(
                $"{Api.Root}/stages{(wanted.Team is { } team ? $"?team={team}" : "")}",
                new StagesSeen(set.Version, set.Stages, wanted.Team)
            );
    }
}
