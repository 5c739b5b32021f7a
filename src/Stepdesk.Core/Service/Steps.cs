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

/// <summary>One step of one ticket: everything it asks for, each with the event that meets it.</summary>
public sealed record StepState(Step Step, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>When its evidence was complete; null while it is not.</summary>
    public DateTimeOffset? DoneAt => Evidence.All(e => e.Mark is not null) ? Evidence.Max(e => e.Mark?.At) : null;

    /// <summary>When somebody went on without its evidence; null when nobody had to.</summary>
    public DateTimeOffset? SkippedAt => DoneAt is null && !Missing.Any() ? Evidence.Max(e => e.Skipped?.At) : null;

    /// <summary>What it still asks for.</summary>
    public IEnumerable<Demand> Missing => Evidence.Where(e => (e.Mark ?? e.Skipped) is null).Select(e => e.Demand);
}

/// <summary>Reads the steps off a ticket: each is done by its evidence, or skipped for a reason, and nothing else. The table is docs/steps.md.</summary>
public static class Steps
{
    public static IReadOnlyList<StepState> Of(Ticket ticket) =>
        [
            new(Step.Reception, [new(Demand.Logged, ticket.Reception)]),
            new(
                Step.InitialResponse,
                [
                    new(Demand.AnswerWritten, Written(ticket.Answers.FirstOrDefault(m => !m.HasBounced))),
                    new(Demand.AnswerArrived, ticket.Acknowledgement),
                ]
            ),
            new(
                Step.Diagnosis,
                [new(Demand.DiagnosisWritten, ticket.Diagnosis, ticket.Skipped(Demand.DiagnosisWritten))]
            ),
            new(Step.Resolution, [new(Demand.Resolved, ticket.Resolution is { } r ? new(r.Version, r.At) : null)]),
            new(
                Step.Communication,
                [
                    new(Demand.ResolutionWritten, Written(ticket.ResolutionTold)),
                    new(Demand.ResolutionArrived, ticket.ResolutionTold?.Arrival),
                ]
            ),
            new(Step.FollowUp, [new(Demand.Confirmed, ticket.Confirmation, ticket.Skipped(Demand.Confirmed))]),
            new(Step.TrendAnalysis, [new(Demand.TrendNoted, ticket.Trend)]),
        ];

    /// <summary>The first step whose evidence is missing; the last one when none is.</summary>
    public static Step Current(Ticket ticket) =>
        Of(ticket).FirstOrDefault(s => s.Missing.Any())?.Step ?? Step.TrendAnalysis;

    static Mark? Written(Outgoing? message) => message is null ? null : new(message.Version, message.At);
}
