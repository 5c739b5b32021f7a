using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>The desk asked again whether the solution works. It is no answer: it stops and starts no clock of the desk.</summary>
/// <param name="Number">Counts the reminders since staff wrote last, from 1.</param>
/// <param name="ClosesAt">When the ticket closes if nobody answers; null while another reminder comes before that.</param>
public sealed record Reminded(int Number, string Text, DateTimeOffset? ClosesAt) : TicketEvent, IMessage
{
    IReadOnlyList<Attachment> IMessage.Attachments => [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Outgoing = [.. ticket.Outgoing, new(version, moment.When) { IsReminder = true }],
        };
}

/// <summary>
/// The customer was asked, reminded and said nothing: the desk closed the ticket without knowing whether it works. Only
/// the desk itself can do so, and the step that asks for the customer's word stays open.
/// </summary>
public sealed record ClosedUnconfirmed : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { ClosedAt = moment.When };
}
