using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>A mentor sends something into a run that goes on at the real desk.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    PersonRow mai = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        mai = await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Sending Sending => app.Services.GetRequiredService<Sending>();

    ulong SeedOf(string branch)
    {
        var scenario = app.Services.GetRequiredService<Library>().Find("s02-slow-lms")!;
        return Enumerable.Range(1, 100).Select(n => (ulong)n).First(n => Session.BranchOf(scenario, n).Id == branch);
    }

    [Fact]
    public async Task What_is_sent_in_comes_to_the_trainee_as_a_mail_and_history_keeps_who_sent_it()
    {
        var me = await Trying.BeginAsync(app, seed: SeedOf("pool"));
        await me.UntilAsync(TimeSpan.FromMinutes(5));

        Assert.Null(await Sending.SendAsync(me.Id, "second-class", "Xem có nâng hạng không.", mai.AsActor, Stop));

        Assert.Equal(2, (await me.WaitingAsync()).Count);
        await using var db = app.Database();
        var kept = (await db.StreamAsync(Streams.Session(me.Id), Stop))
            .ConvertAll(e => e.Read())
            .Single(e => e.What is Practised { Type: EventTypes.MentorInjected });
        Assert.Equal(mai.Id, kept.Moment.Who.PersonId);
        // A mentor's words are erased with a person's, and are not among what the session is folded from.
        Assert.Equal("reason", Assert.Single(((Practised)kept.What).Words).Name);
    }

    [Fact]
    public async Task A_node_that_comes_later_finds_it_and_goes_on_from_there()
    {
        var me = await Trying.BeginAsync(app, seed: SeedOf("pool"));
        Assert.Null(await Sending.SendAsync(me.Id, "asks-when", "Bẫy hẹn giờ.", mai.AsActor, Stop));

        await using var node = await app.AnotherAsync();
        var there = me.On(node);
        await there.UntilAsync(TimeSpan.FromMinutes(2));

        var events = await there.EventsAsync();
        Assert.Contains(events, e => e.Type is EventTypes.MentorInjected && e.Data.One("reason") is "Bẫy hẹn giờ.");
        Assert.Contains(events, e => e.Data.One("line") is "ha.when");
    }

    [Fact]
    public async Task The_verdict_on_a_run_says_what_was_missed_only_for_that()
    {
        var me = await Trying.BeginAsync(app, seed: SeedOf("pool"));
        Assert.Null(await Sending.SendAsync(me.Id, "second-class", "Xem có nâng hạng không.", mai.AsActor, Stop));
        await me.UntilAsync(TimeSpan.FromMinutes(10));
        await me.MoveAsync("finish");

        var verdict = (await me.ReportAsync()).Of("02-13");

        Assert.Equal(Outcome.NotApplicable, verdict.Outcome);
        Assert.Contains("người hướng dẫn đưa thêm", verdict.Sentence.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Into_an_assessed_run_nothing_is_sent_and_it_says_why()
    {
        var me = await Trying.BeginAsync(app, mode: PracticeMode.Assessed);

        var refusal = await Sending.SendAsync(me.Id, "asks-when", "Thử.", mai.AsActor, Stop);

        Assert.Equal("practice-injection-assessed", refusal!.Code);
        Assert.DoesNotContain(await me.EventsAsync(), e => e.Type is EventTypes.MentorInjected);
        Assert.Empty(Sending.Open(await me.LookAsync(), mai.AsActor));
    }

    [Fact]
    public async Task Nobody_sends_into_their_own_run_and_for_others_it_is_not_there()
    {
        var me = await Trying.BeginAsync(app);
        var other = await app.PersonAsync(Role.Trainee, "Khoa", "khoa@desk.example");

        Assert.Equal("review-own-run", (await SendAsync(me.Me))!.Code);
        Assert.Equal("practice-no-session", (await SendAsync(other))!.Code);
        Assert.Equal("practice-no-session", (await Sending.SendAsync(99, "x", "y", mai.AsActor, Stop))!.Code);
        Assert.Equal("practice-injection-reason", (await SendAsync(mai, ""))!.Code);
        Assert.Equal("text-is-too-long", (await SendAsync(mai, new string('a', Core.Words.Plain.Longest + 1)))!.Code);
        Assert.DoesNotContain(await me.EventsAsync(), e => e.Type is EventTypes.MentorInjected);

        Task<Core.History.Refusal?> SendAsync(PersonRow who, string reason = "Thử.") =>
            Sending.SendAsync(me.Id, "asks-when", reason, who.AsActor, Stop);
    }
}
