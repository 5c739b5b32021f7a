using System.Collections.Frozen;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>One noun for every change of a ticket. All go through the door and answer with the ticket as it is then.</summary>
static class Changes
{
    static readonly Noun[] All =
    [
        Of<Classify, Classification>("classification", "Decide the class of service, with a justification"),
        Of<DismissProposal, Dismissal>("dismissal", "Leave the class although another is proposed, and say why"),
        Of<SetPriority, PriorityChoice>("priority", "Set the priority apart from what the class gave"),
        Of<SetCategory, CategoryChoice>("category", "File under a category"),
        Of<SetTags, TagChoice>("tags", "Replace the tags"),
        Of<SetAffected, AffectedCount>("affected", "Say how many people are affected"),
        Of<Assign, Assignment>("assignment", "Give to a team, a colleague, both or neither"),
        Bare<Take, Claim>("claim", "Take for yourself a ticket that nobody has"),
        Of<Transfer, NewTransfer>("transfers", "Hand over to another team's queue, with why and what that team needs"),
        Bare<Follow, Following>("following", "Follow the ticket: notices of what its requester sees"),
        Of<Reply, NewReply>("replies", "Write to the requester; the mail leaves right after"),
        Of<Brief, NewBriefing>("briefings", "Write to the stakeholders or the specialists"),
        new(
            "escalations",
            typeof(Escalate),
            typeof(NewEscalation),
            "Ask specialists for help, with everything they need"
        ),
        Of<WithdrawEscalation, NewWithdrawal>(
            "withdrawals",
            "Take back an escalation; those who were asked are told why"
        ),
        Of<RecordAnswer, NewAnswer>("answers", "Write down what specialists answered elsewhere than by mail"),
        new(
            "approvals",
            typeof(AskApproval),
            typeof(NewApproval),
            "Ask people to agree to exactly what; until they do, the solution is held back"
        ),
        new("grants", typeof(Grant), typeof(NewGrant), "Agree to what one was asked for"),
        new("denials", typeof(Deny), typeof(NewDenial), "Do not agree, and say why"),
        Of<WithdrawApproval, NewRetraction>(
            "retractions",
            "Take back a request for approval; those who were asked are told why"
        ),
        Of<SetScope, NewScope>("scope", "Say what must be made by the fixed date and what would be nice"),
        Of<NoteQuestion, NewQuestion>("questions", "Note what has to be known"),
        Of<NoteAnswer, NewClarification>("clarifications", "Note what was answered to a question"),
        Of<Negotiate, NewBargain>("negotiation", "Write down what was asked for, offered or agreed"),
        Of<PlanMilestones, NewPlan>("milestones", "Plan back from the fixed date in working time"),
        new(
            "handover",
            typeof(HandOver),
            typeof(NewHandOver),
            "Hand a file of the ticket over to the requester, with its hash"
        ),
        new("people", typeof(Involve), Body: null, "Let somebody hear of the ticket, as a stakeholder or a specialist"),
        Of<Note, NewNote>("notes", "Write a note that only colleagues see"),
        Of<WaitFor, NewWait>("waiting", "Wait for the customer or a third party: the time to resolve stands still"),
        Bare<Resume, Resumption>("resumption", "Go on with the work"),
        Of<Diagnose, NewDiagnosis>("diagnosis", "Write down what was found"),
        Of<Resolve, NewResolution>("resolution", "Resolve: the requester is told and asked to confirm"),
        Bare<Confirm, Confirmation>("confirmation", "Confirm that the solution works"),
        Of<Dispute, NewDispute>("dispute", "Say that the solution does not work"),
        Bare<Close, Closure>("closure", "Close a ticket its requester has confirmed"),
        Of<Reopen, Reopening>("reopening", "Take a closed ticket up again"),
        Of<Cancel, Cancellation>("cancellation", "End a ticket that is none"),
        Of<MoveTo, StageChoice>("stage", "Move to another stage of the step the ticket is in"),
        Of<LinkTo, NewLink>("links", "Tie to another ticket"),
        Of<Merge, NewMerge>(
            "merge",
            "Let it go on in another ticket; its requester is told and goes on in their own thread"
        ),
        new(
            "splits",
            typeof(Split),
            Body: null,
            "Let messages become a ticket of their own; answers with the new ticket"
        ),
        Of<TellApart, Distinction>("distinctions", "Say that another ticket, however alike, is about something else"),
        Of<NoteTrend, TrendNote>("trend", "Note the pattern behind the ticket, or that there is none"),
        Of<Write, NewMessage>("messages", "Write to the desk, as the requester"),
    ];

