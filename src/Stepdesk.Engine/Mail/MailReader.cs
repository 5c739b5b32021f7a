using System.Text;
using MimeKit.Utils;
using Stepdesk.Core.Mail;
using Stepdesk.Engine.Mail.Reading;

namespace Stepdesk.Engine.Mail;

/// <summary>Reads the bytes of a mail. Whatever they are, it answers and never throws.</summary>
public static class MailReader
{
    public static ReadMail Read(ReadOnlyMemory<byte> raw)
    {
        try
        {
            return raw.IsEmpty ? new ReadMail { Error = "mail-empty" } : ReadWithin(new Budget(), raw);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A grammar met something nobody thought of. Somebody wrote to us: their words, raw, are still worth a ticket.
            return new ReadMail { Text = Raw(raw.Span), Error = "mail-unreadable" };
        }
    }

    static ReadMail ReadWithin(Budget budget, ReadOnlyMemory<byte> raw)
    {
        if (raw.Length > Budget.MostBytes)
            budget.Over("mail-too-large");
        var mail = Part.Read(Bytes.WithLineFeeds(raw[..Math.Min(raw.Length, Budget.MostBytes)]), budget);
        if (mail.Fields.IsEmpty)
            budget.Over("mail-no-header");
        var fields = mail.Fields;
        var body = Body.Read(mail, budget);
        var headers = fields.ToHeaders();
        var bounced = Bounced(mail, headers, body.Text);
        return new ReadMail
        {
            Subject = fields.Text("Subject") ?? "",
            From = Addresses.From(fields),
            To = Addresses.All(fields, "To", budget),
            Cc = Addresses.All(fields, "Cc", budget),
            ReplyTo = Addresses.First(fields, "Reply-To"),
            Answerable = [.. Addresses.All(fields, "From", budget), .. Addresses.All(fields, "Reply-To", budget)],
            Date = DateUtils.TryParse(fields.Text("Date") ?? "", out var date) ? date : null,
            MessageId = MessageIds.First(headers["Message-ID"]),
            InReplyTo = MessageIds.First(headers["In-Reply-To"]),
            // The newest are the ones that find a ticket.
            References = [.. headers.All("References").SelectMany(MessageIds.All).TakeLast(Budget.MostReferences)],
            Text = body.Text,
            Html = body.Html,
            Attachments = body.Files,
            Kind =
                bounced is not null ? MailKind.Bounce
                : Automatic.Is(headers) ? MailKind.Automatic
                : MailKind.Message,
            Bounced = bounced,
            Error = budget.Error,
        };
    }

    static Bounce? Bounced(Part mail, MailHeaders headers, string text)
    {
        var status = Within(mail, "message/delivery-status", "message/global-delivery-status");
        var original = Within(
            mail,
            "message/rfc822",
            "text/rfc822-headers",
            "message/global",
            "message/global-headers"
        );
        return Bounces.Read(
            headers,
            status is null ? null : Charsets.Decode(status.Content(), status.Charset),
            original is null ? null : Fields.Read(original.Content(), new Budget(), out _).ToHeaders(),
            text
        );
    }

    static Part? Within(Part part, params ReadOnlySpan<string> types)
    {
        if (types.Contains(part.Type))
            return part;
        foreach (var inner in part.Parts)
            if (Within(inner, types) is { } found)
                return found;
        return null;
    }

    static string Raw(ReadOnlySpan<byte> raw) =>
        Charsets.Decode(raw[..Math.Min(raw.Length, 64 * 1024)], Encoding.UTF8.WebName);
}
