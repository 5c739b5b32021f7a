using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Decides the class of service and says why; the priority follows from the class.</summary>
public sealed record Classify(ClassOfService Class, string Justification) : TicketAction
{
    public static readonly Refusal NotJustified = new("class-without-justification");
    public static readonly Refusal DeadlineMissing = new("deadline-is-missing");
    public static readonly Refusal DeadlinePassed = new("deadline-has-passed");
    public static readonly Refusal DeadlineUnwanted = new("deadline-without-fixed-deadline");

    public Affected? Affected { get; init; }

    /// <summary>What the policy gives the class; the door fills it in, and the shipped policy stands in for it.</summary>
    public Priority? Priority { get; init; }

    /// <summary>
    /// The instant a Fixed Deadline ticket is due. One that turns into an emergency keeps it; other classes have none.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }

    public override TicketAction Under(int version, ServicePolicy policy) =>
        this with
        {
            Priority = policy.Of(Class).Priority,
        };

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var deadline = Class switch
        {
            ClassOfService.FixedDeadline => Deadline ?? ticket.Deadline,
            ClassOfService.Expedite => ticket.Deadline,
            _ => null,
        };
        return ticket switch
        {
            { IsOpen: false } => Refusals.Closed,
            _ when Refusals.InWords(Justification, NotJustified) is { } unfit => unfit,
            _ when SetAffected.Check(Affected) is { } impossible => impossible,
            _ when Class is ClassOfService.FixedDeadline && deadline is null => DeadlineMissing,
            // The form of a ticket that has one says it again; that is no wish to keep it under another class.
            _ when Class is not ClassOfService.FixedDeadline && Deadline is not null && Deadline != ticket.Deadline =>
                DeadlineUnwanted,
            // A deadline that was set and has passed since stays a fact; only a new one must be reachable.
            _ when deadline <= moment.When && deadline != ticket.Deadline => DeadlinePassed,
            _ when Refusals.IsTooFar(deadline, moment) => Refusals.TooFarAway,
            _ => Once(
                new(
                    Class,
                    // A priority somebody set apart survives a better justification, not another class.
                    Class == ticket.Class
                        ? ticket.Priority
                        : Priority ?? Shipped.Policy.Of(Class).Priority,
                    Plain.Text(Justification),
                    Affected ?? ticket.Affected,
                    deadline
                )
            ),
        };

        Decision Once(Classified wanted) =>
            wanted.Apply(ticket, moment, ticket.Version) == ticket ? Decision.Nothing : wanted;
    }
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
        Counting(ticket).Treated(moment, version, Change.Reclassified, t => t with { Class = Class }) with
        {
            Class = Class,
            Priority = Priority,
            Justification = Justification,
            Proposal = null,
            Deadline = Deadline,
            DeadlinesSet =
                Deadline is null || Deadline == ticket.Deadline
                    ? ticket.DeadlinesSet
                    : [.. ticket.DeadlinesSet, new(version, moment.When)],
        };

    // A class is often decided again with the same number beside it, which then was counted when it was.
    Ticket Counting(Ticket ticket) => Affected == ticket.Affected ? ticket : Counted.With(ticket, Affected);
}
