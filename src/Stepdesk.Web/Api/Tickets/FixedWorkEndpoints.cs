using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>The work of a ticket with a fixed date.</summary>
/// <param name="Feasibility">Whether it fits before the date; null where the ticket has no fixed date.</param>
/// <param name="Scope">What is to be made.</param>
/// <param name="Milestones">The plan back from the date.</param>
/// <param name="PlanIsOld">Whether the date has moved since.</param>
public sealed record WorkSeen(
    Feasibility? Feasibility,
    IReadOnlyList<ScopeItem> Scope,
    IReadOnlyList<QuestionSeen> Questions,
    IReadOnlyList<Milestone> Milestones,
    bool PlanIsOld,
    IReadOnlyList<BargainSeen> Bargains,
    IReadOnlyList<HandedSeen> HandedOver
);

/// <summary>A question of the desk.</summary>
/// <param name="Version">The version of the ticket that noted it.</param>
/// <param name="Answer">Null while it is open.</param>
public sealed record QuestionSeen(
    int Version,
    DateTimeOffset At,
    string Text,
    string? Answer,
    DateTimeOffset? AnsweredAt
);

/// <summary>A step of the negotiation.</summary>
/// <param name="By">Who said so, where that was written down; else who wrote it down.</param>
public sealed record BargainSeen(int Version, DateTimeOffset At, BargainStep Step, string Text, string? By);

/// <summary>What was handed over.</summary>
/// <param name="Sha256">Of each file, in hex.</param>
/// <param name="Files">Their names; none where they were erased.</param>
public sealed record HandedSeen(
    int Version,
    DateTimeOffset At,
    IReadOnlyList<string> Sha256,
    IReadOnlyList<string> Files
);

/// <summary>Work with a fixed date.</summary>
static class FixedWorkEndpoints
{
    public static void MapFixedWork(this IEndpointRouteBuilder api) =>
        api.MapGroup("/tickets/{id:int}")
            .MapGet("/work", ReadWork)
            .WithTags("Tickets")
            .WithName(nameof(ReadWork))
            .WithSummary("The scope, the plan and the negotiation of a ticket with a fixed date, and whether it fits")
            .Refuses(403, 404);

    /// <summary>Answers the change <c>handover</c>: the file is on the ticket already.</summary>
    public static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PostHandOver(
        [Description("The ticket's id.")] int id,
        NewHandOver body,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    )
    {
        IReadOnlyList<Attachment> files = [];
        await using (var open = await hands.Reading.OpenAsync(id, caller.Me, stop))
        {
            if (open is null)
                return Problems.Of(Refusals.NoSuchTicket, caller.Language);
            if (
                open.History.FirstOrDefault(e => e.Version == body.Version) is { } row
                && Saying.Of(row.Read().What)?.Files.ElementAtOrDefault(body.File) is { } file
            )
                files = [file];
        }
        var terms = caller.Terms with { Override = body.Override };
        return await hands.ActAsync(id, new HandOver(body.Text ?? "", files), caller with { Terms = terms }, stop);
    }

    static async Task<Results<Ok<WorkSeen>, ProblemHttpResult>> ReadWork(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        PolicyBook book,
        Worlds worlds,
        CancellationToken stop
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var ticket = open.Ticket;
        var inForce = ticket.Treatment?.Policy ?? 0;
        var policies = await book.UpToAsync(open.Db, open.World, inForce, stop);
        var now = (await worlds.OfAsync(open.Db, open.World, stop)).Now;
        var happened = open.History.Select(e => e.Read()).ToDictionary(e => e.Version);
        var names = await Names.ReadAsync(
            open.Db,
            ticket.Work.Bargains.Select(b => happened[b.Version].Moment.Who.PersonId),
            [],
            stop
        );
        return TypedResults.Ok(
            new WorkSeen(
                Feasibility.Of(ticket, policies(inForce), now),
                ticket.Work.Scope,
                [.. ticket.Work.Questions.Select(Asked)],
                ticket.Work.Milestones,
                ticket.Work.IsPlannedForAnother(ticket.Deadline),
                [.. ticket.Work.Bargains.Select(Said)],
                [.. ticket.Work.Handed.Select(h => h.Version).Distinct().Select(v => Handed(happened[v]))]
            )
        );

        QuestionSeen Asked(Question question) =>
            new(
                question.Version,
                question.At,
                ((QuestionNoted)happened[question.Version].What).Text,
                question.Answer is { } answer ? ((QuestionAnswered)happened[answer.Version].What).Text : null,
                question.Answer?.At
            );

        BargainSeen Said(Bargain bargain)
        {
            var said = (Negotiated)happened[bargain.Version].What;
            return new(
                bargain.Version,
                bargain.At,
                bargain.Step,
                said.Text,
                said.By ?? names.Person(happened[bargain.Version].Moment.Who.PersonId)?.Name
            );
        }

        HandedSeen Handed(Recorded recorded)
        {
            var handed = (HandedOver)recorded.What;
            return new(
                recorded.Version,
                recorded.Moment.When,
                handed.Sha256,
                [.. handed.Attachments.Select(f => f.Name)]
            );
        }
    }
}
