using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Lookups;
using Stepdesk.Web.Api.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>A system that can be looked up.</summary>
/// <param name="Title">As people call it, in the caller's language.</param>
public sealed record LookupSystemSeen(
    string Name,
    string Title,
    bool IsSimulated,
    IReadOnlyList<LookupParameterSeen> Parameters
);

/// <summary>A value its question asks for.</summary>
/// <param name="Kind">What a value has to be.</param>
public sealed record LookupParameterSeen(string Name, string Title, ParameterKind Kind, bool IsOptional);

/// <summary>A question to another system.</summary>
/// <param name="System">Its name, as GET /lookups lists it.</param>
/// <param name="Values">By the names of its parameters.</param>
/// <param name="Remark">What the answer is expected to show, kept with it.</param>
public sealed record NewLookup(
    string System,
    IReadOnlyDictionary<string, string?>? Values = null,
    string? Remark = null
);

/// <summary>Asking other systems for a ticket.</summary>
static class LookupEndpoints
{
    public static void MapLookups(this IEndpointRouteBuilder api)
    {
        api.MapGet("/lookups", ListLookups)
            .WithTags("Look-ups")
            .WithName(nameof(ListLookups))
            .WithSummary("Which systems can be looked up")
            .Refuses(403);
        api.MapPost("/tickets/{id:int}/lookups", LookUp)
            .WithTags("Tickets")
            .WithName(nameof(LookUp))
            .WithSummary("Ask another system and keep its answer on the ticket")
            .WithDescription(
                "The system is read and never changed. What it answers becomes a finding of the ticket; when it does not answer nothing is kept, and the problem says why. With an Idempotency-Key it is asked once."
            )
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);
    }

    static Results<Ok<IReadOnlyList<LookupSystemSeen>>, ProblemHttpResult> ListLookups(
        Caller caller,
        LookupSystems systems
    ) =>
        Permissions.MayLookUp(caller.Me)
            ? TypedResults.Ok<IReadOnlyList<LookupSystemSeen>>([
                .. systems.All.Select(s => new LookupSystemSeen(
                    s.Name,
                    s.Title.In(caller.Language),
                    s.IsSimulated,
                    [
                        .. s.Parameters.Select(p => new LookupParameterSeen(
                            p.Name,
                            p.Title.In(caller.Language),
                            p.Kind,
                            p.IsOptional
                        )),
                    ]
                )),
            ])
            : Problems.Of(Refusals.NotAllowed, caller.Language);

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> LookUp(
        [Description("The ticket's id.")] int id,
        NewLookup wanted,
        Caller caller,
        LookupSystems systems,
        LookingUp looking,
        [AsParameters] Hands hands,
        CancellationToken stop
    )
    {
        // Whether a ticket exists, and who may, is said before anything about the body.
        await using (var open = await hands.Reading.OpenAsync(id, caller.Me, stop))
            if (open is null)
                return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!Permissions.MayLookUp(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        if (systems.Find(wanted.System) is not { } system)
            return Problems.Of(LookupSystems.Unknown.About(wanted.System), caller.Language);
        var asked = new LookingUp.Wanted(system, wanted.Values ?? new Dictionary<string, string?>(), wanted.Remark);
        var outcome = await looking.LookUpAsync(id, asked, caller.Me, caller.Language, caller.Terms, stop);
        return await hands.TellAsync(outcome, caller, stop);
    }
}
