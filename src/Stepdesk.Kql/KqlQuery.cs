using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
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

        return new KqlAnswer(table, chart, run.Partial, diagnostics.ToList(), now, run.Elapsed);
    }

    /// <summary>Finds everything wrong with a query without running it; also tells the columns it would answer.</summary>
    public static KqlCheck Check(string text, KqlCatalog catalog, DateTime now)
    {
        var diagnostics = new DiagnosticBag(text);
        var query = Parser.Parse(text, diagnostics);
        var bound = Binder.Bind(query, catalog, diagnostics, now, run: null);
        var schema = bound.Plan is { IsOpen: false } plan ? plan.Schema : null;
        return new KqlCheck(schema, schema is null ? null : bound.ChartOf(schema), diagnostics.ToList());
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
        if (table.Count <= run.Limits.ResultRows)
        {
            return table;
        }

        run.Truncate(run.Limits.ResultRows);
        return table.Pick([.. Enumerable.Range(0, run.Limits.ResultRows)]);
    }
}
