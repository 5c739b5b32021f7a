using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>A word among colleagues; the customer never sees it.</summary>
public sealed record Note(string Text) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        Refusals.Of(Text, Refusals.TextMissing) is { } unfit ? unfit : new Noted(Plain.Text(Text));
}

public sealed record Noted([property: Personal] string Text) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket;
}

/// <summary>What was found and on what evidence.</summary>
public sealed record Diagnose(string Text) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        Refusals.InWords(Text, Refusals.TextMissing) is { } unfit ? unfit
        : !ticket.IsOpen ? Refusals.Closed
        : new Diagnosed(Plain.Text(Text));
}

public sealed record Diagnosed([property: Personal] string Text) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Diagnosis = ticket.Diagnosis ?? new(version, moment.When),
        };
}

/// <summary>Trend analysis: the pattern behind the ticket, or that there is none.</summary>
public sealed record NoteTrend(string Text, bool NoPattern = false) : TicketAction
{
    public static readonly Refusal NotResolved = new("trend-before-resolution");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.ResolvedAt is null && ticket.ClosedAt is null ? NotResolved
        : (NoPattern ? Refusals.OfOptional(Text) : Refusals.InWords(Text, Refusals.TextMissing)) is { } unfit ? unfit
        : new TrendNoted(Plain.Text(Text), NoPattern);
}

public sealed record TrendNoted([property: Personal] string Text, bool NoPattern) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Trend = ticket.Trend ?? new(version, moment.When),
        };
}
