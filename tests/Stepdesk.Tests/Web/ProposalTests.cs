using System.Net;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Web;

/// <summary>Another class is proposed when more or fewer people are affected, and suggested from what a message says.</summary>
public sealed class ProposalTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;
    Client agent = null!;
    Surfer browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
        agent = await Client.OfAsync(app, Role.Agent, "Binh");
        browser = new(app);
        await browser.SignInAsync(an.Email);
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task More_people_propose_a_class_once_and_the_owner_is_told()
    {
        var ticket = await app.LoggedAsync();
        await DoAsync(ticket, "assignment", new { owner = an.Id });
        await DoAsync(ticket, "affected", new { affected = 53 });
        var seen = await DoAsync(ticket, "affected", new { affected = 60 });

        Assert.Equal("expedite", seen["proposal"].GetProperty("class").GetString());
        Assert.Equal(53, seen["proposal"].GetProperty("affected").GetProperty("count").GetInt32());
        Assert.Equal("class_proposed", (await HappenedAsync(ticket)).Single(k => k.StartsWith("class", Ordinal)));
        await using var db = app.Database();
        Assert.Equal(
            an.Id,
            (await db.Notices.SingleAsync(n => n.Ticket == ticket && n.Kind == "class_proposed", Stop)).Person
        );

        var page = await browser.PageAsync($"/tickets/{ticket}");
        Assert.Contains(
            "60 people are affected: Expedite?",
            page.QuerySelector(".proposal")!.TextContent,
            StringComparison.Ordinal
        );
        var asked = await browser.PageAsync(page.QuerySelector(".proposal a")!.GetAttribute("href")!);
        var form = asked.QuerySelector("form:has(input[value=classify])")!;
        Assert.Equal("Expedite", form.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal("60", form.QuerySelector("input[name='Form.Count']")!.GetAttribute("value"));
        Assert.Equal("", form.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(form.Closest("details[open]"));
    }

    [Fact]
    public async Task Classifying_keeps_how_the_number_is_known()
    {
        var ticket = await app.LoggedAsync();
        await DoAsync(ticket, "affected", new { affected = new { count = 40, source = "telemetry" } });

        var page = await browser.PageAsync($"/tickets/{ticket}");
        var form = page.QuerySelector("form:has(input[value=classify])")!;
        Assert.Equal("Telemetry", form.QuerySelector("[name='Form.Source'] option[selected]")!.GetAttribute("value"));
        var answer = await browser.SubmitAsync(
            $"/tickets/{ticket}",
            "classify",
            ("Form.Class", "Expedite"),
            ("Form.Text", "40 people")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var affected = (await agent.GetAsync($"tickets/{ticket}"))["affected"];
        Assert.Equal(40, affected.GetProperty("count").GetInt32());
        Assert.Equal("telemetry", affected.GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("Form.Count", "many", "Please write numbers in digits.")]
    [InlineData("Form.Count", "99999999999", "1,000,000")]
    [InlineData("Form.At", "next Monday", "2026-03-31")]
    [InlineData("Form.At", "9999-12-31T23:59", "years")]
    [InlineData("Form.At", "0001-01-01T00:00", "years")]
    public async Task What_cannot_be_read_is_said_and_stays_as_it_was_typed(string field, string typed, string said)
    {
        var ticket = await app.LoggedAsync();

        var page = await Surfer.ReadAsync(
            await browser.SubmitAsync(
                $"/tickets/{ticket}",
                "classify",
                ("Form.Class", "FixedDeadline"),
                ("Form.Text", "For the board"),
                (field, typed)
            )
        );

        Assert.Contains(said, page.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        var form = page.QuerySelector("form:has(input[value=classify])")!;
        Assert.Equal(typed, form.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        Assert.Equal("For the board", form.QuerySelector("textarea")!.TextContent);
        Assert.Equal("FixedDeadline", form.QuerySelector("option[selected]")!.GetAttribute("value"));
        // What was typed into one form shows in no other.
        Assert.All(
            page.QuerySelectorAll($"[name='{field}']").Where(f => f.Closest("form") != form),
            f => Assert.NotEqual(typed, f.GetAttribute("value"))
        );
    }

    [Theory]
    [InlineData("classify", "Form.Class", "Emergency")]
    [InlineData("classify", "Form.Class", "Standard,Priority")]
    [InlineData("classify", "Form.Class", "3")]
    [InlineData("classify", "Form.Class", "")]
    [InlineData("priority", "Form.Priority", "Low,High")]
    [InlineData("affected", "Form.Source", "Estimated,Telemetry")]
    public async Task A_choice_that_no_list_offers_is_refused(string form, string field, string typed)
    {
        var ticket = await app.LoggedAsync();

        var page = await Surfer.ReadAsync(
            await browser.SubmitAsync(
                $"/tickets/{ticket}",
                form,
                ("Form.Text", "Because"),
                ("Form.Count", "7"),
                (field, typed)
            )
        );

        Assert.Contains("Choose one of the list.", page.QuerySelector(".refusal")!.TextContent, Ordinal);
        var seen = await agent.GetAsync($"tickets/{ticket}");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen["class"].ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen["affected"].ValueKind);
        Assert.Equal("normal", seen["priority"].GetString());
    }

    [Fact]
    public async Task A_ticket_is_not_logged_with_a_class_that_no_list_offers()
    {
        var page = await Surfer.ReadAsync(
            await browser.SubmitAsync(
                "/tickets/new",
                "new-ticket",
                ("Form.Name", "Lan"),
                ("Form.Email", "lan@customer.example"),
                ("Form.Title", "Cannot log in"),
                ("Form.Channel", "Phone"),
                ("Form.Class", "Standard,Priority"),
                ("Form.Justification", "7 people")
            )
        );

        Assert.Contains("Choose one of the list.", page.QuerySelector(".refusal")!.TextContent, Ordinal);
        await using var db = app.Database();
        Assert.False(await db.Tickets.AnyAsync(Stop));
    }

    [Fact]
    public async Task An_empty_number_of_people_says_that_nobody_knows()
    {
        var ticket = await app.LoggedAsync();
        await DoAsync(ticket, "affected", new { affected = 53 });

        await browser.SubmitAsync($"/tickets/{ticket}", "affected", ("Form.Count", ""), ("Form.Source", "Reported"));

        var seen = await agent.GetAsync($"tickets/{ticket}");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen["affected"].ValueKind);
        Assert.Equal("proposal_withdrawn", (await HappenedAsync(ticket))[^1]);
        Assert.Contains(
            "nobody knows how many people",
            (await browser.PageAsync($"/tickets/{ticket}?all=true")).Body!.TextContent,
            Ordinal
        );
    }

    [Fact]
    public async Task Leaving_the_class_needs_a_reason_and_answers_the_proposal()
    {
        var ticket = await app.LoggedAsync();
        (await agent.PostAsync($"tickets/{ticket}/dismissal", new { reason = "x" })).IsProblem(
            HttpStatusCode.Conflict,
            "no-proposal"
        );
        await DoAsync(ticket, "affected", new { affected = 53 });

        await browser.SubmitAsync($"/tickets/{ticket}", "dismiss", ("Form.Text", "A way round is known"));

        var seen = await agent.GetAsync($"tickets/{ticket}");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen["proposal"].ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen["class"].ValueKind);
        Assert.Null((await browser.PageAsync($"/tickets/{ticket}")).QuerySelector(".proposal:not(.suggests)"));
        Assert.Equal("proposal_dismissed", (await HappenedAsync(ticket))[^1]);
    }

    [Fact]
    public async Task Linked_reports_count_until_they_are_taken_off()
    {
        var ticket = await app.LoggedAsync();
        await DoAsync(ticket, "affected", new { affected = 3 });
        var one = await app.LoggedAsync("Also cannot log in");
        var many = await app.LoggedAsync("My class cannot log in");
        await DoAsync(many, "affected", new { affected = 26 });

        await DoAsync(one, "links", new { ticket, kind = "duplicate_of" });
        await DoAsync(ticket, "links", new { ticket = many, kind = "child" });
        var seen = await agent.GetAsync($"tickets/{ticket}");

        // Lan reported both the ticket and its duplicate, and is one person.
        Assert.Equal(27, seen["affectedInAll"].GetProperty("count").GetInt32());
        Assert.Equal(3, seen["affected"].GetProperty("count").GetInt32());
        Assert.Equal("expedite", seen["proposal"].GetProperty("class").GetString());
        (await agent.SendAsync(HttpMethod.Delete, $"tickets/{ticket}/links/{many}", content: null)).Is(
            HttpStatusCode.OK
        );
        seen = await agent.GetAsync($"tickets/{ticket}");
        Assert.Equal(3, seen["affectedInAll"].GetProperty("count").GetInt32());
        Assert.Equal("proposal_withdrawn", (await HappenedAsync(ticket))[^1]);
        await using var db = app.Database();
        Assert.Equal(3, (await db.Tickets.SingleAsync(t => t.Id == ticket, Stop)).Affected);
    }

    [Fact]
    public async Task What_a_message_says_is_suggested_and_marked_and_taken_only_when_somebody_clicks()
    {
        var ticket = await LoggedAsync(
            "Không đăng nhập được",
            "<b>Chào anh chị</b>, 53 học viên không vào được hệ thống. Cần xong trước 17h ngày mai."
        );

        var read = await agent.GetAsync($"tickets/{ticket}/suggestion");
        Assert.Equal(53, read["affected"].GetProperty("low").GetInt32());
        Assert.Equal("expedite", read["class"].GetString());
        Assert.NotEmpty(read["reasons"].EnumerateArray());
        var said = read["deadline"].GetProperty("span").GetProperty("text").GetString()!;

        var page = await browser.PageAsync($"/tickets/{ticket}");
        Assert.Contains("Expedite", page.QuerySelector(".suggests h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [read["affected"].GetProperty("span").GetProperty("text").GetString()!, said],
            page.QuerySelectorAll(".prose mark").Select(m => m.TextContent)
        );
        // Marking changes nothing of what is shown, and what looks like markup stays text.
        Assert.Contains(
            "<b>Chào anh chị</b>, 53 học viên",
            page.QuerySelector(".prose")!.TextContent,
            StringComparison.Ordinal
        );

        var asked = await browser.PageAsync($"/tickets/{ticket}?do=classify");
        var form = asked.QuerySelector("form:has(input[value=classify])")!;
        Assert.Equal("53", form.QuerySelector("input[name='Form.Count']")!.GetAttribute("value"));
        Assert.Null(form.QuerySelector("input[name='Form.At']")!.GetAttribute("value"));
        var taken = await browser.PageAsync(form.QuerySelector("p a")!.GetAttribute("href")!);
        Assert.EndsWith(
            "T17:00",
            LocalTime(
                taken.QuerySelector("form:has(input[value=classify]) input[name='Form.At']")!.GetAttribute("value")!
            ),
            StringComparison.Ordinal
        );

        await DoAsync(ticket, "classification", new { @class = "standard", justification = "Not so many" });
        Assert.Null((await browser.PageAsync($"/tickets/{ticket}")).QuerySelector(".suggests, .prose mark"));
    }

    const StringComparison Ordinal = StringComparison.Ordinal;

    // This desk was never set up, so its pages show UTC; the message was read in the zone of its promises.
    static string LocalTime(string utc) =>
        DateTime
            .Parse(utc, System.Globalization.CultureInfo.InvariantCulture)
            .AddHours(7)
            .ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    async Task<Answer> DoAsync(int ticket, string noun, object body) =>
        (await agent.PostAsync($"tickets/{ticket}/{noun}", body)).Is(HttpStatusCode.OK);

    async Task<int> LoggedAsync(string title, string text)
    {
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi, Stop);
        var log = new Log(title, text, lan.Id, Channel.Web);
        return (await app.Desk.LogAsync(WorldRow.Live, log, lan.AsActor, stop: Stop)).Ticket;
    }

    async Task<List<string>> HappenedAsync(int ticket)
    {
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop)).ConvertAll(e => e.Kind);
    }
}
