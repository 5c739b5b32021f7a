using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Practice;

/// <summary>The reports of a run as files: for its trainee, and for who may see the runs of others.</summary>
static class DrawnReports
{
    public static void MapDrawnReports(this IEndpointRouteBuilder site) =>
        site.MapGet("/practice/{id:int}/reports/{seq:int}", FetchAsync).RequireAuthorization().ExcludeFromDescription();

    static async Task<Results<FileContentHttpResult, NotFound>> FetchAsync(
        int id,
        int seq,
        Visit visit,
        Sessions sessions
    )
    {
        if (
            await sessions.FindAsync(id, visit.Me, visit.Stop) is not { Session: var session }
            || session.Events.ElementAtOrDefault(seq - 1) is not { } drawn
            || Drawing.Of(session, drawn) is not { } report
        )
            return TypedResults.NotFound();
        return TypedResults.File(ReportBook.Write(report, session.Language), ReportBook.Type, report.File);
    }
}