    /// <summary>The nouns whose changes say all of it in their body, with the type of the body.</summary>
    public static readonly FrozenDictionary<string, Type> Bodies = All.Where(c => c.Body is not null)
        .ToFrozenDictionary(c => c.Name, c => c.Body!, StringComparer.Ordinal);

    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        var changes = api.MapGroup("/tickets/{id:int}").WithTags("Changes");
        foreach (var change in All.Where(c => c.IsPlain))
            changes
                .MapPost($"/{change.Name}", PostChange)
                .Accepts(change.Body!, change.IsBare, "application/json")
                .Tells(change);
        changes.MapPost("/escalations", EscalationEndpoints.PostEscalation).Tells(Of("escalations"));
        changes.MapPost("/approvals", ApprovalEndpoints.PostApproval).Tells(Of("approvals"));
        changes.MapPost("/grants", ApprovalEndpoints.PostGrant).Tells(Of("grants"));
        changes.MapPost("/denials", ApprovalEndpoints.PostDenial).Tells(Of("denials"));
        changes.MapPost("/handover", FixedWorkEndpoints.PostHandOver).Tells(Of("handover"));
        changes.MapPost("/people", InvolvePerson).Tells(Of("people"));
        changes.MapPost("/splits", SplitEndpoints.PostSplit).Tells(Of("splits"));
        changes
            .MapDelete("/following", StopFollowing)
            .WithName(nameof(StopFollowing))
            .WithSummary("Follow the ticket no longer")
            .Refuses(403, 404, 409, 412, 422);
        changes
            .MapDelete("/people/{person:int}", ReleasePerson)
            .WithName(nameof(ReleasePerson))
            .WithSummary("Let somebody hear of the ticket no longer")
            .Refuses(403, 404, 409, 412, 422);
        changes
            .MapDelete("/links/{ticket:int}", RemoveLink)
            .WithName(nameof(RemoveLink))
            .WithSummary("Untie from another ticket")
            .Refuses(403, 404, 409, 412, 422);
        changes
            .MapDelete("/merge/{ticket:int}", UndoMerge)
            .WithName(nameof(UndoMerge))
            .WithSummary("Undo a merge with another ticket, from either of the two")
            .Refuses(403, 404, 409, 412, 422);
    }

    /// <summary>The nouns of what can be done now.</summary>
    public static IReadOnlyList<string> Possible(Transitions can) =>
        [.. from change in All where can.Allow(change.Action) select change.Name];

    static Noun Of(string noun) => All.Single(c => c.Name == noun);

    static Noun Of<TAction, TBody>(string noun, string summary)
        where TAction : TicketAction
        where TBody : IBody => new(noun, typeof(TAction), typeof(TBody), summary) { IsPlain = true };

    static Noun Bare<TAction, TBody>(string noun, string summary)
        where TAction : TicketAction
        where TBody : IBody => new(noun, typeof(TAction), typeof(TBody), summary) { IsPlain = true, IsBare = true };

    static void Tells(this RouteHandlerBuilder route, Noun change) =>
        route
            .WithMetadata(change)
            .WithName($"Post{char.ToUpperInvariant(change.Name[0])}{change.Name[1..]}")
            .WithSummary(change.Summary)
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PostChange(
        [Description("The ticket's id.")] int id,
        Asked asked,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => hands.ActAsync(id, asked.Body, caller, stop);

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> InvolvePerson(
        [Description("The ticket's id.")] int id,
        NewParty body,
        Caller caller,
        [AsParameters] Hands hands,
        Involving involving,
        CancellationToken stop
    )
    {
        await using var open = await hands.Reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        var (involve, refusal) = await involving.FindAsync(
            caller.Me,
            body.Email,
            body.Name,
            body.As,
            caller.Language,
            stop
        );
        return involve is null
            ? Problems.Of(refusal!, caller.Language)
            : await hands.ActAsync(id, involve, caller, stop);
    }

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> StopFollowing(
        [Description("The ticket's id.")] int id,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => hands.ActAsync(id, new Unfollow(), caller, stop);

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> ReleasePerson(
        [Description("The ticket's id.")] int id,
        [Description("The person's id.")] int person,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => hands.ActAsync(id, new Release(person), caller, stop);

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> UndoMerge(
        [Description("The ticket's id.")] int id,
        [Description("The id of the other ticket.")] int ticket,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => hands.ActAsync(id, new Unmerge(ticket), caller, stop);

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> RemoveLink(
        [Description("The ticket's id.")] int id,
        [Description("The id of the other ticket.")] int ticket,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => hands.ActAsync(id, new Unlink(ticket), caller, stop);
}

/// <summary>A change of a ticket as the API has it.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Body">What it is asked for with; null where that alone does not say what is to be done.</param>
sealed record Noun(string Name, Type Action, Type? Body, string Summary)
{
    /// <summary>Whether the body says all of it, so that one handler does for all such.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether the body may be left out, as everything in it may.</summary>
    public bool IsBare { get; init; }
}

/// <summary>
/// What a plain change is asked for with. It is read here, by the noun at the address, so that one handler is bound
/// for all nouns when the desk is built, and none has to be compiled when it starts.
/// </summary>
readonly record struct Asked(IBody Body)
{
    /// <summary>Reads the body as the framework reads one of a known type.</summary>
    /// <exception cref="BadHttpRequestException">It is none, or missing.</exception>
    public static async ValueTask<Asked> BindAsync(HttpContext context)
    {
        var noun = context.GetEndpoint()!.Metadata.GetRequiredMetadata<Noun>();
        return new(await ReadAsync(context, noun.Body!) ?? (noun.IsBare ? Bare(noun.Body!) : throw Wrong(400)));
    }

    static async Task<IBody?> ReadAsync(HttpContext context, Type type)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
            return null;
        if (!context.Request.HasJsonContentType())
            throw Wrong(StatusCodes.Status415UnsupportedMediaType);
        return (IBody?)await Json.ReadAsync(() => context.Request.ReadFromJsonAsync(type, context.RequestAborted));
    }

    static IBody Bare(Type type) => (IBody)Activator.CreateInstance(type)!;

    static BadHttpRequestException Wrong(int status) => new("The change is not asked for in JSON.", status);
}

/// <summary>What a change is made with.</summary>
sealed record Hands([FromServices] Desk Desk, [FromServices] Reading Reading, HttpResponse Response)
{
    public Task<Results<Ok<TicketInFull>, ProblemHttpResult>> ActAsync(
        int id,
        IBody body,
        Caller caller,
        CancellationToken stop
    ) => ActAsync(id, body.Action(), caller with { Terms = caller.Terms with { Override = body.Override } }, stop);

    public async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> ActAsync(
        int id,
        TicketAction action,
        Caller caller,
        CancellationToken stop
    )
    {
        return await TellAsync(await Desk.ActAsync(id, action, caller.Me, caller.Terms, stop), caller, stop);
    }

    /// <summary>The ticket as it is after what was done, or why it was not done.</summary>
    public async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> TellAsync(
        Outcome outcome,
        Caller caller,
        CancellationToken stop
    )
    {
        if (outcome.Refusal is { } refusal)
            return Problems.Of(refusal, caller.Language);
        if (await Reading.ReadAsync(outcome.Ticket, caller, stop) is not { } ticket)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        Response.Headers.ETag = Caller.ETagOf(ticket.Version);
        return TypedResults.Ok(ticket);
    }
}
