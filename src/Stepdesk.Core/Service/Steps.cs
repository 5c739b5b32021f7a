using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>The seven steps. A step is computed from what happened, never set by hand.</summary>
public enum Step
{
    Reception = 1,
    InitialResponse,
    Diagnosis,
    Resolution,
    Communication,
    FollowUp,
    TrendAnalysis,
}

/// <summary>One step of one ticket: when its evidence was complete, or null while it is not.</summary>
public sealed record StepState(Step Step, DateTimeOffset? DoneAt);

/// <summary>Reads the steps off a ticket: each is done by its evidence and nothing else.</summary>
public static class Steps
{
    public static IReadOnlyList<StepState> Of(Ticket ticket) =>
        [
            new(Step.Reception, ticket.LoggedAt),
            new(Step.InitialResponse, ticket.AcknowledgedAt),
            new(Step.Diagnosis, ticket.DiagnosedAt),
            new(Step.Resolution, ticket.ResolvedAt),
            new(Step.Communication, ticket.ResolutionToldAt),
            new(Step.FollowUp, ticket.ConfirmedAt),
            new(Step.TrendAnalysis, ticket.TrendNotedAt),
        ];

    /// <summary>The first step whose evidence is missing; the last one when none is.</summary>
    public static Step Current(Ticket ticket) =>
        Of(ticket).FirstOrDefault(s => s.DoneAt is null)?.Step ?? Step.TrendAnalysis;
}
