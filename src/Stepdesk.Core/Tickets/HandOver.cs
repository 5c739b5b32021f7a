using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Hands the finished thing over: a message to the requester with the file, whose hash stays in the history. What leaves
/// the house is held back until its release is granted, where that was asked for.
/// </summary>
/// <param name="Files">One at least; the first is the thing itself.</param>
public sealed record HandOver(string Text, IReadOnlyList<Attachment> Files) : TicketAction
{
    public static readonly Refusal FileMissing = new("hand-over-without-file");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        FixedWork.WhyNot(ticket) is { } impossible ? impossible
        : Refusals.InWords(Text, Refusals.TextMissing) is { } unfit ? unfit
        : Files.Count == 0 ? FileMissing
        : ticket.Holds(moment, ApprovalPurpose.DataRelease) is { } held ? held
        : new HandedOver(Plain.Text(Text), Files) { Sha256 = [.. Files.Select(f => f.Sha256)] };
}

/// <summary>The finished thing was handed over.</summary>
public sealed record HandedOver(
    [property: Personal] string Text,
    [property: Personal] IReadOnlyList<Attachment> Attachments
) : TicketEvent, IMessage
{
    /// <summary>SHA-256 of each file, in hex. It says what was handed over when the file itself is gone.</summary>
    public IReadOnlyList<string> Sha256 { get; init; } = [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Outgoing = [.. ticket.Outgoing, new(version, moment.When)],
            Work = ticket.Work with
            {
                Handed = [.. ticket.Work.Handed, .. Sha256.Select(hash => new Handed(version, moment.When, hash))],
            },
        };
}
