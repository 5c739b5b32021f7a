using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Utils;
using Stepdesk.Core.Mail;
using Stepdesk.Engine.Mail.Reading;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// What makes two deliveries one mail: what its sender wrote. Servers on the way add lines of their own, and one that saw no
/// answer delivers again. What one makes of the other on the way, such as eight bits of seven, is no difference.
/// </summary>
static class MailIdentity
{
    // RFC 5322, 3.6: those a sender sets, and nobody on the way.
    static readonly string[] Written =
    [
        "Message-ID",
        "Date",
        "From",
        "Sender",
        "Reply-To",
        "To",
        "Cc",
        "In-Reply-To",
        "References",
        "Subject",
    ];

    /// <summary>
    /// SHA-256 in hex; null for a mail that has neither a Message-ID nor a date, or no end of its header: it is known by its
    /// bytes only.
    /// </summary>
    /// <param name="isWhole">Of one that was too large to be fetched whole the header has to do.</param>
    public static string? Of(byte[] raw, bool isWhole)
    {
        var mail = Bytes.WithLineFeeds(raw);
        var headers = MailHead.Headers(mail.Span);
        var isNamed = MessageIds.First(headers["Message-ID"]) is not null || (isWhole && headers.Has("Date"));
        if (!isNamed || BodyOf(mail.Span) is not { } body)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Written)
            // With its name and its end no value can be taken for a part of the next.
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    $"{name}:{string.Join('\t', headers.All(name).Select(value => Meant(name, value)))}\n"
                )
            );
        if (isWhole && Parsed(mail) is { } read)
            Add(hash, read);
        else if (isWhole)
            AddLines(hash, mail.Span[body..]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static readonly string[] Addresses = ["From", "Sender", "Reply-To", "To", "Cc"];

    // Letters beyond ASCII travel raw or in encoded words, and names with quotes or without, as the servers on the way like it.
    static string Meant(string name, string value) =>
        Addresses.Contains(name, StringComparer.Ordinal) && InternetAddressList.TryParse(value, out var people)
            ? string.Join(',', people.Mailboxes.Select(m => m.Address))
        : name is "Date" && DateUtils.TryParse(value, out var date) ? $"{date:O}"
        : Rfc2047.DecodeText(Encoding.UTF8.GetBytes(value)).Trim();

    // Null for what cannot be read to its end; its bytes have to do.
    static Part? Parsed(ReadOnlyMemory<byte> mail)
    {
        var budget = new Budget();
        try
        {
            var read = Part.Read(mail, budget);
            return budget.Error is null ? read : null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Storing a mail never fails for what is in it.
            return null;
        }
    }

    // What was said and sent, however it was made fit for the way: a server may write eight bits as seven.
    static void Add(IncrementalHash hash, Part part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{part.Type}\t{part.Name}\t{part.Parts.Count}\n"));
        if (part.Parts.Count > 0)
            foreach (var inner in part.Parts)
                Add(hash, inner);
        else if (part.IsText)
            AddLines(hash, TextOf(part));
        else
            // Hashed by itself, so that no file can be taken for the part after it.
            hash.AppendData(SHA256.HashData(part.Content()));
    }

    // In one character set, whatever it travelled in; of a very long text that would cost seconds.
    static byte[] TextOf(Part part) =>
        part.Content() is { Length: <= Budget.LongestText } content
            ? Encoding.UTF8.GetBytes(Charsets.Decode(content, part.Charset))
            : part.Content();

    // What servers do to the ends of lines and of mails is no difference (as in the relaxed form of DKIM).
    static void AddLines(IncrementalHash hash, ReadOnlySpan<byte> text)
    {
        var empty = 0;
        for (var at = 0; at < text.Length; )
        {
            var line = Bytes.Line(text, at, out at).TrimEnd(" \t\r"u8);
            if (line.IsEmpty)
            {
                empty++;
                continue;
            }
            for (; empty > 0; empty--)
                hash.AppendData("\n"u8);
            hash.AppendData(line);
            hash.AppendData("\n"u8);
        }
    }

    static int? BodyOf(ReadOnlySpan<byte> mail)
    {
        for (var at = 0; at < mail.Length; )
            if (Bytes.Line(mail, at, out at).IsEmpty)
                return at;
        return null;
    }
}
