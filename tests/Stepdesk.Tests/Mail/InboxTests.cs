using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

public sealed class InboxTests : IAsyncLifetime
{
    const string Support = "support@desk.example";
    const string Lan = "Lan <lan@customer.example>";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Signer signer = null!;
    Actor an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        signer = app.Services.GetRequiredService<Signer>();
        an = (await app.PersonAsync(Role.Agent)).AsActor;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Inbox Inbox => app.Services.GetRequiredService<Inbox>();

    [Fact]
    public async Task A_mail_becomes_a_ticket_of_its_sender_with_its_files()
    {
        var taken = await ArriveAsync(
            """
            From: Lan <Lan@Customer.example>
            To: support@desk.example
            Subject: Re: Không đăng nhập được
            Message-ID: <1@customer.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Em chào anh,
            em không vào được ạ.
            --b
            Content-Type: text/plain; name="nhat ky.txt"
            Content-Disposition: attachment; filename="nhat ky.txt"

            line one
            --b--
            """
        );

        Assert.Equal(MailState.Handled, taken.State);
        var logged = (Logged)(await EventsAsync(taken.Ticket!.Value))[0];
        Assert.Equal("Không đăng nhập được", logged.Title);
        Assert.Contains("em không vào được ạ.", logged.Description, StringComparison.Ordinal);
        Assert.Equal(Channel.Mail, logged.Channel);
        Assert.Equal(taken.Mail, logged.MailId);
        Assert.Equal(app.Clock.GetUtcNow(), logged.ReportedAt);
        var file = await app.Services.GetRequiredService<Files>().FindAsync(taken.Ticket.Value, 1, 0, Stop);
        Assert.Equal(("nhat ky.txt", "line one"), (file!.Name, Encoding.UTF8.GetString(file.Content).Trim()));
        await using var db = app.Database();
        var lan = await db.People.SingleAsync(p => p.Id == logged.Requester, Stop);
        Assert.Equal(
            ("lan@customer.example", Role.Customer, Core.Words.Language.Vi),
            (lan.EmailKey, lan.Role, lan.Language)
        );
    }

    [Fact]
    public async Task The_same_mail_twice_is_one_ticket()
    {
        var first = await ArriveAsync(Plain(Lan, "Printer", "It smokes"));
        var second = await ArriveAsync(Plain(Lan, "Printer", "It smokes"));

        Assert.Equal(first, second);
        Assert.Equal(1, await TicketsAsync());
    }

    [Fact]
    public async Task Nodes_that_store_and_handle_the_same_mails_at_once_make_each_ticket_once()
    {
        var mails = Enumerable.Range(0, 10).Select(i => Raw(Plain(Lan, $"Printer {i}", "It smokes"))).ToList();

        await Parallel.ForAsync(
            0,
            30,
            new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Stop },
            async (i, stop) => await Inbox.IntakeAsync(mails[i % 10], Support, stop)
        );

