using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Broadcasts;

/// <summary>Many are told of an incident: each once, alone in their mail, in order, whatever happens in between.</summary>
public sealed class BroadcastMailTests : AtBroadcasts
{
    [Fact]
    public async Task Everybody_who_reported_it_is_told_alone_and_in_their_language_and_then_how_it_stands_and_that_it_is_over()
    {
        await ToldAsync(Send());
        Assert.Equal(3, await Post.PayAsync(Stop));

        Assert.Equal(["kate", "lan", "minh"], Sent().Order(StringComparer.Ordinal));
        Assert.All(
            Server.Accepted,
            m =>
            {
                Assert.Single(m.To.Mailboxes);
                Assert.Empty(m.Cc);
                Assert.Empty(m.Bcc);
                // Nobody's address but the reader's and the desk's stands anywhere in it.
                var others = (string[])["lan@", "minh@", "kate@"];
                Assert.Single(others, o => m.ToString().Contains(o, StringComparison.Ordinal));
                Assert.Equal("auto-generated", m.Headers["Auto-Submitted"]);
            }
        );
        var kate = Server.Accepted.Single(m =>
            m.To.Mailboxes.Single().Address.StartsWith("kate", StringComparison.Ordinal)
        );
        Assert.Equal("Known incident: Videos do not play", kate.Subject);
        Assert.Contains("Lesson 3", kate.TextBody, StringComparison.Ordinal);
        Assert.Contains("2 March 2026, 02:30", kate.TextBody, StringComparison.Ordinal);

        await ToldAsync(
            new UpdateBroadcast(1, Now.AddMinutes(60)) { Tellings = Said("Chưa có tin mới.", "No news yet.") }
        );
        Assert.Equal(3, await Post.PayAsync(Stop));
        await ToldAsync(new WithdrawBroadcast(1) { Tellings = Said("Video đã phát lại.", "Videos play again.") });
        Assert.Equal(3, await Post.PayAsync(Stop));
        // Told once, however often somebody says it.
        await ToldAsync(new WithdrawBroadcast(1) { Tellings = Said("Video đã phát lại.", "Videos play again.") });
        Assert.Equal(0, await Post.PayAsync(Stop));

        Assert.Equal(
            [
                "Known incident: Videos do not play",
                "Known incident, update: Videos do not play",
                "Incident over: Videos do not play",
            ],
            Server
                .Accepted.Where(m => m.To.Mailboxes.Single().Address.StartsWith("kate", StringComparison.Ordinal))
                .Select(m => m.Subject)
        );
        await using var db = App.Database();
        Assert.Equal(3, await db.History.CountAsync(e => e.Stream == Streams.Broadcasts(WorldRow.Live), Stop));
    }

