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
    IReadOnlyList<LookupParameterSeen> Parameters,
    IReadOnlyList<LookupActionSeen> Actions
);

/// <summary>Something it does to accounts.</summary>
/// <param name="NeedsApproval">Whether an approval on the ticket has to be granted first.</param>
public sealed record LookupActionSeen(
    string Name,
    string Title,
    bool NeedsApproval,
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

/// <summary>Something to be done to an account.</summary>
/// <param name="System">The system that does it, as GET /lookups lists it.</param>
/// <param name="Action">What it does, by name.</param>
/// <param name="Values">By the names of its parameters.</param>
/// <param name="Confirmed">That the account was checked and this is meant; without it nothing is done.</param>
public sealed record NewAccountAct(
    string System,
    string Action,
    IReadOnlyDictionary<string, string?>? Values = null,
    bool Confirmed = false
);

/// <summary>How an act on an account ended.</summary>
/// <param name="Done">Whether it was done.</param>
public sealed record AccountActEnd(bool Done);

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
        api.MapPost("/tickets/{id:int}/account-acts", ActOnAnAccount)
            .WithTags("Tickets")
            .WithName(nameof(ActOnAnAccount))
            .WithSummary("Have another system do something to an account")
            .WithDescription(
                "It is written down, asked for under a key of its own, and what came of it is written down. Where nobody knows what came of it, POST /tickets/{id}/account-acts/{act}/attempts asks again under the same key."
            )
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);
        api.MapPost("/tickets/{id:int}/account-acts/{act:int}/attempts", TryAccountActAgain)
            .WithTags("Tickets")
            .WithName(nameof(TryAccountActAgain))
            .WithSummary("Ask again for an act on an account of which nobody knows what came of it")
            .Refuses(403, 404, 409);
        api.MapPost("/tickets/{id:int}/account-acts/{act:int}/ending", EndAnAccountAct)
            .WithTags("Tickets")
            .WithName(nameof(EndAnAccountAct))
            .WithSummary("Say how an act on an account ended, found out elsewhere")
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);
    }

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> ActOnAnAccount(
        [Description("The ticket's id.")] int id,
        NewAccountAct wanted,
        Caller caller,
        LookupSystems systems,
        AccountActing acting,
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
        var asked = new AccountActing.Wanted(
            system,
            wanted.Action,
            wanted.Values ?? new Dictionary<string, string?>(),
            wanted.Confirmed
        );
        var outcome = await acting.ActAsync(id, asked, caller.Me, caller.Language, caller.Terms, stop);
        return await hands.TellAsync(outcome, caller, stop);
    }

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> TryAccountActAgain(
        [Description("The ticket's id.")] int id,
        [Description("The version of the event that asked for it.")] int act,
        Caller caller,
        LookupSystems systems,
        AccountActing acting,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => await hands.TellAsync(await acting.AgainAsync(id, act, systems.Find, caller.Me, stop), caller, stop);

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> EndAnAccountAct(
        [Description("The ticket's id.")] int id,
        [Description("The version of the event that asked for it.")] int act,
        AccountActEnd said,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) =>
        hands.ActAsync(
            id,
            new EndAccountAct(act, said.Done ? AccountEnding.Done : AccountEnding.NotDone),
            caller,
            stop
        );

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
                    Seen(s.Parameters, caller),
                    [
                        .. s.Actions.Select(a => new LookupActionSeen(
                            a.Name,
                            a.Title.In(caller.Language),
                            a.NeedsApproval,
                            Seen(a.Parameters, caller)
                        )),
                    ]
                )),
            ])
            : Problems.Of(Refusals.NotAllowed, caller.Language);

    static IReadOnlyList<LookupParameterSeen> Seen(IReadOnlyList<LookupParameter> parameters, Caller caller) =>
        [.. parameters.Select(p => new LookupParameterSeen(p.Name, p.Title.In(caller.Language), p.Kind, p.IsOptional))];

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
