using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Hands the ticket over to the queue of another team: everything known of it goes along, its clocks go on, and the
/// requester hears nothing of it. Nobody owns it until somebody of that team does.
/// </summary>
/// <param name="Reason">Why it belongs there.</param>
/// <param name="Needs">What the next team has to do or know first.</param>
public sealed record Transfer(int Team, string Reason, string Needs) : TicketAction
{
    public static readonly Refusal ToOwnTeam = new("transfer-to-its-own-team");
    public static readonly Refusal NeedsMissing = new("transfer-says-no-needs");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Team == Team ? ToOwnTeam
        : Refusals.InWords(Reason, Refusals.ReasonMissing) is { } unfounded ? unfounded
        : Refusals.InWords(Needs, NeedsMissing) is { } needless ? needless
        : new Transferred(ticket.Team, Team, Plain.Text(Reason), Plain.Text(Needs)) { Owner = ticket.Owner };
}

/// <summary>It left one team for another.</summary>
/// <param name="From">The team it was with; null where it had none.</param>
public sealed record Transferred(
    int? From,
    int Team,
    [property: Personal] string Reason,
    [property: Personal] string Needs
) : TicketEvent
{
    /// <summary>Who had it; null where nobody did.</summary>
    public int? Owner { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Treated(moment, version, Change.Reassigned, t => t with { Team = Team }) with
        {
            Team = Team,
            Owner = null,
        };
}
