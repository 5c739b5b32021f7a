using Microsoft.EntityFrameworkCore;
using MimeKit;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>The live world's way out: the drawer for a demo desk, the SMTP server where one is set, else none yet.</summary>
public sealed class LiveMail(MailOptions options, Drawer drawer, IDbContextFactory<Db> databases) : IMailOut
{
    bool? isDemo;

    public async Task<MailWay> WayAsync(CancellationToken stop) =>
        await IsDemoAsync(stop) ? MailWay.Drawer
        : options.Smtp is null ? MailWay.Unset
        : MailWay.Smtp;

    public async Task<bool> IsSetAsync(CancellationToken stop) => await WayAsync(stop) is not MailWay.Unset;

    public async Task<IMailOut> OpenAsync(CancellationToken stop) =>
        await WayAsync(stop) switch
        {
            MailWay.Drawer => drawer,
            MailWay.Smtp => new SmtpMail(options.Smtp!),
            _ => throw new InvalidOperationException("No way out is set for mail; it should have waited."),
        };

    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        var way = await OpenAsync(stop);
        await using var _ = way as IAsyncDisposable;
        await way.SendAsync(mail, stop);
    }

    // Asked again until the world exists, since a desk is set up while it runs; then it never changes.
    async Task<bool> IsDemoAsync(CancellationToken stop)
    {
        if (isDemo is null)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            isDemo = await db
                .Worlds.Where(w => w.Id == WorldRow.Live)
                .Select(w => (bool?)w.IsDemo)
                .SingleOrDefaultAsync(stop);
        }
        return isDemo ?? false;
    }
}

/// <summary>How mail leaves.</summary>
public enum MailWay
{
    /// <summary>No server is set: what is owed waits.</summary>
    Unset,
    Drawer,
    Smtp,
}
