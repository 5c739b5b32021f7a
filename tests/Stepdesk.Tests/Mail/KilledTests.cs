using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>The desk is killed at its first, second, third… step with the database, and started again.</summary>
public sealed class KilledTests : IAsyncLifetime
{
    const string Support = "support@desk.example";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Killer killer = new();
    readonly UnreliableMail server = new();
    DeskApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await DeskApp.StartAsync(services =>
        {
            killer.Follow(services);
            services.Replace(ServiceDescriptor.Singleton<IMailOut>(server));
        });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Inbox Inbox => app.Services.GetRequiredService<Inbox>();
    PayOutbox Post => app.Services.GetRequiredService<PayOutbox>();

    [Fact]
    public async Task Wherever_it_is_killed_a_mail_becomes_one_ticket_with_its_file()
    {
        var steps = await EveryStepAsync(async step =>
        {
            var mail = Mail(step);
            await KilledAsync(step, () => Inbox.IntakeAsync(mail, Support, Stop));
            // The server still has the mail unless it was stored, so it comes again.
            await Inbox.StoreAsync(mail, Support, stop: Stop);
            await Inbox.HandleStoredAsync(Stop);
        });

        await using var db = app.Database();
        Assert.InRange(steps, 15, 100);
        Assert.Equal(steps, await db.Tickets.CountAsync(Stop));
        Assert.Equal(steps, await db.History.CountAsync(e => e.Kind == "logged", Stop));
        Assert.Equal(steps, await db.Mails.CountAsync(m => m.State == MailState.Handled && m.Ticket != null, Stop));
        Assert.Equal(steps, await db.Blobs.CountAsync(Stop));
    }

    [Fact]
    public async Task Wherever_it_is_killed_a_reply_is_delivered_once_in_history_and_under_one_id_on_the_wire()
    {
        var an = (await app.PersonAsync(Role.Agent)).AsActor;

        var steps = await EveryStepAsync(async step =>
        {
            var ticket = await app.LoggedAsync($"Ticket {step}");
            await app.Desk.ActAsync(ticket, new Reply("Hello"), an, stop: Stop);
            await KilledAsync(step, () => Post.PayAsync(Stop));
            app.Clock.Advance(TimeSpan.FromMinutes(10));
            await Post.PayAsync(Stop);
        });

        await using var db = app.Database();
        Assert.InRange(steps, 10, 100);
        Assert.Equal(steps, await db.History.CountAsync(e => e.Kind == "delivered", Stop));
        Assert.Equal(steps, await db.Outbox.CountAsync(o => o.DoneAt != null, Stop));
        Assert.Equal(steps, server.Accepted.Select(m => m.MessageId).Distinct().Count());
        // Only a death between the server's yes and writing it down repeats a mail, and then once.
        Assert.All(server.Accepted.GroupBy(m => m.MessageId), same => Assert.InRange(same.Count(), 1, 2));
    }

    // Until a step is chosen that is never reached; how many runs there were.
    async Task<int> EveryStepAsync(Func<int, Task> run)
    {
        for (var step = 1; ; step++)
        {
            await run(step);
            if (!killer.HasKilled)
                return step;
        }
    }

    async Task KilledAsync(int step, Func<Task> work)
    {
        killer.KillAt(step);
        try
        {
            await work();
        }
        catch (Exception death) when (killer.HasKilled && (death.InnerException ?? death) is IOException)
        {
            // It died of it.
        }
        finally
        {
            killer.Revive();
        }
    }

    static byte[] Mail(int number) =>
        Encoding.UTF8.GetBytes(
            $"""
            From: Lan {number} <lan{number}@customer.example>
            To: {Support}
            Subject: Ticket {number}
            Message-ID: <{number}@customer.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            It smokes
            --b
            Content-Type: application/octet-stream; name=log
            Content-Disposition: attachment; filename=log

            file {number}
            --b--
            """.ReplaceLineEndings("\r\n")
        );
}
