using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>A fix, a workaround or an answer. The customer is told and asked to confirm.</summary>
public sealed record Resolve(ResolutionKind Kind, string Solution) : TicketAction
{
    public static readonly Refusal SolutionMissing = new("solution-is-missing");
    public static readonly Refusal NotAcknowledged = new("resolve-before-acknowledging");
    public static readonly Refusal NotDiagnosed = new("resolve-before-diagnosis");
    public static readonly Refusal AlreadyResolved = new("resolved-already");

    /// <summary>What was mended without knowing why comes back.</summary>
    public static readonly Refusal CauseMissing = new("cause-is-missing");
    public static readonly Refusal NotForwarded = new("forwarded-to-nobody");

    /// <summary>A duplicate is answered where its original is.</summary>
    public static readonly Refusal OriginalMissing = new("duplicate-without-original");

    /// <summary>What was wrong; for colleagues and trends. A fix and a workaround name it.</summary>
    public string Cause { get; init; } = "";

    /// <summary>Who goes on with what was forwarded.</summary>
    public string? ForwardedTo { get; init; }

    /// <summary>What the customer is told; the solution itself when left empty.</summary>
    public string? Message { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>For the requester alone; else the reporters of duplicates are told and asked too.</summary>
    public bool Alone { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket switch
        {
            _ when Refusals.InWords(Solution, SolutionMissing) is { } unfit => unfit,
            _ when (Refusals.OfOptional(Cause) ?? Refusals.OfOptional(Message)) is { } unfit => unfit,
            _ when Refusals.OfOptional(ForwardedTo) is { } unfit => unfit,
            { ClosedAt: not null } => Refusals.Closed,
            { Resolution: not null } => AlreadyResolved,
            // What is known to be lost answered nobody.
            _ when ticket.Answers.All(m => m.HasBounced) && !ticket.Overrode(NotAcknowledged) => NotAcknowledged,
            { Diagnosis: null } when !ticket.Overrode(NotDiagnosed) => NotDiagnosed,
            _ when KindLacks(ticket) is { } lack => lack,
            _ when Held(ticket, moment) is { } held => held,
            _ => new Resolved(
                Kind,
                Plain.Text(Cause),
                Plain.Text(Solution),
                Plain.Text(Message) is { Length: > 0 } message ? message : Plain.Text(Solution),
                Attachments
            )
            {
                ForwardedTo = Kind is ResolutionKind.Forwarded ? Plain.Text(ForwardedTo) : null,
                Alone = Alone ? true : null,
            },
        };

    // What was asked for is not done before it is granted, here or where the same was reported first. To decline or to pass
    // on does none of it, but files are files.
    Refusal? Held(Ticket ticket, Moment moment) =>
        Kind is not (ResolutionKind.Declined or ResolutionKind.Forwarded) ? ticket.Holds(moment)
        : Attachments.Count > 0 ? ticket.Holds(moment, ApprovalPurpose.DataRelease)
        : null;

    // What this kind of resolution has to say beside what was done.
    Refusal? KindLacks(Ticket ticket) =>
        Kind switch
        {
            ResolutionKind.Fix or ResolutionKind.Workaround when !Plain.SaysInWords(Cause) => CauseMissing,
            ResolutionKind.Forwarded when !Plain.SaysInWords(ForwardedTo) => NotForwarded,
            ResolutionKind.Duplicate when ticket.Links.All(l => l.Kind is not LinkKind.DuplicateOf) => OriginalMissing,
            _ => null,
        };
}

public sealed record Resolved(
    ResolutionKind Kind,
    [property: Personal] string Cause,
    [property: Personal] string Solution,
    [property: Personal] string Text,
    [property: Personal] IReadOnlyList<Attachment> Attachments
) : TicketEvent, IMessage
{
    /// <summary>Who goes on with what was forwarded; null for every other kind.</summary>
    [Personal]
    public string? ForwardedTo { get; init; }

    /// <summary>Set when it is for the requester alone.</summary>
    public bool? Alone { get; init; }

    /// <summary>The ticket it was solved on, of which this one is a duplicate; null when it was solved here.</summary>
    public int? From { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Resumed(moment.When) with
        {
            // What was found there is what was found here.
            Diagnosis = ticket.Diagnosis ?? (From is null ? null : new(version, moment.When)),
            Resolution = new(version, moment.When, Kind),
            Outgoing = [.. ticket.Outgoing, new(version, moment.When)],
        };
}

public enum ResolutionKind
{
    Fix = 1,
    Workaround,
    Answered,
    Declined,
    Forwarded,
    Duplicate,
}

public sealed record Resolution(int Version, DateTimeOffset At, ResolutionKind Kind);
