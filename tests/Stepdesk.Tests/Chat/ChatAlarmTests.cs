using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Chat;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Service;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Chat;

/// <summary>Alarms by chat: where a channel takes them, one card for each, and refused where none does.</summary>
public sealed class ChatAlarmTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly Actor Admin = Actor.Person(99, Role.Administrator);
    ChatEndpoint chat = null!;

    public async ValueTask InitializeAsync() => chat = await ChatEndpoint.StartAsync();

    public ValueTask DisposeAsync() => chat.DisposeAsync();

    ChatOptions Channel(bool alarms) =>
        new ChatOptions
        {
            Channels =
            [
                new()
                {
                    Name = "duty",
                    Kind = "teams",
                    Url = chat.Teams,
                    Alarms = alarms,
                },
                new()
                {
                    Name = "ops",
                    Kind = "slack",
                    Url = chat.Slack,
                },
            ],
        }.Checked();

    [Fact]
    public async Task An_alarm_puts_one_card_into_the_channel_that_takes_alarms()
    {
        await using var app = await DeskApp.StartAsync(s => s.AddChat(Channel(alarms: true)));
        Assert.Null((await SetAsync(app)).Refusal);
        await app.LoggedAsync();

        app.Clock.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));
        await app.Services.GetRequiredService<Watch>().LookAsync(Stop);
        await app.Services.GetRequiredService<Watch>().LookAsync(Stop);
        var pay = app.Services.GetRequiredService<PayChats>();
        Assert.Equal(1, await pay.PayAsync(Stop));
        Assert.Equal(0, await pay.PayAsync(Stop));

        var card = Assert.Single(chat.Accepted).GetRawText();
        Assert.Contains(
            "Promise broken: Acknowledge",
            card.Replace("\\\\", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("2 March 2026, 02:30", card, StringComparison.Ordinal);
        // The title is what a customer wrote, and nobody here knows who reads a channel.
        Assert.DoesNotContain("Cannot log in", card, StringComparison.Ordinal);
        await using var db = app.Database();
        Assert.Equal(0, await db.History.CountAsync(e => e.Kind.StartsWith("chat"), Stop));
    }

    [Fact]
    public async Task Where_no_channel_takes_alarms_a_policy_that_asks_for_it_is_refused()
    {
        await using var app = await DeskApp.StartAsync(s => s.AddChat(Channel(alarms: false)));

        var (_, refusal) = await SetAsync(app);

        Assert.Equal(("policy-alarm-by-chat", "alarms[1]"), (refusal?.Code, refusal?.Detail));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_page_of_alarms_offers_chat_where_a_channel_takes_them(bool takes)
    {
        await using var app = await DeskApp.StartAsync(s => s.AddChat(Channel(takes)));
        await app.PersonAsync(Role.Administrator, email: "an@desk.example");
        using var an = new Surfer(app);
        await an.SignInAsync("an@desk.example");

        var page = await an.PageAsync("/admin/policy/alarms");

        Assert.Equal(takes, page.QuerySelector("[name$='alarm.0.by.Chat']") is not null);
    }

    static async Task<(int Version, Core.History.Refusal? Refusal)> SetAsync(DeskApp app) =>
        await app
            .Services.GetRequiredService<Promising>()
            .SetAsync(
                Shipped.Policy with
                {
                    Alarms =
                    [
                        new(Level.Breach, [Recipient.Leads], [Means.Notice]),
                        new(Level.Breach, [Recipient.Leads], [Means.Chat]),
                    ],
                },
                after: 0,
                Admin,
                Stop
            );
}
