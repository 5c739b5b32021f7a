using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>Mail through real servers, there and back.</summary>
public sealed class MailJourneyTests(MailServers servers) : IClassFixture<MailServers>, IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // Each test has mailboxes of its own on the shared servers.
    readonly string id = Guid.NewGuid().ToString("n")[..8];
    DeskApp app = null!;
    Actor an = null!;

    string Support => $"support-{id}@desk.test";
    string Lan => $"lan-{id}@customer.test";
    FetchMail Fetch => app.Services.GetRequiredService<FetchMail>();
    Inbox Inbox => app.Services.GetRequiredService<Inbox>();
    PayOutbox Post => app.Services.GetRequiredService<PayOutbox>();
    MailStatus Status => app.Services.GetRequiredService<MailStatus>();

    public async ValueTask InitializeAsync() => await StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task StartAsync(bool jobs = false, int largestMail = 25 * 1024 * 1024)
    {
        app = await DeskApp.StartAsync(
            services =>
                services
                    .Replace(ServiceDescriptor.Singleton(servers.Options(Support, largestMail)))
                    .Replace(ServiceDescriptor.Singleton<IMailOut>(p => p.GetRequiredService<LiveMail>())),
            jobs
        );
        an = (await app.PersonAsync(Role.Agent)).AsActor;
    }

    [Fact]
    public async Task A_report_is_answered_and_the_answer_answered_in_one_ticket()
    {
        await servers.SendAsync(Mail(Lan, "Máy in hỏng", "Máy in bốc khói ạ.", ("ảnh.png", [1, 2, 3])), Stop);
        Assert.Equal(1, await FetchAndHandleAsync());
        var logged = (Logged)(await EventsAsync(1))[0];
        Assert.Equal(("Máy in hỏng", "ảnh.png"), (logged.Title, Assert.Single(logged.Attachments).Name));
        var file = await app.Services.GetRequiredService<Files>().FindAsync(1, 1, 0, Stop);
        Assert.Equal([1, 2, 3], file!.Content);

        await app.Desk.ActAsync(1, new Reply("Em sẽ kiểm tra ngay ạ."), an, stop: Stop);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await Post.PayAsync(Stop));
        Assert.Equal(app.Clock.GetUtcNow(), (await TicketAsync(1)).AcknowledgedAt);

        var answer = Assert.Single(await servers.MailsAsync(Lan, Stop));
        var signer = app.Services.GetRequiredService<Signer>();
        Assert.Equal(new(1, 2), signer.ReadMessageId(answer.MessageId!));
        Assert.Equal((await servers.MailsAsync(Support, Stop, "Processed"))[0].MessageId, answer.InReplyTo);

        var reply = Mail(Lan, $"Re: {answer.Subject}", "Cảm ơn anh!");
        reply.To.Clear();
        reply.To.AddRange(answer.ReplyTo);
        await servers.SendAsync(reply, Stop);
        Assert.Equal(1, await FetchAndHandleAsync());
        var wrote = Assert.IsType<CustomerWrote>((await EventsAsync(1))[^1]);
        Assert.Equal(("Cảm ơn anh!", null), (wrote.Text, wrote.From));
        Assert.Empty(await servers.MailsAsync(Support, Stop));
    }

    [Fact]
    public async Task What_was_put_off_is_tried_again_and_what_was_refused_shows_on_its_ticket()
    {
        var patient = await LogAsync($"tempfail-{id}@customer.test");
        var unknown = await LogAsync($"nouser-{id}@customer.test");
        foreach (var ticket in (int[])[patient, unknown])
            await app.Desk.ActAsync(ticket, new Reply("Hello"), an, stop: Stop);

        Assert.Equal(0, await Post.PayAsync(Stop));
        Assert.Equal("5.1.1", ((Bounced)(await EventsAsync(unknown))[^1]).Status);
        Assert.Null((await TicketAsync(patient)).AcknowledgedAt);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Post.PayAsync(Stop));
        Assert.Single(await servers.MailsAsync($"tempfail-{id}@customer.test", Stop));
        Assert.NotNull((await TicketAsync(patient)).AcknowledgedAt);
        var health = await Status.ReadAsync(Stop);
        Assert.Equal((0, 1), (health.Waiting, health.Failed));
    }

    [Fact]
    public async Task Three_nodes_emptying_one_mailbox_lose_and_double_nothing()
    {
        for (var i = 0; i < 12; i++)
            await servers.SendAsync(Mail(Lan, $"Matter {i}", "Please look"), Stop);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Fetch.FetchAsync(Stop), Stop)));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Inbox.HandleStoredAsync(Stop), Stop)));

        await using var db = app.Database();
        Assert.Equal(
            Enumerable.Range(0, 12).Select(i => $"Matter {i}").Order(StringComparer.Ordinal),
            (await db.Tickets.Select(t => t.Title).ToListAsync(Stop)).Order(StringComparer.Ordinal)
        );
        Assert.Empty(await servers.MailsAsync(Support, Stop));
    }

    [Fact]
    public async Task A_mail_over_the_limit_is_not_downloaded_and_still_a_ticket()
    {
        await app.DisposeAsync();
        await StartAsync(largestMail: 1024 * 1024);
        await servers.SendAsync(Mail(Lan, "Photos", "Here they are", ("big.bin", new byte[2 * 1024 * 1024])), Stop);

        await FetchAndHandleAsync();

        Assert.Equal("Photos", ((Logged)(await EventsAsync(1))[0]).Title);
        Assert.Equal(1, (await Status.ReadAsync(Stop)).Quarantined);
        Assert.Single(await servers.MailsAsync(Support, Stop, "Processed"));
    }

    [Fact]
    public async Task A_desk_that_runs_by_itself_hears_of_a_mail_and_its_answer_leaves_while_its_clock_stands()
    {
        await app.DisposeAsync();
        await StartAsync(jobs: true);

        await servers.SendAsync(Mail(Lan, "First", "Before it listens"), Stop);
        await UntilAsync(async db => await db.Tickets.AnyAsync(t => t.Title == "First", Stop));
        await servers.SendAsync(Mail(Lan, "Second", "While it listens"), Stop);
        await UntilAsync(async db => await db.Tickets.AnyAsync(t => t.Title == "Second", Stop));
        await app.Desk.ActAsync(1, new Reply("Hello"), an, stop: Stop);
        await UntilAsync(async db => await db.History.AnyAsync(e => e.Kind == "delivered", Stop));

        Assert.Single(await servers.MailsAsync(Lan, Stop));
    }

    [Fact]
    public async Task A_server_that_says_nothing_cannot_hold_the_desk()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = new MailOptions
        {
            Imap = new()
            {
                Host = "127.0.0.1",
                Port = ((IPEndPoint)silent.LocalEndpoint).Port,
                Security = MailSecurity.None,
                Patience = TimeSpan.FromMilliseconds(200),
            },
        };

        await Assert.ThrowsAsync<TimeoutException>(() =>
            new FetchMail(options, Inbox, app.Clock).FetchAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop)
        );
    }

    async Task<int> FetchAndHandleAsync()
    {
        await Fetch.FetchAsync(Stop);
        return await Inbox.HandleStoredAsync(Stop);
    }

    async Task<int> LogAsync(string email)
    {
        var customer = await app.People.CustomerAsync("Lan", email, Core.Words.Language.En, Stop);
        var log = new Log("Cannot log in", "", customer.Id, Channel.Web);
        return (await app.Desk.LogAsync(WorldRow.Live, log, customer.AsActor, stop: Stop)).Ticket;
    }

    MimeMessage Mail(string from, string subject, string text, params (string Name, byte[] Content)[] files)
    {
        var body = new BodyBuilder { TextBody = text };
        foreach (var (name, content) in files)
            body.Attachments.Add(name, content);
        var mail = new MimeMessage { Subject = subject, Body = body.ToMessageBody() };
        mail.From.Add(new MailboxAddress("Lan", from));
        mail.To.Add(new MailboxAddress("", Support));
        return mail;
    }

    // A real server works in its own time, so its effect is looked for until it shows.
    async Task UntilAsync(Func<Db, Task<bool>> holds)
    {
        for (var waited = Stopwatch.StartNew(); ; )
        {
            await using (var db = app.Database())
                if (await holds(db))
                    return;
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "It did not happen within a minute.");
            await Task.Delay(50, Stop);
        }
    }

    async Task<IReadOnlyList<Event>> EventsAsync(int ticket)
    {
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop)).ConvertAll(e => e.Read().What);
    }

    async Task<Ticket> TicketAsync(int ticket)
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }
}
