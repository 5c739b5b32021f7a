using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// A step's demand was set aside, for a reason, by the person who did what comes next in the history. Nothing is met by
/// it: what did not happen stays unhappened, no clock moves and no breach is undone.
/// </summary>
/// <param name="Refusal">The code of the refusal that would have stood in the way.</param>
public sealed record Overridden(string Refusal, [property: Personal] string Reason) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Overrides = [.. ticket.Overrides, new(Refusal, new(version, moment.When))],
        };
}

/// <summary>Which refusal was overridden on a ticket, and where.</summary>
public sealed record Override(string Refusal, Mark Mark);

/// <summary>Decides an action whose refusal somebody overrides with a reason.</summary>
public static class Overriding
{
    // Only what a step asks for can be skipped. A text that says nothing, a closed ticket or a missing right cannot. An
    // answer is not skipped at all: the message that tells the resolution is one, and it still has to arrive.
    static readonly (Refusal Refusal, Demand? Skips)[] Table =
    [
        (Resolve.NotAcknowledged, null),
        (Resolve.NotDiagnosed, Demand.DiagnosisWritten),
        (Close.NotConfirmed, Demand.Confirmed),
        (Holding.Awaited, null),
        (Holding.NotGiven, null),
    ];

    /// <summary>The codes of the refusals that can be overridden.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Table.Select(row => row.Refusal.Code)];

    /// <summary>Whether a reason helps against this refusal.</summary>
    public static bool Helps(Refusal refusal) => Codes.Contains(refusal.Code);

    /// <summary>
    /// What the action decides; with a reason, an <see cref="Overridden"/> goes before its events for each refusal that
    /// stood in the way and can be overridden. Where nothing stood in the way, nothing is overridden.
    /// </summary>
    public static Decision Decide(TicketAction action, string? reason, Ticket ticket, Moment moment)
    {
        if (Merging.WhyNot(ticket, action) is { } goesOn)
            return goesOn;
        var overridden = new List<Event>();
        var decision = action.Decide(ticket, moment);
        // Each once: what still stands in the way after that, no reason moves.
        while (
            reason is not null
            && decision.Refusal is { } refusal
            && Helps(refusal)
            && !overridden.OfType<Overridden>().Any(o => o.Refusal == refusal.Code)
        )
        {
            if (Refusals.InWords(reason, Refusals.ReasonMissing) is { } unfit)
                return unfit;
            var skipped = new Overridden(refusal.Code, Plain.Text(reason));
            overridden.Add(skipped);
            ticket = skipped.Apply(ticket, moment, ticket.Version + 1);
            decision = action.Decide(ticket, moment);
        }
        return decision.Refusal is null ? new([.. overridden, .. decision.Events], null) : decision;
    }

    /// <summary>Whether this refusal was overridden on the ticket, so that it stands in the way no more.</summary>
    internal static bool Overrode(this Ticket ticket, Refusal refusal) =>
        ticket.Overrides.Any(o => o.Refusal == refusal.Code);

    /// <summary>Where a step's demand was skipped; null when it was not.</summary>
    internal static Mark? Skipped(this Ticket ticket, Demand demand) =>
        ticket
            .Overrides.LastOrDefault(o =>
                Array.Exists(Table, row => row.Refusal.Code == o.Refusal && row.Skips == demand)
            )
            ?.Mark;

    /// <summary>The overrides that still hold when the work is taken up again: the customer is asked anew.</summary>
    internal static IReadOnlyList<Override> AfterReturn(this Ticket ticket) =>
        [.. ticket.Overrides.Where(o => o.Refusal != Close.NotConfirmed.Code)];
}
