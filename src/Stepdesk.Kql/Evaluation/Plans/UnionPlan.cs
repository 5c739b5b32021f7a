using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>One table behind the other. <paramref name="maps"/> tells, per source, which of its columns fills each place.</summary>
public sealed class UnionPlan(Plan[] sources, int[][] maps, string[]? names, Schema schema) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var tables = sources.Select(s => s.Execute(run)).ToArray();
        var total = 0L;
        foreach (var table in tables)
        {
            total += table.Count;
        }

        var count = (int)Math.Min(total, int.MaxValue);
        run.Continues(count);
        var first = names is null ? 0 : 1;
        var columns = new Column[Schema.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            var type = Schema[c].Type;
            columns[c] = new ChainedColumn(
                type,
                [
                    .. tables.Select(
                        (t, s) =>
                            c < first ? new ConstantColumn(type, names![s], t.Count)
                            : maps[s][c - first] is >= 0 and var place ? t.Columns[place]
                            : new ConstantColumn(type, null, t.Count)
                    ),
                ],
                count
            );
        }

        return new KqlTable(Schema, columns, count);
    }
}

/// <summary>Columns one behind the other, read where they are.</summary>
public sealed class ChainedColumn : Column
{
    private readonly Column[] _parts;
    private readonly int[] _starts;

    public ChainedColumn(KqlType type, Column[] parts, int length)
        : base(type, length)
    {
        _parts = parts;
        _starts = new int[parts.Length + 1];
        for (var i = 0; i < parts.Length; i++)
        {
            _starts[i + 1] = _starts[i] + parts[i].Length;
        }
    }

    public override long Bytes => _parts.Sum(p => p.Bytes);

    public override Vector Read(Rows rows)
    {
        if (rows.Count == 0)
        {
            return Vectors.Repeat(Type, null, 0);
        }

        var builder = (ColumnBuilder?)null;
        for (var from = 0; from < rows.Count; )
        {
            var (part, to) = Stretch(rows, from);
            var vector = part < 0 ? Vectors.Repeat(Type, null, to - from) : ReadPart(rows, part, from, to);
            if (from == 0 && to == rows.Count)
            {
                return vector;
            }

            builder ??= new ColumnBuilder(Type, rows.Count);
            builder.Append(vector);
            from = to;
        }

        return builder!.ToColumn().Read(new Rows(0, rows.Count));
    }

    // The longest run of rows from one part; missing rows are a run of their own.
    private (int Part, int To) Stretch(Rows rows, int from)
    {
        var part = PartOf(rows[from]);
        if (rows.IsRange)
        {
            return (part, (int)Math.Min(rows.Count, (long)from + _starts[part + 1] - rows[from]));
        }

        var to = from + 1;
        while (to < rows.Count && PartOf(rows[to]) == part)
        {
            to++;
        }

        return (part, to);
    }

    private int PartOf(int row)
    {
        if (row < 0)
        {
            return -1;
        }

        var part = 0;
        while (row >= _starts[part + 1])
        {
            part++;
        }

        return part;
    }

    private Vector ReadPart(Rows rows, int part, int from, int to)
    {
        if (rows.IsRange)
        {
            return _parts[part].Read(new Rows(rows[from] - _starts[part], to - from));
        }

        var picked = new int[to - from];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = rows[from + i] - _starts[part];
        }

        return _parts[part].Read(new Rows(picked, 0, picked.Length));
    }
}
