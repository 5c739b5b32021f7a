using MimeKit;
using MimeKit.Utils;

namespace Stepdesk.Engine.Mail;

/// <summary>What a mail's header says about its way and its thread, beyond what reading the mail tells.</summary>
sealed record MailHead(
    string? MessageId,
    IReadOnlyList<string> References,
    IReadOnlyList<string> DeliveredTo,
    string? Desk
)
{
    /// <summary>In bytes. Nobody's header is longer for a good reason, and parsing time grows with it.</summary>
    public const int Longest = 64 * 1024;

    public const string DeskHeader = "X-Stepdesk-Desk";
    static readonly MailHead Unreadable = new(null, [], [], null);

    public static MailHead Read(byte[] raw)
    {
        try
        {
            using var beginning = new MemoryStream(raw, 0, Math.Min(raw.Length, Longest), writable: false);
            var headers = HeaderList.Load(beginning);
            return new(
                Ids(headers[HeaderId.MessageId]).FirstOrDefault(),
                [.. Ids(headers[HeaderId.References])],
                [.. headers.Where(h => IsDelivery(h.Field)).Select(h => h.Value.Trim().Trim('<', '>'))],
                headers[DeskHeader]?.Trim()
            );
        }
        catch (FormatException)
        {
            // A head that cannot be read names no thread; the mail itself is dealt with elsewhere.
            return Unreadable;
        }
    }

    static IEnumerable<string> Ids(string? header) => header is null ? [] : MimeUtils.EnumerateReferences(header);

    static bool IsDelivery(string field) =>
        field.Equals("Delivered-To", StringComparison.OrdinalIgnoreCase)
        || field.Equals("X-Original-To", StringComparison.OrdinalIgnoreCase)
        || field.Equals("Envelope-To", StringComparison.OrdinalIgnoreCase);
}
