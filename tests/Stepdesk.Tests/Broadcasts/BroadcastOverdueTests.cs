using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Broadcasts;

/// <summary>Many were promised an update: who leads the desk hears when it does not come.</summary>
public sealed class BroadcastOverdueTests : AtBroadcasts
{
    [Fact]
    public async Task Leads_and_who_promised_it_hear_once_for_each_promise_however_many_nodes_look()
    {
        await App.PersonAsync(Role.Administrator, "Root");
        var lead = await App.PersonAsync(Role.Lead, "Hai");
        await App.PersonAsync(Role.Agent, "Binh");
        await using var other = await App.AnotherAsync();
        await Broadcasting.ActAsync(Send(), after: null, An, Stop);
        App.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, await LookAsync(App));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(LookAsync(App), LookAsync(other), LookAsync(App));
        Assert.Equal(0, await LookAsync(App));

        Assert.Equal(["An", "Hai", "Root"], await ToldAsync());
        using var browser = new Surfer(App);
        await browser.SignInAsync(lead.Email);
        var page = await browser.PageAsync("/notices");
        Assert.Contains("it is late", page.QuerySelector(".notice-what")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("broadcasts/1", page.QuerySelector(".notices a")!.GetAttribute("href"));

        // The next promise is another one, and what is over promises nothing.
        await Broadcasting.ActAsync(
            new UpdateBroadcast(1, Now.AddMinutes(30)) { Tellings = Said("Vẫn đang xem.", "Still looking.") },
            after: null,
            An,
            Stop
        );
        App.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(1, await LookAsync(App));
        await Broadcasting.ActAsync(
            new WithdrawBroadcast(1) { Tellings = Said("Đã ổn.", "It is over.") },
            after: null,
            An,
            Stop
        );
        App.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await LookAsync(App));
        Assert.Equal(6, (await ToldAsync()).Count);
    }

    static Task<int> LookAsync(DeskApp node) => node.Services.GetRequiredService<WatchBroadcasts>().LookAsync(Stop);

    async Task<List<string>> ToldAsync()
    {
        await using var db = App.Database();
        return await db
            .Notices.Where(n => n.Kind == "broadcast_overdue")
            .Join(db.People, n => n.Person, p => p.Id, (_, p) => p.Name)
            .OrderBy(n => n)
            .ToListAsync(Stop);
    }
}
