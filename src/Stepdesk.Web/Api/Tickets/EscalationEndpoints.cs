using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>Where an escalation stands.</summary>
public enum EscalationState
{
    /// <summary>An answer is awaited.</summary>
    Asked,
    Answered,
    Withdrawn,
}

/// <summary>What was asked of specialists, and what came of it.</summary>
/// <param name="Version">The version of the ticket that asked; names the escalation.</param>
/// <param name="At">Since when they are asked.</param>
/// <param name="Readers">Who is asked.</param>
/// <param name="Channels">The chat channels that are asked as well, or alone, and what became of the last message there.</param>
/// <param name="PackageOwed">Only a short alert went out yet.</param>
/// <param name="Package">What they were sent last: the full package, or the short alert.</param>
/// <param name="PackageDueAt">By when the full package is owed.</param>
/// <param name="AnswerDueAt">By when an answer is expected; null where nothing is promised or nothing is awaited.</param>
/// <param name="AnsweredAt">When they first answered.</param>
/// <param name="AnswerVersion">Where that answer is in the history.</param>
public sealed record EscalationSeen(
    int Version,
    DateTimeOffset At,
    EscalationState State,
    Ground Why,
    Specialty To,
    TeamName? Team,
    IReadOnlyList<PersonName> Readers,
    IReadOnlyList<ChannelSeen> Channels,
    bool PackageOwed,
    PackageSeen Package,
    DateTimeOffset? PackageDueAt,
    DateTimeOffset? AnswerDueAt,
    DateTimeOffset? AnsweredAt,
    int? AnswerVersion,
    DateTimeOffset? WithdrawnAt
);

/// <summary>What specialists were sent.</summary>
/// <param name="Version">The version of the ticket that sent it; its files are at /files/{version}/{index}.</param>
/// <param name="Class">The ticket's class then.</param>
public sealed record PackageSeen(
    int Version,
    string Summary,
    ClassOfService? Class,
    int? Affected,
    DateTimeOffset? Since,
    string Tried,
    IReadOnlyList<NewPin> Pins,
    int Files,
    string Impact,
    string Ask,
    DateTimeOffset? NextUpdateAt
)
{
    internal static PackageSeen Of(int version, Escalated sent) =>
        new(
            version,
            sent.Summary,
            sent.Class,
            sent.Affected,
            sent.Since,
            sent.Tried,
            [.. sent.Pins.Select(p => new NewPin(p.Version, p.File, p.Link, p.Note))],
            sent.Attachments.Count,
            sent.Impact,
            sent.Ask,
            sent.NextUpdateAt
        );
}

/// <summary>A chat channel and what became of a message to it.</summary>
/// <param name="AcceptedAt">When the chat accepted it; null while it is on its way, and when it failed.</param>
/// <param name="HasFailed">It will not get there; the history says why.</param>
public sealed record ChannelSeen(string Name, DateTimeOffset? AcceptedAt, bool HasFailed);

/// <summary>The escalations of a ticket.</summary>
public sealed record EscalationList(IReadOnlyList<EscalationSeen> Items);

/// <summary>Asking specialists for help, and seeing what was asked.</summary>
static class EscalationEndpoints
{
    public static void MapEscalations(this IEndpointRouteBuilder api)
    {
        var ticket = api.MapGroup("/tickets/{id:int}");
        ticket
            .MapGet("/escalations", ListEscalations)
            .WithTags("Tickets")
            .WithName(nameof(ListEscalations))
            .WithSummary("Who is asked for help since when, with what, and what came of it")
            .Refuses(403, 404);
    }

    /// <summary>Answers the change <c>escalations</c>: who is asked may be known by address only.</summary>
    public static async Task<Results<Ok<TicketInFull>, ProblemHttpResult>> PostEscalation(
        [Description("The ticket's id.")] int id,
        NewEscalation body,
        Caller caller,
        [AsParameters] Hands hands,
        Escalating escalating,
        CancellationToken stop
    )
    {
        await using var open = await hands.Reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        var (escalate, refusal) = await escalating.FindAsync(
            caller.Me,
            body.Escalate(),
            body.Email,
            body.Name,
            caller.Language,
            stop
        );
        return refusal is null
            ? await hands.ActAsync(id, escalate, caller, stop)
            : Problems.Of(refusal, caller.Language);
    }

    static async Task<Results<Ok<EscalationList>, ProblemHttpResult>> ListEscalations(
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
        var asked = open.Ticket.Escalations;
        var names = await Names.ReadAsync(
            open.Db,
            asked.SelectMany(e => e.Readers).Select(r => (int?)r),
            asked.Select(e => e.Team),
            stop
        );
        var policies = await book.UpToAsync(open.Db, open.World, open.Ticket.Treatment?.Policy ?? 0, stop);
        var clocks = Clocks.Of(open.Ticket, policies).ToList();
        return TypedResults.Ok(new EscalationList([.. asked.Select(e => Show(e, open, names, clocks))]));
    }

    static EscalationSeen Show(Escalation asked, OpenTicket open, Names names, List<Clock> clocks)
    {
        var last = asked.Package?.Version ?? asked.Version;
        return new(
            asked.Version,
            asked.At,
            asked.Withdrawal is not null ? EscalationState.Withdrawn
                : asked.Answer is not null ? EscalationState.Answered
                : EscalationState.Asked,
            asked.Why,
            asked.To,
            names.Team(asked.Team),
            [.. asked.Readers.Select(r => names.Person(r)!)],
            [
                .. open
                    .Ticket.Briefings.First(b => b.Version == last)
                    .Chats.Select(c => new ChannelSeen(c.Channel, c.ArrivedAt, c.HasFailed)),
            ],
            asked.OwesPackage,
            PackageSeen.Of(last, (Escalated)open.History.First(e => e.Version == last).Read().What),
            DueAt(ClockName.Package),
            DueAt(ClockName.Return),
            asked.Answer?.At,
            asked.Answer?.Version,
            asked.Withdrawal?.At
        );

        DateTimeOffset? DueAt(ClockName name) => clocks.Find(c => c.Name == name && c.Cycle == asked.Version)?.DueAt;
    }
}
