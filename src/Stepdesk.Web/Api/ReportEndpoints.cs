using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Reports;
using Stepdesk.Web.Reports;

namespace Stepdesk.Web.Api;

/// <summary>How long it took, and which promises were kept.</summary>
/// <param name="Zone">The desk's zone, in which dates and months are.</param>
public sealed record TimesSeen(string Zone, IReadOnlyList<TimeSeen> Times, IReadOnlyList<BreachSeen> Breaches);

/// <summary>One measure in one group; times in seconds.</summary>
/// <param name="Group">The class, team, person or month; null for tickets that have none.</param>
/// <param name="Median">In the working time of each ticket's calendar.</param>
/// <param name="WallMedian">In all hours.</param>
/// <param name="Promised">How many had a promise.</param>
/// <param name="Kept">How many of those were kept.</param>
public sealed record TimeSeen(
    string? Group,
    Measured What,
    int Count,
    double Median,
    double P90,
    double WallMedian,
    double WallP90,
    int Promised,
    int Kept
);

/// <summary>The broken promises of one clock in one group, by what broke them.</summary>
public sealed record BreachSeen(string? Group, ClockName Clock, int RanOut, int Reclassified, int Otherwise);

/// <summary>Reports, as their pages show them.</summary>
static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder api) =>
        api.MapGet("/reports/time", ReportTimes)
            .WithTags("Reports")
            .WithName(nameof(ReportTimes))
            .WithSummary(
                "How long first responses, updates, resolutions and confirmations took, and which promises broke"
            )
            .WithDescription("For leads and administrators. What ended between the two dates counts.")
            .Refuses(400, 403, 409);

    static async Task<Results<Ok<TimesSeen>, ProblemHttpResult>> ReportTimes(
        [Description("The first date, in the desk's zone.")] DateOnly from,
        [Description("The last date, included.")] DateOnly to,
        [Description("class, team, person or month.")] string by,
        [Description("Only this class.")] string? @class,
        [Description("Only this team.")] int? team,
        [Description("Only what this person owned.")] int? person,
        Caller caller,
        TimeReports reports,
        IDbContextFactory<Db> databases,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySeeReports(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        if (!Choice.TryRead<ReportBy>(by, out var cut))
            return Problems.Of(Problems.NoneOf<ReportBy>("by"), caller.Language);
        var of = default(ClassOfService);
        if (@class is not null && !Choice.TryRead(@class, out of))
            return Problems.Of(Problems.NoneOf<ClassOfService>("class"), caller.Language);
        var question = new TimeQuestion(from, to, cut)
        {
            Class = @class is null ? null : of,
            Team = team,
            Person = person,
        };
        var (report, refusal) = await reports.ReadAsync(question, stop);
        if (report is null)
            return Problems.Of(refusal!, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        var names = await GroupNames.ReadAsync(db, report, caller.Language, stop);
        return TypedResults.Ok(Seen(report, names));
    }

    static TimesSeen Seen(TimeReport report, GroupNames names)
    {
        return new(
            report.Zone,
            [
                .. report.Times.Select(t => new TimeSeen(
                    Named(t.Group),
                    t.What,
                    t.Count,
                    t.Working.Median.TotalSeconds,
                    t.Working.P90.TotalSeconds,
                    t.Wall.Median.TotalSeconds,
                    t.Wall.P90.TotalSeconds,
                    t.Promised,
                    t.Kept
                )),
            ],
            [
                .. report.Breaches.Select(b => new BreachSeen(
                    Named(b.Group),
                    b.Clock,
                    b.RanOut,
                    b.Reclassified,
                    b.Otherwise
                )),
            ]
        );

        string? Named(int? group) => group is null ? null : names[group];
    }
}
