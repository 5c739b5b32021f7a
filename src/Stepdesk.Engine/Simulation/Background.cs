using static Stepdesk.Engine.Simulation.TelemetryTable;

namespace Stepdesk.Engine.Simulation;

/// <summary>What a platform says each minute although nobody visits it: counters, metrics, tests from outside, and noise.</summary>
static class Background
{
    static readonly string[] Machines = ["denise-api", "submission-api", "auth-api", "video-gateway"];
    static readonly string[] Places = ["Southeast Asia", "East Asia", "Japan East"];

    public static IEnumerable<Item> Of(DateTime minute, Incident incident, Draws draws)
    {
        foreach (var name in Machines)
        foreach (var n in (int[])[1, 2])
        foreach (var item in OfMachine(minute, new(name, $"{name}-{n}"), draws.At(n), incident))
            yield return item;
        foreach (var item in Pool(minute, incident, draws))
            yield return item;
        if (minute.Minute % 5 is 0)
            foreach (var place in Places)
                yield return Tested(minute, place, draws);
        if (minute is { Hour: 2, Minute: < 20 })
            yield return Nightly(minute, draws);
        if (draws.Chance("noise", .3))
            yield return new(
                Traces,
                minute.AddSeconds(draws.Between("noise-at", 0, 59)),
                Trip.None,
                new("denise-api", "denise-api-1"),
                ["certificate store: 2 of 3 mirrors answered, using the first", 2L, null]
            );
    }

    static IEnumerable<Item> OfMachine(DateTime minute, Role role, Draws draws, Incident incident)
    {
        var of = draws.At(role.Instance.Length);
        var at = minute.AddSeconds(of.Between(role.Name, 0, 59));
        var (inUse, _) = incident.Pool(minute, draws);
        yield return new(
            PerformanceCounters,
            at,
            Trip.None,
            role,
            [
                "% Processor Time",
                "Process",
                "",
                role.Instance,
                Math.Round(of.Between("cpu" + role.Name, 12, 30) + inUse / 10, 2),
            ]
        );
        yield return new(
            PerformanceCounters,
            at,
            Trip.None,
            role,
            ["Available Bytes", "Memory", "", role.Instance, Math.Round(of.Between("memory" + role.Name, 2.1e9, 2.6e9))]
        );
    }

    static IEnumerable<Item> Pool(DateTime minute, Incident incident, Draws draws)
    {
        var (inUse, waiting) = incident.Pool(minute, draws);
        foreach (
            var (name, value) in ((string, double)[])
                [
                    ("DbPool InUse", Math.Round(inUse)),
                    ("QueryQueue", Math.Round(waiting)),
                    ("Cache HitRatio", Math.Round(draws.Between("hits", .91, .97), 3)),
                ]
        )
            yield return new(
                CustomMetrics,
                minute.AddSeconds(30),
                Trip.None,
                new("denise-api", "denise-api-1"),
                [name, value, 1L, value, value, value, 0.0]
            )
            {
                Dimensions = name == "DbPool InUse" ? new() { ["PoolMax"] = 100L } : null,
            };
    }

    static Item Tested(DateTime minute, string place, Draws draws)
    {
        var time = Math.Round(draws.Duration(place, 420, 900), 2);
        return new(
            AvailabilityResults,
            minute.AddSeconds(draws.Between("at" + place, 1, 50)),
            Trip.None with
            {
                Synthetic = "Application Insights Availability Monitoring",
            },
            new(Role.Web, "denise-web-1"),
            [draws.Id(place), "home page", place, "True", "Passed", time, 18_432.0, Buckets.Of(time), null]
        );
    }

    // The report of the night is slow every night, and means nothing.
    static Item Nightly(DateTime minute, Draws draws)
    {
        var time = Math.Round(draws.Duration("nightly", 9000, 14_000), 2);
        return new(
            Dependencies,
            minute.AddSeconds(draws.Between("nightly-at", 0, 40)),
            Trip.None with
            {
                Operation = "nightly-report",
                OperationId = draws.Id("nightly", 32),
            },
            new("nightly-report", "nightly-report-1"),
            [
                draws.Id("nightly"),
                "sql-01 | lessons-db",
                "SQL",
                "lessons-db",
                "select class, avg(progress) from lesson_progress group by class",
                "True",
                "0",
                time,
                Buckets.Of(time),
                null,
            ]
        );
    }
}
