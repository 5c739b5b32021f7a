using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>How the desk's mail is doing: what health tells and an administrator sees.</summary>
public sealed class MailStatus(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    MailOptions options,
    LiveMail way,
    FetchMail fetch,
    MailAside aside
)
{
    /// <summary>For how long a server may be away before people are told; restarts are shorter.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What a person should know of wherever they are.</summary>
    public async Task<MailConcerns> ConcernsAsync(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = worlds.Live;
        return new(
            await aside.CountAsync(stop),
            fetch.Trouble is { } trouble && trouble.Since <= world.Now - Patience ? trouble : null,
            await Owed(db, world.Id).CountAsync(o => o.Attempts >= Lag.Tries, stop)
        );
    }

    static IQueryable<OutboxRow> Mailed(Db db, int world) =>
        db.Outbox.Where(o => o.World == world && !o.Effect.StartsWith(OutboxRow.Chat));

    static IQueryable<OutboxRow> Owed(Db db, int world) =>
        Mailed(db, world).Where(o => o.DoneAt == null && o.FailedAt == null);

    public async Task<MailHealth> ReadAsync(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = worlds.Live.Id;
        var owed = Owed(db, world);
        var mails = db.Mails.Where(m => m.World == world);
        return new()
        {
            Out = await way.WayAsync(stop),
            IsFetching = options.Imap is not null,
            FetchedAt = fetch.FetchedAt,
            Mailbox = fetch.Trouble,
            Waiting = await owed.CountAsync(stop),
            LastError = await owed.OrderBy(o => o.Id).Select(o => o.Error).FirstOrDefaultAsync(stop),
            Failed = await Mailed(db, world).CountAsync(o => o.FailedAt != null, stop),
            Unhandled = await mails.CountAsync(m => m.State == MailState.Stored, stop),
            Quarantined = await mails.CountAsync(m => m.State == MailState.Quarantined, stop),
            WithoutTicket = await mails.CountAsync(m => m.State == MailState.Handled && m.Ticket == null, stop),
        };
    }
}

/// <summary>Mail in figures.</summary>
public sealed record MailHealth
{
    public required MailWay Out { get; init; }

    /// <summary>Whether a mailbox is set to fetch from.</summary>
    public required bool IsFetching { get; init; }

    /// <summary>When this node last emptied the mailbox.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>What keeps this node from it.</summary>
    public MailboxTrouble? Mailbox { get; init; }

    /// <summary>Mails that are to leave and have not.</summary>
    public required int Waiting { get; init; }

    /// <summary>Why the oldest of them has not.</summary>
    public string? LastError { get; init; }

    /// <summary>Mails that will not leave; their tickets say so.</summary>
    public required int Failed { get; init; }
    public required int Unhandled { get; init; }
    public required int Quarantined { get; init; }

    /// <summary>Mails of machines that belong to no ticket, our own come back among them.</summary>
    public required int WithoutTicket { get; init; }
}

/// <summary>What is wrong with mail and does not mend itself.</summary>
/// <param name="Aside">Mails in quarantine that no ticket shows.</param>
/// <param name="Mailbox">Why nothing comes in.</param>
/// <param name="Stuck">Mails that are to leave and were tried in vain for longer than servers are usually away.</param>
public sealed record MailConcerns(int Aside, MailboxTrouble? Mailbox, int Stuck);
