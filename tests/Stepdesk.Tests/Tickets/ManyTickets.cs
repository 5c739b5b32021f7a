using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Tickets;

/// <summary>A desk of any size in moments, for what can only be seen on a big one: rows without a history.</summary>
static class ManyTickets
{
    /// <summary>The agent of a team whose lists are looked at.</summary>
    public static readonly Actor Reader = Actor.Person(1, Role.Agent);

    /// <summary>The team and its agent, once.</summary>
    public static async Task HireAsync(Db db)
    {
        db.Teams.Add(
            new()
            {
                Id = 1,
                World = WorldRow.Live,
                Name = "One",
            }
        );
        db.People.Add(
            new()
            {
                Id = 1,
                World = WorldRow.Live,
                Name = "An",
                Email = "an@desk.example",
                EmailKey = "an@desk.example",
                Role = Role.Agent,
                Language = Language.Vi,
                Team = 1,
            }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>
    /// Adds the tickets after <paramref name="from"/> up to <paramref name="to"/>. One in ten is open, one in forty of
    /// those nobody's, one in thirty-three waits for its customer.
    /// </summary>
    public static async Task LoadAsync(Db db, int from, int to)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var isPostgres = db.Database.IsNpgsql();
        string At(string seconds) =>
            isPostgres ? $"to_timestamp(1700000000 + {seconds})" : $"(1700000000 + {seconds}) * 1000000";
        var (yes, no) = isPostgres ? ("true", "false") : ("1", "0");
        var numbers = isPostgres
            ? string.Create(CultureInfo.InvariantCulture, $"SELECT i FROM generate_series({from + 1}, {to}) AS s(i)")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"WITH RECURSIVE s(i) AS (SELECT {from + 1} UNION ALL SELECT i + 1 FROM s WHERE i < {to}) SELECT i FROM s"
            );
        var load = $"""
            INSERT INTO tickets (id, world, number, version, title, requester, channel, class, priority, step, is_open,
              is_waiting_for_customer, category, team, owner, reported_at, logged_at, closed_at, sort_at, next_due_at, search)
            SELECT i, 1, i, 10, 'Không đăng nhập được LMS trước giờ dạy', 100 + i % 5000, 0, 1, 2, 3,
              CASE WHEN i % 10 = 0 THEN {yes} ELSE {no} END,
              CASE WHEN i % 330 = 0 THEN {yes} ELSE {no} END,
              'account', 1 + (i / 10) % 4, CASE WHEN i % 400 = 0 THEN NULL ELSE 1 + (i / 10) % 20 END,
              {At("i * 10")}, {At("i * 10")}, CASE WHEN i % 10 = 0 THEN NULL ELSE {At("i * 10 + 5000")} END,
              {At("i * 10 + 1800")}, CASE WHEN i % 10 = 0 THEN {At("i * 10 + 1800")} ELSE NULL END,
              i || ' khong dang nhap duoc lms truoc gio day'
            FROM ({numbers}) AS n
            """;
        await db.Database.ExecuteSqlRawAsync(load);
        // PostgreSQL counts its rows by itself, only later. SQLite never does on a desk, so it must choose well without.
        if (isPostgres)
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>How the database will answer a query, in its own words.</summary>
    public static async Task<string> PlanAsync(Db db, IQueryable<TicketRow> query)
    {
        var isPostgres = db.Database.IsNpgsql();
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = (isPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(isPostgres ? 0 : 3));
        await db.Database.CloseConnectionAsync();
        return string.Join('\n', lines);
    }

    /// <summary>Whether a plan sorts, or reads tickets from the first to the last, instead of following an index.</summary>
    public static bool IsSlow(string plan) =>
        plan.Contains("Sort Key", StringComparison.Ordinal)
        || plan.Contains("TEMP B-TREE", StringComparison.Ordinal)
        || plan.Contains("Seq Scan on tickets", StringComparison.Ordinal)
        || plan.Split('\n').Contains("SCAN t", StringComparer.Ordinal);
}
