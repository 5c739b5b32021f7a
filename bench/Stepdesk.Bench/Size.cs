using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Demo;

namespace Stepdesk.Bench;

/// <summary>What a ticket weighs on disk, indexes included: the demo desk, divided by its tickets.</summary>
static class Size
{
    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var desk = await place.DeskAsync();
        await using var db = await desk.DbAsync();
        var empty = await BytesAsync(place, db);
        await desk.GetRequiredService<DemoDesk>().FillAsync(DemoFill.End);
        var bytes = await BytesAsync(place, db) - empty;
        var tickets = await db.Tickets.CountAsync();
        report.Row(
            ("Database", place.Name),
            ("Tickets", tickets),
            ("Events per ticket", (double)await db.History.CountAsync() / tickets),
            ("KiB per ticket", bytes / 1024.0 / tickets),
            ("of which history text", await TextAsync(place, db) / 1024.0 / tickets)
        );
    }

    // Bytes, not characters: half of what is written is Vietnamese.
    static Task<long> TextAsync(Place place, DbContext db) =>
        (
            place.IsPostgres
                ? db.Database.SqlQueryRaw<long>("SELECT SUM(octet_length(data)) AS \"Value\" FROM history")
                : db.Database.SqlQueryRaw<long>("SELECT SUM(LENGTH(CAST(data AS BLOB))) AS \"Value\" FROM history")
        ).SingleAsync();

    static async Task<long> BytesAsync(Place place, DbContext db) =>
        place.IsPostgres
            ? await db
                .Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"")
                .SingleAsync()
            : await db
                .Database.SqlQueryRaw<long>(
                    "SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()"
                )
                .SingleAsync();
}
