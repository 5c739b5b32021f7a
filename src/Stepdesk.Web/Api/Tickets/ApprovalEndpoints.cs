using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>What somebody was asked to agree to, and what came of it.</summary>
/// <param name="Version">The version of the ticket that asked; names the request.</param>
/// <param name="By">Who asked.</param>
/// <param name="Fields">Exactly what was asked for.</param>
/// <param name="AnyOne">Whether the word of one is enough; else all must agree.</param>
/// <param name="Until">Until when it can be decided.</param>
/// <param name="Holds">Whether it stands in the way of a resolution, and for data of files to the requester.</param>
public sealed record ApprovalSeen(
    int Version,
    DateTimeOffset At,
    PersonName? By,
    ApprovalState State,
    ApprovalPurpose Purpose,
    IReadOnlyList<string> Fields,
    string Why,
    bool AnyOne,
    DateTimeOffset Until,
    IReadOnlyList<ApproverSeen> Approvers,
    bool Holds
);

/// <summary>One approver and their word.</summary>
/// <param name="Agrees">Null while they have not decided.</param>
/// <param name="Version">Where their word is in the history.</param>
/// <param name="Text">What they said to it.</param>
/// <param name="OnBehalf">Whether somebody else wrote their word down.</param>
/// <param name="ByMail">Whether they said it by a mail whose sender was proven.</param>
/// <param name="AskedAt">When the mail to them was accepted for delivery.</param>
public sealed record ApproverSeen(
    PersonName Person,
    bool? Agrees,
    DateTimeOffset? At,
    int? Version,
    string? Text,
    bool OnBehalf,
    bool ByMail,
    DateTimeOffset? AskedAt,
    bool HasBounced
);

/// <summary>The requests for approval of a ticket.</summary>
public sealed record ApprovalList(IReadOnlyList<ApprovalSeen> Items);

/// <summary>Asking for approval, deciding, and seeing what was decided.</summary>
static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder api)
    {
        var ticket = api.MapGroup("/tickets/{id:int}");
        ticket
            .MapGet("/approvals", ListApprovals)
            .WithTags("Tickets")
            .WithName(nameof(ListApprovals))
            .WithSummary("Who was asked to agree to exactly what, and what they said")
            .Refuses(403, 404);
    }

    /// <summary>Answers the change <c>approvals</c>: who is asked may be known by address only.</summary>
    public static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PostApproval(
        [Description("The ticket's id.")] int id,
        NewApproval body,
        Caller caller,
        [AsParameters] Hands hands,
        Approving approving,
        CancellationToken stop
    )
    {
        await using var open = await hands.Reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        var (ask, refusal) = await approving.FindAsync(caller.Me, body.Ask(), body.Emails ?? [], caller.Language, stop);
        return refusal is null ? await hands.ActAsync(id, ask, caller, stop) : Problems.Of(refusal, caller.Language);
    }

    /// <summary>Answers the change <c>grants</c>.</summary>
    public static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PostGrant(
        [Description("The ticket's id.")] int id,
        NewGrant body,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => DecideAsync(id, body, caller, hands, stop);

    /// <summary>Answers the change <c>denials</c>.</summary>
    public static Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PostDenial(
        [Description("The ticket's id.")] int id,
        NewDenial body,
        Caller caller,
        [AsParameters] Hands hands,
        CancellationToken stop
    ) => DecideAsync(id, body, caller, hands, stop);

    // An approver from elsewhere has a link of their own; here only who sees the ticket decides, and reads the answer.
    static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> DecideAsync(
        int id,
        IBody body,
        Caller caller,
        Hands hands,
        CancellationToken stop
    )
    {
        await using (var open = await hands.Reading.OpenAsync(id, caller.Me, stop))
            if (open is null)
                return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        return await hands.ActAsync(id, body, caller, stop);
    }

    static async Task<Results<Ok<ApprovalList>, ProblemHttpResult>> ListApprovals(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        Worlds worlds,
        CancellationToken stop
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var asked = open.Ticket.Approvals;
        var names = await Names.ReadAsync(
            open.Db,
            asked.SelectMany(a => a.Approvers).Select(p => (int?)p).Concat(asked.Select(a => a.By)),
            [],
            stop
        );
        var moment = new Moment((await worlds.OfAsync(open.Db, open.World, stop)).Now, caller.Me);
        return TypedResults.Ok(new ApprovalList([.. asked.Select(a => Show(a, open, names, moment))]));
    }

    static ApprovalSeen Show(Approval asked, OpenTicket open, Names names, Moment moment)
    {
        var said = (ApprovalAsked)Happened(asked.Version);
        var receipts = open.Ticket.ApprovalLetters.First(l => l.Version == asked.Version).Receipts;
        return new(
            asked.Version,
            asked.At,
            names.Person(asked.By),
            asked.StateAt(moment.When),
            asked.Purpose,
            said.Fields,
            said.Why,
            asked.AnyOne,
            asked.Until,
            [.. asked.Approvers.Select(Of)],
            open.Ticket.IsHeldBy(asked, moment.When)
        );

        Event Happened(int version) => open.History.First(e => e.Version == version).Read().What;

        ApproverSeen Of(int approver)
        {
            var verdict = asked.WordOf(approver);
            var (text, onBehalf, mail) = verdict is null
                ? (null, false, null)
                : Happened(verdict.Mark.Version) switch
                {
                    ApprovalGranted yes => (yes.Comment, yes.OnBehalf ?? false, yes.MailId),
                    ApprovalDenied no => (no.Text, no.OnBehalf ?? false, no.MailId),
                    _ => (null, false, (long?)null),
                };
            var receipt = receipts.First(r => r.Reader == approver);
            return new(
                names.Person(approver)!,
                verdict?.Agrees,
                verdict?.Mark.At,
                verdict?.Mark.Version,
                text,
                onBehalf,
                mail is not null,
                receipt.ArrivedAt,
                receipt.HasBounced
            );
        }
    }
}
