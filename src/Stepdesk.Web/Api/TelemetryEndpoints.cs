using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Kql.Columns;
using Stepdesk.Web.Api.Tickets;
using Stepdesk.Web.Queries;

namespace Stepdesk.Web.Api;

/// <summary>A source of telemetry.</summary>
/// <param name="IsSensitive">Whether people's names and addresses are masked in what is kept.</param>
public sealed record SourceSeen(string Name, TelemetryKind Kind, bool IsSensitive);

/// <summary>What a source can be asked for.</summary>
public sealed record NamesSeen(IReadOnlyList<TelemetryTableSeen> Tables);

/// <summary>A question to a source of telemetry.</summary>
/// <param name="Query">In KQL.</param>
/// <param name="Source">Its name; the first source when left out.</param>
/// <param name="From">What happened before is left out, whatever the query says.</param>
/// <param name="To">What happened from then on is left out.</param>
public sealed record NewQuery(
    string Query,
    string? Source = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
);

/// <summary>An answer in the shape of Azure's query API, with what this desk adds.</summary>
/// <param name="Tables">One table; none when the query was wrong.</param>
/// <param name="Error">Why rows are missing, or why there are none.</param>
/// <param name="RowCount">How many rows came; a table holds at most 10,000 of them.</param>
/// <param name="Hash">SHA-256 over columns and rows.</param>
/// <param name="Diagnostics">What this desk's own reading of the query says, with repairs.</param>
/// <param name="Finding">The beginning of the answer, sealed: POST /tickets/{id}/findings keeps it. Good for twelve hours.</param>
public sealed record QueryAnswer(
    string Source,
    DateTimeOffset AsOf,
    double ElapsedMilliseconds,
    IReadOnlyList<AnswerTable> Tables,
    AnswerRender? Render,
    AnswerError? Error,
    int RowCount,
    string? Hash,
    IReadOnlyList<DiagnosticSeen> Diagnostics,
    string? Finding
);

/// <summary>Columns and rows; cells as Azure writes them.</summary>
public sealed record AnswerTable(
    string Name,
    IReadOnlyList<AnswerColumn> Columns,
    IReadOnlyList<IReadOnlyList<JsonElement?>> Rows
);

/// <summary>What render asked for.</summary>
public sealed record AnswerRender(
    string Visualization,
    string? Title,
    string? XColumn,
    IReadOnlyList<string> YColumns,
    IReadOnlyList<string> Series
);

/// <summary>An error of the source; the place is of the query, 1-based.</summary>
public sealed record AnswerError(string Code, string Message, int? Line, int? Pos);

/// <summary>One thing to say about a query, in the caller's language.</summary>
/// <param name="Column">1-based, in UTF-16 units.</param>
public sealed record DiagnosticSeen(
    string Severity,
    string Code,
    int Line,
    int Column,
    int Length,
    string Message,
    IReadOnlyList<string> Expected,
    IReadOnlyList<RepairSeen> Repairs
);

/// <summary>What would repair it.</summary>
/// <param name="Offset">Where in the query a replacement begins; null when it is advice only.</param>
public sealed record RepairSeen(string Title, int? Offset, int? Length, string? Text);

/// <summary>A finding to keep on a ticket.</summary>
/// <param name="Finding">As POST /telemetry/queries sealed it.</param>
/// <param name="Remark">What it shows, in up to 500 characters.</param>
public sealed record NewFinding(string Finding, string? Remark = null);

