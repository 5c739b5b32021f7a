using MailKit.Net.Smtp;
using MimeKit;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Mail;

/// <summary>Hands mail to an SMTP server. A certificate that does not hold is refused; there is no way around it.</summary>
public sealed class SmtpMail(MailServer server) : IMailOut
{
    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        using var client = new SmtpClient { Timeout = (int)server.Patience.TotalMilliseconds };
        await client.ConnectAsync(server.Host, server.Port, server.Socket, stop);
        if (server is { User: { } user, Password: { } password })
            await client.AuthenticateAsync(user, password, stop);
        await client.SendAsync(mail, stop);
        // The mail is accepted: how the goodbye goes no longer matters, and MailKit keeps its failures to itself.
        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }
}
