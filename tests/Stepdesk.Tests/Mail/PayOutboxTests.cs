using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

public sealed class PayOutboxTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly UnreliableMail server = new();
    DeskApp app = null!;
    Actor an = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IMailOut>(server)));
        an = (await app.PersonAsync(Role.Agent)).AsActor;
        ticket = await app.LoggedAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    PayOutbox Post => app.Services.GetRequiredService<PayOutbox>();

    [Fact]
    public async Task A_reply_leaves_in_the_customers_language_with_everything_needed_to_answer()
    {
        await app.Desk.ActAsync(ticket, new Reply("Em đang kiểm tra ạ."), an, stop: Stop);

        Assert.Equal(1, await Post.PayAsync(Stop));

        var mail = Assert.Single(server.Accepted);
        var signer = app.Services.GetRequiredService<Signer>();
        Assert.Equal("[#1] Cannot log in", mail.Subject);
        Assert.Equal("lan@customer.example", mail.To.Mailboxes.Single().Address);
        Assert.StartsWith(
            "Kính gửi Anh/Chị Lan,\n\nEm đang kiểm tra ạ.",
            mail.TextBody!.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains(signer.LinkFor(ticket, 2), mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(signer.LinkFor(ticket, 2), mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(ticket, signer.ReadReplyAddress(mail.ReplyTo.Mailboxes.Single().Address)?.Ticket);
        Assert.Equal(new(ticket, 2), signer.ReadMessageId(mail.MessageId!));
        Assert.False(mail.Headers.Contains(HeaderId.AutoSubmitted));
    }

    [Fact]
    public async Task The_acknowledgement_counts_from_the_moment_the_server_said_yes()
    {
        await app.Desk.ActAsync(ticket, new Reply("Looking into it."), an, stop: Stop);
        Assert.Null((await TicketAsync()).AcknowledgedAt);
        app.Clock.Advance(TimeSpan.FromMinutes(7));

        await Post.PayAsync(Stop);

        Assert.Equal(app.Clock.GetUtcNow(), (await TicketAsync()).AcknowledgedAt);
    }

    [Fact]
    public async Task A_mail_that_left_is_not_sent_again_because_it_could_not_be_written_down()
    {
        await app.Desk.ActAsync(ticket, new Reply("Looking into it."), an, stop: Stop);
        await using var db = app.Database();
        var (refuse, allow) = db.Database.IsNpgsql()
            ? (
                """
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no space left'; END $$;
                CREATE TRIGGER full_disk BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION full_disk();
                """,
                "DROP TRIGGER full_disk ON history"
            )
            : (
                "CREATE TRIGGER full_disk BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'no space left'); END",
                "DROP TRIGGER full_disk"
            );
        await db.Database.ExecuteSqlRawAsync(refuse, Stop);

        await Post.PayAsync(Stop);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Post.PayAsync(Stop);
        Assert.Null((await TicketAsync()).AcknowledgedAt);
        await db.Database.ExecuteSqlRawAsync(allow, Stop);
        await Post.PayAsync(Stop);

        Assert.Single(server.Accepted);
        Assert.NotNull((await TicketAsync()).AcknowledgedAt);
        Assert.NotNull((await db.Outbox.SingleAsync(Stop)).DoneAt);
    }

    [Fact]
    public async Task While_the_server_is_away_mail_waits_and_then_leaves_in_order()
    {
        foreach (var text in (string[])["one", "two", "three"])
            await app.Desk.ActAsync(ticket, new Reply(text), an, stop: Stop);
        server.Fails = new IOException("connection reset");
        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Equal(0, await Post.PayAsync(Stop));
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.Null((await TicketAsync()).AcknowledgedAt);

        server.Fails = null;
        Assert.Equal(3, await Post.PayAsync(Stop));

        Assert.Equal(
            ["one", "two", "three"],
            server.Accepted.Select(m => m.TextBody!.ReplaceLineEndings("\n").Split("\n\n")[1])
        );
    }

    [Fact]
    public async Task What_could_not_leave_for_three_days_is_given_up_and_the_owner_is_told()
    {
        await app.Desk.ActAsync(ticket, new Assign(null, an.PersonId), Actor.System("tests"), stop: Stop);
        await app.Desk.ActAsync(ticket, new Reply("Hello?"), an, stop: Stop);
        server.Fails = new IOException("connection reset");
        app.Clock.Advance(TimeSpan.FromDays(3));

        await Post.PayAsync(Stop);
        server.Fails = null;
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Post.PayAsync(Stop));

        await using var db = app.Database();
        Assert.NotNull((await db.Outbox.SingleAsync(Stop)).FailedAt);
        Assert.True(await db.Notices.AnyAsync(n => n.Person == an.PersonId && n.Kind == "bounced", Stop));
    }

    [Fact]
    public async Task A_mail_that_is_too_large_for_its_server_is_given_up_at_once_and_others_leave()
    {
        await app.Desk.ActAsync(ticket, new Assign(null, an.PersonId), Actor.System("tests"), stop: Stop);
        await app.Desk.ActAsync(ticket, new Reply("Six large files"), an, stop: Stop);
        server.Fails = new MailKit.Net.Smtp.SmtpCommandException(
            MailKit.Net.Smtp.SmtpErrorCode.SenderNotAccepted,
            MailKit.Net.Smtp.SmtpStatusCode.ExceededStorageAllocation,
            "552 5.3.4 Message size exceeds fixed limit"
        );
        await Post.PayAsync(Stop);

        await using var db = app.Database();
        var given = await db.Outbox.SingleAsync(Stop);
        Assert.NotNull(given.FailedAt);
        Assert.True(await db.Notices.AnyAsync(n => n.Person == an.PersonId && n.Kind == "bounced", Stop));
        server.Fails = null;
        await app.Desk.ActAsync(ticket, new Reply("A link to them"), an, stop: Stop);
        Assert.Equal(1, await Post.PayAsync(Stop));
    }

    [Fact]
    public async Task A_mail_without_a_way_out_waits_without_an_attempt()
    {
        server.IsSet = false;
        await app.Desk.ActAsync(ticket, new Reply("Hello"), an, stop: Stop);

        Assert.Equal(0, await Post.PayAsync(Stop));
        await using (var db = app.Database())
            Assert.Equal(0, (await db.Outbox.SingleAsync(Stop)).Attempts);
        server.IsSet = true;
        Assert.Equal(1, await Post.PayAsync(Stop));
    }

    [Fact]
    public async Task Three_nodes_paying_at_once_send_every_mail_once()
    {
        for (var i = 0; i < 20; i++)
            await app.Desk.ActAsync(
                i % 2 == 0 ? ticket : await app.LoggedAsync(),
                new Reply($"reply {i}"),
                an,
                stop: Stop
            );

        var paid = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Post.PayAsync(Stop), Stop)));
        await Post.PayAsync(Stop);

        Assert.Equal(20, server.Accepted.Count);
        Assert.Equal(20, server.Accepted.Select(m => m.MessageId).Distinct().Count());
        Assert.All(paid, p => Assert.InRange(p, 0, 20));
    }

    [Fact]
    public async Task A_node_that_dies_after_the_servers_yes_repeats_the_mail_under_the_same_id()
    {
        await app.Desk.ActAsync(ticket, new Reply("Hello"), an, stop: Stop);
        server.DiesAfterYes = true;
        await Post.PayAsync(Stop);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        server.DiesAfterYes = false;

        await Post.PayAsync(Stop);

        Assert.Equal(2, server.Accepted.Count);
        Assert.Single(server.Accepted.Select(m => m.MessageId).Distinct());
        await using var db = app.Database();
        Assert.Equal(1, await db.History.CountAsync(e => e.Kind == "delivered", Stop));
    }

    [Fact]
    public async Task The_resolution_asks_for_a_word_and_carries_its_files()
    {
        var bytes = "log"u8.ToArray();
        var file = new Attachment(
            "nhật ký.txt",
            "text/plain",
            3,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))
        );
        await using (var db = app.Database())
            await Files.KeepAsync(db, file.Sha256, bytes, Stop);
        await app.Desk.ActAsync(ticket, new Reply("Looking"), an, stop: Stop);
        await app.Desk.ActAsync(ticket, new Diagnose("Expired certificate"), an, stop: Stop);
        await app.Desk.ActAsync(
            ticket,
            new Resolve(ResolutionKind.Fix, "Renewed it") { Cause = "It had expired", Attachments = [file] },
            an,
            stop: Stop
        );

        await Post.PayAsync(Stop);

        var mail = server.Accepted.Last();
        Assert.Contains(Text.Of("mail-confirm", Language.Vi), mail.TextBody, StringComparison.Ordinal);
        var part = (MimePart)Assert.Single(mail.Attachments);
        Assert.Equal("nhật ký.txt", part.FileName);
        Assert.Equal((await app.Services.GetRequiredService<Files>().FindAsync(ticket, 4, 0, Stop))!.Content, bytes);
        Assert.NotNull((await TicketAsync()).ResolutionToldAt);
    }

    [Theory]
    [InlineData("Lan\r\nBcc: everyone@desk.example", "Help\r\nX-Evil: 1\r\n\r\nbody")]
    [InlineData("Lan, Mai <mai@customer.example>", "Help\nTo: mai@customer.example")]
    [InlineData("=?utf-8?q?Lan=0D=0ABcc:_x@y.example?=", "=?utf-8?q?Help=0D=0AX-Evil:_1?=")]
    [InlineData("<script>alert(1)</script>", "<b>Help</b>\a")]
    public async Task Nothing_a_person_wrote_becomes_a_header_a_recipient_or_markup(string name, string title)
    {
        var customer = await app.People.CustomerAsync(name, "odd@customer.example", Language.En, Stop);
        var outcome = await app.Desk.LogAsync(
            WorldRow.Live,
            new Log(title, "", customer.Id, Channel.Web),
            customer.AsActor,
            stop: Stop
        );
        await app.Desk.ActAsync(outcome.Ticket, new Reply("<img src=x onerror=alert(1)>"), an, stop: Stop);

        await Post.PayAsync(Stop);

        var mail = Assert.Single(server.Accepted);
        Assert.Equal(["odd@customer.example"], mail.To.Mailboxes.Select(m => m.Address));
        Assert.Empty(mail.Cc.Mailboxes.Concat(mail.Bcc.Mailboxes));
        Assert.False(mail.Headers.Contains("X-Evil"));
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.Ordinal);
    }

    async Task<Ticket> TicketAsync()
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }
}
