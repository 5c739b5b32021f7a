using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Chat;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Service;
using Stepdesk.Tests.Chat;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>Asking for help in a chat channel: on the ticket's page, and as the card that gets there.</summary>
public sealed class ChatTests(Chromium chromium) : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly Actor An = Actor.Person(1, Role.Administrator);
    ChatEndpoint chat = null!;
    DeskApp app = null!;
    string session = "";
    int ticket;

    public async ValueTask InitializeAsync()
    {
        chat = await ChatEndpoint.StartAsync();
        var options = new ChatOptions
        {
            Channels =
            [
                new()
                {
                    Name = "platform-ops",
                    Kind = "teams",
                    Url = chat.Teams,
                    Specialty = "operations",
                    Alarms = true,
                },
                new()
                {
                    Name = "war-room",
                    Kind = "slack",
                    Url = ChatEndpoint.Nowhere,
                },
            ],
        };
        app = await DeskApp.StartAsync(services => services.AddChat(options.Checked()));
        await app.PersonAsync(Role.Administrator);
        ticket = await app.LoggedAsync();
        await ActAsync(new Classify(ClassOfService.Expedite, "53 people") { Affected = new(53) });
        await ActAsync(
            new Note(
                "HTTP 500 on every *submission*:\n<b>NullReferenceException</b> at [Submit.cs](line 40)\n- retried\n# twice"
            )
        );
        session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await chat.DisposeAsync();
    }

    Escalate Full =>
        new(Ground.BusinessImpact, Specialty.Operations)
        {
            Channel = "platform-ops",
            Package = new()
            {
                Summary = "Nộp bài báo lỗi *HTTP 500* ở cả ba lớp",
                Since = app.Clock.GetUtcNow().AddMinutes(-30),
                Tried = "Other classes and browsers: the same everywhere.\nA restart at 08:40 changed nothing.",
                Impact = "53 exams cannot be handed in before the window closes.",
                Ask = "Roll the release back, or say what else helps.",
                NextUpdateAt = app.Clock.GetUtcNow().AddMinutes(30),
                Pins =
                [
                    new(3, Note: "What the log says"),
                    new(Link: "https://logs.example/query?table=exceptions&by=(minute)", Note: "500s by minute"),
                ],
            },
        };

    [Fact]
    public async Task A_channel_is_chosen_on_the_page_and_the_ticket_says_what_became_of_it()
    {
        var page = await (await chromium.Browser.ContextAsync(app.Address, "en", session: session)).NewPageAsync();
        await page.GotoAsync($"/tickets/{ticket}?do=escalate");
        await page.Locator("[name='Form.Ground']").SelectOptionAsync("BusinessImpact");
        await page.GetByLabel("Kind of specialist").SelectOptionAsync("Development");
        await page.GetByLabel("And a chat channel, or that alone").SelectOptionAsync("platform-ops");
        await page.GetByLabel("Summary, in one line").FillAsync("Submissions fail with HTTP 500");
        await page.GetByLabel("What you ask of them").FillAsync("Roll the release back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a short alert" }).ClickAsync();

        await Expect(page.Locator(".escalations li")).ToContainTextAsync("platform-ops (chat)");
        var sent = page.Locator(".sent", new() { HasText = "platform-ops" });
        await Expect(sent).ToContainTextAsync("on its way to the channel");
        Assert.Equal(1, await PayAsync());
        await page.ReloadAsync();
        await Expect(sent).ToContainTextAsync("in the channel");
    }

    [Fact]
    public async Task Every_card_is_one_to_the_published_parser_and_shows_what_was_written()
    {
        await ActAsync(
            Full with
            {
                IsShort = true,
                Package = new() { Summary = "Nộp bài báo lỗi", Ask = "Look at once" },
            }
        );
        await PayAsync();
        await ActAsync(Full);
        await PayAsync();
        await ActAsync(
            new WithdrawEscalation((await EscalationsAsync())[^1], "The release was rolled back by the vendor.")
        );
        await PayAsync();
        await AlarmAsync();
        await PayAsync();
        Assert.Equal(4, chat.Accepted.Count);

        var page = await chromium.Browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 760, Height = 900 },
            }
        );
        await page.SetContentAsync(
            "<body style='margin:24px;background:#f5f5f5;font-family:Segoe UI,sans-serif'></body>"
        );
        foreach (var script in await AdaptiveCards.ScriptsAsync())
            await page.AddScriptTagAsync(new() { Path = script });
        foreach (var message in chat.Accepted)
            Assert.Equal("", await ShowAsync(page, message));

        var card = page.Locator(".ac-adaptiveCard").Nth(1);
        await Expect(card).ToContainTextAsync("Nộp bài báo lỗi *HTTP 500* ở cả ba lớp");
        await Expect(card).ToContainTextAsync("<b>NullReferenceException</b> at [Submit.cs](line 40)");
        await Expect(card).ToContainTextAsync("# twice");
        await Expect(card.Locator("h1, li, em, strong, code")).ToHaveCountAsync(0);
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "500s by minute" }))
            .ToHaveAttributeAsync("href", "https://logs.example/query?table=exceptions&by=%28minute%29");
        await page.PictureAsync("cards-teams");
    }

    [Fact]
    public async Task What_became_of_messages_reads_well_on_every_screen()
    {
        await ActAsync(Full);
        await ActAsync(Full with { Channel = "war-room" });
        await PayAsync();
        app.Clock.Advance(TimeSpan.FromDays(3));
        await PayAsync();
        // After three days nobody is signed in any more.
        session = await chromium.Browser.SignInAsync(app.Address, "an@desk.example");

        var wrong = new List<string>();
        wrong.AddRange(await chromium.Browser.InspectAsync(app.Address, "chat", $"/tickets/{ticket}", session));
        wrong.AddRange(
            await chromium.Browser.InspectAsync(app.Address, "chat-escalate", $"/tickets/{ticket}?do=escalate", session)
        );
        wrong.AddRange(
            await chromium.Browser.InspectAsync(app.Address, "chat-alarms", "/admin/policy/alarms", session)
        );
        Assert.Empty(wrong);
    }

    // What the parser has to say about it, one line each; the card stands on the page then.
    static Task<string> ShowAsync(IPage page, JsonElement message) =>
        page.EvaluateAsync<string>(
            """
            json => {
                const { AdaptiveCard, SerializationContext, Versions } = AdaptiveCards;
                const marks = markdownit();
                AdaptiveCard.onProcessMarkdown = (text, result) => {
                    result.outputHtml = marks.render(text);
                    result.didProcess = true;
                };
                const context = new SerializationContext(Versions.v1_5);
                const card = new AdaptiveCard();
                card.parse(JSON.parse(json).attachments[0].content, context);
                const said = [];
                for (let i = 0; i < context.eventCount; i++) said.push(context.getEventAt(i).message);
                for (const event of card.validateProperties().validationEvents) said.push(event.message);
                const frame = document.createElement("div");
                frame.style = "background:#fff;border:1px solid #ddd;border-radius:6px;margin-bottom:16px";
                frame.append(card.render());
                document.body.append(frame);
                return said.join("\n");
            }
            """,
            message.GetRawText()
        );

    async Task AlarmAsync()
    {
        var policy = Shipped.Policy with { Alarms = [new(Level.Breach, [Recipient.Leads], [Means.Chat])] };
        var promising = app.Services.GetRequiredService<Promising>();
        Assert.Null((await promising.SetAsync(policy, after: 0, An, Stop)).Refusal);
        await app.LoggedAsync("Another");
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        await app.Services.GetRequiredService<Watch>().LookAsync(Stop);
    }

    async Task<IReadOnlyList<int>> EscalationsAsync()
    {
        await using var db = app.Database();
        var history = await db.StreamAsync(Streams.Ticket(ticket), Stop);
        return [.. Ticket.From(history.Select(e => e.Read())).Escalations.Select(e => e.Version)];
    }

    Task<int> PayAsync() => app.Services.GetRequiredService<PayChats>().PayAsync(Stop);

    async Task ActAsync(TicketAction action) =>
        Assert.Null((await app.Desk.ActAsync(ticket, action, An, stop: Stop)).Refusal);
}
