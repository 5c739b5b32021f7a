using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>The same change on many tickets.</summary>
/// <param name="Tickets">The ids of up to 200 tickets.</param>
/// <param name="Change">The noun of the change, such as closure.</param>
/// <param name="Body">What the change is asked for with, as at its own address; left out where that may be.</param>
public sealed record NewBulk(IReadOnlyList<int> Tickets, string Change, JsonElement? Body = null);

/// <summary>What came of it, ticket by ticket, in the order asked.</summary>
public sealed record BulkResult(IReadOnlyList<BulkOutcome> Results);

/// <summary>What came of it on one ticket.</summary>
/// <param name="Version">The ticket's version afterwards; null when it was refused.</param>
/// <param name="Code">The refusal's code; null when it was done.</param>
/// <param name="Detail">The refusal in the caller's language.</param>
public sealed record BulkOutcome(int Ticket, int? Version, string? Code, string? Detail)
{
    internal static BulkOutcome Of(Outcome outcome, Language language) =>
        outcome.Refusal is { } refusal
            ? new(outcome.Ticket, null, refusal.Code, Text.Of(refusal, language))
            : new(outcome.Ticket, outcome.Version, null, null);
}

/// <summary>One change on many tickets: each goes through the door by itself, and one that refuses stops no other.</summary>
static class BulkEndpoints
{
    const int Most = 200;

    public static void MapBulk(this IEndpointRouteBuilder api) =>
        api.MapGroup("/tickets")
            .WithTags("Changes")
            .MapPost("/bulk", ChangeMany)
            .WithName(nameof(ChangeMany))
            .WithSummary("Make one change on many tickets, each with its own outcome")
            .WithDescription(
                "Takes every change that has a body of its own under /tickets/{id}, except people and links removed. An Idempotency-Key counts for each ticket by itself; If-Match is not looked at."
            )
            .Refuses(400, 413, 415);

    static async Task<Results<Ok<BulkResult>, ProblemHttpResult>> ChangeMany(
        NewBulk wanted,
        Caller caller,
        Desk desk,
        Escalating escalating,
        Approving approving,
        IOptions<JsonOptions> json,
        CancellationToken stop
    )
    {
        if (Check(wanted) is { } refusal)
            return Problems.Of(refusal, caller.Language);
        if (Sound.Check(wanted) is { } hole)
            return Problems.Of(hole, caller.Language);
        var body = await ReadAsync(Changes.Bodies[wanted.Change], wanted.Body, json.Value.SerializerOptions);
        TicketAction action;
        Refusal? unknown = null;
        if (body is NewEscalation asked)
            (action, unknown) = await escalating.FindAsync(
                caller.Me,
                asked.Escalate(),
                asked.Email,
                asked.Name,
                caller.Language,
                stop
            );
        else if (body is NewApproval approval)
            (action, unknown) = await approving.FindAsync(
                caller.Me,
                approval.Ask(),
                approval.Emails ?? [],
                caller.Language,
                stop
            );
        else
            action = body.Action();
        if (unknown is not null)
            return Problems.Of(unknown, caller.Language);
        var results = new List<BulkOutcome>();
        foreach (var ticket in wanted.Tickets)
        {
            var terms = new Terms
            {
                Key = caller.Terms.Key is { } key ? $"{key}/{ticket}" : null,
                Override = body.Override,
            };
            results.Add(BulkOutcome.Of(await desk.ActAsync(ticket, action, caller.Me, terms, stop), caller.Language));
        }
        return TypedResults.Ok(new BulkResult(results));
    }

    static Refusal? Check(NewBulk wanted) =>
        wanted.Tickets.Count is 0 or > Most || wanted.Tickets.Distinct().Count() != wanted.Tickets.Count
            ? Problems.FieldWrong.About("tickets")
        : !Changes.Bodies.ContainsKey(wanted.Change)
            ? Problems.FieldWrong with
            {
                Detail = "change",
                Choices = [.. Changes.Bodies.Keys.Order(StringComparer.Ordinal)],
            }
        : null;

    // Wrong in the same words as at the change's own address.
    static ValueTask<IBody> ReadAsync(Type type, JsonElement? body, JsonSerializerOptions options) =>
        Json.ReadAsync(() =>
            ValueTask.FromResult((IBody)(body ?? JsonElement.Parse("{}")).Deserialize(type, options)!)
        );
}
