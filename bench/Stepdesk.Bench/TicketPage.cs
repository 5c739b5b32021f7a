using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Demo;
using Stepdesk.Web;

namespace Stepdesk.Bench;

/// <summary>
/// An agent's page of a ticket with twenty messages, and the same request for next to nothing, asked in turns over real
/// HTTP. Processor time counts both ends of the wire, so the page alone costs less than it says.
/// </summary>
static class TicketPage
{
    const int Messages = 20;
    const int Rounds = 900;
    const string Agent = "agent@desk.example";
    const string Text =
        "Cảm ơn bạn đã báo. Chúng tôi đang kiểm tra và sẽ báo lại trước 16:30 hôm nay, kể cả khi chưa có gì mới.";

    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var site = Site.Build(
            new(place.NewFolder(), place.NewDatabase(), "http://127.0.0.1:0") { Jobs = false },
            services => services.AddLogging(logging => logging.ClearProviders())
        );
        await using var db = await site.Services.DbAsync();
        await db.UpgradeAsync(default);
        await site.Services.GetRequiredService<DemoDesk>().FillAsync(DateTimeOffset.UtcNow);
        var ticket = await TicketAsync(site.Services, db);
        await site.StartAsync();
        using var client = await SignInAsync(new(site.Urls.First()));

        var (pages, nothing) = (new List<TimeSpan>(), new List<TimeSpan>());
        var (pagesCpu, nothingCpu) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < Rounds; i++)
        {
            var isWarm = i >= Rounds * 2 / 3;
            var began = Environment.CpuUsage.TotalTime;
            var page = await Timing.OfAsync(() => client.GetStringAsync($"/tickets/{ticket}"));
            var between = Environment.CpuUsage.TotalTime;
            var little = await Timing.OfAsync(() => client.GetStringAsync("/health/live"));
            var ended = Environment.CpuUsage.TotalTime;
            if (!isWarm)
                continue;
            pages.Add(page);
            nothing.Add(little);
            pagesCpu += between - began;
            nothingCpu += ended - between;
        }
        report.Row(
            ("Database", place.Name),
            ("Ticket page", pages.Median()),
            ("Nothing", nothing.Median()),
            ("Ratio", pages.Median() / nothing.Median()),
            ("Processor time of a page", pagesCpu / pages.Count),
            ("of nothing", nothingCpu / nothing.Count)
        );
        await site.StopAsync();
    }

    // Half of them the customer's; every one in the conversation.
    static async Task<int> TicketAsync(IServiceProvider services, Db db)
    {
        var desk = services.GetRequiredService<Engine.Door.Desk>();
        var agent = (await db.People.SingleAsync(p => p.Email == Agent)).AsActor;
        var customer = (await db.People.Where(p => p.Role == Role.Customer).OrderBy(p => p.Id).FirstAsync()).AsActor;
        var log = new Log("Không đăng nhập được LMS", Text, customer.PersonId!.Value, Channel.Web);
        var ticket = (await desk.LogAsync(WorldRow.Live, log, customer)).Ticket;
        for (var i = 1; i < Messages; i++)
        {
            var outcome =
                i % 2 == 0
                    ? await desk.ActAsync(ticket, new Write(Text, Channel.Web), customer)
                    : await desk.ActAsync(ticket, new Reply(Text), agent);
            if (outcome.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Code);
        }
        return ticket;
    }

    static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
        };
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/sign-in"));
        var hidden = page.QuerySelectorAll("form:has(input[name=_handler][value='sign-in']) input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var form = new FormUrlEncodedContent([
            .. hidden,
            new("Form.Email", Agent),
            new("Form.Password", DemoDesk.Password),
        ]);
        using var answer = await client.PostAsync("/sign-in", form);
        answer.EnsureSuccessStatusCode();
        return client;
    }
}
