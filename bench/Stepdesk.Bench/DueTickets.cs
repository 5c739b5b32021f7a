using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Tests.Tickets;

namespace Stepdesk.Bench;

/// <summary>
/// Finding what must be noticed now among open tickets of which nearly none has anything to notice: the time must go
/// with those that have, not with those that have not.
/// </summary>
static class DueTickets
{
    static readonly int[] Sizes = [10_000, 100_000, 1_000_000];
    static readonly int[] Due = [0, 20, 500];
    static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    const int Rounds = 21;

    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var services = await place.DeskAsync();
        await using var db = await services.DbAsync();
        await ManyTickets.HireAsync(db);
        var filled = 0;
        foreach (var size in Sizes)
        {
            await ManyTickets.LoadAsync(db, filled, size);
            await db
                .Tickets.Where(t => t.Id > filled)
                .ExecuteUpdateAsync(t =>
                    t.SetProperty(r => r.IsOpen, true).SetProperty(r => r.NextCheckAt, Now.AddDays(1))
                );
            filled = size;
            foreach (var due in Due)
            {
                await db
                    .Tickets.Where(t => t.Id <= due)
                    .ExecuteUpdateAsync(t => t.SetProperty(r => r.NextCheckAt, Now.AddMinutes(-1)));
                var times = new List<TimeSpan>();
                for (var i = 0; i < Rounds; i++)
                    times.Add(await Timing.OfAsync(FindAsync));
                report.Row(
                    ("Database", place.Name),
                    ("Open tickets", size),
                    (
                        "To be noticed",
                        await Watch.DueBy(db, WorldRow.Live, Now, DateTimeOffset.MinValue, 0).CountAsync()
                    ),
                    ("Found in", times.Median())
                );
            }
            var most = Due.Max();
            await db
                .Tickets.Where(t => t.Id <= most)
                .ExecuteUpdateAsync(t => t.SetProperty(r => r.NextCheckAt, Now.AddDays(1)));
        }

        Task FindAsync() =>
            Watch.DueBy(db, WorldRow.Live, Now, DateTimeOffset.MinValue, 0).Select(t => t.Id).ToListAsync();
    }
}
