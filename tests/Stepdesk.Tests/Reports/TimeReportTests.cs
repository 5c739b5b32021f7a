using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Reports;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Reports;

/// <summary>Reports of time: what they count, and that every face says the same.</summary>
public sealed class TimeReportTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = await app.PersonAsync(Role.Administrator, "=An");
        await using var db = app.Database();
        db.Worlds.Add(
            new()
            {
                Id = WorldRow.Live,
                Name = "Desk",
                Zone = "Asia/Ho_Chi_Minh",
                Language = Language.En,
                IsDemo = false,
            }
        );
        await db.SaveChangesAsync(Stop);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task First_responses_have_a_median_and_a_share_that_was_kept()
    {
        foreach (var minutes in (int[])[10, 20, 40])
            await AnsweredAsync(minutes);

        var report = await ReportAsync(ReportBy.Person);

        var line = Assert.Single(report.Times);
        Assert.Equal(
            (an.Id, Measured.FirstResponse, 3, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40), 3, 2),
            (line.Group, line.What, line.Count, line.Working.Median, line.Working.P90, line.Promised, line.Kept)
        );
        Assert.Equal(new BreachLine(an.Id, ClockName.Acknowledgement, 1, 0, 0), Assert.Single(report.Breaches));
    }

    [Fact]
    public async Task A_month_ends_where_the_desk_is()
    {
        // The last hour of March in Vietnam, then the first one of April; both are March in London.
        app.Clock.SetUtcNow(new(2026, 3, 31, 16, 40, 0, TimeSpan.Zero));
        await AnsweredAsync(10);
        await AnsweredAsync(20);

        var report = await ReportAsync(ReportBy.Month);

        Assert.Equal([(202603, 1), (202604, 1)], report.Times.Select(t => (t.Group!.Value, t.Count)));
    }

    [Fact]
    public async Task A_breach_by_a_change_of_class_stands_apart_and_stays()
    {
        var ticket = await app.LoggedAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await ActAsync(ticket, new Classify(ClassOfService.Expedite, "All of us"));
        await ActAsync(ticket, new Classify(ClassOfService.Standard, "It was one"));

        var breach = Assert.Single(
            (await ReportAsync(ReportBy.Class)).Breaches,
            b => b.Clock is ClockName.Acknowledgement
        );

        Assert.Equal((0, 1, 0), (breach.RanOut, breach.Reclassified, breach.Otherwise));
    }

    [Fact]
    public async Task Page_file_and_api_say_the_same_and_no_name_is_a_formula()
    {
        await AnsweredAsync(10);
        await AnsweredAsync(40);
        using var surfer = await Surfer.OfAsync(app, an);
        using var client = await Client.OfAsync(app, an);
        const string Query = "?from=2026-03-01&to=2026-03-31&by=person";

        var page = await surfer.PageAsync($"/reports/time{Query}");
        var csv = await (await surfer.GetAsync($"/reports/time.csv{Query}")).Content.ReadAsStringAsync(Stop);
        var api = (await client.GetAsync($"reports/time{Query}")).Is(HttpStatusCode.OK);

        var row = page.QuerySelector(".report tbody tr")!.Children.Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["First response", "=An", "2", "10 min", "40 min", "10 min", "40 min", "1 of 2"], row);
        Assert.Contains("\r\n'=An,First response,2,600,2400,600,2400,1,0\r\n", csv, StringComparison.Ordinal);
        var time = api["times"][0];
        Assert.Equal("=An", time.GetProperty("group").GetString());
        Assert.Equal((600, 2400), (time.GetProperty("median").GetDouble(), time.GetProperty("p90").GetDouble()));
        Assert.Equal(1, time.GetProperty("kept").GetInt32());
    }

    [Fact]
    public async Task Impossible_dates_are_refused_and_an_empty_report_says_what_to_do()
    {
        using var surfer = await Surfer.OfAsync(app, an);
        using var client = await Client.OfAsync(app, an);

        (await client.GetAsync("reports/time?from=2026-03-02&to=2026-03-01&by=class")).IsProblem(
            HttpStatusCode.Conflict,
            "report-dates-are-impossible"
        );
        (await client.GetAsync("reports/time?from=2026-03-01&to=2026-03-02&by=colour")).IsProblem(
            HttpStatusCode.BadRequest,
            "field-is-wrong"
        );
        var refused = await surfer.PageAsync("/reports/time?from=2026-03-02&to=2026-03-01");
        Assert.Contains(
            "not after the last one",
            refused.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        var empty = await surfer.PageAsync("/reports/time");
        Assert.Contains(
            "Choose an earlier first date",
            empty.QuerySelector(".empty")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rows_of_times_are_checked_against_history_and_made_again_from_it()
    {
        await AnsweredAsync(10);
        await AnsweredAsync(40);
        var before = await RowsAsync();
        var verify = app.Services.GetRequiredService<VerifyHistory>();
        Assert.Null((await verify.RunAsync(Stop)).FirstBad);

        await using (var db = app.Database())
        {
            await db.Measures.ExecuteUpdateAsync(m => m.SetProperty(r => r.Kept, true), Stop);
            await db.Breaches.ExecuteDeleteAsync(Stop);
        }
        Assert.Equal("the ticket's measured times are others: rebuild", (await verify.RunAsync(Stop)).FirstBad?.Why);

        await new RebuildRows(app.Services.GetRequiredService<IDbContextFactory<Db>>()).RunAsync(Stop);
        Assert.Null((await verify.RunAsync(Stop)).FirstBad);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_desk_older_than_its_reports_reads_them_off_its_history_when_it_starts()
    {
        await AnsweredAsync(10);
        await AnsweredAsync(40);
        var rows = await RowsAsync();
        await using var db = app.Database();
        await db.Measures.ExecuteDeleteAsync(Stop);
        await db.Breaches.ExecuteDeleteAsync(Stop);
        await db.Secrets.Where(s => s.Name == "rows-made-by").ExecuteDeleteAsync(Stop);

        await db.UpgradeAsync(Stop);

        Assert.Equal(rows, await RowsAsync());
    }

    async Task<IReadOnlyList<object>> RowsAsync()
    {
        await using var db = app.Database();
        return
        [
            .. await db.Measures.AsNoTracking().OrderBy(m => m.Ticket).ThenBy(m => m.Version).ToListAsync(Stop),
            .. await db.Breaches.AsNoTracking().OrderBy(m => m.Ticket).ThenBy(m => m.Version).ToListAsync(Stop),
        ];
    }

    async Task<TimeReport> ReportAsync(ReportBy by)
    {
        var (report, refusal) = await app
            .Services.GetRequiredService<TimeReports>()
            .ReadAsync(new(new(2026, 3, 1), new(2026, 4, 30), by), Stop);
        Assert.Null(refusal);
        return report!;
    }

    async Task AnsweredAsync(int minutes)
    {
        var ticket = await app.LoggedAsync();
        await ActAsync(ticket, new Assign(null, an.Id));
        var reply = await ActAsync(ticket, new Reply("We are on it"));
        app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await ActAsync(
            ticket,
            new RecordDelivery(reply, string.Create(CultureInfo.InvariantCulture, $"{ticket}@desk.example")),
            Actor.System("mail")
        );
    }

    async Task<int> ActAsync(int ticket, TicketAction action, Actor? by = null)
    {
        var outcome = await app.Desk.ActAsync(ticket, action, by ?? an.AsActor, stop: Stop);
        Assert.Null(outcome.Refusal);
        return outcome.Events.First(e => e.What is not ClockEvent).Version;
    }
}
