using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Asking;

/// <summary>Telemetry is asked on a page and through the API, and what it said is kept on a ticket as it was.</summary>
public sealed class FindingTests : IAsyncLifetime
{
    const string ByClass = """
        requests
        | summarize p90 = percentile(duration, 90), n = count() by class = tostring(customDimensions.ClassCode)
        | top 3 by p90
        """;

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Client agent = null!;
    Surfer browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        var an = await app.PersonAsync(Role.Agent);
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
    public async Task The_API_answers_in_Azures_shape_and_what_it_said_can_be_kept()
    {
        var ticket = await app.LoggedAsync();
        var answer = (await agent.PostAsync("telemetry/queries", new { query = ByClass })).Is(HttpStatusCode.OK);

        var table = answer["tables"][0];
        Assert.Equal("PrimaryResult", table.GetProperty("name").GetString());
        Assert.Equal(
            ["class:string", "p90:real", "n:long"],
            table
                .GetProperty("columns")
                .EnumerateArray()
                .Select(c => $"{c.GetProperty("name").GetString()}:{c.GetProperty("type").GetString()}")
        );
        Assert.Equal("WEB101-HN-2024", table.GetProperty("rows")[0][0].GetString());
        Assert.Equal(JsonValueKind.Number, table.GetProperty("rows")[0][2].ValueKind);

        var pinned = await agent.PostAsync(
            $"tickets/{ticket}/findings",
            new { finding = answer["finding"].GetString(), remark = "Only this class is slow" }
        );
        pinned.Is(HttpStatusCode.OK);

        var kept = (FindingKept)(await HistoryAsync(ticket))[^1];
        Assert.Equal(("simulated", true, ByClass, 3), (kept.Source, kept.IsSimulated, kept.Query, kept.RowCount));
        Assert.Equal("WEB101-HN-2024", kept.Rows[0][0]);
        Assert.Equal(answer["hash"].GetString(), kept.Hash);
        Assert.Equal("Only this class is slow", kept.Remark);
        Assert.Equal(app.Clock.GetUtcNow(), kept.AsOf);
    }

    [Fact]
    public async Task What_is_pinned_already_is_said_to_be_and_a_remark_is_as_short_as_on_the_page()
    {
        var ticket = await app.LoggedAsync();
        var answer = (await agent.PostAsync("telemetry/queries", new { query = ByClass })).Is(HttpStatusCode.OK);
        var finding = answer["finding"].GetString();

        (await PinAsync(new('x', KeepFinding.LongestRemark + 1))).IsProblem(
            HttpStatusCode.BadRequest,
            "finding-remark-is-too-long"
        );
        (await PinAsync(new('x', KeepFinding.LongestRemark))).Is(HttpStatusCode.OK);
        (await PinAsync("once more")).IsProblem(HttpStatusCode.Conflict, "finding-is-pinned-already");

        Assert.Single((await HistoryAsync(ticket)).OfType<FindingKept>());

        Task<Answer> PinAsync(string remark) => agent.PostAsync($"tickets/{ticket}/findings", new { finding, remark });
    }

    [Fact]
    public async Task What_was_kept_stays_although_the_data_moves_on()
    {
        var ticket = await app.LoggedAsync();
        var before = (await agent.PostAsync("telemetry/queries", new { query = "requests | count" })).Is(
            HttpStatusCode.OK
        );
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var after = (await agent.PostAsync("telemetry/queries", new { query = "requests | count" })).Is(
            HttpStatusCode.OK
        );
        Assert.NotEqual(before["hash"].GetString(), after["hash"].GetString());

        (await agent.PostAsync($"tickets/{ticket}/findings", new { finding = before["finding"].GetString() })).Is(
            HttpStatusCode.OK
        );

        Assert.Equal(
            before["tables"][0].GetProperty("rows")[0][0].GetRawText(),
            ((FindingKept)(await HistoryAsync(ticket))[^1]).Rows[0][0]
        );
    }

    [Fact]
    public async Task The_time_narrows_what_the_query_says()
    {
        var now = app.Clock.GetUtcNow();
        var all = await CountAsync(null);
        var hour = await CountAsync(now.AddHours(-1));
        var none = await CountAsync(now.AddDays(1));

        Assert.True(all > hour && hour > 0, $"{all} {hour}");
        Assert.Equal(0, none);

        async Task<long> CountAsync(DateTimeOffset? from) =>
            (await agent.PostAsync("telemetry/queries", new { query = "AppRequests | count", from }))
                .Is(HttpStatusCode.OK)["tables"][0]
                .GetProperty("rows")[0][0]
                .GetInt64();
    }

