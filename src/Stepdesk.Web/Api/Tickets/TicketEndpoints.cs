using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>A ticket as a list shows it.</summary>
/// <param name="Step">The first step whose evidence is missing.</param>
/// <param name="NextDueAt">The earliest deadline still running, past or not; null for customers, who do not see every clock.</param>
public sealed record TicketLine(
    int Id,
    int Number,
    int Version,
    string Title,
    PersonName Requester,
    ClassOfService? Class,
    Priority? Priority,
    Step Step,
    bool IsOpen,
    bool IsWaitingForCustomer,
    TeamName? Team,
    PersonName? Owner,
    DateTimeOffset ReportedAt,
    DateTimeOffset? NextDueAt,
    DateTimeOffset? ClosedAt
)
{
    internal static TicketLine Of(TicketRow ticket, Names names, Actor me) =>
        new(
            ticket.Id,
            ticket.Number,
            ticket.Version,
            ticket.Title,
            names.Person(ticket.Requester)!,
            ticket.Class,
            me.IsStaff ? ticket.Priority : null,
            ticket.Step,
            ticket.IsOpen,
            ticket.IsWaitingForCustomer,
            me.IsStaff ? names.Team(ticket.Team) : null,
            me.IsStaff ? names.Person(ticket.Owner) : null,
            ticket.ReportedAt,
            me.IsStaff ? ticket.NextDueAt : null,
            ticket.ClosedAt
        );
}

/// <summary>Logging tickets, listing them, reading one.</summary>
static class TicketEndpoints
{
    public static void MapTickets(this IEndpointRouteBuilder api)
    {
        var tickets = api.MapGroup("/tickets").WithTags("Tickets");
        tickets
            .MapPost("", LogTicket)
            .WithName(nameof(LogTicket))
            .WithSummary("Log a ticket")
            .WithDescription(
                "Reception. Staff log for any requester, who is made known by name and address if need be; a customer logs for themselves and may leave the requester out. With an Idempotency-Key the same request makes one ticket however often it is sent."
            )
            .Refuses(400, 403, 409, 413, 415, 422);
        tickets
            .MapGet("", ListTickets)
            .WithName(nameof(ListTickets))
            .WithSummary("List tickets")
            .WithDescription(
                "One page of a view. Follow 'next' until it is null. In the view 'all' no ticket ever moves, so each is met exactly once however much is changed meanwhile; in the others a ticket whose deadline changes may move past the reader."
            )
            .Refuses(400);
        tickets
            .MapPost("/claims", TakeNext)
            .WithName(nameof(TakeNext))
            .WithSummary("Take the most urgent ticket that nobody has")
            .WithDescription(
                "Of the caller's own team first. Of many who ask at once each gets another ticket; asked again it takes the next one."
            )
            .Refuses(403, 409, 422);
        tickets
            .MapGet("/{id:int}", ReadTicket)
            .WithName(nameof(ReadTicket))
            .WithSummary("Read a ticket with its steps, clocks and what comes next")
            .Refuses(404);
    }

    static async Task<Results<Created<TicketInFull>, ProblemHttpResult>> LogTicket(
        NewTicket wanted,
        Caller caller,
        FrontDesk front,
        Reading reading,
        HttpResponse response,
        CancellationToken stop
    )
    {
        var outcome = await front.LogAsync(wanted, caller, stop);
        if (outcome.Refusal is { } refusal)
            return Problems.Of(refusal, caller.Language);
        var ticket = await reading.ReadAsync(outcome.Ticket, caller, stop);
        response.Headers.ETag = Caller.ETagOf(ticket!.Version);
        return TypedResults.Created($"{Api.Root}/tickets/{ticket.Id}", ticket);
    }

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> TakeNext(
        Caller caller,
        Queue queue,
        Reading reading,
        HttpResponse response,
        CancellationToken stop
    )
    {
        if (!Permissions.May(caller.Me, new Take()))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var outcome = await queue.TakeNextAsync(caller.Me, stop);
        if (outcome.Refusal is { } refusal)
            return Problems.Of(refusal, caller.Language);
        var ticket = await reading.ReadAsync(outcome.Ticket, caller, stop);
        response.Headers.ETag = Caller.ETagOf(ticket!.Version);
        return TypedResults.Ok(ticket);
    }

    static async Task<Results<Ok<Page<TicketLine>>, ProblemHttpResult>> ListTickets(
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        [Description("Which tickets; GET /views lists the views.")] [DefaultValue("open")] string? view,
        [Description("Words that number, title or tags begin with; all must be there. Marks do not matter.")] string? q,
        [Description("Where to read on: 'next' of the page before.")] string? cursor,
        [Description("How many at most, 1 to 200.")] [DefaultValue(Limits.Usual)] int? limit,
        CancellationToken stop = default
    )
    {
        if (Views.Find(view ?? "open") is not { } list)
            return Problems.Of(
                Problems.ViewUnknown.About(string.Join(", ", Views.All.Select(v => v.Name))),
                caller.Language
            );
        if (Limits.Check(list.Name, cursor, limit, out var after, out var most) is { } refusal)
            return Problems.Of(refusal, caller.Language);

        await using var db = await databases.CreateDbContextAsync(stop);
        var found = Views.Matching(db, Views.Query(db, worlds.Live, list, caller.Me), q);
        var page = await found.PageAsync(list.Order, after, most, stop);
        var names = await Names.ReadAsync(
            db,
            page.Items.SelectMany(t => (int?[])[t.Requester, t.Owner]),
            page.Items.Select(t => t.Team),
            stop
        );
        return TypedResults.Ok(
            new Page<TicketLine>([.. page.Items.Select(t => TicketLine.Of(t, names, caller.Me))], page.Next).In(
                list.Name
            )
        );
    }

    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> ReadTicket(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        HttpResponse response,
        CancellationToken stop
    )
    {
        if (await reading.ReadAsync(id, caller, stop) is not { } ticket)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        response.Headers.ETag = Caller.ETagOf(ticket.Version);
        return TypedResults.Ok(ticket);
    }
}
