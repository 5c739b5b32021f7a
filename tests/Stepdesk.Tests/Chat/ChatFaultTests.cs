using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Chat;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Chat;

/// <summary>Chats that refuse, hang, break off or are gone, and nodes that die over them.</summary>
public sealed class ChatFaultTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    ChatDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await ChatDesk.StartAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(301)]
    public async Task What_a_chat_refuses_for_good_is_not_tried_again_and_the_ticket_says_so(int status)
    {
        desk.Chat.Fault = ChatEndpoint.Says(status, "Location", "/services/elsewhere");
        await desk.AskAsync(ChatDesk.Package());

        await desk.PayAsync();
        desk.App.Clock.Advance(TimeSpan.FromHours(1));
        await desk.PayAsync();

        Assert.Single(desk.Chat.Asked);
        Assert.Equal(1, await desk.EventsAsync("chat_failed"));
        Assert.Null((await desk.TicketAsync()).AlertedAt);
        Assert.True(
            (await desk.Agent.GetAsync($"tickets/{desk.Ticket}/escalations"))["items"]
                [0]
                .GetProperty("channels")[0]
                .GetProperty("hasFailed")
                .GetBoolean()
        );
        await using var db = desk.App.Database();
        Assert.True(await db.Notices.AnyAsync(n => n.Ticket == desk.Ticket && n.Kind == "chat_failed", Stop));
    }

    [Theory]
    [InlineData("120")]
    [InlineData("Mon, 02 Mar 2026 02:02:00 GMT")]
    public async Task A_chat_that_says_when_to_come_back_is_left_alone_until_then(string after)
    {
        desk.Chat.Fault = ChatEndpoint.Says(429, "Retry-After", after);
        await desk.AskAsync(ChatDesk.Package());
        await desk.PayAsync();
        var first = desk.Chat.Asked.Count;
        // What comes later waits as well.
        await desk.AskAsync(ChatDesk.Package());
        desk.App.Clock.Advance(TimeSpan.FromSeconds(119));
        await desk.PayAsync();
        Assert.Equal((1, 1), (first, desk.Chat.Asked.Count));

        desk.Chat.Fault = null;
        desk.App.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, await desk.PayAsync());
    }

    [Theory]
    [InlineData("500")]
    [InlineData("slow")]
    [InlineData("cut")]
    public async Task While_a_chat_is_away_its_cards_wait_and_then_get_in_in_their_order(string how)
    {
        desk.Chat.Fault = how switch
        {
            "500" => ChatEndpoint.Says(500),
            "slow" => ChatEndpoint.HangsAsync,
            _ => http =>
            {
                http.Abort();
                return Task.CompletedTask;
            },
        };
        await desk.AskAsync(ChatDesk.Package());
        await desk.AskAsync(ChatDesk.Package());
        for (var round = 0; round < 5; round++)
        {
            Assert.Equal(0, await desk.PayAsync());
            desk.App.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.Equal(0, await desk.EventsAsync("chat_failed"));

        desk.Chat.Fault = null;
        Assert.Equal(2, await desk.PayAsync());
        Assert.Equal(2, await desk.EventsAsync("chat_posted"));
    }

    [Fact]
    public async Task A_chat_nobody_reaches_holds_up_no_other_and_no_mail_and_after_three_days_the_ticket_says_so()
    {
        await desk.AskAsync(ChatDesk.Package("nowhere"));
        await desk.AskAsync(ChatDesk.Package());
        (await desk.Agent.PostAsync($"tickets/{desk.Ticket}/replies", new { text = "We are on it." })).Is(
            HttpStatusCode.OK
        );

        Assert.Equal(1, await desk.PayAsync());
        await desk.App.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
        Assert.NotNull((await desk.TicketAsync()).AcknowledgedAt);
        Assert.Equal(0, await desk.EventsAsync("chat_failed"));

        desk.App.Clock.Advance(TimeSpan.FromDays(3));
        await desk.PayAsync();
        Assert.Equal(1, await desk.EventsAsync("chat_failed"));
    }

    [Fact]
    public async Task What_a_chat_answers_at_length_is_not_listened_to()
    {
        desk.Chat.Fault = ChatEndpoint.TalksForEverAsync;
        await desk.AskAsync(ChatDesk.Package());

        Assert.Equal(1, await desk.PayAsync());

        Assert.Equal(1, await desk.EventsAsync("chat_posted"));
    }

    [Fact]
    public async Task Two_nodes_that_pay_at_once_post_every_card_once()
    {
        await using var other = await desk.App.AnotherAsync(services => services.AddChat(desk.Channels()));
        for (var i = 0; i < 12; i++)
            await desk.AskAsync(ChatDesk.Package(), await desk.ExpediteAsync());

        var paid = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => ChatDesk.PayAsync(i % 2 == 0 ? desk.App : other), Stop))
        );
        await desk.PayAsync();

        Assert.Equal(12, desk.Chat.Accepted.Count);
        Assert.Equal(12, paid.Sum());
        Assert.Equal(12, await desk.EventsAsync("chat_posted"));
    }

    [Fact]
    public async Task A_node_that_dies_after_the_chats_yes_posts_again_and_the_ticket_tells_it_once()
    {
        await using var dying = await desk.App.AnotherAsync(services => services.AddChat(desk.Channels()));
        await desk.AskAsync(ChatDesk.Package());
        await using var db = desk.App.Database();
        // Between the yes and the record nothing can be written any more: as good as dead.
        desk.Chat.Took = () => db.Database.ExecuteSqlRaw(ChatDesk.Refuse(db));
        await ChatDesk.PayAsync(dying);
        desk.Chat.Took = null;
        await db.Database.ExecuteSqlRawAsync(ChatDesk.Allow(db), Stop);
        Assert.Equal(0, await desk.EventsAsync("chat_posted"));

        Assert.Equal(0, await desk.PayAsync());
        desk.App.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await desk.PayAsync());

        Assert.Equal(2, desk.Chat.Accepted.Count);
        Assert.Equal(1, await desk.EventsAsync("chat_posted"));
    }

    [Fact]
    public async Task A_card_that_got_in_is_not_posted_again_because_it_could_not_be_written_down()
    {
        await desk.AskAsync(ChatDesk.Package());
        await using var db = desk.App.Database();
        await db.Database.ExecuteSqlRawAsync(ChatDesk.Refuse(db), Stop);
        await desk.PayAsync();
        desk.App.Clock.Advance(TimeSpan.FromHours(1));
        await desk.PayAsync();
        await db.Database.ExecuteSqlRawAsync(ChatDesk.Allow(db), Stop);

        await desk.PayAsync();

        Assert.Single(desk.Chat.Accepted);
        Assert.Equal(1, await desk.EventsAsync("chat_posted"));
    }

    [Fact]
    public async Task A_channel_that_is_no_longer_set_up_fails_at_once()
    {
        await desk.AskAsync(ChatDesk.Package());
        await using var without = await desk.App.AnotherAsync();

        await ChatDesk.PayAsync(without);

        Assert.Equal(1, await desk.EventsAsync("chat_failed"));
        Assert.Empty(desk.Chat.Asked);
    }
}
