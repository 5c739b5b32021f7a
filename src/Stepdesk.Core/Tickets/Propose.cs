using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// The people affected crossed a threshold and speak for another class. It proposes and never classifies: a person
/// answers, with another class or with a reason to leave it.
/// </summary>
/// <param name="Affected">How many there are now.</param>
/// <param name="Policy">The version of the desk's policy whose threshold was crossed.</param>
public sealed record ClassProposed(ClassOfService Class, Affected? Affected, int Policy) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Proposal = new(version, Class, Affected),
        };
}

/// <summary>The people affected speak for the ticket's own class again; nothing is left to answer.</summary>
public sealed record ProposalWithdrawn : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { Proposal = null };
}

/// <summary>A proposal nobody has answered, made by the event <paramref name="Version"/>.</summary>
public sealed record Proposal(int Version, ClassOfService Class, Affected? Affected);

/// <summary>Leaves the class as it is, and says why. Another crossing proposes again.</summary>
public sealed record DismissProposal(string Reason) : TicketAction
{
    public static readonly Refusal NoProposal = new("no-proposal");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Proposal is null ? NoProposal
        : Refusals.InWords(Reason, Refusals.ReasonMissing) is { } unfit ? unfit
        : new ProposalDismissed(Plain.Text(Reason));
}

public sealed record ProposalDismissed([property: Personal] string Reason) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { Proposal = null };
}
