using System.Collections.Concurrent;
using MimeKit;
using Stepdesk.Engine.Door;

namespace Stepdesk.Tests.Mail;

/// <summary>A way out that fails as it is told to. What it accepts went through its wire form, as with a real server.</summary>
sealed class UnreliableMail : IMailOut
{
    readonly ConcurrentQueue<MimeMessage> accepted = new();

    public IReadOnlyCollection<MimeMessage> Accepted => accepted;
    public Exception? Fails { get; set; }

    /// <summary>The server has the mail, and we never learn of it.</summary>
    public bool DiesAfterYes { get; set; }
    public bool IsSet { get; set; } = true;

    public Task<bool> IsSetAsync(CancellationToken stop) => Task.FromResult(IsSet);

    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        if (Fails is not null)
            throw Fails;
        using var wire = new MemoryStream();
        await mail.WriteToAsync(wire, stop);
        wire.Position = 0;
        accepted.Enqueue(await MimeMessage.LoadAsync(wire, stop));
        if (DiesAfterYes)
            throw new IOException("The connection was cut after DATA.");
    }
}
