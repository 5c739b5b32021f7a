using System.Net;
using Stepdesk.Core.People;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Api;

/// <summary>What was done although a step asked for more can be asked for, in the API and on its page.</summary>
public sealed class OverridesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Client boss = null!;
    Client mai = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        boss = await Client.OfAsync(app, Role.Administrator, "Boss");
        mai = await Client.OfAsync(app, Role.Lead, "Mai");
    }

    public async ValueTask DisposeAsync()
    {
        boss.Dispose();
        mai.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_override_is_on_the_ticket_and_in_the_report()
    {
        var ticket = await ResolvedAsync(mai, "All hands on it");

        var steps = (await mai.GetAsync($"tickets/{ticket}"))["steps"];
        Assert.Equal(app.Clock.GetUtcNow(), steps[2].GetProperty("skippedAt").GetDateTimeOffset());
        Assert.Equal(0, steps[2].GetProperty("missing").GetArrayLength());
        var line = (await boss.GetAsync("reports/overrides"))["items"][0];
        Assert.Equal(
            (ticket, "Mai", "resolve-before-diagnosis", "All hands on it"),
            (
                line.GetProperty("ticket").GetInt32(),
                line.GetProperty("name").GetString(),
                line.GetProperty("refusal").GetString(),
                line.GetProperty("reason").GetString()
            )
        );
    }

    [Fact]
    public async Task The_report_is_read_page_by_page_newest_first_each_once()
    {
        // Two at one instant on each ticket, and all tickets at one instant: only their places tell them apart.
        for (var i = 0; i < 12; i++)
            await ResolvedAsync(mai, $"Reason {i}");
        app.Clock.Advance(TimeSpan.FromHours(1));
        var last = await ResolvedAsync(boss, "The last");

        var seen = new List<(int Ticket, int Version)>();
        for (string? next = ""; next is not null; )
        {
            var page = await boss.GetAsync($"reports/overrides?limit=5{(next is "" ? "" : $"&cursor={next}")}");
            seen.AddRange(
                page["items"]
                    .EnumerateArray()
                    .Select(l => (l.GetProperty("ticket").GetInt32(), l.GetProperty("version").GetInt32()))
            );
            next = page["next"].GetString();
        }

        Assert.Equal(26, seen.Count);
        Assert.Distinct(seen);
        Assert.Equal([last, last], seen.Take(2).Select(s => s.Ticket));
    }

    [Fact]
    public async Task The_report_is_narrowed_by_time_and_person()
    {
        var early = await ResolvedAsync(mai, "Early");
        app.Clock.Advance(TimeSpan.FromHours(1));
        var noon = Uri.EscapeDataString(app.Clock.GetUtcNow().ToString("O"));
        var late = await ResolvedAsync(boss, "Late");

        Assert.Equal([late], await TicketsAsync($"from={noon}"));
        Assert.Equal([early], await TicketsAsync($"until={noon}"));
        Assert.Equal([early], await TicketsAsync($"person={mai.Me.PersonId}"));
        (await boss.GetAsync("reports/overrides?cursor=x")).IsProblem(HttpStatusCode.BadRequest, "cursor-is-unknown");
    }

    [Fact]
    public async Task The_page_shows_it_and_the_ticket_tells_it()
    {
        var ticket = await ResolvedAsync(mai, "All hands on it");
        using var surfer = new Surfer(app);
        await surfer.SignInAsync("mai@desk.example");

        var report = await surfer.PageAsync($"/reports/overrides?person={mai.Me.PersonId}");
        Assert.Contains("Mai resolved it without a diagnosis", report.Body!.TextContent);
        Assert.Contains("All hands on it", report.Body!.TextContent);
        var page = await surfer.PageAsync($"/tickets/{ticket}");
        Assert.Contains("Mai resolved it without a diagnosis", page.QuerySelector(".entries")!.TextContent);
        Assert.Empty((await surfer.PageAsync("/reports/overrides?until=2026-01-01")).QuerySelectorAll(".overrides li"));
    }

    [Fact]
    public async Task Agents_do_not_override()
    {
        using var an = await Client.OfAsync(app, Role.Agent);
        var ticket = await app.LoggedAsync();

        (await an.PostAsync($"tickets/{ticket}/resolution", Body("Why not"))).IsProblem(
            HttpStatusCode.Forbidden,
            "not-allowed"
        );
    }

    async Task<IEnumerable<int>> TicketsAsync(string filter) =>
        (await boss.GetAsync($"reports/overrides?{filter}"))["items"]
            .EnumerateArray()
            .Select(l => l.GetProperty("ticket").GetInt32())
            .Distinct();

    async Task<int> ResolvedAsync(Client by, string why)
    {
        var ticket = await app.LoggedAsync();
        (await by.PostAsync($"tickets/{ticket}/resolution", Body(why))).Is(HttpStatusCode.OK);
        return ticket;
    }

    static object Body(string why) =>
        new
        {
            kind = "fix",
            solution = "Unlocked",
            cause = "Typos",
            @override = why,
        };
}
