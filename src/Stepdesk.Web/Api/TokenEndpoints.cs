using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Api;

/// <summary>A token, without its text, which nobody can read again.</summary>
/// <param name="UsedAt">When it last opened something, to the hour; null when it never did.</param>
/// <param name="EndsAt">When it ends by itself; null when it does not.</param>
public sealed record TokenSeen(
    int Id,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? UsedAt,
    DateTimeOffset? EndsAt
)
{
    internal static TokenSeen Of(TokenRow t) => new(t.Id, t.Name, t.CreatedAt, t.UsedAt, t.EndsAt);
}

/// <summary>
/// The tokens there are. None is made here: one that leaked could make others, and would outlive its being revoked.
/// </summary>
static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("People");
        tokens
            .MapGet("", ListTokens)
            .WithName(nameof(ListTokens))
            .WithSummary("The tokens that still open the desk, the newest first")
            .WithDescription("One's own; for administrators also those of others. They are made at the desk, not here.")
            .Refuses(400, 403);
        tokens
            .MapDelete("/{token:int}", RevokeToken)
            .WithName(nameof(RevokeToken))
            .WithSummary("End a token at once")
            .WithDescription("One's own; for administrators also those of others.")
            .Refuses(404);
    }

    static async Task<Results<Ok<List<TokenSeen>>, ProblemHttpResult>> ListTokens(
        Caller caller,
        Tokens tokens,
        [Description("Whose, by id; one's own when nobody is named.")] int? person,
        CancellationToken stop
    )
    {
        var whose = person ?? caller.Me.PersonId ?? 0;
        if (whose != caller.Me.PersonId && !Permissions.MayManagePeople(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        return TypedResults.Ok((await tokens.ListAsync(whose, caller.Me, stop)).Select(TokenSeen.Of).ToList());
    }

    static async Task<Results<NoContent, ProblemHttpResult>> RevokeToken(
        [Description("The token's id.")] int token,
        Caller caller,
        Tokens tokens,
        CancellationToken stop
    ) =>
        await tokens.RevokeAsync(token, caller.Me, stop) is { } refusal
            ? Problems.Of(refusal, caller.Language)
            : TypedResults.NoContent();
}
