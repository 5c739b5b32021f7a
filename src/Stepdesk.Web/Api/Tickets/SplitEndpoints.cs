using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>Messages of a ticket that become one of their own.</summary>
/// <param name="Messages">What its customer's side wrote after the report, by version.</param>
/// <param name="Title">What the new ticket is called; up to 200 characters.</param>
/// <param name="Why">For colleagues, on both tickets.</param>
/// <param name="Requester">Whose ticket it becomes; left out, it is the requester of the first.</param>
public sealed record NewSplit(
    IReadOnlyList<int>? Messages = null,
    string? Title = null,
    string? Why = null,
    NewRequester? Requester = null
)
{
    internal Split Action() => new(Messages ?? [], Title ?? "", Why ?? "");
}

/// <summary>Splitting messages off a ticket.</summary>
static class SplitEndpoints
{
    /// <summary>Answers with the new ticket.</summary>
    public static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PostSplit(
        [Description("The ticket's id.")] int id,
        NewSplit body,
        Caller caller,
        [AsParameters] Hands hands,
        Parting parting,
        CancellationToken stop
    )
    {
        await using (var open = await hands.Reading.OpenAsync(id, caller.Me, stop))
            if (open is null)
                return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        var outcome = await parting.SplitAsync(
            id,
            body.Action(),
            body.Requester?.Email,
            body.Requester?.Name,
            caller.Me,
            caller.Language,
            caller.Terms,
            stop
        );
        if (outcome.Refusal is { } refusal)
            return Problems.Of(refusal, caller.Language);
        if (await hands.Reading.ReadAsync(outcome.Ticket, caller, stop) is not { } ticket)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        hands.Response.Headers.ETag = Caller.ETagOf(ticket.Version);
        return TypedResults.Ok(ticket);
    }
}
