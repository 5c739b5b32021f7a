using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;
using Stepdesk.Tests.Tickets;
using DoorDesk = Stepdesk.Engine.Door.Desk;

namespace Stepdesk.Bench;

/// <summary>
/// Suggesting what a report that is being written may repeat, among a million: and logging that report, which writes its own
/// traits. The reports are of a few hundred faults in words of both languages, each of one of many classes, and every trait but
/// the class is shared by thousands.
/// </summary>
static class Alike
{
    const int Tickets = 1_000_000;
    const int Asked = 300;
    const int Classes = 25_000;

    static readonly string[] Things =
    [
        "video bài 8",
        "bài nộp",
        "điểm thi",
        "lịch học",
        "tài khoản LMS",
        "phòng máy",
        "wifi",
        "projector",
        "quiz 3",
        "assignment upload",
    ];
    static readonly string[] Faults =
    [
        "không mở được",
        "báo lỗi 500",
        "đứng hình giữa chừng",
        "mất dữ liệu",
        "does not load",
        "keeps spinning",
        "bị từ chối",
        "hiện trang trắng",
        "rất chậm",
        "is gone",
    ];
    static readonly string[] Whens =
    [
        "từ sáng nay",
        "sau khi đăng nhập",
        "trước giờ thi",
        "since the update",
        "trên điện thoại",
        "ở trình duyệt Chrome",
    ];

    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var services = await place.DeskAsync();
        await using var db = await services.DbAsync();
        await ManyTickets.HireAsync(db);
        await ManyTickets.LoadAsync(db, 0, Tickets);
        await FillAsync(db);
        var (world, desk) = (services.GetRequiredService<Worlds>().Live, services.GetRequiredService<DoorDesk>());
        // Where the next ids come from has to know of those there are.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO counters (series, last) VALUES ('tickets', {Tickets}), ('tickets/1', {Tickets}), ('people', {Tickets}) ON CONFLICT (series) DO UPDATE SET last = {Tickets}"
        );
        var lan = (
            await services.GetRequiredService<People>().CustomerAsync("Lan", "lan@customer.example", Language.Vi)
        ).Id;

        var (suggested, logged, found) = (new List<TimeSpan>(), new List<TimeSpan>(), 0);
        for (var i = 0; i < Asked; i++)
        {
            var (title, text) = ReportOf(Tickets - 1 - i * 7, Classes / 2 + i);
            await using var own = await services.DbAsync();
            suggested.Add(
                await Timing.OfAsync(async () =>
                    found += (await Lookalikes.OfAsync(own, world, title, text, ManyTickets.Reader, default)).Count
                )
            );
            logged.Add(
                await Timing.OfAsync(async () =>
                    await desk.LogAsync(WorldRow.Live, new Log(title, text, lan, Channel.Web), ManyTickets.Reader)
                )
            );
        }
        var warm = suggested.Skip(Asked / 10).Order().ToList();
        report.Row(
            ("Database", place.Name),
            ("Tickets", Tickets),
            ("Traits", await db.Traits.LongCountAsync()),
            ("Suggested for a report", found / (double)Asked),
            ("Median", warm.Median()),
            ("95 of 100 within", warm[warm.Count * 95 / 100]),
            ("Slowest", warm[^1]),
            ("Logged with its traits", logged.Skip(Asked / 10).Median())
        );
    }

    static (string Title, string Text) ReportOf(int n, int of) =>
        (
            $"{Things[n % 10]} {Faults[n / 10 % 10]}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Lớp WEB{of:00000}-HN: {Things[n % 10]} {Faults[n / 10 % 10]} {Whens[n / 100 % 6]}, \"Error code {n % 40}\"."
            )
        );

    // Three events for each ticket as well: what reports repeat is read from their histories.
    static async Task FillAsync(Db db)
    {
        var isPostgres = db.Database.IsNpgsql();
        var at = isPostgres ? "now()" : "1700000000000000";
        var empty = isPostgres ? @"'\x00'::bytea" : "x'00'";
        var events = $"""
            INSERT INTO history (stream, version, world, at, recorded_at, actor, kind, data, commitment, hash)
            SELECT 'ticket/' || t.id, v.n, 1, {at}, {at}, 'person/1', 'noted', 'x', {empty}, {empty}
            FROM tickets AS t CROSS JOIN (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3) AS v
            """;
        await db.Database.ExecuteSqlRawAsync(events);
        var table = Table.All(db).Single(t => t.Name == "ticket_traits");
        await using (var work = await db.BeginAsync(default))
        {
            await db.LoadAsync(table, RowsAsync(table.Columns[0].Name == "trait"), default);
            await work.CommitAsync(default);
        }
        if (isPostgres)
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    // The same six hundred reports in turn, each of a class that has some forty of its own.
    static async IAsyncEnumerable<object?[]> RowsAsync(
        bool isTraitFirst,
        [EnumeratorCancellation] CancellationToken stop = default
    )
    {
        var known = Enumerable
            .Range(0, 1200)
            .Select(n =>
            {
                var (title, text) = ReportOf(n, 0);
                return Traits.Of(title, text).Where(t => t.Kind is not TraitKind.Code).Select(t => t.Key(1)).ToArray();
            })
            .ToArray();
        for (var i = 1; i <= Tickets; i++)
        {
            stop.ThrowIfCancellationRequested();
            var code = new Trait(
                TraitKind.Code,
                string.Create(CultureInfo.InvariantCulture, $"WEB{i / (Tickets / Classes):00000}-HN")
            ).Key(1);
            foreach (var key in known[i % known.Length].Append(code).Distinct())
                yield return isTraitFirst ? [key, i] : [i, key];
        }
        await Task.CompletedTask;
    }
}
