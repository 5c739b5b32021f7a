using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Completing;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql;

/// <summary>
/// What a query answered. Without a table there are errors; with <see cref="Partial"/> the rows are not all there are.
/// </summary>
public sealed record KqlAnswer(
    KqlTable? Table,
    Chart? Chart,
    Diagnostic? Partial,
    IReadOnlyList<Diagnostic> Diagnostics,
    DateTime AsOf,
    TimeSpan Elapsed
)
{
    /// <summary>The first thing that stopped the query, if anything did.</summary>
    public Diagnostic? Error => Table is null ? Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) : null;
}

/// <summary>What a query is, without running it.</summary>
public sealed record KqlCheck(Schema? Schema, Chart? Chart, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>The door of the library: checks and runs queries over a catalog of tables.</summary>
public static class KqlQuery
{
    /// <summary>Runs a query. <paramref name="now"/> is its only clock. It answers in every case and never throws.</summary>
    public static KqlAnswer Run(
        string text,
        KqlCatalog catalog,
        DateTime now,
        KqlLimits? limits = null,
        CancellationToken stop = default
    )
    {
        var diagnostics = new DiagnosticBag(text);
        var run = new Run(now, limits ?? KqlLimits.Default, stop);
        using var budget = Budget.Of(run);
        KqlTable? table = null;
        Chart? chart = null;
        try
        {
            var query = Parser.Parse(text, diagnostics);
            var bound = Binder.Bind(query, catalog, diagnostics, now, run);
            if (!diagnostics.HasErrors && bound.Plan is not null)
            {
                table = Cut(Reached(bound, run), run);
                chart = bound.ChartOf(table.Schema);
            }
        }
        catch (LimitException limit)
        {
            // Met while binding, in a subquery the rest depends on: there is nothing to show.
            diagnostics.Add(limit.Why);
        }
        catch (OutOfMemoryException)
        {
            // One text or array longer than the runtime makes any; the memory itself is not used up.
            diagnostics.Add(LimitMessages.MemoryLimit(run.Limits.Bytes >> 20));
        }

        return new KqlAnswer(table, chart, run.Partial, diagnostics.ToList(), now, run.Elapsed);
    }

    /// <summary>Finds everything wrong with a query without running it; also tells the columns it would answer.</summary>
    public static KqlCheck Check(string text, KqlCatalog catalog, DateTime now, CancellationToken stop = default)
    {
        var diagnostics = new DiagnosticBag(text);
        using var budget = Budget.Of(new Run(now, KqlLimits.Default, stop));
        try
        {
            var query = Parser.Parse(text, diagnostics);
            var bound = Binder.Bind(query, catalog, diagnostics, now, run: null);
            var schema = bound.Plan is { IsOpen: false } plan ? plan.Schema : null;
            return new KqlCheck(schema, schema is null ? null : bound.ChartOf(schema), diagnostics.ToList());
        }
        catch (LimitException limit)
        {
            diagnostics.Add(limit.Why);
            return new KqlCheck(null, null, diagnostics.ToList());
        }
    }

    /// <summary>What could be written at a place of a query that is not finished.</summary>
    public static Completion Complete(
        string text,
        int at,
        KqlCatalog catalog,
        DateTime now,
        CancellationToken stop = default
    )
    {
        using var budget = Budget.Of(new Run(now, KqlLimits.Default, stop));
        try
        {
            return Completion.Of(text, at, catalog, now);
        }
        catch (LimitException)
        {
            return new Completion(at, []);
        }
    }

    private static KqlTable Reached(BoundQuery bound, Run run)
    {
        try
        {
            return bound.Plan!.Execute(run);
        }
        catch (LimitException)
        {
            return KqlTable.None(bound.Plan!.Schema);
        }
    }

    private static KqlTable Cut(KqlTable table, Run run)
    {
        var rows = table.Count;
        if (rows > run.Limits.ResultRows)
        {
            rows = run.Limits.ResultRows;
            run.Truncate(rows);
        }

        var fitting = Fitting(table, rows, run);
        return fitting == table.Count ? table : table.Pick([.. Enumerable.Range(0, fitting)]);
    }

    // A value that many rows share is held once and written as often as there are rows.
    private static int Fitting(KqlTable table, int rows, Run run)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).ToArray();
        var bytes = 0L;
        for (var start = 0; start < rows; start += Batch.Size)
        {
            var count = Math.Min(Batch.Size, rows - start);
            var vectors = Array.ConvertAll(columns, c => table.Columns[c].Read(new Rows(start, count)));
            for (var i = 0; i < count; i++)
            {
                foreach (var vector in vectors)
                {
                    bytes = Sizes.Sum(
                        bytes,
                        vector.Type is KqlType.String or KqlType.Dynamic ? Sizes.Of(vector[i]) : 24
                    );
                }

                if (bytes > run.AnswerBytes)
                {
                    run.CutBytes();
                    return start + i;
                }
            }
        }

        return rows;
    }
}
