using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>Trainee and mentors see at the live desk what became of a run, and nobody gets a mail about it.</summary>
public sealed class RunNoticesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    PersonRow mai = null!;
    PersonRow lan = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss", "boss@desk.example");
        mai = await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        lan = await app.PersonAsync(Role.Mentor, "Lan", "lan@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Reviews Reviews => app.Services.GetRequiredService<Reviews>();

    [Fact]
    public async Task Mentors_see_that_a_run_waits_until_one_of_them_has_dealt_with_it()
    {
        var me = await HandedInAsync();
        Assert.Equal(["session_ended"], await UnreadAsync(mai));
        Assert.Equal(["session_ended"], await UnreadAsync(lan));
        Assert.Empty(await UnreadAsync(me.Me));
        await using (var db = app.Database())
            Assert.All(
                await db.Notices.ToListAsync(Stop),
                n => Assert.Equal((me.Id, null), (n.Session!.Value, n.Ticket))
            );

        await DoesAsync(me, new AskRevision("M2", null, "Nêu một việc cụ thể."), mai);
        Assert.Empty(await UnreadAsync(mai));
        Assert.Empty(await UnreadAsync(lan));
        Assert.Equal(["revision_asked"], await UnreadAsync(me.Me));

        // Whoever asked for it goes on with it; the others are not told twice.
        await DoesAsync(me, new Revise("M2", "Tôi sẽ so với các lớp khác trước."), me.Me);
        Assert.Empty(await UnreadAsync(mai));
        await DoesAsync(me, new HandInAgain(), me.Me);
        Assert.Equal(["revisions_handed_in"], await UnreadAsync(mai));
        Assert.Empty(await UnreadAsync(lan));
    }

    [Fact]
    public async Task Of_many_lines_a_trainee_gets_one_notice_until_it_is_read()
    {
        var me = await HandedInAsync();
        await DoesAsync(me, new GradeLine("M1", 3), mai);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await DoesAsync(me, new AcceptLine("02-1"), mai);
        await DoesAsync(me, new OverrideVerdict("02-2", Outcome.NotApplicable, "Không xảy ra."), mai);
        await DoesAsync(me, new CommentMoment(2, "Nhìn kỹ chỗ này."), mai);
        await DoesAsync(me, new CommentMoment(1, "Và chỗ này."), mai);

        Assert.Equal(["moment_commented", "run_reviewed"], (await UnreadAsync(me.Me)).Order(StringComparer.Ordinal));
        await using (var db = app.Database())
            await db
                .Notices.Where(n => n.Person == me.Me.Id)
                .ExecuteUpdateAsync(n => n.SetProperty(r => r.ReadAt, app.Clock.GetUtcNow()), Stop);

        // The same once more is nothing new; another word is.
        await DoesAsync(me, new CommentMoment(1, "Và chỗ này."), mai);
        Assert.Empty(await UnreadAsync(me.Me));
        await DoesAsync(me, new GradeLine("M2", 3), lan);
        Assert.Equal(["run_reviewed"], await UnreadAsync(me.Me));
    }

    [Fact]
    public async Task A_contested_line_and_its_answer_are_told_to_the_two_and_the_confirmation_to_the_trainee()
    {
        var me = await HandedInAsync();
        await DoesAsync(me, new GradeLine("M1", 3), lan);
        await ReadAllAsync();

        await DoesAsync(me, new ContestLine("02-3", "Tôi đã trả lời đúng giờ."), me.Me);
        Assert.Equal(["line_contested"], await UnreadAsync(lan));
        Assert.Empty(await UnreadAsync(mai));
        await DoesAsync(me, new AnswerContest("02-3", "Đúng vậy.") { Outcome = Outcome.NotApplicable }, lan);
        Assert.Equal(["contest_answered"], await UnreadAsync(me.Me));

        foreach (var line in (await FoundAsync(me)).Run.ForMentor.ToList())
            await DoesAsync(me, new GradeLine(line.Line.Id, line.Levels - 1), lan);
        await ReadAllAsync();
        await DoesAsync(me, new ConfirmRun(), lan);
        Assert.Equal(["run_confirmed"], await UnreadAsync(me.Me));
        Assert.Empty(await UnreadAsync(lan));
    }

    [Fact]
    public async Task Who_looks_away_has_no_notice_of_their_own_run_and_leads_are_told_where_there_is_no_mentor()
    {
        await using var desk = await DeskApp.StartAsync();
        var lead = await desk.PersonAsync(Role.Lead, "Linh", "linh@desk.example");
        await desk.PersonAsync(Role.Agent, "Sơn", "son@desk.example");
        var me = await Trying.BeginAsync(desk, seed: 1);
        Assert.Null(await me.MoveAsync("finish"));
        await using (var db = desk.Database())
            Assert.Equal(lead.Id, (await db.Notices.SingleAsync(Stop)).Person);

        // A mentor who practises is not told that their own run waits.
        var mentor = await desk.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        var sessions = desk.Services.GetRequiredService<Sessions>();
        var (own, _) = await sessions.StartAsync(
            "s02-slow-lms",
            mentor.AsActor,
            PracticeMode.Practice,
            Core.Words.Language.Vi,
            1,
            Stop
        );
        Assert.Null(
            await sessions.MoveAsync(
                own!.Value,
                new("finish", Core.Practice.Sessions.Fields.None),
                mentor.AsActor,
                Stop
            )
        );
        await using (var db = desk.Database())
            Assert.Equal(lead.Id, (await db.Notices.SingleAsync(n => n.Session == own, Stop)).Person);
    }

    [Fact]
    public async Task Time_that_runs_out_is_told_as_well_and_once_however_many_nodes_look()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        await using var node = await app.AnotherAsync();
        app.Clock.Advance(TimeSpan.FromHours(4));

        await Task.WhenAll(
            app.Services.GetRequiredService<Sessions>().AdvanceAsync(me.Id, Stop),
            node.Services.GetRequiredService<Sessions>().AdvanceAsync(me.Id, Stop)
        );

        Assert.Equal(["session_ended"], await UnreadAsync(mai));
    }

    [Fact]
    public async Task None_of_it_is_a_mail()
    {
        var me = await HandedInAsync();
        await DoesAsync(me, new AskRevision("M2", null, "Nêu một việc cụ thể."), mai);
        await DoesAsync(me, new ContestLine("02-3", "Tôi đã trả lời đúng giờ."), me.Me);

        await using var db = app.Database();
        Assert.NotEmpty(await db.Notices.ToListAsync(Stop));
        Assert.False(await db.Outbox.AnyAsync(o => o.World == WorldRow.Live, Stop));
        Assert.Empty(app.Drawer.Mails);
    }

    async Task<Trying> HandedInAsync()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        Assert.Null(await me.MoveAsync("submit", ("kind", "reflection"), ("text", "Lần sau tôi hỏi sớm hơn.")));
        Assert.Null(await me.MoveAsync("finish"));
        return me;
    }

    async Task<IReadOnlyList<string>> UnreadAsync(PersonRow who)
    {
        await using var db = app.Database();
        return await db
            .Notices.Where(n => n.Person == who.Id && n.ReadAt == null)
            .OrderBy(n => n.Id)
            .Select(n => n.Kind)
            .ToListAsync(Stop);
    }

    async Task ReadAllAsync()
    {
        await using var db = app.Database();
        await db.Notices.ExecuteUpdateAsync(n => n.SetProperty(r => r.ReadAt, app.Clock.GetUtcNow()), Stop);
    }

    async Task<ReviewedSession> FoundAsync(Trying me) => (await Reviews.FindAsync(me.Id, mai.AsActor, Stop)).Found!;

    async Task DoesAsync(Trying me, ReviewAction action, PersonRow who) =>
        Assert.Null(await Reviews.ActAsync(me.Id, action, who.AsActor, Stop));
}
