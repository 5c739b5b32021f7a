using Stepdesk.Core.History;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Moves a ticket to another stage of the step it is in. A stage of another step is reached by what that step asks for
/// and never by moving: the refusal says what is missing.
/// </summary>
public sealed record MoveTo(int Stage) : TicketAction
{
    public static readonly Refusal NoSuchStage = new("no-such-stage");
    public static readonly Refusal StepIsDone = new("move-back-to-a-done-step");

    /// <summary>The stages of the ticket's team; the door fills them in.</summary>
    public IReadOnlyList<Stage> Among { get; init; } = Stages.Shipped;

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var step = Steps.Current(ticket);
        return Among.FirstOrDefault(s => s.Id == Stage) switch
        {
            _ when !ticket.IsOpen => Refusals.Closed,
            null => NoSuchStage,
            { Step: var wanted } when wanted < step => StepIsDone,
            { Step: var wanted } when wanted > step => Lacking(
                Steps.Of(ticket).First(s => s.Step == step).Missing.First()
            ),
            { } stage => Among.Of(step, Stages.ChosenOn(ticket)) == stage
                ? Decision.Nothing
                : new StageChosen(Stage, step),
        };
    }

    /// <summary>The stage belongs to a later step, and this is what the ticket's own step still asks for.</summary>
    public static Refusal Lacking(Demand demand) =>
        demand switch
        {
            Demand.AnswerWritten => new Refusal("move-before-answer-written"),
            Demand.AnswerArrived => new Refusal("move-before-answer-arrived"),
            Demand.DiagnosisWritten => new Refusal("move-before-diagnosis-written"),
            Demand.Resolved => new Refusal("move-before-resolved"),
            Demand.ResolutionWritten => new Refusal("move-before-resolution-written"),
            Demand.ResolutionArrived => new Refusal("move-before-resolution-arrived"),
            Demand.Confirmed => new Refusal("move-before-confirmed"),
            _ => throw new ArgumentOutOfRangeException(nameof(demand), demand, "No step comes before or after it."),
        };
}

/// <summary>A stage was chosen within a step. It holds as long as the ticket is in that step.</summary>
public sealed record StageChosen(int Stage, Step Step) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { ChosenStage = this };
}
