using Microsoft.EntityFrameworkCore;
using MimeKit;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// A mail that tells somebody of a promise. It says which ticket, which promise and when; the title, in the customer's
/// words, goes to who works at the desk only, and everything else the customer wrote to nobody.
/// </summary>
sealed record AlarmLetter(OutboxRow Owed, PersonRow To, int Number, string Title, ClockEvent Noticed, TimeZoneInfo Zone)
{
    public static async Task<AlarmLetter> LoadAsync(Db db, OutboxRow owed, CancellationToken stop)
    {
        var stream = Streams.Ticket(owed.Ticket);
        var noticed = await db
            .History.AsNoTracking()
            .SingleAsync(e => e.Stream == stream && e.Version == owed.Version, stop);
        var ticket = await db
            .Tickets.Where(t => t.Id == owed.Ticket)
            .Select(t => new { t.Number, t.Title })
            .SingleAsync(stop);
        var zone = await db.Worlds.Where(w => w.Id == owed.World).Select(w => w.Zone).SingleOrDefaultAsync(stop);
        return new(
            owed,
            await db.People.AsNoTracking().SingleAsync(p => p.Id == owed.Reader, stop),
            ticket.Number,
            ticket.Title,
            (ClockEvent)noticed.Read().What,
            zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone)
        );
    }

    public MimeMessage Compose(MailOptions options, Signer signer, DateTimeOffset now)
    {
        var (language, kind) = (To.Language, EventNames.NameOf(Noticed));
        var desk = Mail.Compose.OneLine(options.DisplayName);
        var mail = new MimeMessage
        {
            MessageId = signer.AlarmId(options.Address, Owed.Ticket, Owed.Version, To.Id),
            Date = now,
            Subject = Mail.Compose.OneLine(
                Text.Of(
                    $"mail-alarm-{kind}",
                    language,
                    ("number", Number),
                    ("clock", Text.Of("clock", Noticed.Clock, language))
                )
            ),
        };
        mail.From.Add(new MailboxAddress(desk, options.Address));
        mail.To.Add(new MailboxAddress(Mail.Compose.OneLine(To.Name), To.Email));
        mail.Headers.Add(MailHead.DeskHeader, signer.DeskMark);
        // So that no machine answers what no person wrote.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var parts = Parts(options, language, kind).Append(new($"{Text.Of("mail-regards", language)}\n{desk}")).ToList();
        mail.Body = new BodyBuilder
        {
            TextBody = MailParts.ToText(parts),
            HtmlBody = MailParts.ToHtml(parts, language),
        }.ToMessageBody();
        return mail;
    }

    IEnumerable<MailPart> Parts(MailOptions options, Language language, string kind)
    {
        yield return new(Text.Of("mail-greeting", language, ("name", Mail.Compose.OneLine(To.Name))));
        yield return new(Text.Of($"mail-alarm-text-{kind}", language, ("number", Number)));
        yield return new(
            Text.Of(
                "mail-alarm-facts",
                language,
                ("clock", Text.Of("clock", Noticed.Clock, language)),
                ("time", WrittenTime.Of(Noticed.DueAt, Zone, language))
            )
        );
        // The page is for who works here; a stakeholder from elsewhere could not open it.
        if (To.AsActor.IsStaff)
        {
            yield return new(Text.Of("mail-alarm-title", language, ("title", Title)));
            yield return new(
                Text.Of("mail-alarm-open", language),
                options.Link(FormattableString.Invariant($"/tickets/{Owed.Ticket}"))
            );
        }
        yield return new(Text.Of("mail-alarm-automatic", language));
    }
}
