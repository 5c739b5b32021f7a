using MailKit.Net.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>Many mails in a row leave over one connection, and each leaves once whatever the server thinks of that.</summary>
public sealed class SmtpMailTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly string[] Readers = [.. Enumerable.Range(0, 6).Select(i => $"r{i}@customer.example")];

    [Theory]
    [InlineData(int.MaxValue, false, 1)]
    [InlineData(2, false, 3)]
    [InlineData(1, false, 6)]
    [InlineData(2, true, 3)]
    [InlineData(1, true, 6)]
    public async Task Each_mail_leaves_once_over_as_few_connections_as_the_server_likes(
        int most,
        bool hangsUp,
        int connections
    )
    {
        await using var server = new CountingServer { Most = most, HangsUp = hangsUp };
        await using (var way = new SmtpMail(server.Settings))
            foreach (var reader in Readers)
                await SendAsync(way, reader);

        Assert.Equal(Readers, server.Taken);
        Assert.Equal(connections, server.Connections);
    }

    [Fact]
    public async Task What_is_sent_at_the_same_time_has_a_connection_each_and_the_next_use_them_again()
    {
        await using var server = new CountingServer();
        await using (var way = new SmtpMail(server.Settings))
            for (var round = 0; round < 3; round++)
                await Task.WhenAll(Readers[..4].Select(reader => SendAsync(way, reader)));

        Assert.Equal(12, server.Taken.Count);
        Assert.InRange(server.Connections, 1, 4);
    }

    [Fact]
    public async Task A_reader_nobody_knows_is_refused_once_and_the_next_mail_leaves()
    {
        await using var server = new CountingServer();
        await using var way = new SmtpMail(server.Settings);
        await SendAsync(way, Readers[0]);

        var no = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(way, "nobody@customer.example"));
        await SendAsync(way, Readers[1]);

        Assert.Equal(SmtpErrorCode.RecipientNotAccepted, no.ErrorCode);
        Assert.Equal(Readers[..2], server.Taken);
    }

    [Fact]
    public async Task All_that_is_due_leaves_over_four_connections_at_most()
    {
        await using var server = new CountingServer();
        var options = new MailOptions { PublicUrl = "https://desk.example", Smtp = server.Settings };
        await using var app = await DeskApp.StartAsync(services =>
            services
                .Replace(ServiceDescriptor.Singleton(options))
                .Replace(ServiceDescriptor.Singleton<IMailOut>(p => p.GetRequiredService<LiveMail>()))
        );
        var an = await app.PersonAsync(Role.Agent);
        for (var i = 0; i < 12; i++)
            await app.Desk.ActAsync(await app.LoggedAsync(), new Reply("We look"), an.AsActor, stop: Stop);

        Assert.Equal(12, await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop));

        Assert.Equal(12, server.Taken.Count);
        Assert.InRange(server.Connections, 1, 4);
    }

    static async Task SendAsync(SmtpMail way, string reader)
    {
        using var mail = new MimeMessage
        {
            Subject = "Video",
            Body = new TextPart("plain") { Text = "Xin chào" },
        };
        mail.From.Add(new MailboxAddress("Support", "support@desk.example"));
        mail.To.Add(new MailboxAddress("", reader));
        await way.SendAsync(mail, Stop);
    }
}
