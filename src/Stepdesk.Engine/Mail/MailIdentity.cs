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
        "Content-Type",
    ];

    /// <summary>
    /// SHA-256 in hex; null for a mail without a Message-ID or without an end of its header, which is known by its bytes only.
    /// </summary>
    public static string? Of(byte[] raw)
    {
        var mail = Bytes.WithLineFeeds(raw).Span;
        var headers = MailHead.Headers(mail);
        if (MessageIds.First(headers["Message-ID"]) is null || BodyOf(mail) is not { } body)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Written)
            // With its name and its end no value can be taken for a part of the next.
            hash.AppendData(
                Encoding.UTF8.GetBytes($"{name}:{string.Join('\t', headers.All(name).Select(value => value.Trim()))}\n")
            );
        for (var at = body; at < mail.Length; )
        {
            // Lines may end in another way after another way.
            hash.AppendData(Bytes.Line(mail, at, out at));
            hash.AppendData("\n"u8);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static int? BodyOf(ReadOnlySpan<byte> mail)
    {
        for (var at = 0; at < mail.Length; )
            if (Bytes.Line(mail, at, out at).IsEmpty)
                return at;
        return null;
    }
}
