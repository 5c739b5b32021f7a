using System.Security.Cryptography;
using System.Text;
using Stepdesk.Core.Mail;
using Stepdesk.Engine.Mail.Reading;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// What makes two deliveries one mail: what its sender wrote. Servers on the way add lines of their own, and one that saw no
/// answer delivers again.
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
        var mail = Bytes.WithLineFeeds(raw).Span;
        var headers = MailHead.Headers(mail);
        var isNamed = MessageIds.First(headers["Message-ID"]) is not null || (isWhole && headers.Has("Date"));
        if (!isNamed || BodyOf(mail) is not { } body)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Written)
            // With its name and its end no value can be taken for a part of the next.
            hash.AppendData(
                Encoding.UTF8.GetBytes($"{name}:{string.Join('\t', headers.All(name).Select(value => value.Trim()))}\n")
            );
        if (isWhole)
            Add(hash, mail[body..]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // What servers do to the ends of lines and of mails is no difference (as in the relaxed form of DKIM).
    static void Add(IncrementalHash hash, ReadOnlySpan<byte> body)
    {
        var empty = 0;
        for (var at = 0; at < body.Length; )
        {
            var line = Bytes.Line(body, at, out at).TrimEnd(" \t"u8);
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
