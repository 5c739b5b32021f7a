using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Web;

public sealed class HeadersTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Surfer surfer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        surfer = new(app);
    }

    public async ValueTask DisposeAsync()
    {
        surfer.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/t/1.1.forged")]
    [InlineData("/favicon.svg")]
    [InlineData("/js/desk.js")]
    [InlineData("/js/typed.js")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/api/nothing")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string path)
    {
        var answer = await surfer.GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_mail_is_shown_in_a_room_of_its_own()
    {
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Core.Words.Language.Vi, Stop);
        var log = new Log("Mail", "text", lan.Id, Channel.Mail) { Html = "<p>formatted</p><script>alert(1)</script>" };
        var ticket = (await app.Desk.LogAsync(WorldRow.Live, log, lan.AsActor, stop: Stop)).Ticket;
        await surfer.SignInAsync("an@desk.example");

        var answer = await surfer.GetAsync($"/tickets/{ticket}/messages/1");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox; default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.Contains("<p>formatted</p>", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_strangers_wrote_is_text_on_every_page()
    {
        const string Hostile = "<img src=x onerror=alert(1)>{{7*7}}";
        var eve = await app.People.CustomerAsync(Hostile, "eve@customer.example", Core.Words.Language.En, Stop);
        var log = new Log(Hostile, Hostile, eve.Id, Channel.Web) { Tags = [Hostile], Category = Hostile };
        var ticket = (await app.Desk.LogAsync(WorldRow.Live, log, eve.AsActor, stop: Stop)).Ticket;
        await surfer.SignInAsync("an@desk.example");

        foreach (var path in (string[])["/", $"/tickets/{ticket}", "/people", $"/?q={Uri.EscapeDataString(Hostile)}"])
        {
            var page = await surfer.PageAsync(path);
            Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
            Assert.Contains(Hostile, page.Body!.TextContent, StringComparison.Ordinal);
        }
    }
}
