using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Splits messages off a ticket with all that hangs on them: whose ticket it becomes, by address, and the threads of the
/// mails they came in, so that what answers them is found in the new ticket.
/// </summary>
public sealed class Parting(IDbContextFactory<Db> databases, Worlds worlds, Desk desk, People people)
{
    /// <summary>The new ticket, or why not. Nobody is made known for a caller who may not split.</summary>
    /// <param name="email">Whose ticket it becomes; empty for the requester of the first.</param>
    public async Task<Outcome> SplitAsync(
        int ticket,
        Split split,
        string? email,
        string? name,
        Actor me,
        Language language,
        Terms terms,
        CancellationToken stop
    )
    {
        if (!string.IsNullOrWhiteSpace(email))
        {
            var (requester, refusal) = await RequesterAsync(
                ticket,
                split,
                email.Trim(),
                name,
                me,
                language,
                terms,
                stop
            );
            if (refusal is not null)
                return Outcome.No(ticket, refusal);
            split = split with { Requester = requester };
        }
        var also = terms.Also;
        return await desk.ActAsync(
            ticket,
            split,
            me,
            terms with
            {
                Also = async (db, part, cancel) =>
                {
                    if (also is not null)
                        await also(db, part, cancel);
                    await MoveThreadsAsync(db, ticket, part, split.Messages, cancel);
                },
            },
            stop
        );
    }

    // Asked before anybody is made known: a split that is refused leaves no customer behind.
    async Task<(int Person, Refusal? Refusal)> RequesterAsync(
        int ticket,
        Split split,
        string email,
        string? name,
        Actor me,
        Language language,
        Terms terms,
        CancellationToken stop
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = await worlds.OfAsync(db, me, stop);
        var history = (await db.StreamAsync(Streams.Ticket(ticket), stop)).ConvertAll(e => e.Read());
        var refusal =
            !await db.Tickets.AnyAsync(t => t.Id == ticket && t.World == world.Id, stop) ? Refusals.NoSuchTicket
            : !Permissions.May(me, split) ? Refusals.NotAllowed
            : split.Decide(Ticket.From(history), new(world.Now, me)).Refusal
                ?? (People.IsAddress(email) ? world.WhyNotKnown(email) : People.EmailInvalid);
        // Asked again with its key, it is for the door to remember: whoever it was for is known since.
        if (refusal == Split.SplitBefore && terms.Key is not null)
        {
            var key = People.KeyOf(email);
            var known = await db
                .People.Where(p => p.World == world.Id && p.EmailKey == key)
                .Select(p => (int?)p.Id)
                .SingleOrDefaultAsync(stop);
            return (known ?? 0, known is null ? refusal : null);
        }
        return refusal is null
            ? ((await people.CustomerAsync(world, name ?? "", email, language, stop)).Id, null)
            : (0, refusal);
    }

    static async Task MoveThreadsAsync(Db db, int ticket, int part, IReadOnlyList<int> messages, CancellationToken stop)
    {
        var stream = Streams.Ticket(ticket);
        var written = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream && messages.Contains(e.Version))
            .OrderBy(e => e.Version)
            .Take(Split.Most)
            .ToListAsync(stop);
        foreach (var mail in written.Select(e => (e.Read().What as CustomerWrote)?.MailId).OfType<long>())
        {
            // The head is enough, and a mail may be large.
            var beginning = await db
                .Database.SqlQuery<byte[]>(
                    $"""SELECT substr(raw, 1, {MailHead.Longest}) AS "Value" FROM mails WHERE id = {mail}"""
                )
                .SingleOrDefaultAsync(stop);
            if (beginning is not null && MailHead.Read(beginning).MessageId is { } id)
                await db
                    .Threads.Where(t => t.MessageId == id && t.Ticket == ticket)
                    .ExecuteUpdateAsync(t => t.SetProperty(r => r.Ticket, part), stop);
        }
    }
}
