using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Mail;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>Decides what a mail asks of the desk and asks it at the door; the mail is marked in the same transaction.</summary>
public sealed partial class Reception(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    Desk desk,
    People people,
    Signer signer,
    MailOptions options
)
{
    /// <summary>What a ticket is tagged with that a machine or a list reported.</summary>
    public const string AutomaticTag = "automatic-mail";
    static readonly Actor Post = Actor.System("mail");
    readonly FindThread threads = new(signer);

    internal async Task TakeAsync(MailRow row, CancellationToken stop)
    {
        var arrived = Arrived.Read(row, options);
        var (mail, head) = (arrived.Mail, arrived.Head);
        if (mail.Kind is not MailKind.Bounce && IsOurs(mail, head))
        {
            await DoneAsync(row, stop);
            return;
        }
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = await worlds.OfAsync(db, row.World, stop);
        var thread = await threads.FindAsync(db, row.World, arrived, stop);
        await (
            mail switch
            {
                { Kind: MailKind.Bounce } => BouncedAsync(arrived, thread, stop),
                { Kind: MailKind.Automatic } when thread is not null => KeepAsync(arrived, thread, stop),
                _ when arrived.Sender is null => FromNobodyAsync(arrived, thread, stop),
                _ when thread is null && !world.LogsMail => WaitAsync(row, stop),
                _ when thread is null => LogAsync(db, arrived, stop),
                _ => WriteAsync(db, arrived, thread, stop),
            }
        );
    }

    // Whoever hands a mail in writes all of it, the word of a server too.
    bool? Proof(Arrived arrived) =>
        arrived.Row.IsHandedIn && options.Authenticator is not null
            ? false
            : SenderProof.Of(arrived.Head, arrived.Sender, options.Authenticator);

    // Servers may give a mail a new id, so the mark is looked at as well.
    bool IsOurs(ReadMail mail, MailHead head) =>
        (mail.MessageId is { } id && signer.ReadMessageId(id) is not null) || head.Desk == signer.DeskMark;

    async Task BouncedAsync(Arrived arrived, Thread? thread, CancellationToken stop)
    {
        var bounce = arrived.Mail.Bounced!;
        if (bounce.MessageId is { } told && signer.ReadBroadcastId(told) is var (number, version, reader))
        {
            await NotToldAsync(arrived.Row, OutboxRow.BroadcastTo(number, reader), version, bounce.Status, stop);
            return;
        }
        if (bounce.MessageId is { } id && signer.ReadMessageId(id) is { } message)
        {
            var status = new RecordBounce(message.Version, bounce.Status ?? "5.0.0", arrived.Row.Id)
            {
                Reader = message.Reader,
            };
            var outcome = await desk.ActAsync(message.Ticket, status, Post, TermsFor(arrived), stop);
            if (outcome.Refusal is null)
                return;
        }
        await KeepAsync(arrived, thread, stop);
    }

    // It is no message of a ticket, so only its own record says that it came back.
    async Task NotToldAsync(MailRow row, string effect, int version, string? status, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = await worlds.OfAsync(db, row.World, stop);
        var owed = await db
            .Outbox.AsNoTracking()
            .SingleOrDefaultAsync(
                o =>
                    o.Ticket == OutboxRow.NoTicket
                    && o.Version == version
                    && o.Effect == effect
                    && o.World == row.World
                    && o.FailedAt == null,
                stop
            );
        if (owed is not null)
            await Settling.FailedAsync(db, owed, status ?? "5.0.0", world.Now, stop);
        await MarkAsync(db, row, null, error: null, stop);
    }

    // Nobody could be answered: a colleague reads it on its ticket, or looks what it is.
    Task FromNobodyAsync(Arrived arrived, Thread? thread, CancellationToken stop) =>
        thread is not null
            ? KeepAsync(arrived, thread, stop)
            : DoneAsync(arrived.Row, stop, arrived.Mail.From is null ? MailErrors.NoSender : MailErrors.FromUs);

    async Task KeepAsync(Arrived arrived, Thread? thread, CancellationToken stop)
    {
        if (thread is null)
        {
            await DoneAsync(arrived.Row, stop);
            return;
        }
        var keep = new KeepAutomatic(arrived.Mail.Text, arrived.Sender?.Address, arrived.Row.Id);
        Demand(await desk.ActAsync(thread.Ticket, keep, Post, TermsFor(arrived), stop));
    }

    async Task WriteAsync(Db db, Arrived arrived, Thread thread, CancellationToken stop)
    {
        if (
            !thread.IsByRequester
            && await Speaker.FindAsync(
                db,
                thread.Ticket,
                arrived.Sender!,
                threads.Asked(arrived, thread.Ticket),
                threads.Answered(arrived, thread.Ticket),
                stop
            )
                is { } speaker
        )
        {
            await HearAsync(arrived, thread, speaker, stop);
            return;
        }
        var language = await db.People.Where(p => p.Id == thread.Requester).Select(p => p.Language).SingleAsync(stop);
        var write = new Write(Wording.Of(arrived, Quotes.Strip(arrived.Mail.Text), language), Channel.Mail)
        {
            Html = SafeHtml.Clean(arrived.Mail.Html),
            MailId = arrived.Row.Id,
            Attachments = Wording.Attachments(arrived),
            From = thread.IsByRequester ? null : arrived.Sender!.Address,
            IsSenderProven = Proof(arrived),
            ArrivedAt = arrived.Row.ReceivedAt,
        };
        // Whatever role a requester has, by mail they are a customer: a sender's address proves nothing more.
        var writer = thread.IsByRequester ? Actor.Person(thread.Requester, Role.Customer) : Post;
        var outcome = await desk.ActAsync(thread.Ticket, write, writer, TermsFor(arrived), stop);
        if (outcome.Refusal == Reopen.ClosedLongAgo)
            await LogAsync(db, arrived, stop, closed: outcome.Ticket);
        else
            Demand(outcome);
    }

    async Task LogAsync(Db db, Arrived arrived, CancellationToken stop, int? closed = null)
    {
        var row = arrived.Row;
        var fallback = await db.Worlds.Where(w => w.Id == row.World).Select(w => w.Language).SingleOrDefaultAsync(stop);
        var sender = arrived.Sender!;
        var language = Languages.Guess($"{arrived.Mail.Subject}\n{arrived.Mail.Text}", fallback);
        var world = await worlds.OfAsync(db, row.World, stop);
        var customer = await people.CustomerAsync(world, sender.Name, sender.Address, language, stop);
        var log = new Log(
            Wording.Title(arrived.Mail, customer.Language),
            Wording.Of(arrived, arrived.Mail.Text, customer.Language),
            customer.Id,
            Channel.Mail
        )
        {
            Html = SafeHtml.Clean(arrived.Mail.Html),
            MailId = row.Id,
            Attachments = Wording.Attachments(arrived),
            ReportedAt = row.ReceivedAt,
            IsSenderProven = Proof(arrived),
            // A list a school writes through, or the alarm of a machine: a person decides whether it matters.
            Tags = arrived.Mail.Kind is MailKind.Automatic ? [AutomaticTag] : [],
        };
        var me = Actor.Person(customer.Id, Role.Customer);
        var logged = Demand(await desk.LogAsync(row.World, log, me, TermsFor(arrived, isDone: closed is null), stop));
        if (closed is { } before)
            // The mail counts as handled only with its link; until then its key makes the ticket one.
            Demand(
                await desk.ActAsync(
                    logged.Ticket,
                    new LinkTo(before, LinkKind.Related),
                    Post,
                    new() { Also = (d, ticket, s) => MarkAsync(d, row, ticket, row.Error, s) },
                    stop
                )
            );
    }

    /// <summary>The terms every mail acts under: once, and with its files, its id and its mark in the same transaction.</summary>
    static Terms TermsFor(Arrived arrived, bool isDone = true) =>
        new()
        {
            Key = $"mail/{arrived.Row.ContentKey}",
            Also = async (db, ticket, stop) =>
            {
                foreach (var file in arrived.Row.Error is MailErrors.Cut ? [] : arrived.Mail.Attachments)
                    await Files.KeepAsync(db, file.Sha256, file.Content, stop);
                if (arrived.Mail.MessageId is { } id)
                    await db.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO threads (world, message_id, ticket) VALUES ({arrived.Row.World}, {id}, {ticket})
                        ON CONFLICT DO NOTHING
                        """,
                        stop
                    );
                if (isDone)
                    await MarkAsync(db, arrived.Row, ticket, arrived.Row.Error ?? arrived.Mail.Error, stop);
            },
        };

    // Somebody practises to log it.
    async Task WaitAsync(MailRow row, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await db
            .Mails.Where(m => m.Id == row.Id && m.State == MailState.Stored)
            .ExecuteUpdateAsync(m => m.SetProperty(r => r.State, MailState.Waiting), stop);
    }

    // What belongs to no ticket.
    async Task DoneAsync(MailRow row, CancellationToken stop, string? error = null)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await MarkAsync(db, row, null, error, stop);
    }

    static async Task MarkAsync(Db db, MailRow row, int? ticket, string? error, CancellationToken stop)
    {
        var state = error is MailErrors.Cut or MailErrors.NoSender or MailErrors.FromUs
            ? MailState.Quarantined
            : MailState.Handled;
        var marked = await db
            .Mails.Where(m => m.Id == row.Id && m.State == MailState.Stored)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(r => r.State, state)
                        .SetProperty(r => r.Ticket, ticket)
                        .SetProperty(r => r.Error, error),
                stop
            );
        if (marked == 0)
            throw new InvalidOperationException("Another node handled the mail in the same moment.");
    }

    static Outcome Demand(Outcome outcome) =>
        outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"The door refused a mail: {refusal.Code}.")
            : outcome;
}
