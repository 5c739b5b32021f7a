using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;
using Stepdesk.Tests.Tickets;

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
        await ManyTickets.HireAsync(db);
        var world = services.GetRequiredService<Worlds>().Live;
        var filled = 0;
        foreach (var size in Sizes)
        {
            await ManyTickets.LoadAsync(db, filled, size);
            filled = size;
            foreach (var view in Views.All)
            {
                var list = Views.Query(db, world, view, ManyTickets.Reader).AsNoTracking();
                var middle = await MiddleAsync(list);
                var first = list.Take(PageSize + 1);
                var deep = middle is null
                    ? first
                    : view.Order.After(list, view.Order.PlaceOf(middle)).Take(PageSize + 1);
                var isSlow =
                    ManyTickets.IsSlow(await ManyTickets.PlanAsync(db, first))
                    || ManyTickets.IsSlow(await ManyTickets.PlanAsync(db, deep));
                report.Row(
                    ("Database", place.Name),
                    ("Tickets", size),
                    ("List", view.Name),
                    ("First page", await TimeAsync(db, first)),
                    ("Deep page", await TimeAsync(db, deep)),
                    ("Plan", isSlow ? "sorts or reads all" : "index")
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
}
