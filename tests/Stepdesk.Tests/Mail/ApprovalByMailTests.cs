using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>
/// Approvers who answer their mail, through real servers. One that is proven to be theirs and says nothing but the word
/// decides; everything else is kept, decides nothing, and is answered once with where to decide.
/// </summary>
public sealed class ApprovalByMailTests(MailServers servers) : IClassFixture<MailServers>, IAsyncLifetime
{
    const string Server = "mx.desk.test";
    const string Outlook = "From: Support <s@desk.test>\nSent: Monday\nTo: Phong\nSubject: Release of data\n\n";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly string id = Guid.NewGuid().ToString("n")[..8];
    DeskApp app = null!;
    Client agent = null!;
    int ticket;

    string Mai => $"mai-{id}@campus.test";
    string Phong => $"phong-{id}@campus.test";
    string Support => $"support-{id}@desk.test";

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services =>
            services
                .Replace(ServiceDescriptor.Singleton(servers.Options(Support, authenticator: Server)))
                .Replace(ServiceDescriptor.Singleton<IMailOut>(p => p.GetRequiredService<LiveMail>()))
        );
        await app.PersonAsync(Role.Administrator, "Root");
        agent = await Client.OfAsync(app, await app.PersonAsync(Role.Agent));
        ticket = await app.LoggedAsync("Report for the director");
        await DoAsync("replies", new { text = "We look" });
        await DoAsync("diagnosis", new { text = "Needs a release of data" });
        await app.People.CustomerAsync("Mai", Mai, Language.Vi, Stop);
        await app.People.CustomerAsync("Phong", Phong, Language.En, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_proven_mail_with_the_word_alone_decides_and_the_history_says_how()
    {
        var asked = await AskedAsync(Mai);
        Assert.Contains("chỉ ghi “Đồng ý”", asked.TextBody, StringComparison.Ordinal);

        await AnswerAsync(Mai, asked, "Đồng ý ạ.\n\nVào 09:00, Support đã viết:\n> Cần phê duyệt");

        var approval = await ApprovalAsync();
        Assert.Equal("granted", approval.GetProperty("state").GetString());
        Assert.True(approval.GetProperty("approvers")[0].GetProperty("byMail").GetBoolean());
        var granted = Assert.IsType<ApprovalGranted>((await HistoryAsync())[^1].What);
        Assert.NotNull(granted.MailId);
        using var surfer = new Surfer(app);
        await surfer.SignInAsync("an@desk.example");
        var page = (await surfer.PageAsync($"/tickets/{ticket}?all=true")).Body!.TextContent;
        Assert.Contains("Mai agreed by mail, sender verified", page, StringComparison.Ordinal);
        Assert.Contains("(by mail)", page, StringComparison.Ordinal);
        (
            await agent.PostAsync(
                $"tickets/{ticket}/resolution",
                new
                {
                    kind = "fix",
                    cause = "Asked for",
                    solution = "Sent",
                }
            )
        ).Is(HttpStatusCode.OK);
        await PayAsync();
        Assert.Single(await servers.MailsAsync(Mai, Stop));
    }

    [Fact]
    public async Task A_no_with_its_reason_is_a_no()
    {
        await AnswerAsync(Phong, await AskedAsync(Phong), "Denied: the phone numbers are not needed.");

        var denied = Assert.IsType<ApprovalDenied>((await HistoryAsync())[^1].What);
        Assert.Equal("the phone numbers are not needed.", denied.Text);
        Assert.NotNull(denied.MailId);
        Assert.Equal("denied", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_reminder_may_be_answered_as_well()
    {
        await AskedAsync(Phong);
        app.Clock.Advance(TimeSpan.FromMinutes(150));
        await app.Services.GetRequiredService<Watch>().LookAsync(Stop);
        await PayAsync();

        await AnswerAsync(Phong, (await servers.MailsAsync(Phong, Stop))[^1], "Approved");

        Assert.Equal("granted", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("dmarc=fail header.from=campus.test")]
    [InlineData("dmarc=pass header.from=elsewhere.test")]
    [InlineData(null)]
    public async Task Whoever_is_not_proven_never_decides(string? result)
    {
        await AnswerAsync(Phong, await AskedAsync(Phong), "Approved", result);

        await NothingDecidedAsync("Approved");
    }

    [Theory]
    [InlineData("Fine, but without the phone numbers")]
    [InlineData("Approved, but without the phone numbers")]
    [InlineData("Approved\n\nAnd what about the phone numbers")]
    [InlineData("Denied")]
    public async Task What_is_not_the_word_alone_decides_nothing(string text)
    {
        await AnswerAsync(Phong, await AskedAsync(Phong), text);

        await NothingDecidedAsync(text);
    }

    [Theory]
    [InlineData(Outlook, "", "", true)]
    [InlineData(Outlook, "students", "students <-- not these", false)]
    [InlineData(Outlook, "students", "", false)]
    [InlineData("On Mon, 2 Mar 2026 at 09:00, Support wrote:\n", "", "", true)]
    [InlineData("On Mon, 2 Mar 2026 at 09:00, Support wrote:\n", "course", "not the course", false)]
    public async Task A_quote_without_marks_is_one_where_it_is_the_whole_letter(
        string before,
        string written,
        string changed,
        bool decides
    )
    {
        var asked = await AskedAsync(Phong);
        var letter =
            written.Length == 0 ? asked.TextBody : asked.TextBody!.Replace(written, changed, StringComparison.Ordinal);
        var text = $"Approved\n\n{before}{letter}";

        await AnswerAsync(Phong, asked, text);

        Assert.Equal(decides ? "granted" : "awaited", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<p>But not the phone numbers</p>", false)]
    public async Task A_letter_that_a_mail_program_copied_is_compared_by_its_words(string below, bool decides)
    {
        var asked = await AskedAsync(Mai);
        var html =
            $"<p>Đồng ý</p><div><b>From:</b> Support &lt;{Support}&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Mai<br><b>Subject:</b> {asked.Subject}</div><br>{asked.HtmlBody}{below}";

        await AnswerAsync(Mai, asked, text: "", html: html);

        Assert.Equal(decides ? "granted" : "awaited", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_mail_that_is_handed_in_proves_nothing_by_itself()
    {
        var asked = await AskedAsync(Phong);
        var mail =
            $"Authentication-Results: {Server}; dmarc=pass header.from=campus.test\r\nFrom: {Phong}\r\nTo: {Support}\r\nSubject: Re\r\nIn-Reply-To: <{asked.MessageId}>\r\n\r\nApproved";

        (await agent.MailAsync(mail)).Is(HttpStatusCode.Created);

        await NothingDecidedAsync("Approved");
    }

    [Fact]
    public async Task What_comes_with_a_file_may_be_a_condition_and_decides_nothing()
    {
        await AnswerAsync(Phong, await AskedAsync(Phong), "Approved", file: "conditions.txt");

        await NothingDecidedAsync("Approved");
    }

    [Fact]
    public async Task A_mail_that_answers_no_request_decides_none()
    {
        var asked = await AskedAsync(Phong);
        asked.MessageId = "elsewhere@campus.test";

        await AnswerAsync(Phong, asked, "Approved");

        await NothingDecidedAsync("Approved");
    }

    [Fact]
    public async Task Whoever_it_was_passed_on_to_does_not_decide_and_gets_no_link()
    {
        await AnswerAsync(Mai, await AskedAsync(Phong), "Approved");

        var wrote = Assert.IsType<ApproverWrote>((await HistoryAsync())[^1].What);
        Assert.Equal(Mai, wrote.From);
        Assert.Equal("awaited", (await ApprovalAsync()).GetProperty("state").GetString());
        await PayAsync();
        Assert.Empty(await servers.MailsAsync(Mai, Stop));
        Assert.Single(await servers.MailsAsync(Phong, Stop));
    }

    [Fact]
    public async Task A_machine_never_decides()
    {
        await AnswerAsync(Phong, await AskedAsync(Phong), "Approved", header: "Auto-Submitted: auto-replied");

        Assert.IsType<AutomaticReceived>((await HistoryAsync())[^1].What);
        Assert.Equal("awaited", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_decision_that_comes_too_late_is_kept_and_its_writer_is_told()
    {
        var asked = await AskedAsync(Phong);
        app.Clock.Advance(TimeSpan.FromMinutes(181));

        await AnswerAsync(Phong, asked, "Approved");

        Assert.Equal("lapsed", (await ApprovalAsync()).GetProperty("state").GetString());
        Assert.IsType<ApproverRedirected>((await HistoryAsync())[^1].What);
        await PayAsync();
        Assert.Contains(
            "did not decide",
            (await servers.MailsAsync(Phong, Stop))[^1].TextBody,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_is_told_where_to_decide_is_told_once_and_may_answer_that_mail()
    {
        await AnswerAsync(Phong, await AskedAsync(Phong), "What is it for?");
        await PayAsync();
        var told = (await servers.MailsAsync(Phong, Stop))[^1];
        Assert.Equal("[#1] Your mail is no decision yet: Release of data", told.Subject);
        Assert.Contains("/a/", told.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", told.Headers["Auto-Submitted"]);

        await AnswerAsync(Phong, told, "And who reads it?");
        await PayAsync();
        Assert.Equal(2, (await servers.MailsAsync(Phong, Stop)).Count);

        await AnswerAsync(Phong, told, "I approve");
        Assert.Equal("granted", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    async Task NothingDecidedAsync(string text)
    {
        Assert.Equal("awaited", (await ApprovalAsync()).GetProperty("state").GetString());
        var history = await HistoryAsync();
        Assert.Equal(text, Assert.IsType<ApproverWrote>(history[^2].What).Text);
        Assert.IsType<ApproverRedirected>(history[^1].What);
        await PayAsync();
        Assert.Contains("/a/", (await servers.MailsAsync(Phong, Stop))[^1].TextBody, StringComparison.Ordinal);
    }

    async Task<MimeMessage> AskedAsync(string email)
    {
        await DoAsync(
            "approvals",
            new
            {
                purpose = "data_release",
                emails = (string[])[email],
                fields = (string[])["course", "students"],
                why = "The director presents it",
                until = "2026-03-02T12:00:00+07:00",
            }
        );
        await PayAsync();
        return Assert.Single(await servers.MailsAsync(email, Stop));
    }

    // The field stands where the server that receives the desk's mail would write it.
    async Task AnswerAsync(
        string from,
        MimeMessage answered,
        string text,
        string? result = "dmarc=pass header.from=campus.test",
        string? header = null,
        string? file = null,
        string? html = null
    )
    {
        var body = new BodyBuilder { TextBody = html is null ? text : null, HtmlBody = html };
        if (file is not null)
            body.Attachments.Add(file, "Only until Friday"u8.ToArray());
        var mail = new MimeMessage
        {
            Subject = $"Re: {answered.Subject}",
            Body = body.ToMessageBody(),
            InReplyTo = answered.MessageId,
        };
        mail.From.Add(new MailboxAddress("", from));
        mail.To.AddRange(answered.ReplyTo);
        if (result is not null)
            mail.Headers.Insert(0, "Authentication-Results", $"{Server}; {result}");
        if (header is not null)
            mail.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        await servers.SendAsync(mail, Stop);
        await app.Services.GetRequiredService<FetchMail>().FetchAsync(Stop);
        Assert.Equal(1, await app.Services.GetRequiredService<Inbox>().HandleStoredAsync(Stop));
    }

    async Task DoAsync(string noun, object body) =>
        (await agent.PostAsync($"tickets/{ticket}/{noun}", body)).Is(HttpStatusCode.OK);

    Task PayAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    async Task<System.Text.Json.JsonElement> ApprovalAsync() =>
        (await agent.GetAsync($"tickets/{ticket}/approvals"))["items"][0];

    async Task<List<Core.History.Recorded>> HistoryAsync()
    {
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop)).ConvertAll(e => e.Read());
    }
}
