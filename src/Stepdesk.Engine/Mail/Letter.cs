using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>A message that is owed to a requester, with all that its mail is made from.</summary>
sealed record Letter(int Ticket, int Number, string Title, int Version, DateTimeOffset WrittenAt, IMessage Message)
{
    public required PersonRow To { get; init; }

    /// <summary>Whom it is for, where that is not the requester: somebody who must not get the requester's link.</summary>
    public int? Reader { get; init; }

    /// <summary>The versions of the messages the same person got before this one.</summary>
    public required IReadOnlyList<int> Before { get; init; }

    /// <summary>The head of the requester's last mail, when they wrote by mail.</summary>
    public MailHead? Answers { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required IReadOnlyList<StoredFile> Files { get; init; }

    /// <summary>What a package to specialists pins.</summary>
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>What the escalation was called that the message belongs to.</summary>
    public string? Summary { get; init; }

    /// <summary>The request for approval that the message is or belongs to, and the name of who asked.</summary>
    public ApprovalAsked? Approval { get; init; }

    /// <summary>The version of the ticket that asked, which an approver's link is made for.</summary>
    public int ApprovalVersion => ApprovalOf(Version, Message) ?? Version;

    /// <summary>The request for approval that a message is about; null where it is about none.</summary>
    internal static int? ApprovalOf(int version, object message) =>
        message switch
        {
            ApprovalAsked => version,
            ApprovalWithdrawn ended => ended.Approval,
            ApproversReminded reminded => reminded.Approval,
            ApproverRedirected redirected => redirected.Approval,
            _ => null,
        };

    /// <summary>Whether there is nothing to say any more: who is to be reminded has decided since, or need not.</summary>
    public bool IsOver { get; init; }
    public string? AskedBy { get; init; }

    public static async Task<Letter> LoadAsync(Db db, OutboxRow owed, CancellationToken stop)
    {
        var history = (await db.StreamAsync(Streams.Ticket(owed.Ticket), stop)).ConvertAll(e => e.Read());
        var ticket = Core.Tickets.Ticket.From(history);
        var written = history.Find(e => e.Version == owed.Version)!;
        var message = (IMessage)written.What;

        var evidence = message is Escalated asked ? await Evidence.LoadAsync(db, asked, history, stop) : Evidence.None;
        var files = new List<StoredFile>();
        foreach (var file in message is Escalated ? [] : message.Attachments)
            if (await Mail.Files.ContentAsync(db, file.Sha256, stop) is { } content)
                files.Add(new(file.Name, file.Type, content));

        var approval = ApprovalOf(owed.Version, message) is { } about ? history.Find(e => e.Version == about) : null;
        var asker = approval?.Moment.Who.PersonId;
        var zone = await db.Worlds.Where(w => w.Id == owed.World).Select(w => w.Zone).SingleOrDefaultAsync(stop);
        return new(
            owed.Ticket,
            await db.Tickets.Where(t => t.Id == owed.Ticket).Select(t => t.Number).SingleAsync(stop),
            ticket.Title,
            owed.Version,
            written.Moment.When,
            message
        )
        {
            To = await db.People.AsNoTracking().SingleAsync(p => p.Id == (owed.Reader ?? ticket.Requester), stop),
            Reader = owed.Reader,
            Before = [.. WrittenTo(ticket, owed.Reader).Where(v => v < owed.Version)],
            Answers = owed.Reader is null ? await HeadAsync(db, history.Select(e => e.What), stop) : null,
            Zone = zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone),
            Files = message is Escalated ? evidence.Files : files,
            Evidence = evidence,
            Approval = approval?.What as ApprovalAsked,
            IsOver =
                message is ApproversReminded again
                && ticket.Approvals.FirstOrDefault(a => a.Version == again.Approval) is { } awaited
                && (
                    awaited.WordOf(owed.Reader ?? 0) is not null
                    || awaited.StateAt(awaited.Until) is not ApprovalState.Awaited
                ),
            AskedBy = asker is null
                ? null
                : await db.People.Where(p => p.Id == asker).Select(p => p.Name).SingleOrDefaultAsync(stop),
            Summary = message is EscalationWithdrawn withdrawn
                ? history.Find(e => e.Version == withdrawn.Escalation)?.What is Escalated was
                    ? was.Summary
                    : null
                : null,
        };
    }

    static IEnumerable<int> WrittenTo(Core.Tickets.Ticket ticket, int? reader) =>
        reader is { } id
            ? ticket
                .Briefings.Concat(ticket.ApprovalLetters)
                .Where(b => b.Receipts.Any(r => r.Reader == id))
                .Select(b => b.Version)
                .Order()
            : ticket.Outgoing.Select(m => m.Version);

    static async Task<MailHead?> HeadAsync(Db db, IEnumerable<Core.History.Event> history, CancellationToken stop)
    {
        var last = history
            .Select(e =>
                e switch
                {
                    Logged logged => logged.MailId,
                    // Somebody else's mail is not the requester's to be answered.
                    CustomerWrote { From: null } wrote => wrote.MailId,
                    _ => null,
                }
            )
            .LastOrDefault(id => id is not null);
        if (last is not { } mail)
            return null;
        // The head is enough, and a mail may be large.
        var beginning = await db
            .Database.SqlQuery<byte[]>(
                $"""SELECT substr(raw, 1, {MailHead.Longest}) AS "Value" FROM mails WHERE id = {mail}"""
            )
            .SingleOrDefaultAsync(stop);
        return beginning is null ? null : MailHead.Read(beginning);
    }
}
