using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>A word among colleagues; the customer never sees it.</summary>
public sealed record Note(string Text) : TicketAction
{
    /// <summary>Several could be meant by a name after an @.</summary>
    public static readonly Refusal MentionUnclear = new("mention-is-unclear");

    /// <summary>Who can be mentioned; the door looks, where there is an @.</summary>
    public IReadOnlyList<Colleague> Among { get; init; } = [];

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (Refusals.Of(Text, Refusals.TextMissing) is { } unfit)
            return unfit;
        var text = Plain.Text(Text);
        return Mentions.Read(text, Among) switch
        {
            { Unclear: { } unclear, Could: var could } => MentionUnclear with
            {
                Detail = $"{unclear}: {string.Join(", ", could.Select(c => $"{c.Name} (@{c.Email})"))}",
            },
            { People: { Count: > 0 } people } => new Noted(text) { Mentioned = people },
            _ => new Noted(text),
        };
    }
}

public sealed record Noted([property: Personal] string Text) : TicketEvent
{
    /// <summary>Whose names stand in it after an @; they follow the ticket from then on. Null where there are none.</summary>
    public IReadOnlyList<int>? Mentioned { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket.FollowedBy(Mentioned ?? []);
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
