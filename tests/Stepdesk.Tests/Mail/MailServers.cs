using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>
/// Real mail servers of the tests' own: Dovecot and an SMTP front before it, as ordinary processes on free ports. Every
/// address has a mailbox there; its name is the part before the @, and its password is <c>secret</c>.
/// </summary>
public sealed partial class MailServers : IAsyncDisposable
{
    const string Password = "secret";
    const string Dovecot = "/usr/sbin/dovecot";
    readonly string folder = Path.Combine(Path.GetTempPath(), $"stepdesk-mail-{Guid.NewGuid():n}");
    readonly int imap = PostgresServer.FreePort();
    readonly int lmtp = PostgresServer.FreePort();
    readonly int smtp = PostgresServer.FreePort();
    Process? dovecot;
    Process? front;

    /// <summary>Starts them and waits until they listen.</summary>
    public async ValueTask InitializeAsync()
    {
        var boxes = Directory.CreateDirectory(Path.Combine(folder, "vmail")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "run"));
        using (var own = Process.Start("/bin/chown", [Owner, boxes]))
            await own.WaitForExitAsync();
        var servers = Path.Combine(AppContext.BaseDirectory, "Mail", "servers");
        var settings = (await File.ReadAllTextAsync(Path.Combine(servers, "dovecot.conf")))
            .Replace("{DIR}", folder, StringComparison.Ordinal)
            .Replace("{USER}", Owner, StringComparison.Ordinal)
            .Replace("{IMAP}", Invariant(imap), StringComparison.Ordinal)
            .Replace("{LMTP}", Invariant(lmtp), StringComparison.Ordinal);
        var file = Path.Combine(folder, "dovecot.conf");
        await File.WriteAllTextAsync(file, settings);
        dovecot = Start(Dovecot, "-c", file, "-F");
        await ListensAsync(imap);
        await ListensAsync(lmtp);

        // The system's Python: another one may lie on the path and lack the SMTP server.
        front = Start("/usr/bin/python3", Path.Combine(servers, "smtp_front.py"), Invariant(smtp), Invariant(lmtp));
        if (await front.StandardOutput.ReadLineAsync() is not "ready")
            throw new InvalidOperationException("The SMTP front did not start. Is python3-aiosmtpd installed?");
    }

    /// <summary>The settings of a desk whose mailbox is this address.</summary>
    public MailOptions Options(string address, int largestMail = 25 * 1024 * 1024, string? authenticator = null) =>
        new()
        {
            Address = address,
            Authenticator = authenticator,
            PublicUrl = "https://desk.test",
            LargestMail = largestMail,
            Imap = new()
            {
                Host = "127.0.0.1",
                Port = imap,
                Security = MailSecurity.None,
                User = address,
                Password = Password,
            },
            Smtp = new()
            {
                Host = "127.0.0.1",
                Port = smtp,
                Security = MailSecurity.None,
                User = address,
                Password = Password,
            },
        };

    /// <summary>The settings of such a desk as an installation writes them into its environment.</summary>
    public IReadOnlyDictionary<string, string> Settings(string address, Uri publicUrl) =>
        new Dictionary<string, string>
        {
            ["STEPDESK_Mail__Address"] = address,
            ["STEPDESK_Mail__PublicUrl"] = publicUrl.ToString(),
            ["STEPDESK_Mail__Imap__Host"] = "127.0.0.1",
            ["STEPDESK_Mail__Imap__Port"] = Invariant(imap),
            ["STEPDESK_Mail__Imap__Security"] = "none",
            ["STEPDESK_Mail__Imap__User"] = address,
            ["STEPDESK_Mail__Imap__Password"] = Password,
            ["STEPDESK_Mail__Smtp__Host"] = "127.0.0.1",
            ["STEPDESK_Mail__Smtp__Port"] = Invariant(smtp),
            ["STEPDESK_Mail__Smtp__Security"] = "none",
            ["STEPDESK_Mail__Smtp__User"] = address,
            ["STEPDESK_Mail__Smtp__Password"] = Password,
            // A killed desk's mail waits four times this long for the next one.
            ["STEPDESK_Mail__Smtp__Patience"] = "00:00:03",
        };

    /// <summary>Sends as a customer's mail program would.</summary>
    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", smtp, SecureSocketOptions.None, stop);
        await client.AuthenticateAsync(mail.From.Mailboxes.Single().Address, Password, stop);
        await client.SendAsync(mail, stop);
        await client.DisconnectAsync(quit: true, stop);
    }

    /// <summary>What lies in a folder of an address's mailbox.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MailsAsync(
        string address,
        CancellationToken stop,
        string name = "INBOX"
    )
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", imap, SecureSocketOptions.None, stop);
        await client.AuthenticateAsync(address, Password, stop);
        var box = await client.GetFolderAsync(name, stop);
        await box.OpenAsync(FolderAccess.ReadOnly, stop);
        var mails = new List<MimeMessage>();
        for (var i = 0; i < box.Count; i++)
            mails.Add(await box.GetMessageAsync(i, stop));
        await client.DisconnectAsync(quit: true, stop);
        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        if (front is not null)
        {
            front.StandardInput.Close();
            await EndAsync(front);
        }
        if (dovecot is not null)
        {
            // Its master ends its children when told politely, and only then.
            using var stop = Process.Start("/bin/kill", ["-TERM", Invariant(dovecot.Id)]);
            await stop.WaitForExitAsync();
            await EndAsync(dovecot);
        }
        Directory.Delete(folder, recursive: true);
    }

    // Dovecot keeps no mail of root's, so root's tests use the account Debian has for mail.
    static string Owner => Environment.UserName is "root" ? "mail" : Environment.UserName;

    static Process Start(string program, params string[] args) =>
        Process.Start(
            new ProcessStartInfo(program, args)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    static async Task EndAsync(Process process)
    {
        using (process)
            await process.WaitForExitAsync();
    }

    static async Task ListensAsync(int port)
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); ; )
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (DateTime.UtcNow < end)
            {
                // A server has no other way to tell that it listens.
                await Task.Delay(50);
            }
    }

    static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
