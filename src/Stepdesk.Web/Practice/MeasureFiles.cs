using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Reports;
using Stepdesk.Web.Shared;
using Words = Stepdesk.Web.Shared.Words;

namespace Stepdesk.Web.Practice;

/// <summary>The measures of everybody's runs as a table for other programs, with the numbers their page shows.</summary>
static class MeasureFiles
{
    static readonly string[] Head =
    [
        "class",
        "cohort-runs",
        "measures-judged",
        "measures-rightly",
        "report-what",
        "measures-count",
        "report-median",
        "measures-worst",
        "measures-promised",
    ];

    static readonly string[] InSeconds = ["report-median", "measures-worst", "measures-promised"];

    public static void MapMeasures(this IEndpointRouteBuilder site) =>
        site.MapGet(PracticePath.Measures, OfAllAsync).RequireAuthorization().ExcludeFromDescription().Speaks();

    static async Task<Results<FileContentHttpResult, NotFound>> OfAllAsync(
        Words words,
        Visit visit,
        CohortMeasures measures
    ) =>
        await measures.OfAsync(visit.Me, visit.Stop) is { } now
            ? Csv.File(Write(now, words.Language), "stepdesk-measures.csv")
            : TypedResults.NotFound();

    static string Write(MeasuredCohort now, Language language)
    {
        var csv = new StringBuilder();
        csv.Line(Head.Select(column => InSeconds.Contains(column) ? InSecondsOf(column) : Word(column)));
        foreach (var of in now.Classes)
        foreach (var line in of.Lines)
            csv.Line([
                of.Class is { } chosen ? Text.Of("class", chosen, language) : Word("measures-no-class"),
                Csv.Number(of.Runs),
                Csv.Number(of.Judged),
                Csv.Number(of.Right),
                Text.Of("measured", line.What, language),
                Csv.Number(line.Count),
                Csv.Seconds(line.Median),
                Csv.Seconds(line.Worst),
                line.Target is { } target ? Csv.Seconds(target) : "",
            ]);
        return csv.ToString();

        string Word(string key) => Text.Of(key, language);
        string InSecondsOf(string key) => Text.Of("measures-in-seconds", language, ("what", Word(key)));
    }
}
