using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Bench;

/// <summary>
/// Fifty tickets of every shipped list, from the first page and from its middle, out of ten thousand to a million: each
/// must be read off an index, so that the size of the desk does not matter.
/// </summary>
static class Lists
{
    static readonly int[] Sizes = [10_000, 100_000, 1_000_000];
    const int Rounds = 21;
    const int PageSize = 50;

    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var services = await place.DeskAsync();
        await using var db = await services.DbAsync();
        await PeopleAsync(db);
        var world = services.GetRequiredService<Worlds>().Live;
        var filled = 0;
        foreach (var size in Sizes)
        {
            await LoadAsync(place, db, filled, size);
            filled = size;
            foreach (var view in Views.All)
            {
                var list = Views.Query(db, world, view, Actor.Person(1, Role.Agent)).AsNoTracking();
                var middle = await MiddleAsync(list);
                var first = list.Take(PageSize + 1);
                var deep = middle is null
                    ? first
                    : view.Order.After(list, view.Order.PlaceOf(middle)).Take(PageSize + 1);
                var plan = await PlanAsync(place, db, deep);
                report.Row(
                    ("Database", place.Name),
                    ("Tickets", size),
                    ("List", view.Name),
                    ("First page", await TimeAsync(db, first)),
                    ("Deep page", await TimeAsync(db, deep)),
                    ("Plan", plan)
                );
            }
        }
    }

    static async Task<TicketRow?> MiddleAsync(IQueryable<TicketRow> list)
    {
        var count = await list.CountAsync();
        return await list.Skip(count / 2).FirstOrDefaultAsync();
    }

    // The command the page sends, with every row read; what EF adds is the same at every size.
    static async Task<TimeSpan> TimeAsync(Db db, IQueryable<TicketRow> page)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = page.CreateDbCommand();
        var times = new List<TimeSpan>();
        for (var i = 0; i < Rounds; i++)
            times.Add(await Timing.OfAsync(() => ReadAsync(command)));
        await db.Database.CloseConnectionAsync();
        return times.Median();
    }

    static async Task ReadAsync(DbCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new object[reader.FieldCount];
        while (await reader.ReadAsync())
            reader.GetValues(cells);
    }

    static async Task<string> PlanAsync(Place place, Db db, IQueryable<TicketRow> page)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = page.CreateDbCommand();
        command.CommandText = (place.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(place.IsPostgres ? 0 : 3));
        await db.Database.CloseConnectionAsync();
        var plan = string.Join('\n', lines);
        return plan.Contains("Sort Key", StringComparison.Ordinal)
            || plan.Contains("TEMP B-TREE", StringComparison.Ordinal)
                ? "sorts"
            : plan.Contains("Seq Scan on tickets", StringComparison.Ordinal)
            || plan.Contains("SCAN t\n", StringComparison.Ordinal)
                ? "reads all"
            : "index";
    }

    static async Task PeopleAsync(Db db)
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

    // One ticket in ten is open, one in forty of those nobody's, one in thirty-three waits for its customer.
    static async Task LoadAsync(Place place, Db db, int from, int to)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        string At(string seconds) =>
            place.IsPostgres ? $"to_timestamp(1700000000 + {seconds})" : $"(1700000000 + {seconds}) * 1000000";
        var (yes, no) = place.IsPostgres ? ("true", "false") : ("1", "0");
        var numbers = place.IsPostgres
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
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }
}