    [Fact]
    public async Task A_wrong_query_is_answered_with_its_place_and_its_repair()
    {
        var answer = await agent.PostAsync(
            "telemetry/queries",
            new { query = "requests\n| where Success == false" },
            ("Accept-Language", "vi")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(2, answer["error"].GetProperty("line").GetInt32());
        var said = answer["diagnostics"][0];
        Assert.Equal(9, said.GetProperty("column").GetInt32());
        Assert.Contains(
            said.GetProperty("repairs").EnumerateArray(),
            r => r.GetProperty("text").GetString() == "success"
        );
        Assert.Equal(JsonValueKind.Null, answer["finding"].ValueKind);
    }

    [Fact]
    public async Task Only_what_this_desk_sealed_is_kept()
    {
        var ticket = await app.LoggedAsync();
        var answer = (await agent.PostAsync("telemetry/queries", new { query = "print 1" })).Is(HttpStatusCode.OK);
        var seal = answer["finding"].GetString()!;
        var touched = string.Concat(seal.AsSpan(0, 40), seal[40] is 'A' ? "B" : "A", seal.AsSpan(41));

        foreach (var wrong in (string[])[touched, "", "x", "Đây", new('A', 2000)])
            (await agent.PostAsync($"tickets/{ticket}/findings", new { finding = wrong })).IsProblem(
                HttpStatusCode.BadRequest,
                "finding-cannot-be-read"
            );
        Assert.DoesNotContain(await HistoryAsync(ticket), e => e is FindingKept);
    }

    [Fact]
    public async Task An_agent_asks_on_the_page_sees_the_chart_and_pins_it()
    {
        var ticket = await app.LoggedAsync("Slow lessons");
        var page = await AskAsync(
            $"/telemetry?ticket={ticket}",
            "requests\n| summarize p95 = percentile(duration, 95) by bin(timestamp, 10m)\n| render timechart"
        );

        Assert.NotNull(page.QuerySelector(".chart svg polyline"));
        Assert.NotEmpty(page.QuerySelectorAll("table.rows tbody tr"));
        var form = page.QuerySelector("form.pin")!;
        var answer = await browser.PostAsync(
            form.GetAttribute("action")!,
            [
                .. form.QuerySelectorAll("input[type=hidden]")
                    .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
                ("Form.Number", form.QuerySelector("input[name='Form.Number']")!.GetAttribute("value")!),
                ("Form.Remark", "Slow since 14:00"),
            ]
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await browser.PageAsync($"/tickets/{ticket}");
        var finding = shown.QuerySelector(".entry-note:has(.finding)")!;
        Assert.Contains("pinned what the simulated platform showed", finding.TextContent, StringComparison.Ordinal);
        Assert.Contains("Slow since 14:00", finding.TextContent, StringComparison.Ordinal);
        Assert.NotNull(finding.QuerySelector(".chart svg polyline"));
        Assert.Contains("render timechart", finding.QuerySelector("pre.kql")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_shown_in_its_place_and_a_button_repairs_it()
    {
        var page = await AskAsync("/telemetry", "requests\n| where resultCode >= 400\n| count");

        var fault = page.QuerySelector(".fault")!;
        Assert.Contains("resultCode", fault.QuerySelector("mark")!.TextContent, StringComparison.Ordinal);
        var repair = fault.QuerySelector("button[name='Form.Repair']")!.GetAttribute("value")!;
        var repaired = await AskAsync(
            "/telemetry",
            "requests\n| where resultCode >= 400\n| count",
            ("Form.Repair", repair)
        );
        Assert.Contains(
            "toint(resultCode) >= 400",
            repaired.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Single(repaired.QuerySelectorAll("table.rows tbody tr"));
    }

    [Fact]
    public async Task Of_several_queries_the_one_with_the_cursor_runs_and_its_faults_are_where_they_stand()
    {
        const string Both = "requests | count\n\nexceptions\n| whare type == 'x'";

        var first = await AskAsync("/telemetry", Both, ("Form.At", "3"));
        Assert.Empty(first.QuerySelectorAll(".fault"));
        var second = await AskAsync("/telemetry", Both, ("Form.At", $"{Both.Length}"));
        Assert.Contains("line 4", second.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("whare", second.QuerySelector(".fault mark")!.TextContent);
    }

    [Fact]
    public async Task Customers_and_those_who_learn_see_nothing_of_it()
    {
        var ticket = await app.LoggedAsync();
        var answer = (await agent.PostAsync("telemetry/queries", new { query = "print 1" })).Is(HttpStatusCode.OK);
        (await agent.PostAsync($"tickets/{ticket}/findings", new { finding = answer["finding"].GetString() })).Is(
            HttpStatusCode.OK
        );
        await using var db = app.Database();
        var lan = await db.People.SingleAsync(p => p.Email == "lan@customer.example", Stop);
        using var customer = await Client.OfAsync(app, lan);

        var history = (await customer.GetAsync($"tickets/{ticket}/history")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("finding_kept", history["items"].GetRawText(), StringComparison.Ordinal);

        var trainee = await app.PersonAsync(Role.Trainee, "Tam");
        using var learner = new Surfer(app);
        await learner.SignInAsync(trainee.Email);
        Assert.NotEqual(HttpStatusCode.OK, (await learner.GetAsync("/telemetry")).StatusCode);
        Assert.NotEqual(
            HttpStatusCode.OK,
            (await learner.PostAsync("/telemetry/checks", JsonContent.Create(new { text = "requests" }))).StatusCode
        );
    }

    [Theory]
    [InlineData("Bearer abcdefghijklmnop", "Bearer ***")]
    [InlineData("https://x.example/v?sig=Zm9vYmFyYmF6&se=1", "https://x.example/v?sig=***&se=1")]
    [InlineData("nothing secret: 500 at 10.0.0.1", "nothing secret: 500 at 10.0.0.1")]
    public void Keys_never_stay(string said, string kept) => Assert.Equal(kept, Masking.Of(said, isSensitive: false));

    [Fact]
    public void Of_a_sensitive_source_nobody_can_be_told_by_name()
    {
        var source = new Sensitive();
        var answer = new TelemetryAnswer("s", app.Clock.GetUtcNow())
        {
            Columns = [new("user_AuthenticatedId", "string"), new("message", "string")],
            Rows =
            [
                ["lan", "lan@customer.example from 10.1.2.3"],
            ],
            RowCount = 1,
        };

        var finding = Findings.Of(
            source,
            new("requests | where user_Id == h'lan' and name == 'mai@x.example'"),
            answer
        );

        Assert.Equal(["***", "*** from ***"], finding.Rows[0]);
        Assert.Equal("requests | where user_Id == h\"***\" and name == '***'", finding.Query);
    }

    [Fact]
    public void What_a_query_hides_is_hidden_in_the_rows_too()
    {
        var answer = new TelemetryAnswer("s", app.Clock.GetUtcNow())
        {
            Columns = [new("k", "string"), new("n", "string")],
            Rows =
            [
                ["it's top secret", "key=it's top secret!"],
                ["ab", "about"],
            ],
            RowCount = 2,
        };

        var finding = Findings.Of(
            new Sensitive(),
            new("requests | project k = h'it\\'s top secret', n = strcat('key=', k, H\"ab\")"),
            answer
        );

        Assert.Equal(
            [
                ["***", "key=***!"],
                ["***", "about"],
            ],
            finding.Rows
        );
    }

    [Fact]
    public void What_is_kept_fits_into_history_however_much_came()
    {
        var answer = new TelemetryAnswer("s", app.Clock.GetUtcNow())
        {
            Columns = [.. Enumerable.Range(0, 100).Select(i => new AnswerColumn($"c{i}", "string"))],
            Rows =
            [
                .. Enumerable.Repeat<IReadOnlyList<string?>>([.. Enumerable.Repeat(new string('x', 5000), 100)], 300),
            ],
            RowCount = 300,
        };

        var finding = Findings.Of(new Sensitive(), new("requests"), answer);

        Assert.Null(new KeepFinding(finding).Decide(Ticket.Unlogged, new(app.Clock.GetUtcNow(), agent.Me)).Refusal);
        Assert.Equal(300, finding.RowCount);
    }

    async Task<AngleSharp.Html.Dom.IHtmlDocument> AskAsync(
        string path,
        string query,
        params (string Name, string Value)[] more
    ) =>
        await Surfer.ReadAsync(
            await browser.SubmitAsync(
                path,
                "ask",
                [
                    ("Form.Text", query.ReplaceLineEndings("\r\n")),
                    ("Form.Source", "simulated"),
                    ("Form.Last", "as-written"),
                    .. more,
                ]
            )
        );

    async Task<IReadOnlyList<Core.History.Event>> HistoryAsync(int ticket)
    {
        await using var db = app.Database();
        return [.. (await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read().What)];
    }

    sealed class Sensitive : ITelemetrySource
    {
        public string Name => "s";
        public TelemetryKind Kind => TelemetryKind.Azure;
        public bool IsSensitive => true;

        public Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop) =>
            throw new NotSupportedException();
    }
}
