using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Calibration;
using Stepdesk.Core.Practice.Measures;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Data.Postgres;
using Stepdesk.Engine.Data.Sqlite;
using Stepdesk.Engine.Practice;
using Stepdesk.Engine.Service;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>The measures of everybody's runs: what counts, what is withheld, and that the file says what the page says.</summary>
public sealed class CohortMeasuresTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    readonly Read read = new();
    DeskApp app = null!;
    PersonRow mai = null!;
    PersonRow lan = null!;
    PersonRow lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services =>
        {
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(read));
            services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(read));
        });
        await app.PersonAsync(Role.Administrator, "Quân", "quan@desk.example");
        mai = await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        lan = await app.PersonAsync(Role.Mentor, "Lan", "lan@desk.example");
        lead = await app.PersonAsync(Role.Lead, "Tuấn", "tuan@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_page_and_the_file_say_the_same_beside_what_is_promised()
    {
        await RunAsync("Thảo", ClassOfService.Priority, logged: 6, answered: 20);
        await RunAsync("Uyên", ClassOfService.Priority, logged: 10, answered: 40);
        await RunAsync("Khoa", ClassOfService.Standard, logged: 25, answered: null);
        using var browser = await Surfer.OfAsync(app, lead);

        var page = await browser.PageAsync("/practice/cohort");
        var csv = await (await browser.GetAsync("/practice/cohort/measures.csv")).Content.ReadAsStringAsync(Stop);

        var rows = page.QuerySelectorAll(".measures tbody tr")
            .Select(r => string.Join(" | ", r.Children.Select(Said)))
            .ToList();
        Assert.Equal(
            [
                "Standard Runs: 1 Right class: 0 of 1",
                "Time to log | 1 | 25 min later than promised | 25 min | 15 min",
                "Time spent | 1 | 25 min | 25 min | –",
                "Priority Runs: 2 Right class: 2 of 2",
                "Time to log | 2 | 6 min | 10 min | 15 min",
                "First response | 2 | 20 min later than promised | 40 min | 15 min",
                "Time spent | 2 | 20 min | 40 min | –",
            ],
            rows
        );
        Assert.Equal(
            """
            Class of service,Runs,Runs whose right class is known,Runs given the right class,Measured,Counted runs,Median (s),Longest (s),Promised (s)
            Standard,1,1,0,Time to log,1,1500,1500,900
            Standard,1,1,0,Time spent,1,1500,1500,
            Priority,2,2,2,Time to log,2,360,600,900
            Priority,2,2,2,First response,2,1200,2400,900
            Priority,2,2,2,Time spent,2,1200,2400,

            """.ReplaceLineEndings("\r\n"),
            csv
        );
    }

    [Fact]
    public async Task What_is_promised_is_what_the_desk_promises_today()
    {
        await RunAsync("Khoa", ClassOfService.Standard, logged: 25, answered: null);
        Assert.True((await LoggingAsync()).IsMissed);
        await using var db = app.Database();
        var (book, promising) = (
            app.Services.GetRequiredService<PolicyBook>(),
            app.Services.GetRequiredService<Promising>()
        );
        var version = await book.LatestAsync(db, WorldRow.Live, Stop);
        var policy = (await book.UpToAsync(db, WorldRow.Live, version, Stop))(version);
        var slower = policy.Classes.Select(c => c with { Log = new(TimeSpan.FromMinutes(30)) });
        var boss = await app.PersonAsync(Role.Administrator, "Bình", "binh@desk.example");

        var (_, refusal) = await promising.SetAsync(policy with { Classes = [.. slower] }, version, boss.AsActor, Stop);

        Assert.Null(refusal);
        Assert.Equal(
            (TimeSpan.FromMinutes(30), false),
            ((await LoggingAsync()).Target, (await LoggingAsync()).IsMissed)
        );

        async Task<MeasureLine> LoggingAsync() => (await ReadAsync(lead)).Classes[0].Lines[0];
    }

    [Fact]
    public async Task Of_each_person_and_scenario_only_the_latest_run_that_is_over_counts()
    {
        var me = await RunAsync("Thảo", ClassOfService.Priority, logged: 6, answered: 20);
        await Trying.BeginAsync(app, seed: 1, name: "Uyên");
        var sessions = app.Services.GetRequiredService<Sessions>();
        await StartAsync(finish: false);
        Assert.Equal([(ClassOfService.Priority, 1)], await ClassesAsync(lead));

        await StartAsync(finish: true);

        Assert.Equal([(null, 1)], await ClassesAsync(lead));

        async Task StartAsync(bool finish)
        {
            var (id, refusal) = await sessions.StartAsync(
                "s02-slow-lms",
                me.Me.AsActor,
                PracticeMode.Practice,
                Language.Vi,
                1,
                Stop
            );
            Assert.Null(refusal);
            if (finish)
                Assert.Null(await sessions.MoveAsync(id!.Value, new("finish", Fields.None), me.Me.AsActor, Stop));
        }
    }

    [Fact]
    public async Task A_run_a_mentor_has_yet_to_judge_blind_is_in_none_of_their_figures()
    {
        var run = await RunAsync("Thảo", ClassOfService.Priority, logged: 6, answered: 20);
        await RunAsync("Khoa", ClassOfService.Standard, logged: 25, answered: null);
        await run.ConfirmAsync(mai);
        var calibrations = app.Services.GetRequiredService<Calibrations>();
        Assert.Null(await calibrations.ActAsync(run.Id, new MarkExample(), lead.AsActor, Stop));
        using var browser = await Surfer.OfAsync(app, lan);

        Assert.Equal([(ClassOfService.Standard, 1)], await ClassesAsync(lan));
        var page = await browser.PageAsync("/practice/cohort");
        Assert.Contains("yet to judge: 1", page.QuerySelector(".page > .hint")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Priority", page.QuerySelector(".measures")!.TextContent, StringComparison.Ordinal);
        var csv = await (await browser.GetAsync("/practice/cohort/measures.csv")).Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("Priority", csv, StringComparison.Ordinal);
        // Who reviewed it, and who chose it, have nothing to judge and read on.
        Assert.Equal(2, (await ClassesAsync(mai)).Count);
        Assert.Equal(2, (await ClassesAsync(lead)).Count);

        Assert.Null(await calibrations.ActAsync(run.Id, new LeaveExample(), lan.AsActor, Stop));

        Assert.Equal(2, (await ClassesAsync(lan)).Count);
    }

    [Fact]
    public async Task What_happened_in_a_run_is_read_once_and_what_is_told_of_it_is_asked_for_each_reader()
    {
        var run = await RunAsync("Thảo", ClassOfService.Priority, logged: 6, answered: 20);
        await RunAsync("Khoa", ClassOfService.Standard, logged: 25, answered: null);
        var before = await ReadAsync(lead);
        Assert.Equal((2, 0), (before.Classes.Count, before.Withheld));
        read.Streams.Clear();

        Assert.Equivalent(before, await ReadAsync(lead));
        Assert.Equal(2, (await ClassesAsync(lan)).Count);

        Assert.Empty(read.Streams);
        await run.ConfirmAsync(mai);
        var calibrations = app.Services.GetRequiredService<Calibrations>();
        Assert.Null(await calibrations.ActAsync(run.Id, new MarkExample(), lead.AsActor, Stop));
        Assert.Equal([(ClassOfService.Standard, 1)], await ClassesAsync(lan));
        Assert.Equal(1, (await ReadAsync(lan)).Withheld);
        Assert.Equivalent(before, await ReadAsync(mai));
        Assert.Equivalent(before, await ReadAsync(lead));
    }

    [Fact]
    public async Task The_file_is_for_who_may_see_the_practice_of_others_in_their_language_and_a_file_without_runs_too()
    {
        var trainee = await app.PersonAsync(Role.Trainee, "Hân", "han@desk.example");
        var agent = await app.PersonAsync(Role.Agent, "Sơn", "son@desk.example");
        foreach (var (who, may) in ((PersonRow, bool)[])[(lead, true), (mai, true), (agent, false), (trainee, false)])
        {
            using var browser = await Surfer.OfAsync(app, who);
            var answer = await browser.GetAsync("/practice/cohort/measures.csv");
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            if (!may)
                continue;
            Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal([0xEF, 0xBB, 0xBF], (await answer.Content.ReadAsByteArrayAsync(Stop))[..3]);
            Assert.Single((await answer.Content.ReadAsStringAsync(Stop)).Trim().Split('\n'));
        }
        using var stranger = new Surfer(app);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync("/practice/cohort/measures.csv")).StatusCode);
    }

    static string Said(IElement cell) =>
        string.Join(' ', cell.Descendants<IText>().Select(t => t.Data.Trim()).Where(t => t.Length > 0));

    async Task<Trying> RunAsync(string name, ClassOfService chosen, int logged, int? answered)
    {
        var me = await Trying.BeginAsync(app, seed: 1, name: name);
        await me.UntilAsync(TimeSpan.FromMinutes(logged));
        var mail = (await me.WaitingAsync())[0];
        var log = new Log("LMS chậm", "Lớp WEB101", (await me.PersonAsync("thu.ha@campus.example")).Id, Channel.Mail)
        {
            MailId = mail.Id,
            ReportedAt = mail.ReceivedAt,
            Class = new Classify(chosen, "Theo số người bị ảnh hưởng."),
        };
        Assert.Null((await me.LogAsync(log)).Refusal);
        if (answered is { } minutes)
        {
            await me.UntilAsync(TimeSpan.FromMinutes(minutes));
            Assert.Null((await me.ActAsync(new Reply("Chị Hà ơi, em đang xem lớp WEB101."))).Refusal);
        }
        Assert.Null(await me.MoveAsync("finish"));
        return me;
    }

    async Task<IReadOnlyList<(ClassOfService? Class, int Runs)>> ClassesAsync(PersonRow reader) =>
        [.. (await ReadAsync(reader)).Classes.Select(c => (c.Class, c.Runs))];

    async Task<MeasuredCohort> ReadAsync(PersonRow reader) =>
        (await app.Services.GetRequiredService<CohortMeasures>().OfAsync(reader.AsActor, Stop))!;

    /// <summary>Which runs were read from the database.</summary>
    sealed class Read : DbCommandInterceptor
    {
        public ConcurrentBag<string> Streams { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            foreach (var parameter in command.Parameters.Cast<DbParameter>())
                if (parameter.Value is string said && said.StartsWith(Run, StringComparison.Ordinal))
                    Streams.Add(said);
            return new(result);
        }

        static readonly string Run = Engine.Data.Streams.Session(0).TrimEnd('0');
    }
}
