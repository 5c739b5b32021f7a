using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>Many sessions beside each other and beside the live desk.</summary>
public sealed class ManySessionsTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_sessions_go_on_by_themselves_and_a_broken_one_holds_nobody_up()
    {
        await using var app = await DeskApp.StartAsync();
        var sessions = app.Services.GetRequiredService<Sessions>();
        var trainee = await app.PersonAsync(Role.Trainee, "Chi");
        var all = new List<int>();
        for (var n = 0; n < 50; n++)
        {
            var (id, _) = await sessions.StartAsync(
                "s02-slow-lms",
                trainee.AsActor,
                PracticeMode.Practice,
                Language.Vi,
                (ulong)n,
                Stop
            );
            all.Add(id!.Value);
        }
        await using (var db = app.Database())
            await db
                .Sessions.Where(s => s.Id == all[0])
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Hash, "gone"), Stop);

        app.Clock.Advance(TimeSpan.FromMinutes(25));
        var beat = app.Services.GetRequiredService<Beat>();
        await beat.AdvanceAsync(Stop);
        await beat.LookAsync(Stop);

        // Everybody's customer has asked by now whether there is news; the one whose text is gone stands.
        foreach (var id in all.Skip(1))
        {
            var session = await sessions.FindAsync(id, trainee.AsActor, Stop);
            Assert.Contains(session!.Session.Events, e => e.Data.One("key") is "ha.chase");
        }
        Assert.Null(await sessions.FindAsync(all[0], trainee.AsActor, Stop));
        Assert.Equal(0, await beat.AdvanceAsync(Stop));
        await using var after = app.Database();
        Assert.Equal(99, await after.Mails.CountAsync(m => m.State == MailState.Waiting, Stop));
    }

    [Fact]
    public async Task Fifty_who_receive_and_answer_at_once_each_have_their_own_story()
    {
        await using var app = await DeskApp.StartAsync();
        var all = new List<Trying>();
        for (var n = 0; n < 50; n++)
            all.Add(await Trying.BeginAsync(app, seed: (ulong)n, name: $"Người {n}"));

        await Task.WhenAll(
            all.Select(
                async (me, n) =>
                {
                    var ha = await me.PersonAsync("thu.ha@campus.example");
                    Assert.Null(
                        (await me.LogAsync(new Log($"LMS chậm {n}", "Lớp WEB101", ha.Id, Channel.Mail))).Refusal
                    );
                    Assert.Null((await me.ActAsync(new Reply($"Chào chị Hà, đây là câu trả lời {n}."))).Refusal);
                }
            )
        );

        foreach (var (n, me) in all.Index())
        {
            var events = await me.EventsAsync();
            Assert.Equal(
                $"LMS chậm {n}",
                Assert.Single(events, e => e.Type is EventTypes.TicketCreated).Data.One("title")
            );
            Assert.Equal(
                $"Chào chị Hà, đây là câu trả lời {n}.",
                Assert.Single(events, e => e.Type is EventTypes.MessageSent).Data.One("text")
            );
            Assert.Empty(await me.WaitingAsync());
        }
    }

    [Fact]
    public async Task A_node_that_died_before_it_wrote_down_what_it_let_in_lets_nothing_in_twice()
    {
        await using var app = await DeskApp.StartAsync();
        var me = await Trying.BeginAsync(app, seed: 1);
        await me.WaitAsync(TimeSpan.FromMinutes(25));
        var before = await me.EventsAsync();
        await using var db = app.Database();
        var mails = await db.Mails.CountAsync(m => m.World == me.Id, Stop);
        await db.Sessions.Where(s => s.Id == me.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Entered, 0), Stop);

        await me.Sessions.AdvanceAsync(me.Id, Stop);

        Assert.Equal(mails, await db.Mails.CountAsync(m => m.World == me.Id, Stop));
        Assert.Equal(before.Count, (await me.EventsAsync()).Count);
    }

    [Fact]
    public async Task Promises_of_a_sessions_desk_break_by_its_own_clock_and_the_live_desks_by_its_own()
    {
        await using var app = await DeskApp.StartAsync();
        var live = await app.LoggedAsync();
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail));
        await me.Sessions.PaceAsync(me.Id, new(PaceChange.Sped, 10), me.Me.AsActor, Stop);

        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await app.Services.GetRequiredService<Beat>().LookAsync(Stop);
        await app.Services.GetRequiredService<Engine.Door.Watch>().LookAsync(Stop);

        Assert.Contains((await me.TicketAsync()).Noticed, n => n is ClockBroken);
        await using var db = app.Database();
        var there = Ticket.From((await db.StreamAsync(Streams.Ticket(live), Stop)).Select(e => e.Read()));
        Assert.DoesNotContain(there.Noticed, n => n is ClockBroken);
    }
}
