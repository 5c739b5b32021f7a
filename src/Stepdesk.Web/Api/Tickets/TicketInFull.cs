using System.Text.Json;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>Somebody by number and name.</summary>
public sealed record PersonName(int Id, string Name);

/// <summary>Somebody beside the requester who hears of the ticket.</summary>
public sealed record PartySeen(PersonName Person, Audience As, DateTimeOffset Since);

/// <summary>A team by number and name.</summary>
public sealed record TeamName(int Id, string Name);

/// <summary>One of the seven steps.</summary>
/// <param name="Number">From 1 to 7.</param>
/// <param name="DoneAt">When its evidence was complete; null while it is not.</param>
/// <param name="SkippedAt">When somebody who may went on without its evidence; its reason is in the history.</param>
/// <param name="Evidence">What the step asks for and has; empty for a customer.</param>
/// <param name="Missing">What it still asks for; empty for a customer.</param>
public sealed record StepSeen(
    int Number,
    Step Name,
    DateTimeOffset? DoneAt,
    DateTimeOffset? SkippedAt,
    IReadOnlyList<EvidenceSeen> Evidence,
    IReadOnlyList<DemandSeen> Missing
)
{
    internal static StepSeen Of(StepState step, Actor me, Language language) =>
        new(
            (int)step.Step,
            step.Step,
            step.DoneAt,
            me.IsStaff ? step.SkippedAt : null,
            me.IsStaff
                ?
                [
                    .. step
                        .Evidence.Where(e => e.Mark is not null)
                        .Select(e => new EvidenceSeen(e.Demand, e.Mark!.Version, e.Mark.At)),
                ]
                : [],
            me.IsStaff ? [.. step.Missing.Select(demand => DemandSeen.Of(demand, language))] : []
        );
}

/// <summary>The column of its team's board that a ticket is in.</summary>
public sealed record StageSeen(int Id, string Name);

/// <summary>What a step asks for, and the event that meets it.</summary>
/// <param name="Version">The event's place in the ticket's history.</param>
public sealed record EvidenceSeen(Demand Demand, int Version, DateTimeOffset At);

/// <summary>What a step asks for and does not have.</summary>
/// <param name="Text">The same in the caller's language.</param>
public sealed record DemandSeen(Demand Demand, string Text)
{
    internal static DemandSeen Of(Demand demand, Language language) =>
        new(demand, Core.Words.Text.Of($"demand-{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{demand}")}", language));
}

/// <summary>A promise running on the ticket.</summary>
/// <param name="DueAt">Its deadline as things stand; null while it is paused.</param>
/// <param name="MetAt">When it was kept, or kept too late.</param>
/// <param name="BrokenAt">When it broke: its deadline, or the moment a change left one that had passed; null while it is not broken.</param>
/// <param name="Because">The change that broke it; null when it ran out.</param>
public sealed record ClockSeen(
    ClockName Name,
    DateTimeOffset StartedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? MetAt,
    ClockState State,
    DateTimeOffset? BrokenAt,
    Change? Because
)
{
    internal static ClockSeen Of(Clock clock, DateTimeOffset now)
    {
        var state = clock.At(now);
        return new(
            clock.Name,
            clock.StartedAt,
            clock.DueAt,
            clock.MetAt,
            state,
            state is ClockState.Broken ? clock.BrokenAt : null,
            state is ClockState.Broken ? clock.Because : null
        );
    }
}

/// <summary>A promise that broke and whose clock is over: an update that came too late, an answer that never did.</summary>
/// <param name="BrokenAt">When it broke: its deadline, or the moment a change left one that had passed.</param>
/// <param name="Because">The change that broke it; null when it ran out.</param>
public sealed record MissedSeen(ClockName Name, DateTimeOffset BrokenAt, Change? Because);

/// <summary>Another class the people affected speak for. Answer with a classification or a dismissal.</summary>
/// <param name="Version">The event that proposed it.</param>
public sealed record ProposalSeen(int Version, ClassOfService Class, Affected? Affected);

/// <summary>What comes next.</summary>
/// <param name="Step">The first step whose evidence is missing.</param>
/// <param name="DueAt">The earliest deadline still running, past or not.</param>
/// <param name="Actions">The changes the caller may ask for now, by the last part of their address.</param>
public sealed record Next(Step Step, DateTimeOffset? DueAt, IReadOnlyList<string> Actions);

/// <summary>Where a ticket stands in its life.</summary>
public enum Standing
{
    Open,

    /// <summary>The solution was told and waits for the customer's word.</summary>
    Waiting,
    Closed,
    Cancelled,

    /// <summary>It goes on in another ticket, which its links name, and stays the thread of its requester.</summary>
    Merged,
}

