using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>What the stories about merged and split tickets do again and again.</summary>
sealed class MergingDesk(DeskApp app, Actor an)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    int mails;

    public Actor An => an;

    public Signer Signer => app.Services.GetRequiredService<Signer>();

    public async Task<int> ReportAsync(string name)
    {
        var email = $"{name.ToLowerInvariant()}@customer.example";
        var person = await app.People.CustomerAsync(name, email, Language.En, Stop);
        var log = new Log("The video does not play", "", person.Id, Channel.Mail);
        return (await app.Desk.LogAsync(WorldRow.Live, log, an, stop: Stop)).Ticket;
    }

    public async Task ActAsync(int ticket, TicketAction action) => Assert.Null(await RefusedAsync(ticket, action));

    public async Task<Refusal?> RefusedAsync(int ticket, TicketAction action) =>
        (await app.Desk.ActAsync(ticket, action, an, stop: Stop)).Refusal;

    /// <summary>The id of the last mail somebody wrote.</summary>
    public string LastMail => $"m{mails}@customer.example";

    /// <summary>A mail to the ticket's own address, perhaps as an answer to another.</summary>
    public Task<Taken> MailAsync(int ticket, string name, string text, string? answers = null)
    {
        mails++;
        string[] lines =
        [
            $"From: {name} <{name.ToLowerInvariant()}@customer.example>",
            $"To: {Signer.ReplyAddress("support@desk.example", ticket)}",
            "Subject: Re: the same",
            $"Message-ID: <{LastMail}>",
            .. answers is null ? Array.Empty<string>() : [$"In-Reply-To: <{answers}>"],
            "",
            text,
            "",
        ];
        return app
            .Services.GetRequiredService<Inbox>()
            .IntakeAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), "support", Stop);
    }

    public async Task<IReadOnlyList<Recorded>> HistoryAsync(int ticket)
    {
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop)).ConvertAll(e => e.Read());
    }

    public async Task<Ticket> TicketAsync(int ticket) => Ticket.From(await HistoryAsync(ticket));

    /// <summary>Nothing stays owed.</summary>
    public async Task PayAsync()
    {
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
        await using var db = app.Database();
        Assert.False(await db.Outbox.AnyAsync(o => o.DoneAt == null && o.FailedAt == null, Stop));
    }
}
