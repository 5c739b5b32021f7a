using System.Collections.Concurrent;
using MimeKit;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>Keeps mail instead of sending it: the outside of a world that may write to nobody.</summary>
public sealed class Drawer : IMailOut
{
    const int Most = 1000;
    readonly ConcurrentQueue<MimeMessage> mails = new();

    /// <summary>The latest mails, oldest first, as their receiver would get them.</summary>
    public IReadOnlyCollection<MimeMessage> Mails => mails;

    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        // Like a server, it keeps the bytes: the message itself belongs to the sender, who disposes it.
        var wire = new MemoryStream();
        await mail.WriteToAsync(wire, stop);
        wire.Position = 0;
        mails.Enqueue(await MimeMessage.LoadAsync(wire, stop));
        while (mails.Count > Most)
            mails.TryDequeue(out _);
    }
}
