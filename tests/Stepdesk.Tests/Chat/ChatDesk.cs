using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.People;
using Stepdesk.Engine.Chat;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Chat;

/// <summary>A desk with chat channels and an emergency on it, and the webhooks they lead to.</summary>
sealed class ChatDesk : IAsyncDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    ChatDesk(ChatEndpoint chat) => Chat = chat;

    public ChatEndpoint Chat { get; }
    public DeskApp App { get; private set; } = null!;
    public Client Agent { get; private set; } = null!;
    public HearingLog Log { get; } = new();
    public int Ticket { get; private set; }

    public static async Task<ChatDesk> StartAsync()
    {
        var desk = new ChatDesk(await ChatEndpoint.StartAsync());
        desk.App = await DeskApp.StartAsync(services =>
            services.AddChat(desk.Channels()).AddSingleton<ILoggerProvider>(desk.Log)
        );
        desk.Agent = await Client.OfAsync(desk.App, Role.Administrator);
        desk.Ticket = await desk.ExpediteAsync();
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        Agent.Dispose();
        await App.DisposeAsync();
        await Chat.DisposeAsync();
        Log.Dispose();
    }

    public ChatOptions Channels() =>
        new ChatOptions
        {
            Channels =
            [
                new()
                {
                    Name = "ops",
                    Kind = "teams",
                    Url = Chat.Teams,
                    Specialty = "operations",
                    Alarms = true,
                },
                new()
                {
                    Name = "war-room",
                    Kind = "slack",
                    Url = Chat.Slack,
                },
                new()
                {
                    Name = "nowhere",
                    Kind = "teams",
                    Url = ChatEndpoint.Nowhere,
                },
            ],
            Patience = TimeSpan.FromMilliseconds(500),
        }.Checked();

    public static object Package(string channel = "ops", string to = "development", string? email = null) =>
        new
        {
            why = "business_impact",
            to,
            email,
            channel,
            summary = "Submissions fail with *HTTP 500*",
            since = "2026-03-02T08:30:00+07:00",
            tried = "Other classes\nOther browsers",
            pins = new object[]
            {
                new { version = 1, note = "The report" },
                new { link = "https://logs.example/q?a=1&b=2", note = "500s by minute" },
            },
            impact = "53 exams",
            ask = "Roll back",
            nextUpdateAt = "2026-03-02T10:00:00+07:00",
        };

    public static string Refuse(Db db) =>
        db.Database.IsNpgsql()
            ? """
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no space left'; END $$;
                CREATE TRIGGER full_disk BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION full_disk();
                """
            : "CREATE TRIGGER full_disk BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'no space left'); END";

    public static string Allow(Db db) =>
        db.Database.IsNpgsql() ? "DROP TRIGGER full_disk ON history" : "DROP TRIGGER full_disk";

    public async Task<int> ExpediteAsync()
    {
        var id = await App.LoggedAsync();
        (
            await Agent.PostAsync(
                $"tickets/{id}/classification",
                new
                {
                    @class = "expedite",
                    justification = "53 people",
                    affected = 53,
                }
            )
        ).Is(HttpStatusCode.OK);
        return id;
    }

    public async Task AskAsync(object body, int? on = null) =>
        (await Agent.PostAsync($"tickets/{on ?? Ticket}/escalations", body)).Is(HttpStatusCode.OK);

    public Task<int> PayAsync() => PayAsync(App);

    public static Task<int> PayAsync(DeskApp node) => node.Services.GetRequiredService<PayChats>().PayAsync(Stop);

    public string Link() =>
        App
            .Services.GetRequiredService<MailOptions>()
            .Link(string.Create(CultureInfo.InvariantCulture, $"/tickets/{Ticket}"));

    public async Task<int> EventsAsync(string kind)
    {
        await using var db = App.Database();
        return await db.History.CountAsync(e => e.Kind == kind, Stop);
    }

    public async Task<Core.Tickets.Ticket> TicketAsync()
    {
        await using var db = App.Database();
        return Core.Tickets.Ticket.From((await db.StreamAsync(Streams.Ticket(Ticket), Stop)).Select(e => e.Read()));
    }
}
