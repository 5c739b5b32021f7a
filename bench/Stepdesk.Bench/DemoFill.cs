using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Demo;

namespace Stepdesk.Bench;

/// <summary>How long the demo desk takes to fill: first in a process that has just begun, then in a warm one.</summary>
static class DemoFill
{
    public static readonly DateTimeOffset End = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public static async Task MeasureAsync(Place place, Report report)
    {
        foreach (var round in (string[])["first", "second"])
        {
            await using var desk = await place.DeskAsync();
            var cpu = Environment.CpuUsage.TotalTime;
            var took = await Timing.OfAsync(() => desk.GetRequiredService<DemoDesk>().FillAsync(End));
            await using var db = await desk.DbAsync();
            report.Row(
                ("Database", place.Name),
                ("Round", round),
                ("Took", took),
                ("Processor time", Environment.CpuUsage.TotalTime - cpu),
                ("Events", await db.History.CountAsync())
            );
        }
    }
}
