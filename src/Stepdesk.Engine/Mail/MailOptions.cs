using MailKit;
using MailKit.Security;
using MimeKit;

namespace Stepdesk.Engine.Mail;

/// <summary>The desk's mail: section <c>Mail</c> of the settings. Without servers nothing comes and nothing leaves.</summary>
public sealed class MailOptions
{
    // Serves a desk without mail, such as a demo; it can reach nobody.
    const string Nowhere = "support@desk.example";

    /// <summary>What customers write to; every answer of the desk comes from it.</summary>
    public string Address { get; init; } = Nowhere;
    public string DisplayName { get; init; } = "Support";

    /// <summary>How customers reach this desk in a browser. Links are made from it, never from what a request claims.</summary>
    public string PublicUrl { get; set; } = "";
    public ImapOptions? Imap { get; init; }

    /// <summary>
    /// What the server that receives the desk's mail calls itself in <c>Authentication-Results</c>; it must take out what came
    /// with a mail under this name. Null where it checks no senders.
    /// </summary>
    public string? Authenticator { get; init; }
    public MailServer? Smtp { get; init; }

    /// <summary>In bytes; of a larger mail only the beginning is kept.</summary>
    public int LargestMail { get; init; } = 25 * 1024 * 1024;

    /// <summary>How long sending one mail may take in all; three silences of its server are enough.</summary>
    internal TimeSpan LongestSending => 3 * (Smtp?.Patience ?? new MailServer().Patience);

    /// <summary>Whether an answer to this address would come back to the desk.</summary>
    public bool IsOurs(string address)
    {
        var (at, ours) = (address.LastIndexOf('@'), Address.LastIndexOf('@'));
        if (at < 0 || !address.AsSpan(at).Equals(Address.AsSpan(ours), StringComparison.OrdinalIgnoreCase))
            return false;
        var plus = address.AsSpan(0, at).IndexOf('+');
        return address
            .AsSpan(0, plus < 0 ? at : plus)
            .Equals(Address.AsSpan(0, ours), StringComparison.OrdinalIgnoreCase);
    }

    public string Link(string path) => PublicUrl.TrimEnd('/') + path;

    /// <summary>Stops the start with every mistake in the settings, named as they are written there.</summary>
    public MailOptions Checked() =>
        Mistakes().ToList() is { Count: > 0 } mistakes
            ? throw new InvalidOperationException($"The mail settings are wrong. {string.Join(" ", mistakes)}")
            : this;

    IEnumerable<string> Mistakes()
    {
        if (!MailboxAddress.TryParse(Address, out var address) || address.Address != Address)
            yield return "Mail:Address is not a mail address.";
        // A signed address adds up to 39 characters to the part before the @, and 64 are allowed.
        else if (address.LocalPart.Length > 25)
            yield return "Mail:Address may have at most 25 characters before the @.";
        if ((Smtp is not null || Imap is not null) && Address == Nowhere)
            yield return "Mail:Address is missing.";
        if (
            PublicUrl.Length > 0
            && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        )
            yield return "Mail:PublicUrl must begin with http:// or https://.";
        if (Smtp is not null && PublicUrl.Length == 0)
            yield return "Mail:PublicUrl is missing: mail to customers carries a link.";
        if (LargestMail < 64 * 1024)
            yield return "Mail:LargestMail must be at least 65536.";
        foreach (var mistake in (Smtp?.Mistakes("Mail:Smtp") ?? []).Concat(Imap?.Mistakes("Mail:Imap") ?? []))
            yield return mistake;
    }
}

/// <summary>A mail server and how to get in. Not a record: a record would print its password.</summary>
public class MailServer
{
    public string Host { get; init; } = "";
    public int Port { get; init; }
    public MailSecurity Security { get; init; } = MailSecurity.Tls;
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>How long the server may say nothing before the connection is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    internal SecureSocketOptions Socket =>
        Security switch
        {
            MailSecurity.None => SecureSocketOptions.None,
            MailSecurity.Starttls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.SslOnConnect,
        };

    /// <summary>Connects and signs in; what fails leaves no connection behind.</summary>
    internal async Task<T> OpenAsync<T>(T client, CancellationToken stop)
        where T : MailService
    {
        client.Timeout = (int)Patience.TotalMilliseconds;
        try
        {
            await client.ConnectAsync(Host, Port, Socket, stop);
            if (User is { } user && Password is { } password)
                await client.AuthenticateAsync(user, password, stop);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    internal IEnumerable<string> Mistakes(string section)
    {
        if (string.IsNullOrWhiteSpace(Host))
            yield return $"{section}:Host is missing.";
        if (Port is < 1 or > 65535)
            yield return $"{section}:Port must lie between 1 and 65535.";
        if (Security is MailSecurity.None && !IsHere)
            yield return $"{section}:Security may be none only for a server on this machine.";
        if (Patience < TimeSpan.FromMilliseconds(100) || Patience > TimeSpan.FromMinutes(10))
            yield return $"{section}:Patience must lie between 00:00:00.1 and 00:10:00.";
        if (User is null != Password is null)
            yield return $"{section}:User and {section}:Password belong together.";
    }

    bool IsHere =>
        Host is "localhost" || (System.Net.IPAddress.TryParse(Host, out var ip) && System.Net.IPAddress.IsLoopback(ip));
}

/// <summary>Where mail is fetched. What was stored is moved to <see cref="Processed"/>; the unread flag means nothing.</summary>
public sealed class ImapOptions : MailServer
{
    public string Folder { get; init; } = "INBOX";
    public string Processed { get; init; } = "Processed";
}

public enum MailSecurity
{
    Tls,
    Starttls,
    None,
}
