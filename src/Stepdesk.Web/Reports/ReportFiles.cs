using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Reports;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Reports;

/// <summary>Reports as files, with the numbers their page shows.</summary>
static class ReportFiles
{
    public static void MapReports(this WebApplication site) =>
        site.MapGet("/reports/time.csv", TimeAsync)
            .RequireAuthorization(Rights.SeeReports)
            .ExcludeFromDescription()
            .Speaks();

    static async Task<Results<FileContentHttpResult, BadRequest<string>>> TimeAsync(
        HttpRequest request,
        Words words,
        LiveWorld world,
        TimeReports reports,
        IDbContextFactory<Db> databases,
        CancellationToken stop
    )
    {
        words.ReadBy(Reading.Chosen(request) ?? Language.En, await world.FindAsync(stop));
        var (report, refusal) = await reports.ReadAsync(TimeQuery.Read(request.Query, words), stop);
        if (report is null)
            return TypedResults.BadRequest(words.Of(refusal!));
        await using var db = await databases.CreateDbContextAsync(stop);
        var names = await GroupNames.ReadAsync(db, report, words.Language, stop);
        var (from, to) = (TimeQuery.Date(report.Question.From), TimeQuery.Date(report.Question.To));
        return Csv.File(TimeCsv.Write(report, names, words.Language), $"times-{from}-{to}.csv");
    }
}
