using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Service;
using Stepdesk.Tests.Tickets;

namespace Stepdesk.Bench;

/// <summary>
/// What a new version of the promises would change on every open ticket: the first answer must come at once and the
/// others without a pause, so that a page can show how far it is.
/// </summary>
static class Policies
{
    const int Tickets = 100_000;

    // The page is drawn after so many.
    const int Step = 500;

    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var services = await place.DeskAsync();
        await using (var db = await services.DbAsync())
            await FillAsync(db);
        var promising = services.GetRequiredService<Promising>();
        var shipped = Shipped.Policy;
        await promising.SetAsync(
            shipped with
            {
                Classes =
                [
                    .. shipped.Classes.Select(c =>
                        c with
                        {
                            Update = new(TimeSpan.FromHours(12), TimeSpan.FromHours(12)),
                        }
                    ),
                ],
            },
            after: 0,
            Actor.Person(1, Role.Administrator),
            default
        );

        var (began, last, longest) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), TimeSpan.Zero);
        var (seen, changed, first) = (0, 0, TimeSpan.Zero);
        await foreach (var effect in promising.PreviewAsync(1, default))
        {
            changed += effect.Clocks.Count > 0 ? 1 : 0;
            if (++seen == 1)
                first = Stopwatch.GetElapsedTime(began);
            if (seen % Step != 0)
                continue;
            var step = Stopwatch.GetElapsedTime(last);
            (last, longest) = (Stopwatch.GetTimestamp(), step > longest ? step : longest);
        }
        report.Row(
            ("Database", place.Name),
            ("Open tickets", seen),
            ("Would change", changed),
            ("First", first),
            ("All", Stopwatch.GetElapsedTime(began)),
            ($"Longest wait for {Step}", longest),
            ("Memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(true) / 1_048_576} MiB"))
        );
    }

    // Open tickets that were logged, answered and told that the answer arrived.
    static async Task FillAsync(Db db)
    {
        await ManyTickets.HireAsync(db);
        await ManyTickets.LoadAsync(db, 0, Tickets);
        await db.Tickets.ExecuteUpdateAsync(t => t.SetProperty(r => r.IsOpen, true));
        var hash = db.Database.IsNpgsql() ? "'\\x00'::bytea" : "x'00'";
        var logged = db.Database.IsNpgsql()
            ? "to_char(t.logged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
            : "strftime('%Y-%m-%dT%H:%M:%SZ', t.logged_at / 1000000, 'unixepoch')";
        var events = (string[])
            [
                $$"""'logged', '{"title":"Slow","description":"Since eight","requester":7,"channel":"web","reportedAt":"' || {{logged}} || '"}'""",
                """'replied', '{"text":"We are on it","attachments":[]}'""",
                """'delivered', '{"message":2,"messageId":"m@desk.example"}'""",
            ];
        for (var i = 0; i < events.Length; i++)
        {
            var insert = $"""
                INSERT INTO history (stream, version, world, at, recorded_at, actor, kind, data, commitment, hash)
                SELECT 'ticket/' || t.id, {i + 1}, 1, t.logged_at, t.logged_at, 'person/1', {events[
                    i
                ]}, {hash}, {hash} FROM tickets t
                """;
            await db.Database.ExecuteSqlRawAsync(
                insert.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
            );
        }
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }
}
