using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;

namespace Stepdesk.Tests.Api;

/// <summary>Every route, asked by every role, about an own and a foreign ticket.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    static object Broadcast => new { tellings = Array.Empty<object>(), nextUpdateAt = "2026-03-02T03:00:00Z" };

    // C customer · T trainee · M mentor · A agent · L lead · D administrator. Written out, not taken from the code.
    static readonly Dictionary<string, (string Roles, object? Body)> Table = new(StringComparer.Ordinal)
    {
        ["POST /tickets"] = ("ALD", new { title = "x", requester = new { email = "new@customer.example" } }),
        ["GET /tickets"] = ("CTMALD", null),
        ["GET /tickets/{id:int}"] = ("CTMALD", null),
        ["GET /tickets/{id:int}/messages"] = ("CTMALD", null),
        ["GET /tickets/{id:int}/history"] = ("CTMALD", null),
        ["GET /tickets/{id:int}/files/{version:int}/{index:int}"] = ("", null),
        ["POST /tickets/{id:int}/classification"] = ("ALD", new { @class = "standard", justification = "x" }),
        ["POST /tickets/{id:int}/priority"] = ("ALD", new { priority = "low" }),
        ["POST /tickets/{id:int}/category"] = ("ALD", new { category = "x" }),
        ["POST /tickets/{id:int}/tags"] = ("ALD", new { tags = new[] { "x" } }),
        ["POST /tickets/{id:int}/affected"] = ("ALD", new { affected = 3 }),
        ["GET /tickets/{id:int}/suggestion"] = ("TMALD", null),
        ["POST /tickets/{id:int}/dismissal"] = ("ALD", new { reason = "x" }),
        ["POST /tickets/{id:int}/assignment"] = ("ALD", new { owner = (int?)null }),
        ["POST /tickets/{id:int}/replies"] = ("ALD", new { text = "x" }),
        ["POST /tickets/{id:int}/escalations"] = ("ALD", new { why = "security" }),
        ["GET /tickets/{id:int}/escalations"] = ("TMALD", null),
        ["POST /tickets/{id:int}/withdrawals"] = ("ALD", new { escalation = 1, reason = "x" }),
        ["GET /tickets/{id:int}/work"] = ("TMALD", null),
        ["POST /tickets/{id:int}/scope"] = ("ALD", new { items = new[] { new { text = "x", need = "must_have" } } }),
        ["POST /tickets/{id:int}/questions"] = ("ALD", new { text = "x" }),
        ["POST /tickets/{id:int}/clarifications"] = ("ALD", new { question = 1, text = "x" }),
        ["POST /tickets/{id:int}/negotiation"] = ("ALD", new { step = "asked", text = "x" }),
        ["POST /tickets/{id:int}/milestones"] = ("ALD", new { parts = new[] { new { name = "x", minutes = 5 } } }),
        ["POST /tickets/{id:int}/handover"] = ("ALD", new { text = "x", version = 1 }),
        ["POST /tickets/{id:int}/approvals"] = ("ALD", new { purpose = "data_release" }),
        ["GET /tickets/{id:int}/approvals"] = ("TMALD", null),
        ["POST /tickets/{id:int}/grants"] = ("CTMALD", new { approval = 1 }),
        ["POST /tickets/{id:int}/denials"] = ("CTMALD", new { approval = 1, reason = "x" }),
        ["POST /tickets/{id:int}/retractions"] = ("ALD", new { approval = 1, reason = "x" }),
        ["POST /tickets/{id:int}/answers"] = ("ALD", new { escalation = 1, text = "x" }),
        ["POST /tickets/{id:int}/briefings"] = ("ALD", new { to = "specialists", text = "x" }),
        ["POST /tickets/{id:int}/people"] = ("ALD", new { email = "x@desk.example", @as = "specialists" }),
        ["DELETE /tickets/{id:int}/people/{person:int}"] = ("ALD", null),
        ["POST /tickets/{id:int}/notes"] = ("TMALD", new { text = "x" }),
        ["GET /tickets/{id:int}/clocks/{name}"] = ("TMALD", null),
        ["GET /tickets/{id:int}/clocks/what-if"] = ("TMALD", null),
        ["POST /tickets/{id:int}/waiting"] = ("ALD", new { on = "customer", reason = "x" }),
        ["POST /tickets/{id:int}/resumption"] = ("ALD", null),
        ["POST /tickets/{id:int}/diagnosis"] = ("ALD", new { text = "x" }),
        ["POST /tickets/{id:int}/resolution"] = ("ALD", new { kind = "fix", solution = "x" }),
        ["POST /tickets/{id:int}/confirmation"] = ("CALD", null),
        ["POST /tickets/{id:int}/dispute"] = ("CALD", new { reason = "x" }),
        ["POST /tickets/{id:int}/closure"] = ("ALD", null),
        ["POST /tickets/{id:int}/reopening"] = ("ALD", new { reason = "x" }),
        ["POST /tickets/{id:int}/cancellation"] = ("ALD", new { reason = "spam", text = "x" }),
        ["POST /tickets/{id:int}/links"] = ("ALD", new { ticket = 1 }),
        ["DELETE /tickets/{id:int}/links/{ticket:int}"] = ("ALD", null),
        ["POST /tickets/{id:int}/merge"] = ("ALD", new { into = 1, message = "x" }),
        ["DELETE /tickets/{id:int}/merge/{ticket:int}"] = ("ALD", null),
        ["POST /tickets/{id:int}/splits"] = (
            "ALD",
            new
            {
                messages = new[] { 1 },
                title = "x",
                why = "x",
            }
        ),
        ["POST /tickets/{id:int}/claim"] = ("ALD", null),
        ["POST /tickets/claims"] = ("ALD", null),
        ["POST /tickets/{id:int}/distinctions"] = ("ALD", new { ticket = 1 }),
        ["GET /tickets/{id:int}/lookalikes"] = ("TMALD", null),
        ["POST /tickets/lookalikes"] = ("TMALD", new { title = "x" }),
        ["POST /tickets/{id:int}/trend"] = ("ALD", new { text = "x" }),
        ["POST /tickets/bulk"] = ("CTMALD", new { tickets = new[] { 1 }, change = "closure" }),
        ["POST /tickets/{id:int}/messages"] = ("C", new { text = "x" }),
        ["GET /policies/latest"] = ("TMALD", null),
        ["GET /policies/{version:int}"] = ("TMALD", null),
        ["POST /policies"] = ("D", PoliciesTests.EditOf(99)),
        ["GET /policies/{version:int}/effects"] = ("D", null),
        ["POST /policies/{version:int}/application"] = ("D", null),
        ["POST /policies/holidays/preview"] = ("D", null),
        ["GET /tokens"] = ("CTMALD", null),
        ["DELETE /tokens/{token:int}"] = ("CTMALD", null),
        ["GET /reports/time"] = ("LD", null),
        ["POST /intake/mail"] = ("ALD", null),
        ["POST /tickets/{id:int}/stage"] = ("ALD", new { stage = 2 }),
        ["GET /alerts"] = ("D", null),
        ["GET /alerts/rules"] = ("D", null),
        ["POST /alerts/rules"] = ("D", new { version = 99, rules = Array.Empty<object>() }),
        ["GET /stages"] = ("TMALD", null),
        ["POST /stages"] = ("LD", new { version = 99, stages = Array.Empty<object>() }),
        ["GET /templates"] = ("TMALD", null),
        ["GET /templates/{occasion}/{audience}/{language}"] = ("TMALD", null),
        ["PUT /templates/{occasion}/{audience}/{language}"] = ("LD", new { text = "x" }),
        ["DELETE /templates/{occasion}/{audience}/{language}"] = ("LD", null),
        ["POST /templates/preview"] = ("TMALD", new { text = "x" }),
        ["GET /tickets/{id:int}/drafts"] = ("TMALD", null),
        ["GET /broadcasts"] = ("TMALD", null),
        ["POST /broadcasts"] = ("ALD", Broadcast),
        ["POST /broadcasts/preview"] = ("ALD", Broadcast),
        ["GET /broadcasts/{number:int}"] = ("TMALD", null),
        ["GET /broadcasts/{number:int}/deliveries"] = ("TMALD", null),
        ["POST /broadcasts/{number:int}/updates"] = ("ALD", Broadcast),
        ["POST /broadcasts/{number:int}/withdrawal"] = ("ALD", new { tellings = Array.Empty<object>() }),
        ["GET /tickets/{id:int}/incidents"] = ("TMALD", null),
        ["GET /reports/overrides"] = ("TMALD", null),
        ["GET /telemetry/sources"] = ("ALD", null),
        ["GET /telemetry/sources/{source}/metadata"] = ("ALD", null),
        ["POST /telemetry/queries"] = ("ALD", new { query = "" }),
        ["POST /tickets/{id:int}/findings"] = ("ALD", new { finding = "x" }),
        ["GET /telemetry/saved"] = ("ALD", null),
        ["POST /telemetry/saved"] = ("ALD", new { name = "x", query = "requests" }),
        ["PUT /telemetry/saved/{query:int}"] = ("ALD", new { name = "x", query = "requests" }),
        ["DELETE /telemetry/saved/{query:int}"] = ("ALD", null),
        ["GET /telemetry/runs"] = ("LD", null),
        ["GET /lookups"] = ("ALD", null),
        ["POST /tickets/{id:int}/lookups"] = (
            "ALD",
            new { system = "accounts", values = new { email = "lan@customer.example" } }
        ),
        ["POST /tickets/{id:int}/account-acts"] = (
            "ALD",
            new
            {
                system = "accounts",
                action = "reset-link",
                values = new { email = "lan@customer.example" },
                confirmed = true,
            }
        ),
        ["POST /tickets/{id:int}/account-acts/{act:int}/attempts"] = ("ALD", null),
        ["POST /tickets/{id:int}/account-acts/{act:int}/ending"] = ("ALD", new { done = true }),
        ["GET /people"] = ("TMALD", null),
        ["POST /people"] = (
            "D",
            new
            {
                role = "customer",
                name = "x",
                email = "x",
            }
        ),
        ["POST /tickets/{id:int}/transfers"] = (
            "ALD",
            new
            {
                team = 1,
                reason = "x",
                needs = "x",
            }
        ),
        ["POST /tickets/{id:int}/following"] = ("TMALD", null),
        ["DELETE /tickets/{id:int}/following"] = ("TMALD", null),
        ["POST /teams"] = ("D", new { name = "" }),
        ["GET /teams/{team:int}"] = ("TMALD", null),
        ["PUT /teams/{team:int}/assignment"] = ("LD", new { how = "manual", version = 0 }),
        ["PUT /people/{person:int}/away"] = ("LD", new { }),
        ["DELETE /people/{person:int}/away"] = ("LD", null),
        ["PUT /people/{person:int}/hours"] = ("LD", new { }),
        ["PUT /people/{person:int}/team"] = ("D", new { }),
        ["GET /people/me"] = ("CTMALD", null),
        ["GET /teams"] = ("TMALD", null),
        ["GET /tags"] = ("TMALD", null),
        ["GET /views"] = ("CTMALD", null),
    };

    DeskApp app = null!;
    readonly Dictionary<char, Client> callers = [];

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi);
        var mai = await app.People.CustomerAsync("Mai", "mai@customer.example", Language.Vi);
        callers['C'] = await Client.OfAsync(app, lan);
        callers['F'] = await Client.OfAsync(app, mai);
        callers['T'] = await Client.OfAsync(app, Role.Trainee);
        callers['M'] = await Client.OfAsync(app, Role.Mentor);
        callers['A'] = await Client.OfAsync(app, Role.Agent);
        callers['L'] = await Client.OfAsync(app, Role.Lead);
        callers['D'] = await Client.OfAsync(app, Role.Administrator);
        callers['-'] = Client.Nobody(app);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in callers.Values)
            caller.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public void Every_route_is_in_the_table() => Assert.Equal(Routes().Order(), Table.Keys.Order());

    [Fact]
    public async Task Every_route_answers_every_role_as_the_table_says()
    {
        await app.LoggedAsync();
        var wrong = new List<string>();
        foreach (var (route, (roles, body)) in Table)
        foreach (var (role, caller) in callers)
        {
            // Each has a ticket of their own kind, so that no cell depends on another.
            var ticket = route.Contains("{id", StringComparison.Ordinal) ? await app.LoggedAsync() : 0;
            var expected =
                role is '-' ? "401"
                : role is 'F' ? (ticket > 0 ? "404 no-such-ticket" : Said('C', roles))
                : Said(role, roles);
            var answer = await AskAsync(caller, route, ticket, body);
            var said = answer.Status switch
            {
                HttpStatusCode.Unauthorized => "401",
                HttpStatusCode.Forbidden => "403",
                HttpStatusCode.NotFound => $"404 {answer["code"].GetString()}",
                _ => "allowed",
            };
            if (route.Contains("/files/", StringComparison.Ordinal) && said is "404 no-such-file")
                said = "403"; // There, but it has no such file.
            if (
                said
                is "404 no-such-broadcast"
                    or "404 no-such-token"
                    or "404 account-act-is-unknown"
                    or "404 no-such-query"
            )
                said = "allowed"; // Nobody was told anything yet, no token is so high, and nothing was asked for or kept.
            if ((int)answer.Status >= 500 || said != expected)
                wrong.Add($"{route} as {role}: {said} ({(int)answer.Status}) instead of {expected}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_customer_logs_for_themselves_only()
    {
        var lan = callers['C'];

        (await lan.PostAsync("tickets", new { title = "Mine" })).Is(HttpStatusCode.Created);
        (await lan.PostAsync("tickets", new { title = "Mine", requester = new { email = "LAN@customer.example" } })).Is(
            HttpStatusCode.Created
        );
        foreach (var other in (string[])["mai@customer.example", "unknown@customer.example"])
            (await lan.PostAsync("tickets", new { title = "Theirs", requester = new { email = other } })).IsProblem(
                HttpStatusCode.Forbidden,
                "not-allowed"
            );
    }

    static string Said(char role, string roles) => roles.Contains(role, StringComparison.Ordinal) ? "allowed" : "403";

    static Task<Answer> AskAsync(Client caller, string route, int ticket, object? body)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].TrimStart('/'));
        path = path.Replace("{id:int}", $"{ticket}", StringComparison.Ordinal)
            .Replace("{name}", "acknowledgement", StringComparison.Ordinal)
            .Replace("{ticket:int}", "1", StringComparison.Ordinal)
            .Replace("{act:int}", "1", StringComparison.Ordinal)
            .Replace("{query:int}", "1", StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{occasion}/{audience}/{language}", "update/requester/en", StringComparison.Ordinal)
            .Replace("/drafts", "/drafts?occasion=update&audience=requester", StringComparison.Ordinal)
            .Replace("{token:int}", "999", StringComparison.Ordinal)
            .Replace("{source}", "simulated", StringComparison.Ordinal)
            .Replace("{person:int}", "1", StringComparison.Ordinal)
            .Replace("{team:int}", "1", StringComparison.Ordinal)
            .Replace("policies/{version:int}", "policies/0", StringComparison.Ordinal)
            .Replace("holidays/preview", "holidays/preview?first=2026&last=2026", StringComparison.Ordinal)
            .Replace("reports/time", "reports/time?from=2026-03-01&to=2026-03-31&by=class", StringComparison.Ordinal)
            .Replace("{version:int}", "1", StringComparison.Ordinal)
            .Replace("{index:int}", "0", StringComparison.Ordinal);
        return method switch
        {
            "POST" => caller.PostAsync(path, body),
            "PUT" => caller.PutAsync(path, body),
            _ => caller.SendAsync(new(method), path, content: null),
        };
    }

    IEnumerable<string> Routes() =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(e =>
                e.Metadata.GetMetadata<HttpMethodMetadata>()!
                    .HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText!["/api/v1".Length..].TrimEnd('/')}")
            );
}
