using System.Collections.Frozen;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>One noun for every change of a ticket. All go through the door and answer with the ticket as it is then.</summary>
static class Changes
{
    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        var changes = api.MapGroup("/tickets/{id:int}").WithTags("Changes");
        changes.Map<Classification>("classification", "Decide the class of service, with a justification");
        changes.Map<Dismissal>("dismissal", "Leave the class although another is proposed, and say why");
        changes.Map<PriorityChoice>("priority", "Set the priority apart from what the class gave");
        changes.Map<CategoryChoice>("category", "File under a category");
        changes.Map<TagChoice>("tags", "Replace the tags");
        changes.Map<AffectedCount>("affected", "Say how many people are affected");
        Name(
            changes.MapPost("/assignment", AssignTicket),
            "assignment",
            "Give to a team, a colleague, both or neither"
        );
        changes.MapBare<Claim>("claim", "Take for yourself a ticket that nobody has");
        changes.Map<NewReply>("replies", "Write to the requester; the mail leaves right after");
        changes.Map<NewBriefing>("briefings", "Write to the stakeholders or the specialists");
        Name(
            changes.MapPost("/people", InvolvePerson),
            "people",
            "Let somebody hear of the ticket, as a stakeholder or a specialist"
        );
        changes
            .MapDelete("/people/{person:int}", ReleasePerson)
            .WithName(nameof(ReleasePerson))
            .WithSummary("Let somebody hear of the ticket no longer")
            .Refuses(403, 404, 409, 412, 422);
        changes.Map<NewNote>("notes", "Write a note that only colleagues see");
        changes.Map<NewWait>("waiting", "Wait for the customer or a third party: the time to resolve stands still");
        changes.MapBare<Resumption>("resumption", "Go on with the work");
        changes.Map<NewDiagnosis>("diagnosis", "Write down what was found");
        changes.Map<NewResolution>("resolution", "Resolve: the requester is told and asked to confirm");
        changes.MapBare<Confirmation>("confirmation", "Confirm that the solution works");
        changes.Map<NewDispute>("dispute", "Say that the solution does not work");
        changes.MapBare<Closure>("closure", "Close a ticket its requester has confirmed");
        changes.Map<Reopening>("reopening", "Take a closed ticket up again");
        changes.Map<Cancellation>("cancellation", "End a ticket that is none");
        changes.Map<StageChoice>("stage", "Move to another stage of the step the ticket is in");
        changes.Map<NewLink>("links", "Tie to another ticket");
        changes.Map<Distinction>("distinctions", "Say that another ticket, however alike, is about something else");
        changes.Map<TrendNote>("trend", "Note the pattern behind the ticket, or that there is none");
        changes.Map<NewMessage>("messages", "Write to the desk, as the requester");
        changes
            .MapDelete("/links/{ticket:int}", RemoveLink)
            .WithName(nameof(RemoveLink))
            .WithSummary("Untie from another ticket")
            .Refuses(403, 404, 409, 412, 422);
    }

    /// <summary>The nouns whose changes say all of it in their body, with the type of the body.</summary>
    public static readonly FrozenDictionary<string, Type> Bodies = new Dictionary<string, Type>
    {
        ["classification"] = typeof(Classification),
        ["priority"] = typeof(PriorityChoice),
        ["category"] = typeof(CategoryChoice),
        ["tags"] = typeof(TagChoice),
        ["affected"] = typeof(AffectedCount),
        ["replies"] = typeof(NewReply),
        ["briefings"] = typeof(NewBriefing),
        ["notes"] = typeof(NewNote),
        ["waiting"] = typeof(NewWait),
        ["resumption"] = typeof(Resumption),
        ["diagnosis"] = typeof(NewDiagnosis),
        ["resolution"] = typeof(NewResolution),
        ["confirmation"] = typeof(Confirmation),
        ["dispute"] = typeof(NewDispute),
        ["closure"] = typeof(Closure),
        ["reopening"] = typeof(Reopening),
        ["cancellation"] = typeof(Cancellation),
        ["stage"] = typeof(StageChoice),
        ["links"] = typeof(NewLink),
        ["trend"] = typeof(TrendNote),
        ["messages"] = typeof(NewMessage),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The nouns of what can be done now.</summary>
    public static IReadOnlyList<string> Possible(Transitions can) =>
        [.. from change in Nouns where can.Allow(change.Action) select change.Noun];

    static readonly (string Noun, Type Action)[] Nouns =
    [
        ("classification", typeof(Classify)),
        ("dismissal", typeof(DismissProposal)),
        ("priority", typeof(SetPriority)),
        ("category", typeof(SetCategory)),
        ("tags", typeof(SetTags)),
        ("affected", typeof(SetAffected)),
        ("assignment", typeof(Assign)),
        ("claim", typeof(Take)),
        ("replies", typeof(Reply)),
        ("briefings", typeof(Brief)),
        ("people", typeof(Involve)),
        ("notes", typeof(Note)),
        ("waiting", typeof(WaitFor)),
        ("resumption", typeof(Resume)),
        ("diagnosis", typeof(Diagnose)),
        ("resolution", typeof(Resolve)),
        ("confirmation", typeof(Confirm)),
        ("dispute", typeof(Dispute)),
        ("closure", typeof(Close)),
        ("reopening", typeof(Reopen)),
        ("cancellation", typeof(Cancel)),
        ("stage", typeof(MoveTo)),
        ("links", typeof(LinkTo)),
        ("distinctions", typeof(TellApart)),
        ("trend", typeof(NoteTrend)),
        ("messages", typeof(Write)),
    ];

    static void Map<T>(this RouteGroupBuilder tickets, string noun, string summary)
        where T : IBody => Name(tickets.MapPost($"/{noun}", Make<T>), noun, summary);

    static void MapBare<T>(this RouteGroupBuilder tickets, string noun, string summary)
        where T : class, IBody, new() => Name(tickets.MapPost($"/{noun}", MakeBare<T>), noun, summary);

    static void Name(RouteHandlerBuilder change, string noun, string summary) =>
        change
            .WithName($"Post{char.ToUpperInvariant(noun[0])}{noun[1..]}")
            .WithSummary(summary)
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> Make<T>(
        [Description("The ticket's id.")] int id,
        T body,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    )
        where T : IBody => hands.ActAsync(id, body, caller, stop);

    // Where everything may be left out, so may the body.
    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> MakeBare<T>(
        [Description("The ticket's id.")] int id,
        T? body,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    )
        where T : class, IBody, new() => hands.ActAsync(id, body ?? new(), caller, stop);

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> AssignTicket(
        [Description("The ticket's id.")] int id,
        Assignment body,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    )
    {
        await using var open = await hands.Reading.OpenAsync(id, caller.Me, stop);
        var assign = body.On(open?.Ticket ?? Ticket.Unlogged);
        // Whether an assignee exists is told only to those who may assign a ticket there is.
        var refusal =
            open is not null && Permissions.May(caller.Me, assign)
                ? await Assignees.CheckAsync(open.Db, open.World, assign, stop)
                : null;
        return refusal is null ? await hands.ActAsync(id, assign, caller, stop) : Problems.Of(refusal, caller.Language);
    }

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

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> ReleasePerson(
        [Description("The ticket's id.")] int id,
        [Description("The person's id.")] int person,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => hands.ActAsync(id, new Release(person), caller, stop);

    static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> RemoveLink(
        [Description("The ticket's id.")] int id,
        [Description("The id of the other ticket.")] int ticket,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => hands.ActAsync(id, new Unlink(ticket), caller, stop);
}

/// <summary>What a change is made with.</summary>
sealed record Hands(Desk Desk, Reading Reading, HttpResponse Response)
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
        var outcome = await Desk.ActAsync(id, action, caller.Me, caller.Terms, stop);
        if (outcome.Refusal is { } refusal)
            return Problems.Of(refusal, caller.Language);
        if (await Reading.ReadAsync(id, caller, stop) is not { } ticket)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        Response.Headers.ETag = Caller.ETagOf(ticket.Version);
        return TypedResults.Ok(ticket);
    }
}
