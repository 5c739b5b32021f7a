using System.Diagnostics;
using Stepdesk.Engine.Simulation;
using Stepdesk.Kql;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using static System.Globalization.CultureInfo;

namespace Stepdesk.Bench;

/// <summary>A simulated day: how long its history takes to make, what a row weighs, and what its questions take.</summary>
static class Telemetry
{
    static readonly KqlLimits Patient = new() { Time = TimeSpan.FromMinutes(5) };

    static readonly (string Name, string Query)[] Questions =
    [
        ("percentiles by 5 minutes", "requests | summarize percentiles(duration, 50, 95) by bin(timestamp, 5m)"),
        ("failed, by name and code", "requests | where success == false | summarize count() by name, resultCode"),
        ("exceptions of requests", "requests | join kind=inner exceptions on operation_Id | summarize count() by type"),
        ("one operation", "union requests, dependencies | where operation_Id == 'x'"),
        (
            "address and server errors",
            "requests | where url contains 'assignment' and resultCode startswith '5' | count"
        ),
        (
            "by a property, with users",
            "requests | summarize dcount(user_AuthenticatedId) by tostring(customDimensions.ClassCode)"
        ),
        (
            "one class, over time",
            "requests | where customDimensions.ClassCode == 'WEB101-HN-2024' | summarize percentile(duration, 50), countif(success == false) by bin(timestamp, 5m)"
        ),
    ];

    public static Task MeasureAsync(Report report)
    {
        var scenario = Scenario.Find("02", null)!;
        var from = new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.FromHours(7));
        var to = from.AddHours(4);
        // Once unmeasured, so that the first does not pay for being compiled.
        _ = new SimulatedTelemetry(scenario, 1, from).At(from.AddMinutes(30));

        var start = Stopwatch.GetTimestamp();
        var rows = SimulatedTelemetry.Rows(scenario, 7, from, to).Count();
        var made = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        var catalog = new SimulatedTelemetry(scenario, 7, from).At(to);
        var kept = Stopwatch.GetElapsedTime(start);
        var bytes = TelemetryTable.All.Sum(t => Bytes(catalog.Find(t.Name)!));
        report.Row(
            ("What", "history of scenario 02"),
            ("Rows", rows.ToString("N0", InvariantCulture)),
            ("Made", Milli(made)),
            ("Made and kept in tables", Milli(kept)),
            ("Bytes a row", $"{bytes / rows}")
        );
        foreach (var (name, query) in Questions)
        {
            var first = Time(catalog, to, query);
            var again = Enumerable.Range(0, 5).Select(_ => Time(catalog, to, query)).Min();
            report.Row(("What", name), ("First time", Milli(first)), ("Again", Milli(again)));
        }
        return Task.CompletedTask;
    }

    static TimeSpan Time(Kql.Binding.KqlCatalog catalog, DateTimeOffset now, string query)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = KqlQuery.Run(query, catalog, now.UtcDateTime, Patient);
        var taken = Stopwatch.GetElapsedTime(start);
        return answer is { Error: null, Partial: null }
            ? taken
            : throw new InvalidOperationException((answer.Error ?? answer.Partial)!.Message.En);
    }

    // What was picked is only a view: the column behind it is what weighs.
    static long Bytes(KqlTable table) =>
        table.Columns.Sum(c => c is PickedColumn picked ? picked.Source.Bytes : c.Bytes);

    static string Milli(TimeSpan time) => string.Create(InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
}
