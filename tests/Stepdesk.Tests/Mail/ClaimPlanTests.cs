using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>
/// Taking four of thousands that are owed must cost the same as taking four of ten, whether or not the database has counted
/// its rows since: else an update to many takes longer for each of them.
/// </summary>
public sealed class ClaimPlanTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Some_of_many_are_taken_in_the_order_of_an_index(bool isCounted)
    {
        await using var db = app.Database();
        // One answer carried to many tickets, a mail on each of others, and a broadcast to as many.
        db.Outbox.AddRange(Enumerable.Range(2, 2_000).Select(n => Owed(1, 7, OutboxRow.CarryTo(n))));
        db.Outbox.AddRange(Enumerable.Range(2, 2_000).Select(n => Owed(n, 3, OutboxRow.Mail)));
        db.Outbox.AddRange(Enumerable.Range(2, 2_000).Select(n => Owed(0, 1, OutboxRow.BroadcastTo(1, n))));
        await db.SaveChangesAsync(Stop);
        if (isCounted)
            await db.Database.ExecuteSqlRawAsync("ANALYZE", Stop);

        var plan = await PlanAsync(db, Claims.Next(db, WorldRow.Live, Now.AddMinutes(1)).Take(4));

        Assert.Contains("ix_outbox_due_at_id", plan, StringComparison.Ordinal);
        Assert.Contains("ix_outbox_ticket_version", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort Key", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    static OutboxRow Owed(int ticket, int version, string effect) =>
        new()
        {
            World = WorldRow.Live,
            Ticket = ticket,
            Version = version,
            Effect = effect,
            DueAt = Now,
        };

    static async Task<string> PlanAsync(Db db, IQueryable<long> query)
    {
        var isPostgres = db.Database.IsNpgsql();
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = query.CreateDbCommand();
        command.CommandText = (isPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(Stop))
            while (await reader.ReadAsync(Stop))
                lines.Add(Convert.ToString(reader.GetValue(isPostgres ? 0 : 3), CultureInfo.InvariantCulture)!);
        await db.Database.CloseConnectionAsync();
        return string.Join('\n', lines);
    }
}
