using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Alerts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Api;

/// <summary>The rules for alerts.</summary>
/// <param name="Version">Counts their edits; 0 where there was none.</param>
/// <param name="Rules">The first that matches holds. Without one an alert opens a ticket or joins that of its group.</param>
public sealed record AlertRulesSeen(int Version, IReadOnlyList<AlertRule> Rules);

/// <summary>An alert that came.</summary>
/// <param name="Title">Empty where it could not be read.</param>
/// <param name="IsResolved">Whether it says that something is over.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Ticket">The id of the ticket it is on.</param>
public sealed record AlertSeen(
    long Id,
    DateTimeOffset At,
    string Title,
    bool IsResolved,
    AlertOutcome Outcome,
    int? Ticket
);

/// <summary>What monitoring sent, and what becomes of it.</summary>
static class AlertEndpoints
{
    const int Most = 200;

    public static void MapAlertRules(this IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("Alerts");
        alerts
            .MapGet("", ListAlerts)
            .WithName(nameof(ListAlerts))
            .WithSummary("What monitoring sent, and what became of it")
            .WithDescription("For administrators. The newest first, 200 at most.")
            .Refuses(400, 403);
        alerts
            .MapGet("/rules", ReadAlertRules)
            .WithName(nameof(ReadAlertRules))
            .WithSummary("The rules for alerts")
            .WithDescription("For administrators.")
            .Refuses(403);
        alerts
            .MapPost("/rules", SetAlertRules)
            .WithName(nameof(SetAlertRules))
            .WithSummary("Edit the rules for alerts")
            .WithDescription(
                "For administrators. The version must be the latest, as it was read. An empty part of a rule matches every alert."
            )
            .Refuses(400, 403, 404, 412, 413, 415);
    }

    static async Task<Results<Ok<IReadOnlyList<AlertSeen>>, ProblemHttpResult>> ListAlerts(
        [Description("Only those before this one, by id.")] long? before,
        Caller caller,
        AlertShelf shelf,
        CancellationToken stop
    ) =>
        Permissions.MaySetAlertRules(caller.Me)
            ? TypedResults.Ok<IReadOnlyList<AlertSeen>>([
                .. (await shelf.ListAsync(before, Most, stop)).Select(a => new AlertSeen(
                    a.Id,
                    a.At,
                    a.Title,
                    a.IsResolved,
                    a.Outcome,
                    a.Ticket
                )),
            ])
            : Problems.Of(Refusals.NotAllowed, caller.Language);

    static async Task<Results<Ok<AlertRulesSeen>, ProblemHttpResult>> ReadAlertRules(
        Caller caller,
        AlertShelf shelf,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySetAlertRules(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var now = await shelf.RulesAsync(stop);
        return TypedResults.Ok(new AlertRulesSeen(now.Version, now.Rules));
    }

    static async Task<Results<Created<AlertRulesSeen>, ProblemHttpResult>> SetAlertRules(
        AlertRulesSeen wanted,
        Caller caller,
        AlertShelf shelf,
        CancellationToken stop
    )
    {
        var (set, refusal) = await shelf.SetRulesAsync(wanted.Rules, wanted.Version, caller.Me, stop);
        return set is null
            ? Problems.Of(refusal!, caller.Language)
            : TypedResults.Created($"{Api.Root}/alerts/rules", new AlertRulesSeen(set.Version, set.Rules));
    }
}
