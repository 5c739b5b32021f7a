using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Mail;

/// <summary>Mails to stakeholders and specialists: to each alone, without the requester's link, and what they answer.</summary>
public sealed class AudienceMailTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Client agent = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        agent = await Client.OfAsync(app, Role.Agent);
        ticket = await app.LoggedAsync();
        await DoAsync(
            "people",
            new
            {
                email = "ha@school.example",
                name = "Hà",
                @as = "stakeholders",
            }
        );
        await DoAsync("people", new { email = "minh@school.example", @as = "stakeholders" });
        await DoAsync(
            "people",
            new
            {
                email = "dev@lms.example",
                name = "Dev",
                @as = "specialists",
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_in_the_audience_gets_a_mail_of_their_own_and_nobody_gets_the_requesters_link()
    {
        await DoAsync("briefings", new { to = "stakeholders", text = "Three classes cannot submit." });
        await PayAsync();

        Assert.Equal(
            ["ha@school.example", "minh@school.example"],
            app.Drawer.Mails.Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal)
        );
        Assert.Equal(2, app.Drawer.Mails.Select(m => m.MessageId).Distinct().Count());
        Assert.All(app.Drawer.Mails, m => Assert.DoesNotContain("/t/", m.TextBody, StringComparison.Ordinal));
        var seen = await TicketAsync();
        Assert.Null(seen.AcknowledgedAt);
        Assert.All(Assert.Single(seen.Briefings).Receipts, r => Assert.NotNull(r.ArrivedAt));
    }

    [Fact]
    public async Task The_customer_learns_nothing_of_it()
    {
        await DoAsync("briefings", new { to = "specialists", text = "Stack trace inside." });
        using var lan = await Client.OfAsync(app, await RequesterAsync());

        var messages = (await lan.GetAsync($"tickets/{ticket}/messages"))["items"].EnumerateArray().ToList();
        Assert.Single(messages);
        var seen = await lan.GetAsync($"tickets/{ticket}");
        Assert.Equal(0, seen["people"].GetArrayLength());
        Assert.DoesNotContain(
            seen["clocks"].EnumerateArray(),
            c => c.GetProperty("name").GetString() is "alert" or "stakeholder_update"
        );
    }

    [Fact]
    public async Task An_answer_lands_on_the_ticket_as_theirs_and_ends_no_wait()
    {
        await DoAsync("briefings", new { to = "specialists", text = "Can you look?" });
        await DoAsync("waiting", new { on = "customer", reason = "A screenshot" });
        await PayAsync();
        var mail = app.Drawer.Mails.Single();

        await ReceiveAsync("dev@lms.example", mail.ReplyTo.Mailboxes.Single().Address, mail.MessageId!, "Fixed in 4.2");

        var seen = await TicketAsync();
        Assert.NotNull(seen.Waiting);
        var answer = (await agent.GetAsync($"tickets/{ticket}/messages"))["items"].EnumerateArray().Last();
        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Equal("Dev", answer.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("Fixed in 4.2", answer.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_bounce_names_whom_it_did_not_reach()
    {
        await DoAsync("briefings", new { to = "stakeholders", text = "Soon." });
        await PayAsync();
        var sent = app.Drawer.Mails.First(m => m.To.Mailboxes.Single().Address == "ha@school.example");

        var outcome = await app.Desk.ActAsync(
            ticket,
            new RecordBounce((await TicketAsync()).Briefings[0].Version, "5.1.1")
            {
                Reader = app.Services.GetRequiredService<Signer>().ReadMessageId(sent.MessageId!)!.Reader,
            },
            Actor.System("mail"),
            stop: Stop
        );

        Assert.Null(outcome.Refusal);
        Assert.Equal([true, false], (await TicketAsync()).Briefings[0].Receipts.Select(r => r.HasBounced));
    }

    [Fact]
    public async Task Who_cannot_be_written_to_is_refused_and_nobody_is_made_known()
    {
        (await agent.PostAsync($"tickets/{ticket}/people", new { email = "nobody", @as = "stakeholders" })).IsProblem(
            HttpStatusCode.Conflict,
            "email-is-invalid"
        );
        using var lan = await Client.OfAsync(app, await RequesterAsync());
        (
            await lan.PostAsync($"tickets/{ticket}/people", new { email = "new@school.example", @as = "stakeholders" })
        ).IsProblem(HttpStatusCode.Forbidden, "not-allowed");
        await using var db = app.Database();
        Assert.False(await db.People.AnyAsync(p => p.EmailKey == "new@school.example", Stop));
    }

    [Fact]
    public async Task An_emergency_promises_specialists_and_stakeholders_their_own_times()
    {
        await DoAsync("classification", new { @class = "expedite", justification = "53 users" });

        var clocks = (await agent.GetAsync($"tickets/{ticket}"))["clocks"].EnumerateArray().ToList();
        Assert.Equal(app.Clock.GetUtcNow().AddMinutes(5), DueOf("alert"));
        Assert.Equal(app.Clock.GetUtcNow().AddMinutes(15), DueOf("stakeholder_update"));

        DateTimeOffset DueOf(string name) =>
            clocks.Single(c => c.GetProperty("name").GetString() == name).GetProperty("dueAt").GetDateTimeOffset();
    }

    async Task DoAsync(string noun, object body) =>
        (await agent.PostAsync($"tickets/{ticket}/{noun}", body)).Is(HttpStatusCode.OK);

    Task<int> PayAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    async Task ReceiveAsync(string from, string to, string inReplyTo, string text)
    {
        var raw =
            $"From: Dev <{from}>\r\nTo: {to}\r\nSubject: Re\r\nIn-Reply-To: <{inReplyTo}>\r\nMessage-ID: <1@lms.example>\r\n\r\n{text}\r\n";
        var taken = await app
            .Services.GetRequiredService<Inbox>()
            .IntakeAsync(Encoding.UTF8.GetBytes(raw), "support", Stop);
        Assert.Equal((MailState.Handled, ticket), (taken.State, taken.Ticket));
    }

    async Task<PersonRow> RequesterAsync()
    {
        await using var db = app.Database();
        return await db.People.SingleAsync(p => p.EmailKey == "lan@customer.example", Stop);
    }

    async Task<Ticket> TicketAsync()
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }
}
