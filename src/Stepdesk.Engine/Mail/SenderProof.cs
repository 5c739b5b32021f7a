using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Stepdesk.Core.Mail;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Whether the address a mail gives as its sender's is proven, by the word of the server that received it (DMARC, in the
/// field of RFC 8601). Anybody can write such a field, so only the first of our own server that speaks of DMARC counts: what it
/// adds stands above what came with the mail. Servers whose filters write a field each have others above it.
/// </summary>
static class SenderProof
{
    static readonly IdnMapping Names = new();

    /// <summary>Null when nobody looked: the desk is not told what its server calls itself.</summary>
    public static bool? Of(MailHead head, MailAddress? sender, string? server)
    {
        if (server is null)
            return null;
        // With two authors it is not said which of them was looked at.
        if (sender is null || head.From is not [var from] || !IsAlone(from, sender))
            return false;
        return head
            .Results.Select(Read)
            .Where(said => Is(said?.AuthenticationServiceIdentifier, server))
            .Select(said => said!.Results.Where(r => Is(r.Method, "dmarc")).ToList())
            .FirstOrDefault(dmarc => dmarc.Count > 0, [])
            .Exists(r =>
                Is(r.Result, "pass")
                && r.Properties.Any(p =>
                    Is(p.PropertyType, "header")
                    && Is(p.Property, "from")
                    && Is(Ascii(p.Value), Ascii(DomainOf(sender.Address)))
                )
            );
    }

    static AuthenticationResults? Read(string field) =>
        AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(field), out var said) ? said : null;

    static bool IsAlone(string from, MailAddress sender) =>
        InternetAddressList.TryParse(from, out var authors)
        && authors.Mailboxes.ToList() is [var author]
        && Is(author.Address, sender.Address);

    static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    // Servers write the domain of one letter beyond ASCII as it is, or as the name it is found under.
    static string Ascii(string domain)
    {
        try
        {
            return Names.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    static bool Is(string? said, string meant) => meant.Equals(said, StringComparison.OrdinalIgnoreCase);
}