        Assert.Equal(10, await TicketsAsync());
        await using var db = app.Database();
        Assert.Equal(10, await db.Mails.CountAsync(m => m.State == MailState.Handled && m.Ticket != null, Stop));
        Assert.Equal(10, await db.History.CountAsync(e => e.Kind == "logged", Stop));
    }

    [Fact]
    public async Task An_answer_to_our_mail_goes_to_its_ticket_without_the_quote()
    {
        var ticket = await AnsweredAsync();

        var taken = await ArriveAsync(
            Plain(
                Lan,
                "Re: [#1] Printer",
                "Thanks!\n\nOn Mon, 2 Mar 2026 at 09:00, Support wrote:\n> Try again",
                $"In-Reply-To: <{signer.MessageId(Support, ticket, 2)}>"
            )
        );

        Assert.Equal(ticket, taken.Ticket);
        var wrote = (CustomerWrote)(await EventsAsync(ticket))[^1];
        Assert.Equal(("Thanks!", null), (wrote.Text, wrote.From));
    }

    [Fact]
    public async Task A_mail_to_a_tickets_own_address_is_its_writers_whoever_they_are()
    {
        var ticket = await AnsweredAsync();

        var taken = await ArriveAsync(
            Plain("Mai <mai@elsewhere.example>", "Hello", "I can help", to: signer.ReplyAddress(Support, ticket))
        );

        Assert.Equal(ticket, taken.Ticket);
        Assert.Equal("mai@elsewhere.example", ((CustomerWrote)(await EventsAsync(ticket))[^1]).From);
        Assert.Equal(1, await TicketsAsync());
    }

    [Fact]
    public async Task The_server_may_be_the_only_one_to_tell_which_address_it_delivered_to()
    {
        var ticket = await AnsweredAsync();

        var taken = await ArriveAsync(
            Plain(Lan, "Hello", "again", $"Delivered-To: {signer.ReplyAddress(Support, ticket)}")
        );

        Assert.Equal(ticket, taken.Ticket);
    }

    [Fact]
    public async Task A_second_mail_in_ones_own_thread_is_the_same_matter()
    {
        var first = await ArriveAsync(Plain(Lan, "Printer", "It smokes", "Message-ID: <mine@customer.example>"));

        var own = await ArriveAsync(Plain(Lan, "Printer", "Still", "References: <mine@customer.example>"));
        var foreign = await ArriveAsync(
            Plain("mai@elsewhere.example", "Printer", "Mine too", "References: <mine@customer.example>")
        );

        Assert.Equal(first.Ticket, own.Ticket);
        Assert.NotEqual(first.Ticket, foreign.Ticket);
    }

    [Theory]
    [InlineData("mai@elsewhere.example", "Re: [#1] Printer", "")]
    [InlineData("mai@elsewhere.example", "Hello", "In-Reply-To: <t1.2.aaaaaaaaaaaaaaaaaaaaaaaaaa@desk.example>")]
    [InlineData("mai@elsewhere.example", "Hello", "References: <1.2@desk.example> <ticket-1@desk.example>")]
    [InlineData("mai@elsewhere.example", "Hello", "Delivered-To: support+t1.aaaaaaaaaaaaaaaaaaaaaaaaaa@desk.example")]
    [InlineData("mai@elsewhere.example", "Hello", "X-Stepdesk-Ticket: 1")]
    [InlineData("lan@customer.example", "[#2] Printer", "")]
    [InlineData("lan@customer.example", "[#99999999999] Printer", "")]
    [InlineData("lan@customer.example", "Fwd: [#1] Printer", "References: <mine@customer.example>")]
    public async Task What_could_be_guessed_opens_no_ticket(string from, string subject, string header)
    {
        await AnsweredAsync();

        var taken = await ArriveAsync(Plain(from, subject, "Let me in", header));

        Assert.Equal(2, taken.Ticket);
        Assert.Equal(2, (await EventsAsync(1)).Count);
        Assert.DoesNotContain("[#1]", ((Logged)(await EventsAsync(2))[0]).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_in_the_subject_is_enough_for_the_requester()
    {
        var ticket = await AnsweredAsync();

        Assert.Equal(ticket, (await ArriveAsync(Plain("LAN@customer.example", "SV: [#1] Printer", "Again"))).Ticket);
    }

    [Fact]
    public async Task An_agents_address_makes_no_agents_reply()
    {
        var ticket = await AnsweredAsync();

        await ArriveAsync(
            Plain("an@desk.example", "Re: [#1] Printer", "Closed!", to: signer.ReplyAddress(Support, ticket))
        );
        var own = await ArriveAsync(Plain("an@desk.example", "My screen", "It is dark"));

        Assert.Equal("an@desk.example", Assert.IsType<CustomerWrote>((await EventsAsync(ticket))[^1]).From);
        Assert.Equal(an.PersonId, ((Logged)(await EventsAsync(own.Ticket!.Value))[0]).Requester);
    }

    [Fact]
    public async Task A_machines_mail_on_a_ticket_starts_stops_and_reopens_nothing()
    {
        var ticket = await AnsweredAsync();
        var before = await TicketAsync(ticket);

        var onTicket = await ArriveAsync(
            Plain(
                Lan,
                "Out of office",
                "Back on Monday",
                $"Auto-Submitted: auto-replied\nIn-Reply-To: <{signer.MessageId(Support, ticket, 2)}>"
            )
        );

        Assert.Equal(ticket, onTicket.Ticket);
        Assert.IsType<AutomaticReceived>((await EventsAsync(ticket))[^1]);
        Assert.Equal(
            before with
            {
                Version = 3,
            },
            await TicketAsync(ticket) with
            {
                Outgoing = before.Outgoing,
                Noticed = before.Noticed,
                Tags = before.Tags,
                Treatments = before.Treatments,
                Links = before.Links,
                // It was said all the same, and can be shown to others.
                Said = before.Said,
            }
        );
        Assert.Equal(1, await TicketsAsync());
    }

    [Fact]
    public async Task A_bounce_takes_the_acknowledgement_back()
    {
        var ticket = await AnsweredAsync();
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
        Assert.NotNull((await TicketAsync(ticket)).AcknowledgedAt);

        var taken = await ArriveAsync(
            $"""
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@customer.example>
            To: support@desk.example
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            Your mail could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; customer.example

            Final-Recipient: rfc822; lan@customer.example
            Action: failed
            Status: 5.2.2

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{signer.MessageId(Support, ticket, 2)}>
            Subject: [#1] Printer
            --b--
            """
        );

        Assert.Equal(ticket, taken.Ticket);
        Assert.Equal("5.2.2", ((Bounced)(await EventsAsync(ticket))[^1]).Status);
        Assert.Null((await TicketAsync(ticket)).AcknowledgedAt);
    }

    [Fact]
    public async Task Our_own_mail_that_comes_back_makes_no_ticket()
    {
        await AnsweredAsync();
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
        using var wire = new MemoryStream();
        await app.Drawer.Mails.Single().WriteToAsync(wire, Stop);

        var taken = await Inbox.IntakeAsync(wire.ToArray(), Support, Stop);
        var renamed = await ArriveAsync(Plain(Lan, "Printer", "text", $"X-Stepdesk-Desk: {signer.DeskMark}"));

        Assert.Equal((null, null), (taken.Ticket, renamed.Ticket));
        Assert.Equal(1, await TicketsAsync());
    }

    [Fact]
    public async Task An_answer_long_after_closing_is_a_new_ticket_linked_to_the_old()
    {
        var ticket = await AnsweredAsync();
        await app.Desk.ActAsync(ticket, new Cancel(CancelReason.Withdrawn, "Withdrawn"), an, stop: Stop);
        app.Clock.Advance(TimeSpan.FromDays(15));

        var taken = await ArriveAsync(Plain(Lan, "Re: [#1] Printer", "It smokes again"));

        Assert.Equal(2, taken.Ticket);
        Assert.Equal([new Link(1, LinkKind.Related)], (await TicketAsync(2)).Links);
    }

    [Theory]
    [InlineData("", "", "(no subject)", "(The mail has no text.)")]
    [InlineData("Re:", "", "Re:", "(The mail has no text.)")]
    [InlineData(
        "[#77]",
        "Please help me with the printer\nnow",
        "Please help me with the printer",
        "Please help me with the printer\nnow"
    )]
    public async Task What_a_mail_does_not_say_is_said(string subject, string body, string title, string description)
    {
        var taken = await ArriveAsync(Plain("bob@customer.example", subject, body));

        var logged = (Logged)(await EventsAsync(taken.Ticket!.Value))[0];
        Assert.Equal((title, description), (logged.Title, logged.Description));
    }

    [Fact]
    public async Task A_mail_without_a_sender_waits_in_quarantine_and_the_next_is_handled()
    {
        await Inbox.StoreAsync("Subject: Hi\n\nHello"u8.ToArray(), Support, stop: Stop);
        await Inbox.StoreAsync(Raw(Plain(Lan, "Printer", "It smokes")), Support, stop: Stop);

        await Inbox.HandleStoredAsync(Stop);

        Assert.Equal(1, await TicketsAsync());
        Assert.Equal(1, (await app.Services.GetRequiredService<MailStatus>().ReadAsync(Stop)).Quarantined);
    }

    [Fact]
    public async Task A_mail_over_the_limit_is_a_ticket_that_says_so_and_stays_in_quarantine()
    {
        var large = Plain(
            Lan,
            "Photos",
            "Here they are\n" + string.Concat(Enumerable.Repeat("0123456789012345678901234567890123456789\n", 700_000))
        );

        var taken = await ArriveAsync(large);

        Assert.Equal((1, MailState.Quarantined, "mail-cut"), (taken.Ticket, taken.State, taken.Error));
        Assert.StartsWith("Here they are", ((Logged)(await EventsAsync(1))[0]).Description, StringComparison.Ordinal);
        await using var db = app.Database();
        Assert.InRange((await db.Mails.SingleAsync(Stop)).Raw.Length, 1, 1024 * 1024);
    }

    async Task<int> AnsweredAsync()
    {
        var taken = await ArriveAsync(Plain(Lan, "Printer", "It smokes", "Message-ID: <mine@customer.example>"));
        await app.Desk.ActAsync(taken.Ticket!.Value, new Reply("Try again"), an, stop: Stop);
        return taken.Ticket.Value;
    }

    Task<Taken> ArriveAsync(string mail) => Inbox.IntakeAsync(Raw(mail), Support, Stop);

    static byte[] Raw(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    static string Plain(string from, string subject, string body, string? header = null, string to = Support) =>
        string.Join(
            '\n',
            new[] { $"From: {from}", $"To: {to}", $"Subject: {subject}", header }.Where(l => !string.IsNullOrEmpty(l))
        ) + $"\nContent-Type: text/plain; charset=utf-8\n\n{body}";

    async Task<int> TicketsAsync()
    {
        await using var db = app.Database();
        return await db.Tickets.CountAsync(Stop);
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
