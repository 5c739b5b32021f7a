using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Mail;

namespace Stepdesk.Tests.Broadcasts;

/// <summary>A desk where three people reported one fault: Lan first, Minh and Kate after her.</summary>
public abstract class AtBroadcasts : IAsyncLifetime
{
    protected static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private protected UnreliableMail Server { get; } = new();
    protected DeskApp App { get; private set; } = null!;

    /// <summary>An agent.</summary>
    protected Actor An { get; private set; } = null!;

    /// <summary>The ticket the incident is worked on.</summary>
    protected int Main { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await DeskApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IMailOut>(Server)));
        An = (await App.PersonAsync(Role.Agent)).AsActor;
        Main = await ReportAsync("Lan", Language.Vi);
        await ReportAsync("Minh", Language.Vi, Main);
        await ReportAsync("Kate", Language.En, Main);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected PayOutbox Post => App.Services.GetRequiredService<PayOutbox>();
    protected Broadcasting Broadcasting => App.Services.GetRequiredService<Broadcasting>();

    protected DateTimeOffset Now => App.Clock.GetUtcNow();

    protected SendBroadcast Send(string vi = "LMS: video không phát", string en = "Videos do not play") =>
        new(Main, new() { Linked = true }, Now.AddMinutes(30))
        {
            Tellings =
            [
                new(Language.Vi, vi, "Chúng tôi đang cùng nhà cung cấp kiểm tra.", "Bài 3 lớp JS-ADV-HN-2412"),
                new(Language.En, en, "We are looking into it with our provider.", "Lesson 3 of JS-ADV-HN-2412"),
            ],
        };

    protected static IReadOnlyList<Telling> Said(string vi, string en) =>
        [
            new(Language.Vi, "LMS: video không phát", vi, "Bài 3 lớp JS-ADV-HN-2412"),
            new(Language.En, "Videos do not play", en, "Lesson 3 of JS-ADV-HN-2412"),
        ];

    protected async Task<Broadcast> ToldAsync(BroadcastAction action)
    {
        var (told, refusal) = await Broadcasting.ActAsync(action, null, An, Stop);
        Assert.Null(refusal);
        return told!;
    }

    protected IEnumerable<string> Sent() => Server.Accepted.Select(m => m.To.Mailboxes.Single().Address.Split('@')[0]);

    protected Task<BroadcastBook> BookAsync() => Broadcasting.ReadAsync(An, Stop);

    protected async Task<IReadOnlyDictionary<(int, DeliveryState), int>> CountsAsync()
    {
        await using var db = App.Database();
        return await Deliveries.CountAsync(db, WorldRow.Live, (await BookAsync()).Find(1)!, Stop);
    }

    protected async Task<Ticket> TicketAsync(int id)
    {
        await using var db = App.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(id), Stop)).Select(e => e.Read()));
    }

    protected async Task<int> ReportAsync(
        string name,
        Language language,
        int? duplicateOf = null,
        string title = "Video bài 3 lớp JS-ADV-HN-2412 không phát",
        string text = "Màn hình báo \"Cannot load media\", nhiều học viên không xem được video."
    )
    {
        var person = await App.People.CustomerAsync(name, $"{name.ToLowerInvariant()}@customer.example", language);
        var logged = await App.Desk.LogAsync(
            WorldRow.Live,
            new Log(title, text, person.Id, Channel.Web),
            person.AsActor,
            stop: Stop
        );
        Assert.Null(logged.Refusal);
        if (duplicateOf is { } first)
            Assert.Null(
                (
                    await App.Desk.ActAsync(logged.Ticket, new LinkTo(first, LinkKind.DuplicateOf), An, stop: Stop)
                ).Refusal
            );
        return logged.Ticket;
    }
}