/// <summary>A ticket with its steps and clocks. What is only for colleagues is null or empty for a customer.</summary>
/// <param name="Id">What addresses are made of.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Version">Counts its changes; also the ETag, for If-Match.</param>
/// <param name="WaitingOn">For whom the desk waits; null while it works.</param>
/// <param name="Policy">The version of the desk's policy its clocks run by.</param>
/// <param name="Unconfirmed">Closed by the desk because the customer never said whether the solution works.</param>
/// <param name="People">Who hears of it beside the requester.</param>
/// <param name="Followers">Colleagues who get notices of what the requester sees.</param>
/// <param name="AffectedInAll">The people affected with those of linked reports.</param>
/// <param name="Proposal">Another class that is proposed because the people affected crossed a threshold; nobody has answered yet.</param>
/// <param name="Stage">Where it is on its team's board.</param>
/// <param name="SuggestedClass">The class that the people affected and the deadline speak for, when it is another one.</param>
public sealed record TicketInFull(
    int Id,
    int Number,
    int Version,
    Standing Status,
    string Title,
    string Description,
    PersonName Requester,
    Channel Channel,
    DateTimeOffset ReportedAt,
    DateTimeOffset LoggedAt,
    ClassOfService? Class,
    ClassOfService? SuggestedClass,
    string? Justification,
    Affected? Affected,
    Affected? AffectedInAll,
    ProposalSeen? Proposal,
    DateTimeOffset? Deadline,
    WaitingOn? WaitingOn,
    int Policy,
    Priority? Priority,
    string? Category,
    IReadOnlyList<string> Tags,
    TeamName? Team,
    PersonName? Owner,
    IReadOnlyList<PartySeen> People,
    IReadOnlyList<PersonName> Followers,
    IReadOnlyList<Link> Links,
    IReadOnlyList<StepSeen> Steps,
    StageSeen? Stage,
    IReadOnlyList<ClockSeen> Clocks,
    IReadOnlyList<MissedSeen> Missed,
    Next Next,
    ResolutionKind? Resolution,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? ClosedAt,
    bool Unconfirmed,
    CancelReason? CancelReason,
    int ReopenCount
)
{
    /// <summary>What this reader may see of the ticket at this moment.</summary>
    internal static TicketInFull Of(
        int id,
        int number,
        Ticket ticket,
        Names names,
        IReadOnlyList<Stage> stages,
        Actor me,
        Policies policies,
        Language language,
        DateTimeOffset now
    ) =>
        new(
            id,
            number,
            ticket.Version,
            StandingOf(ticket),
            ticket.Title,
            ticket.Description,
            names.Person(ticket.Requester)!,
            ticket.Channel,
            ticket.ReportedAt,
            ticket.LoggedAt!.Value,
            ticket.Class,
            me.IsStaff ? ticket.SuggestedClass(policies(ticket.Treatment?.Policy ?? 0)) : null,
            me.IsStaff ? ticket.Justification : null,
            ticket.Affected,
            me.IsStaff ? ticket.AffectedInAll : ticket.Affected,
            me.IsStaff && ticket.Proposal is { } proposed
                ? new(proposed.Version, proposed.Class, proposed.Affected)
                : null,
            ticket.Deadline,
            ticket.Waiting?.On,
            ticket.Treatment?.Policy ?? 0,
            me.IsStaff ? ticket.Priority : null,
            me.IsStaff ? ticket.Category : null,
            me.IsStaff ? ticket.Tags : [],
            me.IsStaff ? names.Team(ticket.Team) : null,
            me.IsStaff ? names.Person(ticket.Owner) : null,
            me.IsStaff ? [.. ticket.Parties.Select(p => new PartySeen(names.Person(p.Person)!, p.As, p.Since))] : [],
            me.IsStaff ? [.. ticket.Followers.Select(f => names.Person(f)!)] : [],
            me.IsStaff ? ticket.Links : [],
            [.. Core.Service.Steps.Of(ticket).Select(s => StepSeen.Of(s, me, language))],
            me.IsStaff ? StageOf(ticket, stages, language) : null,
            [
                .. Core
                    .Service.Clocks.Of(ticket, policies)
                    .Where(c => me.IsStaff || IsForRequester(c.Name))
                    .Select(c => ClockSeen.Of(c, now)),
            ],
            [
                .. Core
                    .Service.Clocks.Missed(ticket, policies)
                    .Where(b => me.IsStaff || IsForRequester(b.Clock))
                    .Select(b => new MissedSeen(b.Clock, b.DueAt, b.Because)),
            ],
            new(
                Core.Service.Steps.Current(ticket),
                me.IsStaff ? Core.Service.Clocks.NextDue(ticket, policies) : null,
                Changes.Possible(Transitions.Of(ticket, new(now, me)))
            ),
            ticket.Resolution?.Kind,
            ticket.ResolvedAt,
            ticket.ConfirmedAt,
            ticket.ClosedAt,
            ticket.IsUnconfirmed,
            ticket.CancelledAs,
            ticket.ReopenCount
        );

    // What others are promised tells a requester that they were asked.
    static bool IsForRequester(ClockName clock) =>
        clock is not (ClockName.Alert or ClockName.StakeholderUpdate or ClockName.Package or ClockName.Return);

    static StageSeen StageOf(Ticket ticket, IReadOnlyList<Stage> stages, Language language)
    {
        var stage = stages.Of(Core.Service.Steps.Current(ticket), Stages.ChosenOn(ticket));
        return new(
            stage.Id,
            stage.Name is ""
                ? Text.Of($"step-{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{stage.Step}")}", language)
                : stage.Name
        );
    }

    static Standing StandingOf(Ticket ticket) =>
        ticket switch
        {
            { CancelledAs: not null } => Standing.Cancelled,
            { MergedInto: not null } => Standing.Merged,
            { ClosedAt: not null } => Standing.Closed,
            { IsWaitingForCustomer: true } => Standing.Waiting,
            _ => Standing.Open,
        };
}
