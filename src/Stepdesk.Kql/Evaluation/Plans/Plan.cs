using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Keys;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>A bound table expression: knows its columns and gives its rows.</summary>
public abstract class Plan(Schema schema)
{
    public Schema Schema { get; } = Bounded(schema);

    /// <summary>Columns are not all known before the rows are: any name is accepted.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Its rows have an order that the query itself made: only then may a step look at their neighbours.</summary>
    public bool IsSerialized { get; set; }

    public abstract KqlTable Execute(Run run);

    private static Schema Bounded(Schema schema)
    {
        Budget.Columns(schema.Count);
        return schema;
    }
}

/// <summary>Rows that are already there.</summary>
public sealed class TablePlan(KqlTable table) : Plan(table.Schema)
{
    public override KqlTable Execute(Run run) => table;
}

/// <summary>The rows of a named let, computed once however often the name is used.</summary>
public sealed class SharedPlan(Plan source) : Plan(source.Schema)
{
    private KqlTable? _table;

    public static SharedPlan Of(Plan source) =>
        new(source) { IsOpen = source.IsOpen, IsSerialized = source.IsSerialized };

    public override KqlTable Execute(Run run) => _table ??= source.Execute(run);
}

/// <summary>What a subquery of mv-apply reads: set anew for every row.</summary>
public sealed class InputPlan(Schema schema) : Plan(schema)
{
    public KqlTable Table { get; set; } = KqlTable.None(schema);

    public override KqlTable Execute(Run run) => Table;
}

public sealed class WherePlan(Plan source, Scalar predicate) : Plan(source.Schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var rows = new int[Math.Min(table.Count, 1024)];
        var into = new int[Batch.Size];
        var count = 0;
        foreach (var batch in Batch.Over(table))
        {
            var found = predicate.Filter(batch, into);
            if (count + found > rows.Length)
            {
                Array.Resize(ref rows, Math.Max(count + found, Math.Min(table.Count, rows.Length * 2)));
            }

            Array.Copy(into, 0, rows, count, found);
            count += found;
            if (!run.Keep(found * 4L, count))
            {
                break;
            }
        }

        return count == table.Count ? table : table.Pick(rows, count);
    }
}

/// <summary>project, extend and all operators that only choose, compute or rename columns.</summary>
public sealed class ProjectPlan(Plan source, Schema schema, Scalar[] items) : Plan(schema)
{
    public override KqlTable Execute(Run run) => run.Collect(Schema, items, source.Execute(run));
}

public sealed class TakePlan(Plan source, long count) : Plan(source.Schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        if (table.Count <= count)
        {
            return table;
        }

        var rows = new int[Math.Max(0, count)];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        return table.Pick(rows);
    }
}

public sealed class CountPlan(Plan source, string name) : Plan(new Schema([new Field(name, KqlType.Long)]))
{
    public override KqlTable Execute(Run run) =>
        new(Schema, [new ConstantColumn(KqlType.Long, (long)source.Execute(run).Count, 1)], 1);
}

public sealed class DistinctPlan(Plan source) : Plan(source.Schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var keys = new GroupKeys([.. Schema.Fields.Select(f => f.Type)]);
        var vectors = new Vector[Schema.Count];
        var done = 0;
        foreach (var batch in Batch.Over(table))
        {
            for (var i = 0; i < vectors.Length; i++)
            {
                vectors[i] = batch.Column(i);
            }

            var before = keys.Count;
            keys.Encode(vectors, batch.Count);
            done += batch.Count;
            if (!run.Keep((keys.Count - before) * 32L * (1 + vectors.Length), done))
            {
                break;
            }
        }

        return table.Count == 0 || Schema.Count == 0
            ? KqlTable.None(Schema)
            : new KqlTable(Schema, keys.Values(), keys.Count);
    }
}

/// <summary>range: both ends included; a range that runs the wrong way is empty.</summary>
public sealed class RangePlan(Schema schema, object? from, object? to, object? step) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var builder = new ColumnBuilder(Schema[0].Type);
        if (from is null || to is null || step is null)
        {
            return KqlTable.None(Schema);
        }

        if (Schema[0].Type == KqlType.Real)
        {
            Reals(run, builder, (double)from, (double)to, (double)step);
        }
        else
        {
            Longs(run, builder, Cell.Unbox(from), Cell.Unbox(to), Cell.Unbox(step));
        }

        return new KqlTable(Schema, [builder.ToColumn()], builder.Count);
    }

    private static void Longs(Run run, ColumnBuilder builder, long from, long to, long step)
    {
        for (Int128 at = from; step != 0 && (step > 0 ? at <= to : at >= to); at += step)
        {
            builder.AppendLong((long)at);
            if (builder.Count % Batch.Size == 0 && !run.Keep(Batch.Size * 8L, builder.Count))
            {
                return;
            }
        }
    }

    private static void Reals(Run run, ColumnBuilder builder, double from, double to, double step)
    {
        for (var i = 0L; ; i++)
        {
            var at = from + (i * step);
            if (step == 0 || !(step > 0 ? at <= to : at >= to))
            {
                return;
            }

            builder.Append(at);
            if (builder.Count % Batch.Size == 0 && !run.Keep(Batch.Size * 8L, builder.Count))
            {
                return;
            }
        }
    }
}

/// <summary>Every n-th row or so, the same ones each time.</summary>
public sealed class SamplePlan(Plan source, long count) : Plan(source.Schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        if (table.Count <= count || count <= 0)
        {
            return count <= 0 ? table.Pick([]) : table;
        }

        var rows = new int[count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (int)((long)i * table.Count / count);
        }

        return table.Pick(rows);
    }
}
