using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>One ticket goes on in another: who reported it writes and reads on in their own thread.</summary>
public sealed class MergeTests : IAsyncLifetime
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
    public async Task Who_wrote_twice_is_answered_once_and_heard_wherever_they_write()
    {
        var first = await desk.ReportAsync("Mai");
        var second = await desk.ReportAsync("Mai");
        await desk.ActAsync(second, new Merge(first, "We go on in your first request."));
        await PayAsync();
        Assert.Equal(Core.Service.Step.Diagnosis, Steps.Current(await desk.TicketAsync(second)));
        Assert.Equal("mai@customer.example", Assert.Single(To("We go on in your first request.")));

        await desk.ActAsync(first, new Reply("We are on it."));
        await PayAsync();
        Assert.Equal("mai@customer.example", Assert.Single(To("We are on it.")));

        // By mail to the address of the second, by its page, and as the API's customer.
        await desk.MailAsync(second, "Mai", "It is worse now");
        using var surfer = new Surfer(app);
        var link = desk.Signer.LinkFor(second, (await desk.TicketAsync(second)).Requester);
        var page = await surfer.PageAsync(link);
        Assert.Contains(
            "your other request",
            page.QuerySelector(".portal-state")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains($"/t/{first}.", page.Body!.InnerHtml, StringComparison.Ordinal);
        await surfer.SubmitAsync(link, "write", ("Form.Text", "From the page"));
        await using var db = app.Database();
        using var mai = await Client.OfAsync(app, await db.People.SingleAsync(p => p.Name == "Mai", Stop));
        (await mai.PostAsync($"tickets/{second}/messages", new { text = "From a program" })).Is(HttpStatusCode.OK);

        var there = await desk.HistoryAsync(second);
        var heard = (await desk.HistoryAsync(first)).Select(r => r.What).OfType<ReporterWrote>().ToList();
        Assert.Equal(
            ["It is worse now", "From the page", "From a program"],
            heard.Select(h => ((CustomerWrote)there.Single(r => r.Version == h.Message).What).Text.Trim())
        );
        Assert.All(heard, h => Assert.Equal((second, true), (h.Ticket, h.IsTheirs)));
        Assert.Equal(app.Clock.GetUtcNow(), (await desk.TicketAsync(first)).LastCustomerAt);
        // Of each word once, and of none on the ticket that is no work any more.
        Assert.Equal(0, await db.Notices.CountAsync(n => n.Ticket == second && n.Kind == "customer_wrote", Stop));
        Assert.Equal(3, await db.Notices.CountAsync(n => n.Ticket == first && n.Kind == "reporter_wrote", Stop));
    }

    [Fact]
    public async Task Another_reporter_reads_on_in_their_own_thread_and_sees_nothing_else()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        await desk.ActAsync(main, new Reply("For Mai before the merge"));
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        await desk.ActAsync(main, new Reply("We found it."));
        await desk.ActAsync(main, new Reply("Only Mai's") { Alone = true });
        await desk.ActAsync(main, new Diagnose("The disk is full"));
        await desk.ActAsync(main, new Resolve(ResolutionKind.Fix, "Emptied the disk") { Cause = "Logs" });
        await PayAsync();

        Assert.Equal(["hoa@customer.example", "mai@customer.example"], To("We found it."));
        Assert.Equal(["hoa@customer.example", "mai@customer.example"], To("Emptied the disk"));
        Assert.Equal(["mai@customer.example"], To("Only Mai's"));
        var told = server.Accepted.Single(m => Is(m, "We found it.") && m.To.Mailboxes.Single().Address[0] is 'h');
        Assert.Equal(hoa, desk.Signer.ReadReplyAddress(told.ReplyTo.Mailboxes.Single().Address)?.Ticket);

        // One ticket remains, so one person confirms it; whoever else says that it does not work reopens it.
        var theirs = await desk.TicketAsync(hoa);
        Assert.Null(theirs.Resolution);
        await desk.ActAsync(main, new Confirm("She said so"));
        await desk.ActAsync(main, new Close());
        await desk.MailAsync(hoa, "Hoa", "Mine still fails");
        Assert.True((await desk.TicketAsync(main)).IsOpen);

        using var surfer = new Surfer(app);
        foreach (
            var (ticket, sees, not) in ((int, string, string)[])
                [(main, "For Mai before the merge", "Mine still fails"), (hoa, "Mine still fails", "For Mai")]
        )
        {
            var link = desk.Signer.LinkFor(ticket, (await desk.TicketAsync(ticket)).Requester);
            var text = (await surfer.PageAsync(link)).Body!.TextContent;
            Assert.Contains(sees, text, StringComparison.Ordinal);
            Assert.DoesNotContain(not, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_late_report_gets_the_solution_and_somebody_who_reported_twice_gets_it_once()
    {
        var main = await desk.ReportAsync("Mai");
        await desk.ActAsync(main, new Reply("We are on it."));
        await desk.ActAsync(main, new Diagnose("Found"));
        await desk.ActAsync(main, new Resolve(ResolutionKind.Fix, "Emptied the disk") { Cause = "Logs" });
        foreach (var _ in (int[])[1, 2])
            await desk.ActAsync(await desk.ReportAsync("Hoa"), new Merge(main, "Others reported it too."));
        await desk.ActAsync(await desk.ReportAsync("Mai"), new Merge(main, "In your first request."));
        await PayAsync();

        Assert.Equal(["hoa@customer.example", "mai@customer.example"], To("Emptied the disk"));
    }

    [Fact]
    public async Task Undone_each_goes_on_by_itself_and_what_was_written_stays_where_it_was()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        await desk.ActAsync(hoa, new SetAffected(new(4)));
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        Assert.Equal(5, (await desk.TicketAsync(main)).AffectedInAll!.Count);
        await desk.MailAsync(hoa, "Hoa", "Any news?");
        using var agent = await Client.OfAsync(app, Role.Agent, "Binh");
        Assert.Equal("merged", (await agent.GetAsync($"tickets/{hoa}")).Is(HttpStatusCode.OK)["status"].GetString());

        (await agent.DeleteAsync($"tickets/{main}/merge/{hoa}")).Is(HttpStatusCode.OK);
        await desk.MailAsync(hoa, "Hoa", "And now?");

        Assert.True((await desk.TicketAsync(hoa)).IsOpen);
        Assert.Null((await desk.TicketAsync(main)).AffectedInAll);
        await desk.ActAsync(main, new Reply("For Mai alone again."));
        await PayAsync();
        Assert.Equal(["mai@customer.example"], To("For Mai alone again."));
        using var browser = new Surfer(app);
        await browser.SignInAsync(an.Email);
        var page = (await browser.PageAsync($"/tickets/{main}")).Body!.TextContent;
        Assert.Contains("Any news?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("And now?", page, StringComparison.Ordinal);
        Assert.Contains("undid the merge with #2", page, StringComparison.Ordinal);
        Assert.Contains(
            "undid the merge with #1",
            (await browser.PageAsync($"/tickets/{hoa}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_merged_into_a_ticket_that_is_cancelled_goes_on_by_itself()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        var again = await desk.ReportAsync("Mai");
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        await desk.ActAsync(again, new Merge(main, "In your first request."));
        await desk.ActAsync(main, new Cancel(CancelReason.Withdrawn, "She found it herself"));
        await PayAsync();

        Assert.True((await desk.TicketAsync(hoa)).IsOpen);
        Assert.Equal(main, (await desk.TicketAsync(again)).MergedInto);
    }

    [Fact]
    public async Task Long_after_the_close_whatever_comes_is_a_new_matter_beside_the_one_that_was_solved()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        await desk.ActAsync(main, new Reply("We are on it."));
        await desk.ActAsync(main, new Diagnose("Found"));
        await desk.ActAsync(main, new Resolve(ResolutionKind.Fix, "Fixed") { Cause = "Logs" });
        await desk.ActAsync(main, new Confirm("She said so"));
        await desk.ActAsync(main, new Close());
        app.Clock.Advance(TimeSpan.FromDays(15));

        var taken = await desk.MailAsync(hoa, "Hoa", "Something else fails");

        Assert.NotEqual(main, taken.Ticket);
        Assert.NotEqual(hoa, taken.Ticket);
        Assert.Equal([new Link(main, LinkKind.Related)], (await desk.TicketAsync(taken.Ticket!.Value)).Links);
        Assert.DoesNotContain((await desk.HistoryAsync(hoa)).Select(r => r.What), e => e is CustomerWrote);
    }

    [Fact]
    public async Task Nobody_merges_into_another_world_or_into_what_is_not_there()
    {
        var mine = await desk.ReportAsync("Mai");
        var me = await Practice.Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail));
        await using var db = app.Database();
        var theirs = await db.Tickets.Where(t => t.World != WorldRow.Live).Select(t => t.Id).FirstAsync(Stop);

        foreach (var other in (int[])[theirs, 9999, 0, -1])
        {
            Assert.Equal(Refusals.NoSuchTicket, await desk.RefusedAsync(mine, new Merge(other, "x")));
            Assert.Equal(Refusals.NoSuchTicket, await desk.RefusedAsync(mine, new LinkTo(other, LinkKind.Child)));
            Assert.Equal(Refusals.NoSuchTicket, await desk.RefusedAsync(mine, new LinkTo(other, LinkKind.Related)));
        }
        using var lan = await Client.OfAsync(app, Role.Customer, "Lan");
        var asked = await lan.PostAsync($"tickets/{mine}/merge", new { into = theirs, message = "x" });
        Assert.Equal((HttpStatusCode.NotFound, "no-such-ticket"), (asked.Status, asked["code"].GetString()));
        Assert.Empty((await desk.TicketAsync(mine)).Links);
    }

    [Fact]
    public async Task A_program_reads_the_merged_threads_along_in_the_order_in_which_things_were_said()
    {
        var main = await desk.ReportAsync("Mai");
        var hoa = await desk.ReportAsync("Hoa");
        var again = await desk.ReportAsync("Mai");
        await desk.MailAsync(main, "Mai", "one");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.MailAsync(hoa, "Hoa", "two");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
        await desk.ActAsync(again, new Merge(main, "In your first request."));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.MailAsync(hoa, "Hoa", "three");
        using var agent = await Client.OfAsync(app, Role.Agent, "Binh");
        await using var db = app.Database();
        using var mai = await Client.OfAsync(app, await db.People.SingleAsync(p => p.Name == "Mai", Stop));

        var all = await ReadAsync(agent, $"tickets/{main}/messages?merged=true");
        var paged = new List<(int, int, string)>();
        for (var next = ""; next is not null; )
        {
            var page = (await agent.GetAsync($"tickets/{main}/messages?merged=true&limit=2{next}")).Is(
                HttpStatusCode.OK
            );
            paged.AddRange(Read(page));
            next = page["next"].GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        Assert.Equal(all, paged);
        Assert.Equal(
            [
                (main, "one"),
                (hoa, "two"),
                (hoa, "We work on it together."),
                (again, "In your first request."),
                (hoa, "three"),
            ],
            all.Where(m => m.Text.Length > 0).Select(m => (m.Ticket, m.Text))
        );
        Assert.Equal(
            [(main, "one")],
            (await ReadAsync(agent, $"tickets/{main}/messages"))
                .Where(m => m.Text.Length > 0)
                .Select(m => (m.Ticket, m.Text))
        );
        // Another reporter's words are not there for this one; their own second thread is.
        Assert.Equal(
            ["one", "In your first request."],
            (await ReadAsync(mai, $"tickets/{main}/messages?merged=true")).Select(m => m.Text).Where(t => t.Length > 0)
        );
        // A place in one list is none in the other.
        var place = (await agent.GetAsync($"tickets/{main}/messages?merged=true&limit=1"))["next"].GetString();
        (await agent.GetAsync($"tickets/{main}/messages?cursor={place}")).IsProblem(
            HttpStatusCode.BadRequest,
            "cursor-is-unknown"
        );

        static async Task<List<(int Ticket, int Version, string Text)>> ReadAsync(Client client, string path) =>
            [.. Read((await client.GetAsync(path)).Is(HttpStatusCode.OK))];

        static IEnumerable<(int Ticket, int Version, string Text)> Read(Answer page) =>
            page["items"]
                .EnumerateArray()
                .Select(m =>
                    (
                        m.GetProperty("ticket").GetInt32(),
                        m.GetProperty("version").GetInt32(),
                        m.GetProperty("text").GetString()!.Trim()
                    )
                );
    }

    [Fact]
    public async Task Two_who_merge_each_into_the_other_at_once_end_with_one_ticket()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await desk.ReportAsync("Mai"), await desk.ReportAsync("Hoa"));
            await Task.WhenAll(
                desk.RefusedAsync(one, new Merge(other, "Into the other")),
                desk.RefusedAsync(other, new Merge(one, "Into the one"))
            );
            var (left, right) = (await desk.TicketAsync(one), await desk.TicketAsync(other));
            Assert.True(left.IsOpen ^ right.IsOpen);
            Assert.Equal(left.IsOpen ? one : other, (left.IsOpen ? right : left).MergedInto);
        }
    }

    [Fact]
    public async Task Words_that_come_in_the_moment_of_a_merge_are_heard()
    {
        for (var round = 0; round < 8; round++)
        {
            var (main, hoa) = (await desk.ReportAsync("Mai"), await desk.ReportAsync("Hoa"));
            var me = Actor.Person((await desk.TicketAsync(hoa)).Requester, Role.Customer);
            var write = Task.Run(
                () => app.Desk.ActAsync(hoa, new Write("Any news?", Channel.Web), me, stop: Stop),
                Stop
            );
            await desk.ActAsync(hoa, new Merge(main, "We work on it together."));
            var wrote = await write;

            var merged = (await desk.HistoryAsync(hoa)).Single(r => r.What is Merged).Version;
            var said = (await desk.HistoryAsync(hoa)).SingleOrDefault(r => r.What is CustomerWrote);
            var heard = (await desk.HistoryAsync(main)).Count(r => r.What is ReporterWrote);
            // Before the merge it is part of what was merged, after it it is heard; in between one is asked to send it again.
            Assert.Equal(wrote.Refusal is null, said is not null);
            Assert.True(wrote.Refusal is null || wrote.Refusal == Refusals.Changed);
            Assert.Equal(said?.Version > merged ? 1 : 0, heard);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_tickets_are_tied_merged_parted_and_written_on_nothing_is_lost_or_doubled(int seed)
    {
        var life = new MergedLife(app, desk, server, seed);
        await life.PlayAsync(60);
    }

    Task PayAsync() => desk.PayAsync();

    string[] To(string words) =>
        [
            .. server
                .Accepted.Where(m => Is(m, words))
                .Select(m => m.To.Mailboxes.Single().Address)
                .Order(StringComparer.Ordinal),
        ];

    static bool Is(MimeKit.MimeMessage mail, string words) => mail.TextBody!.Contains(words, StringComparison.Ordinal);
}
