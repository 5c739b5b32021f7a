using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>People are asked to agree: what they read, what their link does and does not, and what a mail of theirs is.</summary>
public sealed partial class ApprovalMailTests : IAsyncLifetime
{
    const string Mai = "mai@campus.example";
    const string Secret = "Parents are furious";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;
    Client agent = null!;
    Surfer surfer = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = await app.PersonAsync(Role.Agent);
        agent = await Client.OfAsync(app, an);
        surfer = new(app);
        ticket = await app.LoggedAsync($"Report for the director. {Secret}");
        await DoAsync("replies", new { text = "We look" });
        await DoAsync("diagnosis", new { text = "Needs a release of data" });
    }

    public async ValueTask DisposeAsync()
    {
        surfer.Dispose();
        agent.Dispose();
        await app.DisposeAsync();
    }

    static object Request(string purpose = "data_release", bool anyOne = false, params string[] emails) =>
        new
        {
            purpose,
            emails = emails.Length == 0 ? [Mai] : emails,
            fields = (string[])["course", "students <in number>"],
            why = "The director presents it on Thursday",
            until = "2026-03-02T12:00:00+07:00",
            anyOne,
        };

    [Fact]
    public async Task The_mail_says_exactly_what_is_asked_and_nothing_else_of_the_ticket()
    {
        await DoAsync("approvals", Request());
        await PayAsync();

        var mail = To(Mai);
        Assert.Equal("[#1] Your approval is needed: Release of data", mail.Subject);
        foreach (
            var said in (string[])
                [
                    "An asks you to agree",
                    "course",
                    "students <in number>",
                    "The director presents it on Thursday",
                    "2 March 2026, 05:00",
                    "does not count as a decision",
                ]
        )
            Assert.Contains(said, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("students &lt;in number&gt;", mail.HtmlBody, StringComparison.Ordinal);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!, mail.Subject!])
        {
            Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
            Assert.DoesNotContain("/t/", body, StringComparison.Ordinal);
            Assert.DoesNotContain("/tickets/", body, StringComparison.Ordinal);
        }
        var page = (await surfer.PageAsync(LinkIn(mail))).Body!.TextContent;
        Assert.Contains("students <in number>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_page_decides_nothing_and_the_button_does_once()
    {
        var link = await AskedAsync();
        (await agent.PostAsync($"tickets/{ticket}/resolution", Fix)).IsProblem(
            HttpStatusCode.Conflict,
            "approval-is-awaited"
        );
        for (var scan = 0; scan < 3; scan++)
            await surfer.GetAsync(link);
        Assert.Equal("awaited", (await ApprovalAsync()).GetProperty("state").GetString());

        await surfer.SubmitAsync(link, "grant", ("Form.Text", "Fine"));

        var approval = await ApprovalAsync();
        Assert.Equal("granted", approval.GetProperty("state").GetString());
        var mai = approval.GetProperty("approvers")[0];
        Assert.Equal(("Fine", false), (mai.GetProperty("text").GetString(), mai.GetProperty("onBehalf").GetBoolean()));
        var page = await surfer.PageAsync(link);
        Assert.Contains("Anh/Chị đã đồng ý lúc", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form:has(input[value=grant])"));
        (await agent.PostAsync($"tickets/{ticket}/resolution", Fix)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_that_was_open_while_it_was_decided_says_so()
    {
        var link = await AskedAsync();
        var open = await surfer.PageAsync(link);
        var token = open.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await surfer.SubmitAsync(link, "deny", ("Form.Text", "Not the names"));

        var answer = await Surfer.ReadAsync(
            await surfer.PostAsync(
                link,
                [("_handler", "grant"), ("__RequestVerificationToken", token), ("Form.Act", "grant"), ("Form.Text", "")]
            )
        );

        Assert.Contains(
            "Đã có quyết định",
            answer.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("denied", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_link_is_for_one_approver_on_one_request()
    {
        var link = await AskedAsync();
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Core.Words.Language.Vi, Stop);
        var signer = app.Services.GetRequiredService<Signer>();

        Assert.Equal(HttpStatusCode.OK, (await surfer.GetAsync(link)).StatusCode);
        var forged = link[..^1] + (link[^1] is 'A' ? 'B' : 'A');
        Assert.Equal(HttpStatusCode.NotFound, (await surfer.GetAsync(forged)).StatusCode);
        // Well signed, and nobody was asked there.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await surfer.GetAsync(signer.ApprovalLink(ticket, 1, lan.Id))).StatusCode
        );
        var version = (await TicketAsync()).Approvals[0].Version;
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await surfer.GetAsync(signer.ApprovalLink(ticket, version, lan.Id))).StatusCode
        );
        // The one is no way to the other's page.
        Assert.Equal(HttpStatusCode.NotFound, (await surfer.GetAsync($"/t/{link.Split('/')[^1]}")).StatusCode);
    }

    [Theory]
    [InlineData(181, "Thời hạn quyết định đã hết")]
    [InlineData(180, "Đang chờ quyết định")]
    public async Task An_expired_link_says_what_to_do(int minutes, string said)
    {
        var link = await AskedAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var page = await surfer.PageAsync(link);

        Assert.Contains(said, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(minutes <= 180, page.QuerySelector("form:has(input[value=grant])") is not null);
    }

    [Fact]
    public async Task What_lapsed_is_noted_once_and_told_to_whoever_asked()
    {
        await AskedAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(181));
        var watch = app.Services.GetRequiredService<Watch>();
        await watch.LookAsync(Stop);
        await watch.LookAsync(Stop);

        await using var db = app.Database();
        Assert.Equal(1, await db.History.CountAsync(e => e.Kind == "approval_lapsed", Stop));
        Assert.True(await db.Notices.AnyAsync(n => n.Person == an.Id && n.Kind == "approval_lapsed", Stop));
        Assert.Equal("lapsed", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_answer_by_mail_is_kept_for_colleagues_and_decides_nothing()
    {
        await AskedAsync();
        await ReceiveAsync(Mai, To(Mai), "Yes, I agree");

        Assert.Equal("awaited", (await ApprovalAsync()).GetProperty("state").GetString());
        await using var db = app.Database();
        Assert.True(await db.Notices.AnyAsync(n => n.Person == an.Id && n.Kind == "approver_wrote", Stop));
        var lan = await db.People.SingleAsync(p => p.Email == "lan@customer.example", Stop);
        using var customer = await Client.OfAsync(app, lan);
        var messages = (await customer.GetAsync($"tickets/{ticket}/messages"))["items"].EnumerateArray();
        Assert.DoesNotContain(
            messages,
            m => m.GetProperty("text").GetString()!.Contains("agree", StringComparison.Ordinal)
        );
        var page = (await surfer.PageAsync(app.Services.GetRequiredService<Signer>().LinkFor(ticket, lan.Id))).Body!;
        Assert.DoesNotContain("agree", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The director presents it", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_decide_at_once_are_both_heard_or_one_is_told()
    {
        await DoAsync("approvals", Request("other", anyOne: true, Mai, "phong@campus.example"));
        var asked = (await TicketAsync()).Approvals[0];
        var outcomes = await Task.WhenAll(
            asked.Approvers.Select(p =>
                app.Desk.ActAsync(ticket, new Grant(asked.Version), Actor.Person(p, Role.Customer), stop: Stop)
            )
        );

        Assert.Single(outcomes, o => o.Events.Any(e => e.What is ApprovalGranted));
        Assert.Single(outcomes, o => o.Refusal == Deciding.Settled);
    }

    [Fact]
    public async Task Who_need_not_decide_any_more_reads_why_and_the_link_says_so()
    {
        var link = await AskedAsync();
        var version = (await TicketAsync()).Approvals[0].Version;
        await DoAsync("retractions", new { approval = version, reason = "The talk was cancelled" });
        await PayAsync();

        var mail = app.Drawer.Mails.Last(m => m.To.Mailboxes.Single().Address == Mai);
        Assert.Equal("[#1] Không cần Anh/Chị phê duyệt nữa: Cung cấp dữ liệu", mail.Subject);
        Assert.Contains("The talk was cancelled", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotMatch(Link, mail.TextBody!);
        Assert.Contains("đã được rút lại", (await surfer.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("withdrawn", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_colleague_decides_at_the_desk_and_a_lead_writes_down_what_was_said_elsewhere()
    {
        var hai = await app.PersonAsync(Role.Lead, "Hai");
        await app.PersonAsync(Role.Administrator, "Admin");
        await DoAsync(
            "approvals",
            new
            {
                purpose = "data_release",
                people = (int[])[hai.Id],
                emails = (string[])[Mai],
                fields = (string[])["course"],
                why = "A talk",
                until = "2026-03-02T12:00:00+07:00",
            }
        );
        var version = (await TicketAsync()).Approvals[0].Version;
        await using (var db = app.Database())
            Assert.True(await db.Notices.AnyAsync(n => n.Person == hai.Id && n.Kind == "approval_asked", Stop));

        await surfer.SignInAsync("hai@desk.example");
        await surfer.SubmitAsync($"/tickets/{ticket}", $"grant-{version}", ("Form.Text", "Fine by me"));

        using var lead = await Client.OfAsync(app, await app.PersonAsync(Role.Lead, "Khanh"));
        var mai = (await TicketAsync()).Approvals[0].Approvers.Single(a => a != hai.Id);
        (
            await agent.PostAsync(
                $"tickets/{ticket}/grants",
                new
                {
                    approval = version,
                    @for = mai,
                    comment = "By phone",
                }
            )
        ).IsProblem(HttpStatusCode.Forbidden, "not-allowed");
        (await lead.PostAsync($"tickets/{ticket}/grants", new { approval = version, @for = mai })).IsProblem(
            HttpStatusCode.Conflict,
            "approval-without-words"
        );
        (
            await lead.PostAsync(
                $"tickets/{ticket}/grants",
                new
                {
                    approval = version,
                    @for = mai,
                    comment = "By phone",
                }
            )
        ).Is(HttpStatusCode.OK);
        Assert.Equal("granted", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_override_is_on_the_report_and_the_request_stays_as_it_was()
    {
        await AskedAsync();
        using var lead = await Client.OfAsync(app, await app.PersonAsync(Role.Lead, "Khanh"));
        (
            await lead.PostAsync(
                $"tickets/{ticket}/resolution",
                new
                {
                    kind = "fix",
                    cause = "Asked for",
                    solution = "Sent",
                    @override = "The minister waits",
                }
            )
        ).Is(HttpStatusCode.OK);

        var line = (await lead.GetAsync("reports/overrides"))["items"][0];
        Assert.Equal("approval-is-awaited", line.GetProperty("refusal").GetString());
        Assert.Equal("The minister waits", line.GetProperty("reason").GetString());
        Assert.Equal("awaited", (await ApprovalAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_stranger_cannot_ask_for_it_and_an_address_that_is_none_makes_nobody_known()
    {
        await using (var db = app.Database())
        {
            var before = await db.People.CountAsync(Stop);
            (
                await agent.PostAsync($"tickets/{ticket}/approvals", Request(emails: ["x@y.example", "not an address"]))
            ).IsProblem(HttpStatusCode.Conflict, "approver-address-is-invalid");
            Assert.Equal(before, await db.People.CountAsync(Stop));
        }
        (await agent.PostAsync($"tickets/{ticket}/approvals", Request(emails: ["an@desk.example"]))).IsProblem(
            HttpStatusCode.Conflict,
            "approval-of-own-request"
        );
        var stranger = await app.People.CustomerAsync("Tu", "tu@customer.example", Core.Words.Language.Vi, Stop);
        using var tu = await Client.OfAsync(app, stranger);
        await AskedAsync();
        var version = (await TicketAsync()).Approvals[0].Version;
        (await tu.PostAsync($"tickets/{ticket}/grants", new { approval = version })).IsProblem(
            HttpStatusCode.NotFound,
            "no-such-ticket"
        );
        (await tu.GetAsync($"tickets/{ticket}/approvals")).IsProblem(HttpStatusCode.NotFound, "no-such-ticket");
    }

    static object Fix =>
        new
        {
            kind = "fix",
            cause = "Asked for",
            solution = "Sent",
        };

    async Task<string> AskedAsync()
    {
        await app.People.CustomerAsync("Mai", Mai, Core.Words.Language.Vi, Stop);
        await DoAsync("approvals", Request());
        await PayAsync();
        return LinkIn(To(Mai));
    }

    static string LinkIn(MimeMessage mail) => Link.Match(mail.TextBody!).Value;

    [GeneratedRegex(@"/a/([0-9]+\.){3}[A-Za-z0-9_-]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link { get; }

    MimeMessage To(string address) => Assert.Single(app.Drawer.Mails, m => m.To.Mailboxes.Single().Address == address);

    async Task DoAsync(string noun, object body) =>
        (await agent.PostAsync($"tickets/{ticket}/{noun}", body)).Is(HttpStatusCode.OK);

    Task PayAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    async Task<System.Text.Json.JsonElement> ApprovalAsync() =>
        (await agent.GetAsync($"tickets/{ticket}/approvals"))["items"][0];

    async Task<Ticket> TicketAsync()
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }

    async Task ReceiveAsync(string from, MimeMessage answered, string text) =>
        (
            await agent.MailAsync(
                $"From: <{from}>\r\nTo: {answered.ReplyTo.Mailboxes.Single().Address}\r\nSubject: Re: {answered.Subject}\r\nMessage-ID: <{Guid.NewGuid():n}@campus.example>\r\nIn-Reply-To: <{answered.MessageId}>\r\n\r\n{text}"
            )
        ).Is(HttpStatusCode.Created);
}
