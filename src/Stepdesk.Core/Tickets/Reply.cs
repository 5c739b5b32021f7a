using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// A message to the requester. The first one that leaves is the acknowledgement; each restarts the update clock, and
/// a promised next update becomes it.
/// </summary>
public sealed record Reply(string Text) : TicketAction
{
    public static readonly Refusal PromisePassed = new("promised-update-has-passed");

    /// <summary>So late that the promise would only silence the clock.</summary>
    public static readonly Refusal PromiseTooFar = new("promised-update-is-too-far-away");

    public DateTimeOffset? NextUpdateAt { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>For the requester alone; else the reporters of duplicates read it too.</summary>
    public bool Alone { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        Refusals.Of(Text, Refusals.TextMissing) is { } unfit ? unfit
        : !ticket.IsOpen ? Refusals.Closed
        : NextUpdateAt <= moment.When ? PromisePassed
        : IsTooFar(NextUpdateAt, moment) ? PromiseTooFar
        : Attachments.Count > 0 && ticket.Holds(moment, ApprovalPurpose.DataRelease) is { } held ? held
        : new Replied(Plain.Text(Text), NextUpdateAt, Attachments) { Alone = Alone ? true : null };

    /// <summary>Nobody who waits for news is put off for longer than a month.</summary>
    internal static bool IsTooFar(DateTimeOffset? next, Moment moment) => next - moment.When > TimeSpan.FromDays(31);
}

public sealed record Replied(
    [property: Personal] string Text,
    DateTimeOffset? NextUpdateAt,
    [property: Personal] IReadOnlyList<Attachment> Attachments
) : TicketEvent, IMessage
{
    /// <summary>Set when it is for the requester alone.</summary>
    public bool? Alone { get; init; }

    /// <summary>The ticket it was written on, of which this one is a duplicate; null when it was written here.</summary>
    public int? From { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Outgoing = [.. ticket.Outgoing, new(version, moment.When, NextUpdateAt)],
            ReporterWroteAt = Alone is true ? ticket.ReporterWroteAt : null,
        };
}

/// <summary>An event that owes somebody a message: the requester, unless it names its readers.</summary>
public interface IMessage
{
    /// <summary>What the reader reads; plain text.</summary>
    string Text { get; }
    IReadOnlyList<Attachment> Attachments { get; }
}

/// <summary>An update that reached the requester and, when one was promised, the next.</summary>
public sealed record Update(int Version, DateTimeOffset At, DateTimeOffset? NextUpdateAt)
{
    /// <summary>When nobody was there to wait for the next.</summary>
    public IReadOnlyList<Pause> Unowed { get; init; } = [];
}
