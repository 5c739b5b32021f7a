using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation;

/// <summary>Up to <see cref="Size"/> rows of a table under evaluation; each column is read at most once.</summary>
public sealed class Batch
{
    /// <summary>Vectors of this length stay in the processor's cache.</summary>
    public const int Size = 4096;

    private readonly Vector?[] _read;

    public Batch(KqlTable table, Rows rows)
    {
        Table = table;
        Rows = rows;
        _read = new Vector?[table.Columns.Count];
    }

    public static readonly Batch One = new(new KqlTable(Schema.Empty, [], 1), new Rows(0, 1));

    public KqlTable Table { get; }
    public Rows Rows { get; }
    public int Count => Rows.Count;

    // Every expression ends in columns: here the time of long ones is looked at.
    public Vector Column(int ordinal)
    {
        Budget.Tick();
        return _read[ordinal] ??= Table.Columns[ordinal].Read(Rows);
    }

    public static IEnumerable<Batch> Over(KqlTable table)
    {
        for (var start = 0; start < table.Count; start += Size)
        {
            yield return new Batch(table, new Rows(start, Math.Min(Size, table.Count - start)));
        }
    }
}
