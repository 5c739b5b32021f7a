using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Something a person, a job or another system wants to do to a ticket. Deciding is pure.</summary>
public abstract record TicketAction
{
    public abstract Decision Decide(Ticket ticket, Moment moment);

    /// <summary>The same, with what it takes from the desk's policy, whose version is named.</summary>
    public virtual TicketAction Under(int version, ServicePolicy policy) => this;

    /// <summary>The same, with what it takes from the other tickets it is about, looked up by id.</summary>
    /// <param name="ticket">The id of its own ticket.</param>
    public virtual TicketAction Beside(int ticket, Func<int, Ticket?> tickets) => this;

    /// <summary>What must happen to other tickets in the same breath, such as the other end of a link.</summary>
    public virtual IEnumerable<(int TicketId, TicketAction Action)> AlsoOn(int ticketId) => [];
}

/// <summary>Something that happened to a ticket.</summary>
public abstract record TicketEvent : Event
{
    public abstract Ticket Apply(Ticket ticket, Moment moment, int version);
}

/// <summary>The refusals more than one action shares.</summary>
public static class Refusals
{
    public static readonly Refusal NoSuchTicket = new("no-such-ticket");
    public static readonly Refusal NoSuchPerson = new("no-such-person");
    public static readonly Refusal NotAllowed = new("not-allowed");
    public static readonly Refusal Closed = new("ticket-is-closed");
    public static readonly Refusal TextMissing = new("text-is-missing");
    public static readonly Refusal TextTooLong = new("text-is-too-long");
    public static readonly Refusal ReasonMissing = new("reason-is-missing");

    /// <summary>An instant that only a slip of the pen can mean.</summary>
    public static readonly Refusal TooFarAway = new("date-is-too-far-away");

    /// <summary>The ticket changed since the caller looked.</summary>
    public static readonly Refusal Changed = new("ticket-has-changed");

    /// <summary>The idempotency key was used before, for something else.</summary>
    public static readonly Refusal KeyReused = new("key-was-used-before");

    /// <summary>Why this text cannot stand: it says nothing, or too much.</summary>
    internal static Refusal? Of(string? text, Refusal missing) => Plain.Says(text) ? OfOptional(text) : missing;

    /// <summary>Why this text cannot stand as evidence or as a reason: it says nothing in words, or too much.</summary>
    internal static Refusal? InWords(string? text, Refusal missing) =>
        Plain.SaysInWords(text) ? OfOptional(text) : missing;

    /// <summary>Nobody agrees on an instant more than ten years away, or tells of one.</summary>
    internal static bool IsTooFar(DateTimeOffset? at, Moment moment) =>
        (at - moment.When)?.Duration() > TimeSpan.FromDays(3653);

    internal static Refusal? OfOptional(string? text) => Plain.Text(text).Length > Plain.Longest ? TextTooLong : null;
}
