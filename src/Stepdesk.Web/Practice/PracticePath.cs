using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Shared;
using Words = Stepdesk.Web.Shared.Words;

namespace Stepdesk.Web.Practice;

/// <summary>
/// The desk of a practice session answers under <c>/practice/7/desk</c>: the same pages, in another world, as another
/// person. Whoever comes by this path is inside for the whole request, and nothing of them is left outside to act with.
/// </summary>
static class PracticePath
{
    /// <summary>How somebody is known who came in by the path.</summary>
    const string Scheme = "practice";

    /// <summary>All scenarios, and one's own runs.</summary>
    public const string Ground = "/practice";

    /// <summary>The page of a session.</summary>
    public static string Of(int session) => string.Create(CultureInfo.InvariantCulture, $"{Ground}/{session}");

    public static string HandInOf(int session) => $"{Of(session)}/hand-in";

    /// <summary>Runs that wait for a mentor.</summary>
    public const string Reviews = $"{Ground}/reviews";

    /// <summary>Where work is handed in that was done elsewhere.</summary>
    public const string Import = $"{Ground}/import";

    /// <summary>Everybody who practises.</summary>
    public const string Cohort = $"{Ground}/cohort";

    /// <summary>Runs that mentors judge blind.</summary>
    public const string Calibration = $"{Ground}/calibration";

    /// <summary>How far the lines of a scenario are judged alike.</summary>
    public static string AgreementOf(string scenario) => $"{Calibration}/{Uri.EscapeDataString(scenario)}";

    /// <summary>The result of a run for another system.</summary>
    public static string StatementsOf(int session) => $"{Of(session)}/statements.json";

    /// <summary>The results of everybody for another system.</summary>
    public const string Statements = $"{Cohort}/statements.json";

    /// <summary>What the runs of everybody come to, as a table for other programs.</summary>
    public const string Measures = $"{Cohort}/measures.csv";

    /// <summary>Where somebody judges a run blind.</summary>
    public static string JudgingOf(int session) => $"{Of(session)}/judging";

    /// <summary>What somebody has shown in practice.</summary>
    public static string TraineeOf(int person) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ground}/trainees/{person}");

    public static string CertificateOf(int person, PracticeStage stage) =>
        $"{TraineeOf(person)}/certificate?stage={Words.Snake(stage)}";

    public static string ReviewOf(int session) => $"{Of(session)}/review";

    public static string RecordOf(int session) => $"{Of(session)}/record";

    /// <summary>The file of a report, by the event that drew it.</summary>
    public static string ReportOf(int session, int seq) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(session)}/reports/{seq}");

    /// <summary>One decision for each way it could have turned out.</summary>
    public static string DrillsOf(int session) => $"{Of(session)}/drills";

    public static string RevisionOf(int session) => $"{Of(session)}/revision";

    /// <summary>Where the desk of a session begins.</summary>
    public static string DeskOf(int session) => $"{Of(session)}/desk";

    /// <summary>Before routing, which then sees the path as the live desk has it.</summary>
    public static void UsePracticePath(this WebApplication site) =>
        site.Use(
            async (context, next) =>
            {
                if (
                    context.Features.Get<Entered>() is not null
                    || Read(context.Request.Path) is not var (session, rest)
                    || await ComeInAsync(context, session, rest)
                )
                    await next(context);
            }
        );

    /// <summary>Behind routing: what is not meant for practice is not there.</summary>
    public static void UsePracticePages(this WebApplication site) =>
        site.Use(
            (context, next) =>
            {
                if (
                    context.Features.Get<Entered>() is null
                    || context.GetEndpoint()?.Metadata.GetMetadata<InPracticeAttribute>() is not null
                )
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    static (int Session, PathString Path)? Read(PathString path) =>
        path.Value?.Split('/', 5) is ["", "practice", var id, "desk", .. var rest]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var session)
            ? (session, $"/{string.Concat(rest)}")
            : null;

    // Whether there is anything to go on to.
    static async Task<bool> ComeInAsync(HttpContext context, int session, PathString rest)
    {
        if (Me.Of(context.User) is not { } me)
        {
            await context.ChallengeAsync();
            return false;
        }
        if (await FindAsync(context, session, me) is not { } entered)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }
        var method = context.Request.Method;
        if (entered.IsReading && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return false;
        }
        context.Features.Set(entered);
        // Who looks on is nobody of that world, and has a reader's rights there whatever they are at home.
        var claims = entered.IsReading
            ? Me.Claims(me.PersonId!.Value, Role.Mentor)
            : Me.Claims(entered.Of.Row.Inside, Role.Agent);
        context.User = new(new ClaimsIdentity(claims, Scheme));
        (context.Request.PathBase, context.Request.Path) = (DeskOf(session), rest);
        return true;
    }

    static async Task<Entered?> FindAsync(HttpContext context, int session, Actor me)
    {
        var stop = context.RequestAborted;
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.FindAsync(session, me, stop) is null)
            return null;
        // Whoever looks sees what has happened by now, whether or not a node has got round to it.
        await sessions.AdvanceAsync(session, stop);
        if (await sessions.FindAsync(session, me, stop) is not { } now)
            return null;
        var world = await context
            .RequestServices.GetRequiredService<Db>()
            .Worlds.AsNoTracking()
            .SingleAsync(w => w.Id == session, stop);
        return new(now, world, me, now.Row.Trainee != me.PersonId);
    }
}
