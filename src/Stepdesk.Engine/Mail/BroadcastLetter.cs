using Microsoft.EntityFrameworkCore;
using MimeKit;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>A mail that tells one person of a known incident, in their language. Nobody else it goes to stands in it.</summary>
sealed record BroadcastLetter(Broadcast Broadcast, Edition Edition, PersonRow To, TimeZoneInfo Zone)
{
    /// <summary>
    /// Null where there is nothing to say any more: something newer was told since, or it is over and this person never
    /// heard of it, or nobody is there to hear it.
    /// </summary>
    public static async Task<BroadcastLetter?> LoadAsync(
        Db db,
        BroadcastShelf shelf,
        OutboxRow owed,
        int number,
        int reader,
        CancellationToken stop
    )
    {
        var broadcast = (await shelf.LatestAsync(db, owed.World, stop)).Find(number);
        if (broadcast?.Latest is not { } latest || latest.Version != owed.Version)
            return null;
        if (
            latest.Kind is EditionKind.Over
            && !await db.Outbox.AnyAsync(
                o =>
                    o.Ticket == OutboxRow.NoTicket
                    && o.Version < owed.Version
                    && o.Effect == owed.Effect
                    && o.DoneAt != null,
                stop
            )
        )
            return null;
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == reader && p.IsActive, stop);
        var zone = await db.Worlds.Where(w => w.Id == owed.World).Select(w => w.Zone).SingleOrDefaultAsync(stop);
        return person is null
            ? null
            : new(
                broadcast,
                latest,
                person,
                zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone)
            );
    }

    public MimeMessage Compose(MailOptions options, Signer signer, DateTimeOffset now)
    {
        var telling = Edition.In(To.Language);
        // In the language it is told in, where that is not the reader's: one mail speaks one language.
        var language = telling.Language;
        var desk = Mail.Compose.OneLine(options.DisplayName);
        var mail = new MimeMessage
        {
            MessageId = Id(options, signer, Edition.Version),
            Date = now,
            Subject = Mail.Compose.OneLine(
                Text.Of($"mail-broadcast-{Choice.Word(Edition.Kind)}", language, ("title", telling.Title))
            ),
        };
        mail.From.Add(new MailboxAddress(desk, options.Address));
        mail.To.Add(new MailboxAddress(Mail.Compose.OneLine(To.Name), To.Email));
        mail.Headers.Add(MailHead.DeskHeader, signer.DeskMark);
        // A person wrote it, and hundreds of absence notes are no answer to it.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        foreach (var before in Broadcast.Editions.Where(e => e.Version < Edition.Version && e.Readers.Contains(To.Id)))
            mail.References.Add(Id(options, signer, before.Version));
        var parts = Parts(options, telling, language)
            .Append(new($"{Text.Of("mail-regards", language)}\n{desk}"))
            .ToList();
        mail.Body = new BodyBuilder
        {
            TextBody = MailParts.ToText(parts),
            HtmlBody = MailParts.ToHtml(parts, language),
        }.ToMessageBody();
        return mail;
    }

    string Id(MailOptions options, Signer signer, int version) =>
        signer.BroadcastId(options.Address, Broadcast.Number, version, To.Id);

    IEnumerable<MailPart> Parts(MailOptions options, Telling telling, Language language)
    {
        yield return new(Text.Of("mail-greeting", language, ("name", Mail.Compose.OneLine(To.Name))));
        yield return new(Text.Of($"mail-broadcast-lead-{Choice.Word(Edition.Kind)}", language));
        yield return new(telling.Title) { IsHeading = true };
        if (telling.Affects.Length > 0)
            yield return new("") { Facts = [(Text.Of("broadcast-affects", language), telling.Affects)] };
        yield return new(telling.Text);
        if (Edition.NextUpdateAt is { } next)
            yield return new(Text.Of("mail-next-update", language, ("time", WrittenTime.Of(next, Zone, language))));
        if (Broadcast.IsPublic && Edition.Kind is not EditionKind.Over)
            yield return new(Text.Of("mail-broadcast-status", language), options.Link("/status"));
        yield return new(Text.Of("mail-broadcast-answer", language));
    }
}
