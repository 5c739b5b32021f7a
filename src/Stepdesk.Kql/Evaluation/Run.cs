using System.Diagnostics;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Evaluation;

/// <summary>What one query may cost.</summary>
public sealed record KqlLimits
{
    public static readonly KqlLimits Default = new();

    /// <summary>Rows of the answer.</summary>
    public int ResultRows { get; init; } = 200_000;

    /// <summary>Rows any single step may make.</summary>
    public int StepRows { get; init; } = 5_000_000;

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(2);

    public long Bytes { get; init; } = 512L << 20;

    /// <summary>Columns of any table; a few joins of a table with itself make as many as there are atoms.</summary>
    public int Columns { get; init; } = 10_000;
}

/// <summary>A limit was met for the second time: nothing more can be computed.</summary>
public sealed class LimitException(Diagnostic why) : Exception(why.Message.En)
{
    public Diagnostic Why { get; } = why;
}

/// <summary>
/// One execution: its clock and its budget. The first time a limit is met the step at work stops and hands on what it
/// has; the following steps get half the budget again to finish with that.
/// </summary>
public sealed class Run(DateTime now, KqlLimits limits, CancellationToken stop)
{
    // What a name, its type and its place in an index take, about.
    private const long BytesOfColumn = 64;

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _kept;
    private long _made;
    private int _ticks;
    private bool _met;
    private double _share = 1;

    public DateTime Now { get; } = now;

    public KqlLimits Limits { get; } = limits;

    /// <summary>Why the answer is not whole; null when it is.</summary>
    public Diagnostic? Partial { get; private set; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>Asked once per batch: may the step go on, having made this many rows?</summary>
    public bool Continues(long stepRows)
    {
        if (stop.IsCancellationRequested)
        {
            throw new LimitException(LimitMessages.Stopped());
        }

        _made = 0;
        if (stepRows > Limits.StepRows)
        {
            return Meet(LimitMessages.WorkLimit(Limits.StepRows), always: true);
        }

        if (Elapsed > Limits.Time * _share)
        {
            return Meet(LimitMessages.TimeLimit(Limits.Time.TotalSeconds));
        }

        return _kept <= Limits.Bytes * _share || Meet(LimitMessages.MemoryLimit(Limits.Bytes >> 20));
    }

    /// <summary>Counts what a step keeps for the next one.</summary>
    public bool Keep(long bytes, long stepRows)
    {
        _kept = Sizes.Sum(_kept, bytes);
        return Continues(stepRows);
    }

    /// <summary>Counts the columns of a table that a step makes; a table of too many throws.</summary>
    public void Columns(int count)
    {
        if (count > Limits.Columns)
        {
            throw new LimitException(LimitMessages.ColumnsLimit(Limits.Columns));
        }

        Tick();
        Keep(count * BytesOfColumn);
    }

    /// <summary>Counts what is kept beside the rows.</summary>
    public void Keep(long bytes)
    {
        _kept = Sizes.Sum(_kept, bytes);
        Make(0);
    }

    /// <summary>
    /// Counts what the batch at work makes, which goes with it. Unlike between batches nobody can stop with what there is:
    /// what is too much throws.
    /// </summary>
    public void Make(long bytes)
    {
        Fits(bytes);
        _made = Sizes.Sum(_made, bytes);
        if (Sizes.Sum(_kept, _made) > Limits.Bytes * _share)
        {
            Break(LimitMessages.MemoryLimit(Limits.Bytes >> 20));
        }
    }

    /// <summary>No single value may take more than an eighth: functions need several times as much while they work.</summary>
    public void Fits(long bytes)
    {
        if (bytes > Limits.Bytes / 8)
        {
            Break(LimitMessages.MemoryLimit(Limits.Bytes >> 20));
        }

        // What is large took long.
        _ticks = bytes > 1 << 16 ? 7 : _ticks;
        Tick();
    }

    /// <summary>Asked while a batch is at work, as often as anybody likes. A batch may end that began in time.</summary>
    public void Tick()
    {
        // Looking at the clock takes longer than what most ticks are about.
        if ((++_ticks & 7) != 0)
        {
            return;
        }

        if (stop.IsCancellationRequested)
        {
            throw new LimitException(LimitMessages.Stopped());
        }

        if (Elapsed > Limits.Time * (_share + 0.5))
        {
            Break(LimitMessages.TimeLimit(Limits.Time.TotalSeconds));
        }
    }

    private void Break(Diagnostic why)
    {
        Partial ??= why;
        throw new LimitException(why);
    }

    public void Truncate(int rows) => Partial ??= LimitMessages.RowsLimit(rows);

    /// <summary>Bytes of an answer; the query API itself stops at about a hundred million.</summary>
    public long AnswerBytes => Limits.Bytes / 4;

    public void CutBytes() => Partial ??= LimitMessages.AnswerLimit(AnswerBytes >> 20);

    public void CutArray() => Partial ??= LimitMessages.ArrayIsFull(Functions.ArrayLimit.MaxItems);

    private bool Meet(Diagnostic why, bool always = false)
    {
        if (_met && !always)
        {
            throw new LimitException(why);
        }

        _met = true;
        Partial ??= why;
        _share = 1.5;
        return false;
    }

    /// <summary>Collects batches of several expressions into a table, within the budget.</summary>
    public KqlTable Collect(Schema schema, Scalar[] scalars, KqlTable source)
    {
        // A column that is only passed on is not copied.
        var columns = new Column[scalars.Length];
        var computed = new List<(int Place, ColumnBuilder Builder)>();
        for (var i = 0; i < scalars.Length; i++)
        {
            if (scalars[i] is ColumnScalar passed)
            {
                columns[i] = source.Columns[passed.Ordinal];
            }
            else if (scalars[i] is Constant constant)
            {
                columns[i] = new ConstantColumn(constant.Type, constant.Held, source.Count);
            }
            else
            {
                computed.Add((i, new ColumnBuilder(scalars[i].Type, source.Count)));
            }
        }

        var done = 0;
        foreach (var batch in computed.Count == 0 ? [] : Batch.Over(source))
        {
            var bytes = computed.Count * 9L * batch.Count;
            foreach (var (place, builder) in computed)
            {
                var vector = scalars[place].Evaluate(batch);
                builder.Append(vector);
                bytes = Sizes.Sum(bytes, Sizes.Of(vector));
            }

            done += batch.Count;
            if (!Keep(bytes, done))
            {
                break;
            }
        }

        var count = computed.Count == 0 ? source.Count : done;
        foreach (var (place, builder) in computed)
        {
            columns[place] = builder.ToColumn();
        }

        return new KqlTable(schema, columns, count);
    }
}
