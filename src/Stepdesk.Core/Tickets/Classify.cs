using Stepdesk.Core.History;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

/// <summary>Decides the class of service and says why; the priority follows from the class.</summary>
public sealed record Classify(ClassOfService Class, string Justification) : TicketAction
{
    public static readonly Refusal NotJustified = new("class-without-justification");
    public static readonly Refusal DeadlineMissing = new("deadline-is-missing");
    public static readonly Refusal DeadlinePassed = new("deadline-has-passed");

    public Affected? Affected { get; init; }

    /// <summary>The instant a Fixed Deadline ticket is due; other classes have none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket switch
        {
            { IsOpen: false } => Refusals.Closed,
            _ when string.IsNullOrWhiteSpace(Justification) => NotJustified,
            _ when Affected is { Count: < 0 } => SetAffected.Negative,
            _ when Class is ClassOfService.FixedDeadline && (Deadline ?? ticket.Deadline) is null => DeadlineMissing,
            _ when Deadline <= moment.When => DeadlinePassed,
            _ => new Classified(
                Class,
                Classes.PriorityOf(Class),
                Justification.Trim(),
                Affected ?? ticket.Affected,
                Class is ClassOfService.FixedDeadline ? Deadline ?? ticket.Deadline : null
            ),
        };
}

public sealed record Classified(
    ClassOfService Class,
    Priority Priority,
    [property: Personal] string Justification,
    Affected? Affected,
    DateTimeOffset? Deadline
) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Class = Class,
            Priority = Priority,
            Justification = Justification,
            Affected = Affected,
            Deadline = Deadline,
        };
}
