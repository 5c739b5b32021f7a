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

    /// <summary>What was wrong; for colleagues and trends.</summary>
    public string Cause { get; init; } = "";

    /// <summary>What the customer is told; the solution itself when left empty.</summary>
    public string? Message { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket switch
        {
            _ when Refusals.Of(Solution, SolutionMissing) is { } unfit => unfit,
            _ when (Refusals.OfOptional(Cause) ?? Refusals.OfOptional(Message)) is { } unfit => unfit,
            { ClosedAt: not null } => Refusals.Closed,
            { Resolution: not null } => AlreadyResolved,
            { Outgoing: [] } => NotAcknowledged,
            { DiagnosedAt: null } => NotDiagnosed,
            _ => new Resolved(
                Kind,
                Plain.Text(Cause),
                Plain.Text(Solution),
                Plain.Text(Message) is { Length: > 0 } message ? message : Plain.Text(Solution),
                Attachments
            ),
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
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Resumed(moment.When) with
        {
            Resolution = new(version, moment.When, Kind),
            Outgoing = [.. ticket.Outgoing, new(version)],
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
