using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>An update to many reporters of one fault goes on wherever it was cut off: nobody twice, nobody left out.</summary>
public sealed class UmbrellaTests : IAsyncLifetime
{
    const int Reporters = 24;

    // As many as a node has in its hands at one time.
    const int InHand = 4;
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly UnreliableMail server = new();
    DeskApp app = null!;
    PersonRow an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(UseServer);
        an = await app.PersonAsync(Role.Agent);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Wherever_nodes_are_killed_each_reporter_is_told_once_and_none_is_left_out()
    {
        var main = await ReportedAsync();
        Assert.Null((await app.Desk.ActAsync(main, new Reply("We are on it."), an.AsActor, stop: Stop)).Refusal);

        var (deaths, inTheMiddle) = (0, 0);
        for (var alive = false; !alive; )
        {
            // Each lives a little longer than the one before it, and what it held comes free when its lease ends.
            alive = !await DiesAsync(atStep: 15 + 20 * deaths);
            deaths += alive ? 0 : 1;
            inTheMiddle += await DeliveredAsync() is > 0 and < Reporters + 1 ? 1 : 0;
            app.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.InRange(deaths, 4, 100);
        Assert.InRange(inTheMiddle, 3, 100);

        await using var db = app.Database();
        Assert.False(await db.Outbox.AnyAsync(o => o.DoneAt == null || o.FailedAt != null, Stop));
        // On each ticket it is said once, and once it arrived.
        foreach (var kind in (string[])["replied", "delivered"])
            Assert.Equal(
                (await db.Tickets.Select(t => t.Id).ToListAsync(Stop))
                    .Select(Streams.Ticket)
                    .Order(StringComparer.Ordinal),
                (await db.History.Where(e => e.Kind == kind).Select(e => e.Stream).ToListAsync(Stop)).Order(
                    StringComparer.Ordinal
                )
            );
        Assert.Equal(
            (await db.People.Where(p => p.Role == Role.Customer).Select(p => p.Email).ToListAsync(Stop)).Order(
                StringComparer.Ordinal
            ),
            server
                .Accepted.DistinctBy(m => m.MessageId)
                .Select(m => m.To.Mailboxes.Single().Address)
                .Order(StringComparer.Ordinal)
        );
        // On the wire a mail comes again only where its node died between the server's yes and writing that down.
        Assert.InRange(server.Accepted.Count - (Reporters + 1), 0, deaths * InHand);
    }

    [Fact]
    public async Task Several_nodes_at_once_tell_each_reporter_once()
    {
        var main = await ReportedAsync();
        await app.Desk.ActAsync(main, new Reply("We are on it."), an.AsActor, stop: Stop);
        await using var other = await app.AnotherAsync(UseServer);

        await Task.WhenAll(((DeskApp[])[app, other, app]).Select(node => Task.Run(() => PayAsync(node), Stop)));
        // What was written while the last of them looked away.
        await PayAsync(app);

        Assert.Equal(Reporters + 1, server.Accepted.Count);
        Assert.Equal(Reporters + 1, server.Accepted.DistinctBy(m => m.To.Mailboxes.Single().Address).Count());
        Assert.Equal(Reporters + 1, await DeliveredAsync());
    }

    void UseServer(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IMailOut>(server));

    static Task<int> PayAsync(DeskApp node) => node.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    async Task<int> DeliveredAsync()
    {
        await using var db = app.Database();
        return await db.History.CountAsync(e => e.Kind == "delivered", Stop);
    }

    // A node of its own pays until it dies at this step with the database; whether it did.
    async Task<bool> DiesAsync(int atStep)
    {
        var killer = new Killer();
        await using var node = await app.AnotherAsync(services =>
        {
            killer.Follow(services);
            UseServer(services);
        });
        killer.KillAt(atStep);
        try
        {
            await PayAsync(node);
        }
        catch (Exception death)
            when (killer.HasKilled
                && (death is IOException or DbException or DbUpdateException || death.InnerException is IOException)
            )
        {
            // It died of it.
        }
        finally
        {
            killer.Revive();
        }
        return killer.HasKilled;
    }

    async Task<int> ReportedAsync()
    {
        int? main = null;
        for (var i = 0; i <= Reporters; i++)
        {
            var (language, email) = (i % 2 == 0 ? Language.Vi : Language.En, $"reporter-{i}@customer.example");
            var reporter = await app.People.CustomerAsync($"Reporter {i}", email, language, Stop);
            var log = new Log("The video does not play", "", reporter.Id, Channel.Mail);
            var ticket = (await app.Desk.LogAsync(WorldRow.Live, log, an.AsActor, stop: Stop)).Ticket;
            if (main is { } first)
                await app.Desk.ActAsync(ticket, new LinkTo(first, LinkKind.DuplicateOf), an.AsActor, stop: Stop);
            main ??= ticket;
        }
        return main!.Value;
    }
}
