using Microsoft.EntityFrameworkCore;
using MimeKit;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Practice;

/// <summary>A mail at the desk of a session that nobody has logged yet. At the live desk that happens by itself.</summary>
public sealed record Letter(long Id, string From, string Address, string Subject, string Text, DateTimeOffset At)
{
    const int Most = 50;

    /// <summary>All that wait, the first one first.</summary>
    public static async Task<IReadOnlyList<Letter>> WaitingAsync(Db db, int world, CancellationToken stop)
    {
        var rows = await Waiting(db, world).OrderBy(m => m.Id).Take(Most).ToListAsync(stop);
        return rows.ConvertAll(Read);
    }

    /// <summary>One of them; null when it is none.</summary>
    public static async Task<Letter?> FindAsync(Db db, int world, long id, CancellationToken stop) =>
        await Waiting(db, world).SingleOrDefaultAsync(m => m.Id == id, stop) is { } row ? Read(row) : null;

    static IQueryable<MailRow> Waiting(Db db, int world) =>
        db.Mails.AsNoTracking().Where(m => m.World == world && m.State == MailState.Waiting);

    static Letter Read(MailRow row)
    {
        using var raw = new MemoryStream(row.Raw);
        using var mail = MimeMessage.Load(raw);
        var from = mail.From.Mailboxes.First();
        return new(
            row.Id,
            string.IsNullOrWhiteSpace(from.Name) ? from.Address : from.Name,
            from.Address,
            mail.Subject ?? "",
            mail.TextBody ?? "",
            row.ReceivedAt
        );
    }
}
