using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Alerts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Asking;

/// <summary>Alerts come in by a webhook: each once, those of one kind together, and none is lost whatever it looks like.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    const string Secret = "0123456789abcdef0123456789abcdef";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly HttpClient http = new();
    DeskApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await DeskApp.StartAsync(services =>
            services.Replace(
                ServiceDescriptor.Singleton(
                    new AlertOptions
                    {
                        Secrets = [Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))],
                        Reporter = "watch@desk.example",
                    }
                )
            )
        );

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_alert_opens_a_ticket_that_says_what_fired()
    {
        await SendAsync(Fired("a1"));

        var (row, ticket) = await OnlyAsync();
        Assert.Equal("Sev1 · High response time · ai-prod", row.Title);
        Assert.Null(row.Class);
        var logged = (Logged)ticket[0];
        Assert.Contains("alert", logged.Tags);
        foreach (
            var said in (string[])
                ["requests/duration", "threshold: 2000", "dimension: cloud_RoleName = denise-api", "Slow pages"]
        )
            Assert.Contains(said, logged.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_again_it_is_the_same_alert()
    {
        for (var n = 0; n < 3; n++)
            await SendAsync(Fired("a1"));

        Assert.Equal(["Logged", "FindingKept"], (await OnlyAsync()).Events.Select(e => e.GetType().Name));
        await using var db = app.Database();
        Assert.Single(await db.Alerts.ToListAsync(Stop));
    }

    [Fact]
    public async Task Another_of_its_kind_joins_and_one_about_something_else_does_not()
    {
        await SendAsync(Fired("a1"));
        await SendAsync(Fired("a2"));
        await SendAsync(Fired("a2"));

        var (_, events) = await OnlyAsync();
        Assert.Equal(
            ["Logged", "FindingKept", "AutomaticReceived", "FindingKept"],
            events.Select(e => e.GetType().Name)
        );

        await SendAsync(Fired("a3", target: "ai-other"));
        await using var db = app.Database();
        Assert.Equal(2, await db.Tickets.CountAsync(Stop));
    }

    [Fact]
    public async Task That_it_is_over_is_noted_and_closes_nothing()
    {
        await SendAsync(Fired("a1"));
        await SendAsync(Fired("a1", condition: "Resolved"));

        var (row, events) = await OnlyAsync();
        Assert.True(row.IsOpen);
        Assert.Null(row.ResolvedAt);
        Assert.IsType<AutomaticReceived>(events[^2]);
    }

    [Fact]
    public async Task That_something_is_over_which_nobody_knew_of_opens_nothing()
    {
        await SendAsync(Fired("a1", condition: "Resolved"));

        await using var db = app.Database();
        Assert.False(await db.Tickets.AnyAsync(Stop));
        var row = await db.Alerts.SingleAsync(Stop);
        Assert.Equal((true, AlertOutcome.Recorded, null), (row.IsResolved, row.Outcome, row.Ticket));
    }

    [Fact]
    public async Task Many_at_once_are_one_ticket()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => SendAsync(Fired($"a{n % 6}"))));

        Assert.Equal(6 * 2, (await OnlyAsync()).Events.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1,2,3]")]
    [InlineData("null")]
    [InlineData("{\"schemaId\":\"somethingElse\",\"data\":{\"a\":1}}")]
    [InlineData("{\"schemaId\":\"azureMonitorCommonAlertSchema\",\"data\":7}")]
    [InlineData("{\"schemaId\":\"azureMonitorCommonAlertSchema\",\"data\":{\"essentials\":{\"alertId\":9}}}")]
    [InlineData("{\"schemaId\":\"azureMonitorCommonAlertSchema\",\"data\":{\"essentials\":{\"alertId\":\"\\ud800\"}}}")]
    [InlineData(
        "{\"schemaId\":\"azureMonitorCommonAlertSchema\",\"data\":{\"essentials\":{\"alertId\":\"x\",\"alertRule\":\"\\u0000\\u202e<script>alert(1)</script>\"},\"alertContext\":{\"condition\":{\"allOf\":[7,null,{\"dimensions\":{}}]}},\"customProperties\":{\"a\":{\"b\":[]}}}}"
    )]
    public async Task Whatever_comes_is_on_a_ticket(string body)
    {
        await SendAsync(body);

        var (row, events) = await OnlyAsync();
        Assert.NotEmpty(row.Title);
        Assert.DoesNotContain('\0', ((Logged)events[0]).Description);
        await using var db = app.Database();
        Assert.Equal(Encoding.UTF8.GetBytes(body), (await db.Alerts.SingleAsync(Stop)).Raw);
    }

    [Fact]
    public async Task What_is_in_no_form_is_all_on_one_ticket_with_what_came()
    {
        await SendAsync("{\"a\":1}");
        await SendAsync("what is this");
        await SendAsync(
            "{\"schemaId\":\"azureMonitorCommonAlertSchema\",\"data\":{\"essentials\":{\"alertId\":5,\"alertRule\":[]}}}"
        );

        var (_, events) = await OnlyAsync();
        Assert.Equal(
            ["{\"a\":1}", "what is this"],
            events.OfType<FindingKept>().Take(2).Select(f => Assert.Single(f.Rows)[1])
        );
        Assert.Contains("\"alertId\":5", events.OfType<FindingKept>().Last().Rows[0][1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deep_or_long_does_no_harm()
    {
        await SendAsync(new string('[', 5000));
        await SendAsync(Fired("a1", rule: new string('ậ', 60_000)));

        await using var db = app.Database();
        Assert.All(
            await db.Tickets.Select(t => t.Title).ToListAsync(Stop),
            t => Assert.True(t.Length <= Log.LongestTitle)
        );
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await PostAsync(Secret, new('x', AlertIntake.Largest + 1))).StatusCode
        );
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdeF")]
    [InlineData("x")]
    public async Task Who_does_not_know_the_secret_finds_nothing_there(string secret)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(secret, Fired("a1"))).StatusCode);

        await using var db = app.Database();
        Assert.False(await db.Tickets.AnyAsync(Stop));
    }

    [Fact]
    public async Task Who_only_looks_is_told_shortly_that_alerts_are_sent()
    {
        using var known = await http.GetAsync(new Uri(app.Address, $"/hooks/azure-monitor/{Secret}"), Stop);
        using var unknown = await http.GetAsync(new Uri(app.Address, "/hooks/azure-monitor/x"), Stop);

        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound),
            (known.StatusCode, unknown.StatusCode)
        );
        Assert.Equal("", await known.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public void A_secret_itself_does_not_belong_into_the_settings() =>
        Assert.Contains(
            "never the secret",
            Assert
                .Throws<InvalidOperationException>(() =>
                    new AlertOptions { Secrets = [Secret], Reporter = "watch@desk.example" }.Checked()
                )
                .Message,
            StringComparison.Ordinal
        );

    static string Fired(
        string id,
        string condition = "Fired",
        string target = "ai-prod",
        string rule = "High response time"
    ) =>
        new JsonObject
        {
            ["schemaId"] = "azureMonitorCommonAlertSchema",
            ["data"] = new JsonObject
            {
                ["essentials"] = new JsonObject
                {
                    ["alertId"] = $"/subscriptions/0/providers/Microsoft.AlertsManagement/alerts/{id}",
                    ["alertRule"] = rule,
                    ["severity"] = "Sev1",
                    ["signalType"] = "Metric",
                    ["monitorCondition"] = condition,
                    ["alertTargetIDs"] = new JsonArray($"/subscriptions/0/components/{target}"),
                    ["configurationItems"] = new JsonArray(target),
                    ["firedDateTime"] = "2026-03-02T02:00:00Z",
                    ["description"] = "Slow pages",
                },
                ["alertContext"] = new JsonObject
                {
                    ["condition"] = new JsonObject
                    {
                        ["windowSize"] = "PT5M",
                        ["allOf"] = new JsonArray(
                            new JsonObject
                            {
                                ["metricName"] = "requests/duration",
                                ["operator"] = "GreaterThan",
                                ["threshold"] = "2000",
                                ["metricValue"] = 32_800.5,
                                ["dimensions"] = new JsonArray(
                                    new JsonObject { ["name"] = "cloud_RoleName", ["value"] = "denise-api" }
                                ),
                            }
                        ),
                    },
                },
                ["customProperties"] = null,
            },
        }.ToJsonString();

    async Task SendAsync(string body)
    {
        using var answer = await PostAsync(Secret, body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    async Task<HttpResponseMessage> PostAsync(string secret, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.PostAsync(new Uri(app.Address, $"/hooks/azure-monitor/{secret}"), content, Stop);
    }

    async Task<(TicketRow Row, IReadOnlyList<Core.History.Event> Events)> OnlyAsync()
    {
        await using var db = app.Database();
        var row = await db.Tickets.SingleAsync(Stop);
        return (row, [.. (await db.StreamAsync(Streams.Ticket(row.Id), Stop)).Select(e => e.Read().What)]);
    }
}
