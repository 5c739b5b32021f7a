using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Verdicts = Stepdesk.Core.Practice.Judging.Outcome;

namespace Stepdesk.Tests.Practice;

/// <summary>One session at a time: what comes in, what may be done, how its clock goes, and that nothing is lost.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    // Draws the branch in which the developers mend it.
    const ulong Pool = 1;

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly Pattern Chased = new(EventTypes.MailReceived, [new("key", ["ha.chase"])]);
    static readonly Pattern Disputed = new(EventTypes.Disputed, []);

    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task While_no_node_is_there_no_clock_goes_and_nothing_is_lost_by_it()
    {
        var me = await Trying.BeginAsync(app, seed: 1, mode: PracticeMode.Assessed);
        var there = app.Services.GetRequiredService<Beat>();
        for (var minute = 0; minute < 5; minute++)
        {
            await there.BeThereAsync(Stop);
            app.Clock.Advance(TimeSpan.FromSeconds(30));
        }
        await there.BeThereAsync(Stop);
        var seen = (await me.LookAsync()).Now;
        Assert.Equal(TimeSpan.FromSeconds(150), seen - (await me.LookAsync()).Scenario.Start);

        // Everything is off for an hour, and somebody is quicker than the first beat of the node that comes back.
        app.Clock.Advance(TimeSpan.FromHours(1));
        await using var back = await app.AnotherAsync();
        var again = me.On(back);
        Assert.Null(await again.MoveAsync("look", ("system", "releases")));
        Assert.Equal(seen, (await again.LookAsync()).Now);
        await back.Services.GetRequiredService<Beat>().BeThereAsync(Stop);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(seen.AddSeconds(30), (await again.LookAsync()).Now);
        Assert.DoesNotContain(await again.EventsAsync(), e => e.At > seen.AddSeconds(30));
    }

    [Fact]
    public async Task An_outage_begins_after_what_was_done_last_and_no_clock_goes_back_before_it()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        Assert.Null(await me.Sessions.PaceAsync(me.Id, new(PaceChange.Sped, 10), me.Me.AsActor, Stop));
        await app.Services.GetRequiredService<Beat>().BeThereAsync(Stop);
        app.Clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Null(await me.MoveAsync("look", ("system", "releases")));
        var done = (await me.LookAsync()).Now;

        // The node dies before its next beat, and the next one comes after more than a minute.
        app.Clock.Advance(TimeSpan.FromSeconds(75));
        await using var back = await app.AnotherAsync();
        await back.Services.GetRequiredService<Beat>().BeThereAsync(Stop);
        Assert.Equal(done, (await me.On(back).LookAsync()).Now);
    }

    [Fact]
    public async Task A_report_waits_until_it_is_logged_and_what_came_meanwhile_goes_with_it()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        Assert.Single(await me.WaitingAsync());
        Assert.True(await me.UntilAsync(Chased));
        Assert.Equal(2, (await me.WaitingAsync()).Count);

        await LogAsync(me);

        Assert.Empty(await me.WaitingAsync());
        await using var db = app.Database();
        var history = (await db.StreamAsync(Streams.Ticket(me.Ticket), Stop)).ConvertAll(e => e.Read().What);
        Assert.IsType<Logged>(history[0]);
        Assert.Contains(history, e => e is CustomerWrote);
        var created = Assert.Single(await me.EventsAsync(), e => e.Type is EventTypes.TicketCreated);
        Assert.Equal("ha", created.Data.One("requester"));
    }

    [Fact]
    public async Task A_report_logged_by_hand_is_done_with_too()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        var ha = await me.PersonAsync("thu.ha@campus.example");

        Assert.Null((await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail))).Refusal);

        Assert.Empty(await me.WaitingAsync());
        Assert.True(await me.UntilAsync(Chased));
        Assert.Empty(await me.WaitingAsync());
        Assert.True((await me.TicketAsync()).LastCustomerAt > (await me.TicketAsync()).ReportedAt);
    }

    [Fact]
    public async Task When_and_by_whom_it_was_reported_is_not_the_trainees_to_say()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        var session = await me.LookAsync();
        var ha = await me.PersonAsync("thu.ha@campus.example");
        var log = new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail);

        Assert.Equal(
            "practice-clock-says",
            (await me.LogAsync(log with { ReportedAt = session.World.Now.AddMinutes(-20) })).Refusal?.Code
        );
        Assert.Equal(
            "practice-nobody-reported",
            (await me.LogAsync(log with { Requester = session.Inside.Id })).Refusal?.Code
        );
    }

    [Fact]
    public async Task A_number_read_off_the_desks_own_query_is_no_made_up_claim()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        var answer = await me.AskAsync(
            "requests | where timestamp > datetime(2026-03-09T06:30:00Z) | summarize n = count(), p50 = percentile(duration, 50), longest = max(duration) by tostring(customDimensions.ClassCode)",
            pin: false
        );

        var look = Assert.Single(await me.EventsAsync(), e => e.Type is EventTypes.Queried);

        Assert.Contains(answer.Rows[0][1], look.Data.All("shown"));
        Assert.Contains(
            double.Parse(answer.Rows[0][3]!, CultureInfo.InvariantCulture).ToString("G6", CultureInfo.InvariantCulture),
            look.Data.All("shown")
        );
    }

    [Fact]
    public async Task Whoever_calls_it_solved_too_early_hears_it_and_is_judged_by_it()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        await me.UntilAsync(TimeSpan.FromMinutes(25));
        await LogAsync(me, ClassOfService.Standard);
        await DoneAsync(me, new Reply("Đã nhận."));
        await DoneAsync(me, new Diagnose("Chậm."));
        await DoneAsync(me, new Resolve(ResolutionKind.Fix, "Xong rồi.") { Cause = "Chậm." });

        Assert.Equal(Close.NotConfirmed, (await me.ActAsync(new Close())).Refusal);
        Assert.Equal("practice-only-they-say", (await me.ActAsync(new Confirm("Chị nói được rồi"))).Refusal?.Code);
        Assert.True(await me.UntilAsync(Disputed));

        Assert.Null((await me.TicketAsync()).Resolution);
        var tried = (await me.EventsAsync()).Where(e => e.Type is EventTypes.Refused).ToList();
        Assert.Equal(["close", "confirm"], tried.ConvertAll(e => e.Data.One("verb")));
        Assert.Equal(Close.NotConfirmed.Code, tried[0].Data.One("code"));

        Assert.Null(await me.MoveAsync("finish"));
        var report = await me.ReportAsync();
        Assert.False(report.Passes);
        Assert.All(
            (string[])["02-1", "02-2", "02-3", "02-4", "02-9", "02-11"],
            line => Assert.True(report.Of(line).Outcome is Verdicts.NotMet or Verdicts.Violated, line)
        );
    }

    [Fact]
    public async Task The_clock_stands_goes_faster_and_is_put_forward_and_nothing_is_done_while_it_stands()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        await LogAsync(me);

        Assert.Null(await PaceAsync(me, PaceChange.Paused));
        var stood = (await me.LookAsync()).Now;
        await me.WaitAsync(TimeSpan.FromHours(9));
        Assert.Equal(stood, (await me.LookAsync()).Now);
        Assert.Equal("practice-is-paused", (await me.ActAsync(new Reply("Chào chị Hà"))).Refusal?.Code);

        Assert.Null(await PaceAsync(me, PaceChange.Resumed));
        Assert.Null(await PaceAsync(me, PaceChange.Sped, 10));
        Assert.Equal("practice-speed", (await PaceAsync(me, PaceChange.Sped, 7))?.Code);
        await me.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(stood.AddMinutes(10), (await me.LookAsync()).Now);

        var before = (await me.EventsAsync()).Count;
        Assert.Null(await PaceAsync(me, PaceChange.Skipped));
        var after = await me.LookAsync();
        Assert.True(after.Session.Events.Count > before);
        Assert.Equal(after.Session.Story.End, after.Now);
    }

    [Fact]
    public async Task An_assessed_clock_goes_as_it_goes()
    {
        var me = await Trying.BeginAsync(app, seed: Pool, mode: PracticeMode.Assessed);

        Assert.Equal("practice-is-assessed", (await PaceAsync(me, PaceChange.Paused))?.Code);
        await me.WaitAsync(TimeSpan.FromMinutes(3));
        Assert.Equal((await me.LookAsync()).Scenario.Start.AddMinutes(3), (await me.LookAsync()).Now);
    }

    [Fact]
    public async Task Any_pace_gives_the_same_log()
    {
        var slow = await Trying.BeginAsync(app, seed: Pool, name: "Lam");
        var fast = await Trying.BeginAsync(app, seed: Pool, name: "Mai");
        await PaceAsync(fast, PaceChange.Sped, 10);
        for (var minute = 0; minute < 60; minute++)
            await slow.WaitAsync(TimeSpan.FromMinutes(1));
        // By then the fast one has gone to its end at one go.
        Assert.True((await fast.LookAsync()).IsOver);

        var early = (await slow.EventsAsync()).Select(SessionLog.Write).ToList();
        Assert.Equal(early, (await fast.EventsAsync()).Take(early.Count).Select(SessionLog.Write));
        Assert.True(early.Count > 5);
    }

    [Fact]
    public async Task A_session_goes_on_on_another_node_and_two_nodes_do_nothing_twice()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        await LogAsync(me);
        await using var node = await app.AnotherAsync();
        var there = me.On(node);
        app.Clock.Advance(TimeSpan.FromMinutes(45));

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? me : there).Sessions.AdvanceAsync(me.Id, Stop))
        );

        var here = (await me.EventsAsync()).Select(SessionLog.Write).ToList();
        Assert.Equal(here, (await there.EventsAsync()).Select(SessionLog.Write));
        await using var db = app.Database();
        var said = here.Count(e => e.Contains("\"mail.received\"", StringComparison.Ordinal));
        Assert.Equal(said, await db.Mails.CountAsync(m => m.World == me.Id, Stop));
        var onTicket = (await db.StreamAsync(Streams.Ticket(me.Ticket), Stop)).Count(e => e.Kind is "customer_wrote");
        Assert.Equal(said - 1, onTicket + (await me.WaitingAsync()).Count);
    }

    [Fact]
    public async Task A_session_is_its_trainees_and_mentors_read_it()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        await LogAsync(me);
        var other = await app.PersonAsync(Role.Trainee, "Khoa");
        var mentor = await app.PersonAsync(Role.Mentor, "Bình");
        var agent = await app.PersonAsync(Role.Agent, "Tú");

        Assert.Null(await me.Sessions.FindAsync(me.Id, other.AsActor, Stop));
        Assert.Null(await me.Sessions.FindAsync(me.Id, agent.AsActor, Stop));
        Assert.NotNull(await me.Sessions.FindAsync(me.Id, mentor.AsActor, Stop));
        Move look = new("look", Fields.Of(("system", "base")));
        Assert.Equal(Sessions.NoSession, await me.Sessions.MoveAsync(me.Id, look, other.AsActor, Stop));
        Assert.Equal(Sessions.NoSession, await me.Sessions.MoveAsync(me.Id, look, mentor.AsActor, Stop));
        Assert.Equal(Sessions.NotOver, (await me.Sessions.ReportAsync(me.Id, me.Me.AsActor, Stop)).Refusal);
        // Nobody from elsewhere acts on its tickets, and nobody from there on others.
        var foreign = await app.Desk.ActAsync(me.Ticket, new Note("?"), agent.AsActor, stop: Stop);
        Assert.Equal(Refusals.NoSuchTicket, foreign.Refusal);
        var live = await app.LoggedAsync();
        Assert.Equal(Refusals.NoSuchTicket, (await me.ActAsync(new Note("?"), live)).Refusal);
        Assert.Equal(Refusals.NoSuchTicket, (await me.ActAsync(new LinkTo(live, LinkKind.Related))).Refusal);
        // And its history is as sound as any.
        await using var db = app.Database();
        Assert.Null((await VerifyHistory.RunAsync(db, new Dictionary<string, Head>(), Stop)).FirstBad);
    }

    [Fact]
    public async Task Colleagues_are_chatted_with_customers_are_not_and_the_first_answer_goes_to_the_ticket()
    {
        var me = await Trying.BeginAsync(app, seed: Pool);
        await LogAsync(me);
        Assert.Equal("practice-by-mail", (await me.MoveAsync("message", ("to", "ha"), ("text", "Chào chị")))?.Code);
        Assert.Equal("practice-at-the-desk", (await me.MoveAsync("note", ("text", "Ghi chú")))?.Code);
        Assert.Equal("practice-at-the-desk", (await me.MoveAsync("close"))?.Code);
        await DoneAsync(me, new Reply("Chào chị Hà, em đang xem ạ."));
        await using var db = app.Database();
        var team = await db.Teams.Where(t => t.World == me.Id).Select(t => t.Id).SingleAsync(Stop);
        var now = (await me.LookAsync()).World.Now;
        await DoneAsync(
            me,
            new Escalate(Ground.BeyondAccess, Specialty.Development)
            {
                Team = team,
                Package = new()
                {
                    Summary = "LMS chậm",
                    Impact = "Lớp đang học",
                    Affected = 15,
                    Since = now,
                    Tried = "Hỏi lại lớp",
                    Ask = "Nhờ xem giúp",
                    NextUpdateAt = now.AddMinutes(15),
                    Pins = [new(1)],
                },
            }
        );
        var asked = Assert.Single((await me.TicketAsync()).Escalations).Version;
        Assert.Equal("practice-only-they-say", (await me.ActAsync(new RecordAnswer(asked, "?"))).Refusal?.Code);

        // Without figures they ask back, in the chat: that is their answer, at the instant at which they gave it.
        Assert.True(await me.UntilAsync(new Pattern(EventTypes.ChatReceived, [new("key", ["dev.ask"])])));
        var session = await me.LookAsync();
        var said = session.Session.Events.Last(e => e.Type is EventTypes.ChatReceived);
        var ticket = await me.TicketAsync();
        Assert.Equal(said.At, Assert.Single(ticket.Escalations).Answer?.At);
        var heard = await db.StreamAsync(Streams.Ticket(me.Ticket), Stop);
        var wrote = Assert.Single(heard.Select(e => e.Read().What).OfType<PartyWrote>());
        Assert.Equal(session.Session.Say("dev.ask", Language.Vi), wrote.Text);
        // What else they say may be written down.
        await DoneAsync(me, new RecordAnswer(asked, "Cần số liệu trước và sau."));
        Assert.Null(await me.MoveAsync("message", ("to", "dev"), ("text", "Để tôi xem số liệu.")));

        var events = await me.EventsAsync();
        var sent = Assert.Single(events, e => e.Type is EventTypes.EscalationSent);
        Assert.Equal("dev", sent.Data.One("to"));
        Assert.Contains("15 người bị ảnh hưởng", sent.Data.One("text"), StringComparison.Ordinal);
        Assert.Contains("affected", sent.Data.All("attached"));
        Assert.DoesNotContain("latency", sent.Carried);
        Assert.Equal("chat", events.Last(e => e.Type is EventTypes.MessageSent).Data.One("channel"));
        // Who else was told, the requester, was told by the desk itself, and that is nobody's word.
        Assert.DoesNotContain(
            events,
            e => e.Type is EventTypes.MessageSent && e.Data.One("tag") is "update" && e.Data.One("to") is "ha"
        );
    }

    [Fact]
    public async Task Whoever_practises_again_meets_another_branch()
    {
        var me = await app.PersonAsync(Role.Trainee, "Vy");
        var sessions = (await Trying.BeginAsync(app, seed: Pool)).Sessions;
        var branches = new HashSet<string>(StringComparer.Ordinal);
        for (var run = 0; run < 4; run++)
        {
            var (id, _) = await sessions.StartAsync(
                "s02-slow-lms",
                me.AsActor,
                PracticeMode.Practice,
                Language.En,
                stop: Stop
            );
            branches.Add((await sessions.FindAsync(id!.Value, me.AsActor, Stop))!.Session.Branch);
        }

        Assert.Equal(4, branches.Count);
        Assert.Equal(4, (await sessions.OfAsync(me.Id, Stop)).Count);
        var (none, refusal) = await sessions.StartAsync(
            "s99",
            me.AsActor,
            PracticeMode.Practice,
            Language.En,
            stop: Stop
        );
        Assert.Null(none);
        Assert.Equal(Sessions.NoScenario.Code, refusal?.Code);
    }

    static async Task LogAsync(Trying me, ClassOfService @class = ClassOfService.Priority)
    {
        var mail = (await me.WaitingAsync())[0];
        var ha = await me.PersonAsync("thu.ha@campus.example");
        var logged = await me.LogAsync(
            new Log("LMS chậm", "Trang mở hơn một phút", ha.Id, Channel.Mail)
            {
                MailId = mail.Id,
                ReportedAt = mail.ReceivedAt,
                Class = new Classify(@class, "15 học viên"),
            }
        );
        Assert.Null(logged.Refusal);
    }

    static async Task DoneAsync(Trying me, TicketAction action) => Assert.Null((await me.ActAsync(action)).Refusal);

    static Task<Refusal?> PaceAsync(Trying me, PaceChange change, int times = 1) =>
        me.Sessions.PaceAsync(me.Id, new(change, times), me.Me.AsActor, Stop);
}
