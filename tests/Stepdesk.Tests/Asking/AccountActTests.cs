using System.Net;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Lookups;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Asking;

/// <summary>Another system does something to an account: meant, approved, written down, and done once.</summary>
public sealed class AccountActTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_out_with_a_key_and_what_came_of_it_is_on_the_ticket()
    {
        await using var desk = await StartAsync(new StubServer().Says(202, "{}"));

        (await ActAsync(desk, "reset-link")).Is(HttpStatusCode.OK);

        var request = Assert.Single(desk.Server.Heard);
        Assert.StartsWith(
            "POST /accounts/lan%40customer.example/reset HTTP/1.1\r\n",
            request,
            StringComparison.Ordinal
        );
        Assert.Contains($"Authorization: {LookupDesk.Secret}\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("""{"account":"lan@customer.example"}""", request, StringComparison.Ordinal);
        Assert.Equal(64, KeyOf(request).Length);
        var (asked, ended) = await EndedAsync(desk);
        Assert.Equal(("base", "reset-link", "lan@customer.example"), (asked.System, asked.Name, asked.Query));
        Assert.Equal(AccountEnding.Done, ended?.Ending);
        Assert.False(Visibility.IsPublic(asked));
    }

    [Fact]
    public async Task Unless_it_is_confirmed_nothing_is_done()
    {
        await using var desk = await StartAsync(new StubServer().Says(200));

        (await ActAsync(desk, "reset-link", confirmed: false)).IsProblem(
            HttpStatusCode.Conflict,
            "account-act-not-confirmed"
        );
        (await ActAsync(desk, "reset-link", account: "Lan")).IsProblem(
            HttpStatusCode.BadRequest,
            "lookup-value-is-no-email"
        );
        (await ActAsync(desk, "delete")).IsProblem(HttpStatusCode.NotFound, "account-action-is-unknown");

        Assert.Empty(desk.Server.Heard);
        Assert.Empty(await HistoryAsync(desk));
    }

    [Fact]
    public async Task It_waits_for_an_approval_and_each_is_good_for_one()
    {
        await using var desk = await StartAsync(new StubServer().Says(400).Says(200));
        using var lead = await Client.OfAsync(desk.App, Role.Lead);
        (await ActAsync(desk, "reactivate")).IsProblem(HttpStatusCode.Conflict, "account-act-needs-approval");

        var asked = await AskApprovalAsync(desk, lead);
        (await ActAsync(desk, "reactivate")).IsProblem(HttpStatusCode.Conflict, "approval-is-awaited");
        (await lead.PostAsync($"tickets/{desk.Ticket}/grants", new { approval = asked })).Is(HttpStatusCode.OK);
        Assert.Empty(desk.Server.Heard);

        // What the system did not do leaves the approval unused.
        (await ActAsync(desk, "reactivate")).IsProblem(HttpStatusCode.Conflict, "account-act-was-not-done");
        (await ActAsync(desk, "reactivate")).Is(HttpStatusCode.OK);
        Assert.Equal(asked, (await EndedAsync(desk)).Asked.Approval);
        (await ActAsync(desk, "reactivate", account: "other@customer.example")).IsProblem(
            HttpStatusCode.Conflict,
            "account-act-needs-approval"
        );
        Assert.Equal(2, desk.Server.Heard.Count);
    }

    [Fact]
    public async Task After_a_no_it_is_not_done()
    {
        await using var desk = await StartAsync(new StubServer().Says(200));
        using var lead = await Client.OfAsync(desk.App, Role.Lead);
        var asked = await AskApprovalAsync(desk, lead);
        (await lead.PostAsync($"tickets/{desk.Ticket}/denials", new { approval = asked, reason = "She has left" })).Is(
            HttpStatusCode.OK
        );

        (await ActAsync(desk, "reactivate")).IsProblem(HttpStatusCode.Conflict, "approval-was-not-given");

        Assert.Empty(desk.Server.Heard);
    }

    [Fact]
    public async Task Where_nobody_knows_trying_again_goes_under_the_same_key()
    {
        await using var desk = await StartAsync(new StubServer().Hangs().Says(504).Says(200));
        (await ActAsync(desk, "reset-link")).IsProblem(HttpStatusCode.Conflict, "account-act-has-no-answer");
        (await ActAsync(desk, "reset-link")).IsProblem(HttpStatusCode.Conflict, "account-act-is-under-way");
        var act = (await TicketAsync(desk)).AccountActs[^1].Version;

        (await AgainAsync(desk, act)).IsProblem(HttpStatusCode.Conflict, "account-act-has-no-answer");
        (await AgainAsync(desk, act)).Is(HttpStatusCode.OK);
        // Known now: asked once more, nobody is asked.
        (await AgainAsync(desk, act)).Is(HttpStatusCode.OK);

        Assert.Equal(3, desk.Server.Heard.Count);
        Assert.Single(desk.Server.Heard.Select(KeyOf).Distinct());
        Assert.Equal(AccountEnding.Done, (await TicketAsync(desk)).AccountActs[^1].Ending);
        (await AgainAsync(desk, 1)).IsProblem(HttpStatusCode.NotFound, "account-act-is-unknown");
    }

    [Fact]
    public async Task Where_nobody_knows_only_the_same_account_waits_until_somebody_says_how_it_ended()
    {
        await using var desk = await StartAsync(new StubServer().Says(504).Says(200).Says(504).Says(200));
        (await ActAsync(desk, "reset-link")).IsProblem(HttpStatusCode.Conflict, "account-act-has-no-answer");
        (await ActAsync(desk, "reset-link", account: "LAN@customer.example")).IsProblem(
            HttpStatusCode.Conflict,
            "account-act-is-under-way"
        );

        (await ActAsync(desk, "reset-link", account: "mai@customer.example")).Is(HttpStatusCode.OK);

        var act = (await TicketAsync(desk)).AccountActs[0].Version;
        (await EndAsync(desk, act, done: false)).Is(HttpStatusCode.OK);
        Assert.Equal(AccountEnding.NotDone, (await TicketAsync(desk)).AccountActs[0].Ending);
        (await ActAsync(desk, "reset-link")).IsProblem(HttpStatusCode.Conflict, "account-act-has-no-answer");

        using var browser = new Surfer(desk.App);
        await browser.SignInAsync(desk.An.Email);
        var path = $"/tickets/{desk.Ticket}?do=account";
        act = (await TicketAsync(desk)).AccountActs[^1].Version;
        Assert.Contains(
            "lan@customer.example",
            (await browser.PageAsync(path)).QuerySelector(".held")!.TextContent,
            StringComparison.Ordinal
        );
        await browser.SubmitAsync(path, $"account-again-{act}", ("Form.Act", "account-done"));
        Assert.Contains(
            "An found that LMS accounts did it: Send a link",
            (await browser.PageAsync($"/tickets/{desk.Ticket}")).QuerySelector(".timeline")!.TextContent,
            StringComparison.Ordinal
        );
        // What was known is not said anew.
        (await EndAsync(desk, act, done: false)).Is(HttpStatusCode.OK);
        Assert.Equal(AccountEnding.Done, (await TicketAsync(desk)).AccountActs[^1].Ending);
        (await EndAsync(desk, 1, done: true)).IsProblem(HttpStatusCode.NotFound, "account-act-is-unknown");
        Assert.Equal(3, desk.Server.Heard.Count);
    }

    [Theory]
    [InlineData(400, "lookup-answer-is-unexpected")]
    [InlineData(401, "lookup-not-let-in")]
    [InlineData(404, "lookup-not-found")]
    [InlineData(429, "lookup-is-busy")]
    [InlineData(302, "lookup-was-led-away")]
    public async Task A_no_of_the_system_is_a_no_and_the_timeline_says_why(int status, string why)
    {
        await using var desk = await StartAsync(new StubServer().Says(status, "", "Location: https://evil.example/"));

        (await ActAsync(desk, "reset-link")).IsProblem(HttpStatusCode.Conflict, "account-act-was-not-done");

        var (_, ended) = await EndedAsync(desk);
        Assert.Equal((AccountEnding.NotDone, why), (ended!.Ending, ended.Why));
        Assert.Single(desk.Server.Heard);
    }

    [Fact]
    public async Task Sent_twice_or_two_at_once_by_one_key_it_is_one_act()
    {
        await using var desk = await StartAsync(new StubServer().Says(200));
        (string, string) key = ("Idempotency-Key", "k1");

        await Task.WhenAll(ActAsync(desk, "reset-link", headers: key), ActAsync(desk, "reset-link", headers: key));
        (await ActAsync(desk, "reset-link", headers: key)).Is(HttpStatusCode.OK);

        Assert.Single((await TicketAsync(desk)).AccountActs);
        Assert.Single(desk.Server.Heard.Select(KeyOf).Distinct());
    }

    [Fact]
    public async Task An_agent_does_it_on_the_page_and_reads_what_came_of_it()
    {
        await using var desk = await StartAsync(new StubServer().Hangs().Says(200));
        using var browser = new Surfer(desk.App);
        await browser.SignInAsync(desk.An.Email);
        var path = $"/tickets/{desk.Ticket}?do=account";

        var refused = await Surfer.ReadAsync(
            await browser.SubmitAsync(
                path,
                "account-base-reset-link",
                ("Form.Asked[account]", "lan@customer.example"),
                ("Form.Anyway", "true")
            )
        );
        Assert.Contains(
            "nobody knows",
            refused.QuerySelector(".lookup .refusal")!.TextContent,
            StringComparison.Ordinal
        );

        var act = (await TicketAsync(desk)).AccountActs[^1].Version;
        var again = await browser.SubmitAsync(path, $"account-again-{act}", ("Form.Act", "account-again"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var page = await browser.PageAsync($"/tickets/{desk.Ticket}");
        Assert.Contains(
            "LMS accounts did it: Send a link",
            page.QuerySelector(".timeline")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("sesame", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_work_on_the_ticket_does_nothing()
    {
        await using var desk = await StartAsync(new StubServer().Says(200));
        using var mentor = await Client.OfAsync(desk.App, Role.Mentor);
        var body = new
        {
            system = "base",
            action = "reset-link",
            values = new { account = "lan@customer.example" },
            confirmed = true,
        };

        (await mentor.PostAsync($"tickets/{desk.Ticket}/account-acts", body)).IsProblem(
            HttpStatusCode.Forbidden,
            "not-allowed"
        );
        (await mentor.PostAsync($"tickets/{desk.Ticket}/account-acts/1/attempts")).IsProblem(
            HttpStatusCode.Forbidden,
            "not-allowed"
        );

        Assert.Empty(desk.Server.Heard);
    }

    [Fact]
    public void An_action_stays_at_its_systems_machine()
    {
        var settings = new LookupOptions
        {
            Systems =
            [
                new()
                {
                    Name = "base",
                    Title = new() { Vi = "a", En = "a" },
                    Url = "https://base.school.example/x",
                    Fields =
                    [
                        new()
                        {
                            Path = "a",
                            Title = new() { Vi = "a", En = "a" },
                        },
                    ],
                    Actions =
                    [
                        new() { Name = "Reset", Url = "https://other.school.example/x" },
                        new() { Name = "reset", Url = "https://base.school.example/{account}" },
                    ],
                },
            ],
        };

        var said = Assert.Throws<InvalidOperationException>(() => settings.Checked()).Message;

        foreach (
            var part in (string[])
                [
                    "Actions:0:Name",
                    "Actions:0:Title",
                    "Actions:0:Parameters must say whose",
                    "Actions:0:Url must be at the same machine",
                    "Actions:1:Parameters must name each place",
                ]
        )
            Assert.Contains(part, said, StringComparison.Ordinal);
    }

    static Task<LookupDesk> StartAsync(StubServer server)
    {
        var account = new object[]
        {
            new
            {
                Name = "account",
                Title = new { Vi = "Địa chỉ email", En = "Mail address" },
                Kind = "email",
                Requester = true,
            },
        };
        var at = new Uri(server.Endpoint, "/accounts/").AbsoluteUri;
        return LookupDesk.StartAsync(
            server,
            (
                "Actions",
                new object[]
                {
                    new
                    {
                        Name = "reset-link",
                        Title = new { Vi = "Gửi liên kết đặt lại mật khẩu", En = "Send a link" },
                        Url = at + "{account}/reset",
                        Parameters = account,
                    },
                    new
                    {
                        Name = "reactivate",
                        Title = new { Vi = "Kích hoạt lại", En = "Re-activate" },
                        Url = at + "{account}/activation",
                        Parameters = account,
                        Approval = true,
                    },
                }
            )
        );
    }

    static Task<Answer> ActAsync(
        LookupDesk desk,
        string action,
        string account = "lan@customer.example",
        bool confirmed = true,
        params (string, string)[] headers
    ) =>
        desk.Agent.PostAsync(
            $"tickets/{desk.Ticket}/account-acts",
            new
            {
                system = "base",
                action,
                values = new { account },
                confirmed,
            },
            headers
        );

    static Task<Answer> AgainAsync(LookupDesk desk, int act) =>
        desk.Agent.PostAsync($"tickets/{desk.Ticket}/account-acts/{act}/attempts");

    static Task<Answer> EndAsync(LookupDesk desk, int act, bool done) =>
        desk.Agent.PostAsync($"tickets/{desk.Ticket}/account-acts/{act}/ending", new { done });

    static async Task<int> AskApprovalAsync(LookupDesk desk, Client lead)
    {
        (
            await desk.Agent.PostAsync(
                $"tickets/{desk.Ticket}/approvals",
                new
                {
                    purpose = "account_reactivation",
                    people = new[] { lead.Me.PersonId },
                    fields = new[] { "The account of the report" },
                    why = "She has a class today",
                    until = desk.App.Clock.GetUtcNow().AddHours(2),
                }
            )
        ).Is(HttpStatusCode.OK);
        return (await TicketAsync(desk)).Approvals[^1].Version;
    }

    static string KeyOf(string request)
    {
        var at = request.IndexOf("Idempotency-Key: ", StringComparison.Ordinal) + 17;
        return request[at..request.IndexOf("\r\n", at, StringComparison.Ordinal)];
    }

    static async Task<(AccountActAsked Asked, AccountActEnded? Ended)> EndedAsync(LookupDesk desk)
    {
        var history = await HistoryAsync(desk);
        return (history.OfType<AccountActAsked>().Last(), history.OfType<AccountActEnded>().LastOrDefault());
    }

    static async Task<IReadOnlyList<Core.History.Event>> HistoryAsync(LookupDesk desk)
    {
        await using var db = desk.App.Database();
        return
        [
            .. (await db.StreamAsync(Streams.Ticket(desk.Ticket), Stop))
                .Select(r => r.Read().What)
                .Where(e => e is AccountActAsked or AccountActEnded),
        ];
    }

    static async Task<Ticket> TicketAsync(LookupDesk desk)
    {
        await using var db = desk.App.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(desk.Ticket), Stop)).Select(r => r.Read()));
    }
}
