using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Api;

/// <summary>A report for a fixed date: scope, plan, negotiation and hand-over through the API, the page and the mail.</summary>
public sealed class FixedDeadlineTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly byte[] Report = Encoding.UTF8.GetBytes("course,students\nPY101,40\n");
    DeskApp app = null!;
    Client agent = null!;
    Surfer surfer = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Admin");
        agent = await Client.OfAsync(app, await app.PersonAsync(Role.Agent));
        surfer = new(app);
        await surfer.SignInAsync("an@desk.example");
        ticket = await app.LoggedAsync("A report for the director");
        await DoAsync(
            "classification",
            new
            {
                @class = "fixed_deadline",
                justification = "A talk",
                deadline = "2026-03-04T09:00:00+07:00",
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        surfer.Dispose();
        agent.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_work_is_read_as_it_was_written_down()
    {
        await DoAsync(
            "scope",
            new
            {
                items = (object[])
                    [
                        new
                        {
                            text = "By course",
                            need = "must_have",
                            minutes = 120,
                        },
                        new { text = "By age", need = "nice_to_have" },
                    ],
            }
        );
        await DoAsync("questions", new { text = "Which period?" });
        var asked = (await WorkAsync())["questions"][0].GetProperty("version").GetInt32();
        await DoAsync("clarifications", new { question = asked, text = "Spring" });
        await DoAsync(
            "negotiation",
            new
            {
                step = "asked",
                text = "All of it",
                by = "The director",
            }
        );
        await DoAsync("milestones", new { parts = new[] { new { name = "Query", minutes = 90 } }, buffer = 30 });

        var work = await WorkAsync();
        Assert.Equal("fits_without_nice", work["feasibility"].GetProperty("verdict").GetString());
        Assert.Equal(
            ["not-estimated"],
            work["feasibility"].GetProperty("reasons").EnumerateArray().Select(r => r.GetString())
        );
        Assert.Equal("Spring", work["questions"][0].GetProperty("answer").GetString());
        Assert.Equal("The director", work["bargains"][0].GetProperty("by").GetString());
        Assert.Equal("Query", work["milestones"][0].GetProperty("name").GetString());
        Assert.False(work["planIsOld"].GetBoolean());
        var page = (await surfer.PageAsync($"/tickets/{ticket}")).QuerySelector(".work")!.TextContent;
        Assert.Contains("By course", page, StringComparison.Ordinal);
        Assert.Contains("The must-haves fit", page, StringComparison.Ordinal);
        Assert.Contains("Spring", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_writes_scope_and_plan_as_lines()
    {
        await surfer.SubmitAsync(
            $"/tickets/{ticket}",
            "scope",
            ("Form.Text", "By course – 2h\r\nBy campus 1 giờ 30"),
            ("Form.Fields", "By age")
        );
        await surfer.SubmitAsync(
            $"/tickets/{ticket}",
            "plan",
            ("Form.Fields", "Query – 1h\r\nCheck – 30m"),
            ("Form.Count", "1h")
        );

        var work = await WorkAsync();
        Assert.Equal(
            [120, 90],
            work["scope"].EnumerateArray().Take(2).Select(i => i.GetProperty("minutes").GetInt32())
        );
        Assert.Equal(2, work["milestones"].GetArrayLength());
        var refused = await Surfer.ReadAsync(
            await surfer.SubmitAsync($"/tickets/{ticket}", "plan", ("Form.Fields", "Query"), ("Form.Count", ""))
        );
        Assert.Contains("such as 3h", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_handed_over_leaves_with_its_hash_once_its_release_is_granted()
    {
        var version = await FileAsync();
        await DoAsync(
            "approvals",
            new
            {
                purpose = "data_release",
                emails = (string[])["mai@campus.example"],
                fields = (string[])["course", "students"],
                why = "A talk",
                until = "2026-03-03T12:00:00+07:00",
            }
        );
        var approval = (await agent.GetAsync($"tickets/{ticket}/approvals"))["items"][0];
        (await agent.PostAsync($"tickets/{ticket}/handover", new { text = "Here it is", version })).IsProblem(
            HttpStatusCode.Conflict,
            "approval-is-awaited"
        );
        (await agent.PostAsync($"tickets/{ticket}/handover", new { text = "Here it is", version = 1 })).IsProblem(
            HttpStatusCode.Conflict,
            "hand-over-without-file"
        );
        var link = app
            .Services.GetRequiredService<Signer>()
            .ApprovalLink(
                ticket,
                approval.GetProperty("version").GetInt32(),
                approval.GetProperty("approvers")[0].GetProperty("person").GetProperty("id").GetInt32()
            );
        await surfer.SubmitAsync(link, "grant", ("Form.Text", ""));
        await DoAsync("handover", new { text = "Here it is", version });
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Report));
        Assert.Equal(hash, (await WorkAsync())["handedOver"][0].GetProperty("sha256")[0].GetString());
        var mail = app.Drawer.Mails.Last(m => m.To.Mailboxes.Single().Address == "lan@customer.example");
        Assert.Contains(hash, mail.TextBody, StringComparison.Ordinal);
        var sent = Assert.Single(mail.Attachments.OfType<MimePart>());
        using var content = new MemoryStream();
        await sent.Content!.DecodeToAsync(content, Stop);
        Assert.Equal(Report, content.ToArray());
        Assert.Contains(
            hash,
            (await surfer.PageAsync($"/tickets/{ticket}")).Body!.TextContent,
            StringComparison.Ordinal
        );

        await using var db = app.Database();
        var lan = db.People.Single(p => p.Email == "lan@customer.example");
        var portal = await surfer.PageAsync(app.Services.GetRequiredService<Signer>().LinkFor(ticket, lan.Id));
        Assert.Contains("report.csv", portal.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_requester_reads_none_of_it_and_a_ticket_without_a_date_has_none()
    {
        await DoAsync("scope", new { items = new[] { new { text = "Secret scope", need = "must_have" } } });
        await using var db = app.Database();
        var lan = db.People.Single(p => p.Email == "lan@customer.example");
        using var customer = await Client.OfAsync(app, lan);
        (await customer.GetAsync($"tickets/{ticket}/work")).IsProblem(HttpStatusCode.Forbidden, "not-allowed");
        var page = await surfer.PageAsync(app.Services.GetRequiredService<Signer>().LinkFor(ticket, lan.Id));
        Assert.DoesNotContain("Secret scope", page.Body!.TextContent, StringComparison.Ordinal);

        var other = await app.LoggedAsync("Something else");
        (await agent.PostAsync($"tickets/{other}/questions", new { text = "Which?" })).IsProblem(
            HttpStatusCode.Conflict,
            "work-without-fixed-deadline"
        );
        Assert.Null((await surfer.PageAsync($"/tickets/{other}")).QuerySelector(".work"));
    }

    // The report comes to the ticket as specialists send things: by mail.
    async Task<int> FileAsync()
    {
        var address = app.Services.GetRequiredService<Signer>().ReplyAddress("support@desk.example", ticket);
        var raw =
            $"From: <bi@campus.example>\r\nTo: {address}\r\nSubject: Report\r\nMessage-ID: <r@campus.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHere\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=report.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Report)}\r\n--b--\r\n";
        (await agent.MailAsync(raw)).Is(HttpStatusCode.Created);
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop))
            .ConvertAll(e => e.Read())
            .Last(e => Files.Of(e.What).Count > 0)
            .Version;
    }

    async Task DoAsync(string noun, object body) =>
        (await agent.PostAsync($"tickets/{ticket}/{noun}", body)).Is(HttpStatusCode.OK);

    Task<Answer> WorkAsync() => agent.GetAsync($"tickets/{ticket}/work");
}