    [Fact]
    public async Task In_one_language_everybody_gets_that_one_and_the_mail_around_it_speaks_it_too()
    {
        await ToldAsync(Send() with { Tellings = [Said("Đang kiểm tra.", "")[0]] });
        await Post.PayAsync(Stop);

        Assert.All(Server.Accepted, m => Assert.StartsWith("Thông báo sự cố: ", m.Subject, StringComparison.Ordinal));
        Assert.All(Server.Accepted, m => Assert.StartsWith("Kính gửi", m.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_that_died_after_the_server_s_yes_tells_nobody_twice_by_another_id_and_another_node_goes_on()
    {
        await ToldAsync(Send());
        Server.Fails = new IOException("gone");
        await Post.PayAsync(Stop);
        Assert.Empty(Server.Accepted);

        Server.Fails = null;
        App.Clock.Advance(TimeSpan.FromMinutes(10));
        await using var node = await App.AnotherAsync(s => s.Replace(ServiceDescriptor.Singleton<IMailOut>(Server)));
        var both = await Task.WhenAll(
            Post.PayAsync(Stop),
            node.Services.GetRequiredService<PayOutbox>().PayAsync(Stop)
        );

        Assert.Equal(3, both.Sum());
        Assert.Equal(["kate", "lan", "minh"], Sent().Order(StringComparer.Ordinal));
        Assert.Equal(3, (await CountsAsync())[(1, DeliveryState.Delivered)]);
    }

    [Fact]
    public async Task What_waited_while_something_newer_was_told_is_left_out_and_who_never_heard_hears_of_no_end()
    {
        Server.IsSet = false;
        await ToldAsync(Send());
        await ToldAsync(
            new UpdateBroadcast(1, Now.AddMinutes(60)) { Tellings = Said("Đã rõ nguyên nhân.", "Found it.") }
        );
        Server.IsSet = true;
        await Post.PayAsync(Stop);

        Assert.Equal(3, Server.Accepted.Count);
        Assert.All(
            Server.Accepted,
            m =>
                Assert.Contains(
                    "update",
                    m.Subject!.Replace("Cập nhật", "update", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(3, (await CountsAsync())[(1, DeliveryState.LeftOut)]);

        Server.IsSet = false;
        var second = Send("Khác hẳn: không đăng nhập được", "Sign-in fails") with
        {
            Ticket = null,
            To = new() { Domains = ["customer.example"] },
        };
        await ToldAsync(second);
        await ToldAsync(new WithdrawBroadcast(2) { Tellings = Said("Đã ổn.", "Over.") });
        Server.IsSet = true;
        await Post.PayAsync(Stop);
        Assert.Equal(3, Server.Accepted.Count);
    }

    [Fact]
    public async Task Who_reported_it_since_hears_the_update_and_who_was_erased_hears_nothing_more()
    {
        await ToldAsync(Send());
        await Post.PayAsync(Stop);
        await ReportAsync("Tuan", Language.Vi, Main);
        await using (var db = App.Database())
            await db
                .People.Where(p => p.EmailKey == "minh@customer.example")
                .ExecuteUpdateAsync(p => p.SetProperty(r => r.IsActive, false), Stop);

        await ToldAsync(new UpdateBroadcast(1, Now.AddMinutes(60)) { Tellings = Said("Vẫn kiểm tra.", "Still.") });
        await Post.PayAsync(Stop);

        Assert.Equal(["kate", "lan", "tuan"], Sent().Skip(3).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mail_that_comes_back_says_so_beside_its_reader_and_opens_no_ticket()
    {
        await ToldAsync(Send());
        await Post.PayAsync(Stop);
        var lan = Server.Accepted.Single(m => m.To.Mailboxes.Single().Address == "lan@customer.example");
        var inbox = App.Services.GetRequiredService<Inbox>();
        await inbox.IntakeAsync(
            System.Text.Encoding.ASCII.GetBytes(
                $"""
                From: MAILER-DAEMON@customer.example
                To: support@desk.example
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Gone.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.customer.example

                Final-Recipient: rfc822; lan@customer.example
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <{lan.MessageId}>

                --b--
                """.ReplaceLineEndings("\r\n")
            ),
            "test",
            Stop
        );

        var counts = await CountsAsync();
        Assert.Equal((1, 2), (counts[(1, DeliveryState.Failed)], counts[(1, DeliveryState.Delivered)]));
        await using var db = App.Database();
        var first = (await Deliveries.ListAsync(db, WorldRow.Live, (await BookAsync()).Find(1)!, 1, 0, 10, Stop))[0];
        Assert.Equal(("Lan", DeliveryState.Failed, "5.1.1"), (first.Name, first.State, first.Status));
        Assert.Equal(3, await db.Tickets.CountAsync(Stop));
    }

    [Fact]
    public async Task An_answer_to_it_begins_a_request_of_its_own()
    {
        await ToldAsync(Send());
        await Post.PayAsync(Stop);
        var lan = Server.Accepted.Single(m => m.To.Mailboxes.Single().Address == "lan@customer.example");
        var inbox = App.Services.GetRequiredService<Inbox>();
        await inbox.IntakeAsync(
            System.Text.Encoding.UTF8.GetBytes(
                $"From: Lan <lan@customer.example>\r\nTo: support@desk.example\r\nSubject: Re: su co\r\nMessage-ID: <x1@customer.example>\r\nIn-Reply-To: <{lan.MessageId}>\r\n\r\nMy own password does not work.\r\n"
            ),
            "test",
            Stop
        );

        await using var db = App.Database();
        Assert.Equal(4, await db.Tickets.CountAsync(Stop));
    }
}
