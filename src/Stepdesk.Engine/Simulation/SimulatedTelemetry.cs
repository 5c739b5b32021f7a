using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Simulation;

/// <summary>
/// The telemetry of one simulated day, made as its clock moves. Slices are appended and nothing is rewritten, so what
/// was seen stays true; asked for an earlier instant it shows what was there then.
/// </summary>
public sealed class SimulatedTelemetry
{
    readonly Lock turn = new();
    readonly Scenario scenario;
    readonly ulong seed;
    readonly TimeSpan offset;
    readonly DateTime day;
    readonly Dictionary<TelemetryTable, KqlTableBuilder> tables = TelemetryTable.All.ToDictionary(
        table => table,
        table => new KqlTableBuilder(table.Schema)
    );

    // What began in a minute there is already but happened after it.
    List<Item> ahead = [];
    DateTime next;
    DateTime? mended;
    (DateTime At, KqlCatalog Catalog)? latest;

    /// <summary>Nothing is made before it is asked for.</summary>
    /// <param name="start">The beginning of what is kept, at the offset the scenario's hours are told in.</param>
    /// <param name="day">The day on which it goes wrong; the day of the beginning when left out.</param>
    public SimulatedTelemetry(Scenario scenario, ulong seed, DateTimeOffset start, DateOnly? day = null)
    {
        (this.scenario, this.seed, offset) = (scenario, seed, start.Offset);
        this.day = day?.ToDateTime(TimeOnly.MinValue) ?? start.Date;
        next = Floor(start.DateTime);
    }

    /// <summary>How long what happened needs until a query can see it.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>Everything is well from this instant on. What was made already stays as it is.</summary>
    public void Mend(DateTimeOffset at)
    {
        lock (turn)
            mended ??= at.ToOffset(offset).DateTime is var local && local > next ? local : next;
    }

    /// <summary>The tables as a query at this instant sees them, under the classic and the workspace names.</summary>
    public KqlCatalog At(DateTimeOffset now)
    {
        lock (turn)
        {
            var seen = now - Lag;
            if (latest is { } kept && kept.At == seen.UtcDateTime)
                return kept.Catalog;
            Advance(seen.ToOffset(offset).DateTime);
            var catalog = new KqlCatalog();
            foreach (var (table, rows) in tables)
                catalog.AddBothWorlds(table.Name, Until(rows.ToTable(), seen.UtcDateTime));
            latest = (seen.UtcDateTime, catalog);
            return catalog;
        }
    }

    /// <summary>The rows of a time in the order in which they happened. What goes wrong does on the day the time ends.</summary>
    public static IEnumerable<(TelemetryTable Table, IReadOnlyList<object?> Row)> Rows(
        Scenario scenario,
        ulong seed,
        DateTimeOffset from,
        DateTimeOffset to,
        DateTimeOffset? mended = null
    )
    {
        var away = from.Offset;
        var end = to.ToOffset(away).DateTime;
        var incident = scenario.On(end.AddTicks(-1), mended?.ToOffset(away).DateTime);
        List<Item> begun = [];
        for (var minute = Floor(from.DateTime - Minutes.Tail); minute < end; minute = minute.AddMinutes(1))
        {
            begun = Merge(begun, Minutes.Of(seed, incident, minute, away));
            var (ready, later) = Split(begun, (minute.AddMinutes(1) < end ? minute.AddMinutes(1) : end) - away);
            begun = later;
            foreach (var item in ready)
                if (item.At >= from.UtcDateTime)
                    yield return (item.Table, item.Values());
        }
    }

    void Advance(DateTime local)
    {
        for (; next <= local; next = next.AddMinutes(1))
        {
            ahead = Merge(ahead, Minutes.Of(seed, scenario.On(day, mended), next, offset));
            var (ready, later) = Split(ahead, next.AddMinutes(1) - offset);
            ahead = later;
            foreach (var item in ready)
                tables[item.Table].Add(item.Values());
        }
    }

    // By instant, and where two share one, in the order in which they were made.
    static List<Item> Merge(List<Item> ahead, List<Item> made) => [.. ahead.Concat(made).OrderBy(item => item.At)];

    static (List<Item> Ready, List<Item> Later) Split(List<Item> items, DateTime end)
    {
        var at = items.FindIndex(item => item.At >= end);
        return at < 0 ? (items, []) : (items[..at], items[at..]);
    }

    static KqlTable Until(KqlTable table, DateTime seen)
    {
        // Rows lie in the order of their instants: what can be seen is a beginning.
        var (low, high) = (0, table.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((DateTime)table[middle, 0]! <= seen)
                low = middle + 1;
            else
                high = middle;
        }
        return low == table.Count ? table : table.Pick([.. Enumerable.Range(0, low)]);
    }

    static DateTime Floor(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
