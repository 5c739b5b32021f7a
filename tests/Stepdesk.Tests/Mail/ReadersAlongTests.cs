using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>Those who reported the same read along: they are told how far it is, in words for them, and are answered.</summary>
public sealed class ReadersAlongTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly UnreliableMail server = new();
    DeskApp app = null!;
    MergingDesk desk = null!;
    PersonRow an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IMailOut>(server)));
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
        desk = new(app, an.AsActor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_ticket_is_not_closed_over_the_word_of_a_merged_reporter()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        await ResolveAsync(main);
        await desk.MailAsync(hoa, "Hoa", "No! It is still dead here");
        await desk.ActAsync(main, new Confirm("She called"));

        Assert.Equal(Close.ReporterUnanswered, await desk.RefusedAsync(main, new Close()));
        await desk.ActAsync(main, new Reply("Only for you") { Alone = true });
        Assert.Equal(Close.ReporterUnanswered, await desk.RefusedAsync(main, new Close()));
        await desk.ActAsync(main, new Reply("Please empty the browser's cache, then it plays."));

        await desk.ActAsync(main, new Close());
    }

    [Fact]
    public async Task Nor_does_the_desk_ask_and_close_by_itself_while_a_merged_reporter_waits()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        await ResolveAsync(main);
        await desk.MailAsync(hoa, "Hoa", "No! It is still dead here");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.ActAsync(main, new Reply("Only for you") { Alone = true });
        await desk.PayAsync();
        Assert.Null(Core.Service.Following.Since(await desk.TicketAsync(main)));

        await desk.ActAsync(main, new Reply("Please empty the browser's cache, then it plays."));
        await desk.PayAsync();
        Assert.NotNull(Core.Service.Following.Since(await desk.TicketAsync(main)));
    }

    [Fact]
    public async Task A_merged_reporters_page_says_how_far_it_is()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        using var surfer = new Surfer(app);
        var link = desk.Signer.LinkFor(hoa, (await desk.TicketAsync(hoa)).Requester);

        async Task<string> StateAsync() =>
            (await surfer.PageAsync(link)).QuerySelector(".portal-state")!.TextContent.Trim();

        Assert.StartsWith("We are working on it together", await StateAsync(), StringComparison.Ordinal);
        await ResolveAsync(main);
        Assert.StartsWith("We found a solution", await StateAsync(), StringComparison.Ordinal);
        await desk.ActAsync(main, new Confirm("She called"));
        await desk.ActAsync(main, new Close());
        Assert.StartsWith("This is done", await StateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_to_several_learns_who_reads_another_language()
    {
        var main = await desk.ReportAsync("Mai");
        var kim = await app.People.CustomerAsync("Kim", "kim@customer.example", Language.Vi, Stop);
        var log = new Log("Video không chạy", "", kim.Id, Channel.Mail);
        var other = (await app.Desk.LogAsync(WorldRow.Live, log, an.AsActor, stop: Stop)).Ticket;
        await desk.ActAsync(other, new LinkTo(main, LinkKind.DuplicateOf));
        using var surfer = new Surfer(app);
        await surfer.SignInAsync(an.Email);

        var page = await surfer.PageAsync($"/tickets/{main}?do=reply");

        Assert.StartsWith(
            "Kim: Vietnamese.",
            page.QuerySelector(".for-all .caution")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Hi Mai,\nwe are on it.", "Hi Mai,", "Hello Hoa,")]
    [InlineData("Hello Ms Mai, we are on it.", "Hello Ms Mai,", "Hello Hoa,")]
    [InlineData("We are on it.", "Hello Mai,", "Hello Hoa,")]
    public async Task Each_is_greeted_once_and_as_themselves(string text, string mai, string hoa)
    {
        var main = await desk.ReportAsync("Mai");
        var other = await desk.ReportAsync("Hoa");
        await desk.ActAsync(other, new LinkTo(main, LinkKind.DuplicateOf));

        await desk.ActAsync(main, new Reply(text));
        await desk.PayAsync();

        foreach (var (to, greeting) in ((string, string)[])[("mai", mai), ("hoa", hoa)])
            Assert.StartsWith(
                greeting,
                server.Accepted.Single(m => m.To.ToString().Contains(to, StringComparison.Ordinal)).TextBody,
                StringComparison.Ordinal
            );
        Assert.All(server.Accepted, m => Assert.Equal(1, Greetings(m)));
    }

    static int Greetings(MimeKit.MimeMessage mail) =>
        mail.TextBody!.Split('\n')
            .Count(line =>
                line.StartsWith("Hi", StringComparison.Ordinal) || line.StartsWith("Hello", StringComparison.Ordinal)
            );

    async Task ResolveAsync(int ticket)
    {
        await desk.ActAsync(ticket, new Reply("We are on it."));
        await desk.ActAsync(ticket, new Diagnose("The video service is down"));
        await desk.ActAsync(
            ticket,
            new Resolve(ResolutionKind.Fix, "Restarted the service") { Cause = "It ran out of memory" }
        );
        await desk.PayAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
