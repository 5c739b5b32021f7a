using System.Text;
using Stepdesk.Core.Mail;

namespace Stepdesk.Engine.Mail;

/// <summary>What a mail's header says about its way and its thread, beyond what reading the mail tells.</summary>
sealed record MailHead(
    string? MessageId,
    IReadOnlyList<string> References,
    IReadOnlyList<string> DeliveredTo,
    string? Desk,
    IReadOnlyList<string> From,
    IReadOnlyList<string> Results
)
{
    /// <summary>In bytes. Nobody's header is longer for a good reason, and reading time grows with it.</summary>
    public const int Longest = 64 * 1024;

    public const string DeskHeader = "X-Stepdesk-Desk";
    static readonly string[] Deliveries = ["Delivered-To", "X-Original-To", "Envelope-To"];

    /// <summary>The header lines of a mail, whatever may be wrong with the rest of it.</summary>
    public static MailHeaders Headers(ReadOnlySpan<byte> raw)
    {
        var beginning = Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, Longest)]).ReplaceLineEndings("\n");
        var end = beginning.IndexOf("\n\n", StringComparison.Ordinal);
        return MailHeaders.Parse(end < 0 ? beginning : beginning[..end]);
    }

    public static MailHead Read(ReadOnlySpan<byte> raw)
    {
        var headers = Headers(raw);
        return new(
            MessageIds.First(headers["Message-ID"]),
            [.. headers.All("References").SelectMany(MessageIds.All)],
            [.. Deliveries.SelectMany(headers.All).Select(address => address.Trim('<', '>'))],
            headers[DeskHeader],
            [.. headers.All("From")],
            [.. headers.All("Authentication-Results")]
        );
    }
}
