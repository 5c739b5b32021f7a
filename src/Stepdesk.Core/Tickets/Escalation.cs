using Stepdesk.Core.History;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

/// <summary>Specialists were asked for help: by a short alert, by a full package, or by the package a short alert owed.</summary>
/// <param name="Readers">The people it goes to, each in a mail of their own.</param>
public sealed record Escalated(
    Ground Why,
    Specialty To,
    IReadOnlyList<int> Readers,
    [property: Personal] string Summary
) : TicketEvent, IMessage
{
    /// <summary>The chat channels it goes to as well; null where there are none.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>The team its readers were asked as.</summary>
    public int? Team { get; init; }

    /// <summary>The ticket's class then.</summary>
    public ClassOfService? Class { get; init; }
    public int? Affected { get; init; }
    public DateTimeOffset? Since { get; init; }

    [Personal]
    public string Tried { get; init; } = "";

    [Personal]
    public string Impact { get; init; } = "";

    [Personal]
    public string Ask { get; init; } = "";
    public DateTimeOffset? NextUpdateAt { get; init; }

    [Personal]
    public IReadOnlyList<Pin> Pins { get; init; } = [];

    [Personal]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public bool IsShort { get; init; }

    /// <summary>The short alert, by its version, whose full package this is.</summary>
    public int? Completes { get; init; }

    string IMessage.Text => Summary;

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Briefed(version, Readers, Channels) with
        {
            Escalations = Completes is { } alert
                ? ticket.Changed(alert, e => e with { Package = new(version, moment.When) })
                :
                [
                    .. ticket.Escalations,
                    new(version, moment.When, Why, To, Team, Readers)
                    {
                        Channels = Channels ?? [],
                        Package = IsShort ? null : new(version, moment.When),
                    },
                ],
        };
}

/// <summary>
/// The requester was told, in words of their own, that others are asked for help. It is an update and no answer: a person
/// still has to say something about their case.
/// </summary>
public sealed record RequesterTold([property: Personal] string Text, DateTimeOffset? NextUpdateAt)
    : TicketEvent,
        IMessage
{
    IReadOnlyList<Attachment> IMessage.Attachments => [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Outgoing = [.. ticket.Outgoing, new(version, moment.When, NextUpdateAt) { IsTelling = true }],
        };
}

/// <summary>What was asked of specialists, and what came of it; known by the version of the event that asked.</summary>
/// <param name="At">Since when they are asked.</param>
public sealed record Escalation(
    int Version,
    DateTimeOffset At,
    Ground Why,
    Specialty To,
    int? Team,
    IReadOnlyList<int> Readers
)
{
    /// <summary>The chat channels that are asked as well, or alone.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Where its full package went out; null while only a short alert did.</summary>
    public Mark? Package { get; init; }

    /// <summary>Where the first answer of theirs is.</summary>
    public Mark? Answer { get; init; }

    /// <summary>Where it was taken back.</summary>
    public Mark? Withdrawal { get; init; }

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsOpen => (Answer ?? Withdrawal) is null;

    /// <summary>Whether a short alert still owes its full package.</summary>
    public bool OwesPackage => (Package ?? Withdrawal) is null;

    /// <summary>Whether the message of this version is part of it.</summary>
    public bool Wrote(int message) => Version == message || Package?.Version == message;
}

static class Escalations
{
    public static IReadOnlyList<Escalation> Changed(
        this Ticket ticket,
        int version,
        Func<Escalation, Escalation> change
    ) => [.. ticket.Escalations.Select(e => e.Version == version ? change(e) : e)];

    /// <summary>The escalation somebody answers: the one whose mail they answered, else the last they were asked by.</summary>
    public static Escalation? AnsweredBy(this Ticket ticket, int person, int? message)
    {
        var asked = ticket.Escalations.Where(e => e.IsOpen && e.Readers.Contains(person)).ToList();
        return asked.Find(e => message is { } m && e.Wrote(m)) ?? asked.LastOrDefault();
    }

    /// <summary>The ticket with a message of this version to specialists on its way.</summary>
    public static Ticket Briefed(
        this Ticket ticket,
        int version,
        IEnumerable<int> readers,
        IReadOnlyList<string>? channels
    ) =>
        ticket with
        {
            Briefings =
            [
                .. ticket.Briefings,
                new(version, Audience.Specialists, null, [.. readers.Select(r => new Receipt(r))])
                {
                    Chats = [.. (channels ?? []).Select(c => new ChatReceipt(c))],
                },
            ],
        };
}
