using Stepdesk.Core.History;
using Stepdesk.Core.Texts;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Says to the reporter of a duplicate, in a thread of their own, what was said to whoever reported the fault first. The
/// desk does it by itself.
/// </summary>
/// <param name="From">The ticket the duplicate repeats.</param>
/// <param name="Said">What was said there.</param>
public sealed record Carry(int From, IMessage Said) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        // Untied or closed since: nobody waits for it here any more.
        !IsFor(ticket) ? Decision.Nothing
        : Held(ticket, moment) is { } held
            ? IsAnsweredHere(ticket) ? Decision.Nothing
                : held
        : Said switch
        {
            Replied reply => reply with { Text = ForAnother(reply), From = From },
            Resolved solved when ticket is { Resolution: null, MergedInto: null } => solved with
            {
                Text = ForAnother(solved),
                Kind = ResolutionKind.Duplicate,
                ForwardedTo = null,
                From = From,
            },
            // They have a solution already, or their report goes on in the other ticket, which is confirmed there: what was
            // found is news to them all the same.
            Resolved again => new Replied(ForAnother(again), null, again.Attachments) { From = From },
            _ => Decision.Nothing,
        };

    // They are greeted as themselves.
    static string ForAnother(IMessage said) => Greeting.Without(said.Text);

    bool IsFor(Ticket ticket) =>
        ticket.MergedInto == From
        || (ticket.IsOpen && ticket.Links.Any(l => l.Ticket == From && l.Kind is LinkKind.DuplicateOf));

    // Whoever was told here that it is declined is not told elsewhere that it is done.
    static bool IsAnsweredHere(Ticket ticket) => ticket.Resolution is not null && ticket.MergedInto is null;

    // What waits for somebody's agreement here is not done by way of another ticket.
    Refusal? Held(Ticket ticket, Moment moment) =>
        Said is Resolved { Kind: ResolutionKind.Fix or ResolutionKind.Workaround or ResolutionKind.Answered }
            ? ticket.Holds(moment)
        : Said.Attachments.Count > 0 ? ticket.Holds(moment, ApprovalPurpose.DataRelease)
        : null;

    /// <summary>Whether nobody works on the ticket any more, so that what still waits for it must go on alone.</summary>
    public static bool IsEnd(Event what) => what is Cancelled or Closed or ClosedUnconfirmed;

    /// <summary>Whether every reporter of the fault is to read it.</summary>
    public static bool IsForAll(Event what) =>
        what is Replied { Alone: null, From: null } or Resolved { Alone: null, From: null };
}
