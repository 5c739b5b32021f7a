using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>Specialists are asked for help: what leaves, to whom, in whose words, and how their answer comes back.</summary>
public sealed class EscalationMailTests : IAsyncLifetime
{
    const string Secret = "Parents are furious at Lan";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;
    Client agent = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = await app.PersonAsync(Role.Agent);
        agent = await Client.OfAsync(app, an);
        ticket = await app.LoggedAsync("Lan Nguyen cannot log in");
        await DoAsync(
            "classification",
            new
            {
                @class = "expedite",
                justification = "53 people",
                affected = 53,
            }
        );
        await DoAsync("notes", new { text = Secret });
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await app.DisposeAsync();
    }

    static object Package(string? email = "dev@lms.example", int? person = null, int? team = null) =>
        new
        {
            why = "business_impact",
            to = "development",
            email,
            person,
            team,
            summary = "Submissions fail with <HTTP 500>",
            since = "2026-03-02T08:30:00+07:00",
            tried = "Other classes",
            pins = new object[]
            {
                new { version = 1, note = "The report" },
                new { link = "https://logs.example/q?a=1&b=2", note = "500s by minute" },
            },
            impact = "53 exams",
            ask = "Roll back",
            nextUpdateAt = "2026-03-02T10:00:00+07:00",
        };

    [Fact]
    public async Task A_package_carries_what_was_put_into_it_and_nothing_else()
    {
        await DoAsync("escalations", Package());
        await PayAsync();

        var mail = To("dev@lms.example");
        Assert.Equal($"[#1] Help needed: Submissions fail with <HTTP 500>", mail.Subject);
        foreach (
            var said in (string[])
                [
                    "Expedite",
                    "People affected: 53",
                    "Since: 2 March 2026, 01:30 (UTC+00:00)",
                    "news by: 2 March 2026, 03:00",
                    "Other classes",
                    "53 exams",
                    "Roll back",
                    "The report (",
                    "    Since 8:00",
                    "https://logs.example/q?a=1&b=2",
                    "500s by minute",
                ]
        )
            Assert.Contains(said, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Submissions fail with &lt;HTTP 500&gt;", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://logs.example/q?a=1&amp;b=2\"", mail.HtmlBody, StringComparison.Ordinal);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!, mail.Subject!])
        {
            Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
            Assert.DoesNotContain("Lan", body, StringComparison.Ordinal);
            Assert.DoesNotContain("/t/", body, StringComparison.Ordinal);
            Assert.DoesNotContain("/tickets/", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_colleague_reads_it_in_their_language_and_can_open_the_ticket()
    {
        var hai = await app.PersonAsync(Role.Lead, "Hai");
        await using (var db = app.Database())
            await db
                .People.Where(p => p.Id == hai.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(r => r.Language, Language.Vi), Stop);
        await DoAsync("escalations", Package(email: null, person: hai.Id));
        await PayAsync();

        var mail = To("hai@desk.example");
        Assert.Equal("[#1] Cần hỗ trợ: Submissions fail with <HTTP 500>", mail.Subject);
        Assert.Contains("Số người bị ảnh hưởng: 53", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("01:30 ngày 02/03/2026", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/tickets/{ticket}#e", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("lang=\"vi\"", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_requester_is_told_once_in_their_own_words_and_no_clock_of_theirs_is_fooled()
    {
        await DoAsync("escalations", Package());
        await DoAsync("escalations", Package("ops@lms.example"));
        await PayAsync();

        var mail = Assert.Single(app.Drawer.Mails, m => m.To.Mailboxes.Single().Address == "lan@customer.example");
        Assert.Contains(Text.Of("template-escalation-requester", Language.Vi), mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("03:00 ngày 02/03/2026", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP 500", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Null((await TicketAsync()).AcknowledgedAt);

        using var lan = await Client.OfAsync(app, await RequesterAsync());
        var messages = (await lan.GetAsync($"tickets/{ticket}/messages"))["items"].EnumerateArray().ToList();
        Assert.Equal(["report", "reply"], messages.Select(m => m.GetProperty("kind").GetString()));
        var seen = await lan.GetAsync($"tickets/{ticket}");
        Assert.DoesNotContain(
            seen["clocks"].EnumerateArray(),
            c => c.GetProperty("name").GetString() is "return" or "package"
        );
        (await lan.GetAsync($"tickets/{ticket}/escalations")).IsProblem(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Everybody_of_a_team_is_asked_but_who_asks_and_who_left()
    {
        var team = await TeamAsync("Developers", an.Id, (await app.PersonAsync(Role.Agent, "Binh")).Id);
        var gone = await app.PersonAsync(Role.Agent, "Gone");
        await using (var db = app.Database())
            await db
                .People.Where(p => p.Id == gone.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(r => r.Team, team).SetProperty(r => r.IsActive, false), Stop);
        await DoAsync("escalations", Package(email: null, team: team));

        var asked = (await agent.GetAsync($"tickets/{ticket}/escalations"))["items"][0];
        Assert.Equal(
            ["Binh"],
            asked.GetProperty("readers").EnumerateArray().Select(r => r.GetProperty("name").GetString())
        );
        Assert.Equal("Developers", asked.GetProperty("team").GetProperty("name").GetString());

        var empty = await TeamAsync("Nobody");
        (await agent.PostAsync($"tickets/{ticket}/escalations", Package(email: null, team: empty))).IsProblem(
            HttpStatusCode.Conflict,
            "escalation-reaches-nobody"
        );
    }

    [Fact]
    public async Task What_is_missing_is_named_at_once_in_the_callers_language()
    {
        var answer = await agent.PostAsync(
            $"tickets/{ticket}/escalations",
            new { why = "security", email = "dev@lms.example" },
            ("Accept-Language", "vi")
        );

        answer.IsProblem(HttpStatusCode.Conflict, "escalation-is-incomplete");
        Assert.Equal(
            ["specialty", "summary", "since", "tried", "evidence", "impact", "ask", "next-update"],
            answer.Words("missing")
        );
        Assert.Contains("những gì đã thử", answer["detail"].GetString(), StringComparison.Ordinal);
        (await agent.PostAsync($"tickets/{ticket}/escalations", Package(person: an.Id))).IsProblem(
            HttpStatusCode.Conflict,
            "escalate-to-one"
        );
        Assert.Empty((await TicketAsync()).Escalations);
    }

    [Fact]
    public async Task An_answer_comes_back_onto_the_escalation_whose_mail_it_answers()
    {
        await DoAsync("escalations", Package());
        await DoAsync("escalations", Package());
        await PayAsync();
        var first = app.Drawer.Mails.First(m => m.To.Mailboxes.Single().Address == "dev@lms.example");

        await ReceiveAsync("dev@lms.example", first, "Rolled back");

        var asked = (await agent.GetAsync($"tickets/{ticket}/escalations"))["items"].EnumerateArray().ToList();
        Assert.Equal(["answered", "asked"], asked.Select(a => a.GetProperty("state").GetString()));
        Assert.Equal((await TicketAsync()).Version, asked[0].GetProperty("answerVersion").GetInt32());
        await using var db = app.Database();
        Assert.True(await db.Measures.AnyAsync(m => m.What == Measured.Return && m.Kept == true, Stop));
    }

    [Fact]
    public async Task An_alert_goes_first_and_who_is_late_with_the_rest_or_with_an_answer_is_noticed()
    {
        var lead = await app.PersonAsync(Role.Lead, "Hai");
        await DoAsync(
            "escalations",
            new
            {
                why = "business_impact",
                to = "operations",
                email = "ops@lms.example",
                summary = "Submissions fail",
                ask = "Look at once",
                @short = true,
            }
        );
        await PayAsync();
        Assert.StartsWith("[#1] Alert: ", To("ops@lms.example").Subject, StringComparison.Ordinal);
        var alert = Assert.Single((await TicketAsync()).Escalations).Version;

        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await app.Services.GetRequiredService<Watch>().LookAsync(Stop);

        await using var db = app.Database();
        Assert.Equal(
            [ClockName.Package, ClockName.Return],
            (await db.Breaches.Where(b => b.Ticket == ticket).Select(b => b.Clock).ToListAsync(Stop))
                .Where(c => c is ClockName.Package or ClockName.Return)
                .Order()
        );
        Assert.True(await db.Notices.AnyAsync(n => n.Person == lead.Id && n.Kind == "clock_broken", Stop));

        await DoAsync(
            "escalations",
            new
            {
                completes = alert,
                pins = new[] { new { version = 1 } },
                summary = "All",
                since = "2026-03-02T08:30:00+07:00",
                tried = "x",
                impact = "x",
                ask = "x",
                nextUpdateAt = "2026-03-02T12:00:00+07:00",
            }
        );
        await PayAsync();
        Assert.Equal(2, app.Drawer.Mails.Count(m => m.To.Mailboxes.Single().Address == "ops@lms.example"));
        var asked = (await agent.GetAsync($"tickets/{ticket}/escalations"))["items"][0];
        Assert.False(asked.GetProperty("packageOwed").GetBoolean());
        Assert.Equal("All", asked.GetProperty("package").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Who_need_not_help_any_more_reads_why()
    {
        await DoAsync("escalations", Package());
        var asked = Assert.Single((await TicketAsync()).Escalations).Version;
        await DoAsync("withdrawals", new { escalation = asked, reason = "It was the proxy" });
        await PayAsync();

        var mail = app.Drawer.Mails.Last(m => m.To.Mailboxes.Single().Address == "dev@lms.example");
        Assert.StartsWith("[#1] No longer needed: Submissions fail", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("It was the proxy", mail.TextBody, StringComparison.Ordinal);
        Assert.NotEmpty(mail.References);
    }

    [Fact]
    public async Task What_is_erased_is_gone_from_the_package_and_from_what_has_not_left()
    {
        await DoAsync("escalations", Package());
        var lan = await RequesterAsync();
        await app.Services.GetRequiredService<Erasure>().RunAsync(lan.Email, "Asked for", "GDPR 17", an.AsActor, Stop);
        await PayAsync();

        Assert.Empty(app.Drawer.Mails);
        var package = (await agent.GetAsync($"tickets/{ticket}/escalations"))["items"][0].GetProperty("package");
        Assert.Equal("", package.GetProperty("summary").GetString());
        Assert.Equal(0, package.GetProperty("pins").GetArrayLength());
    }

    [Fact]
    public async Task Whoever_owns_the_ticket_sees_on_the_page_of_notices_that_they_answered()
    {
        await DoAsync("assignment", new { owner = an.Id });
        await DoAsync("escalations", Package());
        await PayAsync();
        await ReceiveAsync("dev@lms.example", To("dev@lms.example"), "Rolled back");
        using var surfer = new Surfer(app);
        await app.PersonAsync(Role.Administrator, "Admin");
        await surfer.SignInAsync("an@desk.example");

        var page = await surfer.PageAsync("/notices");
        Assert.Contains("Somebody beside the customer answered", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_tickets_can_be_escalated_at_once_each_with_its_own_verdict()
    {
        var other = await app.LoggedAsync("Another");
        var answer = await agent.PostAsync(
            "tickets/bulk",
            new
            {
                tickets = new[] { ticket, other },
                change = "escalations",
                body = Package(),
            }
        );

        Assert.Equal(
            [null, "escalation-is-incomplete"],
            answer["results"].EnumerateArray().Select(r => r.GetProperty("code").GetString())
        );
    }

    MimeMessage To(string address) => app.Drawer.Mails.Single(m => m.To.Mailboxes.Single().Address == address);

    async Task DoAsync(string noun, object body) =>
        (await agent.PostAsync($"tickets/{ticket}/{noun}", body)).Is(HttpStatusCode.OK);

    Task<int> PayAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    async Task ReceiveAsync(string from, MimeMessage answered, string text)
    {
        var raw = $"""
            From: {from}
            To: {answered.ReplyTo.Mailboxes.Single().Address}
            Subject: Re: help
            Message-ID: <{Guid.NewGuid():n}@lms.example>
            In-Reply-To: <{answered.MessageId}>

            {text}
            """.ReplaceLineEndings("\r\n");
        (await agent.MailAsync(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(raw)))).Is(HttpStatusCode.Created);
    }

    async Task<int> TeamAsync(string name, params int[] people)
    {
        await using var db = app.Database();
        var id = await db.NextNumberAsync("teams", Stop);
        db.Teams.Add(
            new()
            {
                Id = id,
                World = WorldRow.Live,
                Name = name,
            }
        );
        await db.SaveChangesAsync(Stop);
        await db.People.Where(p => people.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(r => r.Team, id), Stop);
        return id;
    }

    async Task<PersonRow> RequesterAsync()
    {
        await using var db = app.Database();
        return await db.People.SingleAsync(p => p.Email == "lan@customer.example", Stop);
    }

    async Task<Ticket> TicketAsync()
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }
}
