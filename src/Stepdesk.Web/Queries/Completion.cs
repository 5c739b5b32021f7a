using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Kql.Functions;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Queries;

/// <summary>The names an editor can offer: tables with their columns, and the words of the language.</summary>
static class Completion
{
    public const string Path = "telemetry/names";

    static readonly string[] Words =
    [
        "where",
        "project",
        "extend",
        "summarize",
        "sort by",
        "top",
        "take",
        "count",
        "distinct",
        "join kind=inner",
        "union",
        "render timechart",
        "render columnchart",
        "make-series",
        "mv-expand",
        "parse",
        "lookup",
        "project-away",
        "project-rename",
        "let",
    ];

    public static void MapCompletion(this IEndpointRouteBuilder site) =>
        site.MapGet($"/{Path}", NamesAsync).RequireAuthorization(Rights.AskTelemetry).InPractice();

    static async Task<Results<Ok<Names>, NotFound>> NamesAsync(
        string? source,
        SourcesHere sources,
        CancellationToken stop
    ) =>
        sources.Find(source) is { } found
            ? TypedResults.Ok(
                new Names(
                    await found.DescribeAsync(stop),
                    Words,
                    [.. FunctionTable.Names.Order(StringComparer.Ordinal)]
                )
            )
            : TypedResults.NotFound();

    /// <summary>What can be completed.</summary>
    internal sealed record Names(
        IReadOnlyList<TelemetryTableSeen> Tables,
        IReadOnlyList<string> Words,
        IReadOnlyList<string> Functions
    );
}