/// <summary>Asking telemetry, and keeping what it said.</summary>
static class TelemetryEndpoints
{
    public static void MapTelemetry(this IEndpointRouteBuilder api)
    {
        var telemetry = api.MapGroup("/telemetry").WithTags("Telemetry");
        telemetry
            .MapGet("/sources", ListSources)
            .WithName(nameof(ListSources))
            .WithSummary("Where telemetry can be asked for")
            .Refuses(403);
        telemetry
            .MapGet("/sources/{source}/metadata", ReadNames)
            .WithName(nameof(ReadNames))
            .WithSummary("The tables and columns of a source")
            .Refuses(403, 404);
        telemetry
            .MapPost("/queries", AskTelemetry)
            .WithName(nameof(AskTelemetry))
            .WithSummary("Ask a source")
            .WithDescription(
                "Answers in the shape of Azure's query API. A query that is wrong is answered with 400 in the same shape, with where and what would repair it; rows together with an error are not all there are."
            )
            .Refuses(403, 404, 409, 413, 415);
        api.MapPost("/tickets/{id:int}/findings", PinFinding)
            .WithTags("Tickets")
            .WithName(nameof(PinFinding))
            .WithSummary("Keep what a query showed on the ticket")
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);
    }

    static Results<Ok<IReadOnlyList<SourceSeen>>, ProblemHttpResult> ListSources(
        Caller caller,
        TelemetrySources sources
    ) =>
        Permissions.MayAskTelemetry(caller.Me)
            ? TypedResults.Ok<IReadOnlyList<SourceSeen>>([
                .. sources.All.Select(s => new SourceSeen(s.Name, s.Kind, s.IsSensitive)),
            ])
            : Problems.Of(Refusals.NotAllowed, caller.Language);

    static async Task<Results<Ok<NamesSeen>, ProblemHttpResult>> ReadNames(
        [Description("The name of the source.")] string source,
        Caller caller,
        TelemetrySources sources,
        CancellationToken stop
    ) =>
        !Permissions.MayAskTelemetry(caller.Me) ? Problems.Of(Refusals.NotAllowed, caller.Language)
        : sources.Find(source) is { } found ? TypedResults.Ok(new NamesSeen(await found.DescribeAsync(stop)))
        : Problems.Of(TelemetrySources.Unknown.About(source), caller.Language);

    static async Task<Results<Ok<QueryAnswer>, BadRequest<QueryAnswer>, ProblemHttpResult>> AskTelemetry(
        NewQuery wanted,
        Caller caller,
        TelemetrySources sources,
        QueryShelf shelf,
        SealedFindings seals,
        CancellationToken stop
    )
    {
        if (!Permissions.MayAskTelemetry(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        if (sources.Find(wanted.Source) is not { } source)
            return Problems.Of(TelemetrySources.Unknown.About(wanted.Source ?? ""), caller.Language);
        var question = new TelemetryQuestion(wanted.Query, wanted.From, wanted.To);
        var answer = await shelf.AskAsync(source, question, caller.Me, stop);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal, caller.Language);
        var seen = Show(answer, caller.Language);
        return answer.Error is null
            ? TypedResults.Ok(seen with { Finding = seals.Seal(Findings.Of(source, question, answer)) })
            : TypedResults.BadRequest(seen);
    }

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PinFinding(
        [Description("The ticket's id.")] int id,
        NewFinding body,
        Caller caller,
        SealedFindings seals,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => PinAsync(id, body, caller, seals, hands, stop);

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PinAsync(
        int id,
        NewFinding body,
        Caller caller,
        SealedFindings seals,
        Hands hands,
        CancellationToken stop
    )
    {
        // Whether a ticket exists, and who may, is said before anything about the body.
        await using (var open = await hands.Reading.OpenAsync(id, caller.Me, stop))
            if (open is null)
                return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!Permissions.MayAskTelemetry(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        return seals.Open(body.Finding) is { } finding
            ? await hands.ActAsync(id, new KeepFinding(finding, body.Remark ?? ""), caller, stop)
            : Problems.Of(SealedFindings.Unreadable, caller.Language);
    }

    static QueryAnswer Show(TelemetryAnswer answer, Language language) =>
        new(
            answer.Source,
            answer.AsOf,
            answer.Elapsed.TotalMilliseconds,
            answer.Error is null
                ?
                [
                    new(
                        "PrimaryResult",
                        answer.Columns,
                        [
                            .. answer.Rows.Select(
                                IReadOnlyList<JsonElement?> (row) =>
                                    [.. row.Select((cell, i) => Cell(cell, answer.Columns[i].Type))]
                            ),
                        ]
                    ),
                ]
                : [],
            answer.Chart is { } chart ? new(chart.Visualization, chart.Title, chart.X, chart.Ys, chart.Series) : null,
            answer.Error is { } error ? new(error.Code, error.Message, error.Line, error.Column)
                : answer.Partial is { } partial ? new("PartialError", partial, null, null)
                : null,
            answer.RowCount,
            answer.Error is null ? answer.Hash : null,
            [
                .. answer.Diagnostics.Select(d => new DiagnosticSeen(
                    d.Severity.ToString().ToLowerInvariant(),
                    d.Code,
                    d.Line,
                    d.Column,
                    d.Span.Length,
                    language is Language.Vi ? d.Message.Vi : d.Message.En,
                    d.Expected,
                    [
                        .. d.Hints.Select(h => new RepairSeen(
                            language is Language.Vi ? h.Title.Vi : h.Title.En,
                            h.Edit?.Offset,
                            h.Edit?.Length,
                            h.Edit?.Text
                        )),
                    ]
                )),
            ],
            null
        );

    // Numbers and truths are themselves; NaN, instants and everything else are text.
    static JsonElement? Cell(string? cell, string type) =>
        cell is null ? null
        : KqlTypes.TryParse(type, out var known)
        && known is KqlType.Bool or KqlType.Int or KqlType.Long or KqlType.Real
        && cell is not ("NaN" or "Infinity" or "-Infinity")
            ? JsonElement.Parse(cell)
        : JsonSerializer.SerializeToElement(cell);
}
