using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Practice;

namespace Stepdesk.Tests.Broadcasts;

/// <summary>Who practises tells many of an incident: the session knows it, and nobody real hears of it.</summary>
public sealed class BroadcastInPracticeTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await DeskApp.StartAsync(services => services.AddSingleton<IMailOut>(new Alarm()));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Broadcasting Broadcasting => app.Services.GetRequiredService<Broadcasting>();

    [Fact]
    public async Task What_is_told_is_a_move_of_the_session_with_who_of_it_was_told_and_stays_in_its_world()
    {
        // Everybody of the live desk would be in the circle, were it one world.
        await app.People.CustomerAsync("Real", "real@campus.example", Language.Vi, Stop);
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail));
        var session = await me.LookAsync();
        var inside = session.Inside.AsActor;

        var (told, refusal) = await Broadcasting.ActAsync(
            new SendBroadcast(
                me.Ticket,
                new()
                {
                    Linked = true,
                    Roles = [Role.Customer],
                    Domains = ["campus.example"],
                },
                session.World.Now.AddMinutes(20)
            )
            {
                Tellings = [new(Language.Vi, "LMS chậm", "Chúng tôi đang kiểm tra.", "Lớp WEB101")],
                IsPublic = true,
            },
            null,
            inside,
            Stop
        );
        Assert.Null(refusal);
        await me.Sessions.AdvanceAsync(me.Id, Stop);

        Assert.Contains(ha.Id, told!.Readers);
        await using var db = app.Database();
        Assert.All(
            await db.People.Where(p => told.Readers.Contains(p.Id)).ToListAsync(Stop),
            p => Assert.Equal(me.Id, p.World)
        );
        var sent = Assert.Single(await me.EventsAsync(), e => e.Type == EventTypes.BroadcastSent);
        Assert.Equal("known", sent.Data.One("tag"));
        Assert.Contains("kiểm tra", sent.Data.One("text"), StringComparison.Ordinal);
        Assert.NotEmpty(sent.Data.All("to"));
        Assert.NotNull(sent.Data.One("next_contact"));

        // Paid in its own world, by its own drawer; the live desk has nothing of it on any page.
        Assert.False(await db.Outbox.AnyAsync(o => o.World == me.Id && o.DoneAt == null, Stop));
        Assert.Equal(0, await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop));
        Assert.Empty((await Broadcasting.LiveAsync(Stop)).All);
    }

    [Fact]
    public async Task A_promised_update_that_does_not_come_is_noticed_by_the_sessions_own_clock()
    {
        await app.PersonAsync(Role.Lead, "Hai");
        var me = await Trying.BeginAsync(app, seed: 1);
        var session = await me.LookAsync();
        var promised = session.World.Now.AddMinutes(20);
        var send = new SendBroadcast(null, new() { Domains = ["campus.example"] }, promised)
        {
            Tellings = [new(Language.Vi, "LMS chậm", "Chúng tôi đang kiểm tra.", "Lớp WEB101")],
            IsPublic = true,
        };
        Assert.Null((await Broadcasting.ActAsync(send, null, session.Inside.AsActor, Stop)).Refusal);

        await me.WaitAsync(promised - (await me.LookAsync()).World.Now);
        Assert.Empty(await OverdueAsync());
        await me.WaitAsync(TimeSpan.FromSeconds(1));
        await OverdueAsync();

        var notice = Assert.Single(await OverdueAsync());
        Assert.Equal((me.Id, session.Inside.Id), (notice.World, notice.Person));

        async Task<List<Engine.Data.NoticeRow>> OverdueAsync()
        {
            await app.Services.GetRequiredService<Engine.Practice.Beat>().LookAsync(Stop);
            await using var db = app.Database();
            return await db.Notices.Where(n => n.Kind == "broadcast_overdue").ToListAsync(Stop);
        }
    }

    [Fact]
    public async Task While_the_clock_stands_nothing_is_told_and_what_was_refused_stays_in_the_log()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var session = await me.LookAsync();
        var send = new SendBroadcast(null, new() { Roles = [Role.Lead] }, session.World.Now.AddHours(1))
        {
            Tellings = [new(Language.Vi, "LMS chậm", " ", "Lớp WEB101")],
        };

        Assert.Equal(
            Refusals.TextMissing,
            (await Broadcasting.ActAsync(send, null, session.Inside.AsActor, Stop)).Refusal
        );
        Assert.Contains(
            await me.EventsAsync(),
            e => e.Type == EventTypes.Refused && e.Data.One("verb") is "send-broadcast"
        );
        Assert.DoesNotContain(await me.EventsAsync(), e => e.Type == EventTypes.BroadcastSent);
    }

    sealed class Alarm : IMailOut
    {
        public Task SendAsync(MimeKit.MimeMessage mail, CancellationToken stop) =>
            throw new InvalidOperationException("A mail left.");
    }
}
