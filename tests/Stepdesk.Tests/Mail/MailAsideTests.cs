using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>No mail vanishes: what a list or a machine sent is a ticket, and what became none stands where somebody looks.</summary>
public sealed class MailAsideTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    MailAside Aside => app.Services.GetRequiredService<MailAside>();

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("List-Id: <staff.customer.example>")]
    [InlineData("Precedence: list")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Auto-Submitted: auto-generated")]
    public async Task A_mail_through_a_list_or_from_a_machine_is_a_ticket_that_says_so_and_is_not_answered(
        string header
    )
    {
        var taken = await ArriveAsync(
            $"From: Lan <lan@customer.example>\nSubject: Nobody can log in\n{header}\n\nSince 8"
        );
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

        await using var db = app.Database();
        var ticket = Ticket.From(
            (await db.StreamAsync(Streams.Ticket(taken.Ticket!.Value), Stop)).Select(e => e.Read())
        );
        Assert.Equal("Nobody can log in", ticket.Title);
        Assert.Equal([Reception.AutomaticTag], ticket.Tags);
        Assert.Empty(app.Drawer.Mails);
    }

    [Fact]
    public async Task A_mail_in_quarantine_is_announced_shown_and_handed_out_as_it_came()
    {
        var taken = await ArriveAsync("Subject: =?utf-8?Q?M=C3=A1y_in_h=E1=BB=8Fng?=\n\nNobody says who wrote this");
        Assert.Equal((MailState.Quarantined, null), (taken.State, taken.Ticket));
        using var boss = new Surfer(app);
        await boss.SignInAsync("an@desk.example");

        Assert.Contains(
            "Mails in quarantine, which became no ticket: 1.",
            (await boss.PageAsync("/")).Body!.TextContent
        );
        var page = await boss.PageAsync("/admin/mail");
        var shown = page.QuerySelector(".tokens li")!.TextContent;
        Assert.Contains("Máy in hỏng", shown, StringComparison.Ordinal);
        Assert.Contains("The mail names no sender.", shown, StringComparison.Ordinal);
        var original = await boss.GetAsync(boss.LinkIn(page, page.QuerySelector(".tokens a")!.GetAttribute("href")!));
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains(
            "Nobody says who wrote this",
            await original.Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("support@desk.example")]
    [InlineData("Support+news@DESK.example")]
    public async Task A_mail_from_the_desks_own_address_makes_no_ticket_whose_answers_come_back(string from)
    {
        var taken = await ArriveAsync($"From: {from}\nReply-To: {from}\nSubject: Hello\n\nFrom a shared mailbox");

        Assert.Equal((MailState.Quarantined, null), (taken.State, taken.Ticket));
        using var boss = new Surfer(app);
        await boss.SignInAsync("an@desk.example");
        Assert.Contains(
            "the desk's own address as its sender's",
            (await boss.PageAsync("/admin/mail")).QuerySelector(".tokens li")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("From: School <support@desk.example>\nReply-To: Lan <lan@customer.example>")]
    [InlineData("From: support@desk.example\nReply-To: support@desk.example, Lan <lan@customer.example>")]
    [InlineData("From: support@desk.example, Lan <lan@customer.example>")]
    public async Task A_form_that_writes_from_the_desks_own_address_is_the_ticket_of_who_filled_it_in(string who)
    {
        var taken = await ArriveAsync($"{who}\nSubject: Form\n\nHelp");

        await using var db = app.Database();
        var requester = await db.Tickets.Where(t => t.Id == taken.Ticket).Select(t => t.Requester).SingleAsync(Stop);
        Assert.Equal("lan@customer.example", (await db.People.SingleAsync(p => p.Id == requester, Stop)).EmailKey);
    }

    [Fact]
    public async Task A_mail_from_the_desks_own_address_to_a_ticket_is_kept_there_and_moves_nothing()
    {
        var ticket = (await ArriveAsync("From: lan@customer.example\nSubject: Help\n\nPlease")).Ticket!.Value;
        var address = app.Services.GetRequiredService<Signer>().ReplyAddress("support@desk.example", ticket);

        var taken = await ArriveAsync($"From: support@desk.example\nTo: {address}\nSubject: Re: Help\n\nI called her");

        Assert.Equal((MailState.Handled, ticket), (taken.State, taken.Ticket));
        await using var db = app.Database();
        var last = (await db.StreamAsync(Streams.Ticket(ticket), Stop))[^1].Read().What;
        Assert.Equal("I called her", Assert.IsType<AutomaticReceived>(last).Text);
    }

    [Fact]
    public async Task A_mail_that_can_be_handled_after_all_is_tried_again_and_opens_as_a_ticket()
    {
        var taken = await ArriveAsync("From: lan@customer.example\nSubject: Help\n\nPlease");
        await using var db = app.Database();
        var mail = await app
            .Services.GetRequiredService<Inbox>()
            .StoreAsync(Raw("From: mai@customer.example\n\nHi"), "s@desk.example", stop: Stop);
        await db
            .Mails.Where(m => m.Id == mail)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(r => r.State, MailState.Quarantined)
                        .SetProperty(r => r.Error, "IOException")
                        .SetProperty(r => r.Attempts, 3),
                Stop
            );
        using var boss = new Surfer(app);
        await boss.SignInAsync("an@desk.example");

        var answer = await boss.SubmitAsync("/admin/mail", "retry", ("Form.Mail", $"{mail}"));

        Assert.Equal($"/tickets/{taken.Ticket + 1}", answer.Headers.Location?.AbsolutePath);
        Assert.Empty(await Aside.ListAsync(Stop));
        Assert.Null(await Aside.RetryAsync(mail, Stop));
        Assert.Null(await Aside.RetryAsync(999, Stop));
    }

    [Fact]
    public async Task Only_leads_and_administrators_look_at_such_mails_and_at_no_others()
    {
        var taken = await ArriveAsync("From: lan@customer.example\n\nMine");
        var aside = await ArriveAsync("Subject: x\n\ny");
        await app.PersonAsync(Role.Agent, "Binh");
        using var agent = new Surfer(app);
        await agent.SignInAsync("binh@desk.example");
        using var boss = new Surfer(app);
        await boss.SignInAsync("an@desk.example");

        Assert.Equal("/problem/403", (await agent.GetAsync("/admin/mail")).Headers.Location?.AbsolutePath);
        Assert.Equal(
            "/problem/403",
            (await agent.GetAsync($"/admin/mail/{aside.Mail}")).Headers.Location?.AbsolutePath
        );
        Assert.DoesNotContain("quarantine", (await agent.PageAsync("/")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await boss.GetAsync($"/admin/mail/{taken.Mail}")).StatusCode);
    }

    Task<Taken> ArriveAsync(string mail) =>
        app.Services.GetRequiredService<Inbox>().IntakeAsync(Raw(mail), "support@desk.example", Stop);

    static byte[] Raw(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));
}
