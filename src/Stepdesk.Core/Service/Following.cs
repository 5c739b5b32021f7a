using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>
/// Follow-up: while the customer has not said whether the solution works, the desk asks again and in the end closes.
/// It does so only while the next word is theirs and what it wrote reached them; else a person has to look.
/// </summary>
public static class Following
{
    /// <summary>The message the customer was last asked by, and how many reminders there were since staff wrote last.</summary>
    public sealed record Asked(int Version, DateTimeOffset At, int Reminded);

    /// <summary>A reminder by its number, the last one with the instant of the close; or the close itself, without one.</summary>
    public sealed record Move(int? Reminder, DateTimeOffset? ClosesAt);

    /// <summary>Since when the customer's word is awaited; null while it is not.</summary>
    public static Asked? Since(Ticket ticket)
    {
        if (ticket is not { IsOpen: true, ResolutionToldAt: not null, Outgoing: [.., { ArrivedAt: { } at } last] })
            return null;
        // Whoever wrote is owed an answer, not a reminder. The confirmation itself is the answer that was asked for.
        if (ticket.ConfirmedAt is null && (ticket.LastCustomerAt > at || ticket.ReporterUnheard is not null))
            return null;
        return new(last.Version, at, ticket.Outgoing.Reverse().TakeWhile(m => m.IsReminder).Count());
    }

    /// <summary>When the desk next does something about it by itself.</summary>
    public static DateTimeOffset? NextAt(Ticket ticket, Policies policies) =>
        ticket.Treatment is { } treatment ? NextAt(ticket, policies(treatment.Policy)) : null;

    /// <summary>What the desk has to do about it now, if anything.</summary>
    public static Move? Due(Ticket ticket, ServicePolicy policy, DateTimeOffset now)
    {
        if (!(NextAt(ticket, policy) <= now) || Since(ticket) is not { } asked)
            return null;
        var (next, follow) = (asked.Reminded + 1, policy.Of(ticket.Class).FollowUp!);
        return next > follow.Reminders.Count ? new(null, null)
            : next < follow.Reminders.Count ? new(next, null)
            : new(next, Counted(ticket, policy, follow.Rest(next)).Due(now));
    }

    static DateTimeOffset? NextAt(Ticket ticket, ServicePolicy policy) =>
        ticket.ConfirmedAt is null && Since(ticket) is { } asked && policy.Of(ticket.Class).FollowUp is { } follow
            ? Counted(ticket, policy, follow.Step(asked.Reminded)).Due(asked.At)
            : null;

    static Count Counted(Ticket ticket, ServicePolicy policy, Target target) =>
        new(target, policy.CalendarOf(ticket.Class, ticket.Team), []);
}
