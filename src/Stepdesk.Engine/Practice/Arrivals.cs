using Microsoft.EntityFrameworkCore;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// What simulated people did, at the desk's own door: their mails are stored, read and received as any mail, and their
/// word that it works is theirs. Each is done once, on whichever node; one that was killed is carried on by the next.
/// </summary>
sealed class Arrivals(
    IDbContextFactory<Db> databases,
    SimulatedWorlds worlds,
    Library library,
    Desk desk,
    People people,
    Inbox inbox,
    Signer signer,
    MailOptions options
)
{
    /// <summary>Lets in what the desk has not heard yet.</summary>
    public async Task EnterAsync(int id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var row = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id, stop);
        var isNew = row.Entered < row.Seq;
        var waits = await db.Mails.AnyAsync(m => m.World == id && m.State == MailState.Waiting, stop);
        if (!isNew && !waits)
            return;
        if (
            await Held.ResumeAsync(db, library, row, await db.StreamAsync(Streams.Session(id), stop), stop)
            is not { } session
        )
            return;
        var world = worlds.Of(row);
        var news = session.Events.Skip(row.Entered).Take(row.Seq - row.Entered).ToList();
        foreach (var happened in news)
            // What came in elsewhere came in there: it is in no line of the scenario, and this desk has nothing to do with it.
            if (
                happened.Type is EventTypes.MailReceived
                && happened.Data.Has("line")
                && session.Scenario.Person(happened.Actor) is { } from
            )
                await ReceiveAsync(db, world, row, session, happened, from, stop);
        if (waits)
            await ReceiveWaitingAsync(db, world, session, stop);
        if (row.Ticket is { } ticket)
        {
            foreach (var said in news.Where(e => e.Type is EventTypes.ChatReceived && e.Data.Has("line")))
                await AnsweredAsync(db, row, session, ticket, said, stop);
            await DecidedAsync(db, row, session, ticket, stop);
            foreach (var told in await Told.InAsync(db, id, stop))
                if (told.NewsIn(session) is { } word)
                    await JudgedAsync(db, row, session, told.Id, word, stop);
        }
        await db
            .Sessions.Where(s => s.Id == id && s.Entered < row.Seq)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Entered, row.Seq), stop);
    }

    async Task ReceiveAsync(
        Db db,
        World world,
        SessionRow row,
        Session session,
        SessionEvent said,
        Character from,
        CancellationToken stop
    )
    {
        var key = Post.Mailbox(row.Id, said.Seq);
        var known = await db
            .Mails.Where(m => m.World == world.Id && m.ContentKey == key)
            .Select(m => (long?)m.Id)
            .SingleOrDefaultAsync(stop);
        await inbox.HandleAsync(known ?? await StoreAsync(db, world, row, session, said, from, key, stop), stop);
    }

    async Task<long> StoreAsync(
        Db db,
        World world,
        SessionRow row,
        Session session,
        SessionEvent said,
        Character from,
        string key,
        CancellationToken stop
    )
    {
        var sender = await people.CustomerAsync(
            world,
            from.Name.In(session.Language),
            Cast.AddressOf(from),
            session.Language,
            stop
        );
        using var mail = Post.Write(
            row.Id,
            session,
            said,
            from,
            new MailboxAddress(options.DisplayName, await AddressAsync(db, world.Id, sender, row.Ticket, stop))
        );
        using var wire = new MemoryStream();
        await mail.WriteToAsync(wire, stop);
        var stored = new MailRow
        {
            World = world.Id,
            ContentKey = key,
            Mailbox = key,
            ReceivedAt = said.At.ToUniversalTime().ToMicroseconds(),
            Raw = wire.ToArray(),
        };
        try
        {
            await using var work = await db.BeginAsync(stop);
            db.Mails.Add(stored);
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
            return stored.Id;
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Another node let it in at the same moment.
            db.ChangeTracker.Clear();
            return await db
                .Mails.Where(m => m.World == world.Id && m.ContentKey == key)
                .Select(m => m.Id)
                .SingleAsync(stop);
        }
    }

    // Who was answered writes back to where the answer came from; who was not writes to the desk.
    async Task<string> AddressAsync(Db db, int world, PersonRow sender, int? main, CancellationToken stop)
    {
        var own = await db
            .Tickets.Where(t => t.World == world && t.Requester == sender.Id)
            .OrderByDescending(t => t.Id)
            .Select(t => (int?)t.Id)
            .FirstOrDefaultAsync(stop);
        return (own ?? (sender.Role is Role.Customer ? null : main)) is { } ticket
            ? signer.ReplyAddress(options.Address, ticket)
            : options.Address;
    }

    // Their sender's report has been logged since; what still waits belongs to it.
    async Task ReceiveWaitingAsync(Db db, World world, Session session, CancellationToken stop)
    {
        var waiting = await db
            .Mails.Where(m => m.World == world.Id && m.State == MailState.Waiting)
            .OrderBy(m => m.Id)
            .Select(m => new { m.Id, m.Mailbox })
            .ToListAsync(stop);
        var ids = waiting.ConvertAll(m => Post.MessageId(m.Mailbox));
        var known = await db
            .Threads.Where(t => t.World == world.Id && ids.Contains(t.MessageId))
            .Select(t => t.MessageId)
            .ToListAsync(stop);
        foreach (var mail in waiting.Where(m => known.Contains(Post.MessageId(m.Mailbox))))
        {
            await db
                .Mails.Where(m => m.Id == mail.Id && m.State == MailState.Waiting)
                .ExecuteUpdateAsync(m => m.SetProperty(r => r.State, MailState.Stored), stop);
            await inbox.HandleAsync(mail.Id, stop);
        }
    }

    // Whoever is asked for help answers with the first they say in the chat, as they would with a mail.
    async Task AnsweredAsync(
        Db db,
        SessionRow row,
        Session session,
        int ticket,
        SessionEvent said,
        CancellationToken stop
    )
    {
        var now = Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), stop)).Select(e => e.Read()));
        // What they say because of something before it says nothing to it; a session tells whole seconds.
        var since = said.Causes is [var cause, ..] ? session.Events[cause - 1].At : said.At;
        var awaited = now
            .Escalations.Where(e => e.IsOpen && e.At < since.AddSeconds(1))
            .SelectMany(e => e.Readers)
            .ToHashSet();
        if (awaited.Count == 0)
            return;
        foreach (var (person, who) in await Cast.ReadAsync(db, row.Id, session.Scenario, stop))
            if (who.Id == said.Actor && awaited.Contains(person))
                await desk.ActAsync(
                    ticket,
                    new HearFrom(person, session.Said(said, session.Language)),
                    Actor.System("chat"),
                    new() { Key = Post.Mailbox(row.Id, said.Seq) },
                    stop
                );
    }

    // What they agreed to in the session they decide at the desk, on whatever asks them there.
    async Task DecidedAsync(Db db, SessionRow row, Session session, int ticket, CancellationToken stop)
    {
        var now = Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), stop)).Select(e => e.Read()));
        var open = now.Approvals.Where(a => a.StateAt(a.At) is ApprovalState.Awaited).ToList();
        if (open.Count == 0)
            return;
        var cast = await Cast.ReadAsync(db, row.Id, session.Scenario, stop);
        foreach (var asked in open)
        foreach (var approver in asked.Approvers.Where(a => asked.WordOf(a) is null))
            if (
                cast.TryGetValue(approver, out var who)
                && session.Events.LastOrDefault(e =>
                    e.Actor == who.Id
                    && e.Type is EventTypes.ApprovalGranted or EventTypes.ApprovalDenied
                    // What they said before they were asked says nothing of this.
                    && e.At >= asked.At
                )
                    is { } word
            )
                await desk.ActAsync(
                    ticket,
                    word.Type is EventTypes.ApprovalGranted
                        ? new Grant(asked.Version)
                        : new Deny(asked.Version, WordsOf(session, word)),
                    Actor.Person(approver, Role.Customer),
                    new() { Key = FormattableString.Invariant($"{Post.Mailbox(row.Id, word.Seq)}/{asked.Version}") },
                    stop
                );
    }

    // They say it once; the desk takes it down as soon as it has told them of a solution.
    async Task JudgedAsync(
        Db db,
        SessionRow row,
        Session session,
        int ticket,
        SessionEvent word,
        CancellationToken stop
    )
    {
        var history = (await db.StreamAsync(Streams.Ticket(ticket), stop)).ConvertAll(e => e.Read());
        var now = Ticket.From(history);
        if (now is not { Resolution: { } told, ClosedAt: null })
            return;
        TicketAction? action = word.Type switch
        {
            EventTypes.Confirmed when now.ConfirmedAt is null => new Confirm(),
            EventTypes.Disputed when word.At >= told.At => new Dispute(WordsOf(session, word)),
            _ => null,
        };
        if (action is null)
            return;
        var requester = await db.People.AsNoTracking().SingleAsync(p => p.Id == now.Requester, stop);
        await desk.ActAsync(ticket, action, requester.AsActor, new() { Key = KeyOf(row, word, told) }, stop);
    }

    static string KeyOf(SessionRow row, SessionEvent word, Resolution told) =>
        FormattableString.Invariant($"{Post.Mailbox(row.Id, word.Seq)}/{told.Version}");

    // What they wrote just before, which is why they say so.
    static string WordsOf(Session session, SessionEvent word) =>
        session.Events.LastOrDefault(e =>
            e.Actor == word.Actor && e.Seq < word.Seq && e.Type is EventTypes.MailReceived or EventTypes.ChatReceived
        )
            is { } said
            ? session.Said(said, session.Language)
            : Text.Of("practice-still-wrong", session.Language);
}
