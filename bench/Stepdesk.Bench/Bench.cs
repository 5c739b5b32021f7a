using Stepdesk.Tests;

namespace Stepdesk.Bench;

/// <summary>Measures ratios within one run, so that they hold on any machine, and writes them to docs/performance.md.</summary>
static class Bench
{
    static readonly Dictionary<string, Func<Report, Task>> All = new(StringComparer.Ordinal)
    {
        ["door"] = OnBothAsync(Door.MeasureAsync),
        ["lists"] = OnBothAsync(Lists.MeasureAsync),
        ["size"] = OnBothAsync(Size.MeasureAsync),
        ["page"] = OnBothAsync(TicketPage.MeasureAsync),
        ["demo"] = OnBothAsync(DemoFill.MeasureAsync),
        ["due"] = OnBothAsync(DueTickets.MeasureAsync),
        ["practice"] = OnBothAsync(Practice.MeasureAsync),
        ["alike"] = OnBothAsync(Alike.MeasureAsync),
        ["umbrella"] = OnBothAsync(Umbrella.MeasureAsync),
        ["policies"] = OnBothAsync(Policies.MeasureAsync),
        ["calendar"] = Calendars.MeasureAsync,
        ["telemetry"] = Telemetry.MeasureAsync,
        ["kql"] = KqlSpeed.MeasureAsync,
        ["clocks"] = ClocksOfTicket.MeasureAsync,
        ["start"] = Start.MeasureAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var names = args.Length == 0 ? [.. All.Keys] : args;
        if (names.FirstOrDefault(name => !All.ContainsKey(name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync(
                $"There is no bench '{unknown}'. There are: {string.Join(", ", All.Keys)}."
            );
            return 2;
        }
        foreach (var name in names)
        {
            var report = new Report(name);
            await All[name](report);
            await report.WriteAsync();
        }
        return 0;
    }

    // Durable, as in production: measuring commits that nobody waits for would flatter the door.
    static Func<Report, Task> OnBothAsync(Func<Place, Report, Task> measure) =>
        async report =>
        {
            await using (var sqlite = Place.OnSqlite())
                await measure(sqlite, report);
            await using var server = await PostgresServer.StartAsync();
            await using var postgres = Place.OnPostgres(server.Connection);
            await measure(postgres, report);
        };
}
