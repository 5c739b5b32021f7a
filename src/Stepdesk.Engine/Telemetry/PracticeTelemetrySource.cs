using System.Buffers;
using System.Text.Json;
using Stepdesk.Engine.Simulation;
using Stepdesk.Kql;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Wire;

namespace Stepdesk.Engine.Telemetry;

/// <summary>A simulated platform, asked by our own engine. Its now is the clock it was given, frozen for each query.</summary>
public sealed class PracticeTelemetrySource(string name, SimulatedTelemetry telemetry, TimeProvider clock)
    : ITelemetrySource,
        IDisposable
{
    // Two at a time: more would each be slower, and each may use the memory of one.
    readonly SemaphoreSlim turn = new(2);

    public string Name => name;

    public TelemetryKind Kind => TelemetryKind.Simulated;

    public bool IsSensitive => false;

    /// <summary>What a run may use. The engine counts time by the wall, and a desk has other work beside.</summary>
    public KqlLimits Limits { get; init; } = KqlLimits.Default with { Time = TimeSpan.FromSeconds(10) };

    public async Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (question.Unfit is { } unfit)
            return new(Name, now) { Refusal = unfit };
        await turn.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Ask(question, now, stop), stop);
        }
        finally
        {
            turn.Release();
        }
    }

    public Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop) =>
        Task.FromResult(StandardTables.Seen);

    public void Dispose() => turn.Dispose();

    /// <summary>The rows that a question asked now is about.</summary>
    internal KqlCatalog RowsOf(TelemetryQuestion question) => Within(telemetry.At(clock.GetUtcNow()), question);

    TelemetryAnswer Ask(TelemetryQuestion question, DateTimeOffset now, CancellationToken stop)
    {
        var catalog = Within(telemetry.At(now), question);
        var answer = KqlQuery.Run(question.Text, catalog, now.UtcDateTime, Limits, stop);
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
            AzureJson.Write(json, answer);
        // Through the wire form and back: what is shown of a simulated platform has gone the way of a real one.
        return AnswerJson.Read(
            body.WrittenMemory,
            new(Name, now) { Elapsed = answer.Elapsed, Diagnostics = answer.Diagnostics }
        );
    }

    static KqlCatalog Within(KqlCatalog catalog, TelemetryQuestion question)
    {
        if (question is { From: null, To: null })
            return catalog;
        var narrowed = new KqlCatalog();
        foreach (var table in catalog.Names)
            narrowed.Add(table, Within(catalog.Find(table)!, question));
        return narrowed;
    }

    // The first column of each is its instant, and rows lie in that order.
    static KqlTable Within(KqlTable table, TelemetryQuestion question)
    {
        var first = question.From is { } from ? FirstAt(table, from.UtcDateTime) : 0;
        var after = question.To is { } to ? FirstAt(table, to.UtcDateTime) : table.Count;
        return first == 0 && after == table.Count
            ? table
            : table.Pick([.. Enumerable.Range(first, Math.Max(0, after - first))]);
    }

    static int FirstAt(KqlTable table, DateTime at)
    {
        var (low, high) = (0, table.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((DateTime)table[middle, 0]! < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
