using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Door;

/// <summary>A solution the customer says nothing about: reminded by mail, then closed as unconfirmed.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly FollowUp Polite = Shipped.Policy.Of(ClassOfService.Standard).FollowUp!;
    DeskApp app = null!;
    Actor an = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = (await app.PersonAsync(Role.Agent)).AsActor;
        ticket = await app.LoggedAsync();
        await app.Desk.ActAsync(ticket, new Reply("Looking into it."), an, stop: Stop);
        await app.Desk.ActAsync(ticket, new Diagnose("Locked out"), an, stop: Stop);
        await app.Desk.ActAsync(
            ticket,
            new Resolve(ResolutionKind.Fix, "Unlocked") { Cause = "Typos" },
            an,
            stop: Stop
        );
        await PayAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Watch Watch => app.Services.GetRequiredService<Watch>();

    [Fact]
    public async Task The_customer_is_reminded_in_their_language_and_can_confirm_from_the_mail()
    {
        await LaterAsync(Polite.Reminders[0]);

        var mail = app.Drawer.Mails.Last();
        Assert.Contains("chưa nhận được phản hồi", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(
            app.Services.GetRequiredService<Signer>().LinkFor(ticket, 2),
            mail.TextBody,
            StringComparison.Ordinal
        );
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task Silence_closes_the_ticket_as_unconfirmed_and_a_late_word_still_counts()
    {
        await SilenceAsync();

        var closed = await TicketAsync();
        Assert.True(closed.IsUnconfirmed);
        Assert.Equal(Step.FollowUp, Steps.Current(closed));
        Assert.DoesNotContain(closed.Noticed, n => n.Clock is ClockName.FollowUp);
        Assert.Equal(2, app.Drawer.Mails.Count(m => m.Headers.Contains(HeaderId.AutoSubmitted)));
        using var client = await Client.OfAsync(app, Role.Agent, "Binh");
        Assert.True((await client.GetAsync($"tickets/{ticket}"))["unconfirmed"].GetBoolean());

        var lan = Actor.Person(closed.Requester, Role.Customer);
        Assert.Null((await app.Desk.ActAsync(ticket, new Confirm("It works"), lan, stop: Stop)).Refusal);
        Assert.False((await TicketAsync()).IsUnconfirmed);
    }

    [Fact]
    public async Task Fifty_looks_at_once_remind_once()
    {
        app.Clock.Advance(Polite.Reminders[0] + TimeSpan.FromSeconds(1));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Watch.LookAsync(Stop)));

        Assert.Single((await TicketAsync()).Outgoing, m => m.IsReminder);
    }

    [Fact]
    public async Task Nobody_at_the_desk_can_remind_or_close_so()
    {
        app.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(Refusals.NotAllowed, (await app.Desk.ActAsync(ticket, new CheckClocks(), an, stop: Stop)).Refusal);
        Assert.Equal(Close.NotConfirmed, (await app.Desk.ActAsync(ticket, new Close(), an, stop: Stop)).Refusal);
    }

    async Task SilenceAsync()
    {
        foreach (var silence in (TimeSpan[])[.. Polite.Reminders, Polite.Close])
            await LaterAsync(silence);
    }

    async Task LaterAsync(TimeSpan silence)
    {
        app.Clock.Advance(silence + TimeSpan.FromSeconds(1));
        await Watch.LookAsync(Stop);
        await PayAsync();
    }

    Task<int> PayAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    async Task<Ticket> TicketAsync()
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }
}
