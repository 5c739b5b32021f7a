using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Tests.Tickets;

namespace Stepdesk.Tests.Door;

/// <summary>Finding what is due must cost the same however many tickets are not, so the database reads a range of an index.</summary>
public sealed class DuePlanTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_due_is_read_from_a_range_of_an_index()
    {
        await using var db = app.Database();
        await ManyTickets.LoadAsync(db, 0, 10_000);
        // The thousand open tickets are looked at one after another in the order they came.
        await db
            .Tickets.Where(t => t.IsOpen)
            .ExecuteUpdateAsync(t => t.SetProperty(r => r.NextCheckAt, r => r.NextDueAt), Stop);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync("ANALYZE", Stop);
        var early = await db
            .Tickets.OrderBy(t => t.NextDueAt == null)
            .ThenBy(t => t.NextDueAt)
            .Skip(20)
            .FirstAsync(Stop);

        var due = Watch.DueBy(db, WorldRow.Live, early.NextDueAt!.Value, DateTimeOffset.MinValue, 0);

        Assert.Equal(20, await due.CountAsync(Stop));
        var plan = await ManyTickets.PlanAsync(db, due);
        Assert.Contains("ix_tickets_world_next_check_at", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN t\n", plan + "\n", StringComparison.Ordinal);
    }
}
