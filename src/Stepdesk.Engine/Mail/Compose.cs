using System.Globalization;
using MimeKit;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Mail;

/// <summary>Makes the mail that carries a letter. The same letter always gets the same Message-ID.</summary>
static class Compose
{
    // Some servers refuse header lines of more than 998 characters.
    const int MostReferences = 8;

    public static MimeMessage Mail(Letter letter, MailOptions options, Signer signer, DateTimeOffset now)
    {
        var to = letter.To;
        var mail = new MimeMessage
        {
            MessageId = signer.MessageId(options.Address, letter.Ticket, letter.Version, letter.Reader),
            Date = now,
            Subject = OneLine(Subject(letter)),
        };
        mail.From.Add(new MailboxAddress(OneLine(options.DisplayName), options.Address));
        mail.To.Add(new MailboxAddress(OneLine(to.Name), to.Email));
        mail.ReplyTo.Add(
            new MailboxAddress(
                OneLine(options.DisplayName),
                signer.ReplyAddress(options.Address, letter.Ticket, letter.Reader)
            )
        );
        mail.Headers.Add(MailHead.DeskHeader, signer.DeskMark);
        if (letter.Message is Reminded or RequesterTold or ApproversReminded or ApproverRedirected)
            // So that no machine answers what no person wrote.
            mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        Thread(mail, letter, id => signer.MessageId(options.Address, letter.Ticket, id, letter.Reader));

        var parts = Parts(letter, options, signer);
        var body = new BodyBuilder
        {
            TextBody = MailParts.ToText(parts),
            HtmlBody = MailParts.ToHtml(parts, to.Language),
        };
        foreach (var file in letter.Files)
            body.Attachments.Add(Attached(file));
        mail.Body = body.ToMessageBody();
        return mail;
    }

    static string Subject(Letter letter) =>
        letter.Message switch
        {
            Escalated asked => PackageParts.Subject(letter, asked),
            EscalationWithdrawn => Text.Of(
                "mail-withdrawn-subject",
                letter.To.Language,
                ("number", letter.Number),
                ("summary", letter.Summary)
            ),
            ApprovalAsked or ApprovalWithdrawn or ApproversReminded or ApproverRedirected => ApprovalParts.Subject(
                letter
            ),
            _ => Text.Of("mail-subject", letter.To.Language, ("number", letter.Number), ("title", letter.Title)),
        };

    static void Thread(MimeMessage mail, Letter letter, Func<int, string> ours)
    {
        if (letter.Answers is { MessageId: { } theirs } head)
        {
            mail.InReplyTo = theirs;
            mail.References.AddRange(head.References.TakeLast(MostReferences));
            mail.References.Add(theirs);
        }
        else
            // They never wrote by mail: what holds the thread together is what we wrote.
            mail.References.AddRange(letter.Before.TakeLast(MostReferences).Select(ours));
    }

    static List<MailPart> Parts(Letter letter, MailOptions options, Signer signer)
    {
        var (to, language) = (letter.To, letter.To.Language);
        var parts = new List<MailPart>();
        // Who is greeted in the text is not greeted twice; what was said to another reporter greets them, and nobody here.
        if (
            letter.Message is not (Replied { From: null } or Resolved { From: null } or Briefed or RequesterTold)
            || !Greeting.IsIn(letter.Message.Text)
        )
            parts.Add(new(Text.Of("mail-greeting", language, ("name", OneLine(letter.To.Name)))));
        if (letter.Approval is { } approval)
        {
            parts.AddRange(
                ApprovalParts.Of(
                    letter,
                    approval,
                    OneLine(options.DisplayName),
                    options.Authenticator is not null,
                    () => options.Link(signer.ApprovalLink(letter.Ticket, letter.ApprovalVersion, to.Id))
                )
            );
            parts.Add(Regards());
            return parts;
        }
        if (letter.Message is EscalationWithdrawn)
            parts.Add(new(Text.Of("mail-withdrawn-lead", language)));
        if (letter.Message is Escalated asked)
            parts.AddRange(PackageParts.Of(letter, asked));
        else
            parts.Add(new(letter.Message.Text));
        // The page is for who works here; somebody from elsewhere could not open it.
        if (letter is { Message: Escalated, To.AsActor.IsStaff: true })
            parts.Add(
                new(
                    Text.Of("mail-open-ticket", language),
                    options.Link(
                        string.Create(CultureInfo.InvariantCulture, $"/tickets/{letter.Ticket}#e{letter.Version}")
                    )
                )
            );
        if (letter.Message is HandedOver handed)
            parts.Add(
                new("")
                {
                    Title = Text.Of("mail-handed", language),
                    Facts = [.. handed.Attachments.Select(f => (OneLine(f.Name), $"SHA-256 {f.Sha256}"))],
                }
            );
        if (Promised(letter.Message) is { } next)
            parts.Add(
                new(Text.Of("mail-next-update", language, ("time", WrittenTime.Of(next, letter.Zone, language))))
            );
        if (letter.Message is Reminded { ClosesAt: { } closes })
            parts.Add(new(Text.Of("mail-closes", language, ("time", WrittenTime.Of(closes, letter.Zone, language)))));
        parts.Add(
            letter.Reader is not null
                ? new(Text.Of("mail-answer", language))
                : new(
                    Text.Of(letter.Message is Resolved or Reminded ? "mail-confirm" : "mail-follow", language),
                    options.Link(signer.LinkFor(letter.Ticket, to.Id))
                )
        );
        parts.Add(Regards());
        return parts;

        MailPart Regards() => new($"{Text.Of("mail-regards", language)}\n{OneLine(options.DisplayName)}");
    }

    static DateTimeOffset? Promised(IMessage message) =>
        message switch
        {
            Replied replied => replied.NextUpdateAt,
            Briefed briefed => briefed.NextUpdateAt,
            RequesterTold told => told.NextUpdateAt,
            _ => null,
        };

    // Whatever is in it, it travels as bytes: as text its lines would end as lines of mails do, and its hash be another.
    static MimePart Attached(StoredFile file) =>
        new(TypeOf(file))
        {
            Content = new MimeContent(new MemoryStream(file.Content)),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = OneLine(file.Name) },
        };

    // Mails and parts of mails may not travel so, and are files here like any other.
    static ContentType TypeOf(StoredFile file) =>
        ContentType.TryParse(file.Type, out var type)
        && type.MediaType.ToLowerInvariant() is not ("message" or "multipart")
            ? type
            : new("application", "octet-stream");

    /// <summary>Without line breaks and other control characters, so that a name can never become a header.</summary>
    internal static string OneLine(string text) =>
        string.Join(
            ' ',
            new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
}
