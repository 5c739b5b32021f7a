using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Alerts;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Asking;

/// <summary>What an alert says is on its ticket, and what becomes of it is said by rules.</summary>
public sealed class AlertRuleTests : IAsyncLifetime
{
    const string Secret = "0123456789abcdef0123456789abcdef";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly HttpClient http = new();
    DeskApp app = null!;
    Client admin = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services =>
            services.Replace(
                ServiceDescriptor.Singleton(
                    new AlertOptions
                    {
                        Secrets = [Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))],
                        Reporter = "watch@desk.example",
                        Sensitive = true,
                    }
                )
            )
        );
        admin = await Client.OfAsync(app, Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        admin.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>What each kind of alert says beside the essentials, and what of it a person must be able to read.</summary>
    public static TheoryData<string, string, string[]> Kinds =>
        new()
        {
            {
                "a metric",
                """{"conditionType":"SingleResourceMultipleMetricCriteria","condition":{"windowSize":"PT5M","allOf":[{"metricName":"requests/duration","operator":"GreaterThan","threshold":"2000","dimensions":[{"name":"cloud_RoleName","value":"denise-api"}],"metricValue":32800.5}],"windowStartTime":"2026-03-02T01:55:00Z"}}""",
                ["threshold=2000", "metricValue=32800.5", "dimension=cloud_RoleName = denise-api", "windowSize=PT5M"]
            },
            {
                "a query",
                """{"conditionType":"LogQueryCriteria","properties":{"owner":"team-a"},"condition":{"allOf":[{"searchQuery":"requests | count","threshold":"1","failingPeriods":{"numberOfEvaluationPeriods":3},"linkToSearchResultsUI":"https://portal.example/logs?x=1","linkToSearchResultsAPI":"http://api.example/query"}]}}""",
                [
                    "searchQuery=requests | count",
                    "owner=team-a",
                    "failingPeriods.numberOfEvaluationPeriods=3",
                    "linkToSearchResultsUI=portal.example (https://portal.example/logs?x=1)",
                    "linkToSearchResultsAPI=",
                ]
            },
            {
                "the activity log",
                """{"authorization":{"action":"vm/restart","scope":"/subscriptions/0"},"claims":"{\"upn\":\"x\"}","caller":"mai@customer.example","operationName":"vm/restart","status":"Succeeded"}""",
                ["authorization.action=vm/restart", "operationName=vm/restart", "status=Succeeded", "caller=***"]
            },
            {
                "the health of a service",
                """{"eventSource":"ServiceHealth","properties":{"title":"Slow storage","region":"Southeast Asia","trackingId":"AB12-CD3","communication":"<p>Engineers are <b>looking</b>.</p>","stage":"Active"}}""",
                [
                    "title=Slow storage",
                    "region=Southeast Asia",
                    "trackingId=AB12-CD3",
                    "communication=Engineers are  looking .",
                ]
            },
            {
                "the health of a resource",
                """{"eventSource":"ResourceHealth","properties":{"title":"Unavailable","details":null,"currentHealthStatus":"Unavailable","previousHealthStatus":"Available","cause":"PlatformInitiated"}}""",
                ["currentHealthStatus=Unavailable", "previousHealthStatus=Available", "cause=PlatformInitiated"]
            },
            {
                "a smart detector",
                """{"DetectionSummary":"A rise in failures","DetectedFailureRate":50,"FailureRateChart":[["10/19/2026 2 AM",7],["10/19/2026 3 AM",9]]}""",
                ["DetectionSummary=A rise in failures", "DetectedFailureRate=50"]
            },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_it_says_is_on_the_ticket(string kind, string context, string[] said)
    {
        await SendAsync(Alert(kind, context: context));

        var finding = Assert.Single((await EventsAsync(await OnlyAsync())).OfType<FindingKept>());
        var fields = finding.Rows.Select(r => $"{r[0]}={r[1]}").ToList();
        Assert.All(
            [
                .. said,
                "investigationLink=portal.example (https://portal.example/alert)",
                "runbook=restart it",
                "apiKey=***",
            ],
            wanted => Assert.Contains(wanted, fields)
        );
        Assert.DoesNotContain(fields, f => f.StartsWith("claims", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rows_an_older_alert_brings_are_pinned_as_rows()
    {
        await SendAsync(
            Alert(
                "old",
                context: """{"SearchQuery":"requests | where success == false","SearchIntervalStartTimeUtc":"3/22/2026 1:36:33 PM","SearchIntervalEndtimeUtc":"3/22/2026 1:51:33 PM","ResultCount":7,"Threshold":5,"Operator":"Greater Than","SearchResults":{"tables":[{"name":"PrimaryResult","columns":[{"name":"Id","type":"string"},{"name":"n","type":"long"}],"rows":[["a",3],["b",null]]}]}}"""
            )
        );

        var findings = (await EventsAsync(await OnlyAsync())).OfType<FindingKept>().ToList();
        Assert.Contains(findings[0].Rows, r => r is ["ResultCount", "7"]);
        Assert.Contains(findings[0].Rows, r => r is ["Threshold", "5"]);
        Assert.Equal("requests | where success == false", findings[1].Query);
        Assert.Equal(
            [
                ["a", "3"],
                ["b", null],
            ],
            findings[1].Rows
        );
        Assert.Equal(7, findings[1].RowCount);
        Assert.Equal(new(2026, 3, 22, 13, 36, 33, TimeSpan.Zero), findings[1].From);
    }

    [Fact]
    public async Task The_first_rule_that_matches_says_what_becomes_of_it()
    {
        await SetAsync(
            0,
            new { then = "record", severity = "sev4" },
            new { then = "attach", name = "noisy" },
            new { then = "record", resource = "playground" },
            new { then = "record", service = "budget" }
        );

        await SendAsync(Alert("r1", severity: "Sev4"));
        await SendAsync(Alert("r2", rule: "A NOISY rule"));
        await SendAsync(Alert("r3", target: "ai-playground"));
        await SendAsync(Alert("r4", service: "Cost Budget"));
        await using (var db = app.Database())
            Assert.False(await db.Tickets.AnyAsync(Stop));
        await SendAsync(Alert("r5", rule: "Something else"));

        Assert.Equal(
            ["opened", "recorded", "recorded", "recorded", "recorded"],
            (await admin.GetAsync("alerts"))
                .Is(HttpStatusCode.OK)
                .Body.EnumerateArray()
                .Select(a => a.GetProperty("outcome").GetString())
        );
        var row = await OnlyAsync();
        Assert.Null(row.Class);
    }

    [Fact]
    public async Task What_a_rule_puts_on_a_ticket_opens_one_of_its_own_when_that_is_closed()
    {
        var agent = (await app.PersonAsync(Role.Agent)).AsActor;
        var given = await app.LoggedAsync();
        await using var db = app.Database();
        var number = await db.Tickets.Where(t => t.Id == given).Select(t => t.Number).SingleAsync(Stop);
        await SetAsync(0, new { then = "attach", ticket = number });

        await SendAsync(Alert("g1"));
        await SendAsync(Alert("g1", condition: "Resolved"));
        Assert.Equal(2, (await EventsAsync(given)).Count(e => e is AutomaticReceived));
        Assert.True(await db.Tickets.AnyAsync(t => t.Id == given && t.IsOpen, Stop));

        await app.Desk.ActAsync(given, new Cancel(CancelReason.Mistake, "nobody is affected"), agent, stop: Stop);
        await SendAsync(Alert("g2"));

        Assert.Equal(2, await db.Tickets.CountAsync(Stop));
    }

    [Fact]
    public async Task Rules_are_kept_by_administrators_version_by_version_and_a_ticket_in_them_exists()
    {
        using var lead = await Client.OfAsync(app, Role.Lead);
        (await lead.PostAsync("alerts/rules", Rules(0))).Is(HttpStatusCode.Forbidden);
        (await admin.PostAsync("alerts/rules", Rules(0, new { then = "attach", ticket = 99 }))).Is(
            HttpStatusCode.NotFound
        );
        (await admin.PostAsync("alerts/rules", Rules(0, new { then = "record", name = new string('x', 201) }))).Is(
            HttpStatusCode.BadRequest
        );
        await SetAsync(0, new { then = "record" });
        (await admin.PostAsync("alerts/rules", Rules(0))).Is(HttpStatusCode.PreconditionFailed);

        await using var db = app.Database();
        var kept = Assert.Single(await db.StreamAsync(Streams.AlertRules(WorldRow.Live), Stop)).Read();
        Assert.Equal(admin.Me.Id, kept.Moment.Who.Id);
        Assert.Equal(AlertTreatment.Record, Assert.Single(((AlertRulesSet)kept.What).Rules).Then);
    }

    [Fact]
    public async Task The_page_keeps_rules_in_their_places_and_lists_what_came()
    {
        var boss = await app.PersonAsync(Role.Administrator, "Boss");
        using var browser = new Surfer(app);
        await browser.SignInAsync(boss.Email);
        await SendAsync(Alert("p1", rule: "<b>Slow</b> \\u0022token=abcdefgh12345\\u0022"));
        var answer = await browser.SubmitAsync(
            "/admin/alerts",
            "alert-rules",
            ("Form.Rules[0].Then", "Record"),
            ("Form.Rules[0].Place", "2"),
            ("Form.Rules[0].Name", "second"),
            ("Form.Rules[1].Then", "Attach"),
            ("Form.Rules[1].Place", "1"),
            ("Form.Rules[2].Then", ""),
            ("Form.Rules[2].Name", "none")
        );

        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("version 1", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Slow", page, StringComparison.Ordinal);
        var rules = (await admin.GetAsync("alerts/rules")).Is(HttpStatusCode.OK)["rules"].EnumerateArray().ToList();
        Assert.Equal(["attach", "record"], rules.Select(r => r.GetProperty("then").GetString()));
        var payload = await browser.GetAsync("/admin/alerts/1");
        var text = await payload.Content.ReadAsStringAsync(Stop);
        Assert.Contains("azureMonitorCommonAlertSchema", text, StringComparison.Ordinal);
        Assert.DoesNotContain("abcdefgh12345", text, StringComparison.Ordinal);
    }

    static object Rules(int version, params object[] rules) => new { version, rules };

    async Task SetAsync(int version, params object[] rules) =>
        (await admin.PostAsync("alerts/rules", Rules(version, rules))).Is(HttpStatusCode.Created);

    static string Alert(
        string id,
        string context = "{}",
        string condition = "Fired",
        string rule = "High response time",
        string severity = "Sev1",
        string target = "ai-prod",
        string service = "Platform"
    ) =>
        $$$"""
            {"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"alertId":"/alerts/{{{id}}}","alertRule":"{{{rule}}}",
            "severity":"{{{severity}}}","signalType":"Metric","monitorCondition":"{{{condition}}}","monitoringService":"{{{service}}}",
            "alertTargetIDs":["/subscriptions/0/components/{{{target}}}"],"configurationItems":["{{{target}}}"],
            "firedDateTime":"2026-03-02T02:00:00Z","description":"","investigationLink":"https://portal.example/alert"},
            "alertContext":{{{context}}},"customProperties":{"runbook":"restart it","apiKey":"abc-1234567"}
            }}
            """;

    async Task SendAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(app.Address, $"/hooks/azure-monitor/{Secret}"), content, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    async Task<TicketRow> OnlyAsync()
    {
        await using var db = app.Database();
        return await db.Tickets.SingleAsync(Stop);
    }

    Task<IReadOnlyList<Core.History.Event>> EventsAsync(TicketRow row) => EventsAsync(row.Id);

    async Task<IReadOnlyList<Core.History.Event>> EventsAsync(int ticket)
    {
        await using var db = app.Database();
        return [.. (await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read().What)];
    }
}
