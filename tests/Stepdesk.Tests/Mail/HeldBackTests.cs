using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>What an approval on a duplicate was not given for is not told there, and somebody is told that it waits.</summary>
public sealed class HeldBackTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly UnreliableMail server = new();
    DeskApp app = null!;
    MergingDesk desk = null!;
    PersonRow an = null!;
    PersonRow boss = null!;
    int main;
    int minh;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IMailOut>(server)));
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
        boss = await app.PersonAsync(Role.Lead, "Boss");
        desk = new(app, an.AsActor);
        (main, minh) = (await desk.ReportAsync("Lan"), await desk.ReportAsync("Minh"));
        await desk.ActAsync(minh, new LinkTo(main, LinkKind.DuplicateOf));
        var asked = await AskedAsync();
        Assert.Null((await app.Desk.ActAsync(minh, new Deny(asked, "She has left"), boss.AsActor, stop: Stop)).Refusal);
        await desk.ActAsync(main, new Reply("We are on it."));
        await desk.ActAsync(main, new Diagnose("The account was closed"));
        await desk.ActAsync(main, new Resolve(ResolutionKind.Fix, "Opened it again") { Cause = "Closed in spring" });
        await LookAsync(times: 3);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_noted_once_and_both_pages_say_what_to_do_until_it_is_granted()
    {
        Assert.Null((await desk.TicketAsync(minh)).Resolution);
        await using var db = app.Database();
        Assert.Equal(1, await db.History.CountAsync(e => e.Kind == "solution_held", Stop));
        Assert.Equal(
            1,
            await db.Notices.CountAsync(n => n.Person == an.Id && n.Ticket == minh && n.Kind == "solution_held", Stop)
        );
        using var browser = new Surfer(app);
        await browser.SignInAsync(an.Email);
        Assert.Equal([minh], await ListedAsync());
        var there = (await browser.PageAsync($"/tickets/{minh}")).QuerySelector(".held-banner")!.TextContent;
        Assert.Contains("What was told on #1 is not told to Minh", there, StringComparison.Ordinal);
        Assert.Contains("Ask for approval again", there, StringComparison.Ordinal);
        Assert.Contains(
            "Not told to the reporter of #2",
            (await browser.PageAsync($"/tickets/{main}")).QuerySelector(".held-banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "A solution waits",
            (await browser.PageAsync("/notices")).Body!.TextContent,
            StringComparison.Ordinal
        );

        var again = await AskedAsync();
        await LookAsync();
        Assert.Contains(
            "as soon as the approval on this ticket is granted",
            (await browser.PageAsync($"/tickets/{minh}")).QuerySelector(".held-banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null((await app.Desk.ActAsync(minh, new Grant(again), boss.AsActor, stop: Stop)).Refusal);
        await LookAsync(times: 2);

        Assert.Empty(await ListedAsync());
        Assert.Equal(ResolutionKind.Duplicate, (await desk.TicketAsync(minh)).Resolution?.Kind);
        Assert.Null((await browser.PageAsync($"/tickets/{minh}")).QuerySelector(".held-banner"));
    }

    [Fact]
    public async Task Denied_again_it_is_said_again()
    {
        var again = await AskedAsync();
        await app.Desk.ActAsync(minh, new Deny(again, "Still not"), boss.AsActor, stop: Stop);
        await LookAsync(times: 2);

        await using var db = app.Database();
        Assert.Equal(2, await db.History.CountAsync(e => e.Kind == "solution_held", Stop));
    }

    [Fact]
    public async Task Who_is_told_that_it_is_declined_is_not_told_that_it_is_done()
    {
        await desk.ActAsync(minh, new Diagnose("The account stays closed"));
        await desk.ActAsync(minh, new Resolve(ResolutionKind.Declined, "It stays closed"));
        await LookAsync(times: 2);

        await desk.PayAsync();
        Assert.DoesNotContain(
            server.Accepted,
            m =>
                m.To.Mailboxes.Single().Address == "minh@customer.example"
                && m.TextBody!.Contains("Opened it again", StringComparison.Ordinal)
        );
        using var browser = new Surfer(app);
        await browser.SignInAsync(an.Email);
        Assert.Null((await browser.PageAsync($"/tickets/{minh}")).QuerySelector(".held-banner"));
    }

    async Task<int> AskedAsync()
    {
        await desk.ActAsync(
            minh,
            new AskApproval(ApprovalPurpose.AccountReactivation)
            {
                Approvers = [boss.Id],
                Fields = ["account"],
                Why = "Left in spring",
                Until = app.Clock.GetUtcNow().AddDays(1),
            }
        );
        return (await desk.TicketAsync(minh)).Approvals[^1].Version;
    }

    async Task<List<int>> ListedAsync()
    {
        await using var db = app.Database();
        var held = Engine.Tickets.Views.Query(
            db,
            app.Services.GetRequiredService<Worlds>().Live,
            Engine.Tickets.Views.Held,
            an.AsActor
        );
        return await held.Select(t => t.Id).ToListAsync(Stop);
    }

    // What is held back is looked at every minute.
    async Task LookAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
        }
    }
}
