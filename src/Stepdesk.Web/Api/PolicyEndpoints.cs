using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Service;

namespace Stepdesk.Web.Api;

/// <summary>A version of the desk's policy.</summary>
/// <param name="Version">Counts its edits from 1.</param>
public sealed record PolicySeen(int Version, ServicePolicy Policy);

/// <summary>How many tickets a policy was applied to.</summary>
public sealed record PolicyApplication(int Applied);

/// <summary>What the desk promises, by class and calendar.</summary>
static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder api)
    {
        var policies = api.MapGroup("/policies").WithTags("Policies");
        policies
            .MapGet("/latest", ReadLatestPolicy)
            .WithName(nameof(ReadLatestPolicy))
            .WithSummary("The policy new tickets are logged under")
            .Refuses(403);
        policies
            .MapGet("/{version:int}", ReadPolicy)
            .WithName(nameof(ReadPolicy))
            .WithSummary("A version of the policy")
            .Refuses(403, 404);
        policies
            .MapPost("", SetPolicy)
            .WithName(nameof(SetPolicy))
            .WithSummary("Edit the policy: a new version for new tickets")
            .WithDescription(
                "For administrators. The version must be the latest, as it was read; tickets that run keep theirs."
            )
            .Refuses(400, 403, 409, 413, 415);
        policies
            .MapGet("/{version:int}/effects", PreviewPolicy)
            .WithName(nameof(PreviewPolicy))
            .WithSummary("Which open tickets would change if this version were applied to them, as they are found")
            .Refuses(403, 404);
        policies
            .MapPost("/{version:int}/application", ApplyPolicyToAll)
            .WithName(nameof(ApplyPolicyToAll))
            .WithSummary("Apply this version to every open ticket")
            .Refuses(403, 404);
    }

    static async Task<Results<Ok<PolicySeen>, ProblemHttpResult>> ReadLatestPolicy(
        Caller caller,
        IDbContextFactory<Db> databases,
        PolicyBook book,
        Worlds worlds,
        CancellationToken stop
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await ReadPolicy(
            await book.LatestAsync(db, worlds.Live.Id, stop),
            caller,
            databases,
            book,
            worlds,
            stop
        );
    }

    static async Task<Results<Ok<PolicySeen>, ProblemHttpResult>> ReadPolicy(
        [Description("Which version; 0 is the shipped one.")] int version,
        Caller caller,
        IDbContextFactory<Db> databases,
        PolicyBook book,
        Worlds worlds,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySeePolicy(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        if (version < 0 || version > await book.LatestAsync(db, worlds.Live.Id, stop))
            return Problems.Of(ApplyPolicy.NoSuchPolicy, caller.Language);
        var policies = await book.UpToAsync(db, worlds.Live.Id, version, stop);
        var policy = policies(version);
        // A version of before there were alarms has the shipped ones; who reads it to edit it sees them.
        return TypedResults.Ok(new PolicySeen(version, policy with { Alarms = policy.Alarms ?? Shipped.Alarms }));
    }

    static async Task<Results<Created<PolicySeen>, ProblemHttpResult>> SetPolicy(
        PolicySeen wanted,
        Caller caller,
        Promising promising,
        CancellationToken stop
    )
    {
        var (version, refusal) = await promising.SetAsync(wanted.Policy, wanted.Version, caller.Me, stop);
        return refusal is null
            ? TypedResults.Created($"{Api.Root}/policies/{version}", new PolicySeen(version, wanted.Policy))
            : Problems.Of(refusal, caller.Language);
    }

    static async Task<Results<Ok<IAsyncEnumerable<PolicyEffect>>, ProblemHttpResult>> PreviewPolicy(
        [Description("Which version.")] int version,
        Caller caller,
        Promising promising,
        CancellationToken stop
    ) =>
        await promising.MayApplyAsync(version, caller.Me, stop) is { } refusal
            ? Problems.Of(refusal, caller.Language)
            : TypedResults.Ok(promising.PreviewAsync(version, stop).Where(e => e.Clocks.Count > 0));

    static async Task<Results<Ok<PolicyApplication>, ProblemHttpResult>> ApplyPolicyToAll(
        [Description("Which version.")] int version,
        Caller caller,
        Promising promising,
        CancellationToken stop
    ) =>
        await promising.MayApplyAsync(version, caller.Me, stop) is { } refusal
            ? Problems.Of(refusal, caller.Language)
            : TypedResults.Ok(
                new PolicyApplication(
                    await promising.ApplyAsync(version, caller.Me, stop).CountAsync(one => one.IsChanged, stop)
                )
            );
}
