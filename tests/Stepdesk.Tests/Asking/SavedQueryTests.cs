using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Asking;

/// <summary>Queries are kept under a name, and what a real source was asked is on record.</summary>
public sealed class SavedQueryTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Asked real = new();
    DeskApp app = null!;
    Client an = null!;
    Client binh = null!;
    Client lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services => services.AddSingleton<ITelemetrySource>(real));
        await app.PersonAsync(Role.Administrator, "Root");
        an = await Client.OfAsync(app, Role.Agent, "An");
        binh = await Client.OfAsync(app, Role.Agent, "Binh");
        lead = await Client.OfAsync(app, Role.Lead, "Chi");
    }

    public async ValueTask DisposeAsync()
    {
        an.Dispose();
        binh.Dispose();
        lead.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_is_ones_own_nobody_else_sees_until_it_is_shared()
    {
        var saved = (await SaveAsync(an, "Lỗi đăng nhập", "requests | take 1", last: "last-1h")).Is(HttpStatusCode.OK);
        Assert.Equal(["Lỗi đăng nhập"], await NamesAsync(an));
        Assert.Empty(await NamesAsync(binh));
        Assert.Empty(await NamesAsync(lead));
        await NoneOfTheirsAsync(HttpStatusCode.NotFound, "no-such-query");

        (
            await an.PutAsync(
                $"telemetry/saved/{saved.Id}",
                new
                {
                    name = "Lỗi đăng nhập",
                    query = "requests | take 2",
                    isShared = true,
                }
            )
        ).Is(HttpStatusCode.OK);

        Assert.Equal(["Lỗi đăng nhập"], await NamesAsync(binh));
        await NoneOfTheirsAsync(HttpStatusCode.Conflict, "query-is-not-yours");
        // Who left cannot tidy up; a lead can.
        Assert.Equal(HttpStatusCode.NoContent, (await lead.DeleteAsync($"telemetry/saved/{saved.Id}")).Status);
        Assert.Empty(await NamesAsync(an));

        async Task NoneOfTheirsAsync(HttpStatusCode status, string code)
        {
            var body = new { name = "Mine", query = "requests" };
            (await binh.PutAsync($"telemetry/saved/{saved.Id}", body)).IsProblem(status, code);
            (await binh.DeleteAsync($"telemetry/saved/{saved.Id}")).IsProblem(status, code);
        }
    }

    [Theory]
    [InlineData(" ", "requests", null, "query-name-is-missing")]
    [InlineData("x", " ", null, "telemetry-query-is-empty")]
    [InlineData("x", "requests", "last-year", "field-is-wrong")]
    public async Task What_cannot_be_kept_is_said(string name, string query, string? last, string code)
    {
        (await SaveAsync(an, name, query, last: last)).IsProblem(HttpStatusCode.BadRequest, code);
        (await SaveAsync(an, new string('x', 81), "requests")).IsProblem(
            HttpStatusCode.BadRequest,
            "query-name-is-too-long"
        );
        Assert.Empty(await NamesAsync(an));
    }

    [Fact]
    public async Task Twice_the_same_name_is_refused_and_two_edits_of_one_version_are_not_both_kept()
    {
        var saved = (await SaveAsync(an, "One", "requests")).Is(HttpStatusCode.OK);
        (await SaveAsync(an, "one", "traces")).IsProblem(HttpStatusCode.Conflict, "query-name-is-taken");
        (await SaveAsync(binh, "One", "traces")).Is(HttpStatusCode.OK);
        (string, string) seen = ("If-Match", $"\"{saved["version"].GetInt32()}\"");

        (await an.PutAsync($"telemetry/saved/{saved.Id}", new { name = "One", query = "traces" }, seen)).Is(
            HttpStatusCode.OK
        );
        (await an.PutAsync($"telemetry/saved/{saved.Id}", new { name = "One", query = "events" }, seen)).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "query-has-changed"
        );
    }

    [Fact]
    public async Task On_the_page_a_query_is_kept_opened_changed_and_given_up()
    {
        using var browser = new Surfer(app);
        await browser.SignInAsync("an@desk.example");
        var form = ("Form.Text", "requests\n| where success == false");

        await browser.SubmitAsync(
            "/telemetry",
            "ask",
            form,
            ("Form.Last", "last-24h"),
            ("Form.Name", "Hỏng"),
            ("Form.Do", "save-new")
        );
        var id = (await an.GetAsync("telemetry/saved")).Is(HttpStatusCode.OK).Body[0].GetProperty("id").GetInt32();
        var opened = await browser.PageAsync($"/telemetry?saved={id}");
        Assert.Equal("requests\n| where success == false", opened.QuerySelector("textarea")!.TextContent);
        Assert.Equal(
            "last-24h",
            opened.QuerySelector("select[name='Form.Last'] option[selected]")!.GetAttribute("value")
        );
        Assert.Equal("Hỏng", opened.QuerySelector("[aria-current]:is(.query-help a)")!.TextContent);

        var again = await Surfer.ReadAsync(
            await browser.SubmitAsync("/telemetry", "ask", form, ("Form.Name", "Hỏng"), ("Form.Do", "save-new"))
        );
        Assert.Contains(
            "of this name already",
            again.QuerySelector(".save-query .refusal")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Hỏng", again.QuerySelector("input[name='Form.Name']")!.GetAttribute("value"));

        await browser.SubmitAsync(
            $"/telemetry?saved={id}",
            "ask",
            form,
            ("Form.Name", "Hỏng hóc"),
            ("Form.IsShared", "true"),
            ("Form.Do", "save")
        );
        Assert.Equal(["Hỏng hóc"], await NamesAsync(binh));
        await browser.SubmitAsync($"/telemetry?saved={id}", "ask", form, ("Form.Do", "drop"));
        Assert.Empty(await NamesAsync(an));
    }

    [Fact]
    public async Task Who_asked_a_real_source_what_is_on_record_for_leads_and_simulated_ones_are_not()
    {
        await AskAsync(an, "real", "requests | where token == h\"s3cret-value\"");
        await AskAsync(an, "real", "broken");
        await AskAsync(an, "real", "gone");
        await AskAsync(an, "simulated", "requests | count");

        var runs = (await lead.GetAsync("telemetry/runs")).Is(HttpStatusCode.OK).Body.EnumerateArray().ToList();

        Assert.Equal(
            ["telemetry-is-failing", "wrong", "answered"],
            runs.Select(r => r.GetProperty("outcome").GetString())
        );
        Assert.All(runs, r => Assert.Equal(an.Me.PersonId, r.GetProperty("person").GetInt32()));
        Assert.Equal(2, runs[2].GetProperty("rows").GetInt32());
        Assert.DoesNotContain("s3cret", runs[2].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(app.Clock.GetUtcNow(), runs[2].GetProperty("at").GetDateTimeOffset());
        (await an.GetAsync("telemetry/runs")).IsProblem(HttpStatusCode.Forbidden, "not-allowed");

        using var browser = new Surfer(app);
        await browser.SignInAsync("chi@desk.example");
        var page = await browser.PageAsync("/telemetry/runs");
        Assert.Equal(3, page.QuerySelectorAll(".query-runs > li").Length);
        Assert.Contains(
            "no answer (telemetry-is-failing)",
            page.QuerySelector(".query-runs")!.TextContent,
            StringComparison.Ordinal
        );
        using var agent = new Surfer(app);
        await agent.SignInAsync("an@desk.example");
        Assert.NotEqual(HttpStatusCode.OK, (await agent.GetAsync("/telemetry/runs")).StatusCode);
    }

    [Fact]
    public async Task Asked_by_many_at_once_or_given_up_while_it_was_asked_it_is_on_record_all_the_same()
    {
        var shelf = app.Services.GetRequiredService<QueryShelf>();
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => shelf.AskAsync(real, new($"requests | take {n}"), an.Me, Stop))
        );
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            shelf.AskAsync(real, new("slow"), an.Me, leaving.Token)
        );

        var runs = await shelf.RunsAsync(null, 50, Stop);

        Assert.Equal(9, runs.Count);
        Assert.Equal(("slow", "left"), (runs[0].Asked.Text, runs[0].Asked.Outcome));
        Assert.Equal(8, runs.Skip(1).Select(r => r.Asked.Text).Distinct().Count());
        Assert.Equal([runs[4].Version], (await shelf.RunsAsync(runs[3].Version, 1, Stop)).Select(r => r.Version));
        await using var db = app.Database();
        Assert.DoesNotContain(await db.StreamAsync(Streams.Queries(1), Stop), r => r.Kind is "telemetry_asked");
    }

    [Fact]
    public async Task What_one_asked_last_is_shown_to_oneself_alone_and_goes_with_who_is_erased()
    {
        var shelf = app.Services.GetRequiredService<QueryShelf>();
        var simulated = app.Services.GetServices<ITelemetrySource>().First(s => s.Kind is TelemetryKind.Simulated);
        await shelf.AskAsync(real, new("requests | take 1"), an.Me, Stop);
        await shelf.AskAsync(simulated, new("requests | count"), an.Me, Stop);
        await shelf.AskAsync(simulated, new("requests | where"), an.Me, Stop);
        await shelf.AskAsync(simulated, new("requests | where"), an.Me, Stop);
        await shelf.AskAsync(simulated, new("traces | where message has 'lan.tran@customer.example'"), binh.Me, Stop);

        var own = await shelf.OwnAsync(an.Me, 20, Stop);
        Assert.Equal(
            [("requests | where", "wrong"), ("requests | take 1", "answered"), ("requests | count", "answered")],
            own.Select(r => (r.Asked.Text, r.Asked.Outcome)).OrderByDescending(r => r.Text)
        );
        Assert.Equal(["requests | take 1"], (await shelf.RunsAsync(null, 50, Stop)).Select(r => r.Asked.Text));
        using var theirs = new Surfer(app);
        await theirs.SignInAsync("an@desk.example");
        var page = await theirs.PageAsync(
            $"/telemetry?again={own.Single(r => r.Asked.Text is "requests | count").Key}"
        );
        Assert.Equal("requests | count", page.QuerySelector("textarea.kql")!.TextContent);
        using var other = new Surfer(app);
        await other.SignInAsync("binh@desk.example");
        page = await other.PageAsync($"/telemetry?again={own[0].Key}");
        Assert.DoesNotContain(
            "requests | where",
            page.QuerySelector(".query-history")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotEqual(own[0].Asked.Text, page.QuerySelector("textarea.kql")!.TextContent);

        await app.People.CustomerAsync("Trần Thị Lan", "lan.tran@customer.example", Core.Words.Language.Vi, Stop);
        var erasure = app.Services.GetRequiredService<Erasure>();
        await erasure.RunAsync("lan.tran@customer.example", "asked", "GDPR 17", Actor.System("t"), Stop);
        await erasure.RunAsync("an@desk.example", "asked", "GDPR 17", Actor.System("t"), Stop);

        Assert.Empty(await shelf.OwnAsync(binh.Me, 20, Stop));
        Assert.Empty(await shelf.OwnAsync(an.Me, 20, Stop));
        Assert.Null((await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
    }

    [Fact]
    public async Task Of_who_was_erased_nothing_is_left_in_what_was_asked_and_kept()
    {
        await app.People.CustomerAsync("Trần Thị Lan", "lan.tran@customer.example", Core.Words.Language.Vi, Stop);
        foreach (
            var query in (string[])
                [
                    "requests | where user_AuthenticatedId == 'LAN.tran@customer.example'",
                    "requests | where user_AuthenticatedId == 'lan.tran'",
                    "traces | where message has 'tran thi lan'",
                    "traces | where message has 'lan'",
                ]
        )
        {
            await AskAsync(an, "real", query);
            (await SaveAsync(an, query[^12..], query)).Is(HttpStatusCode.OK);
        }
        var shelf = app.Services.GetRequiredService<QueryShelf>();
        var erasure = app.Services.GetRequiredService<Erasure>();

        Assert.Null(
            (await erasure.RunAsync("lan.tran@customer.example", "asked", "GDPR 17", Actor.System("t"), Stop)).Refusal
        );

        Assert.Equal(
            ["traces | where message has 'lan'", "", "", ""],
            (await shelf.RunsAsync(null, 50, Stop)).Select(r => r.Asked.Text)
        );
        Assert.Equal(["ge has 'lan'"], await NamesAsync(an));
        // Whoever asked is gone too, and with them what they typed.
        Assert.Null((await erasure.RunAsync("an@desk.example", "asked", "GDPR 17", Actor.System("t"), Stop)).Refusal);
        Assert.All(await shelf.RunsAsync(null, 50, Stop), r => Assert.Empty(r.Asked.Text));
        Assert.Empty((await shelf.ReadAsync(Stop)).For(an.Me));
        Assert.Null((await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
        using var browser = new Surfer(app);
        await browser.SignInAsync("chi@desk.example");
        Assert.Contains(
            "(This was erased.)",
            (await browser.PageAsync("/telemetry/runs")).QuerySelector(".query-runs")!.TextContent,
            StringComparison.Ordinal
        );
    }

    static Task<Answer> SaveAsync(Client who, string name, string query, string? last = null) =>
        who.PostAsync(
            "telemetry/saved",
            new
            {
                name,
                query,
                last,
            }
        );

    static async Task<IEnumerable<string?>> NamesAsync(Client who) =>
        (await who.GetAsync("telemetry/saved"))
            .Is(HttpStatusCode.OK)
            .Body.EnumerateArray()
            .Select(q => q.GetProperty("name").GetString());

    static Task<Answer> AskAsync(Client who, string source, string query) =>
        who.PostAsync("telemetry/queries", new { source, query });

    /// <summary>A source that is not simulated, and answers as it is told by the query itself.</summary>
    sealed class Asked : ITelemetrySource
    {
        public string Name => "real";
        public TelemetryKind Kind => TelemetryKind.Azure;
        public bool IsSensitive => false;

        public Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            var answer = new TelemetryAnswer(Name, new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
            return Task.FromResult(
                question.Text switch
                {
                    "broken" => answer with { Error = new("SyntaxError", "broken") },
                    "gone" => answer with { Refusal = new("telemetry-is-failing", "500") },
                    _ => answer with
                    {
                        Columns = [new("n", "long")],
                        Rows =
                        [
                            ["1"],
                            ["2"],
                        ],
                        RowCount = 2,
                    },
                }
            );
        }

        public Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<TelemetryTableSeen>>([]);
    }
}
