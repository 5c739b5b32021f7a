using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Tests.Web;

/// <summary>What the desk said by itself is shown with its greeting, as it was said then and as long as it is there.</summary>
public sealed class TimelineGreetingTests : IAsyncLifetime
{
    const string Greeting = "Kính gửi Anh/Chị";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    Surfer browser = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        var lead = await app.PersonAsync(Role.Lead, "Mai");
        var dev = await app.PersonAsync(Role.Agent, "Dev");
        ticket = await app.LoggedAsync();
        var classify = new Classify(ClassOfService.Expedite, "Everybody") { Affected = new(50) };
        Assert.Null((await app.Desk.ActAsync(ticket, classify, lead.AsActor, stop: Stop)).Refusal);
        var alert = new Escalate(Ground.BeyondAccess, Specialty.Development)
        {
            Person = dev.Id,
            IsShort = true,
            Package = new() { Summary = "Không nộp được bài", Ask = "Nhờ team xem ngay" },
        };
        Assert.Null((await app.Desk.ActAsync(ticket, alert, lead.AsActor, stop: Stop)).Refusal);
        browser = new(app);
        await browser.SignInAsync(lead.Email);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task It_greets_in_the_language_of_the_message_whatever_its_reader_reads_today()
    {
        Assert.Contains($"{Greeting} Lan,", await PageAsync(), StringComparison.Ordinal);

        await using var db = app.Database();
        await db
            .People.Where(p => p.Name == "Lan")
            .ExecuteUpdateAsync(p => p.SetProperty(l => l.Language, Language.En), Stop);

        Assert.Contains($"{Greeting} Lan,", await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_erased_greets_nobody()
    {
        await using var db = app.Database();
        var lan = await db.People.SingleAsync(p => p.Name == "Lan", Stop);
        var erasure = app.Services.GetRequiredService<Erasure>();
        var (_, refusal) = await erasure.RunAsync(lan.Email, "Asked for", "GDPR 17", Actor.System("tests"), Stop);
        Assert.Null(refusal);

        var page = await PageAsync();

        Assert.Contains("was told", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Greeting, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello ", page, StringComparison.Ordinal);
    }

    async Task<string> PageAsync() =>
        (await browser.PageAsync($"/tickets/{ticket}")).QuerySelector("main")!.TextContent;
}
