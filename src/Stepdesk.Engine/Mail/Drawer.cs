using System.Collections.Concurrent;
using MimeKit;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>Keeps mail instead of sending it: the outside of a world that may write to nobody.</summary>
public sealed class Drawer : IMailOut
{
    const int Most = 1000;
    readonly ConcurrentQueue<MimeMessage> mails = new();

    /// <summary>The latest mails, oldest first.</summary>
    public IReadOnlyCollection<MimeMessage> Mails => mails;

    public Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        mails.Enqueue(mail);
        while (mails.Count > Most)
            mails.TryDequeue(out _);
        return Task.CompletedTask;
    }
}
