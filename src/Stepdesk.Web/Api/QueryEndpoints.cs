using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Queries;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Web.Queries;

namespace Stepdesk.Web.Api;

/// <summary>A query that is kept.</summary>
/// <param name="Version">Changes with each edit.</param>
/// <param name="Last">The time it is narrowed to: last-30m, last-1h, last-4h, last-24h, last-7d or as-written.</param>
/// <param name="Source">Whom it is asked of; the first source when null.</param>
/// <param name="Owner">The id of who kept it.</param>
public sealed record SavedQuerySeen(
    int Id,
    int Version,
    string Name,
    string Query,
    string Last,
    string? Source,
    int Owner,
    bool IsShared
);

/// <summary>A query to keep.</summary>
/// <param name="Name">Up to 80 characters, in any language.</param>
/// <param name="Query">In KQL.</param>
/// <param name="Last">The time it is narrowed to; as the query says when left out.</param>
/// <param name="IsShared">Whether all who ask telemetry see it.</param>
public sealed record QueryToSave(
    string Name,
    string Query,
    string? Last = null,
    string? Source = null,
    bool IsShared = false
);

/// <summary>One time a real source was asked.</summary>
/// <param name="Person">The id of who asked.</param>
/// <param name="Outcome">answered, partial, wrong, left where nobody waited for the answer, or the code of a problem.</param>
/// <param name="Rows">How many rows came.</param>
public sealed record QueryRunSeen(
    int Id,
    DateTimeOffset At,
    int? Person,
    string Source,
    string Query,
    DateTimeOffset? From,
    DateTimeOffset? To,
    int? Rows,
    string Outcome
);

/// <summary>Queries that are kept, and the record of what was asked.</summary>
static class QueryEndpoints
{
    const int MostRuns = 200;

    public static void MapQueries(this IEndpointRouteBuilder api)
    {
        var telemetry = api.MapGroup("/telemetry").WithTags("Telemetry");
        telemetry
            .MapGet("/saved", ListSavedQueries)
            .WithName(nameof(ListSavedQueries))
            .WithSummary("The caller's kept queries, and those that are shared")
            .Refuses(403);
        telemetry
            .MapPost("/saved", SaveQuery)
            .WithName(nameof(SaveQuery))
            .WithSummary("Keep a query under a name")
            .Refuses(400, 403, 409, 413, 415);
        telemetry
            .MapPut("/saved/{query:int}", ChangeSavedQuery)
            .WithName(nameof(ChangeSavedQuery))
            .WithSummary("Change a kept query; a shared one is its owner's and the leads'")
            .WithDescription("If-Match with its version refuses when it was changed since.")
            .Refuses(400, 403, 404, 409, 412, 413, 415);
        telemetry
            .MapDelete("/saved/{query:int}", DropSavedQuery)
            .WithName(nameof(DropSavedQuery))
            .WithSummary("Give a kept query up")
            .Refuses(403, 404, 409);
        telemetry
            .MapGet("/runs", ListQueryRuns)
            .WithName(nameof(ListQueryRuns))
            .WithSummary("What real sources were asked, by whom and with what outcome, newest first")
            .WithDescription("For leads. At most 200; 'before' is the id of the last one of the page before.")
            .Refuses(400, 403);
    }

    static async Task<Results<Ok<IReadOnlyList<SavedQuerySeen>>, ProblemHttpResult>> ListSavedQueries(
        Caller caller,
        QueryShelf shelf,
        CancellationToken stop
    ) =>
        Permissions.MayAskTelemetry(caller.Me)
            ? TypedResults.Ok<IReadOnlyList<SavedQuerySeen>>([
                .. (await shelf.ReadAsync(stop)).For(caller.Me).Select(Seen),
            ])
            : Problems.Of(Refusals.NotAllowed, caller.Language);

    static Task<Results<Ok<SavedQuerySeen>, ProblemHttpResult>> SaveQuery(
        QueryToSave body,
        Caller caller,
        QueryShelf shelf,
        CancellationToken stop
    ) => SaveAsync(null, body, caller, shelf, stop);

    static Task<Results<Ok<SavedQuerySeen>, ProblemHttpResult>> ChangeSavedQuery(
        [Description("The query's id.")] int query,
        QueryToSave body,
        Caller caller,
        QueryShelf shelf,
        CancellationToken stop
    ) => SaveAsync(query, body, caller, shelf, stop);

    static async Task<Results<NoContent, ProblemHttpResult>> DropSavedQuery(
        [Description("The query's id.")] int query,
        Caller caller,
        QueryShelf shelf,
        CancellationToken stop
    ) =>
        await shelf.DropAsync(query, caller.Me, stop) is { } refusal
            ? Problems.Of(refusal, caller.Language)
            : TypedResults.NoContent();

    static async Task<Results<Ok<IReadOnlyList<QueryRunSeen>>, ProblemHttpResult>> ListQueryRuns(
        [Description("Only those before this one, by id.")] int? before,
        Caller caller,
        QueryShelf shelf,
        CancellationToken stop
    ) =>
        Permissions.MaySeeQueryRuns(caller.Me)
            ? TypedResults.Ok<IReadOnlyList<QueryRunSeen>>([
                .. (await shelf.RunsAsync(before, MostRuns, stop)).Select(r => new QueryRunSeen(
                    r.Version,
                    r.At,
                    r.Person,
                    r.Asked.Source,
                    r.Asked.Text,
                    r.Asked.From,
                    r.Asked.To,
                    r.Asked.Rows,
                    r.Asked.Outcome
                )),
            ])
            : Problems.Of(Refusals.NotAllowed, caller.Language);

    static async Task<Results<Ok<SavedQuerySeen>, ProblemHttpResult>> SaveAsync(
        int? query,
        QueryToSave body,
        Caller caller,
        QueryShelf shelf,
        CancellationToken stop
    )
    {
        if (body.Last is { } last && !Times.All.Contains(last, StringComparer.Ordinal))
            return Problems.Of(Problems.FieldWrong with { Detail = "last", Choices = [.. Times.All] }, caller.Language);
        var wanted = new QuerySaved(
            query,
            body.Name,
            body.Query,
            body.Last ?? Times.AsWritten,
            body.Source,
            body.IsShared
        );
        var (saved, refusal) = await shelf.SaveAsync(wanted, caller.Terms.IfVersion, caller.Me, stop);
        return refusal is not null ? Problems.Of(refusal, caller.Language)
            : saved is not null ? TypedResults.Ok(Seen(saved))
            : Problems.Of(QueryBook.NoSuchQuery, caller.Language);
    }

    static SavedQuerySeen Seen(SavedQuery saved) =>
        new(saved.Id, saved.Version, saved.Name, saved.Text, saved.Last, saved.Source, saved.Owner, saved.IsShared);
}
