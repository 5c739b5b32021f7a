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
    FetchMail fetch
)
{
    public async Task<MailHealth> ReadAsync(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = worlds.Live.Id;
        var mailed = db.Outbox.Where(o => o.World == world && !o.Effect.StartsWith(OutboxRow.Chat));
        var owed = mailed.Where(o => o.DoneAt == null && o.FailedAt == null);
        var mails = db.Mails.Where(m => m.World == world);
        return new()
        {
            Out = await way.WayAsync(stop),
            IsFetching = options.Imap is not null,
            FetchedAt = fetch.FetchedAt,
            Waiting = await owed.CountAsync(stop),
            LastError = await owed.OrderBy(o => o.Id).Select(o => o.Error).FirstOrDefaultAsync(stop),
            Failed = await mailed.CountAsync(o => o.FailedAt != null, stop),
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
