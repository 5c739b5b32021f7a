using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Mail;

/// <summary>A file is the same bytes at either end of the mail, through real servers: what it is named by is its hash.</summary>
public sealed class FileBytesTests(MailServers servers) : IClassFixture<MailServers>, IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly string id = Guid.NewGuid().ToString("n")[..8];
    DeskApp app = null!;
    Client agent = null!;

    string Support => $"support-{id}@desk.test";
    string Lan => $"lan-{id}@customer.test";

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services =>
            services
                .Replace(ServiceDescriptor.Singleton(servers.Options(Support)))
                .Replace(ServiceDescriptor.Singleton<IMailOut>(p => p.GetRequiredService<LiveMail>()))
        );
        await app.PersonAsync(Role.Administrator, "Root");
        agent = await Client.OfAsync(app, await app.PersonAsync(Role.Agent));
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("text/csv", "a,b\n1,2\n3,4\n")]
    [InlineData("text/csv", "a,b\n1,2\r\n3,4")]
    [InlineData("text/csv", "tên,điểm\nAn,9\n")]
    [InlineData("text/plain", "trail  \nFrom me\n.\n\n")]
    [InlineData("application/json", "{\n}")]
    public Task What_is_handed_over_is_the_file_its_hash_names(string type, string text) =>
        HandsOverAsync(type, Encoding.UTF8.GetBytes(text));

    [Fact]
    public Task A_line_longer_than_mail_allows_stays_a_line() =>
        HandsOverAsync("text/csv", Encoding.UTF8.GetBytes($"a,b\n{new string('x', 3000)}\n"));

    // Nobody can tell what its lines ended with before: on its way every line of such a text ends as lines of mails do.
    [Fact]
    public async Task A_text_that_came_bare_is_kept_as_it_arrived()
    {
        await ArrivesAsync("text/csv", "a,b\n1,2\n"u8.ToArray(), ContentEncoding.SevenBit);

        Assert.Equal(Hash("a,b\r\n1,2\r\n"u8.ToArray()), (await KeptAsync()).Sha256);
    }

    async Task HandsOverAsync(string type, byte[] bytes)
    {
        await ArrivesAsync(type, bytes, ContentEncoding.Base64);
        Assert.Equal(Hash(bytes), (await KeptAsync()).Sha256);
        (
            await agent.PostAsync(
                "tickets/1/classification",
                new
                {
                    @class = "fixed_deadline",
                    justification = "A talk",
                    deadline = "2026-03-04T09:00:00+07:00",
                }
            )
        ).Is(HttpStatusCode.OK);

        (
            await agent.PostAsync(
                "tickets/1/handover",
                new
                {
                    text = "Here it is",
                    version = 1,
                    file = 0,
                }
            )
        ).Is(HttpStatusCode.OK);
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

        var mail = Assert.Single(await servers.MailsAsync(Lan, Stop));
        Assert.Contains($"SHA-256 {Hash(bytes)}", mail.TextBody, StringComparison.Ordinal);
        var file = Assert.IsType<MimePart>(Assert.Single(mail.Attachments), exactMatch: false);
        using var received = new MemoryStream();
        await file.Content!.DecodeToAsync(received, Stop);
        Assert.Equal(("report.csv", Hash(bytes)), (file.FileName, Hash(received.ToArray())));
    }

    async Task ArrivesAsync(string type, byte[] bytes, ContentEncoding encoding)
    {
        var file = new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(bytes)),
            ContentTransferEncoding = encoding,
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = "report.csv" },
        };
        using var mail = new MimeMessage { Subject = "A report" };
        mail.Body = new Multipart("mixed")
        {
            new TextPart("plain") { Text = "See the file" },
            file,
        };
        mail.From.Add(new MailboxAddress("Lan", Lan));
        mail.To.Add(new MailboxAddress("", Support));
        await servers.SendAsync(mail, Stop);
        await app.Services.GetRequiredService<FetchMail>().FetchAsync(Stop);
        await app.Services.GetRequiredService<Inbox>().HandleStoredAsync(Stop);
    }

    async Task<Attachment> KeptAsync()
    {
        await using var db = app.Database();
        var logged = (Logged)(await db.StreamAsync(Streams.Ticket(1), Stop))[0].Read().What;
        return Assert.Single(logged.Attachments);
    }

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
