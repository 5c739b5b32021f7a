using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>What servers do to a mail on its way: deliver it again, fold its lines anew, vouch for its sender.</summary>
public sealed class DeliveriesTests : IAsyncLifetime
{
    const string Server = "mx.school.example";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await DeskApp.StartAsync(
            settings: $$$"""{"Mail":{"Authenticator":"{{{Server}}}","Address":"support@desk.example"}}"""
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();

    const string Written = """
        From: Lan <lan@customer.example>
        To: support@desk.example
        Subject: Printer
        Message-ID: <1@customer.example>
        Date: Mon, 02 Mar 2026 09:00:00 +0700

        It smokes

        """;

    [Fact]
    public async Task The_same_mail_by_two_ways_is_one_ticket()
    {
        var first = await ArriveAsync("Received: from one\n" + Written);
        var second = await ArriveAsync("Received: from two\nX-Spam: no\n" + Written);
        var unfolded = await ArriveAsync(
            Written.Replace("Subject: Printer", "Subject:\n Printer", StringComparison.Ordinal),
            "\n"
        );

        Assert.NotNull(first.Ticket);
        Assert.Equal((first, first), (second, unfolded));
        await using var db = app.Database();
        Assert.Equal((1, 1), (await db.Tickets.CountAsync(Stop), await db.Mails.CountAsync(Stop)));
    }

    [Fact]
    public async Task Ten_ways_at_once_are_one_ticket()
    {
        var inbox = app.Services.GetRequiredService<Inbox>();

        await Parallel.ForAsync(
            0,
            10,
            new ParallelOptions { MaxDegreeOfParallelism = 5, CancellationToken = Stop },
            async (i, stop) => await inbox.IntakeAsync(Raw($"Received: from {i}\n{Written}"), "support", stop)
        );

        await using var db = app.Database();
        Assert.Equal(1, await db.Tickets.CountAsync(Stop));
    }

    [Theory]
    [InlineData("It smokes", "It smokes again")]
    [InlineData("Subject: Printer", "Subject: Screen")]
    [InlineData("<1@customer.example>", "<2@customer.example>")]
    [InlineData("Lan <lan@customer.example>", "Mai <mai@customer.example>")]
    [InlineData("09:00:00", "09:00:01")]
    [InlineData("To: support@desk.example", "To: support@desk.example\nCc: head@customer.example")]
    public async Task What_was_written_differently_is_another_mail(string said, string instead)
    {
        var first = await ArriveAsync(Written);
        var second = await ArriveAsync(Written.Replace(said, instead, StringComparison.Ordinal));

        Assert.NotEqual(first.Mail, second.Mail);
    }

    [Theory]
    [InlineData("It smokes", "It smokes  ")]
    [InlineData("It smokes\n", "It smokes\n\n\n")]
    [InlineData("Date:", "Content-Type: text/plain;\n charset=\"utf-8\"\nDate:")]
    [InlineData("09:00:00 +0700", "09:00:00 +0700 (+07)")]
    public async Task What_servers_change_on_the_way_is_no_difference(string said, string instead)
    {
        var first = await ArriveAsync(Written);
        var second = await ArriveAsync(Written.Replace(said, instead, StringComparison.Ordinal));

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("8bit", "Máy in = hỏng\n\nDòng hai.")]
    [InlineData("quoted-printable", "M=C3=A1y in =3D =\nh=E1=BB=8Fng\n\nD=C3=B2ng hai.")]
    [InlineData("base64", "TcOheSBpbiA9IGjhu49uZw0KDQpEw7JuZyBoYWku")]
    public async Task What_a_server_wrote_in_seven_bits_on_the_way_is_the_same_mail(string encoding, string body)
    {
        var first = await ArriveAsync(Encoded("8bit", "Máy in = hỏng\n\nDòng hai."));
        var second = await ArriveAsync("Received: from seven.example\n" + Encoded(encoding, body));
        var file = await ArriveAsync(Encoded(encoding, body, ".log"));

        Assert.Equal(first, second);
        Assert.NotEqual(first.Mail, file.Mail);
    }

    [Fact]
    public async Task Which_letters_a_server_wrote_it_in_is_no_difference()
    {
        var latin = Encoded("quoted-printable", "Caf=E9").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal);

        Assert.Equal(await ArriveAsync(Encoded("8bit", "Café")), await ArriveAsync(latin));
    }

