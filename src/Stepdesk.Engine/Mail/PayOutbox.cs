using System.Collections.Concurrent;
using System.Globalization;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Sends what is owed and tells the door what came of it, unless it is no message of a ticket, as alarms and broadcasts are. A
/// mail leaves twice only when its node dies between the server's yes and our writing it down; it then carries the same
/// Message-ID.
/// </summary>
public sealed partial class PayOutbox(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    Desk desk,
    BroadcastShelf broadcasts,
    MailOptions options,
    Signer signer,
    ILogger<PayOutbox> log
)
{
    const int AtOnce = 4;

    /// <summary>After this long a letter that could not leave is given up, and its ticket says so.</summary>
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(3);

    // What an approval on the duplicate itself holds back.
    static readonly TimeSpan LooksAgainAfter = TimeSpan.FromMinutes(1);
    static readonly Actor Post = Actor.System("mail");
    static readonly Actor Duplicates = Actor.System("duplicates");

    // What a server took and could not be written down yet. Its lease is kept, so that no other node sends it meanwhile.
    readonly ConcurrentDictionary<long, (OutboxRow Owed, string MessageId)> unrecorded = new();

    /// <summary>Pays what the live desk owes until nothing is due or the server is away. How many mails left.</summary>
    public Task<int> PayAsync(CancellationToken stop) => PayAsync(worlds.Live, stop);

    /// <summary>Pays what a world owes, its own way and by its own clock.</summary>
    public async Task<int> PayAsync(World world, CancellationToken stop)
    {
        foreach (var (owed, messageId) in unrecorded.Values.Where(u => u.Owed.World == world.Id))
            await RecordAsync(owed, messageId, world);
        if (!await world.Mail.IsSetAsync(stop))
            return 0;
        var way = await world.Mail.OpenAsync(stop);
        await using var _ = way as IAsyncDisposable;
        for (var paid = 0; ; )
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var taken = await Claims.TakeAsync(db, world.Id, world.Now, Claims.For(options), AtOnce, stop);
            var results = await Task.WhenAll(taken.Select(owed => PayAsync(owed, world, way, stop)));
            paid += results.Count(r => r is null);
            if (taken.Count == 0 || results.Any(r => r is { IsServerAway: true }))
                return paid;
        }
    }

    // Null when the mail left.
    async Task<Undelivered?> PayAsync(OutboxRow owed, World world, IMailOut way, CancellationToken stop)
    {
        var writtenAt = owed.DueAt;
        if (unrecorded.TryGetValue(owed.Id, out var sent))
        {
            await RecordAsync(owed, sent.MessageId, world);
            return null;
        }
        try
        {
            if (owed.Duplicate is { } duplicate)
            {
                await CarryAsync(owed, duplicate, world);
                return null;
            }
            using var mail = await WriteAsync();
            if (mail is null)
            {
                await Settling.FailedAsync(databases, owed, Deliveries.LeftOut, world.Now);
                return null;
            }
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(options.LongestSending);
            await way.SendAsync(mail, patience.Token);
            await RecordAsync(owed, mail.MessageId!, world);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Settling.GiveBackAsync(databases, owed, owed.DueAt, "stopped");
            throw;
        }
#pragma warning disable CA1031 // Whatever went wrong with one mail, the others must go on; it is logged and tried again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var why = Undelivered.Of(failure);
            // What a server says may quote an address, so only a failure of our own is logged in full.
            LogNotSent(
                log,
                failure is SmtpCommandException ? null : failure,
                owed.Ticket,
                owed.Version,
                owed.Attempts,
                why.Status
            );
            if (why.ForGood || world.Now - writtenAt >= GivesUpAfter)
                await FailedAsync(owed, why.Status, world);
            else
                await Settling.GiveBackAsync(
                    databases,
                    owed,
                    world.Now + BackOff.After(owed.Attempts, why.IsServerAway),
                    why.Status
                );
            return why;
        }

        // Null where there is nothing to say any more.
        async Task<MimeMessage?> WriteAsync()
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            if (owed.Broadcast is var (number, reader))
                return (await BroadcastLetter.LoadAsync(db, broadcasts, owed, number, reader, stop))?.Compose(
                    options,
                    signer,
                    world.Now
                );
            if (owed.IsAlarm)
                return (await AlarmLetter.LoadAsync(db, owed, stop)).Compose(options, signer, world.Now);
            var letter = await Letter.LoadAsync(db, owed, stop);
            writtenAt = letter.WrittenAt;
            if (letter.IsOver)
                return null;
            return Compose.Mail(letter, options, signer, world.Now);
        }
    }

    // Done once: the key is answered from memory should two nodes meet here.
    async Task CarryAsync(OutboxRow owed, int duplicate, World world)
    {
        TicketAction action;
        await using (var db = await databases.CreateDbContextAsync())
        {
            var stream = Streams.Ticket(owed.Ticket);
            var written = await db
                .History.AsNoTracking()
                .SingleAsync(e => e.Stream == stream && e.Version == owed.Version);
            var what = written.Read().What;
            var wanted = what is IMessage said
                ? new Carry(owed.Ticket, said)
                : await LeaveAsync(db, owed.Ticket, duplicate, what is Cancelled);
            if (wanted is null)
            {
                await Settling.DoneAsync(db, owed, world.Now, CancellationToken.None);
                return;
            }
            action = wanted;
        }
        var outcome = await desk.ActAsync(
            duplicate,
            action,
            Duplicates,
            new()
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{OutboxRow.Carry}/{owed.Id}"),
                Also = (db, _, stop) => Settling.DoneAsync(db, owed, world.Now, stop),
            },
            CancellationToken.None
        );
        // Said as soon as its own approvers agree, or somebody sets it aside.
        if (outcome.Refusal?.Code == Holding.NotGiven.Code)
            // Somebody has to look: nothing will happen by itself any more.
            await desk.ActAsync(duplicate, new NoteHeldBack(owed.Ticket, owed.Version), Duplicates);
        if (Holding.Is(outcome.Refusal))
            await Settling.GiveBackAsync(databases, owed, world.Now + LooksAgainAfter, outcome.Refusal!.Code);
        else if (outcome.Refusal is { } refusal)
            await Settling.FailedAsync(databases, owed, refusal.Code, world.Now);
    }

    // A duplicate that was told a solution waits for its reporter only; else, the main ticket over, it is worked on by itself,
    // and so is a report that was merged into a ticket that was none. Null where nothing is to be done.
    static async Task<TicketAction?> LeaveAsync(Db db, int main, int duplicate, bool isCancelled)
    {
        var history = await db.StreamAsync(Streams.Ticket(duplicate), CancellationToken.None);
        return Ticket.From(history.Select(e => e.Read())) switch
        {
            { MergedInto: { } into } when into == main && isCancelled => new Unmerge(main),
            { IsOpen: true, Resolution: null } => new Unlink(main),
            _ => null,
        };
    }

    // Tried again at every beat until it is written.
    async Task RecordAsync(OutboxRow owed, string messageId, World world)
    {
        unrecorded[owed.Id] = (owed, messageId);
        try
        {
            await DeliveredAsync(owed, messageId, world);
            unrecorded.TryRemove(owed.Id, out _);
        }
#pragma warning disable CA1031 // The mail has left whatever happens here: to fail now would send it again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotRecorded(log, failure, owed.Ticket, owed.Version);
        }
    }

    // What the server accepted is written down even while the host is stopping: else it would be sent again.
    async Task DeliveredAsync(OutboxRow owed, string messageId, World world)
    {
        if (owed.StandsAlone)
        {
            await using var db = await databases.CreateDbContextAsync();
            await Settling.DoneAsync(db, owed, world.Now, CancellationToken.None);
            return;
        }
        var outcome = await desk.ActAsync(
            owed.Ticket,
            new RecordDelivery(owed.Version, messageId) { Reader = owed.Reader },
            Post,
            new() { Also = (db, _, stop) => Settling.DoneAsync(db, owed, world.Now, stop) },
            CancellationToken.None
        );
        if (outcome.Refusal is { } refusal)
            await Settling.FailedAsync(databases, owed, refusal.Code, world.Now);
    }

    async Task FailedAsync(OutboxRow owed, string status, World world)
    {
        if (owed.StandsAlone)
        {
            await Settling.FailedAsync(databases, owed, status, world.Now);
            return;
        }
        var outcome = await desk.ActAsync(
            owed.Ticket,
            new RecordBounce(owed.Version, status) { Reader = owed.Reader },
            Post,
            new() { Also = (db, _, stop) => Settling.FailedAsync(db, owed, status, world.Now, stop) },
            CancellationToken.None
        );
        if (outcome.Refusal is { } refusal)
            await Settling.FailedAsync(databases, owed, refusal.Code, world.Now);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Message {Version} of ticket {Ticket} left, but could not be written down yet"
    )]
    static partial void LogNotRecorded(ILogger log, Exception failure, int ticket, int version);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Message {Version} of ticket {Ticket} did not leave at attempt {Attempt}: {Status}"
    )]
    static partial void LogNotSent(
        ILogger log,
        Exception? failure,
        int ticket,
        int version,
        int attempt,
        string status
    );
}
