using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Practice;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>A session's clock is put forward to what can be seen, and past nobody's word.</summary>
public sealed class PuttingForwardTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Putting_the_clock_forward_stops_before_ones_own_word_has_to_be_kept()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        Assert.Null((await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail))).Refusal);
        var start = (await me.LookAsync()).Now;
        var word = start.AddMinutes(10);
        Assert.Null(
            (await me.ActAsync(new Reply("Chị Hà ơi, em đang xem lớp WEB101.") { NextUpdateAt = word })).Refusal
        );

        await SkipAsync(me);
        Assert.Equal(word.AddMinutes(-2), (await me.LookAsync()).Now);
        Assert.Equal((word, "ha"), ((await me.LookAsync()).WhyHere!.Promised, (await me.LookAsync()).WhyHere!.To[0]));
        await SkipAsync(me);
        Assert.Equal(word.AddSeconds(-30), (await me.LookAsync()).Now);
        Assert.Equal(word, (await me.LookAsync()).WhyHere!.Promised);
        await ShowsAsync(me, "“To the next event” again goes on towards that hour.");
        await SkipAsync(me);
        Assert.Equal(word, (await me.LookAsync()).Now);
        await ShowsAsync(me, "this is the hour by which you promised");
        await SkipAsync(me);
        Assert.True((await me.LookAsync()).Now > word); // not kept, it stops nobody any more
    }

    [Theory]
    [InlineData("s02-slow-lms", true)]
    [InlineData("s01-login", true)] // where what it brings to light stands behind it
    [InlineData("s02-slow-lms", false)]
    public async Task Why_it_stopped_is_said_until_one_does_something_or_time_goes_on(string scenario, bool isActed)
    {
        var me = await Trying.BeginAsync(app, scenario, seed: 1);
        await SkipAsync(me);
        using var browser = await Surfer.OfAsync(app, me.Me);
        var path = $"/practice/{me.Id}/desk/";
        Assert.NotNull((await browser.PageAsync(path)).QuerySelector(".practice-stopped"));

        if (isActed)
            Assert.Null(await me.MoveAsync("look", ("system", "base")));
        else
            await me.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Null((await browser.PageAsync(path)).QuerySelector(".practice-stopped"));
    }

    [Fact]
    public async Task It_says_what_happened_where_it_stopped_until_something_else_is_done_to_the_clock()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        Assert.Null((await me.LookAsync()).WhyHere);

        await SkipAsync(me);
        var here = await me.LookAsync();
        Assert.Equal(here.Session.Events[^1].At, here.WhyHere!.At);
        Assert.NotNull(here.WhyHere.Seen);
        await me.WaitAsync(TimeSpan.FromMinutes(3));
        Assert.Null((await me.LookAsync()).WhyHere);

        await SkipAsync(me);
        Assert.Null(await me.Sessions.PaceAsync(me.Id, new(PaceChange.Sped, 2), me.Me.AsActor, Stop));
        Assert.Null((await me.LookAsync()).WhyHere);
    }

    [Fact]
    public async Task No_working_day_is_left_out_without_a_stop_at_its_end()
    {
        var me = await Trying.BeginAsync(app, "s06-deadline-report", seed: 1);
        var khai = (await me.WaitingAsync())[0];
        var director = await me.PersonAsync("quang.khai@campus.example");
        Assert.Null(
            (await me.LogAsync(new Log("Báo cáo", "Danh sách", director.Id, Channel.Mail) { MailId = khai.Id })).Refusal
        );
        Assert.Null((await me.ActAsync(new Reply("Chào anh Khải, em nhận rồi ạ."))).Refusal);
        var monday = (await me.LookAsync()).Now.Date;

        PracticeSession now;
        do
        {
            await SkipAsync(me);
            now = await me.LookAsync();
        } while (now.Now.Date == monday && now.Now.Hour < 18);

        Assert.Equal((monday, TimeSpan.FromHours(18)), (now.Now.Date, now.Now.TimeOfDay));
        Assert.True(now.WhyHere is { Seen: null, Promised: null });
        await SkipAsync(me);
        Assert.NotEqual(now.Now, (await me.LookAsync()).Now);
    }

    [Fact]
    public async Task Put_forward_the_clock_stops_for_nothing_that_only_happens_behind_the_scenes()
    {
        var me = await Trying.BeginAsync(app, "s03-nobody-can-submit", seed: 1);
        var (lan, dev) = (
            await me.PersonAsync("ngoc.lan@campus.example"),
            await me.PersonAsync("dev@practice.example")
        );
        Assert.Null((await me.LogAsync(new Log("Không nộp được bài", "Cả khối", lan.Id, Channel.Mail))).Refusal);
        Assert.Null((await me.ActAsync(new Classify(ClassOfService.Expedite, "53 học viên"))).Refusal);
        Assert.Null(
            (
                await me.ActAsync(
                    new Escalate(Ground.BeyondAccess, Specialty.Development)
                    {
                        Person = dev.Id,
                        IsShort = true,
                        Package = new() { Summary = "Không nộp được bài", Ask = "Nhờ team xem ngay" },
                    }
                )
            ).Refusal
        );

        for (var mended = false; !mended; )
        {
            var before = (await me.LookAsync()).Session.Events.Count;
            await SkipAsync(me);
            List<SessionEvent> since = [.. (await me.EventsAsync()).Skip(before)];
            Assert.Contains(since, e => EventTypes.IsSeen(e.Type));
            mended = since.Exists(e => e.Type is EventTypes.FixLive or "fix.partial");
        }
    }

    [Fact]
    public async Task When_a_customer_hears_next_is_promised_to_nobody_who_is_asked_for_help()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        Assert.Null((await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail))).Refusal);
        Assert.Null((await me.ActAsync(new Classify(ClassOfService.Priority, "15 học viên"))).Refusal);
        await using var db = app.Database();
        var team = db.Teams.First(t => t.World == me.Id).Id;
        var now = (await me.LookAsync()).World.Now;
        Assert.Null(
            (
                await me.ActAsync(
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
                )
            ).Refusal
        );

        var session = (await me.LookAsync()).Session;
        Assert.Contains(session.Events, e => e.Type is EventTypes.EscalationSent);
        Assert.DoesNotContain(session.Promises(session.Story.Start), p => p.To.Contains("dev"));
    }

    // What the panel beside the desk says.
    async Task ShowsAsync(Trying me, string said)
    {
        using var browser = await Surfer.OfAsync(app, me.Me);
        var page = await browser.PageAsync($"/practice/{me.Id}/desk/");
        Assert.Contains(said, page.Body!.TextContent, StringComparison.Ordinal);
    }

    static async Task SkipAsync(Trying me) =>
        Assert.Null(await me.Sessions.PaceAsync(me.Id, new(PaceChange.Skipped), me.Me.AsActor, Stop));
}
