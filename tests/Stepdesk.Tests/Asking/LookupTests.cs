using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Asking;

/// <summary>Another system is asked for a ticket, and what it said is kept there as it was.</summary>
public sealed class LookupTests
{
    const string Active =
        """{"account":{"status":"active","phone":"0912 345 678","password":"hunter2"},"roles":[{"name":"teacher"},{"name":"author"}]}""";

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_it_answers_is_on_the_ticket_with_what_was_asked_when_and_of_whom()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));

        var answer = (await desk.AskAsync("lan+1@customer.example", "HN & co?#/x", "It is active")).Is(
            HttpStatusCode.OK
        );

        var request = Assert.Single(desk.Server.Heard);
        Assert.StartsWith(
            "GET /accounts/lan%2B1%40customer.example?site=HN%20%26%20co%3F%23%2Fx HTTP/1.1\r\n",
            request,
            StringComparison.Ordinal
        );
        Assert.Contains($"Authorization: {LookupDesk.Secret}\r\n", request, StringComparison.Ordinal);
        var kept = Assert.Single(await desk.KeptAsync());
        Assert.Equal(("base", false, "It is active"), (kept.Source, kept.IsSimulated, kept.Remark));
        Assert.Equal("lan+1@customer.example\nHN & co?#/x", kept.Query);
        Assert.Equal(desk.App.Clock.GetUtcNow(), kept.AsOf);
        // What no field names is not kept.
        Assert.Equal(["active", "0912 345 678", "teacher, author"], kept.Rows.Select(r => r[1]));
        Assert.Equal("Tài khoản LMS", kept.LookedUp!.Title.Vi);
        Assert.DoesNotContain("hunter2", answer.Text, StringComparison.Ordinal);
        Assert.Equal(64, kept.Hash.Length);
    }

    [Fact]
    public async Task An_agent_looks_somebody_up_on_the_ticket_and_reads_it_there_in_their_language()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));
        using var browser = new Surfer(desk.App);
        await browser.SignInAsync(desk.An.Email);
        var form = await browser.PageAsync($"/tickets/{desk.Ticket}?do=lookup");
        Assert.Equal(
            "lan@customer.example",
            form.QuerySelector("input[name='Form.Asked[account]']")!.GetAttribute("value")
        );

        var answer = await browser.SubmitAsync(
            $"/tickets/{desk.Ticket}?do=lookup",
            "lookup-base",
            ("Form.Asked[account]", "lan@customer.example"),
            ("Form.Asked[site]", "HN"),
            ("Form.Text", "The account is active")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await browser.PageAsync($"/tickets/{desk.Ticket}");
        var entry = page.QuerySelector(".entry-note:has(.looked-up)")!;
        Assert.Contains("An looked up LMS accounts", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("The account is active", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                "active",
                "0912 345 678 About a person: masked wherever others than colleagues read it",
                "teacher, author",
            ],
            entry
                .QuerySelectorAll(".lookup-fields dd")
                .Select(d =>
                    string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                )
        );
        Assert.DoesNotContain("sesame", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_cannot_be_meant_is_said_at_the_form_and_what_was_typed_stays()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));
        using var browser = new Surfer(desk.App);
        await browser.SignInAsync(desk.An.Email);

        var page = await Surfer.ReadAsync(
            await browser.SubmitAsync(
                $"/tickets/{desk.Ticket}?do=lookup",
                "lookup-base",
                ("Form.Asked[account]", "Lan"),
                ("Form.Asked[site]", "HN")
            )
        );

        Assert.Contains("Mail address", page.QuerySelector(".lookup .refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lan", page.QuerySelector("input[name='Form.Asked[account]']")!.GetAttribute("value"));
        Assert.Empty(desk.Server.Heard);
    }

    [Theory]
    [InlineData("", "HN", "lookup-value-is-missing")]
    [InlineData("Lan", "HN", "lookup-value-is-no-email")]
    [InlineData("a@b.example/../../admin@x", "HN", "lookup-value-is-no-email")]
    [InlineData("lan@customer.example", "hanoi", "lookup-value-does-not-fit")]
    [InlineData("lan@customer.example", null, "lookup-value-is-missing")]
    public async Task What_does_not_fit_never_leaves(string account, string? site, string code)
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));

        (await desk.AskAsync(account, site)).IsProblem(HttpStatusCode.BadRequest, code);

        Assert.Empty(desk.Server.Heard);
        Assert.Empty(await desk.KeptAsync());
    }

    [Fact]
    public async Task Programs_are_told_what_there_is_to_ask()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));

        var systems = (await desk.Agent.GetAsync("lookups", ("Accept-Language", "vi"))).Is(HttpStatusCode.OK).Body;

        Assert.Equal("Tài khoản LMS", systems[0].GetProperty("title").GetString());
        Assert.Equal("email", systems[0].GetProperty("parameters")[0].GetProperty("kind").GetString());
        (
            await desk.Agent.PostAsync(
                $"tickets/{desk.Ticket}/lookups",
                new { system = "base", values = new { who = "x" } }
            )
        ).IsProblem(HttpStatusCode.BadRequest, "lookup-parameter-is-unknown");
        (await desk.Agent.PostAsync($"tickets/{desk.Ticket}/lookups", new { system = "none" })).IsProblem(
            HttpStatusCode.NotFound,
            "lookup-system-is-unknown"
        );
    }

    [Fact]
    public async Task By_one_key_it_is_asked_once_and_two_at_once_keep_one_answer()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));
        (string, string) key = ("Idempotency-Key", "k1");

        await Task.WhenAll(desk.AskAsync(headers: key), desk.AskAsync(headers: key));
        desk.App.Clock.Advance(TimeSpan.FromMinutes(5));
        var heard = desk.Server.Heard.Count;
        (await desk.AskAsync(headers: key)).Is(HttpStatusCode.OK);

        Assert.Equal(heard, desk.Server.Heard.Count);
        Assert.Single(await desk.KeptAsync());
        (await desk.AskAsync("other@customer.example", headers: key)).IsProblem(
            HttpStatusCode.UnprocessableEntity,
            "key-was-used-before"
        );
        Assert.Equal(heard, desk.Server.Heard.Count);
    }

    [Fact]
    public async Task Who_may_not_work_on_the_ticket_asks_nobody()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));
        using var mentor = await Client.OfAsync(desk.App, Role.Mentor);
        using var customer = await Client.OfAsync(desk.App, Role.Customer, "Other");
        var body = new { system = "base", values = new { account = "lan@customer.example", site = "HN" } };

        (await mentor.PostAsync($"tickets/{desk.Ticket}/lookups", body)).IsProblem(
            HttpStatusCode.Forbidden,
            "not-allowed"
        );
        (await customer.PostAsync($"tickets/{desk.Ticket}/lookups", body)).IsProblem(
            HttpStatusCode.NotFound,
            "no-such-ticket"
        );
        (await desk.Agent.PostAsync("tickets/9999/lookups", body)).IsProblem(HttpStatusCode.NotFound, "no-such-ticket");

        Assert.Empty(desk.Server.Heard);
    }

    [Fact]
    public async Task Specialists_get_it_with_the_package_and_without_what_is_about_a_person()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));
        (await desk.AskAsync(remark: "Active")).Is(HttpStatusCode.OK);
        var version = (await desk.Agent.GetAsync($"tickets/{desk.Ticket}")).Is(HttpStatusCode.OK)["version"].GetInt32();
        foreach (
            var (path, body) in ((string, object)[])
                [
                    (
                        "classification",
                        new
                        {
                            @class = "expedite",
                            justification = "53 people",
                            affected = 53,
                        }
                    ),
                    (
                        "escalations",
                        new
                        {
                            why = "business_impact",
                            to = "development",
                            email = "dev@lms.example",
                            summary = "Cannot sign in",
                            since = "2026-03-02T08:30:00+07:00",
                            tried = "A private window",
                            pins = new[] { new { version, note = "The account" } },
                            impact = "A class",
                            ask = "Look at the sign-in",
                            nextUpdateAt = "2026-03-02T10:00:00+07:00",
                        }
                    ),
                ]
        )
        {
            var done = await desk.Agent.PostAsync($"tickets/{desk.Ticket}/{path}", body);
            Assert.True(done.Status is HttpStatusCode.OK or HttpStatusCode.Created, done.Text);
        }
        await desk.App.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

        var mail = desk.App.Drawer.Mails.Single(m =>
            m.To.ToString().Contains("dev@lms.example", StringComparison.Ordinal)
        );
        Assert.Contains("Status: active", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Telephone: ***", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Trạng thái", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("0912", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("lan@customer.example", mail.TextBody, StringComparison.Ordinal);
        // What programs read of the conversation leaves the desk too.
        var messages = (await desk.Agent.GetAsync($"tickets/{desk.Ticket}/messages")).Is(HttpStatusCode.OK).Text;
        Assert.Contains("active", messages, StringComparison.Ordinal);
        Assert.DoesNotContain("0912", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sensitive_system_leaves_no_address_behind_at_all()
    {
        await using var desk = await LookupDesk.StartAsync(
            new StubServer().Says(
                200,
                """{"account":{"status":"see lan@customer.example","phone":"token=abcdef123456"}}"""
            ),
            ("Sensitive", true)
        );

        (await desk.AskAsync()).Is(HttpStatusCode.OK);

        var kept = Assert.Single(await desk.KeptAsync());
        Assert.Equal("***\nHN", kept.Query);
        Assert.Equal(["see ***", "token=***", null], kept.Rows.Select(r => r[1]));
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_forgotten_here_too()
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(200, Active));
        (await desk.AskAsync(remark: "Lan is active")).Is(HttpStatusCode.OK);
        await using var db = desk.App.Database();
        var row = (await db.StreamAsync(Streams.Ticket(desk.Ticket), Stop))[^1];

        var erased = (FindingKept)
            Core.History.EventNames.Read(row.Kind, Core.History.EventNames.Erase(row.Kind, row.Data));

        Assert.Empty(erased.LookedUp!.Question(erased.Query));
        Assert.Empty(erased.LookedUp.Answer(erased.Rows));
        Assert.Equal("base", erased.LookedUp.System);
    }
}
