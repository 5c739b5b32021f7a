using Stepdesk.Core.History;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

/// <summary>What decides a ticket's clocks from one instant on.</summary>
/// <param name="Version">The event it began with.</param>
/// <param name="At">When it began.</param>
/// <param name="Class">Null while nobody has classified the ticket.</param>
/// <param name="Policy">The version of the desk's policy that holds; 0 means the shipped one.</param>
/// <param name="Because">What changed against the one before.</param>
public sealed record Treatment(
    int Version,
    DateTimeOffset At,
    ClassOfService? Class,
    int? Team,
    int Policy,
    Change Because = Change.Logged
);

/// <summary>What made a ticket's clocks count otherwise.</summary>
public enum Change
{
    Logged = 1,
    Reclassified,
    Reassigned,
    PolicyApplied,
}

static class Treatments
{
    /// <summary>The ticket treated otherwise from now on; as it was when nothing differs.</summary>
    public static Ticket Treated(
        this Ticket ticket,
        Moment moment,
        int version,
        Change because,
        Func<Treatment, Treatment> change
    )
    {
        // A ticket's first event is its logging, whatever else comes first in a made-up history.
        var now = ticket.Treatment ?? new(version, moment.When, null, null, 0, because);
        var next = change(now);
        if (next == now && ticket.Treatment is not null)
            return ticket;
        // What comes in the same instant is one change: a ticket logged with its class never had none.
        var (before, first) = now.At == moment.When ? (ticket.Treatments.SkipLast(1), now) : (ticket.Treatments, null);
        return ticket with
        {
            Treatments =
            [
                .. before,
                next with
                {
                    Version = first?.Version ?? version,
                    At = moment.When,
                    Because = first?.Because ?? because,
                },
            ],
        };
    }
}

/// <summary>Puts a running ticket under another version of the desk's policy.</summary>
public sealed record ApplyPolicy(int Policy) : TicketAction
{
    public static readonly Refusal NoSuchPolicy = new("no-such-policy");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Treatment!.Policy == Policy ? Decision.Nothing
        : new PolicyApplied(Policy);
}

public sealed record PolicyApplied(int Policy) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Treated(moment, version, Change.PolicyApplied, t => t with { Policy = Policy });
}
