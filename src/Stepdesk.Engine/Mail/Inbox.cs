using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Every mail that comes in: stored first, bit for bit, and only then looked at. Storing and handling may each be
/// repeated, on any node, at any time; a mail is one row and becomes one thing.
/// </summary>
public sealed partial class Inbox(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    Reception reception,
    MailOptions options,
    ILogger<Inbox> log
)
{
    /// <summary>How often handling may fail before a mail is put aside.</summary>
    public const int MostFailures = 3;

    /// <summary>A report of an earlier time is refused.</summary>
    static readonly TimeSpan Oldest = TimeSpan.FromDays(3652);

    // A killed process is rarely the mail's fault, so more attempts that never ended are allowed than failures.
    const int MostAttempts = 10;

    /// <summary>Stores a mail and handles it; the same mail twice, by whatever way, is one ticket.</summary>
    public async Task<Taken> IntakeAsync(byte[] raw, string mailbox, CancellationToken stop = default) =>
        await HandleAsync(await StoreAsync(raw, mailbox, stop: stop), stop);

    /// <summary>The id of the stored mail. Once this returns, the mail is safe and may be removed where it came from.</summary>
    /// <param name="receivedAt">When the mail server got it, where that is known.</param>
    /// <param name="isCut">Whether these are only a mail's first bytes.</param>
    public async Task<long> StoreAsync(
        byte[] raw,
        string mailbox,
        DateTimeOffset? receivedAt = null,
        bool isCut = false,
        CancellationToken stop = default
    )
    {
        var world = worlds.Live;
        var key = Convert.ToHexStringLower(SHA256.HashData(raw));
        var isLarge = raw.Length > options.LargestMail;
        var row = new MailRow
        {
            World = world.Id,
            ContentKey = key,
            Identity = MailIdentity.Of(raw, isWhole: !isCut && !isLarge),
            Mailbox = mailbox,
            ReceivedAt = (IsPlausible(receivedAt, world.Now) ? receivedAt!.Value : world.Now).ToMicroseconds(),
            Raw = isLarge ? raw[..Math.Min(raw.Length, MailRow.KeptOfLarge)] : raw,
            Error = isCut || isLarge ? MailErrors.Cut : null,
        };
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await IdAsync(db, row, stop) is { } before)
            return before;
        try
        {
            await using var work = await db.BeginAsync(stop);
            db.Mails.Add(row);
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
            return row.Id;
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Another poller stored it in the same moment.
            db.ChangeTracker.Clear();
            return await IdAsync(db, row, stop)
                ?? throw new InvalidOperationException("The mail met a duplicate that is not there.", failure);
        }
    }

    /// <summary>Handles what is stored and waits, oldest first. How many mails were looked at.</summary>
    public async Task<int> HandleStoredAsync(CancellationToken stop)
    {
        var world = worlds.Live.Id;
        await using var db = await databases.CreateDbContextAsync(stop);
        var stored = await db
            .Mails.Where(m => m.World == world && m.State == MailState.Stored)
            .OrderBy(m => m.Id)
            .Select(m => m.Id)
            .Take(200)
            .ToListAsync(stop);
        foreach (var mail in stored)
            await HandleAsync(mail, stop);
        return stored.Count;
    }

    /// <summary>Does with a stored mail what it asks for. A failure is counted, and the third puts the mail aside.</summary>
    public async Task<Taken> HandleAsync(long id, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var row = await db.Mails.AsNoTracking().SingleAsync(m => m.Id == id, stop);
        if (row.State is not MailState.Stored)
            return Taken.From(row);
        if (row.Attempts >= MostAttempts)
            return await PutAsideAsync(db, row, MailErrors.Unfinished, stop);
        // Counted before, so that a mail that kills its process is counted too.
        await Waiting(db, row).ExecuteUpdateAsync(m => m.SetProperty(r => r.Attempts, r => r.Attempts + 1), stop);
        try
        {
            await reception.TakeAsync(row, stop);
        }
#pragma warning disable CA1031 // Whatever is wrong with one mail, the next must be handled; it is logged and kept.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var after = Taken.From(await db.Mails.AsNoTracking().SingleAsync(m => m.Id == id, stop));
            if (after.State is not MailState.Stored)
                // Another node was faster, and our attempt was undone.
                return after;
            LogFailed(log, failure, id, row.Attempts + 1);
            return row.Attempts + 1 >= MostFailures
                ? await PutAsideAsync(db, row, failure.GetType().Name, stop)
                : after;
        }
        Measures.MailHandled("handled");
        return Taken.From(await db.Mails.AsNoTracking().SingleAsync(m => m.Id == id, stop));
    }

    async Task<Taken> PutAsideAsync(Db db, MailRow row, string error, CancellationToken stop)
    {
        await Waiting(db, row)
            .ExecuteUpdateAsync(
                m => m.SetProperty(r => r.State, MailState.Quarantined).SetProperty(r => r.Error, error),
                stop
            );
        LogPutAside(log, row.Id, error);
        Measures.MailHandled("quarantined");
        return Taken.From(await db.Mails.AsNoTracking().SingleAsync(m => m.Id == row.Id, stop));
    }

    static IQueryable<MailRow> Waiting(Db db, MailRow row) =>
        db.Mails.Where(m => m.Id == row.Id && m.State == MailState.Stored);

    // Servers' clocks may be ahead of ours, and mailboxes that were moved tell of 1970.
    static bool IsPlausible(DateTimeOffset? receivedAt, DateTimeOffset now) =>
        receivedAt < now && now - receivedAt < Oldest;

    // Two rows are possible for one that was stored before mails had an identity; the first is the mail then.
    static Task<long?> IdAsync(Db db, MailRow row, CancellationToken stop) =>
        db
            .Mails.Where(m =>
                m.World == row.World
                && (m.ContentKey == row.ContentKey || (row.Identity != null && m.Identity == row.Identity))
            )
            .OrderBy(m => m.Id)
            .Select(m => (long?)m.Id)
            .FirstOrDefaultAsync(stop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} could not be handled at attempt {Attempt}")]
    static partial void LogFailed(ILogger log, Exception failure, long mail, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} was put into quarantine: {Error}")]
    static partial void LogPutAside(ILogger log, long mail, string error);
}

/// <summary>What became of a mail. Handled without a ticket: it came from a machine and belongs to none.</summary>
public sealed record Taken(long Mail, MailState State, int? Ticket, string? Error)
{
    internal static Taken From(MailRow row) => new(row.Id, row.State, row.Ticket, row.Error);
}

/// <summary>Why a mail is in quarantine, beside the failures that have no name; keys of sentences.</summary>
static class MailErrors
{
    public const string Cut = "mail-cut";
    public const string NoSender = "mail-no-sender";
    public const string FromUs = "mail-from-us";
    public const string Unfinished = "mail-unfinished";
}
