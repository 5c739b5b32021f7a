using System.Collections.Concurrent;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Hands mails to an SMTP server over connections that stay open until it is disposed, one for each mail that is sent at the
/// same time. A certificate that does not hold is refused; there is no way around it.
/// </summary>
public sealed class SmtpMail(MailServer server) : IMailOut, IAsyncDisposable
{
    readonly ConcurrentBag<SmtpClient> open = [];

    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        if (await FreeAsync(stop) is { } used)
            try
            {
                await SendAsync(used, mail, stop);
                return;
            }
            catch (SmtpCommandException no) when (IsEnough(no))
            {
                // This mail was not taken, so a connection of its own cannot send it twice.
            }
        await SendAsync(await server.OpenAsync(new SmtpClient(), stop), mail, stop);
    }

    async Task SendAsync(SmtpClient client, MimeMessage mail, CancellationToken stop)
    {
        try
        {
            await client.SendAsync(mail, stop);
        }
        catch
        {
            client.Dispose();
            throw;
        }
        open.Add(client);
    }

    // Servers take only so many mails over one connection, and say so when the next one is begun.
    static bool IsEnough(SmtpCommandException no) =>
        no.StatusCode is SmtpStatusCode.ServiceNotAvailable
        || (no.ErrorCode is SmtpErrorCode.SenderNotAccepted && (int)no.StatusCode < 500);

    // Asked before, since what fails later may have been taken: a server ends a connection that was quiet.
    async Task<SmtpClient?> FreeAsync(CancellationToken stop)
    {
        while (open.TryTake(out var client))
            try
            {
                await client.NoOpAsync(stop);
                return client;
            }
            catch (Exception failure)
                when (failure is IOException or ProtocolException or CommandException or ServiceNotConnectedException)
            {
                client.Dispose();
            }
            catch
            {
                client.Dispose();
                throw;
            }
        return null;
    }

    /// <summary>What was sent is accepted: how the goodbye goes no longer matters, and MailKit keeps its failures to itself.</summary>
    public async ValueTask DisposeAsync()
    {
        while (open.TryTake(out var client))
            using (client)
                await client.DisconnectAsync(quit: true, CancellationToken.None);
    }
}