    static string Encoded(string encoding, string body, string kind = "") =>
        $"""
            From: Lan <lan@customer.example>
            To: support@desk.example
            Subject: Printer
            Message-ID: <8@customer.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8; name="printer{kind}"
            Content-Transfer-Encoding: {encoding}

            {body}
            --b--
            """;

    [Theory]
    [InlineData("Subject: =?utf-8?B?TcOheSBpbiBo4buPbmc=?=")]
    [InlineData("Subject: =?utf-8?Q?M=C3=A1y_in_h=E1=BB=8Fng?=")]
    public async Task How_a_server_wrote_the_letters_of_a_header_is_no_difference(string subject)
    {
        var first = await ArriveAsync(
            Written.Replace("Subject: Printer", "Subject: Máy in hỏng", StringComparison.Ordinal)
        );
        var second = await ArriveAsync(Written.Replace("Subject: Printer", subject, StringComparison.Ordinal));

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("=?utf-8?Q?Tr=E1=BA=A7n=2C_L=C3=A0n?= <lan@customer.example>")]
    [InlineData("=?utf-8?B?VHLhuqduLCBMw6Bu?= <lan@customer.example>")]
    public async Task How_a_server_wrote_a_name_is_no_difference(string sender)
    {
        var first = await ArriveAsync(Written.Replace("Lan <lan@", "\"Trần, Làn\" <lan@", StringComparison.Ordinal));
        var second = await ArriveAsync(Written.Replace("Lan <lan@customer.example>", sender, StringComparison.Ordinal));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_mail_a_moved_mailbox_tells_of_1970_was_reported_when_it_came()
    {
        var inbox = app.Services.GetRequiredService<Inbox>();
        var id = await inbox.StoreAsync(Raw(Written), "support", DateTimeOffset.UnixEpoch, stop: Stop);

        var logged = await LoggedAsync(await inbox.HandleAsync(id, Stop));

        Assert.Equal(app.Clock.GetUtcNow(), logged.ReportedAt);
    }

    [Fact]
    public async Task Without_a_Message_ID_the_date_has_to_do_and_without_both_the_bytes()
    {
        var nameless = Written.Replace("Message-ID: <1@customer.example>\n", "", StringComparison.Ordinal);
        var dateless = nameless.Replace("Date: Mon, 02 Mar 2026 09:00:00 +0700\n", "", StringComparison.Ordinal);

        Assert.Equal(
            await ArriveAsync("Received: from one\n" + nameless),
            await ArriveAsync("Received: from two\n" + nameless)
        );
        Assert.NotEqual(
            (await ArriveAsync("Received: from one\n" + dateless)).Ticket,
            (await ArriveAsync("Received: from two\n" + dateless)).Ticket
        );
    }

    [Fact]
    public async Task A_mail_over_the_limit_by_two_ways_is_one_ticket_too()
    {
        var large = Written + new string('x', 30 * 1024 * 1024);

        var first = await ArriveAsync("Received: from one\n" + large);
        var second = await ArriveAsync("Received: from two, far away\n" + large);

        Assert.NotNull(first.Ticket);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_stakeholder_nobody_proved_is_marked_too()
    {
        await app.PersonAsync(Core.People.Role.Administrator);
        using var lead = await Api.Client.OfAsync(app, Core.People.Role.Lead);
        var ticket = (await ArriveAsync(Written)).Ticket!.Value;
        var duc = new
        {
            email = "duc@customer.example",
            name = "Duc",
            @as = "stakeholders",
        };
        (await lead.PostAsync($"tickets/{ticket}/people", duc)).Is(System.Net.HttpStatusCode.OK);
        var address = app.Services.GetRequiredService<Signer>().ReplyAddress("support@desk.example", ticket);
        await ArriveAsync($"From: Duc <duc@customer.example>\nTo: {address}\nSubject: Re\n\nPublish all grades now");
        using var surfer = new Surfer(app);
        await surfer.SignInAsync("an@desk.example");

        var page = await surfer.PageAsync($"/tickets/{ticket}");

        Assert.Equal(2, page.QuerySelectorAll(".badge-unproven").Length);
    }

    [Theory]
    [InlineData($"{Server}; dmarc=pass header.from=customer.example", true)]
    [InlineData($"{Server}; spf=pass smtp.mailfrom=evil.example; dmarc=pass header.from=CUSTOMER.example", true)]
    [InlineData($"{Server}; dmarc=fail header.from=customer.example", false)]
    [InlineData($"{Server}; dmarc=pass header.from=evil.example", false)]
    [InlineData($"{Server}; dkim=pass header.d=customer.example", false)]
    [InlineData("mx.evil.example; dmarc=pass header.from=customer.example", false)]
    [InlineData($"mx.{Server}; dmarc=pass header.from=customer.example", false)]
    [InlineData($"nonsense {Server}", false)]
    [InlineData(
        $"{Server}; dmarc=fail header.from=customer.example\nAuthentication-Results: {Server}; dmarc=pass header.from=customer.example",
        false
    )]
    [InlineData(
        $"{Server}; spf=pass smtp.mailfrom=customer.example\nAuthentication-Results: {Server}; dmarc=pass header.from=customer.example",
        true
    )]
    [InlineData(
        $"{Server}; dkim=none\nAuthentication-Results: {Server}; dmarc=fail header.from=customer.example\nAuthentication-Results: {Server}; dmarc=pass header.from=customer.example",
        false
    )]
    [InlineData(null, false)]
    public async Task A_sender_is_believed_by_the_word_of_our_own_server_only(string? results, bool isProven)
    {
        var head = results is null ? "" : $"Authentication-Results: {results}\n";

        var logged = await LoggedAsync(await ArriveAsync(head + Written));

        Assert.Equal(isProven, logged.IsSenderProven);
    }

    [Fact]
    public async Task A_domain_with_letters_beyond_ascii_is_proven_under_either_of_its_names()
    {
        var written = Written.Replace("lan@customer.example", "lan@bücher.example", StringComparison.Ordinal);
        var field = $"Authentication-Results: {Server}; dmarc=pass header.from=xn--bcher-kva.example\n";

        Assert.True((await LoggedAsync(await ArriveAsync(field + written))).IsSenderProven);
    }

    [Fact]
    public async Task A_program_is_told_whether_a_sender_was_proven()
    {
        using var an = await Api.Client.OfAsync(app, Core.People.Role.Agent);
        var proven = await ArriveAsync(
            $"Authentication-Results: {Server}; dmarc=pass header.from=customer.example\n" + Written
        );
        var forged = await ArriveAsync(Written.Replace("<1@", "<2@", StringComparison.Ordinal));
        await an.PostAsync($"tickets/{forged.Ticket}/replies", new { text = "Who are you?" });

        async Task<string[]> SeenAsync(int? ticket) =>
            [
                .. (await an.GetAsync($"tickets/{ticket}/messages"))["items"]
                    .EnumerateArray()
                    .Select(m => m.GetProperty("isSenderProven").GetRawText()),
            ];

        Assert.Equal(["true"], await SeenAsync(proven.Ticket));
        Assert.Equal(["false", "null"], await SeenAsync(forged.Ticket));
    }

    [Theory]
    [InlineData("From: lan@customer.example, boss@customer.example")]
    [InlineData("From: boss@customer.example\nFrom: lan@customer.example")]
    public async Task With_two_senders_none_is_proven(string from)
    {
        var logged = await LoggedAsync(
            await ArriveAsync(
                $"Authentication-Results: {Server}; dmarc=pass header.from=customer.example\n"
                    + Written.Replace("From: Lan <lan@customer.example>", from, StringComparison.Ordinal)
            )
        );

        Assert.False(logged.IsSenderProven);
    }

    [Fact]
    public async Task An_unproven_sender_is_marked_where_the_message_is_read()
    {
        await app.PersonAsync(Core.People.Role.Administrator);
        var forged = await ArriveAsync(Written);
        var proven = await ArriveAsync(
            $"Authentication-Results: {Server}; dmarc=pass header.from=customer.example\n"
                + Written.Replace("<1@", "<2@", StringComparison.Ordinal)
        );
        using var surfer = new Surfer(app);
        await surfer.SignInAsync("an@desk.example");

        var marked = await surfer.PageAsync($"/tickets/{forged.Ticket}");
        var unmarked = await surfer.PageAsync($"/tickets/{proven.Ticket}");

        Assert.Equal("Sender not verified", marked.QuerySelector(".badge-unproven")?.TextContent);
        Assert.Null(unmarked.QuerySelector(".badge-unproven"));
    }

    async Task<Logged> LoggedAsync(Taken taken)
    {
        await using var db = app.Database();
        return (Logged)(await db.StreamAsync(Streams.Ticket(taken.Ticket!.Value), Stop))[0].Read().What;
    }

    Task<Taken> ArriveAsync(string mail, string ends = "\r\n") =>
        app.Services.GetRequiredService<Inbox>().IntakeAsync(Raw(mail, ends), "support@desk.example", Stop);

    static byte[] Raw(string mail, string ends = "\r\n") => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings(ends));
}
