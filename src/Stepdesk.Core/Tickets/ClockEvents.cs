using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Something noticed about a clock. <see cref="DueAt"/> is the deadline, not the moment somebody looked.</summary>
public abstract record ClockEvent(ClockName Clock, int Cycle, DateTimeOffset DueAt) : TicketEvent
{
    /// <summary>
    /// The level that was reached. A warning without one stands for two thirds, a breach without one for the deadline.
    /// </summary>
    public Level? Level { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Noticed = [.. ticket.Noticed, this],
        };
}

/// <summary>The promise breaks soon.</summary>
public sealed record ClockWarned(ClockName Clock, int Cycle, DateTimeOffset DueAt) : ClockEvent(Clock, Cycle, DueAt);

/// <summary>
/// The promised time passed. A later answer does not undo it. Its level is one after the deadline when the desk slept.
/// </summary>
public sealed record ClockBroken(ClockName Clock, int Cycle, DateTimeOffset DueAt) : ClockEvent(Clock, Cycle, DueAt)
{
    /// <summary>
    /// The change that left a deadline which had passed; <see cref="ClockEvent.DueAt"/> is then the moment of the change.
    /// </summary>
    public Change? Because { get; init; }
}

/// <summary>The promise broke a while ago and is still not kept.</summary>
public sealed record ClockOverdue(ClockName Clock, int Cycle, DateTimeOffset DueAt) : ClockEvent(Clock, Cycle, DueAt);

/// <summary>
/// Looks at the clocks, reminds approvers, notes which approvals lapsed, and follows up where the customer's word is due. The door looks on
/// every action; the watch asks when nobody else does, and only it follows up.
/// </summary>
/// <param name="Language">The requester's, for a reminder.</param>
public sealed record CheckClocks(Language Language = Language.En) : TicketAction
{
    ServicePolicy policy = Shipped.Policy;

    /// <summary>What a reminder says, begun by the door from the desk's templates; the shipped words when left out.</summary>
    public string? Asking { get; init; }

    public override TicketAction Under(int version, ServicePolicy policy) => this with { policy = policy };

    // Both at once where both are due: asked twice it decides nothing.
    public override Decision Decide(Ticket ticket, Moment moment) =>
        (Event[])
            [
                .. Holding.Lapses(ticket, moment.When),
                .. Holding.Reminders(ticket, moment.When),
                .. FollowUp(ticket, moment).Events,
            ];

    Decision FollowUp(Ticket ticket, Moment moment) =>
        Following.Due(ticket, policy, moment.When) switch
        {
            null => Decision.Nothing,
            { Reminder: { } number, ClosesAt: var closes } => new Reminded(
                number,
                Plain.Says(Asking)
                    ? Plain.Text(Asking)
                    : Text.Of(closes is null ? "template-followup-requester" : "template-reminder-requester", Language),
                closes
            ),
            _ => new ClosedUnconfirmed(),
        };
}
