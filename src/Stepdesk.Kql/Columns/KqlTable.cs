namespace Stepdesk.Kql.Columns;

/// <summary>Columns of equal length under names: what a query reads and what it answers.</summary>
public sealed class KqlTable
{
    public KqlTable(Schema schema, IReadOnlyList<Column> columns, int count)
    {
        if (schema.Count != columns.Count)
        {
            throw new ArgumentException("A column for every field", nameof(columns));
        }

        Schema = schema;
        Columns = columns;
        Count = count;
    }

    public Schema Schema { get; }
    public IReadOnlyList<Column> Columns { get; }
    public int Count { get; }

    public static KqlTable None(Schema schema) =>
        new(schema, [.. schema.Fields.Select(f => new ColumnBuilder(f.Type).ToColumn())], 0);

    public object? this[int row, int column] => Columns[column][row];

    /// <summary>Rows in a new order; -1 is a row of nulls. Values are not copied.</summary>
    public KqlTable Pick(int[] rows) => Pick(rows, rows.Length);

    public KqlTable Pick(int[] rows, int count)
    {
        // Columns picked before share their positions; composing them once keeps reads one step deep.
        var composed = new Dictionary<int[], int[]>(ReferenceEqualityComparer.Instance);
        var columns = new Column[Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            switch (Columns[i])
            {
                case PickedColumn picked:
                    if (!composed.TryGetValue(picked.Positions, out var through))
                    {
                        through = new int[count];
                        for (var row = 0; row < count; row++)
                        {
                            through[row] = rows[row] < 0 ? -1 : picked.Positions[rows[row]];
                        }

                        composed.Add(picked.Positions, through);
                    }

                    columns[i] = new PickedColumn(picked.Source, through, count);
                    break;
                case var column:
                    columns[i] = new PickedColumn(column, rows, count);
                    break;
            }
        }

        return new KqlTable(Schema, columns, count);
    }

    public IReadOnlyList<object?> Row(int row) => [.. Columns.Select(c => c[row])];
}

/// <summary>Collects rows. A table can be taken at any time; rows appended later do not change it.</summary>
public sealed class KqlTableBuilder
{
    private readonly ColumnBuilder[] _columns;

    public KqlTableBuilder(Schema schema)
    {
        Schema = schema;
        _columns = [.. schema.Fields.Select(f => new ColumnBuilder(f.Type))];
    }

    public Schema Schema { get; }
    public int Count { get; private set; }

    public ColumnBuilder this[int column] => _columns[column];

    /// <summary>Values in column order; missing ones at the end are null.</summary>
    public void Add(params ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].Append(i < row.Length ? row[i] : null);
        }

        Count++;
    }

    public KqlTable ToTable() => new(Schema, [.. _columns.Select(c => c.ToColumn())], Count);
}
