using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Tests.Door;

public sealed class DeskTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Forty_tickets_logged_at_once_get_the_numbers_one_to_forty()
    {
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi, Stop);

        await Parallel.ForAsync(
            0,
            40,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop },
            async (i, stop) =>
                await app.Desk.LogAsync(
                    WorldRow.Live,
                    new Log($"Ticket {i}", "", lan.Id, Channel.Web),
                    lan.AsActor,
                    stop: stop
                )
        );

        await using var db = app.Database();
        Assert.Equal(
            Enumerable.Range(1, 40),
            await db.Tickets.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(Stop)
        );
    }

    [Fact]
    public async Task Twenty_replies_at_once_all_arrive_once()
    {
        var ticket = await app.LoggedAsync();
        var an = (await app.PersonAsync(Role.Agent)).AsActor;

        await Parallel.ForAsync(
            0,
            20,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop },
            async (i, stop) => await app.Desk.ActAsync(ticket, new Reply($"reply {i}"), an, stop: stop)
        );

        await using var db = app.Database();
        Assert.Equal(20, await db.History.CountAsync(e => e.Kind == "replied", Stop));
        Assert.Equal(21, (await db.Tickets.SingleAsync(Stop)).Version);
    }

    [Fact]
    public async Task The_same_request_twice_is_done_once_and_answered_twice()
    {
        var ticket = await app.LoggedAsync();
        var an = (await app.PersonAsync(Role.Agent)).AsActor;

        var first = await app.Desk.ActAsync(ticket, new Note("Looks like SSO"), an, new Terms { Key = "k1" }, Stop);
        var second = await app.Desk.ActAsync(ticket, new Note("Looks like SSO"), an, new Terms { Key = "k1" }, Stop);
        var other = await app.Desk.ActAsync(ticket, new Note("Something else"), an, new Terms { Key = "k1" }, Stop);

        Assert.Equal(first.Version, second.Version);
        Assert.Equal(Refusals.KeyReused, other.Refusal);
        await using var db = app.Database();
        Assert.Equal(1, await db.History.CountAsync(e => e.Kind == "noted", Stop));
    }

    [Fact]
    public async Task A_link_is_written_at_both_ends_or_at_none()
    {
        var (one, two) = (await app.LoggedAsync(), await app.LoggedAsync("Also cannot log in"));
        var an = (await app.PersonAsync(Role.Agent)).AsActor;

        await app.Desk.ActAsync(two, new LinkTo(one, LinkKind.DuplicateOf), an, stop: Stop);
        var nowhere = await app.Desk.ActAsync(two, new LinkTo(999, LinkKind.Related), an, stop: Stop);

        Assert.Equal(Refusals.NoSuchTicket, nowhere.Refusal);
        var (first, second) = (await TicketAsync(one), await TicketAsync(two));
        Assert.Equal([new Link(two, LinkKind.HasDuplicate, Affected: 0) { Requester = second.Requester }], first.Links);
        Assert.Equal([new Link(one, LinkKind.DuplicateOf) { Requester = first.Requester }], second.Links);
    }

    [Fact]
    public async Task What_another_node_did_in_between_is_known_to_the_next_act_here()
    {
        var ticket = await app.LoggedAsync();
        var an = (await app.PersonAsync(Role.Agent)).AsActor;
        await using var other = await app.AnotherAsync();

        await app.Desk.ActAsync(ticket, new SetTags(["here"]), an, stop: Stop);
        await other.Desk.ActAsync(ticket, new SetTags(["there"]), an, stop: Stop);
        await app.Desk.ActAsync(ticket, new Note("read"), an, stop: Stop);
        var unheard = await app.Desk.ActAsync(ticket, new SetTags(["there"]), an, stop: Stop);

        Assert.Empty(unheard.Events);
        Assert.Equal(["there"], (await TicketAsync(ticket)).Tags);
    }

    [Fact]
    public async Task A_ticket_whose_act_was_undone_goes_on_from_before_it()
    {
        var ticket = await app.LoggedAsync();
        var an = (await app.PersonAsync(Role.Agent)).AsActor;
        await app.Desk.ActAsync(ticket, new SetTags(["before"]), an, stop: Stop);
        var failing = new Terms { Also = (_, _, _) => throw new InvalidOperationException("broken") };

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            app.Desk.ActAsync(ticket, new SetTags(["undone"]), an, failing, Stop)
        );
        var again = await app.Desk.ActAsync(ticket, new SetTags(["undone"]), an, stop: Stop);

        Assert.NotEmpty(again.Events);
        Assert.Equal(["undone"], (await TicketAsync(ticket)).Tags);
    }

    [Fact]
    public async Task A_strangers_ticket_does_not_exist()
    {
        var ticket = await app.LoggedAsync();
        var stranger = await app.People.CustomerAsync("Mai", "mai@customer.example", Language.Vi, Stop);

        var outcome = await app.Desk.ActAsync(
            ticket,
            new Write("Let me in", Channel.Web),
            stranger.AsActor,
            stop: Stop
        );

        Assert.Equal(Refusals.NoSuchTicket, outcome.Refusal);
    }

    [Fact]
    public async Task Acting_on_what_somebody_else_changed_is_refused()
    {
        var ticket = await app.LoggedAsync();
        var an = (await app.PersonAsync(Role.Agent)).AsActor;
        await app.Desk.ActAsync(ticket, new Note("first"), an, stop: Stop);

        var late = await app.Desk.ActAsync(ticket, new Note("second"), an, new Terms { IfVersion = 1 }, Stop);

        Assert.Equal(Refusals.Changed, late.Refusal);
    }

    [Fact]
    public async Task Nobody_can_change_or_remove_history_through_the_database()
    {
        await app.LoggedAsync();
        await using var db = app.Database();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            db.Database.ExecuteSqlAsync($"UPDATE history SET kind = 'noted'", Stop)
        );
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"DELETE FROM history", Stop));
    }

    async Task<Ticket> TicketAsync(int id)
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(id), Stop)).Select(e => e.Read()));
    }
}
