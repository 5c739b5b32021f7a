using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Demo;
using Stepdesk.Engine.Practice;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Demo;

public sealed partial class DemoDeskTests(DemoDeskTests.Filled filled) : IClassFixture<DemoDeskTests.Filled>
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_hundred_tickets_wait_at_every_step_and_every_fate_has_happened()
    {
        await using var db = filled.App.Database();
        var open = await db.Tickets.Where(t => t.IsOpen).Select(t => t.Step).Distinct().ToListAsync(Stop);
        var happened = await db.History.Select(e => e.Kind).Distinct().ToListAsync(Stop);

        Assert.Equal(300, await db.Tickets.CountAsync(Stop));
        // A ticket is logged or there is none, so reception is behind each of them.
        Assert.Equal(Enum.GetValues<Step>().Except([Step.Reception]), open.Order());
        Assert.Empty(
            (
                (string[])
                    ["closed", "cancelled", "disputed", "reopened", "linked", "bounced", "clock_warned", "clock_broken"]
            ).Except(happened)
        );
        Assert.Empty(((string[])["briefed", "party_wrote", "reminded", "closed_unconfirmed"]).Except(happened));
    }

    [Fact]
    public async Task Some_promises_are_running_some_near_their_end_and_some_broken()
    {
        var states = (await TicketsAsync())
            .Where(t => t.Fold.IsOpen)
            .SelectMany(t => Clocks.Of(t.Fold, Shipped.Policies))
            .Select(c => c.At(filled.End))
            .Distinct();

        // None of the shipped promises stands still while the desk waits.
        Assert.Equal(Enum.GetValues<ClockState>().Except([ClockState.Paused]), states.Order());
    }

    [Fact]
    public async Task Every_row_is_the_fold_of_its_history()
    {
        foreach (var (row, fold) in await TicketsAsync())
        {
            var rebuilt = new TicketRow
            {
                Id = row.Id,
                World = row.World,
                Number = row.Number,
            };
            rebuilt.Show(fold, Shipped.Policies);
            rebuilt.ShowTags(fold);
            Assert.Equivalent(rebuilt, row);
        }
    }

    [Fact]
    public async Task Every_stream_is_an_unbroken_chain()
    {
        await using var db = filled.App.Database();
        var history = await db.History.AsNoTracking().ToListAsync(Stop);
        foreach (var stream in history.GroupBy(e => e.Stream))
        {
            byte[]? previous = null;
            foreach (var (index, happened) in stream.OrderBy(e => e.Version).Index())
            {
                Assert.Equal(index + 1, happened.Version);
                Assert.Equal(Chain.Commit(happened.Salt, happened.Data), happened.Commitment);
                Assert.Equal(Chain.Next(previous, happened.Skeleton, happened.Commitment), happened.Hash);
                previous = happened.Hash;
            }
        }
    }

    [Fact]
    public async Task Nothing_happens_after_now_and_nothing_is_owed_to_the_outside()
    {
        await using var db = filled.App.Database();
        Assert.Equal(filled.End, await db.History.MaxAsync(e => e.At, Stop), TimeSpan.FromMinutes(5));
        Assert.False(await db.History.AnyAsync(e => e.At > filled.End, Stop));
        Assert.False(
            await db.Outbox.AnyAsync(
                o => o.DoneAt == null && o.FailedAt == null && o.DueAt < filled.End.AddMinutes(-1),
                Stop
            )
        );
        Assert.True((await db.Worlds.SingleAsync(Stop)).IsDemo);
    }

    [Fact]
    public async Task Every_address_is_at_a_domain_nobody_can_own()
    {
        await using var db = filled.App.Database();
        var people = await db.People.Select(p => p.Email).ToListAsync(Stop);
        var written = await db.History.Select(e => e.Data).ToListAsync(Stop);
        var addresses = written.SelectMany(data => Address().Matches(data).Select(m => m.Value)).Concat(people);

        Assert.All(addresses, address => Assert.Matches(@"@([a-z-]+\.)*(example|test)$", address));
        Assert.True(people.Count >= 90);
    }

    [Fact]
    public async Task Staff_hold_every_role_and_both_languages_are_spoken()
    {
        await using var db = filled.App.Database();
        Assert.Equal(
            Enum.GetValues<Role>().Except([Role.System]).Order(),
            (await db.People.Select(p => p.Role).Distinct().ToListAsync(Stop)).Order()
        );
        Assert.Equal(
            Enum.GetValues<Language>(),
            (await db.People.Select(p => p.Language).Distinct().ToListAsync(Stop)).Order()
        );
    }

    [Fact]
    public async Task No_sentence_has_an_empty_place()
    {
        await using var db = filled.App.Database();
        var written = await db.History.Where(e => e.Stream.StartsWith("ticket/")).Select(e => e.Data).ToListAsync(Stop);
        Assert.DoesNotContain(written, data => Hole().IsMatch(data));
    }

    [Fact]
    public async Task Started_again_it_stays_as_it_is()
    {
        await using var db = filled.App.Database();
        var before = await db.History.CountAsync(Stop);

        Assert.Null(await filled.FillAsync(filled.App, filled.End.AddHours(1)));
        Assert.Equal(before, await db.History.CountAsync(Stop));
    }

    [Fact]
    public async Task The_same_seed_and_the_same_end_give_the_same_desk()
    {
        await using var twin = await DeskApp.StartAsync();
        Assert.Null(await filled.FillAsync(twin, filled.End));
        Assert.Equal(await HistoryAsync(filled.App), await HistoryAsync(twin));
    }

    [Fact]
    public async Task A_desk_whose_filling_was_killed_is_filled_again_from_the_start()
    {
        await using var app = await DeskApp.StartAsync();
        using var killed = new CancellationTokenSource();
        // On a thread of its own: the embedded database never lets go of one.
        var filling = Task.Run(() => filled.FillAsync(app, filled.End, killed.Token), Stop);
        await using var db = app.Database();
        await Eventually.HoldsAsync("a first ticket", () => db.Tickets.AnyAsync(Stop));
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);
        Assert.True(await DemoDesk.IsUnfinishedAsync(db, Stop));

        Assert.Null(await filled.FillAsync(app, filled.End));
        Assert.False(await DemoDesk.IsUnfinishedAsync(db, Stop));

        Assert.Equal(await HistoryAsync(filled.App), await HistoryAsync(app));
    }

    [Fact]
    public async Task Its_trainees_have_practised_once_and_a_mentor_finds_results_and_work()
    {
        await using var app = await DeskApp.StartAsync();
        Assert.Null(await filled.FillAsync(app, filled.End));
        var practised = app.Services.GetRequiredService<PractisedRuns>();
        await using (var db = app.Database())
        {
            // Stopped in the midst of it; then two nodes come at once.
            using var stopped = new CancellationTokenSource();
            var playing = Task.Run(() => practised.PlayAsync(stopped.Token), Stop);
            await Eventually.HoldsAsync("a first run", () => db.Sessions.AnyAsync(Stop));
            await stopped.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => playing);
            await Task.WhenAll(
                Task.Run(() => practised.PlayAsync(Stop), Stop),
                Task.Run(() => practised.PlayAsync(Stop), Stop)
            );
            Assert.Equal(8, await db.Sessions.CountAsync(Stop));
            // Killed at the last moment: its claim holds for a while.
            var lease = TimeSpan.FromMinutes(2);
            db.Secrets.Add(PractisedRuns.OwedUntil(filled.End, app.Clock.GetUtcNow() + lease));
            await db.SaveChangesAsync(Stop);
            app.Clock.Advance(lease);
        }
        await practised.PlayAsync(Stop);

        var mentor = await app.Services.GetRequiredService<People>().FindAsync("mentor@desk.example", Stop);
        var me = mentor!.AsActor;
        var cohort = await app.Services.GetRequiredService<Progresses>().CohortAsync(me, Stop);
        var waiting = await app.Services.GetRequiredService<Reviews>().QueueAsync(me, Stop);
        var measured = await app.Services.GetRequiredService<CohortMeasures>().OfAsync(me, Stop);
        Assert.Equal([(4, 2, 2), (4, 2, 2)], cohort.Select(c => (c.Over, c.Confirmed, c.ScenariosPassed.Count)));
        Assert.Equal(4, waiting.Count);
        Assert.Contains(waiting, r => r.Row.CriticalFailed > 0);
        Assert.Contains(waiting, r => r.Row.CriticalFailed == 0);
        Assert.True(measured!.Classes.Count > 1);
        using var browser = new Surfer(app);
        await browser.SignInAsync(mentor.Email, DemoDesk.Password);
        var page = await browser.PageAsync($"/practice/{waiting[0].Row.Id}/review");
        Assert.Null(page.QuerySelector($"a[href='/practice/{waiting[0].Row.Id}/desk/']"));
    }

    [Fact]
    public async Task A_desk_with_people_of_its_own_is_refused_and_left_alone()
    {
        await using var app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);

        Assert.Equal(DemoDesk.NotADemo, await filled.FillAsync(app, filled.End));
        await using var db = app.Database();
        Assert.Equal(1, await db.People.CountAsync(Stop));
    }

    async Task<List<(TicketRow Row, Ticket Fold)>> TicketsAsync()
    {
        await using var db = filled.App.Database();
        var rows = await db.Tickets.AsNoTracking().Include(t => t.Tags).OrderBy(t => t.Id).ToListAsync(Stop);
        var history = (await db.History.AsNoTracking().ToListAsync(Stop)).ToLookup(e => e.Stream);
        return
        [
            .. rows.Select(row =>
                (row, Ticket.From(history[Streams.Ticket(row.Id)].OrderBy(e => e.Version).Select(e => e.Read())))
            ),
        ];
    }

    static async Task<List<string>> HistoryAsync(DeskApp app)
    {
        await using var db = app.Database();
        var history = await db.History.AsNoTracking().ToListAsync(Stop);
        return
        [
            .. history
                .Select(e => $"{e.Stream} {e.Version} {e.At:O} {e.RecordedAt:O} {e.Actor} {e.Kind} {e.Data}")
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"[\w.-]+@[\w.-]*\w", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\{\w+\}|  ", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    /// <summary>One demo desk for all of these tests: they only look at it.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public DeskApp App { get; private set; } = null!;
        public DateTimeOffset End => App.Clock.GetUtcNow();

        public async ValueTask InitializeAsync()
        {
            App = await DeskApp.StartAsync();
            Assert.Null(await FillAsync(App, End));
        }

        public Task<Refusal?> FillAsync(DeskApp app, DateTimeOffset end, CancellationToken? stop = null) =>
            app
                .Services.GetRequiredService<DemoDesk>()
                .FillAsync(end, stop: stop ?? TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
