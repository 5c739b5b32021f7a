using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Only a solution the customer has confirmed closes a ticket.</summary>
public sealed record Close : TicketAction
{
    public static readonly Refusal NotResolved = new("close-before-resolution");
    public static readonly Refusal NotConfirmed = new("close-before-confirmation");

    /// <summary>Somebody whose report was merged wrote after the solution was told; they cannot say that it works.</summary>
    public static readonly Refusal ReporterUnanswered = new("close-before-answering-a-reporter");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket switch
        {
            { ClosedAt: not null } => Decision.Nothing,
            { ResolvedAt: null } => NotResolved,
            { ReporterUnheard: not null } => ReporterUnanswered,
            { ConfirmedAt: null } when !ticket.Overrode(NotConfirmed) => NotConfirmed,
            _ => new Closed(),
        };
}

public sealed record Closed : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { ClosedAt = moment.When };
}

/// <summary>
/// Takes a closed ticket up again; the same ticket goes on. Long after it was solved whatever comes is a new matter.
/// </summary>
public sealed record Reopen(string Reason) : TicketAction
{
    public static readonly TimeSpan Within = TimeSpan.FromDays(14);
    public static readonly Refusal NotClosed = new("reopen-before-closing");

    /// <summary>Closed too long ago: this is a new matter, to be logged and linked.</summary>
    public static readonly Refusal ClosedLongAgo = new("closed-long-ago");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.ClosedAt is not { } closed ? NotClosed
        // What was cancelled by mistake was never solved, and no new matter.
        : ticket.CancelledAs is null && moment.When - closed > Within ? ClosedLongAgo
        : Refusals.InWords(Reason, Refusals.ReasonMissing) is { } unfit ? unfit
        : new Reopened(Plain.Text(Reason));
}

public sealed record Reopened([property: Personal] string Reason) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.TakenUp(moment.When) with
        {
            ClosedAt = null,
            CancelledAs = null,
            Resolution = null,
            Confirmation = null,
            Overrides = ticket.AfterReturn(),
            // What was cancelled was never solved: whoever waits for news waits on.
            Returned = ticket.CancelledAs is null ? new(version, moment.When) : ticket.Returned,
            ReopenCount = ticket.ReopenCount + 1,
            Closures = ticket.ClosedAt is { } closed ? [.. ticket.Closures, new(closed, moment.When)] : ticket.Closures,
        };
}

/// <summary>
/// Ends a ticket that is none. Not for unsolved problems, not for duplicates, which are linked, and not for solved
/// ones: that would be a way around the customer's confirmation.
/// </summary>
public sealed record Cancel(CancelReason Reason, string Text) : TicketAction
{
    public static readonly Refusal AlreadyResolved = new("cancel-after-resolution");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.ClosedAt is not null ? Decision.Nothing
        : ticket.Resolution is not null ? AlreadyResolved
        : Refusals.InWords(Text, Refusals.ReasonMissing) is { } unfit ? unfit
        : new Cancelled(Reason, Plain.Text(Text));
}

public sealed record Cancelled(CancelReason Reason, [property: Personal] string Text) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            ClosedAt = moment.When,
            CancelledAs = Reason,
        };
}

public enum CancelReason
{
    Spam = 1,
    Mistake,
    Withdrawn,
}
