using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>A mailbox nobody can open, or a server that takes nothing, is no silence: people who can mend it are told.</summary>
public sealed class MailboxTroubleTests(MailServers servers) : IClassFixture<MailServers>
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly string support = $"support-{Guid.NewGuid().ToString("n")[..8]}@desk.test";

    [Fact]
    public async Task What_keeps_a_mailbox_shut_is_told_after_a_while_and_until_it_opens()
    {
        await using var app = await StartAsync(Options(folder: "Reports"));
        var fetch = app.Services.GetRequiredService<FetchMail>();
        using var boss = new Surfer(app);
        await boss.SignInAsync("an@desk.example");

        await Assert.ThrowsAsync<FolderNotFoundException>(() => fetch.StayAsync(() => { }, Stop));
        Assert.Null(await BarAsync(boss));
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<FolderNotFoundException>(() => fetch.StayAsync(() => { }, Stop));

        Assert.StartsWith("The mailbox could not be emptied since", await BarAsync(boss), StringComparison.Ordinal);
        var page = (await boss.PageAsync("/admin/mail")).Body!.TextContent;
        Assert.Contains("The mailbox has no such folder.", page, StringComparison.Ordinal);
        using var anybody = new HttpClient { BaseAddress = app.Address };
        Assert.Contains(
            "\"failing\":\"mailbox-has-no-folder\",\"seconds\":360",
            await anybody.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop),
            StringComparison.Ordinal
        );

        await MakeFolderAsync("Reports");
        await fetch.FetchAsync(Stop);
        Assert.Null(await BarAsync(boss));
    }

    [Fact]
    public async Task Each_reason_has_its_own_name()
    {
        Assert.Equal("mailbox-refuses", await WhyAsync(Options(password: "changed meanwhile")));
        Assert.Equal("mailbox-does-not-answer", await WhyAsync(Options(port: PostgresServer.FreePort())));
        Assert.Equal("mailbox-is-not-secure", await WhyAsync(Options(security: MailSecurity.Tls)));
    }

    static async Task<string?> WhyAsync(MailOptions options)
    {
        await using var app = await StartAsync(options);
        var fetch = app.Services.GetRequiredService<FetchMail>();
        await Assert.ThrowsAnyAsync<Exception>(() => fetch.StayAsync(() => { }, Stop));
        return fetch.Trouble?.Why;
    }

    MailOptions Options(
        string folder = "INBOX",
        string? password = null,
        int? port = null,
        MailSecurity security = MailSecurity.None
    )
    {
        var right = servers.Options(support).Imap!;
        return new()
        {
            Address = support,
            PublicUrl = "https://desk.test",
            Imap = new()
            {
                Host = right.Host,
                Port = port ?? right.Port,
                Security = security,
                User = right.User,
                Password = password ?? right.Password,
                Folder = folder,
            },
        };
    }

    async Task MakeFolderAsync(string name)
    {
        var right = servers.Options(support).Imap!;
        using var client = new ImapClient();
        await client.ConnectAsync(right.Host, right.Port, SecureSocketOptions.None, Stop);
        await client.AuthenticateAsync(right.User!, right.Password!, Stop);
        await client.GetFolder(client.PersonalNamespaces[0]).CreateAsync(name, isMessageFolder: true, Stop);
        await client.DisconnectAsync(quit: true, Stop);
    }

    static async Task<DeskApp> StartAsync(MailOptions options)
    {
        var app = await DeskApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(options)));
        await app.PersonAsync(Role.Administrator);
        return app;
    }

    static async Task<string?> BarAsync(Surfer surfer) =>
        (await surfer.PageAsync("/")).QuerySelector("aside.demo-banner span")?.TextContent;
}
