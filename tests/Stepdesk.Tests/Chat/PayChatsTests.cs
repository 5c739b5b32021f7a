using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Chat;

/// <summary>Escalations that go into chat channels: what gets there, and what the ticket says of it.</summary>
public sealed class PayChatsTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    ChatDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await ChatDesk.StartAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_package_gets_into_teams_as_a_card_that_opens_the_ticket()
    {
        await desk.AskAsync(ChatDesk.Package());
        Assert.Equal(1, await desk.PayAsync());

        var card = Assert.Single(desk.Chat.Accepted).GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.Equal($"{desk.Link()}", card.GetProperty("actions")[1].GetProperty("url").GetString());
        var text = card.GetRawText();
        foreach (
            var said in (string[])
                [
                    "Help needed: Development",
                    @"Submissions fail with \\*HTTP 500\\*",
                    "#1",
                    "Expedite",
                    "\"53\"",
                    "2 March 2026, 01:30 \\\\(UTC+00:00\\\\)",
                    "Other classes\\n\\nOther browsers",
                    "53 exams",
                    "Roll back",
                    "Since 8:00",
                    "[500s by minute](https://logs.example/q?a=1&b=2)",
                    "2 March 2026, 03:00",
                ]
        )
            Assert.Contains(said, text, StringComparison.Ordinal);
        // What is no part of the package: the ticket's title, and who reported it.
        Assert.DoesNotContain("Cannot log in", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_leads_a_colleague_to_the_field_for_the_answer()
    {
        await desk.AskAsync(ChatDesk.Package());
        await desk.PayAsync();

        var card = desk.Chat.Accepted.Single().GetProperty("attachments")[0].GetProperty("content");
        var link = new Uri(card.GetProperty("actions")[0].GetProperty("url").GetString()!);
        await desk.App.PersonAsync(Role.Agent, "Binh");
        using var binh = new Surfer(desk.App);
        await binh.SignInAsync("binh@desk.example");
        var field = (await binh.PageAsync(link.PathAndQuery)).QuerySelector(link.Fragment);
        Assert.True(field!.HasAttribute("open"));
        Assert.False((await binh.PageAsync(link.AbsolutePath)).QuerySelector(link.Fragment)!.HasAttribute("open"));
    }

    [Fact]
    public async Task The_same_gets_into_slack_in_blocks()
    {
        await desk.AskAsync(ChatDesk.Package("war-room"));
        await desk.PayAsync();

        var text = Assert.Single(desk.Chat.Accepted).GetRawText();
        foreach (
            var said in (string[])
                [
                    "Submissions fail with *HTTP 500*",
                    "500s by minute>",
                    "Other classes\\nOther browsers",
                    $"<{desk.Link()}|",
                ]
        )
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Specialists_count_as_alerted_once_the_chat_has_it_and_the_ticket_shows_it()
    {
        await desk.AskAsync(ChatDesk.Package());
        Assert.Null((await desk.TicketAsync()).AlertedAt);
        desk.App.Clock.Advance(TimeSpan.FromMinutes(2));

        await desk.PayAsync();

        Assert.Equal(desk.App.Clock.GetUtcNow(), (await desk.TicketAsync()).AlertedAt);
        Assert.Equal(1, await desk.EventsAsync("chat_posted"));
        var asked = (await desk.Agent.GetAsync($"tickets/{desk.Ticket}/escalations"))["items"][0];
        var channel = asked.GetProperty("channels")[0];
        Assert.Equal("ops", channel.GetProperty("name").GetString());
        Assert.Equal(desk.App.Clock.GetUtcNow(), channel.GetProperty("acceptedAt").GetDateTimeOffset());
        Assert.Equal(0, asked.GetProperty("readers").GetArrayLength());
    }

    [Fact]
    public async Task The_channel_of_the_specialty_is_told_beside_the_person_by_mail()
    {
        await desk.AskAsync(
            new
            {
                why = "security",
                to = "operations",
                email = "dev@lms.example",
                summary = "Odd sign-ins",
                ask = "Look at once",
                @short = true,
            }
        );
        await desk.PayAsync();
        await desk.App.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

        Assert.Contains("Alert: DevOps", Assert.Single(desk.Chat.Accepted).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(desk.App.Drawer.Mails, m => m.To.Mailboxes.Single().Address == "dev@lms.example");
    }

    [Fact]
    public async Task A_withdrawal_follows_into_the_channel()
    {
        await desk.AskAsync(ChatDesk.Package());
        var asked = (await desk.TicketAsync()).Escalations[0].Version;
        (
            await desk.Agent.PostAsync(
                $"tickets/{desk.Ticket}/withdrawals",
                new { escalation = asked, reason = "Found it" }
            )
        ).Is(HttpStatusCode.OK);

        await desk.PayAsync();

        Assert.Equal(2, desk.Chat.Accepted.Count);
        Assert.Contains("Found it", desk.Chat.Accepted[1].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_far_too_long_is_cut_to_what_each_chat_takes()
    {
        var lines = string.Concat(Enumerable.Range(0, 900).Select(i => $"lỗi {i}: không kết nối được *máy chủ* <b>\n"));
        (await desk.Agent.PostAsync($"tickets/{desk.Ticket}/notes", new { text = lines })).Is(HttpStatusCode.OK);
        foreach (var channel in (string[])["ops", "war-room"])
            await desk.AskAsync(
                new
                {
                    why = "security",
                    to = "development",
                    channel,
                    summary = "Submissions fail",
                    since = "2026-03-02T08:30:00+07:00",
                    tried = lines,
                    pins = Enumerable.Range(0, 20).Select(_ => new { version = 3 }),
                    impact = lines,
                    ask = "Roll back",
                    nextUpdateAt = "2026-03-02T10:00:00+07:00",
                }
            );

        Assert.Equal(2, await desk.PayAsync());
        Assert.All(
            desk.Chat.Accepted,
            m => Assert.Contains("too long for one message", m.GetRawText(), StringComparison.Ordinal)
        );
        Assert.All(desk.Chat.Accepted, m => Assert.Contains("Roll back", m.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_there_is_not_is_refused_with_those_there_are() =>
        Assert.Contains(
            "ops, war-room, nowhere",
            (await desk.Agent.PostAsync($"tickets/{desk.Ticket}/escalations", ChatDesk.Package("opps")))
                .IsProblem(HttpStatusCode.Conflict, "no-such-chat-channel")
                .Text,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Nothing_of_an_address_is_logged_kept_or_shown()
    {
        desk.Chat.Fault = ChatEndpoint.Says(500);
        await desk.AskAsync(ChatDesk.Package());
        await desk.AskAsync(ChatDesk.Package("nowhere"));
        await desk.PayAsync();
        desk.Chat.Fault = ChatEndpoint.Says(404);
        desk.App.Clock.Advance(TimeSpan.FromDays(4));
        await desk.PayAsync();

        Assert.Equal(2, await desk.EventsAsync("chat_failed"));
        Assert.Contains(desk.Log.Lines, l => l.Contains("chat channel ops", StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Log.Lines, l => l.Contains(ChatEndpoint.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Log.Lines, l => l.Contains("/workflows/", StringComparison.Ordinal));
        await using var db = desk.App.Database();
        Assert.False(await db.History.AnyAsync(e => e.Data.Contains(ChatEndpoint.Key), Stop));
        Assert.DoesNotContain(
            ChatEndpoint.Key,
            (await desk.Agent.GetAsync($"tickets/{desk.Ticket}/escalations")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_world_that_is_practised_in_has_no_channels() =>
        Assert.Empty(new World(17, desk.App.Clock, desk.App.Drawer).Chats);
}
