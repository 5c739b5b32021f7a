namespace Stepdesk.Kql.Columns;

/// <summary>A named, typed place in a table.</summary>
public sealed record Field(string Name, KqlType Type);

/// <summary>The columns of a table, in order. Names are case-sensitive.</summary>
public sealed class Schema
{
    public static readonly Schema Empty = new([]);

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public Schema(IReadOnlyList<Field> fields)
    {
        Fields = fields;
        for (var i = 0; i < fields.Count; i++)
        {
            _index.TryAdd(fields[i].Name, i);
        }
    }

    public IReadOnlyList<Field> Fields { get; }

    public int Count => Fields.Count;

    public Field this[int i] => Fields[i];

    public int IndexOf(string name) => _index.GetValueOrDefault(name, -1);
}
