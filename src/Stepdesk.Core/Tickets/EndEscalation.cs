using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>An escalation is taken back, and those who were asked are told why.</summary>
/// <param name="Escalation">The version that asked.</param>
public sealed record WithdrawEscalation(int Escalation, string Reason) : TicketAction
{
    public static readonly Refusal NoSuch = new("no-such-escalation");
    public static readonly Refusal Answered = new("escalation-is-answered");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Escalations.FirstOrDefault(e => e.Version == Escalation) is not { } asked ? NoSuch
        : asked.Withdrawal is not null ? Decision.Nothing
        : asked.Answer is not null ? Answered
        : Refusals.InWords(Reason, Refusals.ReasonMissing) is { } unfit ? unfit
        : new EscalationWithdrawn(Escalation, asked.Readers, Plain.Text(Reason))
        {
            Channels = asked.Channels.Count > 0 ? asked.Channels : null,
        };
}

public sealed record EscalationWithdrawn(int Escalation, IReadOnlyList<int> Readers, [property: Personal] string Text)
    : TicketEvent,
        IMessage
{
    /// <summary>The chat channels it goes to as well; null where there are none.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    IReadOnlyList<Attachment> IMessage.Attachments => [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Briefed(version, Readers, Channels) with
        {
            Escalations = ticket.Changed(Escalation, e => e with { Withdrawal = new(version, moment.When) }),
        };
}

/// <summary>Specialists answered elsewhere, by telephone or in a chat; what they said is written down.</summary>
/// <param name="Escalation">The version that asked.</param>
public sealed record RecordAnswer(int Escalation, string Text) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Escalations.FirstOrDefault(e => e.Version == Escalation) is not { } asked ? WithdrawEscalation.NoSuch
        : asked.Withdrawal is not null ? Withdrawn
        : Refusals.InWords(Text, Refusals.TextMissing) is { } unfit ? unfit
        : new EscalationAnswered(Escalation, Plain.Text(Text));

    public static readonly Refusal Withdrawn = new("escalation-is-withdrawn");
}

public sealed record EscalationAnswered(int Escalation, [property: Personal] string Text) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Escalations = ticket.Changed(Escalation, e => e with { Answer = e.Answer ?? new(version, moment.When) }),
        };
}
