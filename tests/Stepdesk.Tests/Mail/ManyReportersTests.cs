using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>Many report one fault: what one of them is told each is told, in a mail thread of their own.</summary>
public sealed class ManyReportersTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly UnreliableMail server = new();
    DeskApp app = null!;
    PersonRow an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IMailOut>(server)));
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whoever_reported_the_same_is_not_asked_to_agree_to_it()
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await ReportAsync("Minh", Language.Vi, duplicateOf: main);
        var until = app.Clock.GetUtcNow().AddHours(3);

        foreach (var (ticket, other) in ((int, int)[])[(main, minh), (minh, main)])
        {
            var ask = new AskApproval(ApprovalPurpose.DataRelease)
            {
                Approvers = [(await TicketAsync(other)).Requester],
                Fields = ["course"],
                Why = "They reported it",
                Until = until,
            };
            Assert.Equal(
                AskApproval.OwnRequest,
                (await app.Desk.ActAsync(ticket, ask, an.AsActor, stop: Stop)).Refusal
            );
        }
    }

    [Fact]
    public async Task Whoever_reports_the_same_after_they_were_asked_reads_that_others_decide()
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await app.People.CustomerAsync("Minh", "minh@customer.example", Language.En, Stop);
        var ask = new AskApproval(ApprovalPurpose.DataRelease)
        {
            Approvers = [minh.Id],
            Fields = ["course"],
            Why = "The director asks",
            Until = app.Clock.GetUtcNow().AddHours(3),
        };
        var asked = await app.Desk.ActAsync(main, ask, an.AsActor, stop: Stop);
        var link = app.Services.GetRequiredService<Signer>().ApprovalLink(main, asked.Version, minh.Id);
        using var surfer = new Surfer(app);
        Assert.NotEmpty((await surfer.PageAsync(link)).QuerySelectorAll("main form"));

        await ReportAsync("Minh", Language.En, duplicateOf: main);

        var page = await surfer.PageAsync(link);
        Assert.Contains("somebody else has to decide", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Everybody_is_told_once_each_in_their_own_thread_and_language_and_confirms_for_themselves()
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await ReportAsync("Minh", Language.Vi, duplicateOf: main);
        var kate = await ReportAsync("Kate", Language.En, duplicateOf: main);

        await ActAsync(main, new Reply("We are on it."));
        await PayAsync();
        await ActAsync(main, new Diagnose("The video service is down"));
        await ActAsync(main, new Resolve(ResolutionKind.Fix, "Restarted the service") { Cause = "Out of memory" });
        await PayAsync();

        Assert.Equal(
            [
                "kate@customer.example",
                "kate@customer.example",
                "lan@customer.example",
                "lan@customer.example",
                "minh@customer.example",
                "minh@customer.example",
            ],
            server.Accepted.Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            3,
            server
                .Accepted.Select(m =>
                    app.Services.GetRequiredService<Signer>()
                        .ReadReplyAddress(m.ReplyTo.Mailboxes.Single().Address)
                        ?.Ticket
                )
                .Distinct()
                .Count()
        );
        Assert.Contains(server.Accepted, m => m.TextBody!.StartsWith("Hello Kate", StringComparison.Ordinal));
        foreach (var ticket in (int[])[minh, kate])
        {
            var told = await TicketAsync(ticket);
            Assert.Equal(app.Clock.GetUtcNow(), told.AcknowledgedAt);
            Assert.Equal(ResolutionKind.Duplicate, told.Resolution!.Kind);
            Assert.Equal(Step.FollowUp, Steps.Current(told));
        }

        await ActAsync(minh, new Confirm("It plays, she said on the phone"));
        await ActAsync(minh, new Close());
        Assert.NotNull((await TicketAsync(minh)).ClosedAt);
        Assert.Null((await TicketAsync(kate)).ConfirmedAt);
        Assert.Null((await TicketAsync(main)).ConfirmedAt);

        // What is said later goes to who is still there.
        await ActAsync(main, new Reply("It stays stable."));
        await PayAsync();
        Assert.Equal(2, server.Accepted.Count - 6);
    }

    [Fact]
    public async Task What_waits_for_approval_on_a_duplicate_is_not_told_there_before_it_is_given()
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await ReportAsync("Minh", Language.Vi, duplicateOf: main);
        var boss = await app.PersonAsync(Role.Lead, "Boss");
        await ActAsync(
            minh,
            new AskApproval(ApprovalPurpose.AccountReactivation)
            {
                Approvers = [boss.Id],
                Fields = ["account"],
                Why = "Left in spring",
                Until = app.Clock.GetUtcNow().AddDays(1),
            }
        );
        var asked = (await TicketAsync(minh)).Approvals.Single().Version;
        await ActAsync(main, new Reply("We are on it."));
        await ActAsync(main, new Diagnose("The video service is down"));
        await ActAsync(main, new Resolve(ResolutionKind.Fix, "Restarted the service") { Cause = "Out of memory" });
        await LookAsync();
        Assert.Null((await TicketAsync(minh)).Resolution);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync();
        Assert.Null((await TicketAsync(minh)).Resolution);
        Assert.Null((await app.Desk.ActAsync(minh, new Grant(asked), boss.AsActor, stop: Stop)).Refusal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync();
        await LookAsync();

        Assert.Equal(ResolutionKind.Duplicate, (await TicketAsync(minh)).Resolution?.Kind);
        Assert.Single(
            server.Accepted,
            m =>
                m.To.Mailboxes.Single().Address == "minh@customer.example"
                && m.TextBody!.Contains("Restarted the service", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_word_for_one_stays_with_them_and_a_late_report_gets_the_solution()
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await ReportAsync("Minh", Language.Vi, duplicateOf: main);
        await ActAsync(main, new Reply("Your own password is in the other mail.") { Alone = true });
        await ActAsync(main, new Diagnose("The video service is down"));
        await ActAsync(
            main,
            new Resolve(ResolutionKind.Fix, "Restarted the service") { Cause = "Out of memory", Alone = true }
        );
        await PayAsync();
        Assert.Empty((await TicketAsync(minh)).Outgoing);

        var late = await ReportAsync("Kate", Language.En, duplicateOf: main);
        await PayAsync();
        Assert.Equal(ResolutionKind.Duplicate, (await TicketAsync(late)).Resolution!.Kind);

        // Untied and tied again it is not told twice.
        var sent = server.Accepted.Count;
        await ActAsync(main, new Unlink(late));
        await ActAsync(late, new LinkTo(main, LinkKind.DuplicateOf));
        await PayAsync();
        Assert.Equal(sent, server.Accepted.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_says_that_it_is_not_over_goes_on_with_clocks_of_their_own(bool isClosed)
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await ReportAsync("Minh", Language.Vi, duplicateOf: main);
        await ActAsync(main, new Assign(null, an.Id));
        await ActAsync(main, new Classify(ClassOfService.Priority, "A whole class") { Affected = new(7) });
        await ActAsync(minh, new Classify(ClassOfService.Priority, "A whole class"));
        await ActAsync(main, new Reply("We are on it."));
        await ActAsync(main, new Diagnose("The video service is down"));
        await ActAsync(main, new Resolve(ResolutionKind.Fix, "Restarted the service") { Cause = "Out of memory" });
        await PayAsync();
        if (isClosed)
        {
            await ActAsync(main, new Confirm("She said so"));
            await ActAsync(main, new Close());
        }
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var reporter = Actor.Person((await TicketAsync(minh)).Requester, Role.Customer);

        Assert.Null((await app.Desk.ActAsync(minh, new Dispute("Still black"), reporter, stop: Stop)).Refusal);

        var alone = await TicketAsync(minh);
        Assert.Equal([new Link(main, LinkKind.Related)], alone.Links);
        Assert.Equal([new Link(minh, LinkKind.Related)], (await TicketAsync(main)).Links);
        await using var db = app.Database();
        var row = await db.Tickets.SingleAsync(t => t.Id == minh, Stop);
        Assert.InRange(row.NextDueAt!.Value, app.Clock.GetUtcNow(), app.Clock.GetUtcNow().AddHours(1));
        Assert.Equal(
            1,
            await db.Notices.CountAsync(
                n => n.Person == an.Id && n.Ticket == main && n.Kind == "duplicate_returned",
                Stop
            )
        );
        using var browser = new Surfer(app);
        await browser.SignInAsync(an.Email);
        Assert.Contains(
            "it is not over for them",
            (await browser.PageAsync("/notices")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_duplicate_that_is_written_on_after_both_were_closed_goes_on_by_itself()
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await ReportAsync("Minh", Language.Vi, duplicateOf: main);
        await ActAsync(main, new Reply("We are on it."));
        await ActAsync(main, new Diagnose("The video service is down"));
        await ActAsync(main, new Resolve(ResolutionKind.Fix, "Restarted the service") { Cause = "Out of memory" });
        await PayAsync();
        foreach (var ticket in (int[])[main, minh])
        {
            await ActAsync(ticket, new Confirm("They said so"));
            await ActAsync(ticket, new Close());
        }
        var reporter = Actor.Person((await TicketAsync(minh)).Requester, Role.Customer);

        await app.Desk.ActAsync(minh, new Write("Black again", Channel.Web), reporter, stop: Stop);

        var alone = await TicketAsync(minh);
        Assert.True(alone.IsOpen);
        Assert.Null(alone.Carried);
        Assert.False((await TicketAsync(main)).IsOpen);
    }

    [Fact]
    public async Task Whoever_writes_sees_who_reads_it_and_may_write_to_one()
    {
        var main = await ReportAsync("Lan", Language.Vi);
        var minh = await ReportAsync("Minh", Language.Vi, duplicateOf: main);
        using var browser = new Surfer(app);
        await browser.SignInAsync(an.Email);

        var page = await browser.PageAsync($"/tickets/{main}?do=reply");
        Assert.Contains("Minh (#2)", page.QuerySelector(".for-all")!.TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync(
            $"/tickets/{main}?do=reply",
            "reply",
            ("Form.Text", "Only you"),
            ("Form.Alone", "true")
        );
        await browser.SubmitAsync($"/tickets/{main}?do=reply", "reply", ("Form.Text", "All of you"));
        await PayAsync();

        var read = await browser.PageAsync($"/tickets/{minh}");
        Assert.Contains("All of you", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Told to every reporter, from #1", read.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Only you", read.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal($"tickets/{main}", read.QuerySelector(".clocks a.chip")!.GetAttribute("href"));
    }

    async Task<int> ReportAsync(string name, Language language, int? duplicateOf = null)
    {
        var email = $"{name.ToLowerInvariant()}@customer.example";
        var person = await app.People.CustomerAsync(name, email, language, Stop);
        var outcome = await app.Desk.LogAsync(
            WorldRow.Live,
            new Log("The video does not play", "", person.Id, Channel.Mail),
            an.AsActor,
            stop: Stop
        );
        if (duplicateOf is { } main)
            await ActAsync(outcome.Ticket, new LinkTo(main, LinkKind.DuplicateOf));
        return outcome.Ticket;
    }

    async Task ActAsync(int ticket, TicketAction action) =>
        Assert.Null((await app.Desk.ActAsync(ticket, action, an.AsActor, stop: Stop)).Refusal);

    // What is held back stays owed.
    Task<int> LookAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    // What is said on a duplicate is owed only then, and pays at the next look.
    async Task PayAsync()
    {
        var post = app.Services.GetRequiredService<PayOutbox>();
        await post.PayAsync(Stop);
        await using var db = app.Database();
        Assert.False(await db.Outbox.AnyAsync(o => o.DoneAt == null && o.FailedAt == null, Stop));
    }

    async Task<Ticket> TicketAsync(int id)
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(id), Stop)).Select(e => e.Read()));
    }
}
