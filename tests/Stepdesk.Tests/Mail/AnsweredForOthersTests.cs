using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>
/// What specialists, stakeholders and approvers are written goes around among their colleagues, and whoever answers it from
/// another address answers for them: it is never shown to the requester.
/// </summary>
public sealed class AnsweredForOthersTests : IAsyncLifetime
{
    const string Dev = "dev@lms.example";
    const string Jane = "jane@lms.example";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;
    Client agent = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
        agent = await Client.OfAsync(app, an);
        ticket = await app.LoggedAsync("Cannot log in");
        var classify = new Classify(ClassOfService.Priority, "A whole class") { Affected = new(7) };
        Assert.Null((await app.Desk.ActAsync(ticket, classify, an.AsActor, stop: Stop)).Refusal);
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_colleague_of_a_specialist_answers_the_escalation_and_the_requester_reads_nothing_of_it()
    {
        await AskAsync("escalations", Escalation(Dev));

        await AnswerAsync(Jane, To(Dev), "Internal: do not tell the customer.");

        var wrote = Assert.IsType<PartyWrote>((await HistoryAsync())[^1]);
        Assert.Equal(Jane, wrote.From);
        Assert.False(Assert.Single((await TicketAsync()).Escalations).IsOpen);
        await OnlyColleaguesReadAsync("do not tell the customer", "jane@lms.example for dev");
    }

    [Theory]
    [InlineData("escalations", Dev)]
    [InlineData("approvals", "mai@campus.example")]
    public async Task Who_writes_anew_to_the_address_a_colleague_was_given_is_not_read_by_the_requester(
        string change,
        string asked
    )
    {
        await AskAsync(change, change is "approvals" ? Approval : Escalation(asked));

        await WriteAsync(Jane, To(asked).ReplyTo.Mailboxes.Single().Address, "Internal: do not tell the customer.");

        var what = (await HistoryAsync())[^1];
        Assert.Equal(Jane, (what as PartyWrote)?.From ?? (what as ApproverWrote)?.From);
        await OnlyColleaguesReadAsync("do not tell the customer", "jane@lms.example for");
    }

    [Fact]
    public async Task Who_is_no_longer_involved_is_no_customer_either()
    {
        await AskAsync("escalations", Escalation(Dev));
        var dev = Assert.Single((await TicketAsync()).Parties).Person;
        await app.Desk.ActAsync(ticket, new Release(dev), an.AsActor, stop: Stop);

        await AnswerAsync(Dev, To(Dev), "Internal: the password rotation.");

        Assert.IsType<PartyWrote>((await HistoryAsync())[^1]);
        await OnlyColleaguesReadAsync("the password rotation", "dev");
    }

    [Fact]
    public async Task A_deputy_of_an_approver_is_kept_for_colleagues_and_decides_nothing()
    {
        await AskAsync("approvals", Approval);

        await AnswerAsync("deputy@campus.example", To("mai@campus.example"), "Fine, but not the phones.");

        var wrote = Assert.IsType<ApproverWrote>((await HistoryAsync())[^1]);
        Assert.Equal("deputy@campus.example", wrote.From);
        Assert.False(Assert.Single((await TicketAsync()).Approvals).IsGranted);
        await OnlyColleaguesReadAsync("not the phones", "deputy@campus.example for");
    }

    [Theory]
    [InlineData("support@desk.example")]
    [InlineData(" Support@Desk.Example ")]
    [InlineData("support+t1.zzzz@desk.example")]
    public async Task Nobody_reads_what_is_asked_at_an_address_of_the_desk_itself(string address)
    {
        (await agent.PostAsync($"tickets/{ticket}/escalations", Escalation(address))).IsProblem(
            HttpStatusCode.Conflict,
            "address-is-the-desks-own"
        );
        (
            await agent.PostAsync(
                $"tickets/{ticket}/approvals",
                new { purpose = "other", emails = (string[])[address] }
            )
        ).IsProblem(HttpStatusCode.Conflict, "address-is-the-desks-own");
        (await agent.PostAsync($"tickets/{ticket}/people", new { email = address, @as = "stakeholders" })).IsProblem(
            HttpStatusCode.Conflict,
            "address-is-the-desks-own"
        );
        await using var db = app.Database();
        Assert.False(await db.People.AnyAsync(p => p.EmailKey.StartsWith("support"), Stop));
    }

    static object Approval =>
        new
        {
            purpose = "data_release",
            emails = (string[])["mai@campus.example"],
            fields = (string[])["course"],
            why = "The director presents it",
            until = "2026-03-02T12:00:00+07:00",
        };

    static object Escalation(string email) =>
        new
        {
            why = "business_impact",
            to = "development",
            email,
            summary = "Submissions fail",
            since = "2026-03-02T08:30:00+07:00",
            tried = "Other classes",
            pins = new[] { new { version = 1 } },
            impact = "53 exams",
            ask = "Roll back",
            nextUpdateAt = "2026-03-02T10:00:00+07:00",
        };

    async Task AskAsync(string change, object body)
    {
        (await agent.PostAsync($"tickets/{ticket}/{change}", body)).Is(HttpStatusCode.OK);
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
    }

    MimeMessage To(string email) => app.Drawer.Mails.Last(m => m.To.Mailboxes.Single().Address == email);

    Task AnswerAsync(string from, MimeMessage answered, string text) =>
        WriteAsync(from, answered.ReplyTo.Mailboxes.Single().Address, text, $"In-Reply-To: <{answered.MessageId}>");

    async Task WriteAsync(string from, string to, string text, string header = "X-Mailer: Test")
    {
        var raw = $"""
            From: {from}
            To: {to}
            Subject: Re: help
            Message-ID: <{Guid.NewGuid():n}@elsewhere.example>
            {header}

            {text}
            """.ReplaceLineEndings("\r\n");
        (await agent.MailAsync(raw)).Is(HttpStatusCode.Created);
    }

    async Task OnlyColleaguesReadAsync(string words, string writer)
    {
        var lan = (await TicketAsync()).Requester;
        using var surfer = new Surfer(app);
        var link = app.Services.GetRequiredService<Signer>().LinkFor(ticket, lan);
        Assert.DoesNotContain(words, (await surfer.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        await surfer.SignInAsync(an.Email);
        var read = (await surfer.PageAsync($"/tickets/{ticket}?all=true")).Body!.TextContent;
        Assert.Contains(words, read, StringComparison.Ordinal);
        Assert.Contains(writer, read, StringComparison.OrdinalIgnoreCase);
    }

    async Task<List<Core.History.Event>> HistoryAsync()
    {
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop)).ConvertAll(e => e.Read().What);
    }

    async Task<Ticket> TicketAsync()
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }
}
