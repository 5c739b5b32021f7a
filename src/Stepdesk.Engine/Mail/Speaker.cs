using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Mail;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// For whom a mail on a ticket speaks that its requester did not write: a stakeholder, a specialist or an approver. What they
/// were written is not for the requester's eyes, and no more is what is answered to it, by them or by whoever they passed it
/// on to.
/// </summary>
/// <param name="IsApprover">Whether they were asked to agree.</param>
/// <param name="Approval">The request whose mail, written to them, they answered themselves; null where they did not.</param>
/// <param name="From">The address of whoever wrote in their place; null where they wrote themselves.</param>
sealed record Speaker(PersonRow Person, bool IsApprover, int? Approval, string? From)
{
    /// <summary>Whether they have said yes or no to that request already.</summary>
    public bool HasDecided { get; init; }

    /// <summary>Null where the mail speaks for nobody beside the requester, as far as it tells.</summary>
    /// <param name="asked">Whom we wrote to what it answers, where it says so and that was not the requester.</param>
    /// <param name="answered">The message of ours on this ticket that it answers, where it says so.</param>
    public static async Task<Speaker?> FindAsync(
        Db db,
        int ticketId,
        MailAddress sender,
        int? asked,
        Posted? answered,
        CancellationToken stop
    )
    {
        var history = (await db.StreamAsync(Streams.Ticket(ticketId), stop)).ConvertAll(e => e.Read());
        var ticket = Ticket.From(history);
        // Who is no longer involved was written to all the same.
        var parties = ticket.Parties.Select(p => p.Person).Concat(ReadersOf(ticket.Briefings)).ToHashSet();
        var approvers = ticket.Approvals.SelectMany(a => a.Approvers).ToHashSet();
        var key = People.KeyOf(sender.Address);
        var known = await db
            .People.AsNoTracking()
            .Where(p => p.EmailKey == key && (parties.Contains(p.Id) || approvers.Contains(p.Id)))
            .OrderBy(p => p.Id)
            .FirstOrDefaultAsync(stop);
        if (known is not null)
        {
            var letter = answered?.Reader == known.Id ? history.Find(e => e.Version == answered.Version) : null;
            var approval = letter is null ? null : Letter.ApprovalOf(letter.Version, letter.What);
            return new(known, approval is not null || !parties.Contains(known.Id), approval, From: null)
            {
                HasDecided = ticket.Approvals.Any(a => a.Version == approval && a.WordOf(known.Id) is not null),
            };
        }
        if (asked is not { } reader)
            return null;
        var isApproval =
            answered?.Reader == reader
                ? ticket.ApprovalLetters.Any(l => l.Version == answered.Version)
                : !parties.Contains(reader);
        if (!(isApproval ? approvers : parties).Contains(reader))
            return null;
        var reading = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == reader, stop);
        return reading is null ? null : new(reading, isApproval, Approval: null, sender.Address);
    }

    static IEnumerable<int> ReadersOf(IEnumerable<Briefing> briefings) =>
        briefings.SelectMany(b => b.Receipts).Select(r => r.Reader);
}
