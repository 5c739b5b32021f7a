using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Templates;

namespace Stepdesk.Tests.Door;

/// <summary>What the desk writes by itself is said in the words its leads wrote for it.</summary>
public sealed class OwnWordsTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    Actor mai = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        mai = (await app.PersonAsync(Role.Lead, "Mai")).AsActor;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_requester_is_told_of_an_escalation_in_the_desk_s_own_words_unless_somebody_wrote_others()
    {
        await SetAsync(Occasion.Escalation, "Phiếu #{{ number }} của {{ customer }} đã chuyển cấp, {{ agent }}.");

        Assert.Equal("Phiếu #1 của Lan đã chuyển cấp, Mai.", await ToldAsync(telling: null));
        Assert.Equal("Đã nhờ bạn tôi.", await ToldAsync("Đã nhờ bạn tôi."));
    }

    [Fact]
    public async Task A_text_that_says_nothing_on_this_ticket_gives_way_to_the_shipped_one()
    {
        await SetAsync(Occasion.Escalation, "{% if deadline %}Hạn là {{ deadline }}.{% endif %}");

        Assert.Equal(Text.Of("template-escalation-requester", Language.Vi), await ToldAsync(telling: null));
    }

    [Fact]
    public async Task Reminders_are_asked_in_the_desk_s_own_words_first_and_last()
    {
        await SetAsync(Occasion.FollowUp, "Đã ổn chưa, {{ customer }}? Cách xử lý: {{ solution }}");
        await SetAsync(Occasion.Reminder, "Nhắc lần cuối về {{ title }}");
        var ticket = await app.LoggedAsync("Máy in {{ title }}");
        foreach (
            var action in (TicketAction[])
                [
                    new Reply("Hello"),
                    new Diagnose("Paper"),
                    new Resolve(ResolutionKind.Fix, "Thay giấy") { Cause = "Paper" },
                ]
        )
        {
            var outcome = await app.Desk.ActAsync(ticket, action, mai, stop: Stop);
            Assert.Null(outcome.Refusal);
            await DeliverAsync(ticket, outcome);
        }

        var reminders = new List<string>();
        var watch = app.Services.GetRequiredService<Watch>();
        for (var day = 0; day < 8 && reminders.Count < 2; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await watch.LookAsync(Stop);
            foreach (var (version, reminded) in await RemindedAsync(ticket))
                if (!reminders.Contains(reminded.Text))
                {
                    reminders.Add(reminded.Text);
                    await RecordAsync(ticket, version);
                }
        }

        Assert.Equal(["Đã ổn chưa, Lan? Cách xử lý: Thay giấy", "Nhắc lần cuối về Máy in {{ title }}"], reminders);
    }

    async Task SetAsync(Occasion occasion, string text)
    {
        var slot = new Slot(occasion, Audience.Requester, Language.Vi);
        var templating = app.Services.GetRequiredService<Templating>();
        Assert.Null((await templating.SetAsync(slot, text, after: 0, mai, Stop)).Refusal);
    }

    async Task<string> ToldAsync(string? telling)
    {
        var specialist = await app.PersonAsync(Role.Agent, $"Dev{Guid.NewGuid():n}");
        var ticket = await app.LoggedAsync();
        var classify = new Classify(ClassOfService.Standard, "One person") { Affected = new(1) };
        Assert.Null((await app.Desk.ActAsync(ticket, classify, mai, stop: Stop)).Refusal);
        var now = app.Clock.GetUtcNow();
        var outcome = await app.Desk.ActAsync(
            ticket,
            new Escalate(Ground.BeyondSkill, Specialty.Development)
            {
                Person = specialist.Id,
                Telling = telling,
                Package = new()
                {
                    Summary = "x",
                    Since = now,
                    Tried = "x",
                    Impact = "x",
                    Ask = "x",
                    NextUpdateAt = now + TimeSpan.FromHours(1),
                    Pins = [new(1, Note: "x")],
                },
            },
            mai,
            stop: Stop
        );
        Assert.Null(outcome.Refusal);
        return outcome.Events.Select(e => e.What).OfType<RequesterTold>().Single().Text;
    }

    async Task DeliverAsync(int ticket, Outcome outcome)
    {
        foreach (var sent in outcome.Events.Where(e => e.What is IMessage))
            await RecordAsync(ticket, sent.Version);
    }

    async Task RecordAsync(int ticket, int version) =>
        Assert.Null(
            (
                await app.Desk.ActAsync(
                    ticket,
                    new RecordDelivery(version, $"{ticket}.{version}@desk.example"),
                    Actor.System("mail"),
                    stop: Stop
                )
            ).Refusal
        );

    async Task<List<(int Version, Reminded What)>> RemindedAsync(int ticket)
    {
        await using var db = app.Database();
        return
        [
            .. (await db.StreamAsync(Engine.Data.Streams.Ticket(ticket), Stop))
                .Select(e => e.Read())
                .Where(e => e.What is Reminded)
                .Select(e => (e.Version, (Reminded)e.What)),
        ];
    }
}
