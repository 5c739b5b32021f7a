using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit.Utils;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Mails a person should look at: those in quarantine, and those that belong to no ticket, such as a bounce of something the
/// desk never sent or a mail of its own that came back.
/// </summary>
public sealed class MailAside(IDbContextFactory<Db> databases, Worlds worlds, Inbox inbox)
{
    /// <summary>How many are listed, the newest first.</summary>
    public const int Most = 50;
    const int LongestShown = 200;

    /// <summary>How many wait in quarantine without a ticket that shows them.</summary>
    public async Task<int> CountAsync(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Aside(db).CountAsync(m => m.State == MailState.Quarantined && m.Ticket == null, stop);
    }

    public async Task<IReadOnlyList<AsideMail>> ListAsync(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await Aside(db).AsNoTracking().OrderByDescending(m => m.Id).Take(Most).ToListAsync(stop);
        return rows.ConvertAll(Read);
    }

    /// <summary>The bytes as they came; null when there is no such mail here.</summary>
    public async Task<byte[]?> RawAsync(long id, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Aside(db).Where(m => m.Id == id).Select(m => m.Raw).SingleOrDefaultAsync(stop);
    }

    /// <summary>Handles a mail in quarantine once more, as if it had just come; null when none waits under this number.</summary>
    public async Task<Taken?> RetryAsync(long id, CancellationToken stop = default)
    {
        await using (var db = await databases.CreateDbContextAsync(stop))
            if (
                await Aside(db)
                    .Where(m => m.Id == id && m.State == MailState.Quarantined && m.Ticket == null)
                    .ExecuteUpdateAsync(
                        m =>
                            m.SetProperty(r => r.State, MailState.Stored)
                                .SetProperty(r => r.Attempts, 0)
                                .SetProperty(r => r.Error, (string?)null),
                        stop
                    )
                is 0
            )
                return null;
        return await inbox.HandleAsync(id, stop);
    }

    IQueryable<MailRow> Aside(Db db) =>
        db.Mails.Where(m =>
            m.World == worlds.Live.Id
            && (m.State == MailState.Quarantined || (m.State == MailState.Handled && m.Ticket == null))
        );

    // Only its header is read, and only as text: whatever is wrong with the mail may be wrong with reading it.
    static AsideMail Read(MailRow row)
    {
        var headers = MailHead.Headers(row.Raw);
        return new(row.Id, row.ReceivedAt, Said("From"), Said("Subject"), row.State, row.Error, row.Ticket);

        string Said(string name) =>
            Plain.Cut(Plain.Line(Rfc2047.DecodeText(Encoding.UTF8.GetBytes(headers[name] ?? ""))), LongestShown);
    }
}

/// <summary>A mail to be looked at, as its header describes it.</summary>
/// <param name="Error">Why it is in quarantine: the key of a sentence, or the kind of failure.</param>
/// <param name="Ticket">The ticket it is on all the same, such as that of a mail that was too large.</param>
public sealed record AsideMail(
    long Id,
    DateTimeOffset At,
    string From,
    string Subject,
    MailState State,
    string? Error,
    int? Ticket
);
