using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;
using Part = Stepdesk.Core.Reading.Part;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>The words something was read from.</summary>
/// <param name="Part">Whether they stand in the title or in the description.</param>
/// <param name="Offset">Characters (UTF-16) before them.</param>
/// <param name="Length">Characters (UTF-16) they are long.</param>
public sealed record SpanRead(Part Part, int Offset, int Length, string Text)
{
    internal static SpanRead Of(Core.Reading.Span span) => new(span.Part, span.Offset, span.Length, span.Text);
}

/// <summary>How many people the message says are affected.</summary>
/// <param name="High">The most it can be; null when there is no end.</param>
public sealed record AffectedRead(int Low, int? High, SpanRead Span);

/// <summary>By when the message wants something.</summary>
public sealed record DeadlineRead(DateTimeOffset At, SpanRead Span);

/// <summary>What a ticket's first message lets one guess. Nothing follows from it; a person decides.</summary>
/// <param name="Reasons">Why this class, the deciding reason first.</param>
public sealed record SuggestionSeen(
    AffectedRead? Affected,
    DeadlineRead? Deadline,
    ClassOfService Class,
    IReadOnlyList<string> Reasons
);

/// <summary>What a ticket's first message suggests.</summary>
static class SuggestionEndpoints
{
    public static void MapSuggestion(this IEndpointRouteBuilder api) =>
        api.MapGroup("/tickets/{id:int}")
            .WithTags("Tickets")
            .MapGet("/suggestion", SuggestClass)
            .WithName(nameof(SuggestClass))
            .WithSummary(
                "Say what the first message suggests: people affected, deadline and class, with the words read"
            )
            .Refuses(403, 404);

    static async Task<Results<Ok<SuggestionSeen>, ProblemHttpResult>> SuggestClass(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        PolicyBook book,
        CancellationToken stop
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var policies = await book.UpToAsync(open.Db, open.World, open.Ticket.LatestPolicy, stop);
        var read = FirstMessage.Suggests(open.Ticket, policies);
        return TypedResults.Ok(
            new SuggestionSeen(
                read.Affected is { } affected ? new(affected.Low, affected.High, SpanRead.Of(affected.Span)) : null,
                read.Deadline is { } deadline ? new(deadline.At, SpanRead.Of(deadline.Span)) : null,
                read.Class,
                [.. read.Reasons.Select(r => r.In(caller.Language))]
            )
        );
    }
}
